package odt

import (
	"slices"

	"luzhou/extract"
)

// tally counts what does not come into the Document as it stands in the file.
type tally struct {
	insertions, deletions, hidden int
	headers, comments, scripts    int
	pictures, objects, ruby       int
	clipped, overlaps             int // spans of cells
	covered                       int // covered cells with text
	repeats                       int // repeated empty cells and rows not written out
	cells, rows, places           int // of all tables
	paragraphs, blanks            int
	symbols                       int // of unknown shape
	formats                       []string
}

func (r *reader) findings() []extract.Finding {
	t := &r.tally
	var list []extract.Finding
	tell := func(code extract.Code, n int, args ...any) {
		if n > 0 {
			list = append(list, extract.Find(code, nil, append([]any{n}, args...)...))
		}
	}
	tell(extract.InsertionsKept, t.insertions)
	tell(extract.DeletionsDropped, t.deletions)
	tell(extract.HiddenDropped, t.hidden)
	tell(extract.HeadersDropped, t.headers)
	tell(extract.CommentsDropped, t.comments)
	tell(extract.ScriptsDropped, t.scripts)
	tell(extract.PicturesDropped, t.pictures)
	tell(extract.ObjectsDropped, t.objects)
	tell(extract.TextLeftOut, t.ruby, extract.Text{ZH: "注音", EN: "ruby"})
	tell(extract.TextLeftOut, t.repeats, extract.Text{ZH: "重复的空单元格或空行", EN: "repeated empty cells or rows"})
	tell(extract.TextLeftOut, t.covered, extract.Text{ZH: "被合并单元格内的文字", EN: "text in covered cells that is not shown"})
	tell(extract.SymbolsUnknown, t.symbols)
	tell(extract.SpanClipped, t.clipped)
	tell(extract.CellsOverlap, t.overlaps)
	slices.Sort(t.formats)
	for _, f := range slices.Compact(t.formats) {
		list = append(list, extract.Find(extract.NumberingUnknown, nil, printable(f)))
	}
	return list
}
