package render

import (
	"math"
	"unicode/utf8"

	"luzhou/normalize"
)

// labelColumns is the depth of the row labels of part three.
const labelColumns = 3

// Columns of part three in tenths of a millimetre. The first two hold three and
// five characters a line, the third all but the longest labels on one line, and a
// figure has four digits. The page stays upright: with its rows close the table
// fits one upright page below its heading; on their side it would take three.
const (
	outlineWidth = 1560 // of all
	figureColumn = 103
	widestColumn = 158  // leaves two characters a line to the first label, three and four to the others
	figureDigit  = 18.6 // of a digit in CellSize
	figureEdges  = 22   // left and right of a figure
)

// outlineWidths gives the columns of part three for figures of up to so many
// characters. Longer ones take from the labels, as far as these can give.
func outlineWidths(columns, digits int) []int {
	figure := min(widestColumn, max(figureColumn, int(math.Ceil(figureDigit*float64(digits)+figureEdges))))
	labels := outlineWidth - columns*figure
	first, second := labels*136/839, labels*207/839
	widths := []int{first, second, labels - first - second}
	for range columns {
		widths = append(widths, figure)
	}
	return widths
}

// longestFigure is the most characters in a figure of a table.
func longestFigure(t *normalize.Table) (most int) {
	t.Each(func(_ string, _ normalize.Column, v *normalize.Value) {
		if v.HasValue() {
			most = max(most, utf8.RuneCountInString(figureText(*v)))
		}
	})
	return most
}

// outlineTable draws part three: labels nested three deep, a header of three
// rows with a group, and one column for each kind of applicant.
func outlineTable(t *normalize.Table) *Table {
	block := &t.Form.Blocks[0]
	g := newGrid(t, "收到和处理政府信息公开申请情况统计表", outlineWidths(len(block.Columns), longestFigure(t)))
	g.Tight = true
	outlineHeader(g, t.Form, block)
	g.extraRows("", labelColumns)
	for r, row := range block.Rows {
		g.next()
		for d, parent := range row.Parents {
			if r == 0 || !sameParents(block.Rows[r-1].Parents, row.Parents, d) {
				g.put(d, g.parentRows(block, r, d), 1, RowHead, parent)
			}
		}
		g.put(len(row.Parents), 1, labelColumns-len(row.Parents), RowHead, row.Text)
		for c := range block.Columns {
			g.put(labelColumns+c, 1, 1, Value, figureText(t.Values[0][r][c]))
		}
		g.extraRows(row.Key, labelColumns)
	}
	g.otherRows(t, labelColumns)
	return g.Table
}

func outlineHeader(g *grid, form *normalize.TableForm, block *normalize.BlockForm) {
	g.Header = 3
	g.next()
	g.put(0, 3, labelColumns, TableNote, form.Corner)
	g.put(labelColumns, 1, len(block.Columns), ColumnHead, block.Heading)
	g.next()
	grouped := map[string]bool{}
	for _, key := range block.Grouped {
		grouped[key] = true
	}
	opened := false
	for c, column := range block.Columns {
		switch {
		case !grouped[column.Key]:
			g.put(labelColumns+c, 2, 1, ColumnHead, column.Text)
		case !opened:
			opened = true
			g.put(labelColumns+c, 1, len(block.Grouped), ColumnHead, block.Group)
		}
	}
	g.next()
	for c, column := range block.Columns {
		if grouped[column.Key] {
			g.put(labelColumns+c, 1, 1, ColumnHead, column.Text)
		}
	}
}

// sameParents reports whether two rows stand under the same labels down to depth d.
func sameParents(a, b []string, d int) bool {
	if len(a) <= d || len(b) <= d {
		return false
	}
	for i := range d + 1 {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// parentRows counts the rows a merged label covers, extra rows among them included.
func (g *grid) parentRows(block *normalize.BlockForm, from, d int) int {
	n := 0
	for r := from; r < len(block.Rows) && sameParents(block.Rows[from].Parents, block.Rows[r].Parents, d); r++ {
		n++
		if next := r + 1; next < len(block.Rows) && sameParents(block.Rows[from].Parents, block.Rows[next].Parents, d) {
			n += len(g.extra[block.Rows[r].Key])
		}
	}
	return n
}
