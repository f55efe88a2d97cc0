package normalize

import (
	"regexp"
	"slices"
	"strings"

	"luzhou/extract"
)

// Some dumps print a table as lines of text, one cell a line or a label and its
// figures on one line. This file puts such lines back into rows: a known label
// opens a row, and the figures behind it are its cells. Blank cells left no line,
// so a row may be short; that is for the placement of figures to judge.

// minLined is how many row labels and how many figures make lines a table.
const minLined = 3

// maxPieces is how many pieces one label may be broken into.
const maxPieces = 12

// token is what stands between two blanks of a line.
type token struct {
	text   string
	item   int  // index of its line
	number bool // a number and nothing else
}

// word is a label, put together from its pieces, or a figure.
type word struct {
	text  string
	label bool
	item  int // index of the line it began on
}

// gatherLines replaces the lines of a part that are a table by that table.
func (b *body) gatherLines() {
	for i := b.first; i < b.end; i++ {
		h, isHead := b.headings[i]
		if !isHead || !hasTable(h.key) {
			continue
		}
		from, to := i+1, i+1
		for to < b.end && b.items[to].table == nil {
			if _, next := b.headings[to]; next {
				break
			}
			to++
		}
		if to < b.end && b.items[to].form == h.key {
			continue // the part has its table
		}
		if table, first, last := b.words.namedTable(h.key, b.items[from:to]); table != nil {
			b.replace(from+first, from+last, item{pos: table.Pos, table: table, form: h.key})
			continue
		}
		table, first, last := b.words.linedTable(h.key, b.items[from:to])
		table = b.words.withBlankLines(h.key, table)
		if t, f, l, rows := b.words.wovenTable(h.key, b.items[from:to]); rows > 0 && rows >= b.words.countRows(h.key, table) {
			table, first, last = t, f, l
		}
		if across(h.key) {
			if t, f, l := b.words.placedAcross(h.key, b.items[from:to]); t != nil {
				table, first, last = t, f, l
			}
		}
		if table = b.words.withGaps(h.key, table, b.items[from:to]); table != nil {
			b.outside = append(b.outside, numbersLeft(table, b.items[from+first:from+last])...)
			b.replace(from+first, from+last, item{pos: table.Pos, table: table, form: h.key, lined: true})
		}
	}
}

// numbersLeft lists the lines that are a number alone, of a page, and no cell of the
// table that was made of the lines.
func numbersLeft(t *extract.Table, items []item) (left []item) {
	taken := map[extract.Pos]bool{}
	for _, c := range t.Cells {
		taken[c.Pos] = true
	}
	for _, it := range items {
		if !taken[it.pos] && bareNumber.MatchString(it.full()) {
			left = append(left, it)
		}
	}
	return left
}

// countRows counts the labels of rows in a table of lines.
func (d *dictionary) countRows(section string, t *extract.Table) (n int) {
	if t == nil {
		return 0
	}
	for _, c := range t.Cells {
		if c.Col == 0 && d.isRowLabel(section, c.Text) {
			n++
		}
	}
	return n
}

func hasTable(key string) bool {
	return slices.ContainsFunc(Generations, func(g *Generation) bool { return FindTable(g.Key, key) != nil })
}

// replace puts one item in the place of items from to to-1.
func (b *body) replace(from, to int, it item) {
	gone := to - from - 1
	b.items = slices.Replace(slices.Clone(b.items), from, to, it)
	moved := map[int]heading{}
	for i, h := range b.headings {
		if i >= to {
			i -= gone
		}
		moved[i] = h
	}
	b.headings = moved
	b.end -= gone
}

// linedTable reads the longest run of lines that are labels of a section and
// figures. first and last tell which lines it took.
func (d *dictionary) linedTable(section string, items []item) (table *extract.Table, first, last int) {
	tokens := tokensOf(items)
	for from := 0; from < len(tokens); {
		words, n := d.readWords(section, tokens[from:])
		to := from + n
		if n > 0 {
			begin, end := tokens[from].item, tokens[to-1].item+1
			if t := d.rowsOfWords(section, words, items); t != nil && end-begin > last-first {
				table, first, last = t, begin, end
			}
		}
		from = nextLine(tokens, max(to, from+1))
	}
	return table, first, last
}

// tokensOf cuts lines at blanks and bars.
func tokensOf(items []item) (list []token) {
	for i, it := range items {
		line := it.full()
		if marginal.MatchString(foldFigure(line)) {
			continue
		}
		for _, text := range strings.FieldsFunc(line, isGap) {
			list = append(list, token{text, i, parseFigure(text).state == Printed})
		}
	}
	return list
}

