package docx

import (
	"slices"
	"strings"

	"luzhou/extract"
)

// reader walks the main part and makes the blocks of it.
type reader struct {
	x         *scanner
	pkg       *pkg
	related   []relation
	styles    *styles
	numbering *numbering

	boxes   []extract.Block // text boxes anchored in the block being read
	fields  fields
	notes   notes
	margins margins
	tally   tally
	chunks  []extract.Finding // on pages that stand in the place of paragraphs
	used    used
	scratch []byte
	refusal error // ends the reading
}

// used counts what a document may have only so much of.
type used struct {
	nesting                        int // tables and text boxes around the current place
	paragraphs, rows, cells, notes int
}

// flow receives the blocks of one story: the body, a cell, a text box, a note.
type flow struct {
	blocks []extract.Block
	body   bool
	joined []byte // text of paragraphs whose mark is deleted
	joins  bool
}

// definitions reads the styles and numbering parts.
func (r *reader) definitions() error {
	scan := func(kind string) (*scanner, error) {
		data, err := r.pkg.part(r.target(kind))
		return newScanner(data), err
	}
	styles, err := scan("styles")
	if err != nil {
		return err
	}
	numbering, err := scan("numbering")
	if err != nil {
		return err
	}
	r.styles, r.numbering = readStyles(styles), readNumbering(numbering)
	r.damagedPart("styles", styles)
	r.damagedPart("numbering", numbering)
	return nil
}

// damagedPart notes a part that was not read to its end.
func (r *reader) damagedPart(kind string, x *scanner) {
	if name := r.target(kind); x.err != nil && len(x.data) > 0 && !slices.Contains(r.pkg.damaged, name) {
		r.pkg.damaged = append(r.pkg.damaged, name)
	}
}

// target returns the part related to the main part in this way, or "".
func (r *reader) target(kind string) string {
	for _, rel := range r.related {
		if rel.kind == kind {
			return rel.target
		}
	}
	return ""
}

func (r *reader) document() (*extract.Document, error) {
	f := flow{body: true}
	x, found := r.x, false
	if x.next() && string(x.local) == "document" {
		for root := x.depth; x.child(root); {
			if string(x.local) == "body" {
				found = true
				r.blocks(&f)
			}
		}
	}
	r.closeFields()
	r.finish(&f)
	r.tally.entities += x.entities
	doc := &extract.Document{Blocks: f.blocks}
	bodyErr := x.err
	switch {
	case r.refusal != nil:
		return nil, r.refusal
	case bodyErr == errDoctype || bodyErr == errDeep:
		return nil, refuse(bodyErr)
	case len(f.blocks) == 0 && bodyErr != nil:
		return nil, refuse(bodyErr)
	case !found:
		return nil, extract.Refuse(extract.RefusedDamaged, "w:body")
	}
	if err := r.readNotes(doc); err != nil {
		return nil, err
	}
	extract.Locate(doc.Blocks)
	doc.Findings = append(r.findings(bodyErr), r.chunks...)
	if r.refusal != nil {
		return nil, r.refusal
	}
	return doc, nil
}

// refuse turns the reason why a part cannot be read into a refusal.
func refuse(err error) error {
	switch err {
	case errDeep:
		return extract.Refuse(extract.RefusedLimit, extract.Text{ZH: "嵌套过深", EN: err.Error()})
	case errDoctype:
		return extract.Refuse(extract.RefusedDamaged, extract.Text{ZH: "部件含 DOCTYPE，不予展开", EN: err.Error() + ", never expanded"})
	case errCut:
		return extract.Refuse(extract.RefusedDamaged, extract.Text{ZH: "正文 XML 不完整", EN: err.Error()})
	}
	return extract.Refuse(extract.RefusedDamaged, extract.Text{ZH: "正文 XML 不合规范", EN: err.Error()})
}

// stop ends the reading with a refusal.
func (r *reader) stop(code extract.Code, arg any) {
	if r.refusal == nil {
		r.refusal = extract.Refuse(code, arg)
		r.x.err = errStopped
	}
}

// oneMore counts what a document may have only so many of.
func (r *reader) oneMore(n *int, limit int) bool {
	if *n++; *n > limit {
		r.stop(extract.RefusedLimit, extract.Text{ZH: "段落、行、单元格或注释过多", EN: "too many paragraphs, rows, cells or notes"})
		return false
	}
	return true
}

// enter counts one more level of tables and text boxes; leave undoes it.
func (r *reader) enter() bool {
	if r.used.nesting++; r.used.nesting > extract.MaxNesting {
		r.stop(extract.RefusedLimit, extract.Text{ZH: "表格嵌套过深", EN: "tables nested too deeply"})
		return false
	}
	return true
}

func (r *reader) leave() { r.used.nesting-- }

// blocks reads the block-level children of the current element.
func (r *reader) blocks(f *flow) {
	x := r.x
	for depth := x.depth; x.child(depth); {
		r.block(f)
	}
}

// block reads one block-level element. What is not known is looked into, so
// that no wrapper hides text.
func (r *reader) block(f *flow) {
	x := r.x
	if x.space == compatSpace {
		r.compat(func() { r.blocks(f) })
		return
	}
	switch name := string(x.local); name {
	case "p":
		r.paragraph(f)
	case "tbl":
		r.table(f)
	case "sectPr":
		r.endSection()
	case "altChunk":
		r.chunk(f, x.attr("id"))
	case "subDoc":
		r.tally.chunks++
	case "del", "moveFrom":
		r.tally.deletions++
	case "ins", "moveTo":
		r.tally.insertions++
		r.blocks(f)
	case "r", "oMathPara", "oMath", "hyperlink", "fldSimple":
		r.stray(f)
	default:
		if !isProperty(name) {
			r.blocks(f)
		}
	}
}

// isProperty knows elements that describe and hold no text: their names end
// in Pr (sdtPr, tblPr), and in Change for what they were before.
func isProperty(name string) bool {
	return strings.HasSuffix(name, "Pr") || strings.HasSuffix(name, "Change")
}

// compat takes one branch of mc:AlternateContent: the first whose vocabulary
// is understood, else the fallback.
func (r *reader) compat(read func()) {
	x := r.x
	if string(x.local) != "AlternateContent" {
		read()
		return
	}
	taken, boxes, others := false, len(r.boxes), false
	for depth := x.depth; x.child(depth); {
		switch name := string(x.local); {
		case taken:
			others = true
		case name == "Choice" && x.understood(x.attr("Requires")), name == "Fallback":
			taken = true
			read()
		}
	}
	if others && len(r.boxes) > boxes {
		r.tally.alternates++
	}
}

// emit adds a finished block and, in the body, the text boxes anchored in it.
func (r *reader) emit(f *flow, b extract.Block) {
	f.blocks = append(f.blocks, b)
	if f.body {
		r.placeNotes(len(f.blocks) - 1)
		f.blocks = append(f.blocks, r.boxes...)
		r.boxes = nil
	}
}

// finish ends a story: a last paragraph whose mark is deleted has nothing to
// join, and text boxes may be left that nothing visible anchors.
func (r *reader) finish(f *flow) {
	if f.joins && len(f.joined) > 0 {
		r.emit(f, extract.ParagraphBlock(string(f.joined), ""))
	}
	f.joins, f.joined = false, nil
	if f.body {
		r.placeNotes(max(0, len(f.blocks)-1))
		f.blocks = append(f.blocks, r.boxes...)
		r.boxes = nil
	}
}
