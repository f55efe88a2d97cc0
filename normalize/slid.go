package normalize

// This file finds rows whose figures may have slid: they have an empty cell or a
// cell too many, do not keep their sums as they stand, and keep them when the cell
// stands elsewhere or is left out.

import (
	"slices"
	"strings"

	"luzhou/extract"
)

// keeping says how the figures of a row keep its sums, empty cells counting as 0.
type keeping int

const (
	sumsBroken keeping = iota // a printed total is another than its parts give
	sumsOpen                  // each total is right, or empty, or all its parts are
	sumsWhole                 // each total is right, or empty as all its parts are
)

// keepSums tells how figures keep sums; nil is an empty cell.
func keepSums(figures []*int64, sums []sum) keeping {
	kept := sumsWhole
	for _, s := range sums {
		parts, some := int64(0), false
		for _, c := range s.left {
			if n := figures[c]; n != nil {
				parts, some = parts+*n, true
			}
		}
		switch total := figures[s.right]; {
		case total == nil && some && parts != 0, total != nil && !some:
			kept = min(kept, sumsOpen)
		case total != nil && *total != parts:
			return sumsBroken
		}
	}
	return kept
}

// contested reports whether the figures of line i of a block stand as well in other
// columns. As they stand they break the sums of columns, and in the other place they
// can keep them; or they do not keep their own, and there they keep more of them; or the
// line has an empty cell too many among its figures, and keeps them without another cell
// as well. shown tells that empty last cells are known to be figures left out.
func (br *blockReading) contested(i int, shown bool) bool {
	l := br.lines[i]
	if len(br.sums) == 0 || len(l.cells) != len(l.values) ||
		!br.surplus(l) && !slices.ContainsFunc(l.cells, func(c extract.Cell) bool { return isFilling(c.Text) }) || !telling(l.row.cells) {
		return false
	}
	figures := numbers(l.cells)
	kept, least := keepSums(figures, br.sums), sumsWhole
	switch {
	case !br.allows(i, figures):
		least = sumsBroken
	case kept == sumsBroken:
		least = sumsOpen
	case kept == sumsWhole && !l.crowded(), l.padded && shown:
		return false
	}
	for rival := range br.rivals(l, figures) {
		if keepSums(rival, br.sums) >= least && differ(figures, rival) && br.allows(i, rival) {
			return true
		}
	}
	return false
}

// surplus reports whether a line has more cells than columns, those aside that are of
// another column: by the header, or because every row ends with them.
func (br *blockReading) surplus(l *line) bool {
	return l.places == nil && len(l.row.cells)-br.spare > len(l.values)
}

// spareCells is how many empty cells end every row of a block that has cells too many:
// a column of nothing, such as one for remarks.
func (br *blockReading) spareCells() int {
	rows, least := 0, -1
	for _, l := range br.lines {
		if l.row == nil || len(l.row.cells) == 0 {
			continue
		}
		rows++
		empty, cells := 0, l.row.cells
		for len(cells) > len(l.values) && isFilling(cells[len(cells)-1].Text) {
			cells, empty = cells[:len(cells)-1], empty+1
		}
		if least < 0 || empty < least {
			least = empty
		}
	}
	if rows < minFullRows {
		return 0
	}
	return least
}

// crowded reports whether an empty cell was left out between the figures of a line.
// What the header puts in other columns is none.
func (l *line) crowded() bool {
	if l.places != nil {
		return false
	}
	cells := l.row.cells
	for len(cells) > 0 && isFilling(cells[0].Text) {
		cells = cells[1:]
	}
	for len(cells) > 0 && isFilling(cells[len(cells)-1].Text) {
		cells = cells[:len(cells)-1]
	}
	return len(cells) > len(l.cells)
}

// telling reports whether the places of cells tell nothing but what is printed:
// none is marked as a blank, none holds something that is no figure.
func telling(cells []extract.Cell) bool {
	return !slices.ContainsFunc(cells, func(c extract.Cell) bool {
		return strings.Contains(c.Text, BlankMark) || parseFigure(c.Text).state == Illegible
	})
}

// rivals yields the figures of a line with one empty cell in another place, with all
// those at its end in others, and without one of its cells where it has more than
// columns.
func (br *blockReading) rivals(l *line, figures []*int64) func(yield func([]*int64) bool) {
	return func(yield func([]*int64) bool) {
		for at, c := range l.cells {
			if !isFilling(c.Text) {
				continue
			}
			rest := slices.Delete(slices.Clone(figures), at, at+1)
			for to := range figures {
				if to != at && !yield(slices.Insert(slices.Clone(rest), to, nil)) {
					return
				}
			}
		}
		if l.padded {
			for _, p := range l.state.readings {
				if placed := make([]*int64, len(figures)); len(p.merges) == 0 {
					for c, cell := range p.cell {
						if cell >= 0 {
							placed[c] = figures[cell]
						}
					}
					if !yield(placed) {
						return
					}
				}
			}
		}
		if !br.surplus(l) {
			return
		}
		for i := range l.row.cells {
			rest, certain := trimCells(slices.Delete(slices.Clone(l.row.cells), i, i+1), len(figures), l.front)
			if certain && len(rest) == len(figures) && !yield(numbers(rest)) {
				return
			}
		}
	}
}

// differ reports whether a figure stands in another column: an empty place and a 0
// are no different.
func differ(figures, rival []*int64) bool {
	for c, n := range figures {
		switch m := rival[c]; {
		case n == nil:
		case m == nil && *n != 0, m != nil && *m != *n:
			return true
		}
	}
	return false
}

// allows reports whether line i can have these figures beside those of the other
// lines.
func (br *blockReading) allows(i int, figures []*int64) bool {
	p := openWith(figures)
	return p.tighten(br.sums) && br.fits(map[int]placement{i: p})
}

// openWith is a reading in which the columns without a figure can hold any number.
func openWith(figures []*int64) placement {
	p := (&slab{}).open(len(figures))
	for c, n := range figures {
		if n != nil {
			p.columns[c] = bounds{*n, *n}
		}
	}
	return p
}

// fits reports whether readings of some lines keep the sums of columns. Sums that are
// broken whatever stands in these lines prove nothing, nor do lines that are open: what
// is left of their readings rests on the figures in question.
func (br *blockReading) fits(readings map[int]placement) bool {
	with, without := make([][]bounds, len(br.lines)), make([][]bounds, len(br.lines))
	for k, l := range br.lines {
		figures := make([]*int64, len(l.values))
		if !l.state.open && !l.state.refused && len(l.cells) == len(figures) {
			figures = numbers(l.cells)
		}
		with[k] = openWith(figures).columns
		without[k] = with[k]
		if p, ok := readings[k]; ok {
			with[k], without[k] = p.columns, openWith(make([]*int64, len(l.values))).columns
		}
	}
	for _, e := range br.equations {
		for c := range with[0] {
			if !e.balances(with, c) && e.balances(without, c) {
				return false
			}
		}
	}
	return true
}

// balances reports whether the equation can hold in a column of lines of which
// bounds are known.
func (e equation) balances(lines [][]bounds, column int) bool {
	var left, right []bounds
	for _, i := range e.left {
		left = append(left, lines[i][column])
	}
	for _, i := range e.right {
		right = append(right, lines[i][column])
	}
	return settle(left, right)
}
