package docx

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"math"
	"strings"
	"sync"

	"github.com/unidoc/unioffice/schema/soo/wml"

	"luzhou/render"
)

// writer collects document.xml.
type writer struct {
	*pieces
	out bytes.Buffer
	err error // the first; later elements are empty
}

// pieces are the elements that never differ, marshalled once for all documents.
type pieces struct {
	document   element // cut before its section
	run, plain element // for text with and without signs that Word has to be told are Chinese
	text, bare element // for text with and without white space at its ends
	br, tab    []byte
	row, head  element
	paragraphs map[paragraphShape]element // all without a distance from the right edge
	cells      map[cellKind]cellElement
}

var constantPieces = sync.OnceValues(func() (*pieces, error) {
	var (
		p    = &pieces{paragraphs: map[paragraphShape]element{}, cells: map[cellKind]cellElement{}}
		fail error
		must = func(tag string, v any) element {
			e, err := cut(tag, v)
			if fail == nil {
				fail = err
			}
			return e
		}
	)
	// Word takes “ ” — · from the Latin font unless the run says otherwise.
	hint := &wml.CT_RPr{RFonts: &wml.CT_Fonts{HintAttr: wml.ST_HintEastAsia}}
	p.run = must("w:r", &wml.CT_R{RPr: hint})
	p.plain = must("w:r", &wml.CT_R{})
	p.text = must("w:t", &wml.CT_Text{SpaceAttr: new("preserve")})
	p.bare = must("w:t", &wml.CT_Text{})
	p.br = whole(must("w:br", &wml.CT_Br{}))
	p.tab = whole(must("w:tab", &wml.CT_Empty{}))
	p.row = must("w:tr", row(false))
	p.head = must("w:tr", row(true))
	for _, shape := range paragraphShapes() {
		p.paragraphs[shape] = must("w:p", &wml.CT_P{PPr: shape.properties()})
	}
	for _, kind := range cellKinds() {
		e := must("w:tc", &wml.CT_Tc{TcPr: kind.properties()})
		p.cells[kind] = e.splitCell()
	}

	shell, err := part("w:document", documentShell())
	if fail == nil {
		fail = err
	}
	shell = bytes.Replace(shell, []byte(conformance), nil, 1)
	at := max(bytes.Index(shell, []byte("<w:sectPr")), 0)
	p.document = element{open: shell[:at], end: shell[at:]}
	return p, fail
})

// whole closes an element without content.
func whole(e element) []byte {
	return append(bytes.TrimSuffix(e.open, []byte(">")), "/>"...)
}

// documentXML is the content of document.xml.
func documentXML(blocks []render.Block) ([]byte, error) {
	p, err := constantPieces()
	if err != nil {
		return nil, err
	}
	w := &writer{pieces: p}
	w.out.Grow(sizeHint(blocks))
	w.out.Write(p.document.open)
	for i := range blocks {
		if err := w.block(blocks, i); err != nil {
			return nil, fmt.Errorf("block %d: %w", i, err)
		}
	}
	if len(blocks) == 0 || blocks[len(blocks)-1].Table != nil {
		w.gap()
	}
	w.out.Write(p.document.end)
	return w.out.Bytes(), w.err
}

// sizeHint guesses the length of document.xml, to grow the buffer once.
func sizeHint(blocks []render.Block) int {
	size := 4 << 10
	for _, b := range blocks {
		if b.Paragraph != nil {
			size += 200 + len(b.Paragraph.Text)
		}
		if b.Table != nil {
			size += 500 + 320*len(b.Table.Cells)
		}
	}
	return size
}

