package pdf

import (
	"fmt"
	"math"

	"luzhou/extract"
	"luzhou/render"
)

// grid is a table with its text broken and its rows measured.
type grid struct {
	edges   []float64 // of the columns, from the left edge of the text block
	pad     float64   // above and below the text of a cell
	heights []float64 // of the rows
	header  int       // rows to repeat
	head    float64   // their height
	kept    []bool    // rows that should stand on the page of the next
	cells   []setCell
	owner   []int32 // index + 1 of the cell at each place, row by row; 0 for none
}

func (g *grid) rows() int { return len(g.heights) }
func (g *grid) cols() int { return len(g.edges) - 1 }

// at is the owner of a place.
func (g *grid) at(row, col int) int32 { return g.owner[row*g.cols()+col] }

// joined tells whether one cell covers two places.
func joined(a, b int32) bool { return a != 0 && a == b }

// grid lays out a table. A malformed table is an error: its text would be lost.
func (t *typesetter) grid(table render.Table) (*grid, error) {
	owner, err := table.Places()
	if err != nil {
		return nil, fmt.Errorf("table %q: %w", table.Key, err)
	}
	g := &grid{edges: columnEdges(table.Widths), heights: make([]float64, table.Rows), pad: cellPadTall, kept: table.Kept(), owner: owner}
	if table.Tight {
		g.pad = cellPadTight
	}
	g.cells = make([]setCell, 0, len(table.Cells))
	for _, c := range table.Cells {
		g.cells = append(g.cells, t.cell(c, g.edges[c.Col+c.ColSpan]-g.edges[c.Col]))
	}
	t.note(table.Key)
	g.measureRows()
	g.setHeader(table.Header)
	if err := g.splitTallRows(); err != nil {
		return nil, fmt.Errorf("table %q: %w", table.Key, err)
	}
	return g, nil
}

func columnEdges(widths []int) []float64 {
	total := 0.0
	for _, w := range widths {
		total += float64(max(w, 1))
	}
	edges, sum := make([]float64, len(widths)+1), 0.0
	for i, w := range widths {
		sum += float64(max(w, 1))
		edges[i+1] = sum / total * blockWidth
	}
	return edges
}

// rowPad is what a row is higher than its text: the space above and below and,
// as word processors reckon, one border.
func (g *grid) rowPad() float64 { return 2*g.pad + render.BorderWidth }

// measureRows makes every row as high as its text needs, first for cells of
// one row, then for spanning cells, which share what they lack among theirs.
func (g *grid) measureRows() {
	for i := range g.heights {
		g.heights[i] = render.CellLine + g.rowPad()
	}
	for i := range g.cells {
		if c := &g.cells[i]; c.rows == 1 {
			g.heights[c.row] = max(g.heights[c.row], c.textHeight()+g.rowPad())
		}
	}
	for i := range g.cells {
		c := &g.cells[i]
		if c.rows == 1 {
			continue
		}
		if lack := c.textHeight() + g.rowPad() - sum(g.heights[c.row:c.row+c.rows]); lack > 0 {
			for r := c.row; r < c.row+c.rows; r++ {
				g.heights[r] += lack / float64(c.rows)
			}
		}
	}
}

func sum(list []float64) float64 {
	total := 0.0
	for _, v := range list {
		total += v
	}
	return total
}

// setHeader takes the rows to repeat, unless they leave little room for others.
func (g *grid) setHeader(rows int) {
	if rows <= 0 || rows >= g.rows() {
		return
	}
	if head := sum(g.heights[:rows]); head <= blockHeight/3 {
		g.header, g.head = rows, head
	}
}

// splitTallRows makes several rows of one that no page holds. Its cells then
// span them, and their text flows on from page to page.
func (g *grid) splitTallRows() error {
	most := blockHeight - g.head
	piece := most / 4
	counts, tall := make([]int, g.rows()), false
	for r, h := range g.heights {
		counts[r] = 1
		if h > most {
			counts[r], tall = int(math.Ceil(h/piece)), true
		}
	}
	if !tall {
		return nil
	}
	for i := range g.cells { // room for every line even if each piece stands alone
		if c := &g.cells[i]; counts[c.row] > 1 {
			room := max(1, math.Floor((piece-2*g.pad)/c.pitch))
			counts[c.row] = max(counts[c.row], int(math.Ceil(float64(len(c.lines))/room)))
		}
	}
	total := 0
	for _, n := range counts {
		total += n
	}
	if total > extract.MaxCells/g.cols() {
		return fmt.Errorf("its text would fill %d rows of %d columns, which is too much", total, g.cols())
	}
	g.renumber(counts, piece)
	return nil
}

// renumber replaces row r by counts[r] rows, of height piece if several.
func (g *grid) renumber(counts []int, piece float64) {
	start := make([]int, len(counts)+1)
	var heights []float64
	var owner []int32
	var kept []bool
	for r, n := range counts {
		start[r+1] = start[r] + n
		for range n {
			if n == 1 {
				heights = append(heights, g.heights[r])
			} else {
				heights = append(heights, piece)
			}
			kept = append(kept, g.kept[r] && n == 1)
			owner = append(owner, g.owner[r*g.cols():(r+1)*g.cols()]...)
		}
	}
	for i := range g.cells {
		c := &g.cells[i]
		last := start[c.row+c.rows]
		c.row, c.rows = start[c.row], last-start[c.row]
	}
	g.heights, g.owner, g.kept, g.header = heights, owner, kept, start[g.header]
}
