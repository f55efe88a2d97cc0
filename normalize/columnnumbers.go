package normalize

import (
	"slices"
	"strings"

	"luzhou/extract"
)

// Statistical tables number their columns in a row below the header, 栏次 1 2 3, and
// their rows in a column, 行次.

// withoutColumnNumbers takes that row out of those of a table of one line of figures,
// whose sums no such row keeps.
func (r *reading) withoutColumnNumbers(rows []printedRow, size int) []printedRow {
	at, figures := -1, 0
	for i, row := range rows {
		if !row.hasFigure() {
			continue
		}
		if figures++; at < 0 && len(row.cells) >= size && countsUp(row.cells[:size]) {
			at = i
		}
	}
	if at < 0 || figures == 1 && len(rows[at].cells) < 2*size {
		return rows
	}
	kept := append([]printedRow{}, rows...)
	row := rows[at]
	numbers := row
	numbers.cells = row.cells[:size]
	r.add(RowUnknown, r.table.Form.Section, row.pos(), "", numbers.texts())
	if row.cells = row.cells[size:]; row.hasFigure() {
		row.labels, row.all = nil, row.cells
		kept[at] = row
		return kept
	}
	return append(kept[:at], kept[at+1:]...)
}

// countsUp reports whether cells are the numbers from 1, or from 0, on.
func countsUp(cells []extract.Cell) bool {
	list := numbers(cells)
	for i, n := range list {
		if n == nil || *n != *list[0]+int64(i) {
			return false
		}
	}
	return len(list) > 0 && (*list[0] == 0 || *list[0] == 1)
}

// minNumbered is how many rows must be numbered for their first figures to be line
// numbers.
const minNumbered = 10

// takeLineNumbers takes the line numbers off the rows of a block: the first figures of
// all of them count up from 1, as no figures do. It is false when they do so in most
// rows only: then one of the others may have lost its number, or a figure.
func (b *blockReading) takeLineNumbers(r *reading, block *BlockForm) (ok bool) {
	var first []extract.Cell
	matches, met := 0, 0
	at := func(row *printedRow) int { // of the first figure, behind empty cells of the label
		return slices.IndexFunc(row.cells, func(c extract.Cell) bool { return parseFigure(c.Text).state != Blank })
	}
	for i, row := range b.rows {
		if row == nil || at(row) < 0 {
			continue
		}
		met++
		cells := row.cells[at(row):]
		first = append(first, cells[0])
		if n := numbers(cells[:1])[0]; n != nil && (*n == int64(i+1) || *n == int64(met)) {
			matches++
		} else if (met-matches)*4 > len(b.rows) {
			return true
		}
	}
	switch {
	case met < minNumbered || matches*4 < met*3:
		return true
	case matches < met:
		return false
	}
	for i, row := range b.rows {
		if row != nil && at(row) >= 0 {
			rest := *row
			rest.cells = row.cells[at(row)+1:]
			b.rows[i] = &rest
		}
	}
	r.add(ColumnUnknown, r.table.Form.path(block, "", ""), &first[0].Pos, strings.Join(cellTexts(first), "|"))
	return true
}

// crowded reports whether most rows of a block have more figures than columns, so that
// some column of the table is not known.
func (b *blockReading) crowded(columns int) bool {
	over, met := 0, 0
	if !slices.ContainsFunc(b.rows, func(row *printedRow) bool { return row != nil && len(row.cells) > columns }) {
		return false
	}
	for _, row := range b.rows {
		if row = row.without(b.strange); row == nil || b.heads != nil || !row.hasFigure() {
			continue
		}
		met++
		figures := 0
		for _, c := range row.cells {
			if parseFigure(c.Text).state == Printed {
				figures++
			}
		}
		if figures > columns {
			over++
		}
	}
	return met >= minFullRows && 2*over > met
}
