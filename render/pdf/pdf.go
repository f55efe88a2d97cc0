// Package pdf draws a Layout as a PDF in the manner of GB/T 9704-2012: A4, 22
// lines of 28 characters, Chinese line breaking, tables with merged cells that
// break over pages at row edges.
//
// In goes a render.Layout, out come the bytes of the file, the same each time,
// and findings on what could not be drawn as it stands: a character that no
// face has is printed as 〓. A table whose cells overlap or leave their grid is
// refused, since its text would be lost.
//
// The work has three steps: typesetting into a page model (paginate.go and
// what it calls), drawing the model on the pages of maroto (draw.go), and
// finishing the file with fonts cut to what was used (finish.go, fontobj.go).
package pdf

import (
	"fmt"

	"luzhou/extract"
	"luzhou/render"
)

// Options adjusts Write. The zero value uses the embedded faces.
type Options struct {
	// Faces replaces embedded faces, such as with the ones an office owns. The
	// embedded one is used for each face that is absent here, and for each
	// character that a face given here lacks.
	Faces Faces
}

// Write draws l. It may be called from many goroutines at once.
func Write(l render.Layout, o Options) (data []byte, findings []extract.Finding, err error) {
	defer func() { // a fault in the back end costs one document, not the batch
		if fault := recover(); fault != nil {
			data, findings, err = nil, nil, fmt.Errorf("render/pdf: %v", fault)
		}
	}()
	t := newTypesetter(o)
	m, err := t.paginate(l)
	if err != nil {
		return nil, nil, fmt.Errorf("render/pdf: %w", err)
	}
	used := newFontSet(t.faces)
	raw, err := draw(m, l.Meta, used)
	if err != nil {
		return nil, nil, fmt.Errorf("render/pdf: %w", err)
	}
	if data, err = finish(raw, used); err != nil {
		return nil, nil, fmt.Errorf("render/pdf: %w", err)
	}
	return data, t.findings(), nil
}
