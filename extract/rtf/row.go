package rtf

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"luzhou/extract"
)

// level is an open table.
type level struct {
	rows  []row
	cells []content // of the open row
	open  content   // of the open cell
	loose bool      // its cells come without \intbl
}

// blank tells whether the open row shows nothing.
func (l *level) blank() bool {
	return !slices.ContainsFunc(l.cells, func(c content) bool { return !c.blank() })
}

// row is a finished row.
type row struct {
	cells []content
	def   *rowDef
}

// content is what a cell holds.
type content struct {
	paragraphs []extract.Paragraph
	tables     []extract.Table
	lines      int
	anchor     int
	afterTable bool // a nested table came last
}

func (c *content) empty() bool { return len(c.paragraphs) == 0 && len(c.tables) == 0 }

// blank tells whether there is nothing to see.
func (c *content) blank() bool {
	for _, p := range c.paragraphs {
		if p.Text != "" || p.Number != "" {
			return false
		}
	}
	return len(c.tables) == 0 && c.anchor == 0
}

// join adds what a cell merged into this one holds; it is blank in files of Word.
func (c *content) join(d content) {
	switch {
	case d.blank():
		return
	case c.blank():
		*c = d
		return
	}
	for _, t := range d.tables {
		t.After += c.lines
		c.tables = append(c.tables, t)
	}
	c.paragraphs = append(c.paragraphs, d.paragraphs...)
	c.lines += d.lines
	c.anchor = cmp.Or(c.anchor, d.anchor)
}

func (c *content) add(p extract.Paragraph) {
	c.paragraphs = append(c.paragraphs, p)
	c.lines += 1 + strings.Count(p.Text, "\n")
	c.afterTable = false
	if c.anchor == 0 {
		c.anchor = p.Pos.Line
	}
}

// trim drops the empty paragraph that the format demands after a nested table.
func (c *content) trim(p extract.Paragraph) bool {
	return c.afterTable && p.Text == "" && p.Number == "" && p.Pos.Line == 0
}

// setDepth closes the tables deeper than depth and opens those up to it.
func (r *reader) setDepth(depth int) {
	f := r.flow
	for len(f.levels) > depth {
		r.closeLevel()
	}
	for len(f.levels) < depth {
		f.levels = append(f.levels, &level{})
	}
}

// closeLevel ends the deepest open table.
func (r *reader) closeLevel() {
	f := r.flow
	top := f.levels[len(f.levels)-1]
	r.closeRow(top, len(f.levels))
	r.placeTable(top)
	f.levels = f.levels[:len(f.levels)-1]
	if len(f.levels) == 0 {
		f.placeBoxes()
	}
}

// closeRow ends a row that has no \row.
func (r *reader) closeRow(l *level, depth int) {
	if !l.open.empty() {
		r.addCell(l)
	}
	if len(l.cells) > 0 {
		r.tally.damage(damageOpenRow)
		l.rows = append(l.rows, row{l.cells, r.flow.used(depth)})
		l.cells = nil
	}
}

// placeTable makes a table of the rows so far and puts it where the level is.
func (r *reader) placeTable(l *level) {
	if len(l.rows) == 0 {
		return
	}
	t := r.makeTable(l.rows)
	l.rows = nil
	f := r.flow
	if l == f.levels[0] {
		f.blocks = append(f.blocks, extract.Block{Table: &t})
		return
	}
	for i, inner := range f.levels {
		if inner == l {
			in := &f.levels[i-1].open
			t.After = in.lines
			in.tables = append(in.tables, t)
			in.afterTable = true
		}
	}
}

func (r *reader) addCell(l *level) {
	r.stop(&r.cells, extract.MaxCells, extract.Text{ZH: "单元格过多", EN: "too many cells"})
	l.cells = append(l.cells, l.open)
	l.open = content{}
}

// endCell obeys \cell and \nestcell.
func (r *reader) endCell(depth int) {
	if r.dest != toBody {
		return
	}
	r.countNumber()
	f := r.flow
	loose := !r.para.inTable && r.para.depth == 0
	r.split(depth)
	p := f.take()
	first := len(f.levels) == 0
	r.setDepth(depth)
	f.claimBoxes()
	l := f.levels[depth-1]
	if loose && depth == 1 && first {
		l.loose = true
		r.claim(l)
	}
	f.loose = -1
	if !l.open.trim(p) {
		l.open.add(p)
	}
	r.addCell(l)
}

// claim moves the paragraphs since \trowd into the first cell of a table whose
// cells lack \intbl.
func (r *reader) claim(l *level) {
	f := r.flow
	if f.loose < 0 || slices.ContainsFunc(f.blocks[f.loose:], func(b extract.Block) bool { return b.Table != nil }) {
		return
	}
	for _, b := range f.blocks[f.loose:] {
		l.open.add(*b.Paragraph)
	}
	f.blocks = f.blocks[:f.loose]
}

// endRow obeys \row and \nestrow.
func (r *reader) endRow(depth int) {
	if r.dest != toBody {
		return
	}
	f := r.flow
	if len(bytes.TrimSpace(f.text)) > 0 || f.anchor != 0 {
		r.endCell(depth) // text that no \cell ends
	}
	f.take()
	if len(f.levels) < depth {
		return
	}
	r.setDepth(depth)
	f.claimBoxes()
	l := f.levels[depth-1]
	if !l.open.empty() {
		r.addCell(l)
	}
	f.loose = -1
	if len(l.cells) == 0 {
		return
	}
	def := f.used(depth)
	if r.deleted && l.blank() {
		l.cells = nil // its text went with it when it was deleted
		return
	}
	if def.begins(l.rows) {
		r.placeTable(l)
	}
	l.rows = append(l.rows, row{l.cells, def})
	l.cells = nil
}
