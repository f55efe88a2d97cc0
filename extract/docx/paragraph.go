package docx

import (
	"bytes"
	"strconv"

	"luzhou/extract"
)

// maxParagraphs bounds what a bomb of empty paragraphs can allocate.
const maxParagraphs = extract.MaxCells

// paragraph is a w:p while it is read.
type paragraph struct {
	text        []byte
	style       string
	number      numberRef
	vanish      toggle // of its style
	markDeleted bool
	markHidden  bool
	hidSome     bool // some of its text is hidden
	pageBreak   bool // a page break waits for text after it
}

// run holds the properties of a run that bear on its text.
type run struct {
	hidden bool
	font   string
	note   int // after a note reference with a mark of its own: which note, from 1
}

// paragraph reads a w:p and emits it, unless its mark is deleted: then it
// joins the next one, whose properties count (17.13.5.15).
func (r *reader) paragraph(f *flow) {
	if !r.oneMore(&r.used.paragraphs, maxParagraphs) {
		return
	}
	p := paragraph{style: r.styles.paragraph}
	p.applyStyle(r.styles)
	r.inline(&p, run{})
	r.end(f, &p)
}

// stray reads text that stands among blocks without a paragraph.
func (r *reader) stray(f *flow) {
	p := paragraph{}
	r.inlineElement(&p, &run{})
	if len(p.text) > 0 {
		r.end(f, &p)
	}
}

// end finishes a paragraph.
func (r *reader) end(f *flow, p *paragraph) {
	r.notes.section = len(r.notes.sections)
	text := p.text
	if f.joins {
		text = append(f.joined, text...)
	}
	if p.markDeleted {
		r.tally.deletions++
		f.joins, f.joined = true, text
		return
	}
	f.joins, f.joined = false, nil
	if p.markHidden && p.hidSome && len(text) == 0 {
		return
	}
	number := r.numbering.number(p.number, p.style, r.styles)
	r.emit(f, extract.ParagraphBlock(string(text), number))
}

// applyStyle takes over what the paragraph's style says.
func (p *paragraph) applyStyle(s *styles) {
	st := s.of(p.style)
	p.number, p.vanish = st.number, st.vanish
}

// paragraphProperties reads a w:pPr.
func (r *reader) paragraphProperties(p *paragraph) {
	x := r.x
	own := numberRef{}
	for depth := x.depth; x.child(depth); {
		switch string(x.local) {
		case "pStyle":
			if id := x.attr("val"); id != p.style {
				if _, known := r.styles.byID[id]; known {
					p.style = id
					p.applyStyle(r.styles)
				}
			}
		case "numPr":
			own = x.numPr()
		case "rPr":
			r.markProperties(p)
		case "sectPr":
			r.endSection()
		}
	}
	p.number = own.or(p.number)
}

// markProperties reads the properties of the paragraph mark.
func (r *reader) markProperties(p *paragraph) {
	x := r.x
	for depth := x.depth; x.child(depth); {
		switch string(x.local) {
		case "del", "moveFrom":
			p.markDeleted = true
		case "ins", "moveTo":
			r.tally.insertions++
		case "vanish":
			p.markHidden = x.on()
		}
	}
}

// runProperties reads a w:rPr. What the run states comes before its character
// style, and that before the paragraph style.
func (r *reader) runProperties(p *paragraph) run {
	x := r.x
	var direct, styled toggle
	var out run
	for depth := x.depth; x.child(depth); {
		switch string(x.local) {
		case "vanish":
			direct = x.toggle()
		case "rStyle":
			id, _ := x.raw("val")
			styled = r.styles.of(string(id)).vanish
		case "rFonts":
			out.font = x.attr("ascii")
		}
	}
	out.hidden = direct.or(styled).or(p.vanish) == on
	return out
}

// write appends visible text.
func (r *reader) write(p *paragraph, f *run, text string) {
	if r.shown(p, f) {
		r.put(p, f, []byte(text))
	}
}

// put appends text that is known to show: to the paragraph or, after a note
// reference with a mark of its own, to that mark.
func (r *reader) put(p *paragraph, f *run, text []byte) {
	if f.note > 0 {
		n := &r.notes.refs[f.note-1]
		n.mark = append(n.mark, text...)
		return
	}
	if p.pageBreak && len(p.text) > 0 {
		p.text = append(p.text, '\n')
	}
	p.pageBreak = false
	p.text = append(p.text, text...)
}

// shown says whether text at this place is seen, and counts it if not.
func (r *reader) shown(p *paragraph, f *run) bool {
	if f.hidden {
		r.tally.hidden++
		p.hidSome = true
		return false
	}
	return !r.fields.muted()
}

// literal reads a w:t. Unless it asks to keep them, the spaces at its ends are
// of the markup, not of the text (17.3.3.31).
func (r *reader) literal(p *paragraph, f *run) {
	keep, _ := r.x.raw("space")
	trims := string(keep) != "preserve"
	if !r.shown(p, f) {
		return
	}
	r.scratch = r.x.content(r.scratch[:0])
	text := r.scratch
	if trims {
		text = bytes.Trim(text, " \t\r\n")
	}
	if len(text) == 0 {
		return
	}
	if f.font != "" && bytes.IndexByte(text, 0xef) >= 0 { // U+F000 and up begin with this byte
		text = r.tally.appendSymbols(nil, text, f.font)
	}
	r.put(p, f, text)
}

// symbol reads a w:sym.
func (r *reader) symbol(p *paragraph, f *run) {
	code, err := strconv.ParseUint(r.x.attr("char"), 16, 16)
	if err != nil || code < ' ' || !r.shown(p, f) {
		return
	}
	r.put(p, f, r.tally.appendSymbol(nil, rune(code), r.x.attr("font")))
}
