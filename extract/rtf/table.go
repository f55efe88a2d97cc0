package rtf

import "luzhou/extract"

// rowDef is what \trowd to the last \cellx say of a row (section "Table
// Definitions"). Rows without one of their own share that of the row before.
type rowDef struct {
	left  int
	cells []cellDef
	next  cellDef // of the \cellx to come
	irow  int     // \irow, -1 when not given
	last  bool    // \lastrow
	inUse bool    // a row has it; what follows begins another
	edges []int   // left edge and the right edges, set by lines
}

type cellDef struct {
	right int
	join  bool // \clmrg: belongs to the cell before
	down  extract.Down
}

// define begins a row definition.
func (f *flow) define(depth int) *rowDef {
	for len(f.defs) < depth {
		f.defs = append(f.defs, nil)
	}
	d := &rowDef{irow: -1}
	f.defs[depth-1] = d
	if depth == 1 && (len(f.levels) == 0 || f.levels[0].loose) {
		f.loose = len(f.blocks)
	}
	return d
}

// def returns the definition that the control words of a row add to.
func (f *flow) def(depth int) *rowDef {
	if len(f.defs) < depth || f.defs[depth-1] == nil || f.defs[depth-1].inUse {
		return f.define(depth)
	}
	return f.defs[depth-1]
}

// used returns the definition of a row that ends now. Without any, the row has
// one without cells.
func (f *flow) used(depth int) *rowDef {
	for len(f.defs) < depth {
		f.defs = append(f.defs, nil)
	}
	d := f.defs[depth-1]
	if d == nil {
		d = &rowDef{irow: -1}
		f.defs[depth-1] = d
	}
	d.inUse = true
	return d
}

// cell obeys \cellx.
func (d *rowDef) cell(right int, tally *tally) {
	if len(d.cells) == extract.MaxGridCols {
		tally.damage(damageManyColumns)
		return
	}
	d.next.right = right
	d.cells = append(d.cells, d.next)
	d.next = cellDef{}
}

// begins tells whether a row with this definition begins another table than
// the rows before it. Without a paragraph between them, only the row numbers
// of Word divide two tables. A row that a program copies keeps its number 0.
func (d *rowDef) begins(rows []row) bool {
	if d.irow != 0 || len(rows) == 0 {
		return false
	}
	before := rows[len(rows)-1].def
	return before.last && before.irow > 0
}

// lines returns the edges of the row, each at least a column apart: cells of
// no width have a column too.
func (d *rowDef) lines() []int {
	if d.edges != nil || len(d.cells) == 0 {
		return d.edges
	}
	x := min(d.left, d.cells[0].right-extract.EdgeTolerance)
	d.edges = append(make([]int, 0, len(d.cells)+1), x)
	for _, c := range d.cells {
		x = max(c.right, x+extract.EdgeTolerance)
		d.edges = append(d.edges, x)
	}
	return d.edges
}

// makeTable places the cells of rows on the grid of all their edges.
func (r *reader) makeTable(rows []row) extract.Table {
	var all []int
	for i, row := range rows {
		if i == 0 || row.def != rows[i-1].def {
			all = append(all, row.def.lines()...)
		}
	}
	grid := extract.NewEdges(all)
	if len(grid) > extract.MaxGridCols {
		r.refuse(extract.Text{ZH: "表格列数过多", EN: "too many columns in a table"})
		return extract.Table{}
	}
	placed := make([][]extract.RowCell, len(rows))
	for i := range rows {
		rows[i].dropExcess()
		placed[i] = r.placeRow(rows[i], grid)
		rows[i].cells = nil
	}
	t := extract.MergeDown(placed, max(0, len(grid)-1))
	r.tellCovered(placed, t)
	return t
}

// dropExcess drops blank cells that the definition does not know: LibreOffice
// writes some after a nested table.
func (r *row) dropExcess() {
	n := len(r.cells)
	for len(r.def.cells) > 0 && n > len(r.def.cells) && r.cells[n-1].blank() {
		n--
	}
	r.cells = r.cells[:n]
}

// placeRow gives the cells of a row their columns. Cells that the definition
// does not know follow in columns of their own.
func (r *reader) placeRow(row row, grid extract.Edges) []extract.RowCell {
	cells := make([]extract.RowCell, 0, len(row.cells))
	lines := row.def.lines()
	col := 0
	if len(lines) > 0 {
		col = grid.Index(lines[0])
	}
	for i := 0; i < len(row.cells); {
		c, down := row.cells[i], extract.Single
		end := r.endColumn(row.def, i, col, grid)
		if i < len(row.def.cells) {
			down = row.def.cells[i].down
		}
		for i++; i < len(row.cells) && i < len(row.def.cells) && row.def.cells[i].join; i++ {
			c.join(row.cells[i])
			end = r.endColumn(row.def, i, end, grid)
		}
		cells = append(cells, extract.RowCell{Cell: c.cell(col, end), Down: down})
		col = end
	}
	return cells
}

// endColumn returns the grid line at which cell i of a row ends.
func (r *reader) endColumn(d *rowDef, i, col int, grid extract.Edges) int {
	if i < len(d.cells) {
		return max(col+1, grid.Index(d.edges[i+1]))
	}
	if len(d.cells) > 0 {
		r.tally.damage(damageMoreCells)
	}
	return col + 1
}

func (c *content) cell(col, end int) extract.Cell {
	text, numbers := extract.JoinLines(c.paragraphs)
	cell := extract.Cell{Col: col, ColSpan: end - col, Text: text, Numbers: numbers, Tables: c.tables}
	cell.Pos.Line = c.anchor
	return cell
}

// tellCovered counts texts in cells that a vertical merge covers: they are
// stored, but not shown.
func (r *reader) tellCovered(placed [][]extract.RowCell, t extract.Table) {
	type place struct{ row, col int }
	var covered map[place]bool
	for i, row := range placed {
		for _, c := range row {
			if c.Down == extract.Continue && (c.Text != "" || len(c.Tables) > 0) {
				if covered == nil {
					covered = map[place]bool{}
				}
				covered[place{i, c.Col}] = true
			}
		}
	}
	if covered == nil {
		return
	}
	for _, c := range t.Cells {
		delete(covered, place{c.Row, c.Col})
	}
	r.tally.covered += len(covered)
}
