package docx

import (
	"bytes"
	"strconv"

	"github.com/unidoc/unioffice/schema/soo/wml"
)

// cellKind is all of a cell but its text and its size.
type cellKind struct {
	style string
	merge wml.ST_Merge
	wide  bool // more than one column
}

func cellKinds() []cellKind {
	var list []cellKind
	for _, c := range cellStyles {
		for _, merge := range []wml.ST_Merge{wml.ST_MergeUnset, wml.ST_MergeRestart, wml.ST_MergeContinue} {
			list = append(list, cellKind{c.id, merge, false}, cellKind{c.id, merge, true})
		}
	}
	return list
}

// Stand-ins for the width and the columns of a cell, which no other number of
// its markup is like.
const (
	anyWidth = 777777
	anySpan  = 555555
)

func (k cellKind) properties() *wml.CT_TcPr {
	p := &wml.CT_TcPr{TcW: width(anyWidth)}
	if k.wide {
		p.GridSpan = number(anySpan)
	}
	if k.merge != wml.ST_MergeUnset {
		p.VMerge = &wml.CT_VMerge{ValAttr: k.merge}
	}
	return p
}

// cellElement is a cell cut at its width, its span and its content.
type cellElement struct {
	open, width, span, end []byte
}

// splitCell cuts a cell where the stand-ins are; without a span, the whole rest
// of the start tag comes after the width.
func (e element) splitCell() cellElement {
	open, rest, _ := bytes.Cut(e.open, []byte(strconv.Itoa(anyWidth)))
	width, span, _ := bytes.Cut(rest, []byte(strconv.Itoa(anySpan)))
	return cellElement{open, width, span, e.end}
}

func (w *writer) number(n int64) {
	w.out.Write(strconv.AppendInt(w.out.AvailableBuffer(), n, 10))
}
