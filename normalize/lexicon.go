package normalize

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// lexicon finds the labels of one table form in printed text.
type lexicon struct {
	titles  *labels         // of the blocks
	columns []*labels       // per block
	rows    *labels         // of all blocks
	owner   [][2]int        // row label -> block and row
	parents map[string]bool // loose labels that others stand under
	outer   []string        // the same, the longest first
	heads   map[string]bool // loose words of the header that name no column
}

func newLexicon(form *TableForm, blocks []BlockForm) *lexicon {
	x := &lexicon{parents: map[string]bool{}, heads: map[string]bool{headWord(fold(form.Corner)): true}}
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
				x.parents[loose(fold(p))] = true
			}
		}
	}
	x.outer = slices.SortedFunc(maps.Keys(x.parents), func(a, b string) int { return cmp.Or(len(b)-len(a), strings.Compare(a, b)) })
	x.titles, x.rows = newLabels(titles, nil), newLabels(rows, parents)
	return x
}

// headWord is a folded text as the words of a header are compared: the remark in
// the corner stands in brackets or without.
func headWord(folded string) string { return strings.Trim(loose(folded), "()") }
