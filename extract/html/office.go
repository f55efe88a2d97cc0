package html

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// wordProcessor tells whether a page was written by a word processor, not only
// pasted from one into an editor of pages.
func wordProcessor(text string) bool {
	if strings.Contains(text, "FrontPage") || strings.Contains(text, "Dreamweaver") {
		return false
	}
	return slices.ContainsFunc(traces, func(trace string) bool { return strings.Contains(text, trace) })
}

// traces are what word processors leave in the pages they save.
var traces = []string{"urn:schemas-microsoft-com:office", "mso-", `content="LibreOffice`, `content="OpenOffice`,
	`CONTENT="LibreOffice`, `CONTENT="OpenOffice`}

// office reads the elements by which word processors mark parts of a document
// that are not its running text. It tells whether the element was one.
func (p *page) office(n *html.Node, f *flow, s style, in state) bool {
	switch {
	case s.ignore && f.bare && !f.started:
		f.number = joinNumbers(f.number, p.listNumber(n))
	case s.tabs > 0:
		f.tabs(s.tabs)
	case n.Data == "a" && p.noteLink(n, s, in):
	case n.Data == "div" && p.definesNote(n, s):
		p.note(n, f, in)
	case s.element == "comment-list":
		p.found.comments += comments(n)
	case hasClass(n, "MsoCommentReference"), hasClass(n, "msocomanchor"):
	case s.element == "header", s.element == "footer", s.element == "first-header", s.element == "first-footer",
		s.element == "even-header", s.element == "even-footer", pageHeader(n):
		p.found.headers++
	default:
		return false
	}
	return true
}

// comments counts the comments of a list of them.
func comments(list *html.Node) int {
	n := 0
	for c := list.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && hasText(c) {
			n++
		}
	}
	return n
}

// pageHeader tells whether an element is a header or footer as LibreOffice
// writes them, a div of that title in the body.
func pageHeader(n *html.Node) bool {
	if n.Data != "div" || n.Parent == nil || n.Parent.Data != "body" {
		return false
	}
	title, _ := attr(n, "title")
	return title == "header" || title == "footer"
}

// listMark reads a number that Word puts between conditional comments, before
// or without the mso-list style, and returns the last node of it. In a cell the
// number stays text, since a cell may hold nothing else.
func (p *page) listMark(open *html.Node, f *flow) (last *html.Node) {
	if !strings.Contains(open.Data, "!supportLists") || f.started || !f.bare {
		return open
	}
	end := open.NextSibling
	for range longestMark {
		if end == nil || end.Type == html.CommentNode {
			break
		}
		end = end.NextSibling
	}
	if end == nil || end.Type != html.CommentNode || !strings.Contains(end.Data, "[endif]") {
		return open
	}
	mark := &html.Node{Type: html.ElementNode, Data: "span"}
	for c := open.NextSibling; c != end; c = open.NextSibling {
		open.Parent.RemoveChild(c)
		mark.AppendChild(c)
	}
	f.number = joinNumbers(f.number, p.listNumber(mark))
	return end
}

// longestMark bounds the nodes of a list number.
const longestMark = 16

// listNumber returns the text of a list number. A letter of a symbol font is
// the picture of a bullet.
func (p *page) listNumber(n *html.Node) string {
	text := strings.TrimFunc(plainText(n), unicode.IsSpace)
	if len([]rune(text)) == 1 && !unicode.IsDigit([]rune(text)[0]) && symbolFont(n) {
		return "•"
	}
	return text
}

func symbolFont(n *html.Node) bool {
	for up := n; up != nil && up.Data != "p"; up = up.Parent {
		if symbolStyle(up) {
			return true
		}
	}
	return symbolInside(n)
}

func symbolInside(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if symbolStyle(c) || symbolInside(c) {
			return true
		}
	}
	return false
}

func symbolStyle(n *html.Node) bool {
	value, _ := attr(n, "style")
	value = strings.ToLower(value)
	return strings.Contains(value, "wingdings") || strings.Contains(value, "symbol")
}

// plainText returns the text of an element with white space collapsed.
func plainText(n *html.Node) string {
	var f flow
	gather(n, &f)
	return f.text.String()
}

func gather(n *html.Node, f *flow) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch c.Type {
		case html.TextNode:
			f.write(c.Data)
		case html.ElementNode:
			gather(c, f)
		}
	}
}
