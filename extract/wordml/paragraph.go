package wordml

import (
	"strconv"
	"strings"

	"luzhou/extract"
	"luzhou/extract/tags"
)

// maxParagraphs bounds what empty paragraphs can take.
const maxParagraphs = extract.MaxCells

// paragraph collects the text of one paragraph.
type paragraph struct {
	text    strings.Builder
	props   paragraphProps
	hidden  bool // the run being read is hidden
	told    bool // its hidden text has been counted
	some    bool // the paragraph has hidden text
	pages   bool // a page break waits for text after it
	picture bool // the drawing being read shows one
	boxes   []extract.Block
}

// paragraph reads the element just opened into the story.
func (r *reader) paragraph(s *story) {
	if r.tally.paragraphs++; r.tally.paragraphs > maxParagraphs {
		r.refuse("段落过多", "too many paragraphs")
		return
	}
	p := &paragraph{}
	p.props.style = r.styles.normal
	p.hidden = r.styles.hidden(p.props.style)
	r.Within(func(e tags.Event) { r.inline(p, e) })
	if p.props.markGone {
		s.joined.WriteString(p.text.String())
		s.box(p.boxes)
		return
	}
	text := p.text.String()
	if s.joined.Len() > 0 {
		text = s.joined.String() + text
		s.joined.Reset()
	}
	if text == "" && p.some && p.props.markHidden {
		s.box(p.boxes)
		return
	}
	s.add(extract.ParagraphBlock(text, r.lists.number(r.styles, p.props)), p.boxes)
}

func (r *reader) inline(p *paragraph, e tags.Event) {
	if e.Kind != tags.Open {
		return
	}
	switch e.Space {
	case wordSpace:
		r.word(p, e)
	case amlSpace:
		if e.Local == "annotation" {
			r.annotation(e)
		}
	case vmlSpace:
		switch {
		case e.Local == "imagedata":
			r.tally.pictures++
			p.picture = true
		case e.Local == "textpath" && e.Attr("string") != "":
			p.boxes = append(p.boxes, extract.ParagraphBlock(e.Attr("string"), ""))
		}
	case officeSpace:
		if e.Local == "OLEObject" {
			r.tally.objects++
			if p.picture { // of the object
				r.tally.pictures--
			}
			p.picture = false
		}
	}
}

func (r *reader) word(p *paragraph, e tags.Event) {
	switch e.Local {
	case "pPr":
		p.props = r.paragraphProps(p.props)
		p.hidden = r.styles.hidden(p.props.style)
	case "r":
		p.hidden, p.told = r.styles.hidden(p.props.style), false
	case "rPr":
		p.hidden = r.runHidden(p.hidden)
	case "t":
		r.Within(func(e tags.Event) {
			if e.Kind == tags.Chars {
				r.show(p, shownText(e))
			}
		})
	case "tab":
		r.show(p, "\t")
	case "cr":
		r.show(p, "\n")
	case "br":
		if t := e.Attr("type"); t == "page" || t == "column" {
			p.pages = true
			return
		}
		r.show(p, "\n")
	case "noBreakHyphen":
		r.show(p, "\u2011")
	case "sym":
		r.show(p, r.symbol(e))
	case "fldChar":
		r.fields.char(e.Attr("fldCharType"))
	case "footnote", "endnote":
		r.note(e)
	case "txbxContent":
		p.boxes = append(p.boxes, r.story(true).blocks...)
	case "rt":
		r.tally.ruby++
		r.Skip()
	case "pict", "object":
		p.picture = false
	case "sectPr":
		r.section()
	case "instrText", "delText", "delInstrText", "fldData", "binData", "ffData":
		r.Skip()
	}
}

// show adds text that the page shows, unless it is hidden or field code.
func (r *reader) show(p *paragraph, text string) {
	switch {
	case text == "":
	case r.fields.code > 0:
		r.tally.fieldCode++
	case p.hidden:
		if !p.told {
			r.tally.hidden++
		}
		p.told, p.some = true, true
	default:
		if p.pages && p.text.Len() > 0 {
			p.text.WriteByte('\n')
		}
		p.pages = false
		p.text.WriteString(text)
	}
}

// shownText makes text of the characters of w:t: line ends of the file are
// blanks, soft hyphens show nothing.
func shownText(e tags.Event) string {
	s := e.Text()
	if strings.ContainsAny(s, "\r\n\u00AD") {
		s = lineEnds.Replace(s)
	}
	return s
}

var lineEnds = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ", "\u00AD", "")

// symbol returns the character of w:sym. Symbol fonts use the private area,
// which keeps a check mark from passing for a letter.
func (r *reader) symbol(e tags.Event) string {
	n, err := strconv.ParseUint(e.Attr("char"), 16, 32)
	if err != nil || n < ' ' || tags.Allowed(rune(n)) < 0 {
		return ""
	}
	if shown, ok := extract.Symbol(e.Attr("font"), rune(n)); ok {
		return string(shown)
	}
	if n >= extract.SymbolsFirst && n <= extract.SymbolsLast {
		r.tally.symbols++
	}
	return string(rune(n))
}

// fields follows complex fields: from begin to separate stands code, from
// separate to end the result. They may hold one another and span paragraphs.
type fields struct {
	inCode []bool
	code   int // how many of the open fields are in their code
}

func (f *fields) char(kind string) {
	last := len(f.inCode) - 1
	switch {
	case kind == "begin":
		f.inCode = append(f.inCode, true)
		f.code++
	case last < 0:
	case kind == "separate" && f.inCode[last]:
		f.inCode[last] = false
		f.code--
	case kind == "end":
		if f.inCode[last] {
			f.code--
		}
		f.inCode = f.inCode[:last]
	}
}
