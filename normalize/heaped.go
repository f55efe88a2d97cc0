package normalize

import (
	"slices"
	"strings"

	"luzhou/extract"
)

// Writers who press Enter within a cell put the rows of a group into one row of the
// table, each cell with a line for each of them. This file takes such rows apart.

// minHeaped is how many cells of a row must have the same number of lines.
const minHeaped = 3

// unheaped returns a table of a section with its heaped rows taken apart; n counts
// them. Without any it returns the table itself.
func (d *dictionary) unheaped(section string, t *extract.Table) (*extract.Table, int) {
	heights, n := map[int]int{}, 0 // lines of heaped rows
	eachRow(t.Cells, func(cells []extract.Cell) {
		if k := d.heaped(section, cells); k > 0 {
			heights[cells[0].Row] = k
			n++
		}
	})
	if n == 0 {
		return t, 0
	}
	first := make([]int, t.Rows+1) // where the rows begin afterwards
	for r := range t.Rows {
		first[r+1] = first[r] + max(1, heights[r])
	}
	u := *t
	u.Rows, u.Cells = first[t.Rows], make([]extract.Cell, 0, len(t.Cells))
	for _, c := range t.Cells {
		k, below := heights[c.Row], min(c.Row+c.RowSpan, t.Rows)
		lines := strings.Split(c.Text, "\n")
		c.Row, c.RowSpan = first[c.Row], first[below]-first[c.Row]
		if k == 0 || c.RowSpan != k || len(lines) != k {
			u.Cells = append(u.Cells, c)
			continue
		}
		for i, line := range lines {
			part := c
			part.Row, part.RowSpan, part.Text = c.Row+i, 1, line
			u.Cells = append(u.Cells, part)
		}
	}
	slices.SortStableFunc(u.Cells, func(a, b extract.Cell) int {
		if a.Row != b.Row {
			return a.Row - b.Row
		}
		return a.Col - b.Col
	})
	return &u, n
}

// heaped is how many rows stand in the cells of one: behind a cell with as many
// labels of rows as it has lines, all cells have that many, each a figure or
// nothing. 0 when it is one row.
func (d *dictionary) heaped(section string, cells []extract.Cell) (k int) {
	several := 0
	for _, c := range cells {
		if c.RowSpan == 1 && strings.Contains(c.Text, "\n") {
			several++
		}
	}
	if several < minHeaped {
		return 0
	}
	for _, c := range cells {
		lines := strings.Split(c.Text, "\n")
		switch {
		case k == 0 && (len(lines) == 1 || !d.rowLabels(section, lines)):
			continue
		case c.RowSpan > 1:
			return 0
		case k == 0:
			k = len(lines)
		case len(lines) != k || slices.ContainsFunc(lines, isWord):
			return 0
		}
	}
	return k
}

// rowLabels reports whether lines are labels of different rows.
func (d *dictionary) rowLabels(section string, lines []string) bool {
	seen := map[string]bool{}
	for _, line := range lines {
		if seen[line] || !d.isRowLabel(section, line) {
			return false
		}
		seen[line] = true
	}
	return true
}
