package render

import (
	"strings"

	"luzhou/normalize"
)

// formTable draws a table in the grid its notice prints.
func formTable(t *normalize.Table) *Table {
	first := t.Form.Blocks[0]
	switch {
	case t.Form.Listed:
		return listedTable(t)
	case first.Across:
		return acrossTable(t)
	case first.Heading != "":
		return outlineTable(t)
	}
	return stackedTable(t)
}

// figureText prints a figure: blanks stay blank, strokes stay as printed, and a
// unit stands with the figure when the form does not fix it.
func figureText(v normalize.Value) string {
	switch {
	case v.HasValue():
		return v.Value.String() + v.Unit
	case v.State == normalize.Dash || v.State == normalize.Illegible:
		return strings.TrimSpace(v.Raw)
	}
	return ""
}

// grid collects the cells of a table row by row.
type grid struct {
	*Table
	row    int                             // current row, from 0
	extra  map[string][]normalize.ExtraRow // rows the form does not know that are still to be drawn, by the row above
	merged []Cell                          // those that span rows
}

func newGrid(t *normalize.Table, summary string, widths []int) *grid {
	g := &grid{&Table{Key: t.Form.Section, Summary: summary, Widths: widths}, -1, map[string][]normalize.ExtraRow{}, nil}
	for _, e := range t.Extra {
		g.extra[e.After] = append(g.extra[e.After], e)
	}
	return g
}

func (g *grid) next() {
	g.row++
	g.Rows = g.row + 1
}

func (g *grid) put(col, rowSpan, colSpan int, role Role, text string) {
	c := Cell{Row: g.row, Col: col, RowSpan: rowSpan, ColSpan: colSpan, Text: text, Role: role}
	g.Cells = append(g.Cells, c)
	if rowSpan > 1 {
		g.merged = append(g.merged, c)
	}
}

// fillOut is the span of the last of n cells that share columns from one on.
func fillOut(i, n, columns int) int {
	if i == n-1 {
		return columns - i
	}
	return 1
}

// stackedColumns is the width of the grid of part two: a label and three figures.
const stackedColumns = 4

// stackedTable draws part two: for each block a title over the whole width, a
// header, and its rows; a block with fewer columns widens its last one.
func stackedTable(t *normalize.Table) *Table {
	g := newGrid(t, "主动公开政府信息情况统计表", []int{51, 35, 35, 35})
	for b, block := range t.Form.Blocks {
		g.next()
		g.put(0, 1, stackedColumns, ColumnHead, block.Title)
		g.next()
		g.put(0, 1, 1, ColumnHead, block.Stub)
		for c, column := range block.Columns {
			g.put(c+1, 1, fillOut(c, len(block.Columns), stackedColumns-1), ColumnHead, column.Text)
		}
		if b == 0 {
			g.extraRows("", 1)
		}
		for r, row := range block.Rows {
			g.next()
			g.put(0, 1, 1, RowHead, row.Text)
			for c := range block.Columns {
				g.put(c+1, 1, fillOut(c, len(block.Columns), stackedColumns-1), Value, figureText(t.Values[b][r][c]))
			}
			g.extraRows(row.Key, 1)
		}
	}
	g.otherRows(t, 1)
	return g.Table
}

// extraRows draws the rows that the form does not know below the row they stood
// under. Cells past the grid join the last one.
func (g *grid) extraRows(after string, labels int) {
	for _, e := range g.extra[after] {
		g.next()
		free := 0 // the columns left of it that a merged label covers
		for _, c := range g.merged {
			if c.Row+c.RowSpan > g.row && c.Col < labels {
				free = max(free, c.Col+c.ColSpan)
			}
		}
		g.put(free, 1, labels-free, RowHead, e.Label)
		room := len(g.Widths) - labels
		for i, text := range e.Cells {
			if i == room-1 {
				text = strings.Join(e.Cells[i:], " ")
			} else if i >= room {
				break
			}
			g.put(labels+i, 1, 1, Value, text)
		}
	}
	delete(g.extra, after)
}

// otherRows draws, at the end, the rows that stood below no row of the form.
func (g *grid) otherRows(t *normalize.Table, labels int) {
	for _, e := range t.Extra {
		g.extraRows(e.After, labels) // none of those drawn before
	}
}

// acrossTable draws part four: three groups of columns over one row of figures.
func acrossTable(t *normalize.Table) *Table {
	block := &t.Form.Blocks[0]
	per := len(block.Columns)
	widths := make([]int, per*len(block.Rows))
	for i := range widths {
		widths[i] = 1
	}
	g := newGrid(t, "政府信息公开行政复议、行政诉讼情况统计表", widths)
	g.Header = 3
	g.next()
	for r := 0; r < len(block.Rows); {
		n, text := 1, block.Rows[r].Text
		if parents := block.Rows[r].Parents; len(parents) > 0 {
			text = parents[0]
			for r+n < len(block.Rows) && sameParents(parents, block.Rows[r+n].Parents, 0) {
				n++
			}
		}
		g.put(r*per, 1, n*per, ColumnHead, text)
		r += n
	}
	g.next()
	for r, row := range block.Rows {
		if len(row.Parents) > 0 {
			g.put(r*per, 1, per, ColumnHead, row.Text)
			continue
		}
		for c, column := range block.Columns {
			g.put(r*per+c, 2, 1, ColumnHead, column.Text)
		}
	}
	g.next()
	for r, row := range block.Rows {
		for c, column := range block.Columns {
			if len(row.Parents) > 0 {
				g.put(r*per+c, 1, 1, ColumnHead, column.Text)
			}
		}
	}
	g.next()
	for r := range block.Rows {
		for c := range block.Columns {
			g.put(r*per+c, 1, 1, Value, figureText(t.Values[0][r][c]))
		}
	}
	for _, e := range t.Extra { // no grid has a column for their labels
		g.next()
		g.put(0, 1, len(widths), Words, strings.TrimSpace(strings.Join(append([]string{e.Label}, e.Cells...), " ")))
	}
	return g.Table
}
