package html

import (
	"strings"

	"golang.org/x/net/html"

	"luzhou/extract"
)

// reference is where a note is referred to, and the mark printed there.
type reference struct {
	block int
	mark  string
}

// findNotes lists the ids of the footnotes and endnotes that the page holds:
// div elements marked by Word (mso-element) or named by LibreOffice.
func (p *page) findNotes() {
	for _, n := range p.doc.Find("div[id]").Nodes {
		if id, ok := noteID(n, styleOf(n)); ok {
			p.defined[id] = true
		}
	}
}

// noteID returns the id of a note when the div is one.
func noteID(n *html.Node, s style) (id string, ok bool) {
	id, _ = attr(n, "id")
	if id == "" {
		return "", false
	}
	return id, s.element == "footnote" || s.element == "endnote" ||
		strings.HasPrefix(id, "sdfootnote") || strings.HasPrefix(id, "sdendnote")
}

func (p *page) definesNote(n *html.Node, s style) bool {
	_, ok := noteID(n, s)
	return ok
}

// note reads a footnote or endnote. Tables in it stay in the text of the page.
func (p *page) note(n *html.Node, f *flow, in state) {
	id, _ := attr(n, "id")
	mark := ""
	in.note, in.list = &mark, nil
	inner := flow{bare: true, joins: f.joins}
	p.children(n, &inner, in)
	inner.flush()
	var paragraphs []extract.Paragraph
	for _, b := range inner.blocks {
		if b.Table != nil {
			f.table(*b.Table)
			continue
		}
		paragraphs = append(paragraphs, *b.Paragraph)
	}
	text, _ := extract.JoinLines(paragraphs)
	p.notes = append(p.notes, extract.Note{Mark: mark, Text: text})
	p.ids = append(p.ids, id)
}

// noteLink takes the mark of a note out of the running text: where the note is
// referred to, and in the note itself.
func (p *page) noteLink(n *html.Node, s style, in state) bool {
	id := s.footnote
	if hasClass(n, "sdfootnoteanc") || hasClass(n, "sdendnoteanc") || hasClass(n, "sdfootnotesym") || hasClass(n, "sdendnotesym") {
		name, _ := attr(n, "name")
		id = strings.TrimSuffix(strings.TrimSuffix(name, "anc"), "sym")
	}
	if id == "" || !p.defined[id] {
		return false
	}
	mark := strings.TrimSpace(plainText(n))
	if in.note != nil {
		*in.note = mark
	} else if _, twice := p.refs[id]; !twice {
		p.refs[id] = reference{len(p.body.blocks), mark}
	}
	return true
}

// locateNotes gives every note the place of its reference.
func (p *page) locateNotes() {
	for i := range p.notes {
		n := &p.notes[i]
		ref, ok := p.refs[p.ids[i]]
		if !ok {
			ref.block = len(p.body.blocks) - 1
		}
		if n.Mark == "" {
			n.Mark = ref.mark
		}
		n.Pos = extract.Pos{Block: max(0, min(ref.block, len(p.body.blocks)-1))}
	}
}
