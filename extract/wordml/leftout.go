package wordml

import "luzhou/extract"

// LibreOffice writes a table without the lower cells of vertical merges, often
// without telling where merges are, and gives the n-th cell of a row the width
// of the n-th column whatever it spans. Columns are then found again from what
// is certain in its files: every row fills the grid, and what a row lacks are cells of the
// row above that go on. Of the ways to do that the one is taken that needs the
// fewest new column edges, then keeps most merges going, then most cells, then
// the leftmost. That is a reading of the table and is told as a warning.

// Bounds on the tables for which this is tried.
const (
	maxInferredCols = 64
	maxInferredRows = 2000
)

// merges is a table whose lower cells are left out.
type merges struct {
	rows   []tableRow
	cols   int
	marked bool  // the first cells of merges are marked
	full   []int // for each row, the next one below that fills the grid; -1 if none does
}

// leftOut recognizes such a table; nil for any other. libre tells whether
// LibreOffice made the file.
func leftOut(rows []tableRow, grid []string, libre bool) *merges {
	m := &merges{rows: rows, cols: len(grid)}
	byIndex := libre
	for _, row := range rows {
		if row.before+row.after > 0 {
			return nil
		}
		for i, c := range row.cells {
			if c.down == extract.Continue || c.continues {
				return nil
			}
			m.marked = m.marked || c.down == extract.Restart
			byIndex = byIndex && i < len(grid) && c.width == grid[i]
		}
	}
	if m.cols > maxInferredCols || len(rows) > maxInferredRows || !byIndex && !m.marked {
		return nil
	}
	m.full = make([]int, len(rows))
	for i, below := len(rows)-1, -1; i >= 0; i-- {
		m.full[i] = below
		if rows[i].width() == m.cols {
			below = i
		}
	}
	return m
}

func (row tableRow) width() int {
	n := 0
	for _, c := range row.cells {
		n += c.ColSpan
	}
	return n
}

// slot is a cell of the row above, or the part of it that goes on.
type slot struct {
	col, span int
	open      bool // has gone on already
	may       bool // may go on
}

// restore moves the cells of short rows to their columns and adds the lower
// cells of merges. It returns how many rows it changed.
func (m *merges) restore(placed [][]extract.RowCell) int {
	var above []slot
	changed := 0
	for i, row := range m.rows {
		cells := placed[i]
		if above != nil && row.width() < m.cols {
			if s := m.solve(row, above, m.edges(i, above)); s != nil {
				placed[i] = s.cells(row)
				above = m.slots(placed[i], above)
				changed++
				continue
			}
		}
		above = nil
		if row.width() == m.cols {
			above = m.slots(cells, nil)
		}
	}
	if changed > 0 {
		m.reopen(placed)
	}
	return changed
}

// reopen lets every cell be continued; those that are not stay one row high.
func (m *merges) reopen(placed [][]extract.RowCell) {
	for _, row := range placed {
		for k := range row {
			if row[k].Down == extract.Single {
				row[k].Down = extract.Restart
			}
		}
	}
}

// slots describes a row for the one below.
func (m *merges) slots(cells []extract.RowCell, above []slot) []slot {
	restartable := map[int]bool{}
	for _, s := range above {
		restartable[s.col] = s.may
	}
	slots := make([]slot, len(cells))
	for k, c := range cells {
		open := c.Down == extract.Continue
		slots[k] = slot{c.Col, c.ColSpan, open, !m.marked || c.Down == extract.Restart || open && restartable[c.Col]}
	}
	return slots
}

// edges marks the column edges of the row above and of the next full row below.
func (m *merges) edges(row int, above []slot) []bool {
	at := make([]bool, m.cols+1)
	for _, s := range above {
		at[s.col] = true
	}
	at[m.cols] = true
	if below := m.full[row]; below >= 0 {
		col := 0
		for _, c := range m.rows[below].cells {
			at[col] = true
			col += c.ColSpan
		}
	}
	return at
}

// cost orders the ways to place a row; smaller is better, field by field.
type cost struct {
	edges int // new column edges, and edges of the row above inside a cell
	fresh int // cells above that go on for the first time, less those that go on again
	cells int // fewer cells that go on
}

func (c cost) less(d cost) bool {
	if c.edges != d.edges {
		return c.edges < d.edges
	}
	if c.fresh != d.fresh {
		return c.fresh < d.fresh
	}
	return c.cells < d.cells
}

// step is the best way to fill the grid from a column on with the cells from
// one on.
type step struct {
	cost
	ok     bool
	goesOn int // span of the cell above that goes on here; 0 places the next cell
}

// solution says for a row, column by column, what stands there.
type solution struct {
	cols, count int
	steps       []step // by column, then by cell
}

func (s *solution) at(col, cell int) *step { return &s.steps[col*(s.count+1)+cell] }

// solve finds the best way, nil when there is none. It works from the right,
// so that of equal ways the one stays that continues cells further left.
func (m *merges) solve(row tableRow, above []slot, edges []bool) *solution {
	n := len(row.cells)
	s := &solution{m.cols, n, make([]step, (m.cols+1)*(n+1))}
	s.at(m.cols, n).ok = true
	over := make([]slot, m.cols)
	for _, a := range above {
		over[a.col] = a
	}
	for c := m.cols - 1; c >= 0; c-- {
		for k := n; k >= 0; k-- {
			*s.at(c, k) = s.best(row, over, edges, c, k)
		}
	}
	if !s.at(0, 0).ok {
		return nil
	}
	return s
}

func (s *solution) best(row tableRow, over []slot, edges []bool, c, k int) step {
	var best step
	if a := over[c]; a.may && a.span > 0 {
		best = *s.at(c+a.span, k)
		best.goesOn = a.span
		best.cells--
		if a.open {
			best.fresh--
		}
	}
	if k == len(row.cells) {
		return best
	}
	end := c + row.cells[k].ColSpan
	if end >= len(edges) || !s.at(end, k+1).ok {
		return best
	}
	place := *s.at(end, k+1)
	place.goesOn = 0
	if !edges[end] {
		place.edges++
	}
	for inner := c + 1; inner < end; inner++ {
		if over[inner].span > 0 {
			place.edges++
		}
	}
	if !best.ok || place.less(best.cost) {
		return place
	}
	return best
}

// cells returns the row with its cells in place and the lower cells of merges.
func (s *solution) cells(row tableRow) []extract.RowCell {
	var cells []extract.RowCell
	for c, k := 0, 0; c < s.cols; {
		if on := s.at(c, k).goesOn; on > 0 {
			cells = append(cells, extract.RowCell{Cell: extract.Cell{Col: c, ColSpan: on}, Down: extract.Continue})
			c += on
			continue
		}
		cell := row.cells[k].Cell
		cell.Col = c
		cells = append(cells, extract.RowCell{Cell: cell, Down: row.cells[k].down})
		c += cell.ColSpan
		k++
	}
	return cells
}
