package normalize

// This file reads a table under the forms it may follow and chooses among them.

import (
	"cmp"
	"slices"

	"luzhou/extract"
)

// readBest reads the tables of one section under every form and keeps the
// reading whose labels fit best; the form of the report year breaks a tie.
func (d *dictionary) readBest(section string, tables []*extract.Table, form *Generation) *reading {
	rows := splitRows(tables)
	best := d.readForms(section, rows, form)
	if r := d.readAlike(best, rows); r != nil {
		best = r
	}
	if best.placed() == 0 {
		turned := make([]*extract.Table, len(tables))
		for i, t := range tables {
			turned[i] = transposed(t)
		}
		if r := d.readForms(section, splitRows(turned), form); r.placed() > 0 && r.better(best) {
			best = r
			best.add(TableTransposed, section, &tables[0].Pos)
		}
	}
	if len(tables) > 1 {
		best.add(TableJoined, section, &tables[0].Pos, len(tables))
	}
	return best
}

// readAlike reads rows again whose labels are alike those of the form that fit
// best; nil when there are none, or it does not help.
func (d *dictionary) readAlike(best *reading, rows []printedRow) *reading {
	if best.unknown == 0 || best.table.Form.Listed {
		return nil
	}
	find := best.withAlikeRows
	if best.table.Form.Blocks[0].Across {
		find = best.withAlikeHeads
	}
	corrected, told := find(rows)
	if len(told) == 0 {
		return nil
	}
	r := d.readForm(best.table.Form, corrected)
	if !r.better(best) {
		return nil
	}
	r.findings = append(r.findings, told...)
	return r
}

// placed counts the rows of figures that are filed under a row of the form and
// whose columns are known.
func (r *reading) placed() int {
	n := 0
	for _, b := range r.blocks {
		for _, row := range b.rows {
			if row != nil && b.order != nil {
				n++
			}
		}
	}
	return n
}

// readForms reads rows under every form and returns the best reading. One that
// leaves nothing open under the form of the report year spares the others.
func (d *dictionary) readForms(section string, rows []printedRow, form *Generation) *reading {
	var best *reading
	if table := FindTable(form.Key, section); table != nil {
		if best = d.readForm(table, rows); best.complete() {
			return best
		}
	}
	for _, g := range Generations {
		table := FindTable(g.Key, section)
		if table == nil || g == form {
			continue
		}
		if r := d.readForm(table, rows); best == nil || r.better(best) {
			best = r
		}
	}
	return best
}

// readForm reads rows under a form. Where words are unknown, a header may be in
// pieces.
func (d *dictionary) readForm(table *TableForm, rows []printedRow) *reading {
	r := d.readRows(table, rows)
	if r.unknown > 0 || slices.ContainsFunc(r.blocks, func(b blockReading) bool { return b.unread != nil }) {
		if spelled, ok := d.lexicons[table].respell(table, rows); ok {
			if whole := d.readRows(table, spelled); whole.better(r) {
				return whole
			}
		}
	}
	return r
}

func (d *dictionary) readRows(table *TableForm, rows []printedRow) *reading {
	switch {
	case table.Listed:
		return d.readListed(table, rows)
	case table.Blocks[0].Across:
		return d.readAcross(table, rows)
	}
	if r := d.readBeside(table, rows); r != nil {
		return r
	}
	return d.readStacked(table, rows)
}

// complete reports whether every label was known and every row met.
func (r *reading) complete() bool {
	if r.unknown > 0 {
		return false
	}
	for _, b := range r.blocks {
		if b.order == nil || slices.Contains(b.rows, nil) && !r.table.Form.Blocks[0].Across {
			return false
		}
	}
	return true
}

// transposed turns a table so that its columns become rows.
func transposed(t *extract.Table) *extract.Table {
	turned := &extract.Table{Rows: t.Cols, Cols: t.Rows, Pos: t.Pos, Cells: slices.Clone(t.Cells)}
	for i := range turned.Cells {
		c := &turned.Cells[i]
		c.Row, c.Col, c.RowSpan, c.ColSpan = c.Col, c.Row, c.ColSpan, c.RowSpan
	}
	slices.SortStableFunc(turned.Cells, func(a, b extract.Cell) int { return cmp.Or(a.Row-b.Row, a.Col-b.Col) })
	return turned
}

// better reports whether a reading fits the labels of the source better: fewer
// labels unknown to its form, then more known.
func (r *reading) better(than *reading) bool {
	if r.unknown != than.unknown {
		return r.unknown < than.unknown
	}
	return r.known > than.known
}
