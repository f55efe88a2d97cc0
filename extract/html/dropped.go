package html

import (
	"strings"

	"golang.org/x/net/html"
)

// dropped tells whether an element is hidden, or deleted in a revision, and
// counts the places that held text. A hidden body waits for a script to show it.
func (p *page) dropped(n *html.Node, s style) bool {
	deleted := n.Data == "del" || hasClass(n, "msoDel")
	switch {
	case !deleted && !s.hidden, n.Data == "body":
		return false
	case !hasText(n):
	case deleted:
		p.found.deletions++
	default:
		p.found.hidden++
	}
	return true
}

// inserted tells whether an element was inserted in a revision, and counts it
// when it is not inside another.
func (p *page) inserted(n *html.Node, inside bool) bool {
	if inside || n.Data != "ins" && !hasClass(n, "msoIns") {
		return inside
	}
	if hasText(n) {
		p.found.insertions++
	}
	return true
}

// left tells whether an element is content that is no text, and counts it.
func (p *page) left(n *html.Node) bool {
	kind, ok := textless[n.Data]
	if !ok {
		return false
	}
	if count := kind(&p.found, n); count != nil {
		*count++
	}
	return true
}

// fieldText is what a field of a form shows in a cell of a table, where some systems
// print figures. Elsewhere it is the search of a site.
func (p *page) fieldText(n *html.Node) (text string, ok bool) {
	if p.depth == 0 {
		return "", false
	}
	switch n.Data {
	case "input":
		if kind, _ := attr(n, "type"); kind == "" || shownFields[strings.ToLower(kind)] {
			return attr(n, "value")
		}
	case "textarea":
		if n.FirstChild != nil {
			return n.FirstChild.Data, true
		}
	}
	return "", false
}

// shownFields are the types of input whose value is text of the page.
var shownFields = set("text number tel email url date")

// textless are the elements whose content is not shown as text, with what
// counts them.
var textless = map[string]func(*found, *html.Node) *int{
	"img":     pictures,
	"picture": pictures,
	"svg":     pictures,
	"canvas":  pictures,
	"iframe":  objects,
	"frame":   objects,
	"object":  objects,
	"embed":   objects,
	"applet":  objects,
	"audio":   objects,
	"video":   objects,
	"input": func(f *found, n *html.Node) *int {
		if kind, _ := attr(n, "type"); strings.EqualFold(kind, "hidden") {
			return nil
		}
		return &f.controls
	},
	"select":   controls,
	"textarea": controls,
	"datalist": nothing,
	"xml":      func(f *found, n *html.Node) *int { return &f.islands },
	"head":     nothing,
	"title":    nothing,
	"meta":     nothing,
	"link":     nothing,
	"base":     nothing,
	"rp":       nothing, // brackets for browsers without ruby
}

func pictures(f *found, n *html.Node) *int { return &f.pictures }
func objects(f *found, n *html.Node) *int  { return &f.objects }
func controls(f *found, n *html.Node) *int { return &f.controls }
func nothing(f *found, n *html.Node) *int  { return nil }

// hasText tells whether an element holds any character that shows.
func hasText(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.TextNode && strings.Trim(c.Data, " \t\r\n\f\u00A0\u3000") != "" || c.Type == html.ElementNode && hasText(c) {
			return true
		}
	}
	return false
}
