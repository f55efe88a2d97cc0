package docx

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/unidoc/unioffice/schema/soo/ofc/sharedTypes"
	"github.com/unidoc/unioffice/schema/soo/wml"

	"luzhou/extract"
	"luzhou/render"
)

// Identifiers of the footnotes that are the lines above footnotes; those of a
// report count from 1.
const (
	separatorID    = -1
	continuationID = 0
)

// referenceID is the character style of marks.
const referenceID = "FootnoteReference"

// notes are the footnotes of a document.
type notes struct {
	list   []*render.Paragraph
	format wml.ST_NumberFormat // in which Word counts the marks; unset when they are typed
}

// countFormats are the formats of marks that are looked for (ECMA-376 part 1,
// 17.18.59). Only the first, Word's own choice, is the same everywhere past ten.
var countFormats = []wml.ST_NumberFormat{
	wml.ST_NumberFormatDecimal, wml.ST_NumberFormatDecimalEnclosedCircleChinese, wml.ST_NumberFormatDecimalEnclosedParen,
	wml.ST_NumberFormatLowerRoman, wml.ST_NumberFormatLowerLetter, wml.ST_NumberFormatChineseCounting,
}

// notesOf gathers the notes of a document. Word counts the marks if it comes to
// the same ones: then a note that somebody adds gets the next.
func notesOf(blocks []render.Block) notes {
	var n notes
	for _, b := range blocks {
		if isNote(b) {
			n.list = append(n.list, b.Paragraph)
		}
	}
	for _, format := range countFormats {
		counted := len(n.list) > 0 && (len(n.list) <= 10 || format == countFormats[0])
		for i, p := range n.list {
			mark, _ := extract.FormatNumber(format.String(), i+1)
			counted = counted && p.Mark == mark
		}
		if counted {
			n.format = format
			break
		}
	}
	return n
}

func isNote(b render.Block) bool { return b.Paragraph != nil && b.Paragraph.Style == render.Footnote }

// references writes the paragraph of marks at the place of the notes that begin
// at block i: a report does not tell where in its text a note belongs, and a
// mark behind the wrong word would say something that nobody wrote.
func (w *writer) references(blocks []render.Block, i int, shape paragraphShape) {
	if i > 0 && isNote(blocks[i-1]) {
		return // written with the first
	}
	e := w.paragraphOf(shape)
	w.out.Write(e.open)
	for ; i < len(blocks) && isNote(blocks[i]); i++ {
		w.noted++
		reference := &wml.CT_FtnEdnRef{IdAttr: int64(w.noted)}
		var mark []*wml.EG_RunInnerContent
		if w.notes.format == wml.ST_NumberFormatUnset {
			reference.CustomMarkFollowsAttr = onOff(true)
			if s := clean(blocks[i].Paragraph.Mark); s != "" {
				mark = append(mark, text(s))
			}
		}
		r := markRun(append([]*wml.EG_RunInnerContent{{FootnoteReference: reference}}, mark...)...)
		r.RPr.Spacing = &wml.CT_SignedTwipsMeasure{ValAttr: signed(fromPoints(render.Specs[render.Footnote].Size / 4))} // 1 and 2 are not 12
		w.element("w:r", r)
	}
	w.out.Write(e.end)
}

// markRun is a run in the style of marks.
func markRun(content ...*wml.EG_RunInnerContent) *wml.CT_R {
	return &wml.CT_R{RPr: &wml.CT_RPr{RStyle: name(referenceID)}, EG_RunInnerContent: content}
}

func (w *writer) element(tag string, v any) {
	data, err := marshal(tag, v)
	if err == nil {
		data, err = selfClosed(data)
	}
	if err != nil && w.err == nil {
		w.err = err
	}
	w.out.Write(data)
}

