package wordml

import (
	"slices"
	"strings"

	"luzhou/extract/tags"
)

// paragraphProps is what a paragraph's properties say that matters here.
type paragraphProps struct {
	style      string
	list       listRef
	markGone   bool // its mark is deleted: the next paragraph goes on
	markHidden bool
}

// listRef names a list and level. A paragraph's own overrides its style's.
type listRef struct {
	set, levelSet bool
	list, level   int
	text          string // the number as Word computed it when it saved
}

// paragraphProps reads w:pPr.
func (r *reader) paragraphProps(p paragraphProps) paragraphProps {
	r.Within(func(e tags.Event) {
		if e.Kind != tags.Open {
			return
		}
		switch {
		case e.Space != wordSpace:
			r.Skip()
		case e.Local == "pStyle":
			p.style = e.Attr("val")
		case e.Local == "listPr":
			p.list = r.listRef()
		case e.Local == "rPr":
			p.markGone, p.markHidden = r.paragraphMark()
		case e.Local == "sectPr":
			r.section()
		default:
			r.Skip()
		}
	})
	return p
}

// paragraphMark reads the properties of a paragraph mark.
func (r *reader) paragraphMark() (gone, hidden bool) {
	r.Within(func(e tags.Event) {
		switch {
		case e.Kind != tags.Open:
		case e.Space == amlSpace && e.Attr("type") == "Word.Deletion":
			gone = true
			r.tally.deletions++
			r.Skip()
		case e.Space == wordSpace && e.Local == "vanish":
			hidden = on(e)
			r.Skip()
		default:
			r.Skip()
		}
	})
	return gone, hidden
}

func (r *reader) listRef() listRef {
	var l listRef
	r.Within(func(e tags.Event) {
		switch {
		case e.Kind != tags.Open:
		case e.Space == wordSpace && e.Local == "ilvl":
			l.level, l.levelSet = e.Int("val", 0), true
		case e.Space == wordSpace && e.Local == "ilfo":
			l.list, l.set = e.Int("val", 0), true
		case e.Space == hintSpace && e.Local == "t":
			l.text = strings.Clone(e.Attr("val"))
		case e.Space == hintSpace && e.Local == "font":
			l.text = bulletText(e.Attr("val"), l.text)
		default:
			r.Skip()
		}
	})
	return l
}

// runHidden reads w:rPr of a run whose paragraph style leaves it hidden or not.
func (r *reader) runHidden(hidden bool) bool {
	r.Within(func(e tags.Event) {
		switch {
		case e.Kind != tags.Open:
		case e.Space == wordSpace && e.Local == "rStyle":
			hidden = r.styles.hidden(e.Attr("val")) || hidden
		case e.Space == wordSpace && e.Local == "vanish":
			hidden = on(e)
		default:
			r.Skip() // also the old properties of a change of format
		}
	})
	return hidden
}

// style is what a style says that matters here.
type style struct {
	basedOn        string
	list           listRef
	vanish, hidden bool // whether it says so, and what
}

type styles struct {
	byID   map[string]style
	normal string // the default paragraph style
}

// maxStyles bounds a chain of styles based on one another, which may be a ring.
const maxStyles = 32

func (r *reader) readStyles() {
	r.Within(func(e tags.Event) {
		if e.Kind != tags.Open || e.Space != wordSpace || e.Local != "style" {
			return
		}
		id := e.Attr("styleId")
		if e.Attr("type") == "paragraph" && e.Attr("default") != "" && e.Attr("default") != "off" {
			r.styles.normal = id
		}
		r.styles.byID[id] = r.style()
	})
}

func (r *reader) style() style {
	var s style
	r.Within(func(e tags.Event) {
		switch {
		case e.Kind != tags.Open:
		case e.Space != wordSpace:
			r.Skip()
		case e.Local == "basedOn":
			s.basedOn = e.Attr("val")
		case e.Local == "vanish":
			s.vanish, s.hidden = true, on(e)
		case e.Local == "listPr":
			s.list = r.listRef()
		case !slices.Contains([]string{"pPr", "rPr"}, e.Local):
			r.Skip()
		}
	})
	return s
}

// each calls visit for the style and those it is based on, until it says stop.
func (s styles) each(id string, visit func(id string, s style) (stop bool)) {
	for range maxStyles {
		st, ok := s.byID[id]
		if !ok || visit(id, st) {
			return
		}
		id = st.basedOn
	}
}

func (s styles) hidden(id string) bool {
	hidden := false
	s.each(id, func(_ string, st style) bool {
		hidden = st.hidden
		return st.vanish
	})
	return hidden
}

// list returns the list a style puts its paragraphs into and the style of the
// chain that says so.
func (s styles) list(id string) (l listRef, by string) {
	s.each(id, func(id string, st style) bool {
		l, by = st.list, id
		return st.list.set
	})
	return l, by
}
