package docx

import (
	"strings"

	"luzhou/extract"
)

// table is a w:tbl while it is read.
type table struct {
	grid  int // columns of w:tblGrid
	rows  [][]extract.RowCell
	stray flow // paragraphs among rows, which no schema allows
}

// row is a w:tr while it is read.
type row struct {
	before, after int
	cells         []extract.RowCell
	deleted       bool
}

// table reads a w:tbl.
func (r *reader) table(f *flow) {
	if !r.enter() {
		return
	}
	defer r.leave()
	if f.joins && len(f.joined) > 0 { // a paragraph cannot join a table
		r.emit(f, extract.ParagraphBlock(string(f.joined), ""))
	}
	f.joins, f.joined = false, nil
	var t table
	r.rows(&t)
	if len(t.rows) > 0 {
		merged := extract.MergeDown(t.rows, t.grid)
		for _, cells := range t.rows {
			r.tally.covered += filled(cells)
		}
		for _, c := range merged.Cells {
			if hasContent(c) {
				r.tally.covered--
			}
		}
		r.emit(f, extract.Block{Table: &merged})
	}
	r.finish(&t.stray)
	for _, b := range t.stray.blocks {
		r.emit(f, b)
	}
}

func filled(cells []extract.RowCell) (n int) {
	for _, c := range cells {
		if hasContent(c.Cell) {
			n++
		}
	}
	return n
}

func hasContent(c extract.Cell) bool { return len(c.Tables) > 0 || strings.TrimSpace(c.Text) != "" }

// rows reads the rows among the children of the current element.
func (r *reader) rows(t *table) {
	x := r.x
	for depth := x.depth; x.child(depth); {
		if x.space == compatSpace {
			r.compat(func() { r.rows(t) })
			continue
		}
		switch name := string(x.local); name {
		case "tblGrid":
			for inner := x.depth; x.child(inner); {
				if string(x.local) == "gridCol" && t.grid < extract.MaxGridCols {
					t.grid++
				}
			}
		case "tr":
			r.row(t)
		case "del", "moveFrom":
			r.tally.deletions++
		case "p", "tbl":
			r.block(&t.stray)
		default:
			if !isProperty(name) {
				r.rows(t)
			}
		}
	}
}

// row reads a w:tr, unless it is deleted.
func (r *reader) row(t *table) {
	if !r.oneMore(&r.used.rows, extract.MaxCells) {
		return
	}
	var w row
	r.cellsOf(t, &w)
	if w.deleted {
		r.tally.deletions++
		return
	}
	r.place(&w)
	t.rows = append(t.rows, w.cells)
	t.grid = max(t.grid, min(w.after, extract.MaxGridCols))
}

// cellsOf reads the cells among the children of the current element.
func (r *reader) cellsOf(t *table, w *row) {
	x := r.x
	for depth := x.depth; !w.deleted && x.child(depth); {
		if x.space == compatSpace {
			r.compat(func() { r.cellsOf(t, w) })
			continue
		}
		switch name := string(x.local); name {
		case "trPr":
			r.rowProperties(w)
		case "tc":
			r.cell(w)
		case "del", "moveFrom":
			r.tally.deletions++
		case "p", "tbl":
			r.block(&t.stray)
		default:
			if !isProperty(name) && name != "tblPrEx" {
				r.cellsOf(t, w)
			}
		}
	}
}

func (r *reader) rowProperties(w *row) {
	x := r.x
	for depth := x.depth; x.child(depth); {
		switch string(x.local) {
		case "gridBefore":
			w.before, _ = x.number("val")
		case "gridAfter":
			w.after, _ = x.number("val")
		case "del":
			w.deleted = true
		case "ins":
			r.tally.insertions++
		}
	}
}

