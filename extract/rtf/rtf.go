// Package rtf reads Rich Text Format (Microsoft's specification, version
// 1.9.1). In go the bytes of a file; out come its paragraphs and tables, the
// notes beside them, and findings for what was left out.
//
// The reader is a loop over tokens, a stack of group states, and a flow of
// text: a flow collects paragraphs, and table rows at any depth, until the
// marks of the file end them. It refuses what does not begin as RTF and what
// is past the limits; a file that breaks off gives what was read until there.
//
//	[x] code pages of the document, of fonts and of runs; \u with \uc and \upr
//	[x] tables: merged cells, nested tables, rows without a definition of their own
//	[x] list numbers, as written by the file or else counted from the list table
//	[x] fields: the result; SYMBOL fields from their instruction
//	[x] footnotes and endnotes, their automatic marks
//	[x] text boxes (\shptxt, \dptxbxtext), as blocks after their anchor
//	[-] fonts of symbols: the characters known for certain, others told
//	[x] tracked changes: deleted text, marks and rows out, inserted text in; moves as both
//	[-] objects: the text of their result
//	[-] formulas: their text in a line, fractions with a stroke
//	[ ] headers, footers, comments, pictures, form fields: told
//	[ ] styles, document properties, private data: no text of the body
package rtf

import (
	"bytes"

	"luzhou/extract"
)

// Format reads RTF.
var Format = extract.Format{
	Name:  "rtf",
	Info:  extract.Text{ZH: "富文本格式（RTF）", EN: "Rich Text Format"},
	Sniff: sniff,
	Read:  Read,
}

func sniff(data []byte) bool { return bytes.HasPrefix(start(data), []byte(`{\rt`)) }

// start skips a byte mark, white space and NULs that a file may begin with.
func start(data []byte) []byte {
	data = bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF"))
	return bytes.TrimLeft(data, " \t\r\n\x00")
}

// Read reads one file.
func Read(data []byte) (*extract.Document, error) {
	switch {
	case len(data) > extract.MaxInput:
		return nil, extract.Refuse(extract.RefusedLimit, extract.Text{ZH: "文件过大", EN: "the file is too big"})
	case len(data) == 0:
		return nil, extract.Refuse(extract.RefusedEmpty)
	case !sniff(data):
		return nil, extract.Refuse(extract.RefusedFormat, extract.Text{ZH: "开头不是 {\\rtf", EN: "it does not begin with {\\rtf"})
	}
	r := newReader(start(data))
	if err := r.run(); err != nil {
		return nil, err
	}
	return r.document()
}

// document finishes the main flow and gives everything its place.
func (r *reader) document() (*extract.Document, error) {
	d := &extract.Document{
		Blocks: append([]extract.Block{}, r.finish()...),
		Notes:  r.notes,
	}
	if r.err != nil {
		return nil, r.err
	}
	d.Source.Charset = charsetName(r.codePage())
	extract.Locate(d.Blocks)
	placeNotes(d)
	d.Findings = r.tally.findings()
	return d, nil
}
