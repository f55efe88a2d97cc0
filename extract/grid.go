package extract

import (
	"cmp"
	"slices"
)

// Grid places cells that state their spans but not their columns, by the
// table model of HTML (WHATWG, section 4.9.12): each goes to the first place
// of its row that no cell above covers.
type Grid struct {
	Clipped  int // spans cut at the end of a row group or at MaxGridCols
	Overlaps int // cells that share a place with another

	cells  []Cell
	row    int   // current row, -1 before the first
	next   int   // column at which the next cell of the row may stand
	taken  []int // per column, the first row that is free again
	groups int   // first cell of the current row group
	width  int
}

// NewGrid returns a grid without rows.
func NewGrid() *Grid { return &Grid{row: -1} }

// Row begins the next row.
func (g *Grid) Row() {
	g.row++
	g.next = 0
}

// Add places a cell in the current row. A RowSpan of 0 reaches to the end of
// the row group; a ColSpan below 1 counts as 1.
func (g *Grid) Add(c Cell) {
	for g.next < len(g.taken) && g.taken[g.next] > g.row {
		g.next++
	}
	c.Row, c.Col, c.ColSpan = g.row, g.next, max(c.ColSpan, 1)
	if c.Col+c.ColSpan > MaxGridCols {
		c.ColSpan = max(1, MaxGridCols-c.Col)
		g.Clipped++
	}
	free := g.row + c.RowSpan
	if c.RowSpan <= 0 {
		c.RowSpan, free = 0, maxRow
	}
	overlap := false
	for k := c.Col; k < c.Col+c.ColSpan; k++ {
		if k >= len(g.taken) {
			g.taken = append(g.taken, 0)
		}
		overlap = overlap || g.taken[k] > g.row
		g.taken[k] = max(g.taken[k], free)
	}
	if overlap {
		g.Overlaps++
	}
	g.next = c.Col + c.ColSpan
	g.width = max(g.width, g.next)
	g.cells = append(g.cells, c)
}

const maxRow = int(^uint(0) >> 1)

// EndGroup ends a row group: no span reaches past it.
func (g *Grid) EndGroup() {
	for i := g.groups; i < len(g.cells); i++ {
		c := &g.cells[i]
		if rest := g.row + 1 - c.Row; c.RowSpan == 0 {
			c.RowSpan = rest
		} else if c.RowSpan > rest {
			c.RowSpan = rest
			g.Clipped++
		}
	}
	g.groups = len(g.cells)
	for k := range g.taken {
		g.taken[k] = min(g.taken[k], g.row+1)
	}
}

// Rows returns the number of rows begun so far.
func (g *Grid) Rows() int { return g.row + 1 }

// Table ends the last row group and returns the table.
func (g *Grid) Table() Table {
	g.EndGroup()
	sortCells(g.cells)
	return Table{Rows: g.row + 1, Cols: g.width, Cells: g.cells}
}

func sortCells(cells []Cell) {
	order := func(a, b Cell) int { return cmp.Or(a.Row-b.Row, a.Col-b.Col) }
	if !slices.IsSortedFunc(cells, order) {
		slices.SortStableFunc(cells, order)
	}
}

// Down says how a cell of a word-processor row takes part in a vertical merge.
type Down int

// States of vertical merge.
const (
	Single   Down = iota // not merged
	Restart              // begins a merge
	Continue             // belongs to the cell above
)

// RowCell is a cell as word processors store it: its columns are known, its
// rows follow from the rows below. Row and RowSpan of the Cell are ignored.
type RowCell struct {
	Cell
	Down Down
}

// MergeDown makes a table of rows of such cells. A Continue belongs to the
// cell above when that one takes part in a merge and covers the same columns;
// otherwise it stands as a cell of its own. A Restart that nothing continues is
// one row high. cols is the width of the grid; cells may widen it.
//
// Programs differ on a Continue of another width: LibreOffice joins it by its
// left edge alone, which leaves cells overlapping. Standing alone it loses
// neither its text nor anybody's place.
func MergeDown(rows [][]RowCell, cols int) Table {
	count := 0
	for _, row := range rows {
		count += len(row)
	}
	t := Table{Rows: len(rows), Cols: cols, Cells: make([]Cell, 0, count)}
	var above, here []merging
	for r, row := range rows {
		if byColumn := func(a, b RowCell) int { return a.Col - b.Col }; !slices.IsSortedFunc(row, byColumn) {
			row = slices.Clone(row)
			slices.SortStableFunc(row, byColumn)
		}
		above, here = here, above[:0]
		next := 0
		for _, c := range row {
			c.ColSpan = max(c.ColSpan, 1)
			t.Cols = max(t.Cols, c.Col+c.ColSpan)
			for next < len(above) && above[next].col < c.Col {
				next++
			}
			if c.Down == Continue && next < len(above) && above[next].col == c.Col && t.Cells[above[next].cell].ColSpan == c.ColSpan {
				t.Cells[above[next].cell].RowSpan++
				here = append(here, above[next])
				continue
			}
			c.Row, c.RowSpan = r, 1
			if c.Down != Single {
				here = append(here, merging{c.Col, len(t.Cells)})
			}
			t.Cells = append(t.Cells, c.Cell)
		}
	}
	sortCells(t.Cells)
	return t
}

// merging is a cell of the row above that may be continued: its first column
// and its index.
type merging struct{ col, cell int }

// EdgeTolerance is the distance in twips below which two cell edges of a Word
// table are one: Word rounds the edges of each row on its own.
const EdgeTolerance = 20

// Edges is the sorted list of the column edges of a table, in twips.
type Edges []int

// NewEdges joins the cell edges of all rows of a table into the edges of its
// grid. Edges nearer than EdgeTolerance to the first of a bundle are one.
func NewEdges(all []int) Edges {
	all = slices.Clone(all)
	slices.Sort(all)
	var e Edges
	for _, x := range all {
		if len(e) == 0 || x-e[len(e)-1] >= EdgeTolerance {
			e = append(e, x)
		}
	}
	return e
}

// Index returns the number of the grid line nearest to x.
func (e Edges) Index(x int) int {
	i, _ := slices.BinarySearch(e, x)
	switch {
	case i == len(e):
		return max(0, i-1)
	case i > 0 && x-e[i-1] < e[i]-x:
		return i - 1
	}
	return i
}
