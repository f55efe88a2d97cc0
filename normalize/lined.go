package normalize

import (
	"slices"
	"strings"
	"unicode"

	"luzhou/extract"
)

// Some dumps print a table as lines of text, one cell a line or a label and its
// figures on one line. This file puts such lines back into rows: a known label
// opens a row, and the figures behind it are its cells. Blank cells left no line,
// so a row may be short; that is for the placement of figures to judge.

// minLined is how many row labels and how many figures make lines a table.
const minLined = 3

// maxPieces is how many lines one label may be broken into.
const maxPieces = 12

// word is a piece of a line: a label or a figure.
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
		if to < b.end && b.items[to].table != nil && b.words.sectionOf(b.items[to].table) == h.key {
			continue // the part has its table
		}
		if table, first, last := b.words.linedTable(h.key, b.items[from:to]); table != nil {
			b.replace(from+first, from+last, item{pos: table.Pos, table: table})
		}
	}
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
	for from := 0; from < len(items); {
		words, to := d.readWords(section, items, from)
		if t := d.rowsOfWords(section, words, items); t != nil && to-from > last-first {
			table, first, last = t, from, to
		}
		from = max(to, from+1)
	}
	return table, first, last
}

// readWords reads labels and figures from a line on, until one is neither.
func (d *dictionary) readWords(section string, items []item, from int) (words []word, to int) {
	for to = from; to < len(items); {
		if pageNumber(items[to].full()) {
			to++
			continue
		}
		w, next := d.readLabel(section, items, to)
		if next == to {
			break
		}
		words = append(words, w...)
		to = next
	}
	return words, to
}

// readLabel reads the words of one line, or of a label broken over several.
// next is the line to go on with, equal to at when nothing was recognised.
func (d *dictionary) readLabel(section string, items []item, at int) (words []word, next int) {
	text := ""
	for i := at; i < len(items) && i < at+maxPieces; i++ {
		label, figures := splitLine(items[i].full())
		if text += label; len(text) > maxLabel {
			break
		}
		if text == "" || d.isLabelOf(section, text) {
			if len(figures) == 0 {
				if longer, end := d.longerLabel(section, text, items, i+1); end > i+1 {
					return append(words, word{longer, true, at}), end
				}
			}
			if text != "" {
				words = append(words, word{text, true, at})
			}
			for _, f := range figures {
				words = append(words, word{f, false, i})
			}
			return words, i + 1
		}
		if len(figures) > 0 && i+1 < len(items) { // the rest of the label may follow its figures
			rest, more := splitLine(items[i+1].full())
			if len(more) == 0 && d.isLabelOf(section, text+rest) {
				words = append(words, word{text + rest, true, at})
				for _, f := range figures {
					words = append(words, word{f, false, i})
				}
				return words, i + 2
			}
		}
		if len(figures) > 0 {
			break
		}
	}
	return nil, at
}

// longerLabel continues a label with the lines from next on as far as the whole
// is a label still: （六）其他 and 处理 make one.
func (d *dictionary) longerLabel(section, text string, items []item, next int) (label string, end int) {
	label, end = text, next
	for i := next; i < len(items) && i < next+maxPieces; i++ {
		more, figures := splitLine(items[i].full())
		if text += more; len(figures) > 0 || len(text) > maxLabel {
			break
		}
		if d.isLabelOf(section, text) {
			label, end = text, i+1
		}
	}
	return label, end
}

// splitLine cuts the figures off the end of a line.
func splitLine(line string) (label string, figures []string) {
	fields := strings.FieldsFunc(line, func(r rune) bool { return unicode.IsSpace(r) || r == '|' })
	n := len(fields)
	for n > 0 && isFigure(fields[n-1]) {
		n--
	}
	return strings.Join(fields[:n], ""), fields[n:]
}

func (d *dictionary) isLabelOf(section, text string) bool {
	f := fold(text)
	for _, w := range []string{f, withoutRemark(f)} {
		if slices.Contains(d.words[loose(w)], section) {
			return true
		}
	}
	return false
}

// pageNumber matches lines such as -4- and — 4 —, which are no figures.
func pageNumber(line string) bool {
	s := foldFigure(line)
	inner := strings.Trim(s, "-")
	return len(inner) < len(s)-1 && strings.HasPrefix(s, "-") && strings.HasSuffix(s, "-") && strings.Trim(inner, "0123456789") == "" && inner != ""
}

// rowsOfWords makes the rows of a table, nil when the words are too few.
func (d *dictionary) rowsOfWords(section string, words []word, items []item) *extract.Table {
	t := &extract.Table{}
	rows, figures, open := 0, 0, false // open: the last row ends with the label of a row
	newRow := func() { t.Rows++; t.Cols = max(t.Cols, 1) }
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
			// the labels of columns that follow each other are one header row
			if i == 0 || !words[i-1].label || !d.isColumnLabel(section, w.text) || !d.isColumnLabel(section, words[i-1].text) {
				newRow()
			}
			open = d.isRowLabel(section, w.text)
			if open {
				rows++
			}
		default:
			figures++
			if previous := i == 0 || words[i-1].label; previous && !open {
				newRow()
			}
		}
		add(w)
	}
	if across(section) {
		rows = minLined
	}
	if rows < minLined || figures < minLined {
		return nil
	}
	t.Pos = t.Cells[0].Pos
	return t
}

// isRowLabel reports whether a label names a row rather than a column. 其他 and
// 总计 name both; they name a row only with their number.
func (d *dictionary) isRowLabel(section, text string) bool {
	number, _, _ := splitNumber(fold(text))
	for _, g := range Generations {
		form := FindTable(g.Key, section)
		if form == nil || form.Blocks[0].Across {
			continue
		}
		x := d.lexicons[form]
		if _, _, ok := x.rows.find(text, ""); !ok {
			continue
		}
		names := func(l *labels) bool { _, _, ok := l.find(text, ""); return ok }
		if number > 0 || !slices.ContainsFunc(x.columns, names) {
			return true
		}
	}
	return false
}

// isColumnLabel reports whether a label names a column and no row.
func (d *dictionary) isColumnLabel(section, text string) bool {
	if d.isRowLabel(section, text) {
		return false
	}
	return slices.ContainsFunc(Generations, func(g *Generation) bool {
		form := FindTable(g.Key, section)
		return form != nil && slices.ContainsFunc(d.lexicons[form].columns, func(l *labels) bool {
			_, _, ok := l.find(text, "")
			return ok
		})
	})
}

func across(section string) bool {
	return slices.ContainsFunc(Generations, func(g *Generation) bool {
		form := FindTable(g.Key, section)
		return form != nil && form.Blocks[0].Across
	})
}
