// Package docx reads word-processing packages of Office Open XML (ECMA-376,
// transitional and strict): .docx, .docm, .dotx, .dotm, and through ReadParts
// flat packages. It gives the blocks of the body in order. Packages that
// expand beyond extract.MaxExpanded, hold names leading out of the package or
// a DOCTYPE are refused; a damaged one is read as far as it goes.
//
//	[x] paragraphs, runs, tabs, breaks, hyphens, symbols; white space of w:t
//	[x] tables: gridSpan, vMerge, hMerge, gridBefore, nested tables
//	[x] content controls, custom XML, smart tags, hyperlinks at every level
//	[x] fields: the result, not the instruction; nested
//	[x] tracked changes: as if accepted; paragraph marks and rows too
//	[-] deleted cells: emptied, since the columns of the row count them
//	[x] list numbers, also through styles; Word's restart rules
//	[x] text boxes (DrawingML and VML), WordArt of VML
//	[x] footnotes and endnotes; ruby base text
//	[-] hidden text: of runs, character and paragraph styles; not of table styles
//	[-] formulas: their text in a line, fractions with a stroke
//	[-] list restarts per section, note marks that restart per page
//	[ ] headers, footers, comments, pictures, objects, SmartArt, charts: counted
//	[ ] check boxes of old forms: counted
//	[-] altChunk: web pages and web archives; any other format told
//	[ ] subdocuments: told
//	[ ] fonts, colours, sizes, page layout
package docx

import (
	"maps"
	"slices"

	"luzhou/extract"
)

// Format is this reader.
var Format = extract.Format{
	Name: "docx",
	Info: extract.Text{
		ZH: "Word 2007 及以后的文档（docx、docm、dotx，含严格格式）",
		EN: "documents of Word 2007 and later (docx, docm, dotx; transitional and strict)",
	},
	Sniff: Sniff,
	Read:  Read,
}

// Read reads a package from the bytes of its zip file.
func Read(data []byte) (*extract.Document, error) {
	if len(data) == 0 {
		return nil, extract.Refuse(extract.RefusedEmpty)
	}
	p, err := openZip(data)
	if err != nil {
		return nil, err
	}
	return p.document()
}

// ReadParts reads a package whose parts are already unpacked. Keys are part
// names such as word/document.xml, with or without a leading slash; the main
// part is found through _rels/.rels. Flat OPC comes in here.
func ReadParts(parts map[string][]byte) (*extract.Document, error) {
	p := &pkg{entries: map[string]entry{}, parts: map[string][]byte{}, left: extract.MaxExpanded}
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		b, bad := toUTF8(parts[name])
		p.bad += bad
		if _, twice := p.parts[key(name)]; !twice {
			p.parts[key(name)] = b
		}
	}
	return p.document()
}

// document reads the parts the body needs and then the body.
func (p *pkg) document() (*extract.Document, error) {
	main, err := p.mainPart()
	if err != nil {
		return nil, err
	}
	body, err := p.part(main)
	if err != nil {
		return nil, err
	}
	if body == nil {
		return nil, p.withoutMain(main)
	}
	r := &reader{x: newScanner(body), pkg: p}
	if r.related, err = p.relations(main); err != nil {
		return nil, err
	}
	if err := r.definitions(); err != nil {
		return nil, err
	}
	return r.document()
}

// withoutMain says why a package without document is refused.
func (p *pkg) withoutMain(main string) error {
	switch {
	case p.has(contentTypes) || p.cut && len(p.entries) > 0:
		return extract.Refuse(extract.RefusedDamaged, main)
	default:
		return extract.Refuse(extract.RefusedFormat, extract.Text{ZH: "包内没有 Word 文档", EN: "no Word document in the package"})
	}
}
