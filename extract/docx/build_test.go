package docx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"luzhou/extract"
)

const (
	relsStart = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	relType   = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	rootRels  = relsStart + `<Relationship Id="r1" Type="` + relType + `officeDocument" Target="word/document.xml"/></Relationships>`
	types     = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
	docStart  = `<?xml version="1.0" encoding="UTF-8"?>` + "\r\n" + `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"` +
		` xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"` +
		` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"` +
		` xmlns:v="urn:schemas-microsoft-com:vml"><w:body>`
	docEnd = `</w:body></w:document>`
	wStart = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">`
)

// extras are the parts a document refers to by type; each gets a relationship
// whose id is the type.
var extras = []string{"styles", "numbering", "footnotes", "endnotes", "settings", "header", "footer"}

// parts makes a package of a body and the parts of extras, by type.
func parts(body string, more map[string]string) map[string][]byte {
	p := map[string][]byte{
		"[Content_Types].xml": []byte(types),
		"_rels/.rels":         []byte(rootRels),
		"word/document.xml":   []byte(docStart + body + docEnd),
	}
	rels := relsStart
	for _, kind := range extras {
		if text, ok := more[kind]; ok {
			p["word/"+kind+".xml"] = []byte(text)
			rels += fmt.Sprintf(`<Relationship Id="%s" Type="%s%s" Target="%s.xml"/>`, kind, relType, kind, kind)
		}
	}
	p["word/_rels/document.xml.rels"] = []byte(rels + `</Relationships>`)
	return p
}

// pack makes a zip file with the parts in the order of their names.
func pack(t testing.TB, parts map[string][]byte) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range sortedNames(parts) {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write(parts[name])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func sortedNames(parts map[string][]byte) (names []string) {
	for name := range parts {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// dump prints blocks in a line each: a paragraph as its number in angle
// brackets and its text, a table as its size and its cells, each as
// row,col rows x cols "text", nested tables in brackets.
func dump(blocks []extract.Block) string {
	var lines []string
	for _, b := range blocks {
		if b.Table != nil {
			lines = append(lines, dumpTable(*b.Table))
			continue
		}
		line := b.Paragraph.Text
		if b.Paragraph.Number != "" {
			line = "<" + b.Paragraph.Number + "> " + line
		}
		lines = append(lines, strings.ReplaceAll(line, "\n", "⏎"))
	}
	return strings.Join(lines, "\n")
}

func dumpTable(t extract.Table) string {
	s := fmt.Sprintf("%dx%d", t.Rows, t.Cols)
	for _, c := range t.Cells {
		s += fmt.Sprintf(" %d,%d", c.Row, c.Col)
		if c.RowSpan != 1 || c.ColSpan != 1 {
			s += fmt.Sprintf("(%dx%d)", c.RowSpan, c.ColSpan)
		}
		s += fmt.Sprintf(" %q", c.Text)
		if c.Numbers != nil {
			s += fmt.Sprintf("%q", c.Numbers)
		}
		for _, n := range c.Tables {
			s += fmt.Sprintf("[after %d: %s]", n.After, dumpTable(n))
		}
	}
	return s
}

// codes lists the codes of the findings.
func codesOf(doc *extract.Document) (list []extract.Code) {
	for _, f := range doc.Findings {
		list = append(list, f.Code)
	}
	return list
}

// para and cell shorten the cases.
func para(inner string) string { return "<w:p>" + inner + "</w:p>" }

func text(s string) string { return `<w:r><w:t xml:space="preserve">` + s + `</w:t></w:r>` }

func cellOf(props, inner string) string {
	return "<w:tc><w:tcPr>" + props + "</w:tcPr>" + inner + "</w:tc>"
}

func tc(props, s string) string { return cellOf(props, para(text(s))) }

func tr(cells ...string) string { return "<w:tr>" + strings.Join(cells, "") + "</w:tr>" }

func tbl(rows ...string) string { return "<w:tbl>" + strings.Join(rows, "") + "</w:tbl>" }
