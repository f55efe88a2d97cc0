package doc

import (
	"strings"

	"luzhou/extract"
)

// builder places the paragraphs of a story in blocks, tables and cells.
type builder struct {
	f      *file
	blocks []extract.Block
	open   []*tableBuilder // the table being read, and those nested in it
	boxes  []int           // text boxes anchored in the block being read
}

// tableBuilder collects the rows of one table.
type tableBuilder struct {
	gone  bool // a row was left out
	rows  []tableRow
	cells []cellContent // of the row being read
	cell  cellContent   // the cell being read
}

type tableRow struct {
	cells []cellContent
	tap   *tap // nil when the row has no end mark
}

type cellContent struct {
	paragraphs []extract.Paragraph
	tables     []extract.Table
	lines      int
}

func (c *cellContent) empty() bool { return len(c.paragraphs) == 0 && len(c.tables) == 0 }

func (c *cellContent) add(p extract.Paragraph) {
	c.paragraphs = append(c.paragraphs, p)
	c.lines += 1 + strings.Count(p.Text, "\n")
}

// add places one paragraph ([MS-DOC] 2.4.3).
func (b *builder) add(p *para) {
	level := b.f.level(p.pap)
	b.closeTo(level)
	if p.mark == 0 && p.text == "" && len(p.marks) == 0 {
		return
	}
	b.anchors(p.marks)
	q := extract.Paragraph{Text: p.text, Number: p.number}
	if level == 0 {
		own := q // so that those in cells need no place of their own
		b.blocks = append(b.blocks, extract.Block{Paragraph: &own})
		b.emitBoxes()
		return
	}
	for len(b.open) < level {
		b.f.cells++
		b.open = append(b.open, &tableBuilder{})
	}
	t := b.open[level-1]
	rowEnd := p.pap.innerTtp
	cellEnd := p.pap.innerCell || p.mark == cellMark
	if level == 1 {
		rowEnd, cellEnd = p.pap.ttp, p.mark == cellMark
	}
	switch {
	case rowEnd:
		if p.text != "" {
			t.cell.add(q)
		}
		if !t.cell.empty() {
			t.endCell(b.f)
		}
		if p.gone && t.blank() {
			t.cells, t.gone = nil, true
			return
		}
		if n := len(t.rows); n > 0 && p.pap.tap.apart(t.rows[n-1].tap) {
			b.cut(level)
		}
		t.endRow(p.pap.tap)
	case cellEnd:
		t.cell.add(q)
		t.endCell(b.f)
	default:
		t.cell.add(q)
	}
}

// level returns how many tables a paragraph stands in. Files of Word 97 say
// only that it is in a table.
func (f *file) level(p *pap) int {
	level := p.itap
	if p.inTable {
		level = max(level, 1)
	}
	if level > extract.MaxNesting {
		f.damage(damagedNesting)
		level = extract.MaxNesting
	}
	return max(level, 0)
}

func (t *tableBuilder) endCell(f *file) {
	f.cells++
	t.cells = append(t.cells, t.cell)
	t.cell = cellContent{}
}

// blank reports whether the row being read shows nothing: its text went with
// it when it was deleted in a tracked change.
func (t *tableBuilder) blank() bool {
	for i := range t.cells {
		if !t.cells[i].blank() {
			return false
		}
	}
	return true
}

func (t *tableBuilder) endRow(layout *tap) {
	t.rows = append(t.rows, tableRow{t.cells, layout})
	t.cells = make([]cellContent, 0, len(t.cells))
}

// closeTo ends the tables deeper than a level.
func (b *builder) closeTo(level int) {
	for len(b.open) > level {
		n := len(b.open)
		t := b.open[n-1]
		b.open = b.open[:n-1]
		b.close(t)
	}
	if level == 0 {
		b.emitBoxes()
	}
}

// close ends one table. Text for which no cell or row ended is kept: as a last
// cell, or, when nothing of a table was there, as plain paragraphs.
func (b *builder) close(t *tableBuilder) {
	if len(t.rows) == 0 && len(t.cells) == 0 {
		if !t.gone {
			b.f.damage(damagedTable)
		}
		for _, p := range t.cell.paragraphs {
			b.put(&p)
		}
		for i := range t.cell.tables {
			b.putTable(&t.cell.tables[i])
		}
		return
	}
	if !t.cell.empty() {
		t.endCell(b.f)
	}
	if len(t.cells) > 0 {
		b.f.damage(damagedTable)
		t.endRow(nil)
	}
	table := b.f.buildTable(t.rows)
	b.putTable(&table)
}

// cut ends the table of a level before the row being read: rows at different
// absolute positions are tables of their own though no paragraph parts them.
func (b *builder) cut(level int) {
	t := b.open[level-1]
	b.open = b.open[:level-1]
	table := b.f.buildTable(t.rows)
	b.putTable(&table)
	t.rows = nil
	b.open = append(b.open, t)
}

func (b *builder) put(p *extract.Paragraph) {
	if n := len(b.open); n > 0 {
		b.open[n-1].cell.add(*p)
		return
	}
	b.blocks = append(b.blocks, extract.Block{Paragraph: p})
}

func (b *builder) putTable(t *extract.Table) {
	if n := len(b.open); n > 0 {
		c := &b.open[n-1].cell
		t.After = c.lines
		c.tables = append(c.tables, *t)
		return
	}
	t.After = 0
	b.blocks = append(b.blocks, extract.Block{Table: t})
}

// anchors notes what the paragraph refers to.
func (b *builder) anchors(cps []int) {
	for _, cp := range cps {
		if list, ok := b.f.boxAt[cp]; ok {
			b.boxes = append(b.boxes, list...)
			delete(b.f.boxAt, cp)
		}
		if i, ok := b.f.noteAt[cp]; ok {
			b.f.notes[i].block = len(b.blocks)
		}
	}
}

// emitBoxes appends the text boxes anchored in the block just written.
func (b *builder) emitBoxes() {
	boxes := b.boxes
	b.boxes = nil
	for _, i := range boxes {
		r := b.f.boxes[i]
		b.blocks = append(b.blocks, b.f.readBlocks(r.start, r.lim)...)
	}
}

// readBlocks reads a range of the text as blocks.
func (f *file) readBlocks(start, lim int) []extract.Block {
	b := &builder{f: f}
	f.readStory(start, lim, func(p *para) {
		f.paragraphs++
		f.over = f.over || f.paragraphs > maxParagraphs || f.cells > extract.MaxCells
		if f.over {
			return
		}
		if p.pap.tap == nil && (p.mark != 0 || p.text != "") {
			p.number = f.lists.next(p.pap.ilfo, p.pap.ilvl)
		}
		b.add(p)
	})
	b.closeTo(0)
	return b.blocks
}
