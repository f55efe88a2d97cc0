package html

import "luzhou/extract"

// grid is the grid of one table with a bound on its width. A row has no gaps
// left of its last cell, so it is at most as wide as its own cells and those
// that reach into it from above.
type grid struct {
	*extract.Grid
	row   int
	own   int         // columns of the cells of this row
	long  int         // of these, columns of cells that reach into the next
	above int         // columns of cells that reach into this row
	ends  map[int]int // by row, columns of cells that end before it
}

func newGrid() *grid { return &grid{Grid: extract.NewGrid(), row: -1} }

func (g *grid) begin() {
	g.Row()
	g.row++
	g.above += g.long - g.ends[g.row]
	delete(g.ends, g.row)
	g.own, g.long = 0, 0
}

// add places a cell. Spans past extract.MaxGridCols are clipped by the Grid;
// add tells whether the cells that begin there are still few.
func (g *grid) add(c extract.Cell) bool {
	cols := max(1, min(c.ColSpan, extract.MaxGridCols-g.own-g.above))
	if g.own += cols; g.own+g.above > 2*extract.MaxGridCols {
		return false
	}
	if c.RowSpan != 1 {
		g.long += cols
	}
	if c.RowSpan > 1 {
		if g.ends == nil {
			g.ends = map[int]int{}
		}
		g.ends[g.row+c.RowSpan] += cols
	}
	g.Add(c)
	return true
}

// end ends a row group.
func (g *grid) end() {
	g.EndGroup()
	g.above, g.own, g.long = 0, 0, 0
	clear(g.ends)
}
