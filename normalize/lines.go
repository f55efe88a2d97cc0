package normalize

import (
	"slices"
	"strings"

	"luzhou/extract"
)

// item is one line of text or one table of figures, in reading order. Layout
// tables are gone: what stood in their cells follows in their order.
type item struct {
	text   string // trimmed; empty for a table
	number string // automatic list number beside the text
	pos    extract.Pos
	table  *extract.Table
	form   string // section whose form the table follows; empty when none
	lined  bool   // the table was put together from lines
	indent int    // blanks in front of the text, as wide as digits
}

// full returns the line as it was shown, its list number in front.
func (it item) full() string { return it.number + it.text }

// flatten turns a document into its lines and tables. Empty lines are dropped.
func (d *dictionary) flatten(doc *extract.Document) []item {
	var items []item
	for i := range doc.Blocks {
		b := &doc.Blocks[i]
		switch {
		case b.Paragraph != nil:
			items = addLines(items, strings.Split(b.Paragraph.Text, "\n"), []string{b.Paragraph.Number}, b.Paragraph.Pos)
		case b.Table != nil:
			items = d.addTable(items, b.Table)
		}
	}
	return items
}

func addLines(items []item, lines, numbers []string, pos extract.Pos) []item {
	for i, line := range lines {
		number := ""
		if i < len(numbers) {
			number = strings.TrimSpace(numbers[i])
		}
		line = asSeen(line)
		indent := indentOf(line)
		line = strings.TrimFunc(line, isBlank)
		if line != "" || number != "" {
			items = append(items, item{text: line, number: number, pos: pos, indent: indent})
		}
	}
	return items
}

// indentOf counts the blanks in front of a line, those of full width as two.
func indentOf(line string) (n int) {
	for _, r := range line {
		switch {
		case r == '\u3000':
			n += 2
		case isBlank(r):
			n++
		default:
			return n
		}
	}
	return n
}

func isBlank(r rune) bool {
	return foldRune(r) == 0 && !strings.ContainsRune("“”„‘’\"'「」『』〝〞", r)
}

func (d *dictionary) addTable(items []item, t *extract.Table) []item {
	t = unboxed(t)
	section := d.sectionOf(t)
	if section != statistics2014.Section || d.titled(t) { // its rows have the words of headings
		if rows := d.wholeRows(t, items); rows != nil {
			return d.addWhole(items, t, rows)
		}
	}
	return d.addPlain(items, t, section)
}

// addPlain adds a table of a section, or of none, that does not hold the report
// itself.
func (d *dictionary) addPlain(items []item, t *extract.Table, section string) []item {
	if section != "" || !d.isLayout(t) {
		items = append(items, item{pos: t.Pos, table: shown(t), form: section})
		for i := range t.Cells {
			for k := range t.Cells[i].Tables { // a table inside a figure table stands for itself
				items = d.addTable(items, &t.Cells[i].Tables[k])
			}
		}
		return items
	}
	for i := range t.Cells {
		items = d.addCell(items, &t.Cells[i])
	}
	return items
}

// unboxed returns a table in which cells that hold nothing but tables of one cell
// hold the text of these.
func unboxed(t *extract.Table) *extract.Table {
	copied := false
	for i := range t.Cells {
		c := &t.Cells[i]
		if len(c.Tables) == 0 || strings.TrimFunc(c.Text, isBlank) != "" ||
			slices.ContainsFunc(c.Tables, func(in extract.Table) bool { return len(in.Cells) != 1 || len(in.Cells[0].Tables) > 0 }) {
			continue
		}
		if !copied {
			u := *t
			u.Cells, copied = slices.Clone(t.Cells), true
			t, c = &u, &u.Cells[i]
		}
		var texts []string
		for _, in := range c.Tables {
			texts = append(texts, in.Cells[0].Text)
		}
		c.Text, c.Numbers, c.Tables = strings.Join(texts, "\n"), nil, nil
	}
	return t
}

// addCell adds the lines of a cell that only arranges text, and its tables where
// they stand among them.
func (d *dictionary) addCell(items []item, c *extract.Cell) []item {
	lines, from := strings.Split(c.Text, "\n"), 0
	for k := range c.Tables {
		to := min(max(c.Tables[k].After, from), len(lines))
		items = addLines(items, lines[from:to], tail(c.Numbers, from), c.Pos)
		items = d.addTable(items, &c.Tables[k])
		from = to
	}
	return addLines(items, lines[from:], tail(c.Numbers, from), c.Pos)
}

// shown returns a table with the list numbers of its cells put in front of
// their lines, as a reader of the page sees them.
func shown(t *extract.Table) *extract.Table {
	if !slices.ContainsFunc(t.Cells, func(c extract.Cell) bool { return c.Numbers != nil }) {
		return t
	}
	copied := *t
	copied.Cells = slices.Clone(t.Cells)
	for i := range copied.Cells {
		c := &copied.Cells[i]
		lines := strings.Split(c.Text, "\n")
		for k, number := range c.Numbers {
			if k < len(lines) {
				lines[k] = number + lines[k]
			}
		}
		c.Text, c.Numbers = strings.Join(lines, "\n"), nil
	}
	return &copied
}

func tail(list []string, from int) []string { return list[min(from, len(list)):] }

// minHits is how many labels of the forms make a table one of figures.
const minHits = 3

// isLayout reports whether a table only arranges text on a page: a box around
// it, or a grid that holds headings, the title or figure tables of a report. It
// is asked of tables of no form.
func (d *dictionary) isLayout(t *extract.Table) bool {
	return len(t.Cells) == 1 || d.holdsReport(t) || d.holdsSignature(t)
}

// holdsSignature reports whether a table only arranges the body and the date
// under a report.
func (d *dictionary) holdsSignature(t *extract.Table) bool {
	bodies, dates := 0, 0
	for i := range t.Cells {
		for line := range strings.SplitSeq(t.Cells[i].Text, "\n") {
			if line = strings.TrimFunc(line, isBlank); line == "" {
				continue
			}
			if s, ok := d.readSignature(line); ok && dates == 0 {
				dates++
				bodies += min(1, len(s.body))
			} else if d.bodyName(line) != "" {
				bodies++
			} else {
				return false
			}
		}
	}
	return bodies == 1 && dates == 1
}

func (d *dictionary) holdsReport(t *extract.Table) bool {
	for i := range t.Cells {
		c := &t.Cells[i]
		if strings.Contains(c.Text, "\n") || len(c.Tables) > 0 {
			for line := range strings.SplitSeq(c.Text, "\n") {
				if _, ok := d.findHeading(line); ok || isTitle(line) {
					return true
				}
			}
		}
		for k := range c.Tables {
			if d.sectionOf(&c.Tables[k]) != "" || d.holdsReport(&c.Tables[k]) {
				return true
			}
		}
	}
	return false
}

// sectionOf returns the section whose form a table follows by its labels, or
// "" when it follows none. Words that several sections use count for each.
func (d *dictionary) sectionOf(t *extract.Table) string {
	hits := map[string]int{}
	for i := range t.Cells {
		if text := t.Cells[i].Text; text != "" && len(text) < maxLabel && !plainCount(text) {
			for _, section := range d.sectionsOf(text) {
				hits[section]++
			}
		}
	}
	best, most := "", minHits-1
	for _, g := range Generations {
		for _, s := range g.Sections {
			if hits[s.Key] > most {
				best, most = s.Key, hits[s.Key]
			}
		}
	}
	return best
}

// maxLabel bounds, in bytes, the text that is looked up as a label.
const maxLabel = 400
