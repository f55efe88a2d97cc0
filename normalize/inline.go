package normalize

import (
	"strings"
	"unicode/utf8"

	"luzhou/extract"
)

// Lines of a table in columns of one width show a blank as a wider gap. Where the
// rows that have all their figures have them at the same places of the line, this
// file puts the figures of the others into the columns they stand in.

// withGaps puts empty cells into the rows of a table of lines whose figures stand in
// one line each.
func (d *dictionary) withGaps(section string, t *extract.Table, items []item) *extract.Table {
	n := d.columnCount(section)
	if t == nil || n == 0 {
		return t
	}
	for _, extra := range []func(string) int{wideRunes, wideWithoutMarks} {
		if u := d.inColumns(section, t, items, n, extra); u != nil {
			return u
		}
	}
	return t
}

// wideWithoutMarks is how much wider a text is than its number of characters for a
// program that takes quotes and dashes to be as wide as digits.
func wideWithoutMarks(s string) (n int) {
	for _, r := range s {
		if r >= firstWide {
			n++
		}
	}
	return n
}

// inColumns is the table with the empty cells; nil when no row needs any, or the
// figures do not stand in columns. extra tells how much wider a text is than its
// number of characters.
func (d *dictionary) inColumns(section string, t *extract.Table, items []item, n int, extra func(string) int) *extract.Table {
	byLine := map[int]*item{}
	for i := range items {
		byLine[items[i].pos.Line] = &items[i]
	}
	var left, right []int // where the columns begin and end
	full, short := 0, false
	eachRow(t.Cells, func(row []extract.Cell) {
		figures := d.lineFigures(section, row)
		from, to := placesInLine(figures, byLine, extra)
		switch {
		case len(from) == 0 || len(from) > n:
		case len(from) < n:
			short = true
		case full == 0:
			left, right, full = from, to, 1
		default:
			full++
			left, right = agreed(left, from), agreed(right, to)
		}
	})
	if !short || full < minFullRows || left == nil && right == nil {
		return nil
	}
	u, fits := *t, true
	u.Cells = make([]extract.Cell, 0, len(t.Cells))
	eachRow(t.Cells, func(row []extract.Cell) {
		figures := d.lineFigures(section, row)
		from, to := placesInLine(figures, byLine, extra)
		if len(figures) == 0 || len(figures) == n {
			u.Cells = append(u.Cells, row...)
			return
		}
		at := columnsAt(left, from)
		if at == nil {
			at = columnsAt(right, to)
		}
		if at == nil {
			fits = false
			return
		}
		label := row[len(row)-len(figures)-1]
		u.Cells = append(u.Cells, row[:len(row)-len(figures)]...)
		for c := range n {
			cell := extract.Cell{Pos: label.Pos}
			if len(at) > 0 && at[0] == c {
				cell, figures, at = figures[0], figures[1:], at[1:]
			}
			cell.Row, cell.Col, cell.RowSpan, cell.ColSpan = label.Row, label.Col+1+c, 1, 1
			u.Cells = append(u.Cells, cell)
			u.Cols = max(u.Cols, cell.Col+1)
		}
	})
	if !fits {
		return nil
	}
	return &u
}

// placesInLine are the columns of the page at which figures begin and end that stand
// behind each other at the end of one line; none when they do not.
func placesInLine(figures []extract.Cell, byLine map[int]*item, extra func(string) int) (from, to []int) {
	if len(figures) == 0 {
		return nil, nil
	}
	it := byLine[figures[0].Pos.Line]
	if it == nil || figures[0].Pos.Line == 0 || it.number != "" {
		return nil, nil
	}
	rest := it.text
	for i := len(figures) - 1; i >= 0; i-- {
		rest = strings.TrimRightFunc(rest, isGap)
		end := it.indent + utf8.RuneCountInString(rest) + extra(rest)
		var ok bool
		if rest, ok = strings.CutSuffix(rest, figures[i].Text); !ok || figures[i].Pos.Line != figures[0].Pos.Line {
			return nil, nil
		}
		from, to = append([]int{it.indent + utf8.RuneCountInString(rest) + extra(rest)}, from...), append([]int{end}, to...)
	}
	return from, to
}

// agreed is a list when another is the same, else nil.
func agreed(places, other []int) []int {
	for i, p := range places {
		if other[i] != p {
			return nil
		}
	}
	return places
}

// columnsAt are the columns whose places those are, in order; nil when one is none.
func columnsAt(columns, places []int) (at []int) {
	c := 0
	for _, p := range places {
		for c < len(columns) && columns[c] < p {
			c++
		}
		if c == len(columns) || columns[c] != p {
			return nil
		}
		at = append(at, c)
	}
	return at
}
