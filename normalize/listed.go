package normalize

import (
	"slices"
	"strings"

	"luzhou/extract"
)

// readListed reads a list of indicators: label, unit, number. Rows are known by
// their words alone, for a list has rows of every kind with the same numbers in
// front. Any other row, headings included, is kept as printed below the one
// before it.
func (d *dictionary) readListed(form *TableForm, rows []printedRow) *reading {
	r := d.newReading(form)
	x := d.lexicons[form]
	b := &r.blocks[0]
	last, others := "", 0
	for i := range rows {
		row, label, unit := listedRow(rows[i])
		if label.Text == "" && len(row.cells) == 0 || d.isListHeader(x, rows[i]) {
			continue
		}
		item, known := x.rows.known(label.Text)
		switch {
		case known && b.rows[item] == nil:
			b.rows[item] = &row
			b.unit(item, unit)
			last = form.Blocks[0].Rows[item].Key
			r.known++
			continue
		case known && b.rows[item].texts() != row.texts():
			r.add(RowRepeated, form.path(&form.Blocks[0], form.Blocks[0].Rows[item].Key, ""), row.pos(), label.Text,
				say(b.rows[item].texts()+" 与 "+row.texts(), b.rows[item].texts()+" and "+row.texts()))
			b.rows[item] = &printedRow{labels: row.labels} // contradictory: no figure is taken
		case !x.parents[loose(fold(label.Text))] && row.hasFigure():
			others++
		}
		r.table.Extra = append(r.table.Extra, ExtraRow{Label: strings.TrimFunc(label.Text, isBlank), After: last,
			Cells: append([]string{unit}, cellTexts(row.cells)...), Pos: rows[i].pos()})
	}
	if others > 0 {
		r.add(RowsListed, form.Section, rows[0].pos(), others)
	}
	var absent []string
	for i, row := range b.rows {
		if row == nil {
			absent = append(absent, form.Blocks[0].Rows[i].Text)
		}
	}
	if len(absent) > 0 {
		r.add(RowsAbsent, form.Section, rows[0].pos(), strings.Join(absent, "、"))
	}
	b.order = []int{0}
	return r
}

// listedRow cuts a row of the list into its label, its unit and its number. A
// row without a unit has a stroke in its place, or nothing.
func listedRow(row printedRow) (rest printedRow, label extract.Cell, unit string) {
	rest = row
	if n := len(rest.labels); n > 1 && isUnit(rest.labels[n-1].Text) {
		unit = strings.TrimFunc(rest.labels[n-1].Text, isBlank)
		rest.labels = rest.labels[:n-1]
	} else if len(rest.cells) > 1 && parseFigure(rest.cells[0].Text).state != Printed {
		unit = strings.TrimFunc(rest.cells[0].Text, isBlank)
		rest.cells = rest.cells[1:]
	}
	if n := len(rest.labels); n > 0 {
		label = rest.labels[n-1]
	}
	return rest, label, unit
}

func isUnit(text string) bool { return slices.Contains(units, fold(text)) }

func cellTexts(cells []extract.Cell) []string {
	var list []string
	for _, c := range cells {
		list = append(list, c.Text)
	}
	return list
}

// isListHeader reports whether a row names the columns of the list.
func (d *dictionary) isListHeader(x *lexicon, row printedRow) bool {
	return slices.ContainsFunc(slices.Concat(row.labels, row.cells), func(c extract.Cell) bool {
		_, ok := x.columns[0].known(c.Text)
		return ok
	})
}

// minListed is how many of its rows make a table the list of the form.
const minListed = 6

// isList reports whether a table of that section has most of its rows and one
// number in each. Provincial editions print several: they are kept whole.
func (d *dictionary) isList(t *extract.Table) bool {
	numbered, known := 0, 0
	for _, printed := range splitRows([]*extract.Table{t}) {
		row, label, _ := listedRow(printed)
		if _, ok := d.lexicons[&statistics2014].rows.known(label.Text); ok {
			known++
		}
		figures := 0
		for _, c := range row.cells {
			if parseFigure(c.Text).state == Printed {
				figures++
			}
		}
		if figures > 1 {
			return false
		}
		numbered += figures
	}
	return numbered > 0 && known >= minListed
}

// unit notes the printed unit of a row.
func (b *blockReading) unit(row int, unit string) {
	if b.rowUnits == nil {
		b.rowUnits = map[int]string{}
	}
	b.rowUnits[row] = unit
}
