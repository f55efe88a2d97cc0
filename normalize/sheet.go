package normalize

import (
	"slices"
	"strings"

	"luzhou/extract"
)

// A spreadsheet saved as text, or as a page, is one table that holds a whole
// report: each line of the text stands in a row of its own, the other cells of
// which are empty. This file takes such a sheet apart into lines and tables.

// minSheetHeads is how many parts of the report a sheet heads at the least.
const minSheetHeads = 3

// sheetRow is a row of a sheet: its cells, and those of them that hold something.
type sheetRow struct {
	cells  []extract.Cell
	filled []extract.Cell
}

// isSheet reports whether a table is one: rows with nothing else in them head
// several parts of the report.
func (d *dictionary) isSheet(t *extract.Table) bool {
	heads := map[string]bool{}
	for i := 0; i < len(t.Cells); {
		only, filled := -1, 0
		for at := t.Cells[i].Row; i < len(t.Cells) && t.Cells[i].Row == at; i++ {
			if isFilled(&t.Cells[i]) {
				only, filled = i, filled+1
			}
		}
		if filled != 1 {
			continue
		}
		if h, ok := d.findHeading(t.Cells[only].Text); ok {
			heads[h.key] = true
		}
	}
	return len(heads) >= minSheetHeads
}

func isFilled(c *extract.Cell) bool {
	return len(c.Tables) > 0 || strings.TrimFunc(c.Text, isBlank) != ""
}

// sheetRows cuts a table into rows.
func sheetRows(t *extract.Table) (rows []sheetRow) {
	for i := 0; i < len(t.Cells); {
		var row sheetRow
		for at := t.Cells[i].Row; i < len(t.Cells) && t.Cells[i].Row == at; i++ {
			row.cells = append(row.cells, t.Cells[i])
			if isFilled(&t.Cells[i]) {
				row.filled = append(row.filled, t.Cells[i])
			}
		}
		rows = append(rows, row)
	}
	return rows
}

func (d *dictionary) headingRow(row sheetRow) (heading, bool) {
	if len(row.filled) != 1 {
		return heading{}, false
	}
	return d.findHeading(row.filled[0].Text)
}

// addSheet adds the lines and tables of a sheet. The table of a part goes from
// its first row of several cells to its last, with the titles above it.
func (d *dictionary) addSheet(items []item, rows []sheetRow) []item {
	for from := 0; from < len(rows); {
		to := from + 1
		for to < len(rows) {
			if _, next := d.headingRow(rows[to]); next {
				break
			}
			to++
		}
		part := rows[from:to]
		wide := func(r sheetRow) bool { return len(r.filled) > 1 }
		first, last := slices.IndexFunc(part, wide), len(part)
		if first < 0 {
			first = len(part)
		}
		for last > first && !wide(part[last-1]) {
			last--
		}
		for first > 1 && first < last && d.isTitleRow(part[first-1]) {
			first--
		}
		items = d.addSheetLines(items, part[:first])
		if first < last {
			items = d.addTable(items, sheetTable(part[first:last]))
		}
		items = d.addSheetLines(items, part[last:])
		from = to
	}
	return items
}

// isTitleRow reports whether a row holds one label of a form and nothing else.
func (d *dictionary) isTitleRow(row sheetRow) bool {
	return len(row.filled) == 1 && len(d.words[loose(fold(row.filled[0].Text))]) > 0
}

func (d *dictionary) addSheetLines(items []item, rows []sheetRow) []item {
	for _, row := range rows {
		for _, c := range row.filled {
			items = addLines(items, strings.Split(c.Text, "\n"), c.Numbers, c.Pos)
			for k := range c.Tables {
				items = d.addTable(items, &c.Tables[k])
			}
		}
	}
	return items
}

// sheetTable makes a table of rows of a sheet, without the columns at its right
// that are empty in all of them.
func sheetTable(rows []sheetRow) *extract.Table {
	t := &extract.Table{Rows: len(rows), Pos: rows[0].filled[0].Pos}
	for _, row := range rows {
		for _, c := range row.filled {
			t.Cols = max(t.Cols, c.Col+c.ColSpan)
		}
	}
	for r, row := range rows {
		for _, c := range row.cells {
			if c.Col < t.Cols {
				c.Row = r
				t.Cells = append(t.Cells, c)
			}
		}
	}
	return t
}
