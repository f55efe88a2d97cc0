package docx

import (
	"strings"

	"luzhou/extract"
)

// field is a complex field that is open (17.16.18). Its text shows only after
// the separator.
type field struct {
	instruction bool // the separator has not come
	code        []byte
	choice      string // of a drop-down list of an old form, the entry it shows
	muted       int    // texts not shown because of it
}

// fields is the stack of open fields. A field of an outer story does not
// reach into a cell or text box: one without end must not swallow tables.
type fields struct {
	open  []field
	base  int
	quiet int // number, from 1, of the outermost open field still in its instruction; 0 if none
}

// maxFieldCode is how much of an instruction is kept to tell its kind.
const maxFieldCode = 64

// fieldPart reads a w:fldChar or w:instrText.
func (r *reader) fieldPart(p *paragraph, f *run) {
	x, s := r.x, &r.fields
	own := len(s.open) > s.base
	if string(x.local) == "instrText" {
		if own {
			if top := &s.open[len(s.open)-1]; top.instruction && len(top.code) < maxFieldCode {
				top.code = x.content(top.code)
			}
		}
		return
	}
	switch kind, _ := x.raw("fldCharType"); string(kind) {
	case "begin":
		s.open = append(s.open, field{instruction: true, choice: x.choice()})
		if s.quiet == 0 {
			s.quiet = len(s.open)
		}
	case "separate":
		if own {
			s.open[len(s.open)-1].instruction = false
			s.show()
		}
	case "end":
		if own {
			top := s.open[len(s.open)-1]
			s.show()
			s.open = s.open[:len(s.open)-1]
			if top.instruction {
				r.withoutResult(p, f, top)
			}
		}
	}
}

// choice reads the form data of a field: the entry chosen in its list (17.16.9),
// "" if it has none.
func (x *scanner) choice() string {
	chosen, entries := 0, []string(nil)
	for depth := x.depth; x.next() && x.depth >= depth; {
		if x.kind != startTag {
			continue
		}
		switch string(x.local) {
		case "result":
			chosen, _ = x.number("val")
		case "listEntry":
			entries = append(entries, x.attr("val"))
		}
	}
	if chosen < 0 || chosen >= len(entries) {
		return ""
	}
	return entries[chosen]
}

// silentFields print nothing, so that a missing result is no loss.
var silentFields = map[string]bool{"": true, "ADVANCE": true, "ASK": true, "BOOKMARK": true, "COMMENTS": true, "DATA": true, "INDEX": true,
	"NEXT": true, "NEXTIF": true, "PRINT": true, "PRIVATE": true, "RD": true, "SET": true, "SKIPIF": true, "TA": true, "TC": true, "XE": true}

// withoutResult ends a field that has no result: a drop-down list shows its entry,
// a macro button the end of its instruction; what else would show is told.
func (r *reader) withoutResult(p *paragraph, f *run, fl field) {
	words := strings.Fields(string(fl.code))
	name := ""
	if len(words) > 0 {
		name = strings.ToUpper(words[0])
	}
	switch {
	case name == "FORMDROPDOWN" && fl.choice != "":
		r.write(p, f, fl.choice)
	case name == "FORMCHECKBOX":
		r.tally.boxes++
	case name == "MACROBUTTON" && len(words) > 2:
		r.write(p, f, strings.Join(words[2:], " "))
	case !silentFields[name] && len(r.fields.open) == r.fields.base:
		r.tally.fields++
	}
}

// show ends the instruction of the innermost field.
func (s *fields) show() {
	if s.quiet == len(s.open) {
		s.quiet = 0
	}
}

// muted says whether text stands in an instruction and counts it there.
func (s *fields) muted() bool {
	if s.quiet == 0 {
		return false
	}
	s.open[s.quiet-1].muted++
	return true
}

// within reads a story of its own inside the current one.
func (r *reader) within(read func()) {
	s := &r.fields
	base, quiet := s.base, s.quiet
	s.base, s.quiet = len(s.open), 0
	read()
	r.closeFields()
	s.base, s.quiet = base, quiet
}

// closeFields ends the fields of a story that have no end of their own.
func (r *reader) closeFields() {
	s := &r.fields
	for _, fl := range s.open[s.base:] {
		if fl.instruction {
			r.tally.swallowed += fl.muted
		}
	}
	s.open, s.quiet = s.open[:s.base], 0
}

// drawing reads a w:drawing, a w:pict or a part of one: its text boxes, and
// how many pictures and objects there are.
func (r *reader) drawing() {
	x := r.x
	for depth := x.depth; x.child(depth); {
		if x.space == compatSpace {
			r.compat(r.drawing)
			continue
		}
		switch string(x.local) {
		case "txbxContent":
			r.textBox()
		case "pic", "imagedata":
			r.tally.pictures++
		case "chart", "relIds", "OLEObject", "contentPart":
			r.tally.objects++
		case "textpath":
			if art := x.attr("string"); art != "" && r.oneMore(&r.used.paragraphs, maxParagraphs) {
				r.boxes = append(r.boxes, extract.ParagraphBlock(art, ""))
			}
		case "t": // DrawingML text of locked canvases and diagrams
			r.tally.drawn++
		default:
			r.drawing()
		}
	}
}

// textBox reads the content of a text box to the blocks that follow the
// current one. Boxes anchored in it come after it; an empty one is not kept.
func (r *reader) textBox() {
	if !r.enter() {
		return
	}
	outer := r.boxes
	r.boxes = nil
	var f flow
	r.within(func() { r.blocks(&f) })
	r.finish(&f)
	for _, text := range lines(f.blocks) {
		if strings.TrimSpace(text) != "" {
			outer = append(outer, f.blocks...)
			break
		}
	}
	r.boxes = append(outer, r.boxes...)
	r.leave()
}
