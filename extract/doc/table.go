package doc

import "luzhou/extract"

// place is a cell with its edges in twips.
type place struct {
	left, right int
	cell        *cellContent
	down        extract.Down
}

// strayWidth is given to a cell for which its row defines no edges.
const strayWidth = 1000

// buildTable makes a table of its rows: the grid is the union of the edges of
// all rows, since each row of a Word table has edges of its own.
func (f *file) buildTable(rows []tableRow) extract.Table {
	if f.over {
		return extract.Table{} // to be refused
	}
	var edges []int
	placed := make([][]place, len(rows))
	var before []int
	for i := range rows {
		if t := rows[i].tap; t == nil || len(t.cells) == 0 {
			f.damage(damagedRow)
			rows[i].tap = borrowed(before, len(rows[i].cells))
		}
		before = rows[i].tap.edges
		placed[i] = f.placeRow(&rows[i])
		for _, p := range placed[i] {
			edges = append(edges, p.left, p.right)
		}
	}
	grid := extract.NewEdges(edges)
	out := make([][]extract.RowCell, len(rows))
	for i, row := range placed {
		out[i] = f.gridRow(row, grid)
	}
	table := extract.MergeDown(out, max(0, len(grid)-1))
	f.counts.hidden += covered(out, table.Cells)
	return table
}

// covered counts the cells whose text is not shown, because the merged cell
// above covers them.
func covered(rows [][]extract.RowCell, shown []extract.Cell) int {
	n := 0
	for _, row := range rows {
		for _, c := range row {
			if c.Text != "" || len(c.Tables) > 0 {
				n++
			}
		}
	}
	for _, c := range shown {
		if c.Text != "" || len(c.Tables) > 0 {
			n--
		}
	}
	return n
}

// borrowed makes the layout of a row that has none: the edges of the row
// before it as far as they go.
func borrowed(before []int, cells int) *tap {
	t := &tap{edges: []int{0}, cells: make([]tc, cells)}
	if len(before) > 0 {
		t.edges = append([]int(nil), before[:min(len(before), cells+1)]...)
	}
	for len(t.edges) <= cells {
		t.edges = append(t.edges, t.edges[len(t.edges)-1]+strayWidth)
	}
	return t
}

// placeRow joins the contents of a row with its layout. Cells that the layout
// does not define stand past its end; a cell the layout defines but the text
// lacks is not made up.
func (f *file) placeRow(row *tableRow) []place {
	t := row.tap
	if len(row.cells) > len(t.cells) {
		f.damage(damagedRow)
		t = &tap{edges: t.edges, cells: append([]tc(nil), t.cells...)}
		for len(t.cells) < len(row.cells) {
			t.cells = append(t.cells, tc{})
			t.edges = append(t.edges[:len(t.edges):len(t.edges)], t.edges[len(t.edges)-1]+strayWidth)
		}
	}
	out := make([]place, 0, len(row.cells))
	var group byte // the mark that begins a merged group, while in one
	at := t.edges[0]
	for i := range row.cells {
		c := &row.cells[i]
		mark := t.cells[i].horizontal
		switch {
		case mark == 0:
			group = 0
		case group == 0:
			group = mark
		case mark != group:
			last := &out[len(out)-1]
			last.right = max(last.right, t.edges[i+1])
			at = last.right
			last.cell.join(c)
			continue
		}
		p := place{max(at, t.edges[i]), max(at, t.edges[i+1]), c, t.cells[i].down}
		if p.right-p.left < extract.EdgeTolerance && !c.blank() {
			p.right = p.left + extract.EdgeTolerance // too narrow to see, but not lost
		}
		at = p.right
		out = append(out, p)
	}
	return out
}

// join appends what a horizontally merged cell holds; an empty one adds no line.
func (c *cellContent) join(d *cellContent) {
	if d.blank() {
		return
	}
	for _, t := range d.tables {
		t.After += c.lines
		c.tables = append(c.tables, t)
	}
	for _, p := range d.paragraphs {
		c.add(p)
	}
}

// blank reports whether a cell shows nothing.
func (c *cellContent) blank() bool {
	for _, p := range c.paragraphs {
		if p.Text != "" || p.Number != "" {
			return false
		}
	}
	return len(c.tables) == 0
}

// gridRow gives the cells of a row their columns.
func (f *file) gridRow(row []place, grid extract.Edges) []extract.RowCell {
	out := make([]extract.RowCell, 0, len(row))
	for _, p := range row {
		col, end := grid.Index(p.left), grid.Index(p.right)
		if end <= col && p.cell.blank() {
			continue // a cell of no width shows nothing
		}
		text, numbers := extract.JoinLines(p.cell.paragraphs)
		out = append(out, extract.RowCell{
			Cell: extract.Cell{Col: col, ColSpan: max(1, end-col), Text: text, Numbers: numbers, Tables: p.cell.tables},
			Down: p.down,
		})
	}
	return out
}
