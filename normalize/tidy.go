package normalize

import (
	"strings"

	"luzhou/extract"
)

// Programs print a table with a row for each figure: the label of its row, the name of
// its column, the figure. This file puts these back side by side.

// maxTidy is how many columns such a table has: a path of labels, a name, a figure, and
// what else there may be.
const maxTidy = 6

// untidied returns a table of a section of that shape in the shape of the form; ok is
// false for any other.
func (d *dictionary) untidied(section string, t *extract.Table) (*extract.Table, bool) {
	if t.Cols < 3 || t.Cols > maxTidy || d.columnCount(section) == 0 {
		return t, false
	}
	form := FindTable(Generations[len(Generations)-1].Key, section)
	columns := d.lexicons[form].columns[0]
	var rows []namedRow
	var items []item // each row as a line, for its place
	fits, filled := true, 0
	eachRow(t.Cells, func(cells []extract.Cell) {
		if !fits {
			return
		}
		label, name, figure := tidyRow(cells)
		column, known := columns.known(name)
		if !known {
			fits = len(rows) == 0 // a header
			return
		}
		if label != "" && (len(rows) == 0 || rows[len(rows)-1].label != label) {
			rows = append(rows, namedRow{label, map[int]string{}, len(items)})
			items = append(items, item{pos: cells[0].Pos})
		}
		if fits = len(rows) > 0; !fits {
			return
		}
		r := &rows[len(rows)-1]
		if _, twice := r.figures[column]; twice {
			fits = false
		}
		r.figures[column] = figure
		filled++
	})
	if !fits || len(rows) < minNamed || filled < len(rows)*(len(form.Blocks[0].Columns)-1) {
		return t, false
	}
	return namedCells(form.Blocks[0].Columns, rows, items), true
}

// tidyRow cuts a row into its label, the name of a column and the figure; the name is
// empty when it has another shape.
func tidyRow(cells []extract.Cell) (label, name, figure string) {
	n := len(cells)
	if n < 2 || isWord(cells[n-1].Text) || !isWord(cells[n-2].Text) {
		return "", "", ""
	}
	var path []string
	for _, c := range cells[:n-2] {
		if c.Text = strings.TrimFunc(c.Text, isBlank); c.Text != "" {
			path = append(path, strings.NewReplacer("/", " ", ">", " ", "-", " ").Replace(c.Text))
		}
	}
	return strings.Join(path, " "), cells[n-2].Text, cells[n-1].Text
}
