package normalize

// This file reads tables whose header lacks one label. When all others stand in
// the order of the form and there is a figure for each column, one place is left
// for it. Nothing may speak against that place: no blank elsewhere among the
// labels, no column under another label, no broken sum.

import (
	"slices"

	"luzhou/extract"
)

// lostLabel is a label that a header lacks.
type lostLabel struct {
	column  int             // its column, counted over groups where these stand side by side
	text    string          // what the form prints there
	placed  bool            // the header shows an empty place for it
	unclear extract.Finding // told when the figures do not fit
}

// findLost finds the one column of a block that its header does not name.
func (s *stackedReader) findLost(form *BlockForm, columns *labels, order []int, header []printedRow) *lostLabel {
	if len(order) != len(form.Columns)-1 || len(order) < 2 || !slices.IsSorted(order) || order[0] < 0 {
		return nil
	}
	lost := 0
	for lost < len(order) && order[lost] == lost {
		lost++
	}
	l := &lostLabel{column: lost, text: form.Columns[lost].Text}
	group := loose(fold(form.Group))
	head := header[0].all[0].Text
	if _, named := columns.known(head); lost == 0 && (named || loose(fold(head)) == group) {
		return nil // of lines of text the one above may be the label, in words of no form
	}
	first := slices.IndexFunc(form.Columns, func(c Column) bool { return slices.Contains(form.Grouped, c.Key) })
	for i, row := range header {
		before, open, blanks := -1, false, 0 // the place before, and the blanks behind it
		for _, c := range row.all {
			text := loose(fold(c.Text))
			item, named := columns.known(c.Text)
			isGroup := group != "" && text == group
			switch {
			case text == "":
				blanks++
				continue
			case isGroup:
				item = first
			case !named:
				// one word of no form may stand above the labels of the rows
				if stub := i == 0 && c.Col == row.all[0].Col && (lost > 0 || len(header) > 1); !stub && len(s.reading.words.words[text]) == 0 {
					return nil
				}
				continue
			}
			if open && blanks > 0 {
				if lost <= before || lost > item || lost == item && !isGroup {
					return nil // an empty place among the labels, and not this one
				}
				l.placed = true
			}
			before, open, blanks = item, true, 0
		}
	}
	if only := header[0].all; len(header) == 1 && len(only) == len(form.Columns)+1 && fold(only[lost+1].Text) == "" {
		l.placed = true
	}
	return l
}

// lostAcross finds the one column label that a header of groups side by side
// lacks: the labels that are there are those of the form in its order but for one,
// and with it the header reads as the form's. named are the columns it names.
func lostAcross(r *reading, block *BlockForm, header []printedRow) (l *lostLabel, named []placedColumn) {
	x := r.words.lexicons[r.table.Form]
	n, size := len(block.Columns), len(block.Columns)*len(block.Rows)
	var rows []int // of the header, for each label
	blanks := map[int]bool{}
	for i, row := range header {
		open, empty := false, false // a label of a column stands before, and a blank behind it
		for _, c := range row.all {
			text := loose(fold(c.Text))
			if text == "" {
				empty = true
				continue
			}
			_, isGroup := x.findGroup(c.Text)
			col, isColumn := x.columns[0].known(c.Text)
			switch {
			case !isGroup && isColumn:
				blanks[len(named)] = open && empty
				named, rows = append(named, placedColumn{col, c}), append(rows, i)
			case !isGroup && len(r.words.words[text]) == 0:
				return nil, nil
			}
			open, empty = !isGroup && isColumn, false
		}
	}
	if len(named) != size-1 {
		return nil, nil
	}
	lost := 0
	for lost < len(named) && named[lost].column == lost%n {
		lost++
	}
	for k, empty := range blanks {
		if empty && k != lost {
			return nil, nil // an empty place among the labels, and not this one
		}
	}
	for i := range named {
		at := i
		if i >= lost {
			at++
		}
		if named[i].column != at%n {
			return nil, nil
		}
		named[i].column = at
	}
	text := block.Columns[lost%n].Text
	whole := lost < len(named) && readsWhole(r, block, withLabel(header, rows[lost], named[lost].cell, 0, text)) ||
		lost > 0 && readsWhole(r, block, withLabel(header, rows[lost-1], named[lost-1].cell, 1, text))
	if !whole {
		return nil, nil
	}
	return &lostLabel{column: lost, text: block.Rows[lost/n].Text + text, placed: blanks[lost]}, named
}

