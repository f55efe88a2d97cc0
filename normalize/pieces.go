package normalize

// This file judges the pieces of a table whose groups stand side by side before
// they are joined.

import (
	"slices"

	"luzhou/extract"
)

// joinCells puts the cells of pieces side by side. Where some pieces end in a
// figure, empty cells at the end of another may fill up a short line; they are left
// out, for the sums to tell where it is short.
func joinCells(pieces [][]extract.Cell) []extract.Cell {
	whole := slices.ContainsFunc(pieces, func(cells []extract.Cell) bool { return !isFilling(cells[len(cells)-1].Text) })
	var joined []extract.Cell
	for _, cells := range pieces {
		kept := cells
		for whole && len(kept) > 0 && isFilling(kept[len(kept)-1].Text) {
			kept = kept[:len(kept)-1]
		}
		if len(kept) == 0 {
			kept = cells // nothing at all in it
		}
		joined = append(joined, kept...)
	}
	return joined
}

// wholeGroups reports whether places in rising order are those of whole groups of n.
func wholeGroups(places []int, n int) bool {
	for i, p := range places {
		if p%n != i%n || p/n != places[i-i%n]/n {
			return false
		}
	}
	return len(places)%n == 0
}

// filled reports whether every group that the header of a piece names has a
// column in it: a group that has none contradicts another name in its place.
func (p piece) filled(x *lexicon, columns int, order []int) bool {
	for _, row := range p.header {
		for _, g := range groupsNamed(x, row.all) {
			if !slices.ContainsFunc(order, func(i int) bool { return i/columns == g }) {
				return false
			}
		}
	}
	return true
}
