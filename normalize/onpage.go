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

// gridPlaces are the grid columns of the cells that name the columns of a block, nil
// when no row below has more cells, or one a figure that stands under none of them.
func (r *reading) gridPlaces(b int) []int {
	br := &r.blocks[b]
	wider := func(row *printedRow) bool { return row != nil && len(row.cells) > len(br.order) }
	if br.over == nil || !slices.ContainsFunc(br.rows, wider) {
		return nil
	}
	places := headerPlaces(namedColumns(r.words.lexicons[r.table.Form].columns[b], br.over), br.order)
	for _, row := range br.rows {
		if row == nil || row.table != br.piece {
			continue
		}
		for _, c := range row.cells {
			if _, known := slices.BinarySearch(places, c.Col); !known && parseFigure(c.Text).state != Blank {
				return nil
			}
		}
	}
	return places
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
