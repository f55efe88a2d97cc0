package docx

import (
	"bytes"
	"slices"

	"luzhou/extract"
)

// inline reads the children of a paragraph, a run or anything that may stand
// inside of them.
func (r *reader) inline(p *paragraph, f run) {
	x := r.x
	for depth := x.depth; x.child(depth); {
		r.inlineElement(p, &f)
	}
}

// inlineElement reads one such child. Its names are those of 17.3 (runs and
// their content), 17.16 (fields) and 17.13 (tracked changes).
func (r *reader) inlineElement(p *paragraph, f *run) {
	x := r.x
	switch x.space {
	case compatSpace:
		r.compat(func() { r.inline(p, *f) })
		return
	case mathSpace:
		r.math(p, f)
		return
	}
	switch name := string(x.local); name {
	case "t":
		r.literal(p, f)
	case "r":
		r.inline(p, run{hidden: p.vanish == on})
	case "rPr":
		*f = r.runProperties(p)
	case "pPr":
		r.paragraphProperties(p)
	case "tab", "ptab":
		r.write(p, f, "\t")
	case "br":
		r.lineBreak(p, f)
	case "cr":
		r.write(p, f, "\n")
	case "noBreakHyphen":
		r.write(p, f, "-")
	case "sym":
		r.symbol(p, f)
	case "fldChar", "instrText":
		r.fieldPart(p, f)
	case "drawing", "pict":
		r.drawing()
	case "object":
		r.tally.objects++
	case "footnoteReference", "endnoteReference":
		r.noteReference(p, f)
	case "commentReference":
		r.tally.comments++
	case "ruby":
		r.ruby(p, *f)
	case "ins", "moveTo":
		r.tally.insertions++
		r.inline(p, *f)
	case "del", "moveFrom":
		r.tally.deletions++
	case "delText", "delInstrText", "softHyphen", "lastRenderedPageBreak":
	case "subDoc", "altChunk":
		r.tally.chunks++
	case "tbl", "p":
		r.misplaced(p)
	default:
		if !isProperty(name) {
			r.inline(p, *f)
		}
	}
}

// lineBreak reads a w:br; a page or column break inside a paragraph ends a
// line, at its ends it shows nothing.
func (r *reader) lineBreak(p *paragraph, f *run) {
	switch kind, _ := r.x.raw("type"); string(kind) {
	case "page", "column":
		p.pageBreak = true
	default:
		r.write(p, f, "\n")
	}
}

// ruby keeps the base text and leaves out the reading printed above it.
func (r *reader) ruby(p *paragraph, f run) {
	x := r.x
	for depth := x.depth; x.child(depth); {
		switch string(x.local) {
		case "rubyBase":
			r.inline(p, f)
		case "rt":
			r.tally.readings++
		}
	}
}

// misplaced reads a paragraph or table that stands inside a paragraph, which
// no schema allows but damaged generators write: its text stays in line.
func (r *reader) misplaced(p *paragraph) {
	var f flow
	r.block(&f)
	r.finish(&f)
	for _, text := range lines(f.blocks) {
		if len(p.text) > 0 {
			p.text = append(p.text, '\n')
		}
		p.text = append(p.text, text...)
	}
}

// lines lists the text of blocks, of tables cell by cell.
func lines(blocks []extract.Block) (list []string) {
	for _, b := range blocks {
		if b.Paragraph != nil {
			list = append(list, b.Paragraph.Text)
			continue
		}
		for _, c := range b.Table.Cells {
			list = append(list, c.Text)
			for k := range c.Tables {
				list = append(list, lines([]extract.Block{{Table: &c.Tables[k]}})...)
			}
		}
	}
	return list
}

// mathSigns are written before parts of a formula, so that a half does not
// read as 12.
var mathSigns = map[string]string{"den": "/", "sup": "^", "sub": "_"}

// rootSign stands behind the degree of a root, which may be empty: √8 must not
// read as 8. A root without a degree gets it in front.
const rootSign = "√"

// math reads a formula as a line of text.
func (r *reader) math(p *paragraph, f *run) {
	x := r.x
	name := string(x.local)
	if name == "t" {
		r.literal(p, f)
		return
	}
	if isProperty(name) {
		return
	}
	before := len(p.text)
	r.inline(p, *f)
	sign, at := mathSigns[name], before
	switch {
	case name == "deg":
		sign, at = rootSign, len(p.text)
	case name == "rad" && !bytes.Contains(p.text[before:], []byte(rootSign)):
		sign = rootSign
	case sign == "" || len(p.text) == before:
		return
	}
	p.text = slices.Insert(p.text, at, []byte(sign)...)
	r.tally.formulas++
}
