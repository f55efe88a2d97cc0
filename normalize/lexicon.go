package normalize

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"
)

// lexicon finds the labels of one table form in printed text.
type lexicon struct {
	titles  *labels         // of the blocks
	columns []*labels       // per block
	rows    *labels         // of all blocks
	owner   [][2]int        // row label -> block and row
	parents map[string]bool // loose labels that others stand under
	outer   []string        // the same, the longest first
	numbers map[string]int  // their numbers
	heads   map[string]bool // loose words of the header that name no column
	weaver  *weaver         // reads its lines woven into each other; nil where they cannot be
}

func newLexicon(form *TableForm, blocks []BlockForm) *lexicon {
	x := &lexicon{parents: map[string]bool{}, numbers: map[string]int{}, heads: map[string]bool{headWord(fold(form.Corner)): true}}
	var titles, rows []Label
	var parents [][]string
	for b, block := range blocks {
		titles = append(titles, Label{Text: block.Title})
		x.heads[headWord(fold(block.Stub))], x.heads[headWord(fold(block.Heading))] = true, true
		columns := make([]Label, len(block.Columns))
		for c := range block.Columns {
			columns[c] = block.Columns[c].Label
		}
		x.columns = append(x.columns, newLabels(columns, nil))
		for i, row := range block.Rows {
			rows, parents = append(rows, row.Label), append(parents, row.Parents)
			x.owner = append(x.owner, [2]int{b, i})
			for _, p := range row.Parents {
				number, words := looseNumber(fold(p))
				x.parents[words], x.numbers[words] = true, number
			}
		}
	}
	x.outer = slices.SortedFunc(maps.Keys(x.parents), func(a, b string) int { return cmp.Or(len(b)-len(a), strings.Compare(a, b)) })
	x.weaver = newWeaver(form, blocks)
	x.titles, x.rows = newLabels(titles, nil), newLabels(rows, parents)
	return x
}

// headWord is a folded text as the words of a header are compared: the remark in
// the corner stands in brackets or without.
func headWord(folded string) string { return strings.Trim(loose(folded), "()") }

// nearParent finds the one label of merged cells with the number of a text, which
// names no row, that differs by half at the most or is alike; "" when there is none.
func (x *lexicon) nearParent(text string) (parent string) {
	number, words := looseNumber(withoutRemark(fold(text)))
	if number == 0 || len(text) > maxLabel {
		return ""
	}
	for _, p := range x.outer {
		size := utf8.RuneCountInString(p)
		if x.numbers[p] != number || 2*editDistance(words, p, size/2) > size && alike(words, p) == 0 {
			continue
		}
		if parent != "" {
			return ""
		}
		parent = p
	}
	return parent
}