// nextLine is the first token from i on that begins a line.
func nextLine(tokens []token, i int) int {
	for i < len(tokens) && tokens[i].item == tokens[i-1].item {
		i++
	}
	return i
}

// marginal matches lines that are no part of a table, such as 单位：件.
var marginal = regexp.MustCompile(`^\(?(计量)?单位:.{1,8}\)?$`)

// pageMark matches lines such as -4-, P.9, 4/9 and 第3页.
var pageMark = regexp.MustCompile(`^(-+\d{1,3}-+|[Pp](age)?\.?\d{1,3}(-.*)?|\d{1,3}/\d{1,3}|第\d{1,3}页(,?共\d{1,3}页)?)$`)

// rowsOfWords makes the rows of a table, nil when the words are too few.
func (d *dictionary) rowsOfWords(section string, words []word, items []item) *extract.Table {
	t := &extract.Table{}
	rows, figures, open := 0, 0, false // open: the last row ends with the label of a row
	newRow := func() { t.Rows++; t.Cols = max(t.Cols, 1) }
	perLine := map[int]int{} // words by line
	for _, w := range words {
		perLine[w.item]++
	}
	add := func(w word) {
		col := 0
		if n := len(t.Cells); n > 0 && t.Cells[n-1].Row == t.Rows-1 {
			col = t.Cells[n-1].Col + 1
		}
		t.Cells = append(t.Cells, extract.Cell{Row: t.Rows - 1, Col: col, RowSpan: 1, ColSpan: 1, Text: w.text, Pos: items[w.item].pos})
		t.Cols = max(t.Cols, col+1)
	}
	for i, w := range words {
		switch {
		case w.label:
			// the labels of columns that follow each other, on one line or one a line,
			// are one header row
			if i == 0 || !words[i-1].label || !d.isColumnLabel(section, w.text) || !d.isColumnLabel(section, words[i-1].text) ||
				w.item != words[i-1].item && (perLine[w.item] > 1 || perLine[words[i-1].item] > 1) {
				newRow()
			}
			open = d.isRowLabel(section, w.text) || !d.isLabelOf(section, w.text) || d.headsGroup(section, words[i:])
			if open {
				rows++
			}
		default:
			figures++
			switch {
			case i+1 < len(words) && words[i+1].label && words[i+1].item == w.item && (i == 0 || words[i-1].item != w.item):
				newRow() // in front of a label it is none of the row above
			case i == 0 || words[i-1].label:
				if !open {
					newRow()
				}
			case w.item != words[i-1].item && perLine[w.item] == 1 && perLine[words[i-1].item] > 1 && bareNumber.MatchString(w.text):
				newRow() // alone below a line of figures: it may be the number of a page
			}
		}
		add(w)
	}
	if across(section) {
		rows = minLined
	} else if d.figuresFirst(section, words) {
		return nil
	}
	if rows < minLined || figures < minLined {
		return nil
	}
	t.Pos = t.Cells[0].Pos
	return t
}

// headsGroup reports whether the first of some words is a group of a section whose rows
// stand side by side, with a figure for each column of it behind.
func (d *dictionary) headsGroup(section string, words []word) bool {
	for _, g := range Generations {
		form := FindTable(g.Key, section)
		if form == nil || !form.Blocks[0].Across {
			continue
		}
		n := 1
		for n < len(words) && !words[n].label {
			n++
		}
		if _, ok := d.lexicons[form].findGroup(words[0].text); ok && n-1 == len(form.Blocks[0].Columns) {
			return true
		}
	}
	return false
}

// figuresFirst reports whether the figures of some rows may stand above their
// labels: figures come before the first label of a row under a header or title,
// and the last has none behind it.
func (d *dictionary) figuresFirst(section string, words []word) bool {
	above, last := false, "" // what the rows began with, and what was met last: a figure or a label
	for _, w := range words {
		switch {
		case !w.label:
			above = above || last == ""
			last = "figure"
		case d.isRowLabel(section, w.text):
			last = "label"
		case d.isColumnLabel(section, w.text) || d.isBlockTitle(section, w.text):
			if above && last == "label" {
				return true
			}
			above, last = false, ""
		}
	}
	return above && last == "label"
}

// across reports whether the forms of a section have their rows side by side.
func across(section string) bool { return acrossSize(section) > 0 }

// acrossSize is how many figures the row of such a section has, 0 of another.
func acrossSize(section string) int {
	for _, g := range Generations {
		if form := FindTable(g.Key, section); form != nil && form.Blocks[0].Across {
			return len(form.Blocks[0].Rows) * len(form.Blocks[0].Columns)
		}
	}
	return 0
}
