package html

import "luzhou/extract"

// found counts what a page has and the Document lacks.
type found struct {
	scripts, hidden, deletions, insertions, headers, comments int
	pictures, objects, controls, islands                      int
	clipped, overlaps, flattened                              int
	formats                                                   []string // unknown styles of list numbers
}

func (f *found) list() []extract.Finding {
	var list []extract.Finding
	for _, count := range []struct {
		n    int
		code extract.Code
	}{
		{f.scripts, extract.ScriptsDropped},
		{f.hidden, extract.HiddenDropped},
		{f.deletions, extract.DeletionsDropped},
		{f.insertions, extract.InsertionsKept},
		{f.headers, extract.HeadersDropped},
		{f.comments, extract.CommentsDropped},
		{f.pictures, extract.PicturesDropped},
		{f.objects, extract.ObjectsDropped},
		{f.clipped, extract.SpanClipped},
		{f.overlaps, extract.CellsOverlap},
	} {
		if count.n > 0 {
			list = append(list, extract.Find(count.code, nil, count.n))
		}
	}
	if f.controls > 0 {
		list = append(list, extract.Find(extract.TextLeftOut, nil, f.controls, extract.Text{ZH: "表单控件", EN: "form controls"}))
	}
	if f.islands > 0 {
		list = append(list, extract.Find(extract.TextLeftOut, nil, f.islands, extract.Text{ZH: "内嵌数据", EN: "islands of XML"}))
	}
	for _, format := range f.formats {
		list = append(list, extract.Find(extract.NumberingUnknown, nil, format))
	}
	if f.flattened > 0 {
		list = append(list, extract.Find(extract.Damaged, nil,
			extract.Text{ZH: "元素嵌套过深，只保留表格结构", EN: "elements nested too deep; only tables keep their structure"}))
	}
	return list
}
