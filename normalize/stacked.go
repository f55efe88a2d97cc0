package normalize

import (
	"slices"
	"strings"

	"luzhou/extract"
)

// stackedReader reads a table whose blocks stand one below the other.
type stackedReader struct {
	*reading
	*lexicon
	form    *TableForm
	parent  string // loose text of the label the current rows stand under
	block   int    // current block
	last    string // key of the last row read
	lastRow int    // its number over all blocks, for the order of rows
	area    int    // columns that hold labels only, 0 if not known
	spent   int    // one more than the piece in which a row of no form was met last

	lastLabel *extract.Cell // the label of the last row read
	lastTable int           // the piece it stands in
	lastItem  int           // its number over all blocks, also of a row that stands again
}

func (d *dictionary) newStacked(form *TableForm) *stackedReader {
	return &stackedReader{reading: d.newReading(form), lexicon: d.lexicons[form], form: form, lastRow: -1}
}

func (d *dictionary) readStacked(form *TableForm, rows []printedRow) *reading {
	s := d.newStacked(form)
	rows = s.withoutUnits(rows)
	s.area = s.labelArea(rows)
	for _, row := range s.rejoin(rows) {
		s.row(row)
	}
	return s.reading
}

// row files one printed row: a title, a row of figures, or part of a header.
func (s *stackedReader) row(row printedRow) {
	s.dropSpent(row.table)
	if len(row.labels) == 0 {
		if row.hasFigure() {
			s.unlabelled(row)
		}
		return
	}
	if len(s.form.Blocks) > 1 && s.title(row) {
		return
	}
	if s.isHeader(row) {
		s.head(row)
		return
	}
	row = s.unslide(row)
	row.cells = withoutFillers(row.cells, s.labelsEnd(row))
	label := row.labels[len(row.labels)-1]
	for _, c := range row.labels[:len(row.labels)-1] {
		if !s.under(c.Text) {
			s.underNear(c.Text)
		}
	}
	text := s.lastOfPath(label.Text)
	item, q, ok := s.rows.find(text, s.parent)
	switch {
	case ok && len(row.cells) > 0:
		s.figures(row, label, item, q)
	case s.under(label.Text):
		if row.hasFigure() { // figures beside the label of other rows are of no row of the form
			s.extra(row, label.Text)
		}
	case row.hasFigure():
		s.extra(row, label.Text)
	case s.underNear(label.Text):
	default:
		if ok {
			at := s.owner[item]
			s.blocks[at[0]].bare[at[1]] = true
		}
		s.head(row)
	}
}

// underNear notes a label that is nearly that of a merged cell.
func (s *stackedReader) underNear(text string) bool {
	p := s.nearParent(text)
	return p != "" && s.under(p)
}

// dropSpent drops a header that headed rows of no form when the next piece begins:
// it is of another table.
func (s *stackedReader) dropSpent(table int) {
	b := &s.blocks[s.block]
	if s.spent > 0 && s.spent != table+1 && len(b.header) > 0 && b.header[len(b.header)-1].table == s.spent-1 {
		b.header = nil
	}
}

// lastOfPath cuts the labels of merged cells off the front of a label that holds
// them too, and notes them: （三）不予公开1.属于国家秘密.
func (s *stackedReader) lastOfPath(text string) string {
	if _, whole := s.rows.ready[text]; whole {
		return text
	}
	rest := fold(text)
	if s.rows.has(rest) || s.parents[loose(rest)] {
		return text
	}
	for range s.depth() {
		_, _, words := splitNumber(rest)
		for _, p := range s.outer {
			if after, ok := strings.CutPrefix(words, p); ok && after != "" && (s.rows.begins(after, s.outer) || s.nearly(after, p)) {
				s.under(p)
				rest = after
				break
			}
		}
		if s.rows.has(rest) || s.nearly(rest, s.parent) {
			return rest
		}
	}
	return text
}

// nearly reports whether a numbered text is nearly the label of a row under a
// parent.
func (s *stackedReader) nearly(text, parent string) bool {
	number, _, _ := splitNumber(text)
	if number == 0 || parent == "" {
		return false
	}
	_, q, ok := s.rows.find(text, parent)
	return ok && q == near
}

