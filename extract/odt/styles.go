package odt

import (
	"strings"

	"luzhou/extract/tags"
)

// styles holds the paragraph and text styles by family and name.
type styles map[styleName]style

type styleName struct{ family, name string }

// style is what a style says that matters here.
type style struct {
	parent string
	lists  bool // whether it names a list style; an empty name means none
	list   string
	hides  bool // whether it says if text is shown
	hidden bool
	font   string // family of the font, "" when it names none
}

// maxStyles bounds a chain of parent styles, which may be a ring.
const maxStyles = 32

// each calls visit for a style and its parents until it says stop.
func (s styles) each(family, name string, visit func(style) (stop bool)) {
	for range maxStyles {
		st, ok := s[styleName{family, name}]
		if !ok || visit(st) {
			return
		}
		name = st.parent
	}
}

func (s styles) hidden(family, name string) bool {
	hidden := false
	s.each(family, name, func(st style) bool {
		hidden = st.hidden
		return st.hides
	})
	return hidden
}

// font returns the font family that a style gives its text.
func (s styles) font(family, name string) (font string) {
	s.each(family, name, func(st style) bool {
		font = st.font
		return font != ""
	})
	return font
}

// list returns the list style of a paragraph style. set without a name means
// that its paragraphs have no number.
func (s styles) list(name string) (list string, set bool) {
	s.each("paragraph", name, func(st style) bool {
		list, set = st.list, st.lists
		return set
	})
	return list, set
}

// readStyles reads a collection of styles.
func (r *reader) readStyles() {
	r.Within(func(e tags.Event) {
		switch {
		case e.Is(styleSpace, "style"):
			r.readStyle(e)
		case e.Is(textSpace, "list-style"):
			r.lists.styles[e.Attr("name")] = r.listStyle()
		case e.Is(textSpace, "outline-style"):
			r.lists.outline = r.listStyle()
		}
	})
}

func (r *reader) readStyle(e tags.Event) {
	name := styleName{e.Attr("family"), e.Attr("name")}
	st := style{parent: e.Attr("parent-style-name")}
	st.list, st.lists = e.Lookup("list-style-name")
	r.Within(func(e tags.Event) {
		if !e.Is(styleSpace, "text-properties") {
			return
		}
		if e.Attr("display") != "" {
			st.hides, st.hidden = true, e.Attr("display") == "none"
		}
		st.font = r.fontOf(e)
	})
	r.styles[name] = st
}

// readFonts reads the declarations of fonts: the name that styles use, and the
// family it stands for.
func (r *reader) readFonts() {
	r.Within(func(e tags.Event) {
		if e.Is(styleSpace, "font-face") {
			r.fonts[e.Attr("name")] = strings.Trim(e.Attr("font-family"), "'\"")
		}
	})
}

// fontOf returns the font family of style:text-properties, "" without one.
func (r *reader) fontOf(e tags.Event) string {
	if family := strings.Trim(e.Attr("font-family"), "'\""); family != "" {
		return family
	}
	name := e.Attr("font-name")
	if family := r.fonts[name]; family != "" {
		return family
	}
	return name
}