// place gives the cells of a row their columns. Each keeps at least one column
// of the widest grid there may be; w.after becomes the width of the row.
func (r *reader) place(w *row) {
	if len(w.cells) > extract.MaxGridCols {
		r.stop(extract.RefusedLimit, extract.Text{ZH: "一行单元格过多", EN: "too many cells in a row"})
		return
	}
	spare := extract.MaxGridCols - len(w.cells)
	col := r.clip(w.before, &spare, 0)
	for i := range w.cells {
		c := &w.cells[i]
		c.Col = col
		c.ColSpan = 1 + r.clip(c.ColSpan-1, &spare, 1)
		col += c.ColSpan
	}
	w.after = col + r.clip(w.after, &spare, 0)
}

// clip takes n columns from those to spare; a cell cut short is told.
func (r *reader) clip(n int, spare *int, told int) int {
	n = max(n, 0)
	if n > *spare {
		n = *spare
		r.tally.clipped += told
	}
	*spare -= n
	return n
}

// cellProperties is a w:tcPr.
type cellProperties struct {
	span    int
	down    extract.Down
	left    bool // continues the cell to its left (w:hMerge)
	deleted bool
}

// cell reads a w:tc and adds it to the row. A deleted one stays as an empty
// cell: the spans of the other rows are stored as if it were there.
func (r *reader) cell(w *row) {
	if !r.oneMore(&r.used.cells, extract.MaxCells) {
		return
	}
	x := r.x
	props := cellProperties{span: 1}
	var f flow
	r.within(func() {
		for depth := x.depth; !props.deleted && x.child(depth); {
			if string(x.local) == "tcPr" {
				r.cellProperties(&props)
			} else {
				r.block(&f)
			}
		}
	})
	r.finish(&f)
	if props.deleted {
		r.tally.deletions++
		f.blocks = nil
	}
	if n := len(w.cells); props.left && n > 0 {
		w.cells[n-1].ColSpan += props.span
		addTo(&w.cells[n-1].Cell, f.blocks)
		return
	}
	c := extract.RowCell{Cell: extract.Cell{ColSpan: max(1, props.span)}, Down: props.down}
	fill(&c.Cell, f.blocks)
	w.cells = append(w.cells, c)
}

func (r *reader) cellProperties(props *cellProperties) {
	x := r.x
	for depth := x.depth; x.child(depth); {
		switch string(x.local) {
		case "gridSpan":
			props.span, _ = x.number("val")
			props.span = min(max(props.span, 1), extract.MaxGridCols+1)
		case "vMerge":
			props.down = down(x.attr("val"))
		case "hMerge":
			props.left = down(x.attr("val")) == extract.Continue
		case "cellMerge": // a tracked merge (17.13.5.2)
			if v := x.attr("vMerge"); v != "" {
				props.down = down(v)
			}
		case "cellDel":
			props.deleted = true
		case "cellIns":
			r.tally.insertions++
		}
	}
}

// down reads ST_Merge and ST_AnnotationVMerge: no value means continue.
func down(val string) extract.Down {
	if val == "restart" || val == "rest" {
		return extract.Restart
	}
	return extract.Continue
}

// fill makes the content of a cell of its blocks.
func fill(c *extract.Cell, blocks []extract.Block) {
	var paragraphs []extract.Paragraph
	n := 0
	for _, b := range blocks {
		if b.Table != nil {
			b.Table.After = n
			c.Tables = append(c.Tables, *b.Table)
			continue
		}
		paragraphs = append(paragraphs, *b.Paragraph)
		n += 1 + strings.Count(b.Paragraph.Text, "\n")
	}
	c.Text, c.Numbers = extract.JoinLines(paragraphs)
}

// addTo adds the content of a cell that is merged into its left neighbour,
// which is empty in files Word writes.
func addTo(c *extract.Cell, blocks []extract.Block) {
	var more extract.Cell
	fill(&more, blocks)
	if more.Text != "" {
		c.Text = strings.TrimPrefix(c.Text+"\n"+more.Text, "\n")
		c.Numbers = nil
	}
	c.Tables = append(c.Tables, more.Tables...)
}
