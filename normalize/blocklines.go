package normalize

// This file lists the printed lines of a block, with what stands in their columns
// and the sums that bind them.

import (
	"cmp"
	"slices"
	"strings"
)

// lines lists the printed lines of a block; nil when its columns are unknown.
func (r *reading) lines(b int) []*line {
	block, br := &r.table.Form.Blocks[b], &r.blocks[b]
	per, count := len(block.Columns), len(block.Rows)
	if block.Across {
		per, count = per*count, 1
	}
	if r.contrary(b) {
		r.add(HeaderUnclear, r.table.Form.path(block, "", ""), nil, columnTexts(block, br.order))
		br.order = nil
	}
	order := br.order
	if order == nil {
		if !slices.ContainsFunc(br.rows, func(p *printedRow) bool { return p != nil }) {
			r.add(BlockMissing, r.table.Form.path(block, "", ""), nil, cmp.Or(block.Title, sectionTitle(r.table.Form)))
			return nil
		}
		switch {
		case r.takeAbsent(b), r.takeLost(b):
			order = br.order
		case br.headed:
			r.refuse(b)
			return nil
		default:
			order = make([]int, per)
			for i := range order {
				order[i] = i
			}
			r.add(HeaderMissing, r.table.Form.path(block, "", ""), nil)
		}
	}
	br.places, br.others = r.gridPlaces(b)
	strange, onGrid := br.underHeader()
	if !onGrid && !br.takeLineNumbers(r, block) {
		r.refuse(b)
		return nil
	}
	if !onGrid && !block.Across && (br.strange == nil || r.endsStrange(b)) {
		br.dropEmptyEnd(per)
	}
	crowded := br.crowded(per)
	if len(strange) > 0 && br.strange == nil {
		r.add(ColumnUnknown, r.table.Form.path(block, "", ""), &strange[0].Pos, strings.Join(cellTexts(strange), "|"))
	}
	lines, all, values := make([]*line, count), make([]line, count), make([]*Value, count*per)
	for i := range lines {
		l := &all[i]
		*l = line{row: br.rows[i].without(br.strange), doubtful: br.rows[i].endsStrange(br.strange), heads: br.heads, front: br.front(br.rows[i]), values: values[i*per : i*per : (i+1)*per]}
		if onGrid && br.rows[i] != nil && br.rows[i].table == br.piece {
			l.places, l.strict = br.places, len(strange) > 0 && br.strange == nil
		}
		l.overfull = crowded && l.places == nil
		l.where = r.table.Form.path(block, block.Rows[i].Key, "")
		if block.Across {
			l.where = r.table.Form.Section
		}
		for _, c := range order {
			row, col := block.at(i, c)
			l.values = append(l.values, &r.table.Values[b][row][col])
		}
		if i == 0 || r.table.Form.Listed {
			r.nameColumns(l, b, i, order)
		} else {
			l.column, l.labels, l.units = lines[0].column, lines[0].labels, lines[0].units
		}
		lines[i] = l
	}
	return lines
}

// at returns the row and column of the form behind a printed column of a line.
func (b *BlockForm) at(line, printed int) (row, column int) {
	if b.Across {
		return printed / len(b.Columns), printed % len(b.Columns)
	}
	return line, printed
}

// nameColumns says what stands in the printed columns of a line: the same in all
// lines, but for a listed form.
func (r *reading) nameColumns(l *line, b, i int, order []int) {
	block, br := &r.table.Form.Blocks[b], &r.blocks[b]
	l.column, l.labels, l.units = make([]Column, 0, len(order)), make([]string, 0, len(order)), make([]string, 0, len(order))
	for _, c := range order {
		row, col := block.at(i, c)
		name, unit := block.Columns[col].Text, br.units[col]
		if block.Across {
			name = block.Rows[row].Text + name
		}
		if r.table.Form.Listed {
			unit = br.rowUnits[row]
		}
		l.column = append(l.column, columnOf(r.table.Form, block, row, col))
		l.labels, l.units = append(l.labels, name), append(l.units, unit)
	}
}

// columnOf is a column of the form as it counts for one row.
func columnOf(form *TableForm, block *BlockForm, row, col int) Column {
	c := block.Columns[col]
	if form.Listed {
		c.Kind, c.Unit = block.Rows[row].Kind, block.Rows[row].Unit
	}
	return c
}

// sectionTitle is the title of the part a form belongs to.
func sectionTitle(form *TableForm) string {
	for _, s := range findGeneration(form.Generation).Sections {
		if s.Key == form.Section {
			return s.Title
		}
	}
	return form.Section
}

// refuse leaves the figures of rows whose columns are unknown without a number,
// save those that are the same in every column.
func (r *reading) refuse(b int) {
	block, named := &r.table.Form.Blocks[b], r.mayName(b)
	for i, row := range r.blocks[b].rows {
		if row == nil {
			continue
		}
		values := r.table.Values[b][i]
		where := r.table.Form.path(block, block.Rows[i].Key, "")
		if block.Across {
			where = r.table.Form.Section
			values = slices.Concat(r.table.Values[b]...)
		}
		taken := named && r.takeEqual(row, values)
		for c := range values {
			if !taken {
				values[c] = Value{State: Unplaced, Pos: row.pos()}
			}
		}
		if block.Across {
			for k := range r.table.Values[b] {
				copy(r.table.Values[b][k], values[k*len(block.Columns):])
			}
		}
		if !taken {
			r.add(RowUnplaced, where, row.pos(), len(row.cells), len(values), row.texts(), say("表头不能辨认", "the header cannot be made out"))
		}
	}
}

// equations translates the rules of the form to the lines and columns of a block.
func (r *reading) equations(b int, lines []*line) (sums []sum, equations []equation) {
	block := &r.table.Form.Blocks[b]
	place := func(row, column string) int { // printed place of a column; row matters across only
		for i := range lines[0].column {
			if lines[0].column[i].Key == column && (!block.Across || lines[0].labels[i] == block.Rows[block.rowIndex(row)].Text+lines[0].column[i].Text) {
				return i
			}
		}
		return -1
	}
	groups := []string{""}
	if block.Across {
		groups = nil
		for _, row := range block.Rows {
			groups = append(groups, row.Key)
		}
	}
	for _, rule := range r.table.Form.Rules {
		if rule.Most {
			continue
		}
		switch rule.Axis {
		case EachRow:
			for _, g := range groups {
				s := sum{right: place(g, rule.Right[0])}
				for _, key := range rule.Left {
					s.left = append(s.left, place(g, key))
				}
				slices.Sort(s.left)
				if s.right >= 0 && s.left[0] >= 0 { // else the group is not in the source
					sums = append(sums, s)
				}
			}
		case EachColumn:
			var e equation
			for _, key := range rule.Left {
				e.left = append(e.left, block.rowIndex(key))
			}
			for _, key := range rule.Right {
				e.right = append(e.right, block.rowIndex(key))
			}
			equations = append(equations, e)
		}
	}
	return sums, equations
}
