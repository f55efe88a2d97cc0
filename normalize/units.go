package normalize

// This file takes units that have a cell of their own off the rows of a table: a
// column 单位 behind the labels or at the end, or a unit behind each figure.

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"luzhou/extract"
)

// moneyUnits are the units that only money has.
var moneyUnits = []string{"元", "万元", "亿元"}

// unitPlace is where a row has its unit.
type unitPlace int

// A unit stands nowhere, between label and figures, behind the last figure, or
// behind each figure.
const (
	noUnit unitPlace = iota
	unitFirst
	unitLast
	unitEach
)

// rowUnit is what a row says of its units beside its figures.
type rowUnit struct {
	cells []extract.Cell
	each  bool // one for each figure, in their order
}

// maxUnits is the length in bytes past which a cell is none of units; unitEnds are
// the characters it may end with.
const (
	maxUnits = 40
	unitEnds = "元次件条项个份篇宗起人)）"
)

// unitsIn reads a cell that holds units and nothing else: 件, （万元）, 项/万元.
func unitsIn(text string) []string {
	if len(text) > maxUnits || plainCount(text) {
		return nil
	}
	text = strings.TrimRightFunc(text, unicode.IsSpace)
	if last, _ := utf8.DecodeLastRuneInString(text); !strings.ContainsRune(unitEnds, last) {
		return nil
	}
	text = strings.Trim(strings.TrimPrefix(strings.Trim(fold(text), "()"), "单位:"), "()")
	list := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("/、,，", r) })
	if len(list) == 0 || slices.ContainsFunc(list, func(u string) bool { return !slices.Contains(units, u) }) {
		return nil
	}
	return list
}

// withoutUnits returns the rows without cells of units. A row proves its own when
// as many figures as its block has columns are left; one with fewer has units
// where another row proves them.
func (s *stackedReader) withoutUnits(rows []printedRow) []printedRow {
	var proven [unitEach + 1]bool
	type without struct {
		at    int
		row   printedRow
		place unitPlace
	}
	var found []without
	for i, row := range rows {
		if !slices.ContainsFunc(row.all, func(c extract.Cell) bool { return unitsIn(c.Text) != nil }) {
			continue
		}
		kept, place, n := s.splitUnits(row)
		figures := len(kept.cells)
		for figures > n && parseFigure(kept.cells[figures-1].Text).state == Blank { // what fills up the row of a sheet
			figures--
		}
		if place == noUnit || figures > n {
			continue
		}
		found = append(found, without{i, kept, place})
		proven[place] = proven[place] || figures == n
	}
	if len(found) > 0 {
		rows = slices.Clone(rows)
	}
	for _, f := range found {
		if proven[f.place] {
			rows[f.at] = f.row
		}
	}
	return rows
}

// splitUnits cuts the cells behind the label of a row into figures and units. n
// is how many columns the block of the row has.
func (s *stackedReader) splitUnits(row printedRow) (kept printedRow, place unitPlace, n int) {
	label := len(row.labels) - 1
	for label >= 0 && unitsIn(row.labels[label].Text) != nil {
		label--
	}
	if label < 0 {
		return row, noUnit, 0
	}
	switch item, _, ok := s.rows.find(row.labels[label].Text, ""); {
	case ok:
		n = len(s.form.Blocks[s.owner[item][0]].Columns)
	case len(s.form.Blocks) == 1:
		n = len(s.form.Blocks[0].Columns)
	default:
		return row, noUnit, 0
	}
	kept = row.after(label)
	cells := kept.cells
	kept.cells, kept.unit = nil, &rowUnit{}
	var at []int
	for i, c := range cells {
		if unitsIn(c.Text) != nil {
			at = append(at, i)
			kept.unit.cells = append(kept.unit.cells, c)
		} else {
			kept.cells = append(kept.cells, c)
		}
	}
	switch {
	case len(at) == 1 && at[0] == len(cells)-1:
		place = unitLast
	case len(at) == 1 && blank(cells[:at[0]]):
		place = unitFirst
	case 2*len(at) == len(cells) && !slices.ContainsFunc(at, func(i int) bool { return i%2 == 0 }):
		place, kept.unit.each = unitEach, true
	}
	if place != unitEach {
		if cells, certain := trimCells(kept.cells, n, -1); certain {
			kept.cells = cells
		}
	}
	return kept, place, n
}

// blank reports whether cells hold nothing.
func blank(cells []extract.Cell) bool {
	return !slices.ContainsFunc(cells, func(c extract.Cell) bool { return parseFigure(c.Text).state != Blank })
}

// of returns the units printed for one figure; in a column of units all of a row.
func (u *rowUnit) of(figure int) []string {
	switch {
	case u == nil:
		return nil
	case u.each && figure < len(u.cells):
		return unitsIn(u.cells[figure].Text)
	case u.each:
		return nil
	}
	return unitsIn(u.cells[0].Text)
}

// pickUnit returns the first unit that money has, or that others have.
func pickUnit(list []string, money bool) string {
	if i := slices.IndexFunc(list, func(u string) bool { return slices.Contains(moneyUnits, u) == money }); i >= 0 {
		return list[i]
	}
	return ""
}

// tellUnits reports the cells of units of a block, and those that no column of
// their row can have.
func (r *reading) tellUnits(b int) {
	block := &r.table.Form.Blocks[b]
	var texts []string
	var pos *extract.Pos
	for i, row := range r.blocks[b].rows {
		if row == nil || row.unit == nil {
			continue
		}
		for _, c := range row.unit.cells {
			texts = append(texts, strings.TrimFunc(c.Text, isBlank))
			if pos == nil {
				pos = &row.unit.cells[0].Pos
			}
		}
		fits := func(c Column) bool { return pickUnit(row.unit.of(0), c.money()) != "" }
		if !row.unit.each && !slices.ContainsFunc(block.Columns, fits) {
			r.add(UnitOdd, r.table.Form.path(block, block.Rows[i].Key, ""), &row.unit.cells[0].Pos, strings.TrimFunc(row.unit.cells[0].Text, isBlank))
		}
	}
	if pos != nil {
		r.add(ColumnUnknown, r.table.Form.path(block, "", ""), pos, strings.Join(texts, "|"))
	}
}

// money reports whether a column counts money.
func (c Column) money() bool { return c.Kind == Money || c.Kind == Amount }
