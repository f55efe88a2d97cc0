package normalize

// This file tells the cells of a line that are figures of the form from those of
// other columns, repeated columns, and blanks that fill up a short line.

import (
	"strings"

	"luzhou/extract"
)

// without drops the cells of columns that the form does not have, when there is
// a cell for each column.
func (r *printedRow) without(strange []int) *printedRow {
	if r == nil || len(strange) == 0 || len(r.cells) != len(strange) {
		return r
	}
	kept := *r
	kept.cells = nil
	for i, c := range strange {
		if c >= 0 {
			kept.cells = append(kept.cells, r.cells[i])
		}
	}
	return &kept
}

// endsStrange reports whether a row has a cell for each column, those that the form
// does not have among them, and ends with an empty one: that may stand behind the row,
// which then has no strange column.
func (r *printedRow) endsStrange(strange []int) bool {
	n := len(strange)
	return r != nil && n > 0 && len(r.cells) == n && strange[n-1] >= 0 && isFilling(r.cells[n-1].Text) && r.hasFigure()
}

// tellStrange reports the columns that the form does not have, with their cells.
func (r *reading) tellStrange(b int) {
	br := &r.blocks[b]
	var texts []string
	var pos *extract.Pos
	for _, row := range br.rows {
		if row == nil || len(row.cells) != len(br.strange) {
			continue
		}
		for i, c := range br.strange {
			if c < 0 {
				texts = append(texts, strings.TrimFunc(row.cells[i].Text, isBlank))
				if pos == nil {
					pos = &row.cells[i].Pos
				}
			}
		}
	}
	if pos != nil {
		r.add(ColumnUnknown, r.table.Form.path(&r.table.Form.Blocks[b], "", ""), pos, strings.Join(texts, "|"))
	}
}

// once drops the repetitions of columns that the header names several times, when
// all cells of a column say the same.
func once(cells []extract.Cell, heads []int) []extract.Cell {
	if len(cells) != len(heads) {
		return cells
	}
	var kept []extract.Cell
	first := map[int]string{}
	for i, c := range cells {
		text, seen := first[heads[i]]
		if !seen {
			first[heads[i]] = c.Text
			kept = append(kept, c)
		} else if text != c.Text {
			return cells
		}
	}
	return kept
}

// isFilling reports whether a cell may only fill up a short row.
func isFilling(text string) bool {
	return parseFigure(text).state == Blank && !strings.Contains(text, BlankMark)
}

// endsShown tells which numbers of figures a line has for certain when the last ones are
// left out: the other cells of some such line fit the sums nowhere but in their places.
func endsShown(lines []*line) map[int]bool {
	var shown map[int]bool
	for _, l := range lines {
		if l.endsBlank() {
			if shown == nil {
				shown = map[int]bool{}
			}
			shown[len(l.cells)] = true
		}
	}
	return shown
}

// paddedAlike reports whether several lines end with the same number of empty
// cells, one line after the other or two cells and more each: these may be no
// columns at all, but what a writer put behind short lines. shown are the numbers of
// figures for which they are columns.
func paddedAlike(lines []*line, shown map[int]bool) bool {
	all, padded, usual := 0, 0, 0
	var count map[int]int // by number of figures
	for _, l := range lines {
		if l.row == nil || len(l.row.cells) == 0 {
			continue
		}
		all++
		if !l.padded {
			continue
		}
		padded++
		if count == nil {
			count = map[int]int{}
		}
		if n := len(l.cells); count[n] == 0 || count[n] >= count[usual] {
			usual = n
		}
		count[len(l.cells)]++
	}
	n := count[usual]
	return !shown[usual] && n > paddedRows && padded-n <= n/fewOdd && (n == all || len(lines[0].values)-usual > 1)
}

// fewOdd is how many lines alike there are at the least for each odd one.
const fewOdd = 4

// paddedRows is the number of lines up to which equal blanks at their ends are
// nothing strange.
const paddedRows = 2

// endsBlank reports whether the empty cells at the end of a line are certainly
// figures left out: its other cells fit the sums nowhere but in their places.
func (l *line) endsBlank() bool {
	return l.padded && l.state.lone >= 0 && len(l.state.readings) == 1
}

// asPrinted takes a line with its empty last cells as it stands.
func (l *line) asPrinted() {
	l.cells = l.whole
	l.state.open, l.state.lone = false, -1
}
