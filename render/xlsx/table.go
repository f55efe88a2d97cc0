package xlsx

import (
	"slices"

	"luzhou/normalize"
	"luzhou/render"
)

// Widths of the columns of a table: of all together, and the least of one, in
// characters.
const (
	gridWidth   = 110.0
	leastColumn = 7.0

	figureEdges  = 2.0  // left and right of a figure
	widestFigure = 24.0 // a number has 15 digits at most; words that stand for one wrap
)

// table draws a table of the layout on a sheet of its own.
func (b *book) table(t *render.Table, title string, units map[string]normalize.Value) {
	sum := 0
	for _, w := range t.Widths {
		sum += w
	}
	var widths []float64
	for _, w := range t.Widths {
		widths = append(widths, max(leastColumn, gridWidth*float64(w)/float64(max(sum, 1))))
	}
	for _, c := range t.Cells {
		if c.Role == render.Value && c.ColSpan == 1 && c.Col < len(widths) { // Excel shows # for a number that does not fit
			widths[c.Col] = max(widths[c.Col], min(2*render.Width(c.Text)+figureEdges, widestFigure))
		}
	}
	s := b.sheet(title, view{rows: t.Header, widths: widths})
	grid := make([][]cell, t.Rows)
	for r := range grid {
		grid[r] = make([]cell, len(t.Widths))
		for k := range grid[r] {
			grid[r][k] = s.text("")
		}
	}
	for _, c := range t.Cells {
		s.place(grid, c, units)
	}
	heights := rowLines(t, widths)
	for r, row := range grid {
		s.rowOf(heights[r], row)
	}
	for _, c := range t.Cells {
		if c.RowSpan > 1 || c.ColSpan > 1 {
			s.merge(c.Row, c.Col, c.RowSpan, c.ColSpan)
		}
	}
}

// rowLines gives the heights of the rows: of the cells that are one row high.
func rowLines(t *render.Table, widths []float64) []int {
	most := slices.Repeat([]int{1}, t.Rows)
	for _, c := range t.Cells {
		if c.RowSpan != 1 || c.Row >= t.Rows {
			continue
		}
		most[c.Row] = max(most[c.Row], lines(c.Text, width(widths[c.Col:min(c.Col+c.ColSpan, len(widths))])))
	}
	return most
}

// width is that of columns together.
func width(columns []float64) (sum float64) {
	for _, w := range columns {
		sum += w
	}
	return sum
}

// place sets a cell and the look of the places it covers, for their borders.
func (s *sheet) place(grid [][]cell, c render.Cell, units map[string]normalize.Value) {
	l, content := cellLook(c), cell{text: c.Text}
	if c.Role == render.Value {
		if v, ok := units[c.Text]; ok {
			l.format, content = format(v.Value, v.Unit), cell{number: v.Value.String()}
		} else if d, ok := normalize.ParseDecimal(c.Text); ok && d.String() == c.Text {
			l.format, content = format(d, ""), cell{number: c.Text}
		}
	}
	content.style = s.style(l)
	for r := c.Row; r < min(c.Row+c.RowSpan, len(grid)); r++ {
		for k := c.Col; k < min(c.Col+c.ColSpan, len(grid[r])); k++ {
			grid[r][k] = cell{style: content.style}
		}
	}
	if c.Row < len(grid) && c.Col < len(grid[c.Row]) {
		grid[c.Row][c.Col] = content
	}
}

func cellLook(c render.Cell) look {
	switch c.Role {
	case render.ColumnHead:
		return look{head: true, center: true}
	case render.Value:
		return look{center: true}
	case render.RowHead:
		return look{center: c.RowSpan > 1, indent: c.Level}
	}
	return look{}
}
