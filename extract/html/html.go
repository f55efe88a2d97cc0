// Package html reads web pages and the HTML that word processors save. In goes
// the file in any character set; out come the paragraphs and tables a browser
// would show, in order, site navigation included. It refuses empty and
// oversized files and tables nested past extract.MaxNesting.
//
//	[x] character set by mark, meta or XML declaration, checked against the bytes
//	[x] malformed markup as the HTML5 parser repairs it
//	[x] tables by the WHATWG model: spans, rowspan=0, row groups, captions, tables in cells
//	[x] white space as CSS collapses it; pre, also with tables of text; br; no blank between two wide characters over a line end
//	[x] text and Markdown whose tables alone are HTML: each line a paragraph
//	[x] numbers of ol (type, start, value, reversed, list-style-type) and of Word's mso-list
//	[x] hidden by attribute or style, del and ins, Word's revisions, comments, footnotes, tabs and conditional parts
//	[x] fields of forms in cells: the text in them
//	[-] pictures, objects, frames, other form controls: counted
//	[-] headers and footers of LibreOffice: counted
//	[-] style sheets: only a rule that takes the numbers from all lists; text that a class hides is kept
//	[ ] scripts never run; what they would write is not there
package html

import (
	"luzhou/extract"
	"luzhou/extract/charset"
)

// Format reads HTML.
var Format = extract.Format{
	Name: "html",
	Info: extract.Text{
		ZH: "网页 HTML/XHTML，含 Word、WPS、LibreOffice 另存的网页，任何字符集",
		EN: "HTML and XHTML, also as saved by Word, WPS and LibreOffice, in any character set",
	},
	Sniff: sniff,
	Read:  func(data []byte) (*extract.Document, error) { return Page(data, "") },
}

// Page reads one HTML page. declared is the character set its carrier names,
// such as the part of a mail; it goes before the one the page names itself.
func Page(data []byte, declared string) (*extract.Document, error) {
	switch {
	case len(data) == 0:
		return nil, extract.Refuse(extract.RefusedEmpty)
	case len(data) > extract.MaxInput:
		return nil, extract.Refuse(extract.RefusedLimit, extract.Text{ZH: "文件过大", EN: "file too large"})
	}
	text, name, findings := decode(data, declared)
	text, marked := lined(text)
	if marked > 0 {
		findings = append(findings, extract.Find(extract.TextLeftOut, nil, marked, extract.MarkdownMarks))
	}
	root, flattened, err := parse(text)
	if err != nil {
		return nil, err
	}
	p := newPage(root, !wordProcessor(text))
	if flattened {
		p.found.flattened++
	}
	if err := p.read(); err != nil {
		return nil, err
	}
	extract.Locate(p.body.blocks)
	p.locateNotes()
	return &extract.Document{
		Source:   extract.Source{Charset: name},
		Blocks:   p.body.blocks,
		Notes:    p.notes,
		Findings: append(append([]extract.Finding{}, findings...), p.found.list()...),
	}, nil
}

// decode tries the carrier's name, then the page's own; a name that the bytes
// contradict gives way to the next.
func decode(data []byte, declared string) (text, name string, findings []extract.Finding) {
	own := declaration(data)
	if declared == "" {
		return charset.Decode(data, own)
	}
	text, name, findings = charset.Decode(data, declared)
	if own == "" || !lied(findings) {
		return text, name, findings
	}
	if t, n, f := charset.Decode(data, own); !lied(f) {
		return t, n, append(f, findings[0])
	}
	return text, name, findings
}

func lied(findings []extract.Finding) bool {
	return len(findings) > 0 && findings[0].Code == extract.CharsetLied
}
