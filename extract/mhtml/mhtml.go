// Package mhtml reads web archives: a page and what belongs to it in the form
// of a mail (RFC 2557), as Internet Explorer, Word and WPS save them. In go the
// bytes; out comes the Document of the page.
//
// It refuses archives that hold no page. A missing end is told.
//
// What is supported [x], partly [-], ignored [ ]:
//
//	[x] multipart messages, nested ones too, and single pages with headers
//	[x] leading blank lines, mbox lines, line ends of any system, lost headers
//	[x] quoted-printable and base64 with errors in them
//	[x] the page named as start, otherwise the first; framed pages in order
//	[-] other parts (pictures, headers of Word, style sheets): counted
//	[ ] messages inside messages; encrypted or signed mail
package mhtml

import (
	"strings"

	"luzhou/extract"
	"luzhou/extract/html"
)

// Format is the web archive.
var Format = extract.Format{
	Name:  "mhtml",
	Info:  extract.Text{ZH: "网页存档（mht、mhtml）", EN: "web archives (mht, mhtml)"},
	Sniff: func(data []byte) bool { _, ok := open(data); return ok },
	Read:  read,
}

func read(data []byte) (*extract.Document, error) {
	switch {
	case len(data) == 0:
		return nil, extract.Refuse(extract.RefusedEmpty)
	case len(data) > extract.MaxInput:
		return nil, extract.Refuse(extract.RefusedLimit, extract.Text{ZH: "文件过大", EN: "file too large"})
	}
	whole, ok := open(data)
	if !ok {
		return nil, extract.Refuse(extract.RefusedFormat, extract.Text{ZH: "不是网页存档", EN: "no web archive"})
	}
	a := &archive{}
	if err := a.split(whole, 0); err != nil {
		return nil, err
	}
	root := a.root(whole)
	if root == nil {
		return nil, extract.Refuse(extract.RefusedFormat, extract.Text{ZH: "存档中没有网页", EN: "no page in the archive"})
	}
	return a.document(root)
}

// document reads the page and behind it the pages it frames: they are seen
// with it, and a frameset shows nothing else.
func (a *archive) document(root *part) (*extract.Document, error) {
	inner := a.frames(root)
	doc, err := a.join(append([]*part{root}, inner...))
	if err != nil {
		return nil, err
	}
	if a.cut {
		doc.Findings = append(doc.Findings, extract.Find(extract.CutShort, nil, "MIME"))
	}
	if a.broken {
		doc.Findings = append(doc.Findings, extract.Find(extract.Damaged, nil,
			extract.Text{ZH: "编码有误", EN: "faulty transfer encoding"}))
	}
	if n := len(a.parts) - 1 - len(inner); n > 0 {
		doc.Findings = append(doc.Findings, extract.Find(extract.TextLeftOut, nil, n,
			extract.Text{ZH: "存档中的其他部件", EN: "other parts of the archive"}))
	}
	return doc, nil
}

func (p *part) page() (*extract.Document, error) { return html.Page(p.content(), p.params["charset"]) }

// blank tells whether a document shows nothing.
func blank(doc *extract.Document) bool {
	for _, b := range doc.Blocks {
		if b.Table != nil || strings.TrimSpace(b.Paragraph.Text) != "" {
			return false
		}
	}
	return true
}