// withLabel returns a header with one more label in a row, so many cells behind
// another.
func withLabel(header []printedRow, row int, beside extract.Cell, behind int, text string) []printedRow {
	header = slices.Clone(header)
	r := &header[row]
	i := slices.IndexFunc(r.labels, func(c extract.Cell) bool { return c.Row == beside.Row && c.Col == beside.Col })
	if i >= 0 {
		r.labels = slices.Insert(slices.Clone(r.labels), i+behind, extract.Cell{Col: -1, Text: text})
	}
	return header
}

// readsWhole reports whether a header names every column in the form's order.
func readsWhole(r *reading, block *BlockForm, header []printedRow) bool {
	scratch := *r
	order, unknown := acrossOrder(&scratch, block, header, nil)
	return unknown == 0 && len(order) == len(block.Rows)*len(block.Columns) && slices.IsSorted(order)
}

// takeLost reads a block whose header lacks a label, when its figures allow it.
func (r *reading) takeLost(b int) bool {
	br, block := &r.blocks[b], &r.table.Form.Blocks[b]
	if br.lost == nil {
		return false
	}
	n := len(block.Columns)
	if block.Across {
		n *= len(block.Rows)
	}
	br.order = make([]int, n)
	for i := range br.order {
		br.order[i] = i
	}
	if !r.lostFits(b) {
		br.order = nil
		r.findings = append(r.findings, br.lost.unclear)
		return false
	}
	br.byPlace, br.why = []int{br.lost.column}, "表头缺少这一列的名称，其余各列都按格式的次序排列"
	if !br.lost.placed {
		br.byPlace = br.order
	}
	r.add(HeaderShort, r.table.Form.path(block, "", ""), br.lost.unclear.Pos, br.lost.text)
	return true
}

// lostFits reports whether every row of a block has a figure for each column, in
// the columns of the labels where the source has a grid, and keeps the sums. A
// block without sums must show where the label is lost.
func (r *reading) lostFits(b int) bool {
	br, block := &r.blocks[b], &r.table.Form.Blocks[b]
	var cells [][]extract.Cell
	for _, row := range br.rows {
		if row == nil && !block.Across {
			return false
		}
		if row != nil {
			kept, certain := trimCells(row.cells, len(br.order), -1)
			if len(kept) != len(br.order) || !certain {
				return false
			}
			cells = append(cells, kept)
		}
	}
	if !br.aligned(cells) {
		return false
	}
	sums, _ := r.equations(b, []*line{r.plainLine(b)})
	if len(sums) == 0 {
		return br.lost.placed
	}
	if !slices.ContainsFunc(cells, func(row []extract.Cell) bool { return !sumsHold(row, sums) }) {
		last := len(br.order) - 1
		return block.Across || br.lost.placed || br.lost.column != last || !totalFirst(cells, sums)
	}
	return false
}

// aligned reports whether the cells of the rows stand below the labels of their
// columns. In a source without spans the places of cells prove nothing.
func (br *blockReading) aligned(rows [][]extract.Cell) bool {
	spans := func(c extract.Cell) bool { return c.RowSpan > 1 || c.ColSpan > 1 }
	if !slices.ContainsFunc(br.named, func(p placedColumn) bool { return spans(p.cell) }) {
		return true
	}
	for _, p := range br.named {
		for _, row := range rows {
			if p.cell.Col != row[p.column].Col {
				return false
			}
		}
	}
	return true
}

// totalFirst reports whether the sums also hold when the first figure is the
// total, and some figure is not 0.
func totalFirst(rows [][]extract.Cell, sums []sum) bool {
	some := false
	for _, row := range rows {
		turned := append(slices.Clone(row[1:]), row[0])
		if !sumsHold(turned, sums) {
			return false
		}
		some = some || slices.ContainsFunc(numbers(row), func(n *int64) bool { return n != nil && *n != 0 })
	}
	return some
}

// sumsHold reports whether the figures of a row keep its sums, blanks counting as
// 0 beside a printed total. A row of blanks keeps them.
func sumsHold(row []extract.Cell, sums []sum) bool {
	figures := numbers(row)
	for i, c := range row {
		if state := parseFigure(c.Text).state; figures[i] == nil && state != Blank && state != Dash {
			return false
		}
	}
	for _, s := range sums {
		total, some := int64(0), figures[s.right] != nil
		for _, c := range s.left {
			if n := figures[c]; n != nil {
				total, some = total+*n, true
			}
		}
		if some && (figures[s.right] == nil || total != *figures[s.right]) {
			return false
		}
	}
	return true
}
