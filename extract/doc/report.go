package doc

import (
	"maps"
	"slices"
	"strings"

	"luzhou/extract"
)

// What can be damaged while the text is still readable.
var (
	damagedText    = extract.Text{ZH: "部分文字缺失", EN: "part of the text is missing"}
	damagedFormat  = extract.Text{ZH: "部分格式信息缺失，表格可能不完整", EN: "part of the formatting is missing, tables may be incomplete"}
	damagedStyles  = extract.Text{ZH: "样式或字体表不完整", EN: "the style or font table is incomplete"}
	damagedLists   = extract.Text{ZH: "列表定义不完整，编号可能缺失", EN: "the list definitions are incomplete, numbers may be missing"}
	damagedFields  = extract.Text{ZH: "域没有结束", EN: "a field has no end"}
	damagedTable   = extract.Text{ZH: "表格没有结束", EN: "a table has no end"}
	damagedRow     = extract.Text{ZH: "表格行的定义与单元格数不符", EN: "a table row does not define its cells"}
	damagedNesting = extract.Text{ZH: "表格嵌套过深", EN: "tables nested too deeply"}
)

// damage notes a kind of damage; each is told once.
func (f *file) damage(what extract.Text) { f.damages[what.EN] = what }

// report lists the findings on the whole document.
func (f *file) report() []extract.Finding {
	list := []extract.Finding{}
	if len(f.cut) > 0 {
		list = append(list, extract.Find(extract.CutShort, nil, strings.Join(f.cut, ", ")))
	}
	if f.noPap > 0 {
		f.damage(damagedFormat)
	}
	for _, key := range slices.Sorted(maps.Keys(f.damages)) {
		list = append(list, extract.Find(extract.Damaged, nil, f.damages[key]))
	}
	for _, c := range []struct {
		code extract.Code
		n    int
	}{
		{extract.HiddenDropped, f.counts.hidden},
		{extract.DeletionsDropped, f.counts.deleted},
		{extract.InsertionsKept, f.counts.inserted},
		{extract.HeadersDropped, f.headers()},
		{extract.CommentsDropped, f.comments()},
		{extract.PicturesDropped, f.counts.pictures},
		{extract.ObjectsDropped, f.counts.objects},
	} {
		if c.n > 0 {
			list = append(list, extract.Find(c.code, nil, c.n))
		}
	}
	for _, name := range slices.Sorted(maps.Keys(f.unreadFields)) {
		what := extract.Text{ZH: "域 " + name, EN: "field " + name}
		list = append(list, extract.Find(extract.TextLeftOut, nil, f.unreadFields[name], what))
	}
	if f.gbk {
		list = append(list, extract.Find(extract.CharsetLied, nil, "windows-1252", "GBK"))
	}
	if n := f.counts.undecoded; n > 0 {
		list = append(list, extract.Find(extract.BytesUndecodable, nil, n, "UTF-16"))
	}
	if n := f.counts.unknownSymbols; n > 0 {
		list = append(list, extract.Find(extract.SymbolsUnknown, nil, n))
	}
	for _, name := range slices.Sorted(maps.Keys(f.lists.unknown)) {
		list = append(list, extract.Find(extract.NumberingUnknown, nil, name))
	}
	return list
}

// comments counts the annotations ([MS-DOC] 2.8 PlcfandRef).
func (f *file) comments() int {
	if f.fib.ccp[storyComments] == 0 {
		return 0 // an empty list is not always of no length
	}
	b, _ := f.fib.pair(f.table, pairCommentRef)
	return newPLC(b, 30).n
}

// headers counts the headers and footers with text: PlcfHdd ([MS-DOC] 2.8)
// lists six separators of notes first.
func (f *file) headers() int {
	b, _ := f.fib.pair(f.table, pairHeaders)
	p := newPLC(b, 0)
	start, n, at := f.fib.start(storyHeaders), 0, 0
	for i := 6; i+1 < p.n; i++ {
		from, lim := p.cp(i), min(p.cp(i+1), f.fib.ccp[storyHeaders])
		text := false
		if from >= at && lim-from > 1 {
			at = lim
			f.eachUnit(start+from, start+lim, func(_ int, u uint16) { text = text || u > 0x20 || u == 1 || u == 8 })
		}
		if text {
			n++
		}
	}
	return n
}
