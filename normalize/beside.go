package normalize

// This file joins a table that was cut between its columns: strips that stand one
// below the other, each under a header of its own, with the labels of the rows
// repeated or not.

import (
	"cmp"
	"slices"

	"luzhou/extract"
)

// strip is the part of a table below one header.
type strip struct {
	header []printedRow
	body   []printedRow
	order  []int         // columns its header names
	rows   []*printedRow // per row of the form
}

// readBeside reads a table of one block in strips. nil unless each column stands
// in one strip and every strip has the same rows: by their labels, or by their
// number and order when sums prove it.
func (d *dictionary) readBeside(form *TableForm, rows []printedRow) *reading {
	if len(form.Blocks) > 1 {
		return nil
	}
	if !d.headedTwice(form, rows) {
		return nil
	}
	s := d.newStacked(form)
	strips := s.cutStrips(rows)
	if len(strips) < 2 {
		return nil
	}
	labelled := slices.IndexFunc(strips, (*strip).labelled)
	if labelled < 0 || !s.readStrip(strips[labelled]) {
		return nil
	}
	first := strips[labelled]
	var open []int // columns whose rows have no labels
	for _, p := range strips {
		switch {
		case p == first:
		case p.labelled():
			if !d.newStacked(form).readStrip(p) {
				return nil
			}
		case p.follow(first):
			open = append(open, p.order...)
		default:
			return nil
		}
	}
	b := &s.blocks[0]
	var doubtful []int
	if b.order, b.rows, doubtful = joinStrips(first, strips); b.rows == nil || len(doubtful) > 0 && len(open) > 0 || !s.holdSums(open) {
		return nil
	}
	for _, i := range doubtful {
		row := b.rows[i]
		s.add(RowUnplaced, form.path(&form.Blocks[0], form.Blocks[0].Rows[i].Key, ""), row.pos(), len(row.cells), len(b.order), row.texts(),
			say("一段的末尾是空格，可能只是补齐，不能定列", "a strip of the row ends with an empty cell, which may only fill it up"))
		b.rows[i] = &printedRow{labels: row.labels, all: row.all, table: row.table}
	}
	b.byPlace, b.why = open, "所在的一段没有行名，行数与有行名的一段相同，合乎全部勾稽关系"
	s.known += len(b.order)
	if strips[0].header[0].table == strips[len(strips)-1].header[0].table {
		s.add(TableJoined, form.Section, first.header[0].pos(), len(strips))
	}
	return s.reading
}

// headedTwice reports whether figures stand above a row that names columns.
func (d *dictionary) headedTwice(form *TableForm, rows []printedRow) bool {
	body := slices.IndexFunc(rows, printedRow.hasFigure)
	return body >= 0 && slices.ContainsFunc(rows[body:], func(r printedRow) bool { return r.namesColumn(d.lexicons[form].columns[0]) })
}

// cutStrips cuts rows above each header and keeps strips of the same columns
// together. nil when the headers do not name every column once between them.
func (s *stackedReader) cutStrips(rows []printedRow) []*strip {
	block := &s.form.Blocks[0]
	var strips []*strip
	for _, row := range rows {
		last := len(strips) - 1
		switch head := row.namesColumn(s.columns[0]); {
		case last < 0, head && len(strips[last].body) > 0:
			strips = append(strips, &strip{header: []printedRow{row}})
		case head, len(strips[last].body) == 0 && !row.hasFigure():
			strips[last].header = append(strips[last].header, row)
		default:
			strips[last].body = append(strips[last].body, row)
		}
	}
	if len(strips) < 2 {
		return nil
	}
	var kept []*strip
	var all []int
	for _, p := range strips {
		p.order, _ = s.columnOrder(block, s.columns[0], p.header)
		if last := len(kept) - 1; last >= 0 && slices.Equal(kept[last].order, p.order) {
			kept[last].body = append(kept[last].body, p.body...)
			continue
		}
		if slices.Contains(p.order, -1) {
			return nil
		}
		kept, all = append(kept, p), append(all, p.order...)
	}
	if slices.Sort(all); len(all) != len(block.Columns) || len(slices.Compact(all)) != len(all) {
		return nil
	}
	return kept
}

// namesColumn reports whether a row without figures names a column. A number in
// front makes 总计 and 其他 the label of a row.
func (r printedRow) namesColumn(columns *labels) bool {
	return !r.hasFigure() && slices.ContainsFunc(r.labels, func(c extract.Cell) bool {
		_, level, _ := splitNumber(fold(c.Text))
		_, ok := columns.known(c.Text)
		return ok && level == 0
	})
}