// unslide gives words that stand behind the label of a row back to its figures:
// 暂无 in the first column is no label. A label of any form is.
func (s *stackedReader) unslide(row printedRow) printedRow {
	last := len(row.labels) - 1
	if _, _, ok := s.rows.find(row.labels[last].Text, s.parent); ok || s.parents[loose(fold(row.labels[last].Text))] {
		return row
	}
	for i := last - 1; i >= 0 && !s.reading.words.isLabelOf(s.form.Section, row.labels[i+1].Text); i-- {
		item, q, ok := s.rows.find(row.labels[i].Text, s.parent)
		if !ok || q == near {
			continue
		}
		if r := row.after(i); len(r.cells) <= len(s.form.Blocks[s.owner[item][0]].Columns) {
			return r
		}
	}
	return row
}

// isHeader reports whether a row without figures names columns. Words that name
// a row as well, such as 其他 and 总计, make this the first question.
func (s *stackedReader) isHeader(row printedRow) bool {
	if row.hasFigure() {
		return false
	}
	if len(row.cells) == 0 && len(row.labels) == 1 {
		return false
	}
	names := func(known func(columns *labels, text string) bool) bool {
		return slices.ContainsFunc(s.columns, func(columns *labels) bool {
			named := 0
			for i := range row.labels {
				if known(columns, row.labels[i].Text) {
					named++
				}
			}
			return named >= min(2, len(columns.byLoose))
		})
	}
	return names((*labels).isPrinted) || names(func(columns *labels, text string) bool {
		_, q, ok := columns.find(text, "")
		return ok && q != near
	})
}

// under notes the label of a merged cell that the following rows stand under.
func (s *stackedReader) under(text string) bool {
	p := loose(fold(text))
	if isWorn(p) {
		p = s.wornParent(fold(text))
	}
	if s.parents[p] {
		s.parent = p
		s.known++
		return true
	}
	return false
}

func (s *stackedReader) title(row printedRow) bool {
	if len(row.labels) != 1 {
		return false
	}
	item, _, ok := s.titles.find(row.labels[0].Text, "")
	if !ok || row.hasFigure() {
		return false
	}
	s.block, s.known = item, s.known+1
	s.blocks[item].header = nil
	return true
}

// head keeps a row of words for the header of the block it precedes.
func (s *stackedReader) head(row printedRow) {
	b := &s.blocks[s.block]
	b.header = append(b.header, row)
}

// extra keeps a row that the form does not have.
func (s *stackedReader) extra(row printedRow, label string) {
	e := ExtraRow{Label: strings.TrimFunc(label, isBlank), After: s.last, Cells: cellTexts(row.cells), Pos: row.pos()}
	s.table.Extra = append(s.table.Extra, e)
	s.spent = row.table + 1
	s.unknown++
	s.add(RowUnknown, s.form.Section, row.pos(), e.Label, row.texts())
}

// figures files a row of figures under its block and row.
func (s *stackedReader) figures(row printedRow, label extract.Cell, item int, q quality) {
	at := s.owner[item]
	block := &s.form.Blocks[at[0]]
	key := block.Rows[at[1]].Key
	tell := func(code extract.Code, args ...any) {
		s.add(code, s.form.path(block, key, ""), &label.Pos, args...)
	}
	s.known++
	if q == exact && isTraditional(label.Text) {
		q = odd
	}
	switch text := strings.TrimFunc(label.Text, isBlank); q {
	case odd:
		tell(LabelOdd, text, block.Rows[at[1]].Text)
	case near:
		tell(LabelNear, text, block.Rows[at[1]].Text)
	}
	if item < s.lastRow {
		tell(RowsReordered, block.Rows[at[1]].Text)
	}
	again := s.lastLabel == nil || s.lastTable != row.table || item < s.lastItem
	s.lastLabel, s.lastTable, s.lastItem = &label, row.table, item
	b := &s.blocks[at[0]]
	s.readHeader(at[0])
	if first := b.rows[at[1]]; first != nil {
		if !first.hasFigure() && row.hasFigure() && b.startsAgain(again) {
			filled := row
			b.rows[at[1]] = &filled
			row.cells, first = first.cells, &filled
		}
		if first.texts() == row.texts() || !row.hasFigure() {
			if first.hasFigure() != row.hasFigure() && !b.again {
				b.emptyTwin = append(b.emptyTwin, at[1])
			}
			tell(RowTwice, block.Rows[at[1]].Text)
			return
		}
		tell(RowRepeated, block.Rows[at[1]].Text, say(first.texts()+" 与 "+row.texts(), first.texts()+" and "+row.texts()))
		b.rows[at[1]] = &printedRow{labels: row.labels, table: row.table} // contradictory: no figure is taken
		return
	}
	b.rows[at[1]] = &row
	s.last, s.lastRow = key, item
}
