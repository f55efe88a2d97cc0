package normalize

import (
	"regexp"
	"strings"

	"luzhou/extract"
)

// Some pages and letters print a table with the name of its column beside each
// figure: （一）予以公开：自然人3件，商业企业1件. This file makes rows of such lines, each
// figure below the column it names.

// namedFigure matches a piece of a line that ends with a figure.
var namedFigure = regexp.MustCompile(`^(.*?\D)[:：]?\s*([-－—]?[0-9０-９][0-9０-９.,．，]*)\s*(?:件|项|条|次|个|宗|起)?$`)

// namedLine is what a line says: the text in front, and figures with their columns.
type namedLine struct {
	label   string
	columns []string
	figures []string
}

// readNamed reads a line of named figures of a section; ok is false when it has
// anything else behind the first of them.
func (d *dictionary) readNamed(section, line string) (n namedLine, ok bool) {
	rest := strings.TrimRight(strings.TrimFunc(line, isBlank), "。；;，,")
	for rest != "" {
		piece := rest
		if i := strings.IndexFunc(rest, parts); i >= 0 {
			piece, rest = rest[:i], strings.TrimLeftFunc(rest[i:], parts)
		} else {
			rest = ""
		}
		if next, _, _ := strings.Cut(rest, " "); isFigureText(next) && d.isColumnLabel(section, piece) { // 自然人 3
			piece, rest = piece+next, strings.TrimLeftFunc(rest[len(next):], parts)
		}
		m := namedFigure.FindStringSubmatch(piece)
		column := ""
		if m != nil {
			column = strings.TrimRight(m[1], ":：")
		}
		switch before, after, cut := cutLast(column, "：:"); {
		case m == nil:
		case d.isColumnLabel(section, column):
		case cut && len(n.columns) == 0 && d.isColumnLabel(section, after):
			n.label, column = n.label+before, after
		default:
			m = nil
		}
		switch {
		case m != nil:
			n.columns, n.figures = append(n.columns, column), append(n.figures, m[2])
		case len(n.columns) > 0:
			return n, false
		default: // a label may have marks within
			at := strings.Index(line, piece)
			end := at + len(piece)
			for end < len(line) && strings.IndexFunc(line[end:], parts) == 0 {
				end += len(line[end:]) - len(strings.TrimLeftFunc(line[end:], parts))
			}
			n.label, line = n.label+line[:end], line[end:]
		}
	}
	n.label = strings.Trim(n.label, " \u3000:：，,、；;")
	return n, len(n.columns) > 0
}

// parts reports whether a character parts the named figures of a line.
func parts(r rune) bool { return isGap(r) || strings.ContainsRune("，,、；;", r) }

func isFigureText(s string) bool {
	f := parseFigure(s)
	return f.state == Printed
}

// cutLast cuts a text at the last of some characters.
func cutLast(s, chars string) (before, after string, ok bool) {
	i := strings.LastIndexAny(s, chars)
	if i < 0 {
		return s, "", false
	}
	return s[:i], strings.TrimLeft(s[i:], chars), true
}

// minNamed is how many rows with named figures make lines a table.
const minNamed = 3

// namedRow is a row under way: its label, and its figures by column of the form. A
// label of others has none.
type namedRow struct {
	label   string
	figures map[int]string
	at      int // its line
}

// namedTable reads the lines of a section with named figures as a table with the
// columns of the form; nil when they are too few, a figure stands below no label, or
// a row names a column twice.
func (d *dictionary) namedTable(section string, items []item) (t *extract.Table, first, last int) {
	if d.columnCount(section) == 0 {
		return nil, 0, 0
	}
	form := FindTable(Generations[len(Generations)-1].Key, section)
	var rows []namedRow
	filled, open := 0, false // open: the line above is a label, or figures of the last row
	for i, it := range items {
		line := it.full()
		n, ok := d.readNamed(section, line)
		switch label := strings.Trim(line, ":： \u3000"); {
		case ok && n.label != "":
			rows = append(rows, namedRow{n.label, map[int]string{}, i})
		case ok && open:
		case ok && i > 0 && len(items[i-1].text) < maxLabel:
			rows = append(rows, namedRow{strings.Trim(items[i-1].full(), ":： \u3000"), map[int]string{}, i - 1})
		case ok:
			return nil, 0, 0
		case d.isLabelOf(section, label):
			rows, open = append(rows, namedRow{label, map[int]string{}, i}), true
			continue
		default:
			open = false
			if filled == 0 {
				rows = nil
			}
			continue
		}
		r := &rows[len(rows)-1]
		if open = true; len(r.figures) == 0 {
			filled++
		}
		if !r.take(d.lexicons[form].columns[0], n) {
			return nil, 0, 0
		}
		last = i + 1
	}
	if filled < minNamed {
		return nil, 0, 0
	}
	return namedCells(form.Blocks[0].Columns, rows, items), rows[0].at, last
}

// take files the figures of a line under their columns; false when one is there.
func (r *namedRow) take(columns *labels, n namedLine) bool {
	for k, name := range n.columns {
		column, known := columns.known(name)
		if _, twice := r.figures[column]; twice || !known {
			return false
		}
		r.figures[column] = n.figures[k]
	}
	return true
}

// namedCells makes the table of the rows, with the names of the columns above it.
func namedCells(columns []Column, rows []namedRow, items []item) *extract.Table {
	t := &extract.Table{Rows: 1 + len(rows), Cols: 1 + len(columns), Pos: items[rows[0].at].pos}
	add := func(r, c, at int, text string) {
		t.Cells = append(t.Cells, extract.Cell{Row: r, Col: c, RowSpan: 1, ColSpan: 1, Text: text, Pos: items[at].pos})
	}
	for c, column := range columns {
		add(0, 1+c, rows[0].at, column.Text)
	}
	for i, r := range rows {
		add(1+i, 0, r.at, r.label)
		for c := range columns {
			if len(r.figures) > 0 {
				add(1+i, 1+c, r.at, r.figures[c])
			}
		}
	}
	return t
}
