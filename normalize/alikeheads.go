package normalize

// This file reads the header of a table of groups side by side whose labels are in
// words of their own.

import (
	"slices"
	"strings"

	"luzhou/extract"
)

// withAlikeHeads returns the rows of a table of groups side by side in whose header
// words that stand in the place of a label and are alike are that label; nil when
// there are none. A group is named nowhere else, a column stands beside those that
// the form has beside it.
func (r *reading) withAlikeHeads(rows []printedRow) (corrected []printedRow, told []extract.Finding) {
	form := r.table.Form
	x := r.words.lexicons[form]
	named := map[int]bool{}
	for _, row := range rows {
		for c := range row.each() {
			if g, ok := x.findGroup(c.Text); ok {
				named[g] = true
			}
		}
	}
	for i := range rows {
		if rows[i].hasFigure() {
			continue
		}
		cells := slices.Clone(rows[i].all)
		meant := r.headsMeant(cells, named)
		for k, text := range meant {
			if text == "" {
				continue
			}
			told = append(told, kinds.Find(LabelNear, form.Section, &cells[k].Pos, strings.TrimFunc(cells[k].Text, isBlank), text))
			cells[k].Text = text
			if corrected == nil {
				corrected = slices.Clone(rows)
			}
			corrected[i] = splitRow(cells, rows[i].table)
		}
	}
	return corrected, told
}

// headsMeant gives the label that each cell of a header stands for, "" where it has
// words of the form or none that are alike.
func (r *reading) headsMeant(cells []extract.Cell, named map[int]bool) []string {
	block, x := &r.table.Form.Blocks[0], r.words.lexicons[r.table.Form]
	meant, columns := make([]string, len(cells)), make([]int, len(cells))
	var strange []int // cells that may be columns in words of their own
	for i, c := range cells {
		columns[i] = -1
		words := withoutNoun(loose(withoutRemark(fold(c.Text))))
		if words == "" || x.parents[words] {
			continue
		}
		if _, ok := x.findGroup(c.Text); ok {
			continue
		}
		if col, _, ok := x.columns[0].find(c.Text, ""); ok {
			columns[i] = col
			continue
		}
		if parent := x.typoOfParent(words); parent != "" {
			meant[i] = parent
		} else if g, ok := x.rows.mostAlike(c.Text, func(g int) bool { return !named[g] }); ok {
			meant[i] = block.Rows[g].Text
		} else if col, ok := x.columns[0].mostAlike(c.Text, func(int) bool { return true }); ok {
			columns[i] = col
			strange = append(strange, i)
		}
	}
	n := len(block.Columns)
	for _, i := range strange {
		before, after := -1, -1
		if i > 0 {
			before = columns[i-1]
		}
		if i+1 < len(cells) {
			after = columns[i+1]
		}
		if (before >= 0 || after >= 0) && (before < 0 || (before+1)%n == columns[i]) && (after < 0 || (columns[i]+1)%n == after) {
			meant[i] = block.Columns[columns[i]].Text
		}
	}
	return meant
}

// typoOfParent is the label over groups that loose words are but for one character,
// when no group is as near; "" when there is none.
func (x *lexicon) typoOfParent(words string) string {
	for _, p := range x.outer {
		if _, group := x.rows.mostAlike(words, func(int) bool { return true }); isTypo(words, p) && !group {
			return p
		}
	}
	return ""
}
