package normalize

import "slices"

// This file reads tables that lack a whole column, label and figures: the labels
// that are there name the others.

// findAbsent keeps the order of a header that names some columns of a block, and
// no word of which the form does not have.
func (s *stackedReader) findAbsent(block int, order []int, header []printedRow) {
	b, form := &s.blocks[block], &s.form.Blocks[block]
	b.some = nil
	if len(order) < 2 || len(order) >= len(form.Columns) || slices.Contains(order, -1) {
		return
	}
	for _, row := range header {
		for c := range row.each() {
			if fold(c.Text) != "" && !s.reading.words.isLabelOf(s.form.Section, c.Text) {
				return
			}
		}
	}
	b.some = order
}

// takeAbsent reads a block some columns of which are not in the source, when its
// rows allow it.
func (r *reading) takeAbsent(b int) bool {
	br, block := &r.blocks[b], &r.table.Form.Blocks[b]
	if br.some == nil {
		return false
	}
	if !r.someFit(b) {
		if br.lost == nil { // else that may yet explain it
			r.findings = append(r.findings, br.unclear)
		}
		return false
	}
	br.order = br.some
	for c, column := range block.Columns {
		if !slices.Contains(br.some, c) {
			r.add(ColumnMissing, r.table.Form.path(block, "", column.Key), nil, column.Text)
		}
	}
	return true
}

// someFit reports whether each row of a block has as many figures as its header
// has columns, and no total is less than its parts.
func (r *reading) someFit(b int) bool {
	br, block := &r.blocks[b], &r.table.Form.Blocks[b]
	parts := map[int]bool{} // columns that a total counts
	total := -1
	for _, rule := range r.table.Form.Rules {
		if rule.Axis == EachRow {
			total = block.columnIndex(rule.Right[0])
			for _, key := range rule.Left {
				parts[block.columnIndex(key)] = true
			}
		}
	}
	met := 0
	for _, row := range br.rows {
		if row == nil {
			continue
		}
		kept, certain := trimCells(row.cells, len(br.some), -1)
		if !certain || len(kept) != len(br.some) {
			return false
		}
		sum, whole := int64(0), unbounded
		for i, n := range numbers(kept) {
			switch c := br.some[i]; {
			case n == nil:
			case c == total:
				whole = *n
			case parts[c]:
				sum += *n
			}
		}
		if sum > whole {
			return false
		}
		met++
	}
	return met >= minRows
}

// minRows is how many rows show that a column is in none.
const minRows = 3
