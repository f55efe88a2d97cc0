package rtf

import (
	"bytes"

	"luzhou/extract"
)

// flow is a run of paragraphs and tables: the body of the document, of a note
// or of a text box. Tables are open while their rows arrive; level k of the
// list is a table k+1 deep.
type flow struct {
	blocks []extract.Block
	text   []byte // of the open paragraph
	number string // of the open paragraph
	broken bool   // a page or column break stands before what follows
	anchor int    // note that the open paragraph refers to, as Cell.Pos.Line
	levels []*level
	defs   []*rowDef         // the last row definition of each level
	boxes  [][]extract.Block // text boxes of the blocks that are not closed yet
	own    [][]extract.Block // text boxes anchored in the open paragraph
	joined *joined
	loose  int // first block that may belong to a cell without \intbl; -1 for none
}

func newFlow() *flow { return &flow{loose: -1} }

func (f *flow) write(b []byte) {
	if len(b) == 0 {
		return
	}
	if f.broken && len(f.text) > 0 {
		f.text = append(f.text, '\n')
	}
	f.broken = false
	f.text = append(f.text, b...)
}

// take ends the open paragraph. Its anchor travels in Pos.Line until placeNotes.
func (f *flow) take() extract.Paragraph {
	p := extract.Paragraph{Text: string(f.text), Number: f.number, Pos: extract.Pos{Line: f.anchor}}
	f.text, f.number, f.anchor, f.broken = f.text[:0], "", 0, false
	return p
}

// joined is the part of the open paragraph that stood before a mark which was
// deleted in a tracked change.
type joined struct {
	depth  int // of tables
	length int // of its text
	number string
}

// join passes over a deleted paragraph mark: what follows goes on in the same
// paragraph.
func (r *reader) join() {
	r.shows()
	f := r.flow
	if f.joined == nil {
		f.joined = &joined{r.depthNow(), len(f.text), f.number}
	}
	f.number = ""
}

// split ends the joined part on its own when what follows stands elsewhere.
func (r *reader) split(depth int) {
	f := r.flow
	j := f.joined
	if f.joined = nil; j == nil || j.depth == depth || j.length == 0 {
		return
	}
	rest, number := bytes.Clone(f.text[j.length:]), f.number
	f.text, f.number = f.text[:j.length], j.number
	p := f.take()
	r.setDepth(j.depth)
	r.add(p, j.depth)
	f.text, f.number = append(f.text, rest...), number
}

// add puts a paragraph where it stands.
func (r *reader) add(p extract.Paragraph, depth int) {
	f := r.flow
	if depth > 0 {
		f.levels[depth-1].open.add(p)
		return
	}
	f.blocks = append(f.blocks, extract.Block{Paragraph: &p})
	f.placeBoxes()
}

// depthNow is the depth of tables at which the open paragraph ends.
func (r *reader) depthNow() int {
	p := r.para
	if p.depth == 0 && !p.inTable {
		if r.flow.insideRow() {
			return 1
		}
		return 0
	}
	if p.depth > extract.MaxNesting {
		r.refuse(extract.Text{ZH: "表格嵌套过深", EN: "tables nested too deeply"})
		return 0
	}
	return max(1, p.depth)
}

// insideRow tells whether the file is between the first and the last cell of a
// row. Some programs leave out \intbl there.
func (f *flow) insideRow() bool {
	if len(f.levels) == 0 {
		return false
	}
	l := f.levels[0]
	if l.loose && f.loose >= 0 {
		return true // behind the \trowd of another row of the kind
	}
	return len(l.cells) > 0 && len(f.defs) > 0 && f.defs[0] != nil && len(l.cells) < len(f.defs[0].cells)
}

// endParagraph obeys \par.
func (r *reader) endParagraph() {
	switch {
	case r.dest != toBody:
	case r.deleted:
		r.join()
	default:
		r.closeParagraph()
	}
}

// closeParagraph ends the open paragraph.
func (r *reader) closeParagraph() {
	r.stop(&r.paragraphs, maxParagraphs, extract.Text{ZH: "段落过多", EN: "too many paragraphs"})
	r.countNumber()
	f, depth := r.flow, r.depthNow()
	r.split(depth)
	p := f.take()
	r.setDepth(depth)
	f.claimBoxes()
	r.add(p, depth)
}

// claimBoxes gives the text boxes of the paragraph that ends to its block, now
// that the table before it is closed.
func (f *flow) claimBoxes() {
	f.boxes = append(f.boxes, f.own...)
	f.own = nil
}

// placeBoxes puts the text boxes met so far after the block that ended last.
func (f *flow) placeBoxes() {
	for _, b := range f.boxes {
		f.blocks = append(f.blocks, b...)
	}
	f.boxes = nil
}

func (r *reader) breakLine() {
	if r.dest == toBody && r.shows() {
		r.flow.write([]byte{'\n'})
	}
}

// endSection obeys \sect, which ends the paragraph that stands before it.
func (r *reader) endSection() {
	if r.dest == toBody && len(r.flow.text) > 0 {
		r.endParagraph()
	}
}

// endText ends a paragraph that has text and no mark.
func (r *reader) endText() {
	if f := r.flow; r.dest == toBody && (len(f.text) > 0 || f.number != "" || f.anchor != 0) {
		r.closeParagraph()
	}
}

// finish ends the flow and returns its blocks.
func (r *reader) finish() []extract.Block {
	r.endText()
	r.setDepth(0)
	r.flow.claimBoxes()
	r.flow.placeBoxes()
	return r.flow.blocks
}
