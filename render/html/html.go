// Package html writes a render.Layout as one web page that needs nothing else:
// no script, no font, no picture, no address outside itself. It looks like the
// DOCX and the PDF of the same Layout, prints on A4 with the margins of GB/T
// 9704-2012, and can be heard as well as seen: headings are headings, every
// table has a caption, and each header cell says what it heads.
//
// Captions are hidden, as the printed form has none; aria-labelledby reads them out. The same Layout gives the same bytes.
//
// Refused, with an error: a block that is neither or both of paragraph and
// table, a style nobody defined, and cells that overlap or leave their grid.
package html

import (
	"bytes"
	"fmt"
	"strconv"

	"luzhou/render"
)

// Write returns the page as UTF-8.
func Write(l render.Layout) ([]byte, error) {
	w := &writer{}
	w.out.Grow(16<<10 + 8*textSize(l))
	w.head(l.Meta)
	for i, b := range l.Blocks {
		if err := w.block(b); err != nil {
			return nil, fmt.Errorf("html: block %d: %w", i, err)
		}
	}
	w.raw("</main>\n</body>\n</html>\n")
	return w.out.Bytes(), nil
}

// textSize guesses the bytes of text, to grow the buffer once.
func textSize(l render.Layout) int {
	n := 0
	for _, b := range l.Blocks {
		if b.Paragraph != nil {
			n += len(b.Paragraph.Text)
		} else if b.Table != nil {
			n += 16 * len(b.Table.Cells)
		}
	}
	return n
}

// writer collects the page.
type writer struct {
	out    bytes.Buffer
	tables int
	notes  int
}

func (w *writer) raw(s string) { w.out.WriteString(s) }

// attribute writes an attribute of an open tag.
func (w *writer) attribute(name, value string) {
	w.raw(" " + name + `="`)
	w.escaped(value)
	w.raw(`"`)
}

func (w *writer) number(name string, n int) { w.attribute(name, strconv.Itoa(n)) }

// head begins the page. The character set comes first: a browser looks for it
// in the first 1024 bytes only (WHATWG HTML section 4.2.5.4).
func (w *writer) head(m render.Meta) {
	w.raw("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n<title>")
	w.escaped(m.Title)
	w.raw("</title>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
	for _, field := range [][2]string{{"author", m.Author}, {"description", m.Subject}, {"dcterms.issued", m.Issued}} {
		if field[1] != "" {
			w.raw(`<meta`)
			w.attribute("name", field[0])
			w.attribute("content", field[1])
			w.raw(">\n")
		}
	}
	w.raw("<style>\n" + styleSheet() + "</style>\n</head>\n<body>\n<main>\n")
}

// elements are the tags of the styles of paragraphs.
var elements = map[render.Style]struct{ tag, class string }{
	render.Title:     {"h1", ""},
	render.Heading1:  {"h2", ""},
	render.Heading2:  {"h3", ""},
	render.Body:      {"p", ""},
	render.Signature: {"p", "signature"},
	render.Date:      {"p", "date"},
	render.Footnote:  {"p", "footnote"},
	render.Annex:     {"h2", "annex"},
	render.AnnexText: {"p", "annex-text"},
}

func (w *writer) block(b render.Block) error {
	switch {
	case (b.Paragraph == nil) == (b.Table == nil):
		return fmt.Errorf("want a paragraph or a table")
	case b.Table != nil:
		return w.table(b.Table)
	case b.Paragraph.Style == render.Footnote:
		w.footnote(b.Paragraph)
		return nil
	}
	return w.paragraph(b.Paragraph)
}

// nearRight is a distance from the right edge, in characters, that any screen has.
const nearRight = 4

func (w *writer) paragraph(p *render.Paragraph) error {
	e, ok := elements[p.Style]
	if !ok {
		return fmt.Errorf("no style %q", p.Style)
	}
	style := ""
	if p.Right > 0 && p.Right < render.CharsPerLine {
		style = "margin-right:" + decimal(p.Right) + "em"
	}
	if p.Right > nearRight && style != "" { // on a narrow screen as far as there is room
		style = fmt.Sprintf("margin-right:max(0em,min(%sem,100%% - %sem))", decimal(p.Right), decimal(render.Width(p.Text)+0.5))
	}
	w.raw("<" + e.tag)
	if e.class != "" {
		w.attribute("class", e.class)
	}
	if p.Style == render.Title && !keepsBlanks(p.Text) {
		w.title(p.Text)
	} else {
		w.text(p.Text, style)
	}
	w.raw("</" + e.tag + ">\n")
	return nil
}

// title ends an open tag and writes a title with the places where its lines may end.
func (w *writer) title(text string) {
	w.raw(">")
	for i, word := range render.TitleWords(clean(text)) {
		if i > 0 {
			w.raw("<wbr>")
		}
		w.content(word)
	}
}

// footnote writes a note. Its mark is an element of its own, so that the mark
// and the text can be told apart again.
func (w *writer) footnote(p *render.Paragraph) {
	w.notes++
	id := "sdfootnote" + strconv.Itoa(w.notes)
	w.raw(`<div role="doc-footnote"`)
	w.attribute("id", id)
	w.raw(`><p class="footnote">`)
	text := p.Text
	if mark := p.Mark; mark != "" && len(mark) <= len(text) && text[:len(mark)] == mark {
		w.raw(`<a class="sdfootnotesym"`)
		w.attribute("id", id+"sym")
		w.attribute("name", id+"sym")
		w.raw(">")
		w.escaped(mark)
		w.raw("</a>")
		text = text[len(mark):]
	}
	w.content(text)
	w.raw("</p></div>\n")
}
