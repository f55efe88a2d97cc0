package normalize

import "slices"

// An empty paragraph in a cell ends the row of a text dump, so that the rest of the
// row stands as a row without a label. This file puts such rows together when
// their cells are as many as the form has columns, and no other label lies between.

// rejoin puts rows together that were broken.
func (s *stackedReader) rejoin(rows []printedRow) []printedRow {
	if !slices.ContainsFunc(rows, func(r printedRow) bool { return len(r.labels) == 0 }) {
		return rows
	}
	var joined []printedRow
	bare := func(i int) bool { // a row that has lost its figures
		return i >= 0 && i < len(rows) && len(rows[i].cells) == 0 && len(rows[i].labels) > 0
	}
	for i := 0; i < len(rows); i++ {
		row := rows[i]
		where, n := s.columnsOf(row)
		parts := partsOf(rows, i, n)
		if alone := !bare(i - 1); n > 0 && parts > 1 && (len(row.cells) > 0 || alone && parts == 2 && !(i+2 < len(rows) && len(rows[i+2].labels) == 0)) {
			row.cells, row.all = slices.Clone(row.cells), slices.Clone(row.all)
			for _, part := range rows[i+1 : i+parts] {
				row.cells, row.all = append(row.cells, part.cells...), append(row.all, part.cells...)
			}
			s.add(RowSplit, where, row.pos(), parts)
			i += parts - 1
		}
		joined = append(joined, row)
	}
	return joined
}

// columnsOf is the path of the row of the form that a row is, and how many columns
// it has; 0 when it is none.
func (s *stackedReader) columnsOf(row printedRow) (where string, n int) {
	if len(row.labels) == 0 {
		return "", 0
	}
	item, q, ok := s.rows.find(row.labels[len(row.labels)-1].Text, s.parent)
	if !ok || q == near {
		return "", 0
	}
	block := &s.form.Blocks[s.owner[item][0]]
	return s.form.path(block, block.Rows[s.owner[item][1]].Key, ""), len(block.Columns)
}

// partsOf is how many rows from one on make a row of n cells, 1 when they do not:
// those behind the first have no labels, and all are of one dump.
func partsOf(rows []printedRow, first, n int) int {
	cells := len(rows[first].cells)
	for i := first + 1; i < len(rows) && cells < n; i++ {
		if len(rows[i].labels) > 0 || rows[i].table != rows[first].table || i+1 < len(rows) && besideNext(rows[i], rows[i+1]) {
			return 1
		}
		if cells += len(rows[i].cells); cells == n && fromDump(rows[first:i+1]) {
			if next := i + 1; next < len(rows) && len(rows[next].labels) == 0 && rows[next].table == rows[first].table && len(rows[next].cells) < n {
				return 1 // one part too many: a number among them is that of a page
			}
			return i - first + 1
		}
	}
	return 1
}

// besideNext reports whether a row stands on the line that the next begins on.
func besideNext(row, next printedRow) bool {
	last := row.all[len(row.all)-1].Pos.Line
	return last > 0 && len(next.all) > 0 && next.all[0].Pos.Line == last
}

// fromDump reports whether rows come from a dump, where each cell begins a line.
// Below a line of several cells a number may be that of a page.
func fromDump(rows []printedRow) bool {
	line := 0
	for _, row := range rows {
		for _, c := range row.all {
			if c.Pos.Line <= line {
				return false
			}
			line = c.Pos.Line
		}
	}
	return line > 0
}

// rejoinAcross puts rows of figures together that are one broken row of a table
// whose rows stand side by side.
func rejoinAcross(rows []printedRow, size int) (joined []printedRow, parts int) {
	joined = make([]printedRow, 0, len(rows))
	for i := 0; i < len(rows); i++ {
		row := rows[i]
		if n := partsOf(rows, i, size); len(row.labels) == 0 && n > 1 {
			row.cells, row.all = slices.Clone(row.cells), slices.Clone(row.all)
			for _, part := range rows[i+1 : i+n] {
				row.cells, row.all = append(row.cells, part.cells...), append(row.all, part.cells...)
			}
			i += n - 1
			parts = n
		}
		joined = append(joined, row)
	}
	return joined, parts
}