// footnotesShell is footnotes.xml without the notes of a document.
var footnotesShell = sync.OnceValues(func() (element, error) {
	shell := wml.NewFootnotes()
	for _, line := range []struct {
		id   int64
		kind wml.ST_FtnEdn
		sign wml.EG_RunInnerContent
	}{
		{separatorID, wml.ST_FtnEdnSeparator, wml.EG_RunInnerContent{Separator: &wml.CT_Empty{}}},
		{continuationID, wml.ST_FtnEdnContinuationSeparator, wml.EG_RunInnerContent{ContinuationSeparator: &wml.CT_Empty{}}},
	} {
		p := &wml.CT_P{PPr: &wml.CT_PPr{PStyle: name(paragraphStyles[render.Footnote].id)}, EG_PContent: []*wml.EG_PContent{run(&line.sign)}}
		shell.Footnote = append(shell.Footnote, &wml.CT_FtnEdn{TypeAttr: line.kind, IdAttr: line.id, EG_BlockLevelElts: blockOf(p)})
	}
	data, err := part("w:footnotes", shell)
	at := bytes.LastIndex(data, []byte("</"))
	return element{open: data[:max(at, 0)], end: data[max(at, 0):]}, err
})

func blockOf(p *wml.CT_P) []*wml.EG_BlockLevelElts {
	return []*wml.EG_BlockLevelElts{{EG_ContentBlockContent: []*wml.EG_ContentBlockContent{{P: []*wml.CT_P{p}}}}}
}

// footnotesXML is the content of footnotes.xml. Each note begins with its mark
// and a blank, as Word has it.
func footnotesXML(n notes) ([]byte, error) {
	shell, err := footnotesShell()
	if err != nil {
		return nil, err
	}
	p, err := constantPieces()
	if err != nil {
		return nil, err
	}
	w := &writer{pieces: p}
	w.out.Write(shell.open)
	for i, note := range n.list {
		w.out.WriteString(`<w:footnote w:id="` + strconv.Itoa(i+1) + `">`)
		e := w.paragraphOf(paragraphShape{style: paragraphStyles[render.Footnote].id, spec: render.Footnote})
		w.out.Write(e.open)
		mark, words := clean(note.Mark), note.Text
		if rest, found := strings.CutPrefix(note.Text, note.Mark); found {
			words = strings.TrimPrefix(rest, " ")
		}
		switch {
		case n.format != wml.ST_NumberFormatUnset:
			w.element("w:r", markRun(&wml.EG_RunInnerContent{FootnoteRef: &wml.CT_Empty{}}))
		case mark != "":
			w.element("w:r", markRun(text(mark)))
		}
		if words != "" && mark != "" {
			words = " " + words
		}
		w.text(words)
		w.out.Write(e.end)
		w.out.WriteString(`</w:footnote>`)
	}
	w.out.Write(shell.end)
	return w.out.Bytes(), w.err
}

// referenceStyle raises marks. Fonts and size are those of the text around.
func referenceStyle() *wml.CT_Style {
	return &wml.CT_Style{
		TypeAttr:       wml.ST_StyleTypeCharacter,
		StyleIdAttr:    new(referenceID),
		Name:           name("footnote reference"),
		UiPriority:     number(99),
		UnhideWhenUsed: on(),
		RPr:            &wml.CT_RPr{VertAlign: &wml.CT_VerticalAlignRun{ValAttr: sharedTypes.ST_VerticalAlignRunSuperscript}},
	}
}

// noteSettings name the lines above the notes, as Word expects (17.11.9).
func noteSettings() *wml.CT_FtnDocProps {
	return &wml.CT_FtnDocProps{Footnote: []*wml.CT_FtnEdnSepRef{{IdAttr: separatorID}, {IdAttr: continuationID}}}
}

// countedIn is what the section says of how its notes are counted.
func countedIn(format wml.ST_NumberFormat) ([]byte, error) {
	if format == wml.ST_NumberFormatUnset || format == countFormats[0] {
		return nil, nil
	}
	data, err := marshal("w:footnotePr", &wml.CT_FtnProps{NumFmt: &wml.CT_NumFmt{ValAttr: format}})
	if err != nil {
		return nil, err
	}
	return selfClosed(data)
}

// insertCount puts what countedIn says behind the footers of the section.
func insertCount(section, count []byte) []byte {
	at := max(bytes.Index(section, []byte("<w:pgSz")), 0)
	return slices.Concat(section[:at], count, section[at:])
}
