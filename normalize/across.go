package normalize

import (
	"slices"
	"strings"

	"luzhou/extract"
)

// readAcross reads a table whose rows stand side by side: groups of the same
// columns over one row of figures. The single row of figures is filed under
// the first row of the block; order runs over rows and columns, row by row.
func (d *dictionary) readAcross(form *TableForm, rows []printedRow) *reading {
	r := d.newReading(form)
	block := &form.Blocks[0]
	b := &r.blocks[0]
	size := len(block.Rows) * len(block.Columns)
	var figures []printedRow
	for _, row := range rows {
		switch {
		case row.hasFigure() || len(row.labels) == 0 && len(row.cells) >= size:
			figures = append(figures, row)
		case len(figures) == 0:
			b.header = append(b.header, row)
		}
	}
	order, unknown := acrossOrder(r, block, b.header)
	r.unknown, r.known = unknown, len(order)
	if len(order) == size {
		b.order = order
		if !slices.IsSorted(order) {
			r.add(ColumnsReordered, form.Section, b.header[0].pos(), acrossTexts(block, order))
		}
	} else if len(b.header) > 0 {
		b.headed = true
		r.add(HeaderUnclear, form.Section, b.header[0].pos(), headerTexts(b.header))
	}
	for i := range figures {
		switch {
		case b.rows[0] == nil:
			b.rows[0] = &figures[i]
		case b.rows[0].texts() == figures[i].texts():
			r.add(RowRepeated, form.Section, figures[i].pos(), "", say("数字相同", "with the same figures"))
		default:
			r.add(RowRepeated, form.Section, figures[i].pos(), "",
				say(b.rows[0].texts()+" 与 "+figures[i].texts(), b.rows[0].texts()+" and "+figures[i].texts()))
			b.rows[0] = &printedRow{}
			return r
		}
	}
	return r
}

// acrossOrder lists row*columns+column for the printed columns from left to
// right. A row of the header names groups, columns, or both: a column belongs to
// the group above it, groups are filled one after the other, and a column that
// its group has already begins the next group.
func acrossOrder(r *reading, block *BlockForm, header []printedRow) (order []int, unknown int) {
	x := r.words.lexicons[r.table.Form]
	columns, groups := x.columns[0], x.rows
	var open []int // groups named so far, in printed order; their columns may be in the same row or below
	filled := map[int][]int{}
	mistakes := map[int]extract.Cell{} // column -> first label with a known mistake
	for _, row := range header {
		for _, c := range slices.Concat(row.labels, row.cells) {
			if g, _, ok := groups.find(c.Text, ""); ok {
				if !slices.Contains(open, g) {
					open = append(open, g)
				}
			} else if col, q, ok := columns.find(c.Text, ""); ok && q != near {
				if _, told := mistakes[col]; q == odd && !told {
					mistakes[col] = c
				}
				for _, g := range open {
					if len(filled[g]) < len(block.Columns) && !slices.Contains(filled[g], col) {
						filled[g] = append(filled[g], col)
						break
					}
				}
			} else if t := loose(fold(c.Text)); t != "" && !x.parents[t] {
				unknown++
			}
		}
	}
	for col, c := range block.Columns {
		if cell, ok := mistakes[col]; ok {
			r.add(LabelOdd, r.table.Form.Section, &cell.Pos, strings.TrimFunc(cell.Text, isBlank), c.Text)
		}
	}
	for _, g := range open {
		for _, col := range filled[g] {
			order = append(order, g*len(block.Columns)+col)
		}
	}
	return order, unknown
}

func acrossTexts(block *BlockForm, order []int) string {
	s := ""
	for _, i := range order {
		s += block.Rows[i/len(block.Columns)].Text + block.Columns[i%len(block.Columns)].Text + "、"
	}
	return s
}
