// Package wordml reads Word 2003 XML ("XML document" of Word 2003 to 2007) and
// the flat form of DOCX that later versions call Word XML. In go the bytes of
// one XML file in any encoding; out comes a Document.
//
// It refuses XML of any other root element, and files in which no body can be
// found. Damage further on is told and what stands before it is kept.
//
// What is supported [x], partly [-], ignored [ ]:
//
//	[x] sections and sub-sections, paragraphs, breaks, tabs, symbols
//	[x] tables: spans, vertical and horizontal merges, late and early rows, nesting
//	[x] vertical merges whose lower cells are left out (LibreOffice)
//	[x] list numbers, stored or counted; numbered styles; level overrides
//	[x] tracked changes, hidden text also by style, results of fields
//	[x] foot- and endnotes; text boxes; the flat package, read as DOCX
//	[-] number format of note marks: the document's, not a section's
//	[-] ruby: the base text; comments, headers, pictures, objects: counted
//	[ ] formulas and word art that are stored as pictures
package wordml

import (
	"bytes"
	"strings"

	"luzhou/extract"
	"luzhou/extract/charset"
	"luzhou/extract/tags"
)

// Format is Word 2003 XML and flat OPC.
var Format = extract.Format{
	Name:  "wordml",
	Info:  extract.Text{ZH: "Word 2003 XML 文档及单文件 Word XML", EN: "Word 2003 XML documents and Word documents as one XML file"},
	Sniff: sniff,
	Read:  read,
}

func sniff(data []byte) bool { return rootOf(data) != otherRoot }

func read(data []byte) (*extract.Document, error) {
	if err := admit(data); err != nil {
		return nil, err
	}
	text, name, findings := charset.Decode(data, declared(data))
	var doc *extract.Document
	var err error
	if rootOf(data) == packageRoot {
		doc, err = readPackage(text)
	} else {
		doc, err = readDocument(text)
	}
	if err != nil {
		return nil, err
	}
	doc.Source.Charset = name
	doc.Findings = append(findings, doc.Findings...)
	return doc, nil
}

func admit(data []byte) error {
	switch {
	case len(data) == 0:
		return extract.Refuse(extract.RefusedEmpty)
	case len(data) > extract.MaxInput:
		return extract.Refuse(extract.RefusedLimit, extract.Text{ZH: "文件过大", EN: "file too large"})
	case rootOf(data) == otherRoot:
		return extract.Refuse(extract.RefusedFormat, extract.Text{ZH: "不是 Word 2003 XML", EN: "no Word 2003 XML"})
	}
	return nil
}

func readDocument(text string) (*extract.Document, error) {
	r := newReader(text)
	for e := r.Next(); e.Kind != tags.End; e = r.Next() {
		r.topElement(e)
	}
	switch {
	case r.refused != nil:
		return nil, r.refused
	case !r.foundBody:
		return nil, extract.Refuse(extract.RefusedDamaged, extract.Text{ZH: "没有正文", EN: "no body"})
	}
	extract.Locate(r.blocks)
	findings := append(damage(r.Scanner), r.tally.findings()...)
	for _, format := range r.lists.unknownFormats() {
		findings = append(findings, extract.Find(extract.NumberingUnknown, nil, format))
	}
	return &extract.Document{Blocks: r.blocks, Notes: r.notes, Findings: findings}, nil
}

func (r *reader) topElement(e tags.Event) {
	switch {
	case e.Is(officeSpace, "Editor"):
		r.Within(func(e tags.Event) { r.libre = r.libre || strings.Contains(e.Text(), "Office/") })
	case e.Is(wordSpace, "lists"):
		r.readLists()
	case e.Is(wordSpace, "styles"):
		r.readStyles()
	case e.Is(wordSpace, "docPr"):
		r.readSettings()
	case e.Is(wordSpace, "body"):
		r.foundBody = true
		r.blocks = append(r.blocks, r.story(true).blocks...)
	}
}

// damage tells what is wrong with the XML.
func damage(s *tags.Scanner) []extract.Finding {
	var list []extract.Finding
	if s.Spoiled {
		list = append(list, extract.Find(extract.Damaged, nil,
			extract.Text{ZH: "XML 标记不配对", EN: "XML tags do not match"}))
	}
	if s.Cut {
		list = append(list, extract.Find(extract.CutShort, nil, "XML"))
	}
	return list
}

type root int

const (
	otherRoot root = iota
	documentRoot
	packageRoot
)

// headBytes is how far a root element is looked for.
const headBytes = 64 << 10

var roots = []struct {
	root
	name, namespace string
}{
	{documentRoot, "wordDocument", "http://schemas.microsoft.com/office/word/2003/wordml"},
	{packageRoot, "package", "http://schemas.microsoft.com/office/2006/xmlPackage"},
}

// rootOf tells the root element by its name and namespace. The processing
// instruction mso-application is no proof: any XML may carry it.
func rootOf(data []byte) root {
	tag := rootTag(ascii(data[:min(len(data), headBytes)]))
	name, _, _ := bytes.Cut(tag, []byte(" "))
	if _, local, ok := bytes.Cut(name, []byte(":")); ok {
		name = local
	}
	for _, r := range roots {
		if string(name) == r.name && bytes.Contains(tag, []byte(r.namespace)) {
			return r.root
		}
	}
	return otherRoot
}

// rootTag returns the inside of the first start tag, white space as blanks.
func rootTag(head []byte) []byte {
	for {
		head = bytes.TrimLeft(head, " \t\r\n\x00\xEF\xBB\xBF\xFE\xFF")
		if len(head) < 2 || head[0] != '<' {
			return nil
		}
		stop := ">"
		switch {
		case bytes.HasPrefix(head, []byte("<?")):
			stop = "?>"
		case bytes.HasPrefix(head, []byte("<!--")):
			stop = "-->"
		case head[1] != '!':
			tag, _, _ := bytes.Cut(head[1:], []byte(">"))
			return bytes.Map(blank, tag)
		}
		_, rest, ok := bytes.Cut(head, []byte(stop))
		if !ok {
			return nil
		}
		head = rest
	}
}

func blank(r rune) rune {
	if r == '\t' || r == '\n' || r == '\r' {
		return ' '
	}
	return r
}

// ascii drops the zero bytes that UTF-16 puts between the characters of markup.
func ascii(head []byte) []byte {
	if bytes.IndexByte(head[:min(len(head), 64)], 0) < 0 {
		return head
	}
	return bytes.ReplaceAll(head, []byte{0}, nil)
}

// declared returns the encoding the XML declaration names. Without one XML is
// UTF-8, unless zero bytes show UTF-16.
func declared(data []byte) string {
	head := data[:min(len(data), 512)]
	plain := ascii(head)
	decl, _, ok := bytes.Cut(plain, []byte("?>"))
	if _, value, found := bytes.Cut(decl, []byte("encoding")); ok && found {
		value = bytes.TrimLeft(value, " \t\r\n=")
		if len(value) > 0 && (value[0] == '"' || value[0] == '\'') {
			name, _, _ := bytes.Cut(value[1:], value[:1])
			return string(name)
		}
	}
	if len(plain) < len(head) {
		return ""
	}
	return "utf-8"
}
