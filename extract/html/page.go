package html

import (
	"slices"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"

	"luzhou/extract"
)

// page is the reading of one page.
type page struct {
	doc   *goquery.Document
	body  flow
	found found
	depth int // of open tables
	cells int // and rows, of all tables
	err   error

	unnumbered bool // a style sheet takes the numbers from ordered lists

	notes   []extract.Note
	defined map[string]bool // ids of the notes of the page
	ids     []string        // of notes, in their order
	refs    map[string]reference
}

// state is what the elements around a node mean for its text.
type state struct {
	pre      bool
	inserted bool // in a revision
	list     *list
	note     *string // inside a note: its mark
}

// newPage prepares the reading of a tree. joins is that of a flow.
func newPage(doc *goquery.Document, joins bool) *page {
	return &page{doc: doc, body: flow{bare: true, joins: joins}, defined: map[string]bool{}, refs: map[string]reference{}}
}

func (p *page) read() error {
	scripts := p.doc.Find("script, style, noscript, noframes, noembed, template")
	p.found.scripts = scripts.Length()
	p.unnumbered = slices.ContainsFunc(scripts.Nodes, func(n *html.Node) bool {
		return n.Data == "style" && n.FirstChild != nil && unnumbered(n.FirstChild.Data)
	})
	scripts.Remove()
	p.findNotes()
	for _, n := range p.doc.Children().ChildrenFiltered("body, frameset").Nodes {
		p.element(n, &p.body, state{})
	}
	p.body.flush()
	return p.err
}

func (p *page) refuse(why extract.Text) {
	if p.err == nil {
		p.err = extract.Refuse(extract.RefusedLimit, why)
	}
}

// children reads what an element holds.
func (p *page) children(n *html.Node, f *flow, in state) {
	for c := n.FirstChild; c != nil && p.err == nil; c = c.NextSibling {
		switch c.Type {
		case html.TextNode:
			if in.pre {
				f.verbatim(c.Data)
			} else {
				f.write(c.Data)
			}
		case html.ElementNode:
			p.element(c, f, in)
		case html.CommentNode:
			c = p.listMark(c, f)
		}
	}
}

// element reads one element: what it is decides whether it is read at all,
// what it adds of its own, and whether it parts paragraphs.
func (p *page) element(n *html.Node, f *flow, in state) {
	s := styleOf(n)
	if p.dropped(n, s) {
		return
	}
	if text, ok := p.fieldText(n); ok {
		f.write(text)
		return
	}
	if p.left(n) || p.office(n, f, s, in) {
		return
	}
	in.pre = in.pre || s.pre
	in.inserted = p.inserted(n, in.inserted)
	switch n.Data {
	case "br":
		f.newline()
		return
	case "table":
		p.table(n, f, in)
		return
	case "pre", "listing", "xmp", "plaintext":
		in.pre = true
	case "ol", "ul", "menu", "dir":
		in.list = p.newList(n, s)
	case "li":
		f.flush()
		f.number = joinNumbers(f.number, p.item(in.list, n, s))
	}
	if !blocks[n.Data] {
		p.children(n, f, in)
		return
	}
	f.flush()
	p.children(n, f, in)
	f.flush()
	if n.Data == "li" {
		f.number = "" // of an item without text
	}
}

// joinNumbers joins the numbers of a list item that begins with another list.
func joinNumbers(outer, inner string) string {
	if outer == "" || inner == "" {
		return outer + inner
	}
	return outer + " " + inner
}

// blocks are the elements that part paragraphs (WHATWG section 15.3).
var blocks = set(`address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure
	footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup option p
	plaintext pre search section summary ul xmp caption table tbody thead tfoot tr td th`)
