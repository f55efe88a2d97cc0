package docx

import (
	"luzhou/extract"
	"luzhou/extract/html"
	"luzhou/extract/mhtml"
)

// Web systems export a page as a Word file that holds nothing but that page, as a
// part of its own to which altChunk points. Word shows it as the body.

// chunkFormats are the formats of such a part that are read.
var chunkFormats = []extract.Format{mhtml.Format, html.Format}

// chunk reads the part with that relation in the place of the element; one of any
// other format is counted.
func (r *reader) chunk(f *flow, id string) {
	doc := r.chunkDocument(id)
	if doc == nil || !f.body {
		r.tally.chunks++
		return
	}
	for _, b := range doc.Blocks {
		r.emit(f, b)
	}
	r.chunks = append(r.chunks, doc.Findings...)
}

func (r *reader) chunkDocument(id string) *extract.Document {
	for _, rel := range r.related {
		if rel.id != id || rel.kind != "aFChunk" {
			continue
		}
		data, err := r.pkg.bytes(rel.target)
		if refusal, ok := err.(*extract.Refusal); ok {
			r.stop(refusal.Code, refusal.Message)
		}
		for _, format := range chunkFormats {
			if len(data) > 0 && format.Sniff(data) {
				if doc, err := format.Read(data); err == nil {
					return doc
				}
			}
		}
	}
	return nil
}
