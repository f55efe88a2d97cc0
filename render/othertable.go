package render

import (
	"strings"

	"luzhou/extract"
	"luzhou/normalize"
)

// maxOtherColumns is the number of columns Word opens in a table.
const maxOtherColumns = 63

// otherKey is the key of every table of no form.
const otherKey = "other"

// other prints a table of no form as the source has it. A table that no page
// can show as a grid, because it is too wide or its cells overlap, is printed as
// one paragraph a row.
func (b *builder) other(t normalize.OtherTable) {
	if !isGrid(t.Rows, t.Cols, t.Cells) {
		b.rows(t.Cells)
		return
	}
	table := &Table{Key: otherKey, Summary: "其他表格", Rows: t.Rows, Widths: make([]int, t.Cols)}
	for i := range table.Widths {
		table.Widths[i] = 1
	}
	for _, c := range t.Cells {
		table.Cells = append(table.Cells, Cell{Row: c.Row, Col: c.Col, RowSpan: c.RowSpan, ColSpan: c.ColSpan, Text: c.Text, Role: Words})
	}
	b.layout.Blocks = append(b.layout.Blocks, Block{Table: table})
}

func (b *builder) rows(cells []extract.Cell) {
	var line []string
	for i, c := range cells {
		line = append(line, strings.ReplaceAll(c.Text, "\n", " "))
		if i+1 == len(cells) || cells[i+1].Row != c.Row {
			b.paragraph(Body, strings.Join(line, " | "))
			line = nil
		}
	}
}

// isGrid reports whether cells lie inside a grid of that size, none on another.
func isGrid(rows, cols int, cells []extract.Cell) bool {
	if rows < 1 || cols < 1 || cols > maxOtherColumns {
		return false
	}
	bottom := make([]int, cols) // per column, the first row that is free
	for _, c := range cells {
		if c.Row < 0 || c.Col < 0 || c.RowSpan < 1 || c.ColSpan < 1 || c.Row+c.RowSpan > rows || c.Col+c.ColSpan > cols {
			return false
		}
		for k := c.Col; k < c.Col+c.ColSpan; k++ {
			if bottom[k] > c.Row {
				return false
			}
			bottom[k] = c.Row + c.RowSpan
		}
	}
	return true
}
