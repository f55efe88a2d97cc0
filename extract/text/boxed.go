package text

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"luzhou/extract"
)

// Browsers and converters of text draw tables with lines, so that merged cells are
// told by the lines that are not there:
//
//	│          │申请人     │
//	│勾稽      ├──────┬────┤
//	│          │自然人│总计│
//
// This file reads such a table by where its lines stand on the page. It takes only
// a table whose lines all meet; any other is left to barRows.

// Characters of drawn tables. A junction joins lines of both directions.
const (
	uprights    = "│┃║"
	levels      = "─━═"
	junctions   = "┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝"
	asciiLevels = "-="
)

// pen tells what a program drew with and how wide it took its characters to be.
type pen struct {
	upright, level, junction string
	line, other              int // width of drawn and of ambiguous characters
}

// boxRows reads a table drawn with lines. Of lines that are none, it is not tried
// again from each.
func (b *builder) boxRows(lines []line) (grid, int) {
	if lines[0].no < b.unboxed {
		return grid{}, 0
	}
	first := strings.TrimLeft(lines[0].text, " \u3000")
	r, _ := utf8.DecodeRuneInString(first)
	drawn := strings.ContainsRune("┌┏╔├┣╠", r)
	if !drawn && r != '+' || !boxRule.MatchString(lines[0].text) {
		return grid{}, 0
	}
	n := 1
	for n < len(lines) {
		r, _ := utf8.DecodeRuneInString(strings.TrimLeft(lines[n].text, " \u3000"))
		if !strings.ContainsRune(uprights+junctions+"|+", r) {
			break
		}
		n++
	}
	pens := []pen{{upright: "|", level: asciiLevels, junction: "+", line: 1, other: 1}, {upright: "|", level: asciiLevels, junction: "+", line: 1, other: 2}}
	if drawn {
		pens = pens[:0]
		for _, size := range [][2]int{{1, 1}, {2, 2}, {1, 2}, {2, 1}} {
			pens = append(pens, pen{uprights, levels, junctions, size[0], size[1]})
		}
	}
	for _, p := range pens {
		if t, rules := p.table(lines[:n]); t != nil {
			return grid{table: t, rules: rules}, n
		}
	}
	b.unboxed = lines[n-1].no
	return grid{}, 0
}

// post is an upright or a junction of a line; what stands behind it up to the next
// post is text, or a drawn line.
type post struct {
	at       int // columns of the page to its left
	junction bool
	text     string // behind it
	drawn    bool   // text is nothing but a line
}

// posts cuts a line of the page at its uprights and junctions.
func (p pen) posts(s string) (list []post) {
	at, from := 0, 0
	for i, r := range s {
		upright, junction := strings.ContainsRune(p.upright, r), strings.ContainsRune(p.junction, r)
		if upright || junction {
			if len(list) > 0 {
				list[len(list)-1].text = s[from:i]
			}
			list = append(list, post{at: at, junction: junction})
			from = i + utf8.RuneLen(r)
		}
		at += p.widthOf(r)
	}
	for i := range list {
		l := &list[i]
		l.drawn = l.junction && l.text != "" && i+1 < len(list) && list[i+1].junction && strings.Trim(l.text, p.level) == ""
	}
	return list
}

func (p pen) widthOf(r rune) int {
	if r < utf8.RuneSelf {
		return 1
	}
	if strings.ContainsRune(uprights+levels+junctions, r) {
		return p.line
	}
	switch {
	case r >= 0x2E80 && r < 0xD7A4 || r >= 0xF900 && r < 0xFB00 || r >= 0xFE30 && r < 0xFE70 || r >= 0xFF00 && r < 0xFF61 || r >= 0x20000 && r < 0x40000:
		return 2 // UAX 11: wide and full-width
	case r == 0xA0 || r >= 0xC0 && r < 0x370 || r >= 0xFF61 && r < 0xFFE0:
		return 1
	}
	return p.other // quotes, dashes, ①, Ⅰ, and whatever else
}

// box is a drawn table under way.
type box struct {
	table   *extract.Table
	edges   []int // where columns begin and end on the page
	above   []*boxCell
	row     int
	written bool // the current row has text lines
}

