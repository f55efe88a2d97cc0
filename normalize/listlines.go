package normalize

import (
	"strings"

	"luzhou/extract"
)

// The list of indicators has rows that read like headings of the report: 一、主动公开情况.
// Where a dump prints it as lines, one cell or one row a line, this file puts them
// back into a table before headings are looked for.

// gatherList puts a table in the place of the lines from the header of the list on.
func (d *dictionary) gatherList(items []item) []item {
	tries := 0
	for i, it := range items {
		if it.table != nil || !mayHeadList(it.text) {
			continue
		}
		if tries++; tries > maxStarts {
			break
		}
		if t, n := d.listOfLines(items[i:]); t != nil {
			rest := append([]item{{pos: t.Pos, table: t, form: statistics2014.Section}}, items[i+n:]...)
			return append(items[:i:i], rest...)
		}
	}
	return items
}

// mayHeadList rules out nearly all lines without folding them: 统计指标, 指标名称.
func mayHeadList(text string) bool {
	return len(text) < maxLabel && strings.Contains(text, "指") && strings.Contains(text, "标") && indicatorHead(fold(text))
}

func indicatorHead(folded string) bool {
	return strings.HasPrefix(folded, statistics2014.Blocks[0].Stub) || strings.HasPrefix(folded, "指标名称")
}

// listRow is one row of the list under way.
type listRow struct {
	label, unit, figure string
	pos                 extract.Pos
}

// maxBrokenLabel is how many pieces without a number of their own a label is put
// together from.
const maxBrokenLabel = 3

// listOfLines reads the rows of the list. A label is followed by its unit, or a
// stroke, and by its number; a row of neither is the heading of others, and begins
// with a number. n is how many lines the list takes; nil without enough rows.
func (d *dictionary) listOfLines(items []item) (t *extract.Table, n int) {
	var rows []listRow
	var open *listRow // its label is read, its unit is not
	pieces, taken, last, headed := 0, 0, -1, false
	lines := 0
	for lines < len(items) && items[lines].table == nil {
		lines++
	}
	for _, tok := range tokensOf(items[:lines]) {
		if !headed { // the names of the columns
			if _, headed = d.lexicons[&statistics2014].columns[0].known(tok.text); !headed && (tok.item > 2 || len(tok.text) > maxLabel) {
				return nil, 0
			}
			continue
		}
		unit := isUnit(tok.text) || parseFigure(tok.text).state == Dash
		switch {
		case open != nil && unit:
			open.unit = tok.text
			rows, open = append(rows, *open), nil
			taken, last = len(rows), tok.item
		case open == nil && tok.number && last >= 0 && tok.item-last <= 1 && rows[len(rows)-1].figure == "":
			rows[len(rows)-1].figure = tok.text
			last = tok.item
		case tok.number || unit:
			return listTable(rows[:taken], items, last)
		case open != nil && !startsRow(tok.text):
			if pieces++; pieces > maxBrokenLabel {
				return listTable(rows[:taken], items, last)
			}
			open.label += tok.text
		default:
			if open != nil { // a heading without even a stroke
				rows = append(rows, *open)
			}
			open, pieces = &listRow{label: tok.text, pos: items[tok.item].pos}, 1
		}
	}
	return listTable(rows[:taken], items, last)
}

// startsRow reports whether a piece of text begins a row of the list.
func startsRow(text string) bool {
	f := fold(text)
	_, level, _ := splitNumber(f)
	return level > 0 || strings.HasPrefix(f, "其中")
}

// listTable makes a table of the rows, whose last line is that one.
func listTable(rows []listRow, items []item, last int) (t *extract.Table, n int) {
	if len(rows) < minListed {
		return nil, 0
	}
	t = &extract.Table{Rows: len(rows), Cols: 3, Pos: items[0].pos}
	for r, row := range rows {
		for c, text := range []string{row.label, row.unit, row.figure} {
			t.Cells = append(t.Cells, extract.Cell{Row: r, Col: c, RowSpan: 1, ColSpan: 1, Text: text, Pos: row.pos})
		}
	}
	return t, last + 1
}
