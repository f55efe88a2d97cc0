package normalize

// This file finds headers in pieces, among rows of cells and among lines of text.

import (
	"slices"
	"strings"

	"luzhou/extract"
)

// maxSpelled is how many rows or lines a header in pieces takes at the most.
const maxSpelled = 12

// wordings lists the wordings of each label of a list, as pieces are compared.
func (l *labels) wordings() [][]string {
	var list [][]string
	for _, e := range l.entries {
		for len(list) <= e.item {
			list = append(list, nil)
		}
		list[e.item] = append(list[e.item], e.loose)
	}
	return list
}

// respell gives the rows of a table with each header in pieces put together: one row
// of its labels. ok is false when there is none.
func (x *lexicon) respell(form *TableForm, rows []printedRow) (spelled []printedRow, ok bool) {
	tries := maxSpellTries
	for from := 0; from < len(rows); {
		to := from
		for to < len(rows) && !rows[to].hasNumber() {
			to++
		}
		for from < to {
			kept, labels, taken := x.spellRows(form, rows[from:min(to, from+maxSpelled)], &tries)
			if taken == 0 {
				spelled, from = append(spelled, rows[from]), from+1
				continue
			}
			spelled, from, ok = append(append(spelled, kept...), labels), from+taken, true
		}
		if to < len(rows) {
			spelled, from = append(spelled, rows[to]), to+1
		}
	}
	return spelled, ok
}

// hasNumber reports whether a number stands in any cell of the row.
func (r printedRow) hasNumber() bool {
	return slices.ContainsFunc(r.all, func(c extract.Cell) bool { return parseFigure(c.Text).state == Printed })
}

// spellRows finds how many of some rows are a header in pieces, its row of labels,
// and the rows of these that hold other words of the header: titles and groups.
func (x *lexicon) spellRows(form *TableForm, rows []printedRow, tries *int) (kept []printedRow, labels printedRow, taken int) {
	for n := len(rows); n > 1; n-- {
		for b := range form.Blocks {
			pieces, others := x.headPieces(form, rows[:n])
			list, texts := x.labelsOf(form, b)
			if len(pieces) > 0 && list.spellsAlone(pieces, len(form.Blocks[b].Columns), tries) {
				return others, rowOfLabels(texts, rows[0]), n
			}
		}
	}
	return nil, labels, 0
}

// labelsOf lists the labels of all columns of a block, with what the form prints.
func (x *lexicon) labelsOf(form *TableForm, b int) (list columnLabels, texts []string) {
	block := &form.Blocks[b]
	list.wordings = x.columns[b].wordings()
	for _, c := range block.Columns {
		texts = append(texts, c.Text)
		list.group = append(list.group, slices.Contains(block.Grouped, c.Key))
	}
	if n := len(block.Rows); block.Across {
		return columnLabels{slices.Repeat(list.wordings, n), slices.Repeat(list.group, n)}, slices.Repeat(texts, n)
	}
	return list, texts
}

// spelledLines puts the header together that ends a list of lines: rows of labels, and
// the line where it begins. It is nil when there is none.
func (x *lexicon) spelledLines(form *TableForm, items []item) (header [][]string, start int) {
	tries := maxSpellTries
	for start = max(0, len(items)-maxSpelled); start < len(items); start++ {
		var rows []printedRow
		for _, it := range items[start:] {
			row := printedRow{}
			for _, text := range strings.FieldsFunc(it.full(), isGap) {
				row.labels = append(row.labels, extract.Cell{RowSpan: 1, ColSpan: 1, Text: text})
			}
			if row.all = row.labels; len(row.all) > 0 {
				rows = append(rows, row)
			}
		}
		if others, labels, taken := x.spellRows(form, rows, &tries); taken > 0 && taken == len(rows) {
			for _, row := range append(others, labels) {
				header = append(header, cellTexts(row.labels))
			}
			return header, start
		}
	}
	return nil, 0
}

// headPieces takes the words of a header apart: pieces of labels, and rows of the
// words that name no column.
func (x *lexicon) headPieces(form *TableForm, rows []printedRow) (pieces [][]string, others []printedRow) {
	for _, row := range rows {
		var line []string
		other := row
		other.labels, other.cells = nil, nil
		for c := range row.each() {
			text := bareLabel(c.Text)
			switch {
			case text == "" || x.heads[headWord(fold(c.Text))]:
			case form.Blocks[0].isGroup(c.Text):
				line = append(line, groupLabel)
			case x.namesOthers(form, c.Text):
				other.labels = append(other.labels, *c)
			default:
				line = append(line, text)
			}
		}
		if len(line) > 0 {
			pieces = append(pieces, line)
		}
		if len(other.labels) > 0 {
			other.all = other.labels
			others = append(others, other)
		}
	}
	return pieces, others
}

// namesOthers reports whether a word of a header is the title of a block, or the
// label of a group.
func (x *lexicon) namesOthers(form *TableForm, text string) bool {
	words := loose(fold(text))
	if x.parents[words] || x.titles.has(fold(text)) {
		return true
	}
	if !form.Blocks[0].Across {
		return false
	}
	_, ok := x.findGroup(text)
	return ok
}

// rowOfLabels is a row of labels that stands where another does.
func rowOfLabels(texts []string, at printedRow) printedRow {
	row := printedRow{table: at.table}
	for c, text := range texts {
		row.labels = append(row.labels, extract.Cell{Row: at.all[0].Row, Col: c, RowSpan: 1, ColSpan: 1, Text: text, Pos: at.all[0].Pos})
	}
	row.all = row.labels
	return row
}
