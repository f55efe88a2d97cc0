package normalize

import (
	"slices"
	"strings"

	"luzhou/extract"
)

// placedAcross reads the lines of a table whose rows stand side by side by where
// the words of its header stand, into a row of groups, one of columns, and one of
// figures. first and last tell which lines it took.
func (d *dictionary) placedAcross(section string, items []item) (t *extract.Table, first, last int) {
	form := FindTable(Generations[len(Generations)-1].Key, section)
	block := &form.Blocks[0]
	size := len(block.Rows) * len(block.Columns)
	for i := range items {
		if !isFigureLine(items[i].full()) {
			continue
		}
		start := d.headerAbove(section, items, i)
		var figures []string
		var at []int
		end := i
		for ; end < len(items) && len(figures) < size && isFigureLine(items[end].full()); end++ {
			for _, f := range strings.FieldsFunc(items[end].full(), isGap) {
				figures, at = append(figures, f), append(at, end)
			}
		}
		if len(figures) != size || end < len(items) && isFigureLine(items[end].full()) {
			return nil, 0, 0
		}
		var header [][]string
		if groups, columns := placedHeads(block, items[start:i]); groups != nil {
			header = [][]string{groups, columns}
		} else if header, start = d.lexicons[form].spelledLines(form, items[:i]); header == nil {
			return nil, 0, 0
		}
		t = &extract.Table{Cols: size, Pos: items[start].pos}
		add := func(texts []string, pos func(i int) extract.Pos) {
			for c, text := range texts {
				t.Cells = append(t.Cells, extract.Cell{Row: t.Rows, Col: c, RowSpan: 1, ColSpan: 1, Text: text, Pos: pos(c)})
			}
			t.Rows++
		}
		for _, texts := range header {
			add(texts, func(int) extract.Pos { return items[start].pos })
		}
		add(figures, func(i int) extract.Pos { return items[at[i]].pos })
		return t, start, end
	}
	return nil, 0, 0
}

func isFigureLine(line string) bool {
	l, ok := cutLine(line)
	return ok && l.onlyFigures()
}

// placedHeads are the labels of the groups and of all columns from left to right,
// nil when their places do not show them.
func placedHeads(block *BlockForm, items []item) (groups, columns []string) {
	groups, columns = acrossHeads(block, headPieces(items, func(string) int { return 0 }))
	g, c := acrossHeads(block, headPieces(items, wideRunes))
	switch {
	case groups == nil:
		return g, c
	case g != nil && (!slices.Equal(g, groups) || !slices.Equal(c, columns)):
		return nil, nil
	}
	return groups, columns
}

// acrossHeads finds each column once for each group, and each group above as many
// columns that are its own.
func acrossHeads(block *BlockForm, pieces []headPiece) (groups, columns []string) {
	var names, outer []Label
	for _, c := range block.Columns {
		names = append(names, c.Label)
	}
	for _, r := range block.Rows {
		outer = append(outer, r.Label)
	}
	below, above := placeNames(names, len(outer), pieces), placeNames(outer, 1, pieces)
	if below == nil || above == nil {
		return nil, nil
	}
	for g, group := range above {
		own := below[g*len(names) : (g+1)*len(names)]
		if group.from >= own[len(own)-1].to || group.to <= own[0].from {
			return nil, nil
		}
		groups = append(groups, outer[group.item].Text)
		seen := map[int]bool{}
		for _, c := range own {
			seen[c.item] = true
			columns = append(columns, c.text)
		}
		if len(seen) < len(names) {
			return nil, nil
		}
	}
	return groups, columns
}
