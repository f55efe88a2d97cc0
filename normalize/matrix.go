package normalize

import "slices"

// readMatrix reads a table of groups by columns that stands as a grid of its
// own: the groups as rows and the columns side by side, or the other way round.
// nil unless every figure is there once.
func (d *dictionary) readMatrix(form *TableForm, rows []printedRow) *reading {
	block, x := &form.Blocks[0], d.lexicons[form]
	find := [2]func(text string) (int, bool){
		x.findGroup,
		x.columns[0].known,
	}
	size := [2]int{len(block.Rows), len(block.Columns)}
	for side := range find { // the axis whose labels stand at the left
		left, top := find[side], find[1-side]
		var head []int
		var order []int
		joined := printedRow{}
		for _, row := range rows {
			if len(head) == 0 || !row.hasFigure() {
				if h := labelsOf(row, top); len(h) == size[1-side] && !row.hasFigure() {
					head = h
				}
				continue
			}
			cells, certain := trimCells(row.cells, len(head), -1) // empty ones continue a label
			if len(row.labels) == 0 || !certain || len(cells) != len(head) {
				return nil
			}
			item, ok := left(row.labels[len(row.labels)-1].Text)
			if !ok {
				return nil
			}
			for i, c := range cells {
				at := [2]int{item, head[i]}
				if side == 1 {
					at = [2]int{head[i], item}
				}
				order = append(order, at[0]*len(block.Columns)+at[1])
				joined.cells = append(joined.cells, c)
			}
			joined.labels = append(joined.labels, row.labels...)
		}
		if distinct := slices.Compact(slices.Sorted(slices.Values(order))); len(order) == size[0]*size[1] && len(distinct) == len(order) {
			r := d.newReading(form)
			r.blocks[0].order, r.blocks[0].rows[0], r.known = order, &joined, len(order)
			r.add(TableTransposed, form.Section, joined.pos())
			return r
		}
	}
	return nil
}

// readDown reads a table of groups by columns that prints one figure a line, the
// group in front of the first of its columns or of each. nil unless every figure
// is there once.
func (d *dictionary) readDown(form *TableForm, rows []printedRow) *reading {
	block, x := &form.Blocks[0], d.lexicons[form]
	group, joined := -1, printedRow{}
	var order []int
	for _, row := range rows {
		named := labelsOf(row, x.findGroup)
		if len(named) > 1 { // which of them the figure is of, nothing tells
			return nil
		}
		if len(named) == 1 {
			group = named[0]
		}
		if !row.hasFigure() {
			if len(order) > 0 && len(labelsOf(row, x.columns[0].known)) > 0 {
				return nil // a column without its figure
			}
			continue
		}
		cells, certain := trimCells(row.cells, 1, -1)
		if len(row.labels) == 0 || !certain || len(cells) != 1 || group < 0 {
			return nil
		}
		column, ok := x.columns[0].known(row.labels[len(row.labels)-1].Text)
		if !ok {
			return nil
		}
		order = append(order, group*len(block.Columns)+column)
		joined.labels, joined.cells = append(joined.labels, row.labels...), append(joined.cells, cells[0])
	}
	size := len(block.Rows) * len(block.Columns)
	if distinct := slices.Compact(slices.Sorted(slices.Values(order))); len(order) != size || len(distinct) != size {
		return nil
	}
	r := d.newReading(form)
	r.blocks[0].order, r.blocks[0].rows[0], r.known = order, &joined, size
	r.add(TableTransposed, form.Section, joined.pos())
	return r
}

// labelsOf lists the labels that the words of a row name, in printed order.
func labelsOf(row printedRow, find func(string) (int, bool)) (list []int) {
	for c := range row.each() {
		if i, ok := find(c.Text); ok && !slices.Contains(list, i) {
			list = append(list, i)
		}
	}
	return list
}
