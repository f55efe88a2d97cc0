package text

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// tabRows reads consecutive lines of fields with tabs between them, or one line
// of many. Lines that have tabs only in front are cells of a dump, or prose
// moved to the right; and a list marker before a tab makes no table. Without a
// table, the lines up to the first that may begin a dump are prose.
func tabRows(lines []line) (g grid, n int) {
	fields, markers, widest, prose := 0, 0, 0, 0
	for n < len(lines) && !lines[n].blank() && strings.Contains(lines[n].text, "\t") {
		text := lines[n].text
		if strings.Contains(strings.TrimLeft(text, "\t"), "\t") {
			fields++
			widest = max(widest, len(filled(text)))
			if before, after, _ := strings.Cut(text, "\t"); listMarker.MatchString(before) && !strings.Contains(after, "\t") {
				markers++
			}
		}
		if prose == n && text[0] != '\t' {
			prose++
		}
		n++
	}
	if fields < 2 && widest < wideRow || fields*2 < n || markers*2 > n {
		return grid{}, prose
	}
	for _, l := range lines[:n] {
		g.rows = append(g.rows, cells(l, "\t"))
	}
	return g, n
}

// filled returns the fields of a line that are not empty.
func filled(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return r == '\t' })
}

// wideRow is how many fields make a row of a line that stands alone.
const wideRow = 4

var listMarker = regexp.MustCompile(`^[(（]?[0-9０-９一二三四五六七八九十]+[)）、.．]?$|^[•●·◆■\-*]$`)

// cells cuts a line at the separator.
func cells(l line, separator string) []line {
	parts := strings.Split(l.text, separator)
	row := make([]line, len(parts))
	for i, p := range parts {
		row[i] = line{p, l.no}
	}
	return row
}

// bars are the characters that stand between cells.
var bars = []string{"|", "｜", "│", "┃", "║"}

// barRows reads consecutive lines of fields with bars between them, or one line
// of many. Ruled lines are dropped. Outer bars are no cells when all rows have
// them. Lines of one cell with a bar behind it are no rows: each is a cell of a row
// whose end may have no mark.
func barRows(lines []line) (g grid, n int) {
	bar := barOf(lines)
	if bar == "" {
		return grid{}, 0
	}
	left, right := true, true
	var group []int // ruled lines above each row
	for ; n < len(lines) && !lines[n].blank(); n++ {
		l := lines[n]
		if rule(l.text) {
			g.rules++
			continue
		}
		if !strings.Contains(l.text, bar) {
			break
		}
		row := cells(line{strings.ReplaceAll(l.text, `\|`, escapedBar), l.no}, bar)
		for i := range row {
			row[i].text = unescape.Replace(strings.Trim(row[i].text, " \t\u3000"))
		}
		left, right = left && row[0].text == "", right && row[len(row)-1].text == ""
		g.rows, group = append(g.rows, row), append(group, g.rules)
	}
	if len(g.rows) == 0 || len(g.rows) == 1 && len(g.rows[0]) < wideRow {
		return grid{}, 0
	}
	if !left && len(g.rows) >= cellLines && !slices.ContainsFunc(g.rows, hasTwoCells) {
		return grid{}, n
	}
	for i, row := range g.rows {
		if left && len(row) > 1 {
			row = row[1:]
		}
		if right && left && len(row) > 1 {
			row = row[:len(row)-1]
		}
		g.rows[i] = row
	}
	g.rows = unwrapped(g.rows, group)
	return g, n
}

// cellLines is from how many lines on one cell a line is a habit.
const cellLines = 3

// hasTwoCells reports whether anything stands behind the first cell of a row.
func hasTwoCells(row []line) bool {
	return slices.ContainsFunc(row[1:], func(cell line) bool { return cell.text != "" })
}

// escapedBar stands for \| while a line is cut; the reader has dropped all
// control characters before.
const escapedBar = "\x00"

var unescape = strings.NewReplacer(escapedBar, "|", "<br>", "\n", "<br/>", "\n", "<br />", "\n")

// barOf returns the bar of the table that begins here: the one in the first
// line that is not ruled.
func barOf(lines []line) string {
	for _, l := range lines[:min(len(lines), 2)] {
		if rule(l.text) {
			continue
		}
		i := slices.IndexFunc(bars, func(b string) bool { return strings.Contains(l.text, b) })
		if i < 0 {
			return ""
		}
		return bars[i]
	}
	return ""
}

const drawn = `[─━═┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝│┃║]`

var (
	markdownRule = regexp.MustCompile(`^\s*\|?(\s*:?-+:?\s*\|)+(\s*:?-+:?)?\s*$`)
	boxRule      = regexp.MustCompile(`^\s*([+][-=+]{2,}[+]|` + drawn + `*[─━═]{2,}` + drawn + `*)\s*$`)
)

// rule tells whether a line only draws. A row of single dashes is one of values.
func rule(s string) bool {
	switch {
	case strings.Contains(s, "---") || strings.Contains(s, ":-") || strings.Contains(s, "-:"):
		return markdownRule.MatchString(s) || boxRule.MatchString(s)
	case strings.Contains(s, "--") || strings.Contains(s, "==") || strings.Contains(s, "─") || strings.Contains(s, "━") || strings.Contains(s, "═"):
		return boxRule.MatchString(s)
	}
	return false
}

// minBare is how many strokes make a ruled line of one that has no bars; four stand
// for no unit in the list of indicators.
const minBare = 5

// bareRule tells whether a line outside of tables only draws: pieces of strokes, as
// long as the columns are wide.
func bareRule(s string) bool {
	if strings.Trim(s, " \t\u3000-=─━═") != "" {
		return false
	}
	longest := 0
	for _, piece := range strings.Fields(s) {
		longest = max(longest, utf8.RuneCountInString(piece))
	}
	return longest >= minBare
}
