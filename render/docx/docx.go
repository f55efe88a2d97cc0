// Package docx writes a render.Layout as a Word document (ECMA-376
// transitional) that a clerk can go on editing: every paragraph and cell has a
// named style, headings carry outline levels, tables are real grids with merged
// cells and repeated header rows, notes are footnotes, and pages follow GB/T
// 9704-2012.
//
// The parts are filled with the wml schema types of unioffice and put into the
// package here; unioffice's own document type is not used. The same Layout
// gives the same bytes, and Write may run in parallel.
//
// Refused, with an error: a block that is neither or both of paragraph and
// table, a style nobody defined, a table without rows or columns or with more
// columns than Word opens, and cells that overlap or leave their grid.
package docx

import (
	"fmt"

	"luzhou/render"
)

// Write returns the document as the bytes of a .docx file.
func Write(l render.Layout) ([]byte, error) {
	n := notesOf(l.Blocks)
	document, err := documentXML(l.Blocks, n)
	if err != nil {
		return nil, fmt.Errorf("docx: %w", err)
	}
	core, err := coreXML(l.Meta)
	if err != nil {
		return nil, fmt.Errorf("docx: %w", err)
	}
	own := map[string][]byte{documentPart: document, corePart: core}
	if len(n.list) > 0 {
		if own[footnotesPart], err = footnotesXML(n); err != nil {
			return nil, fmt.Errorf("docx: %w", err)
		}
	}
	data, err := pack(own)
	if err != nil {
		return nil, fmt.Errorf("docx: %w", err)
	}
	return data, nil
}
