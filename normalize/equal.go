package normalize

// This file takes rows of equal figures under a header that cannot be read: labels
// that lost their ends, or were woven into each other. Where there is a figure for
// each column of the form, and all are the same, every order of the columns gives
// each of them that figure.

import (
	"strings"

	"luzhou/extract"
)

// whyEqual is the reason given with such figures.
const whyEqual = "表头不能辨认，但这一行各格数字相同，不论各列次序如何都是这个数"

// equalFigures returns the figures of a row that all say the same, one for each of n
// columns; false when they do not.
func equalFigures(row *printedRow, n int) (cells []extract.Cell, f figure, ok bool) {
	cells, certain := trimCells(row.cells, n, -1)
	if !certain || len(cells) != n || n < 2 {
		return nil, f, false
	}
	for i := range cells {
		c := parseFigure(cells[i].Text)
		if c.state != Printed || cells[i].RowSpan > 1 || i > 0 && c != f {
			return nil, f, false
		}
		f = c
	}
	return cells, f, true
}

// mayName reports whether the words of a header that cannot be read can be pieces of
// the labels of a block: they have no character that none of these has. A column
// that the form does not have would have one.
func (r *reading) mayName(b int) bool {
	block := &r.table.Form.Blocks[b]
	var labels strings.Builder
	add := func(l Label) {
		for _, text := range append([]string{l.Text}, l.Variants...) {
			labels.WriteString(loose(fold(text)))
		}
	}
	for _, c := range block.Columns {
		add(c.Label)
	}
	for _, text := range []string{r.table.Form.Corner, block.Title, block.Stub, block.Heading, block.Group} {
		labels.WriteString(loose(fold(text)))
	}
	for _, row := range block.Rows {
		if block.Across {
			add(row.Label)
			labels.WriteString(loose(fold(strings.Join(row.Parents, ""))))
		}
	}
	known := labels.String()
	for _, row := range r.blocks[b].unread {
		for c := range row.each() {
			for _, char := range loose(fold(c.Text)) {
				if !strings.ContainsRune(known, char) {
					return false
				}
			}
		}
	}
	return len(r.blocks[b].unread) > 0
}

// takeEqual takes the figures of a row when they are the same in every column.
func (r *reading) takeEqual(row *printedRow, values []Value) bool {
	cells, f, ok := equalFigures(row, len(values))
	for i := range cells {
		values[i] = Value{Value: f.value, State: Inferred, Raw: strings.TrimFunc(cells[i].Text, isBlank), Pos: &cells[i].Pos, Why: whyEqual}
	}
	return ok
}
