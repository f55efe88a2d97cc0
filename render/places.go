package render

import (
	"fmt"

	"luzhou/extract"
)

// Places tells for every place of the grid, row by row, the cell that covers it:
// its index in Cells and one more, 0 for none. A table whose cells overlap or
// leave the grid, or whose grid is empty or too large, is an error: no writer
// could show all of it.
func (t *Table) Places() ([]int32, error) {
	cols := len(t.Widths)
	if t.Rows < 1 || cols < 1 || cols > extract.MaxGridCols || t.Rows > extract.MaxCells/cols {
		return nil, fmt.Errorf("%d rows by %d columns", t.Rows, cols)
	}
	places := make([]int32, t.Rows*cols)
	for i, c := range t.Cells {
		if c.Row < 0 || c.Col < 0 || c.RowSpan < 1 || c.ColSpan < 1 || c.RowSpan > t.Rows-c.Row || c.ColSpan > cols-c.Col {
			return nil, fmt.Errorf("cell at row %d, column %d, %d by %d, leaves the grid of %d by %d",
				c.Row, c.Col, c.RowSpan, c.ColSpan, t.Rows, cols)
		}
		for r := c.Row; r < c.Row+c.RowSpan; r++ {
			for k := r*cols + c.Col; k < r*cols+c.Col+c.ColSpan; k++ {
				if places[k] != 0 {
					return nil, fmt.Errorf("cells overlap at row %d, column %d", r, k%cols)
				}
				places[k] = int32(i + 1)
			}
		}
	}
	return places, nil
}

// Bounds of what Kept keeps together, in rows.
const (
	mostKept  = 10 // a label that spans more is parted
	leastPart = 3  // into parts that have room for it
)

// Kept tells for each row whether it should stand on one page with the row
// below: heads of columns with what they head, rows that one label spans, and
// the rows between heads. Of rows too many to stay together, the first and the
// last few do.
func (t *Table) Kept() []bool {
	kept := make([]bool, t.Rows)
	heads := t.headRows()
	for _, c := range t.Cells {
		last := c.Row + c.RowSpan - 1
		for r := c.Row; r < last; r++ {
			kept[r] = kept[r] || c.RowSpan <= mostKept || r < c.Row+leastPart-1 || r > last-leastPart
		}
	}
	for r := range min(max(t.Header, 0), t.Rows) {
		kept[r] = true
	}
	start, blocks := 0, false // of the rows between heads
	for r := range t.Rows {
		switch {
		case heads[r]:
			kept[r], blocks, start = true, blocks || r >= t.Header, r+1
		case blocks && r+1 < t.Rows && !heads[r+1] && r+1-start < mostKept:
			kept[r] = true
		}
	}
	for r, run := 0, 0; r < t.Rows; r++ {
		if run++; !kept[r] {
			run = 0
		} else if run == 2*mostKept {
			kept[r], run = false, 0
		}
	}
	if t.Rows > 0 {
		kept[t.Rows-1] = false
	}
	return kept
}

// headRows tells which rows hold nothing but heads of columns.
func (t *Table) headRows() []bool {
	heads, other := make([]bool, t.Rows), make([]bool, t.Rows)
	for _, c := range t.Cells {
		for r := c.Row; r < c.Row+c.RowSpan; r++ {
			if c.Role == ColumnHead {
				heads[r] = true
			} else {
				other[r] = true
			}
		}
	}
	for r := range heads {
		heads[r] = heads[r] && !other[r]
	}
	return heads
}
