package normalize

import "luzhou/extract"

// Some writers give a merged label an empty cell for each column it covers, so
// that these cells stand between the label and its figures. This file finds out
// from the rows of a table whether they do, for a row that lacks figures does
// not show it.

// labelArea is how many columns at the left of a table hold labels and nothing
// else: proven by a row in which empty cells follow the label and as many cells
// as the form has columns follow them. 0 when no row proves it, or another has a
// figure there.
func (s *stackedReader) labelArea(rows []printedRow) int {
	if len(s.form.Blocks) > 1 || s.depth() < 2 {
		return 0
	}
	n, area := len(s.form.Blocks[0].Columns), 0
	for _, row := range rows {
		cells, ok := s.behindLabel(row)
		if !ok || len(cells) <= n || parseFigure(cells[len(cells)-1].Text).state == Blank {
			continue
		}
		if filler := len(cells) - n; blank(cells[:filler]) {
			area = cells[filler].Col
			break
		}
	}
	for _, row := range rows {
		if cells, ok := s.behindLabel(row); ok && len(cells) > 0 && cells[0].Col < area && !blank(cells[:1]) {
			return 0
		}
	}
	return area
}

// labelsEnd is how many columns at the left of a row hold labels and nothing else: no
// more than stand left of the first column that its header names.
func (s *stackedReader) labelsEnd(row printedRow) int {
	if b := &s.blocks[s.block]; len(b.places) > 0 && b.piece == row.table {
		return min(s.area, b.places[0])
	}
	return s.area
}

// depth is how many columns the labels of the form take.
func (s *stackedReader) depth() int {
	depth := 1
	for _, row := range s.form.Blocks[0].Rows {
		depth = max(depth, len(row.Parents)+1)
	}
	return depth
}

// behindLabel returns the cells right of a known row label.
func (s *stackedReader) behindLabel(row printedRow) ([]extract.Cell, bool) {
	if len(row.labels) == 0 {
		return nil, false
	}
	if _, _, ok := s.rows.find(row.labels[len(row.labels)-1].Text, ""); !ok {
		return nil, false
	}
	return row.after(len(row.labels) - 1).cells, true
}

// withoutFillers drops the empty cells of a row that belong to its labels.
func withoutFillers(cells []extract.Cell, area int) []extract.Cell {
	for len(cells) > 0 && cells[0].Col < area && parseFigure(cells[0].Text).state == Blank {
		cells = cells[1:]
	}
	return cells
}
