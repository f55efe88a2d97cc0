package normalize

import (
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

// takeLineNumbers takes the line numbers off rows of one figure too many: the first
// figures of all rows count up from 1, and others are known by the header alone.
func (b *blockReading) takeLineNumbers(r *reading, block *BlockForm) {
	var first []extract.Cell
	for _, row := range b.rows {
		if row == nil || len(row.cells) != len(block.Columns)+1 {
			return
		}
		first = append(first, row.cells[0])
	}
	if list := numbers(first); len(first) < minNumbered || list[0] == nil || *list[0] != 1 || !countsUp(first) {
		return
	}
	for i, row := range b.rows {
		rest := *row
		rest.cells = row.cells[1:]
		b.rows[i] = &rest
	}
	r.add(ColumnUnknown, r.table.Form.path(block, "", ""), &first[0].Pos, strings.Join(cellTexts(first), "|"))
}
