package rtf

import (
	"maps"
	"slices"

	"luzhou/extract"
)

// tally counts what a finding tells once for the whole document.
type tally struct {
	last        visibility
	changes     [visibilities]int // runs of text of each kind
	damages     [damages]int
	missing     int // braces that never come
	headers     int
	comments    int
	pictures    int
	objects     int
	formulas    int // signs put into formulas
	fields      int // that show something and have no result
	numbering   int // list numbers of unknown format
	covered     int // texts under a vertical merge
	symbols     int
	undecodable map[int]int // by code page
	guessed     map[int]int // runs of text, by the code page they fit
}

func newTally() tally {
	return tally{undecodable: map[int]int{}, guessed: map[int]int{}}
}

// visibility of a run of text.
type visibility uint8

const (
	seen visibility = iota
	unseen
	struckOut
	added
	visibilities
)

// unicodePage stands for Unicode among the code pages.
const unicodePage = 1200

// damage is a kind of damage that is told but does not stop the reading.
type damage uint8

const (
	damageAfterEnd damage = iota
	damageOpenRow
	damageMoreCells
	damageManyColumns
	damageFallback
	damages
)

var damageTexts = [damages]extract.Text{
	damageAfterEnd:    {ZH: "正文结束之后还有数据，未读", EN: "data after the end of the document, not read"},
	damageOpenRow:     {ZH: "有表格行没有结束标记", EN: "a table row without its end mark"},
	damageMoreCells:   {ZH: "有表格行的单元格多于其定义", EN: "a table row with more cells than it defines"},
	damageManyColumns: {ZH: "有表格行定义的列数过多", EN: "a table row that defines too many columns"},
	damageFallback:    {ZH: "\\uc 的数值不合理", EN: "an absurd value of \\uc"},
}

func (t *tally) damage(d damage) { t.damages[d]++ }

// findings lists what was counted, in a fixed order.
func (t *tally) findings() []extract.Finding {
	list := []extract.Finding{}
	tell := func(n int, code extract.Code, args ...any) {
		if n > 0 {
			list = append(list, extract.Find(code, nil, args...))
		}
	}
	count := func(n int, code extract.Code) { tell(n, code, n) }
	left := func(n int, zh, en string) { tell(n, extract.TextLeftOut, n, extract.Text{ZH: zh, EN: en}) }

	tell(t.missing, extract.CutShort, extract.Text{ZH: "括号未闭合", EN: "braces are not closed"})
	for d, n := range t.damages {
		tell(n, extract.Damaged, damageTexts[d])
	}
	for _, cp := range slices.Sorted(maps.Keys(t.guessed)) {
		tell(1, extract.CharsetLied, "ANSI", charsetName(cp))
	}
	for _, cp := range slices.Sorted(maps.Keys(t.undecodable)) {
		tell(t.undecodable[cp], extract.BytesUndecodable, t.undecodable[cp], charsetName(cp))
	}
	tell(t.numbering, extract.NumberingUnknown, "\\levelnfc")
	count(t.symbols, extract.SymbolsUnknown)
	count(t.changes[unseen], extract.HiddenDropped)
	count(t.changes[struckOut], extract.DeletionsDropped)
	count(t.changes[added], extract.InsertionsKept)
	count(t.headers, extract.HeadersDropped)
	count(t.comments, extract.CommentsDropped)
	count(t.pictures, extract.PicturesDropped)
	count(t.objects, extract.ObjectsDropped)
	count(t.formulas, extract.FormulasFlattened)
	left(t.fields, "没有结果的域", "fields without a result")
	left(t.covered, "被纵向合并盖住的单元格文字", "texts of cells that a vertical merge covers")
	return list
}
