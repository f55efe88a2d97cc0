package normalize

// This file takes a report apart that stands in one table: its headings, its text
// and its form tables are rows of it.

import (
	"slices"
	"strings"

	"luzhou/extract"
)

// minParts is how many parts must have their heading, in words of the forms, in a
// table for it to hold the report. A form table has at most that of its own part above it.
const minParts = 2

// wholeRow is a row of a table that holds the report.
type wholeRow struct {
	all     []extract.Cell
	first   int // of those that hold something
	alone   bool
	heading *heading // named by the first
}

// wholeRows lists the rows of a table of figures that also holds headings of
// several parts, or on top that of its own, which no line above has; nil when it
// does not.
func (d *dictionary) wholeRows(t *extract.Table, above []item) []wholeRow {
	var parts []string
	filled, onTop := 0, false // the first row that holds anything is a numbered heading
	eachRow(t.Cells, func(cells []extract.Cell) {
		if first := slices.IndexFunc(cells, holdsAny); first >= 0 {
			filled++
			if h, ok := d.headingIn(&cells[first]); ok && !h.vague && !slices.Contains(parts, h.key) {
				onTop = onTop || filled == 1 && h.level == 1 && !slices.ContainsFunc(cells[first+1:], holdsAny) && !d.endsWith(above, h.key)
				parts = append(parts, h.key)
			}
		}
	})
	if len(parts) < minParts && !onTop {
		return nil
	}
	var rows []wholeRow
	listed := false // below the header of the list of indicators, whose rows have the words of headings
	eachRow(t.Cells, func(cells []extract.Cell) {
		row := wholeRow{all: cells, first: slices.IndexFunc(cells, holdsAny)}
		if row.first < 0 {
			return
		}
		if listed = listed || mayHeadList(cells[row.first].Text); listed {
			rows = append(rows, row)
			return
		}
		row.alone = !slices.ContainsFunc(cells[row.first+1:], holdsAny)
		if h, ok := d.headingIn(&cells[row.first]); ok && (row.alone || !h.vague) {
			row.heading = &h
		}
		rows = append(rows, row)
	})
	return rows
}

// endsWith reports whether the last line above a table heads that part.
func (d *dictionary) endsWith(above []item, key string) bool {
	if len(above) == 0 || above[len(above)-1].table != nil {
		return false
	}
	h, ok := d.findHeading(above[len(above)-1].full())
	return ok && h.key == key
}

// titled reports whether a table begins with the title of a report.
func (d *dictionary) titled(t *extract.Table) bool {
	const most = 4 // rows
	return slices.ContainsFunc(t.Cells, func(c extract.Cell) bool { return c.Row < most && isTitle(c.Text) })
}

// holdsAny reports whether there is anything in a cell.
func holdsAny(c extract.Cell) bool {
	return len(c.Tables) > 0 || strings.TrimFunc(c.Text, isBlank) != ""
}

// headingIn reads the first line of a cell as the heading of a part. A label of a
// form is none.
func (d *dictionary) headingIn(c *extract.Cell) (heading, bool) {
	line, _, _ := strings.Cut(c.Text, "\n")
	if len(line) > 4*headingLimit || len(d.sectionsOf(line)) > 0 {
		return heading{}, false
	}
	if len(c.Numbers) > 0 {
		line = c.Numbers[0] + line
	}
	return d.findHeading(line)
}

// addWhole adds what the rows hold: headings and text as lines, the rows between
// them as tables.
func (d *dictionary) addWhole(items []item, t *extract.Table, rows []wholeRow) []item {
	key := ""
	var open []extract.Cell // of the table that the last rows are
	flush := func() {
		if len(open) > 0 {
			rest := rowsOf(t, open)
			items = d.addPlain(items, rest, d.sectionOf(rest))
		}
		open = nil
	}
	for _, row := range rows {
		cells, alone := row.all, row.alone
		if row.heading != nil {
			flush()
			key = row.heading.key
			items = d.addCell(items, &cells[row.first])
			if alone {
				continue
			}
			cells = cells[row.first+1:]
			row.first = slices.IndexFunc(cells, holdsAny)
			alone = !slices.ContainsFunc(cells[row.first+1:], holdsAny)
		}
		if c := &cells[row.first]; alone && (len(c.Tables) > 0 || !d.isLabelOf(key, c.Text)) {
			flush()
			items = d.addCell(items, c)
			continue
		}
		open = append(open, cells...)
	}
	flush()
	return items
}

// rowsOf makes a table of some rows of another. Cells that reach down past the
// last of them are cut there.
func rowsOf(t *extract.Table, cells []extract.Cell) *extract.Table {
	from, to := cells[0].Row, cells[len(cells)-1].Row+1
	p := &extract.Table{Rows: to - from, Cols: t.Cols, Pos: cells[0].Pos, Cells: slices.Clone(cells)}
	for i := range p.Cells {
		c := &p.Cells[i]
		c.RowSpan = min(c.RowSpan, to-c.Row)
		c.Row -= from
	}
	return p
}
