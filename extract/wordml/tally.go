package wordml

import "luzhou/extract"

// tally counts what does not come into the Document as it stands in the file.
type tally struct {
	insertions, deletions, hidden int
	headers, comments             int
	pictures, objects             int
	ruby, fieldCode, covered      int
	clipped, symbols              int
	cells, paragraphs             int // in all
	inferred                      []inferred
}

// inferred says how many rows of the tables in a block had their columns
// worked out.
type inferred struct{ block, rows int }

func (t *tally) findings() []extract.Finding {
	var list []extract.Finding
	tell := func(code extract.Code, n int, args ...any) {
		if n > 0 {
			list = append(list, extract.Find(code, nil, append([]any{n}, args...)...))
		}
	}
	leftOut := func(n int, zh, en string) { tell(extract.TextLeftOut, n, extract.Text{ZH: zh, EN: en}) }
	tell(extract.InsertionsKept, t.insertions)
	tell(extract.DeletionsDropped, t.deletions)
	tell(extract.HiddenDropped, t.hidden)
	tell(extract.HeadersDropped, t.headers)
	tell(extract.CommentsDropped, t.comments)
	tell(extract.PicturesDropped, t.pictures)
	tell(extract.ObjectsDropped, t.objects)
	leftOut(t.ruby, "注音", "ruby")
	leftOut(t.fieldCode, "域代码", "field code")
	leftOut(t.covered, "被合并单元格内的文字", "text in merged cells that is not shown")
	tell(extract.SymbolsUnknown, t.symbols)
	tell(extract.SpanClipped, t.clipped)
	for _, i := range t.inferred {
		list = append(list, extract.Find(extract.ColumnsInferred, &extract.Pos{Block: i.block}, i.rows))
	}
	return list
}
