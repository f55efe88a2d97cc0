package normalize

import (
	"cmp"
	"slices"

	"luzhou/extract"
)

// A row with more cells than columns has empty ones that are none: what pads the
// rows of a sheet, or draws a gap. This file tells them by the header above them,
// when it names each column in a place of its own and no figure stands elsewhere.

// headerPlaces lists the grid columns of the cells that name the columns of a block,
// in their printed order; nil when a column is named twice or two share a place, as in
// a source that does not say which cells are merged.
func headerPlaces(named []placedColumn, order []int) []int {
	if len(named) != len(order) {
		return nil
	}
	slices.SortFunc(named, func(a, b placedColumn) int { return cmp.Compare(a.cell.Col, b.cell.Col) })
	places := make([]int, len(named))
	for i, p := range named {
		if p.column != order[i] || i > 0 && p.cell.Col < named[i-1].cell.Col+named[i-1].cell.ColSpan {
			return nil
		}
		places[i] = p.cell.Col
	}
	return places
}

// gridPlaces are the grid columns of the cells that name the columns of a block, and
// those under its other words; nil when no row below has more cells than columns.
func (r *reading) gridPlaces(b int) (places, others []int) {
	br := &r.blocks[b]
	wider := func(row *printedRow) bool { return row != nil && len(row.cells) > len(br.order) }
	if br.over == nil || !slices.ContainsFunc(br.rows, wider) {
		return nil, nil
	}
	columns := r.words.lexicons[r.table.Form].columns[b]
	places = headerPlaces(namedColumns(columns, br.over), br.order)
	return places, otherPlaces(columns, br.over, places)
}

// otherPlaces lists the grid columns under cells of a header that name no column of the
// form and stand beside those that do: 行次, 上年总计, 备注.
func otherPlaces(columns *labels, header []printedRow, places []int) (others []int) {
	if places == nil {
		return nil
	}
	for _, row := range header {
		for _, c := range row.all {
			if c.ColSpan > 1 || !isWord(c.Text) {
				continue
			}
			if _, named := slices.BinarySearch(places, c.Col); !named && !slices.Contains(others, c.Col) {
				others = append(others, c.Col)
			}
		}
	}
	return others
}

// underHeader reports whether every figure of the rows below the header stands in the
// place of a column; strange are the figures under names of no column of the form.
func (b *blockReading) underHeader() (strange []extract.Cell, ok bool) {
	if b.places == nil {
		return nil, false
	}
	others := slices.Clone(b.others) // but for the columns of labels
	for _, row := range b.rows {
		if row != nil && row.table == b.piece {
			others = slices.DeleteFunc(others, func(at int) bool {
				return slices.ContainsFunc(row.labels, func(c extract.Cell) bool { return c.Col == at })
			})
		}
	}
	for _, row := range b.rows {
		if row == nil || row.table != b.piece {
			continue
		}
		for _, c := range row.cells {
			_, known := slices.BinarySearch(b.places, c.Col)
			switch {
			case known || parseFigure(c.Text).state == Blank:
			case slices.Contains(others, c.Col):
				strange = append(strange, c)
			default:
				return nil, false
			}
		}
	}
	return strange, true
}

// atPlaces are the cells of a row in the places of its n columns; nil unless the row
// has more cells than these, and one in each place.
func atPlaces(cells []extract.Cell, places []int, n int) []extract.Cell {
	if len(cells) <= n || len(places) != n {
		return nil
	}
	kept := make([]extract.Cell, 0, n)
	for _, c := range cells {
		if _, known := slices.BinarySearch(places, c.Col); known {
			kept = append(kept, c)
		}
	}
	if len(kept) != n {
		return nil
	}
	return kept
}

// endsStrange reports whether the one word of a header that names no column of the form
// stands behind the last of these, in its row.
func (r *reading) endsStrange(b int) bool {
	br := &r.blocks[b]
	columns, behind, last := r.words.lexicons[r.table.Form].columns[b], false, br.order[len(br.order)-1]
	word := ""
	for _, row := range br.over {
		before := -1
		for c := range row.each() {
			text := loose(fold(c.Text))
			column, named := columns.known(c.Text)
			switch {
			case named:
				before = column
				continue
			case len(r.words.words[text]) > 0 || text == "":
				continue
			case word != "" && word != text:
				return false
			}
			word, behind = text, behind || before == last
		}
	}
	return behind
}

// dropEmptyEnd takes the last cell off rows of one cell too many, when it is empty in all
// of them and some have a figure in their first: a column of remarks without any, in a
// source that does not tell columns.
func (b *blockReading) dropEmptyEnd(columns int) {
	rows, proofs := 0, 0
	for _, row := range b.rows {
		switch {
		case row == nil:
			continue
		case len(row.cells) != columns+1 || parseFigure(row.cells[columns].Text).state != Blank:
			return
		case parseFigure(row.cells[0].Text).state != Blank:
			proofs++
		}
		rows++
	}
	if rows < minNumbered || proofs < minFullRows {
		return
	}
	for i, row := range b.rows {
		if row != nil {
			rest := *row
			rest.cells = row.cells[:columns]
			b.rows[i] = &rest
		}
	}
}
