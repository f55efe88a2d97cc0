// Package odt reads OpenDocument text: the package (.odt, .ott) and the single
// XML file (.fodt). In go the bytes; out comes a Document.
//
// It refuses encrypted packages, packages that expand beyond
// extract.MaxExpanded or hold names leading out of the package, and whatever
// has no text body. A package that lost its end and damaged XML are read as far
// as they go, and that is told.
//
// What is supported [x], partly [-], ignored [ ] (ODF 1.2 part 1):
//
//	[x] paragraphs, headings, sections, indexes, white space rules
//	[x] lists and outline numbers, continued and restarted
//	[x] tables: spans, repeated cells and rows, header rows, nesting
//	[x] hidden sections, paragraphs, text fields and text styles
//	[x] foot- and endnotes; text boxes and the text of shapes
//	[x] tracked changes: deleted text out, also where it stands in the text; both kinds are counted
//	[-] hidden by a condition: as the file says it was when it was saved
//	[-] fonts of symbols: the characters known for certain, others told
//	[-] comments, headers, pictures, objects, scripts, ruby: counted
//	[ ] formulas, charts and other embedded objects
package odt

import (
	"bytes"
	"strings"

	"luzhou/extract"
	"luzhou/extract/charset"
	"luzhou/extract/tags"
)

// Format is OpenDocument text.
var Format = extract.Format{
	Name:  "odt",
	Info:  extract.Text{ZH: "OpenDocument 文本（odt、ott、fodt）", EN: "OpenDocument text (odt, ott, fodt)"},
	Sniff: func(data []byte) bool { return isPackage(data) || isFlat(data) },
	Read:  read,
}

// textType begins the media types of text documents, templates and masters.
const textType = "application/vnd.oasis.opendocument.text"

func read(data []byte) (*extract.Document, error) {
	switch {
	case len(data) == 0:
		return nil, extract.Refuse(extract.RefusedEmpty)
	case len(data) > extract.MaxInput:
		return nil, extract.Refuse(extract.RefusedLimit, extract.Text{ZH: "文件过大", EN: "file too large"})
	case bytes.HasPrefix(data, []byte(zipMark)):
		return readPackage(data)
	case isFlat(data):
		return readFlat(data)
	}
	return nil, extract.Refuse(extract.RefusedFormat, extract.Text{ZH: "不是 OpenDocument 文本", EN: "no OpenDocument text"})
}

func readFlat(data []byte) (*extract.Document, error) {
	text, name, findings := charset.Decode(data, declared(data))
	r := newReader()
	r.part("xml", text, true)
	doc, err := r.document()
	if err != nil {
		return nil, err
	}
	doc.Source.Charset = name
	doc.Findings = append(findings, doc.Findings...)
	return doc, nil
}

// document finishes the reading.
func (r *reader) document() (*extract.Document, error) {
	switch {
	case r.refused != nil:
		return nil, r.refused
	case !r.foundBody:
		return nil, extract.Refuse(extract.RefusedDamaged, extract.Text{ZH: "没有正文", EN: "no text body"})
	}
	extract.Locate(r.blocks)
	return &extract.Document{Blocks: r.blocks, Notes: r.notes, Findings: append(r.damage, r.findings()...)}, nil
}

// headBytes is how far the root element of a flat document is looked for.
const headBytes = 64 << 10

func isFlat(data []byte) bool {
	head := data[:min(len(data), headBytes)]
	if !markup(head) || !bytes.Contains(plain(head), []byte(textType)) {
		return false
	}
	text, _, _ := charset.Decode(head, declared(data))
	s := tags.New(strings.TrimLeft(text, " \t\r\n"), spaces)
	e := s.Next()
	for e.Kind == tags.Chars {
		e = s.Next()
	}
	return e.Is(officeSpace, "document") && strings.HasPrefix(e.Attr("mimetype"), textType)
}

// markup tells whether the first byte that is no white space, no part of UTF-16
// and no byte mark begins a tag. It spares other files the search.
func markup(head []byte) bool {
	for _, c := range head {
		switch c {
		case 0, ' ', '\t', '\r', '\n', 0xEF, 0xBB, 0xBF, 0xFE, 0xFF:
		default:
			return c == '<'
		}
	}
	return false
}

// plain drops the zero bytes UTF-16 puts between the characters of markup.
func plain(head []byte) []byte {
	if bytes.IndexByte(head[:min(len(head), 64)], 0) < 0 {
		return head
	}
	return bytes.ReplaceAll(head, []byte{0}, nil)
}

// declared returns the encoding that the XML declaration names. Without one
// XML is UTF-8, unless zero bytes show UTF-16.
func declared(data []byte) string {
	head := data[:min(len(data), 512)]
	decl, _, _ := bytes.Cut(plain(head), []byte("?>"))
	if _, value, found := bytes.Cut(decl, []byte("encoding")); found {
		value = bytes.TrimLeft(value, " \t\r\n=")
		if len(value) > 0 && (value[0] == '"' || value[0] == '\'') {
			name, _, _ := bytes.Cut(value[1:], value[:1])
			return string(name)
		}
	}
	if bytes.IndexByte(head[:min(len(head), 64)], 0) >= 0 {
		return ""
	}
	return "utf-8"
}
