package html

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// style is what a style attribute says about text and its meaning; mso- are
// the properties of Word.
type style struct {
	hidden bool
	pre    bool   // white-space keeps blanks
	list   string // list-style-type

	element  string // mso-element: what part of the document this is
	ignore   bool   // mso-list:Ignore: the number of a list, written out
	tabs     int    // mso-tab-count: the blanks inside stand for tabs
	footnote string // mso-footnote-id
}

// styleOf reads the style attribute, and the hidden attribute.
func styleOf(n *html.Node) style {
	var s style
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			s.hidden = true
		case "style":
			for part := range strings.SplitSeq(a.Val, ";") {
				if name, value, ok := strings.Cut(part, ":"); ok {
					s.set(strings.ToLower(strings.TrimSpace(name)), value)
				}
			}
		}
	}
	return s
}

func (s *style) set(name, value string) {
	switch name {
	case "display":
		s.hidden = s.hidden || word(value) == "none"
	case "visibility":
		s.hidden = s.hidden || word(value) == "hidden" || word(value) == "collapse"
	case "mso-hide":
		s.hidden = s.hidden || word(value) == "all"
	case "white-space":
		s.pre = strings.HasPrefix(word(value), "pre")
	case "list-style-type":
		s.list = word(value)
	case "list-style":
		for _, w := range strings.Fields(strings.ToLower(value)) {
			if _, known := counters[w]; known {
				s.list = w
			}
		}
	case "mso-element":
		s.element = word(value)
	case "mso-list":
		s.ignore = word(value) == "ignore"
	case "mso-tab-count":
		s.tabs, _ = strconv.Atoi(word(value))
		s.tabs = min(max(s.tabs, 0), mostTabs)
	case "mso-footnote-id", "mso-endnote-id":
		s.footnote = word(value)
	}
}

// mostTabs bounds the tabs one element can stand for.
const mostTabs = 100

// word returns the first word of a value in lower case: "none" of "none !important".
func word(value string) string {
	if f := strings.FieldsFunc(value, func(r rune) bool { return r == ' ' || r == '\t' || r == '\n' || r == '\r' || r == '!' }); len(f) > 0 {
		return strings.ToLower(f[0])
	}
	return ""
}

// attr returns an attribute. Cells and paragraphs have only those of attrsRead.
func attr(n *html.Node, key string) (value string, ok bool) {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val, true
		}
	}
	return "", false
}

// hasClass tells whether the element has a class, in any case of letters.
func hasClass(n *html.Node, class string) bool {
	value, ok := attr(n, "class")
	if !ok || len(value) < len(class) {
		return false
	}
	for c := range strings.FieldsSeq(value) {
		if strings.EqualFold(c, class) {
			return true
		}
	}
	return false
}