func (p *strip) labelled() bool {
	return slices.ContainsFunc(p.body, func(r printedRow) bool { return len(r.labels) > 0 })
}

// readStrip files the rows of a strip by their labels. It is false when a row is
// none of the form, stands twice, or has not a cell for each column of the strip.
func (s *stackedReader) readStrip(p *strip) bool {
	for _, row := range p.body {
		s.row(row)
	}
	p.rows = s.blocks[0].rows
	for _, row := range p.rows {
		if row != nil && !row.fit(len(p.order)) {
			return false
		}
	}
	return len(s.table.Extra) == 0
}

// fit drops empty cells past n and reports whether n are left, and no others could
// be.
func (r *printedRow) fit(n int) (ok bool) {
	r.cells, ok = trimCells(r.cells, n, -1)
	return ok && len(r.cells) == n
}

// follow gives the rows of a strip without labels the places of another's, when
// there are as many.
func (p *strip) follow(other *strip) bool {
	var at []int
	for i, row := range other.rows {
		if row != nil {
			at = append(at, i)
		}
	}
	if len(at) != len(p.body) {
		return false
	}
	slices.SortFunc(at, func(a, b int) int {
		x, y := other.rows[a], other.rows[b]
		return cmp.Or(x.table-y.table, x.all[0].Row-y.all[0].Row)
	})
	p.rows = make([]*printedRow, len(other.rows))
	for k, i := range at {
		if p.rows[i] = &p.body[k]; !p.rows[i].fit(len(p.order)) {
			return false
		}
	}
	return true
}

// joinStrips puts the rows of strips side by side; rows is nil when a strip has
// other rows than the first. A row is doubtful when a strip of it ends in an empty
// cell with another behind it: that may fill up a short line.
func joinStrips(first *strip, strips []*strip) (order []int, rows []*printedRow, doubtful []int) {
	rows = make([]*printedRow, len(first.rows))
	for n, p := range strips {
		order = append(order, p.order...)
		for i, row := range p.rows {
			if row != nil && n < len(strips)-1 && row.hasFigure() && isFilling(row.cells[len(row.cells)-1].Text) && !slices.Contains(doubtful, i) {
				doubtful = append(doubtful, i)
			}
			switch {
			case (row == nil) != (first.rows[i] == nil):
				return nil, nil, nil
			case row == nil:
			case rows[i] == nil:
				joined := *first.rows[i]
				joined.cells = slices.Clone(row.cells)
				rows[i] = &joined
			default:
				rows[i].cells = append(rows[i].cells, row.cells...)
			}
		}
	}
	return order, rows, doubtful
}

// holdSums reports whether the printed figures of every row keep the sums of rows,
// and those of some columns the sums of columns.
func (s *stackedReader) holdSums(columns []int) bool {
	b := &s.blocks[0]
	if len(columns) == 0 {
		return true
	}
	sums, equations := s.equations(0, []*line{s.plainLine(0)})
	figures := make([][]*int64, len(b.rows))
	for i, row := range b.rows {
		if row == nil || !sumsHold(row.cells, sums) {
			return false
		}
		figures[i] = numbers(row.cells)
	}
	for _, e := range equations {
		for c, column := range b.order {
			if slices.Contains(columns, column) && !e.holds(figures, c) {
				return false
			}
		}
	}
	return true
}

// holds reports whether printed figures keep the equation in a column; one that is
// not there counts nothing.
func (e equation) holds(figures [][]*int64, column int) bool {
	total := int64(0)
	for k, i := range slices.Concat(e.left, e.right) {
		if n := figures[i][column]; n != nil && k < len(e.left) {
			total += *n
		} else if n != nil {
			total -= *n
		}
	}
	return total == 0
}

// plainLine is a line of a block without cells, to ask for its sums.
func (r *reading) plainLine(b int) *line {
	order := r.blocks[b].order
	l := &line{values: make([]*Value, len(order))}
	r.nameColumns(l, b, 0, order)
	return l
}

// inferByPlace marks the figures of columns that have their rows, or their own
// place, from what stands around them.
func (l *line) inferByPlace(br *blockReading) {
	if len(br.byPlace) == 0 {
		return
	}
	for c, v := range l.values {
		if v.State == Printed && slices.Contains(br.byPlace, br.order[c]) {
			v.State, v.Why = Inferred, br.why
		}
	}
}
