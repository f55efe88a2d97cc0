package xlsx

import (
	"github.com/xuri/excelize/v2"

	"luzhou/normalize"
	"luzhou/render"
)

// Widths of the columns of a table: of all together, and the least of one, in
// characters.
const (
	gridWidth   = 110.0
	leastColumn = 7.0
)

// table draws a table of the layout on a sheet of its own.
func (b *book) table(t *render.Table, title string, units map[string]normalize.Value) {
	s := b.sheet(title)
	sum := 0
	for _, w := range t.Widths {
		sum += w
	}
	var widths []float64
	for _, w := range t.Widths {
		widths = append(widths, max(leastColumn, gridWidth*float64(w)/float64(max(sum, 1))))
	}
	s.widths(widths...)
	s.freeze(0, t.Header)
	grid := make([][]any, t.Rows)
	for r := range grid {
		grid[r] = make([]any, len(t.Widths))
		for k := range grid[r] {
			grid[r][k] = s.cell(look{}, "")
		}
	}
	for _, c := range t.Cells {
		s.place(grid, c, units)
	}
	for r, row := range grid {
		s.rowOf(rowLines(t, r, widths), row)
	}
	for _, c := range t.Cells {
		if c.RowSpan > 1 || c.ColSpan > 1 {
			s.merge(c)
		}
	}
}

// rowLines is the height of a row: of its cells that are one row high.
func rowLines(t *render.Table, row int, widths []float64) int {
	most := 1
	for _, c := range t.Cells {
		if c.Row != row || c.RowSpan != 1 {
			continue
		}
		width := 0.0
		for _, w := range widths[c.Col:min(c.Col+c.ColSpan, len(widths))] {
			width += w
		}
		most = max(most, lines(c.Text, width))
	}
	return most
}

// place sets a cell and the look of the places it covers, for their borders.
func (s *sheet) place(grid [][]any, c render.Cell, units map[string]normalize.Value) {
	l, value := cellLook(c), any(c.Text)
	if c.Role == render.Value {
		if v, ok := units[c.Text]; ok {
			l.format, value = format(v.Value, v.Unit), number(v.Value)
		} else if d, ok := normalize.ParseDecimal(c.Text); ok && d.String() == c.Text {
			l.format, value = format(d, ""), number(d)
		}
	}
	for r := c.Row; r < min(c.Row+c.RowSpan, len(grid)); r++ {
		for k := c.Col; k < min(c.Col+c.ColSpan, len(grid[r])); k++ {
			grid[r][k] = s.cell(l, "")
		}
	}
	if c.Row < len(grid) && c.Col < len(grid[c.Row]) {
		grid[c.Row][c.Col] = s.cell(l, value)
	}
}

func cellLook(c render.Cell) look {
	switch c.Role {
	case render.ColumnHead:
		return look{head: true, center: true}
	case render.Value:
		return look{center: true}
	case render.RowHead:
		return look{center: c.RowSpan > 1}
	}
	return look{}
}

func (s *sheet) merge(c render.Cell) {
	s.do(func() error {
		from, err := excelize.CoordinatesToCellName(c.Col+1, c.Row+1)
		if err != nil {
			return err
		}
		to, err := excelize.CoordinatesToCellName(c.Col+c.ColSpan, c.Row+c.RowSpan)
		if err != nil {
			return err
		}
		return s.stream.MergeCell(from, to)
	})
}
