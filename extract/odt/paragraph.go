package odt

import (
	"strings"

	"luzhou/extract"
	"luzhou/extract/tags"
)

// maxParagraphs bounds what empty paragraphs can take.
const maxParagraphs = extract.MaxCells

// paragraph collects the text of one paragraph or heading.
type paragraph struct {
	text   strings.Builder
	boxes  []extract.Block
	bare   bool // white space here is of the markup: after other space, or first
	hidden int  // depth of the outermost hidden element, 0 when none is open
	told   bool // the hidden text there has been counted
	gone   bool // the paragraph is hidden as a whole
	fonts  []font
}

// font is the font of a span, or of the paragraph, open at a depth.
type font struct {
	depth int
	name  string
}

// inFont begins text in a font; "" goes on with the one around.
func (p *paragraph) inFont(depth int, name string) {
	if n := len(p.fonts); name == "" && n > 0 {
		name = p.fonts[n-1].name
	}
	p.fonts = append(p.fonts, font{depth, name})
}

// paragraph reads the element just opened.
func (r *reader) paragraph(s *story, e tags.Event) {
	if r.tally.paragraphs++; r.tally.paragraphs > maxParagraphs {
		r.refuse("段落过多", "too many paragraphs")
		return
	}
	p := &paragraph{bare: true}
	style := e.Attr("style-name")
	p.inFont(0, r.styles.font("paragraph", style))
	if r.styles.hidden("paragraph", style) {
		p.hidden = r.Depth()
	}
	r.Within(func(e tags.Event) { r.inline(p, e) })
	if p.gone {
		r.tally.hidden++
		s.box(p.boxes)
		return
	}
	p.keep(s)
	if r.changes.open > 0 {
		s.held = p.text.String()
		s.box(p.boxes)
		return
	}
	number := r.number(e, style)
	s.add(extract.ParagraphBlock(p.text.String(), number), p.boxes)
}

// keep puts the text of a held paragraph in front: the mark between them was
// deleted.
func (p *paragraph) keep(s *story) {
	if s.held == "" {
		return
	}
	text := s.held + p.text.String()
	p.text.Reset()
	p.text.WriteString(text)
	s.held = ""
}

func (r *reader) inline(p *paragraph, e tags.Event) {
	switch {
	case e.Kind == tags.Chars:
		r.chars(p, e.Text())
	case e.Kind == tags.Close:
		if r.Depth() < p.hidden {
			p.hidden, p.told = 0, false
		}
		for r.Depth() < p.fonts[len(p.fonts)-1].depth {
			p.fonts = p.fonts[:len(p.fonts)-1]
		}
	case e.Space == textSpace:
		r.textElement(p, e)
	case e.Space == officeSpace:
		r.officeElement(e)
	case e.Space == drawSpace:
		r.shape(&p.boxes, e)
	case e.Space == svgSpace || e.Space == formSpace:
		r.Skip()
	}
}

func (r *reader) textElement(p *paragraph, e tags.Event) {
	switch e.Local {
	case "s":
		n := min(max(1, e.Int("c", 1)), maxBlanks)
		if r.tally.blanks += n; r.tally.blanks > maxAllBlanks {
			r.refuse("空格过多", "too many blanks")
			return
		}
		r.show(p, strings.Repeat(" ", n))
	case "tab":
		r.show(p, "\t")
	case "line-break":
		r.show(p, "\n")
	case "span":
		p.inFont(r.Depth(), r.styles.font("text", e.Attr("style-name")))
		if p.hidden == 0 && r.styles.hidden("text", e.Attr("style-name")) {
			p.hidden = r.Depth()
		}
	case "hidden-text":
		if p.hidden == 0 && e.Attr("is-hidden") != "false" {
			p.hidden = r.Depth()
		}
	case "hidden-paragraph":
		p.gone = p.gone || e.Attr("is-hidden") == "true"
		r.Skip()
	case "change-start", "change-end":
		r.changes.mark(e)
	case "note":
		r.note(e)
	case "ruby-text":
		r.tally.ruby++
		r.Skip()
	case "script":
		r.tally.scripts++
		r.Skip()
	}
}

// Bounds on the blanks one text:s, and all of them, stand for.
const (
	maxBlanks    = 1024
	maxAllBlanks = 16 << 20
)

// chars adds characters by the rules of ODF 1.2 section 6.1.2: a run of white
// space is one blank, and none at the start of a paragraph. A blank at the end
// is kept, because writers put blanks that count there.
func (r *reader) chars(p *paragraph, text string) {
	var b strings.Builder
	for _, c := range text {
		if c == ' ' || c == '\t' || c == '\n' || c == '\r' {
			if !p.bare {
				b.WriteByte(' ')
			}
			p.bare = true
			continue
		}
		if c != '\u00AD' && c >= ' ' {
			b.WriteRune(c)
		}
		p.bare = false
	}
	r.add(p, b.String())
}

// show adds text that the rules of white space leave alone.
func (r *reader) show(p *paragraph, text string) {
	p.bare = false
	r.add(p, text)
}

func (r *reader) add(p *paragraph, text string) {
	switch {
	case text == "", r.changes.open > 0:
	case p.hidden == 0:
		shown, unknown := extract.Symbols(p.fonts[len(p.fonts)-1].name, text)
		r.tally.symbols += unknown
		p.text.WriteString(shown)
	case !p.told && strings.TrimSpace(text) != "":
		p.told = true
		r.tally.hidden++
	}
}

// note reads a foot- or endnote, which stands where its mark is printed.
func (r *reader) note(e tags.Event) {
	n := extract.Note{Pos: extract.Pos{Block: r.at}}
	r.Within(func(e tags.Event) {
		switch {
		case e.Is(textSpace, "note-citation"):
			var mark strings.Builder
			r.Within(func(e tags.Event) { mark.WriteString(e.Text()) })
			n.Mark = strings.TrimSpace(mark.String())
		case e.Is(textSpace, "note-body"):
			n.Text = strings.TrimSpace(lines(r.story(true).blocks))
		}
	})
	r.notes = append(r.notes, n)
}

// lines joins all text of some blocks.
func lines(blocks []extract.Block) string {
	var all []string
	for _, b := range blocks {
		if b.Paragraph != nil {
			all = append(all, b.Paragraph.Text)
			continue
		}
		for _, c := range b.Table.Cells {
			all = append(all, c.Text)
		}
	}
	return strings.Join(all, "\n")
}