// block writes block i; its neighbours decide the space around a table.
func (w *writer) block(blocks []render.Block, i int) error {
	table := func(i int) bool { return i >= 0 && i < len(blocks) && blocks[i].Table != nil }
	b := blocks[i]
	switch {
	case b.Paragraph != nil && b.Table != nil, b.Paragraph == nil && b.Table == nil:
		return fmt.Errorf("want a paragraph or a table")
	case b.Table != nil:
		if table(i - 1) {
			w.gap()
		}
		return w.table(b.Table)
	}
	st, ok := paragraphStyles[b.Paragraph.Style]
	if !ok {
		return fmt.Errorf("no style %q", b.Paragraph.Style)
	}
	text := b.Paragraph.Text
	if spec := render.Specs[b.Paragraph.Style]; spec.Align == render.Center {
		text = strings.Join(render.TitleLines(text, textWidthPoints/spec.Size), "\n")
	}
	w.paragraph(paragraphShape{
		style:       st.id,
		spec:        b.Paragraph.Style,
		right:       b.Paragraph.Right,
		afterTable:  table(i - 1),
		beforeTable: table(i + 1),
	}, text)
	return nil
}

// gap is the empty paragraph of gapStyle.
func (w *writer) gap() { w.paragraph(paragraphShape{style: gapID}, "") }

// paragraphShape is all of a paragraph but its text.
type paragraphShape struct {
	style       string
	keep        bool         // of a cell: on the page of the next row, which all paragraphs of the row say
	spec        render.Style // set where the next three may be
	right       float64
	afterTable  bool
	beforeTable bool
}

// paragraphShapes lists those that do not stand from the right edge.
func paragraphShapes() []paragraphShape {
	list := []paragraphShape{{style: gapID}}
	for _, c := range cellStyles {
		list = append(list, paragraphShape{style: c.id}, paragraphShape{style: c.id, keep: true})
	}
	for _, spec := range styleOrder {
		for _, after := range []bool{false, true} {
			for _, before := range []bool{false, true} {
				list = append(list, paragraphShape{style: paragraphStyles[spec].id, spec: spec, afterTable: after, beforeTable: before})
			}
		}
	}
	return list
}

func (w *writer) paragraph(shape paragraphShape, s string) {
	e, ok := w.paragraphs[shape]
	if !ok {
		e = w.cut("w:p", &wml.CT_P{PPr: shape.properties()})
	}
	w.out.Write(e.open)
	w.text(s)
	w.out.Write(e.end)
}

// smallParagraph is a paragraph of one run in smaller type than its style has.
func (w *writer) smallParagraph(shape paragraphShape, s string, size float64) {
	p, small := *w.pieces, &wml.CT_RPr{
		RFonts: &wml.CT_Fonts{HintAttr: wml.ST_HintEastAsia}, Sz: halfPoints(size), SzCs: halfPoints(size)}
	p.plain = w.cut("w:r", &wml.CT_R{RPr: small})
	p.run = p.plain
	whole := w.pieces
	w.pieces = &p
	w.paragraph(shape, s)
	w.pieces = whole
}

// properties are the style and, where a paragraph has them, its distance from
// the right edge and from a table: a paragraph style cannot know its neighbour.
func (s paragraphShape) properties() *wml.CT_PPr {
	p := &wml.CT_PPr{PStyle: name(s.style)}
	if s.keep {
		p.KeepNext = on()
	}
	spec := render.Specs[s.spec]
	if s.right > 0 && s.right < render.CharsPerLine {
		p.Ind = &wml.CT_Ind{
			RightCharsAttr: new(int64(math.Round(s.right * 100))),
			RightAttr:      new(signed(fromPoints(s.right * spec.Size))),
		}
	}
	before := s.afterTable && spec.SpaceTop < render.TableSpacing
	after := s.beforeTable && spec.SpaceDown < render.TableSpacing
	if before || after {
		p.Spacing = &wml.CT_Spacing{}
	}
	if before {
		p.Spacing.BeforeAttr = new(unsigned(fromPoints(render.TableSpacing)))
	}
	if after {
		p.Spacing.AfterAttr = new(unsigned(fromPoints(render.TableSpacing)))
	}
	return p
}

func (w *writer) cut(tag string, v xml.Marshaler) element {
	e, err := cut(tag, v)
	if err != nil && w.err == nil {
		w.err = err
	}
	return e
}
