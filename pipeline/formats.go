// Package pipeline runs the three stages over files: it finds the inputs, picks
// the reader by content, normalizes, renders, and writes the outputs complete
// or not at all. It knows files, processes and clocks; it knows no label of a
// form and no page.
package pipeline

import (
	"luzhou/extract"
	"luzhou/extract/doc"
	"luzhou/extract/docx"
	"luzhou/extract/html"
	"luzhou/extract/mhtml"
	"luzhou/extract/odt"
	"luzhou/extract/rtf"
	"luzhou/extract/text"
	"luzhou/extract/wordml"
)

// Readers lists the source formats in the order in which they are tried. The
// formats with a signature come first; text takes what is left.
var Readers = []extract.Format{
	docx.Format,
	odt.Format,
	doc.Format,
	rtf.Format,
	mhtml.Format,
	wordml.Format,
	html.Format,
	text.Format,
}

// Detect returns the format of the content.
func Detect(data []byte) (extract.Format, bool) {
	for _, f := range Readers {
		if f.Sniff(data) {
			return f, true
		}
	}
	return extract.Format{}, false
}