// boxCell is a cell whose lower edge was not met yet.
type boxCell struct {
	extract.Cell
	lines   []string
	figures int // lines that are numbers
}

// table reads the lines of a page as a table; nil when the lines do not meet, or
// when the rows are not parted by lines.
func (p pen) table(lines []line) (t *extract.Table, rules int) {
	page, b := make([][]post, len(lines)), box{}
	for i, l := range lines {
		page[i] = p.posts(strings.TrimRight(l.text, " \u3000"))
		for k, at := range page[i] {
			if at.drawn {
				b.edges = append(b.edges, at.at, page[i][k+1].at)
			}
		}
	}
	slices.Sort(b.edges)
	if b.edges = slices.Compact(b.edges); len(b.edges) < 3 || len(b.edges) > extract.MaxGridCols {
		return nil, 0
	}
	b.table = &extract.Table{Cols: len(b.edges) - 1, Pos: extract.Pos{Line: lines[0].no}}
	b.above = make([]*boxCell, b.table.Cols)
	for i, posts := range page {
		if slices.ContainsFunc(posts, func(at post) bool { return at.drawn }) {
			rules++
		}
		if !b.line(posts, lines[i].no) {
			return nil, 0
		}
	}
	if slices.ContainsFunc(b.above, func(c *boxCell) bool { return c != nil }) || b.row < 2 {
		return nil, 0
	}
	b.table.Rows = b.row
	slices.SortFunc(b.table.Cells, func(a, b extract.Cell) int { return cmp.Or(a.Row-b.Row, a.Col-b.Col) })
	return b.table, rules
}

// line takes one line of the page; false when it does not fit.
func (b *box) line(posts []post, no int) bool {
	last := len(posts) - 1
	if last < 1 || posts[0].at != b.edges[0] || posts[last].at != b.edges[len(b.edges)-1] {
		return false
	}
	places := make([]int, len(posts))
	for k, at := range posts {
		var known bool
		if places[k], known = slices.BinarySearch(b.edges, at.at); !known {
			return false
		}
	}
	if !b.close(posts, places) {
		return false
	}
	for k, at := range posts[:last] {
		if !at.drawn && !b.text(places[k], places[k+1], strings.Trim(at.text, " \t\u3000"), no) {
			return false
		}
	}
	return true
}

// close ends the cells above the drawn pieces of a line; false when a piece ends
// below the middle of a cell.
func (b *box) close(posts []post, places []int) bool {
	ruled := map[int]bool{}
	for k, at := range posts {
		for c := places[k]; at.drawn && c < places[k+1]; c++ {
			ruled[c] = true
		}
	}
	if len(ruled) > 0 && b.written {
		b.row, b.written = b.row+1, false
	}
	for c := 0; c < len(b.above); c++ {
		cell := b.above[c]
		if cell == nil || !ruled[c] {
			continue
		}
		for i := range cell.ColSpan {
			if !ruled[cell.Col+i] {
				return false
			}
			b.above[cell.Col+i] = nil
		}
		cell.RowSpan, cell.Text = b.row-cell.Row, strings.Join(cell.lines, "\n")
		b.table.Cells = append(b.table.Cells, cell.Cell)
	}
	return true
}

// text adds a line to the cell between two edges; false when another cell is there,
// or when the line is a second number, so that rows are not parted.
func (b *box) text(from, to int, text string, no int) bool {
	cell := b.above[from]
	if cell == nil {
		cell = &boxCell{Cell: extract.Cell{Row: b.row, Col: from, ColSpan: to - from, Pos: extract.Pos{Line: no}}}
		for c := from; c < to; c++ {
			if b.above[c] != nil {
				return false
			}
			b.above[c] = cell
		}
	}
	b.written = true
	if cell.Col != from || cell.ColSpan != to-from {
		return false
	}
	if text == "" {
		return true
	}
	if len(cell.lines) == 0 {
		cell.Pos.Line = no
	}
	if cell.lines = append(cell.lines, text); isNumber(text) {
		cell.figures++
	}
	return cell.figures < 2 && len(cell.lines) <= maxRowLines
}
