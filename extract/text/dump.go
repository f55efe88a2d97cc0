package text

import (
	"strings"
	"unicode/utf8"
)

// dumpRows reads the rows of a tab-cell dump, as text extractors write the
// tables of Word: each cell is a line behind one tab, an empty line ends the
// row, a line without a tab goes on with the cell above it, and a second empty
// line or a line without a tab ends the table. A merged cell that goes on is an
// empty cell. Prose indented by tabs looks alike: it has rows of one cell, or
// cells as long as paragraphs.
func (b *builder) dumpRows(lines []line) (g grid, n int) {
	var row []line
	for n < len(lines) {
		l := lines[n]
		switch {
		case strings.HasPrefix(l.text, "\t"):
			cell, taken := b.dumpCell(lines[n:])
			row = append(row, cell)
			n += taken
			continue
		case !b.endsRow(l):
			return g.orProse(), n
		}
		g.rows = append(g.rows, row)
		row = nil
		n++
		if n == len(lines) || !strings.HasPrefix(lines[n].text, "\t") {
			return g.orProse(), n
		}
	}
	if row != nil {
		g.rows = append(g.rows, row)
	}
	return g.orProse(), n
}

// dumpCell reads a cell: a line behind a tab and the lines that go on with it.
func (b *builder) dumpCell(lines []line) (cell line, n int) {
	text := []string{lines[0].text[1:]}
	for n = 1; n < len(lines) && !b.endsRow(lines[n]) && !strings.HasPrefix(lines[n].text, "\t"); n++ {
		text = append(text, lines[n].text)
	}
	return line{strings.Join(text, "\n"), lines[0].no}, n
}

// endsRow tells whether a line ends a row of a dump. Where that is a line of
// nothing, a line of blanks is an empty paragraph of its cell.
func (b *builder) endsRow(l line) bool { return l.empty() && (l.text == "" || !b.bareEnds) }

// bareEnds tells whether the rows of the dumps in a text end with lines of nothing:
// at least half of the lines behind a cell that show nothing hold nothing.
func bareEnds(lines []line) bool {
	bare, blank := 0, 0
	for i := 1; i < len(lines); i++ {
		switch {
		case !strings.HasPrefix(lines[i-1].text, "\t") || !lines[i].empty():
		case lines[i].text == "":
			bare++
		default:
			blank++
		}
	}
	return bare > 0 && bare >= blank
}

// longCell is the length in characters from which a cell reads like prose.
const longCell = 60

// orProse drops the rows when they are more likely indented paragraphs.
func (g grid) orProse() grid {
	widest, long, filled := 0, 0, 0
	for _, row := range g.rows {
		widest = max(widest, len(row))
		for _, c := range row {
			if c.text == "" {
				continue
			}
			filled++
			if utf8.RuneCountInString(c.text) >= longCell {
				long++
			}
		}
	}
	if len(g.rows) < 2 || widest < 2 || long*2 > filled {
		return grid{}
	}
	return g
}
