package normalize

// This file lists the readings of each line before they are weighed.

import (
	"slices"
	"strings"

	"luzhou/extract"
)

// preparer lists the readings of the lines of one block.
type preparer struct {
	slab
	sums  []sum
	short map[shortLine]*readingSet // of lines of too few cells; the next of the same cells has it too
}

// shortLine is all that the readings of a line of too few cells depend on.
type shortLine struct {
	padded bool
	cells  string
}

// prepare lists the readings of a line that has several. A line with a cell for
// each column has one, unless its last cells are empty: then it may be a short row
// that a writer filled up, and its places prove nothing.
func (p *preparer) prepare(l *line) {
	n := len(l.values)
	l.state = lineState{lone: -1}
	if l.row == nil || len(l.row.cells) == 0 {
		return
	}
	if l.doubtful {
		l.cells, l.state.refused = l.row.cells, true
		return
	}
	certain := true
	if l.cells = atPlaces(l.row.cells, l.places, n); l.cells == nil && l.strict {
		l.cells, certain = l.row.cells, false
	} else if l.cells == nil {
		l.cells, certain = trimCells(once(l.row.cells, l.heads), n, l.front)
	}
	if !certain || l.overfull {
		l.state.refused = true
		return
	}
	cells := l.cells
	for len(cells) > 0 && isFilling(cells[len(cells)-1].Text) {
		cells = cells[:len(cells)-1]
	}
	if len(l.row.cells) > n && slices.ContainsFunc(cells, func(c extract.Cell) bool { return isWord(c.Text) }) {
		l.state.refused = true // two rows may stand as one
		return
	}
	l.whole, l.filling = l.cells, len(l.cells)-len(cells)
	l.padded = len(cells) > 0 && len(cells) < n && len(l.cells) == n
	if len(l.cells) == n && !l.padded {
		l.state.whole = true
		return
	}
	if len(cells) > 0 { // empty ones behind a short row may be columns, or fill it up
		l.cells = cells
	}
	figure := func(c extract.Cell) bool { return parseFigure(c.Text).state == Printed }
	if !slices.ContainsFunc(l.cells, figure) && slices.ContainsFunc(l.cells, func(c extract.Cell) bool { return !isFilling(c.Text) }) {
		switch { // words or strokes: a cell for each column, or one in the place of all figures
		case l.padded && len(l.cells) > 1:
			l.cells, l.padded, l.state.whole = l.whole, false, true
		default:
			l.state.refused = true
		}
		return
	}
	l.state.open = true
	key := shortLine{l.padded, strings.Join(cellTexts(l.cells), "\x00")}
	set := p.short[key]
	if set == nil {
		list, ok := p.placements(numbers(l.cells), n, p.sums)
		if !ok || len(list) == 0 {
			l.state.refused, l.state.open = true, false
			return
		}
		first := -1
		if l.padded {
			first = 0 // placements lists the one from the left first
		}
		set = newReadingSet(list, first)
		p.short[key] = set
	}
	l.state.take(set)
	l.state.total = len(set.readings)
}

// settle gives a line without a choice its one reading: its cells as they stand,
// or nothing known.
func (l *line) settle(s *slab) {
	n := len(l.values)
	switch {
	case l.state.readingSet != nil:
	case l.state.whole:
		at := make([]int, n)
		for i := range at {
			at[i] = i
		}
		l.state.take(newReadingSet([]placement{s.placeAt(numbers(l.cells), n, at)}, -1))
	default:
		l.state.take(newReadingSet([]placement{s.open(n)}, -1))
	}
}

// trimCells drops empty cells that label columns left over, in front and behind,
// when a row has more cells than columns. front is how many cells stand left of
// the first column by the header, -1 when it does not tell. ok is false when the
// empty ones to drop may be those in front as well as those behind. Where there is
// a figure for each column, every empty cell is dropped.
func trimCells(cells []extract.Cell, n, front int) (kept []extract.Cell, ok bool) {
	blank := func(i int) bool { return parseFigure(cells[i].Text).state == Blank }
	surplus, before, behind := len(cells)-n, 0, 0
	if surplus <= 0 {
		return cells, true
	}
	for before < len(cells) && blank(before) {
		before++
	}
	for behind < len(cells)-before && blank(len(cells)-1-behind) {
		behind++
	}
	least, most := max(0, surplus-behind), min(before, surplus)
	figures := slices.DeleteFunc(slices.Clone(cells), func(c extract.Cell) bool { return parseFigure(c.Text).state == Blank })
	if len(figures) == n && !slices.ContainsFunc(figures, func(c extract.Cell) bool { return isWord(c.Text) }) {
		return figures, true // as many as columns: each empty cell goes on from a wide one
	}
	switch {
	case least > most: // too many figures
		return cells[before : len(cells)-behind], true
	case least == most || before == len(cells):
		return cells[least : least+n], true
	case front >= least && front <= most:
		return cells[front : front+n], true
	}
	return cells, false
}

// numbers gives the whole number of each cell, nil where there is none.
func numbers(cells []extract.Cell) []*int64 {
	list, values := make([]*int64, len(cells)), make([]int64, len(cells))
	for i, c := range cells {
		if f := parseFigure(c.Text); f.state == Printed {
			if n, whole := f.value.Whole(); whole && n < unbounded && n > -unbounded {
				values[i] = n
				list[i] = &values[i]
			}
		}
	}
	return list
}
