package normalize

import (
	"regexp"
	"slices"
	"strings"

	"luzhou/extract"
)

// reading is a table of the source read under one form: which printed cells
// belong to which row, and in which order the columns stand.
type reading struct {
	words    *dictionary
	table    *Table
	blocks   []blockReading
	findings []extract.Finding
	unknown  int // labels the form does not have
	known    int // labels it has
}

// blockReading is the part of a reading for one block.
type blockReading struct {
	order    []int          // columns of the form in printed order; nil until a header was read
	rows     []*printedRow  // per row of the form; nil when not met
	header   []printedRow   // rows since the last figure that may be a header
	headed   bool           // a header was met, readable or not
	units    map[int]string // unit of money that the header prints, per column
	strange  []int          // columns in printed order with -1 for each that the form does not have; nil when there is none
	heads    []int          // columns named by a header of one row, repetitions included
	rowUnits map[int]string // of a listed form: the unit that each row prints
	lines    []*line        // nil when the columns are unknown
	sound    bool           // some reading of the lines keeps the sums
	padded   bool           // a line was certainly filled up with empty cells
}

func (d *dictionary) newReading(form *TableForm) *reading {
	r := &reading{words: d, table: NewTable(form), blocks: make([]blockReading, len(form.Blocks))}
	for b := range form.Blocks {
		r.blocks[b].rows = make([]*printedRow, len(form.Blocks[b].Rows))
	}
	return r
}

func (r *reading) add(code extract.Code, where string, pos *extract.Pos, args ...any) {
	r.findings = append(r.findings, kinds.Find(code, where, pos, args...))
}

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
}

func (d *dictionary) readStacked(form *TableForm, rows []printedRow) *reading {
	s := &stackedReader{reading: d.newReading(form), lexicon: d.lexicons[form], form: form, lastRow: -1}
	s.area = s.labelArea(rows)
	for i := range rows {
		s.row(rows[i])
	}
	return s.reading
}

// row files one printed row: a title, a row of figures, or part of a header.
func (s *stackedReader) row(row printedRow) {
	if len(row.labels) == 0 {
		if row.hasFigure() {
			s.extra(row, "")
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
	row.cells = withoutFillers(row.cells, s.area)
	label := row.labels[len(row.labels)-1]
	for _, c := range row.labels[:len(row.labels)-1] {
		s.under(c.Text)
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
	default:
		s.head(row)
	}
}

// lastOfPath cuts the labels of merged cells off the front of a label that holds
// them too, and notes them: （三）不予公开1.属于国家秘密.
func (s *stackedReader) lastOfPath(text string) string {
	rest := fold(text)
	if s.rows.has(rest) || s.parents[loose(rest)] {
		return text
	}
	for range s.depth() {
		_, _, words := splitNumber(rest)
		for p := range s.parents {
			if after, ok := strings.CutPrefix(words, p); ok && after != "" && s.rows.begins(after, s.parents) {
				s.under(p)
				rest = after
			}
		}
		if s.rows.has(rest) {
			return rest
		}
	}
	return text
}

// unslide gives words that stand behind the label of a row back to its figures:
// 暂无 in the first column is no label.
func (s *stackedReader) unslide(row printedRow) printedRow {
	last := len(row.labels) - 1
	if _, _, ok := s.rows.find(row.labels[last].Text, s.parent); ok || s.parents[loose(fold(row.labels[last].Text))] {
		return row
	}
	for i := last - 1; i >= 0; i-- {
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
	for _, columns := range s.columns {
		named := 0
		for _, c := range row.labels {
			if _, q, ok := columns.find(c.Text, ""); ok && q != near {
				named++
			}
		}
		if named >= min(2, len(columns.byLoose)) {
			return true
		}
	}
	return false
}

// under notes the label of a merged cell that the following rows stand under.
func (s *stackedReader) under(text string) bool {
	if p := loose(fold(text)); s.parents[p] {
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
	e := ExtraRow{Label: strings.TrimFunc(label, isBlank), After: s.last, Pos: row.pos()}
	for _, c := range row.cells {
		e.Cells = append(e.Cells, strings.Trim(c.Text, BlankMark))
	}
	s.table.Extra = append(s.table.Extra, e)
	s.unknown++
	s.add(RowUnknown, s.form.Section, row.pos(), e.Label, row.texts())
}

// figures files a row of figures under its block and row.
func (s *stackedReader) figures(row printedRow, label extract.Cell, item int, q quality) {
	at := s.owner[item]
	block := &s.form.Blocks[at[0]]
	key := block.Rows[at[1]].Key
	where := s.form.path(block, key, "")
	s.known++
	if q == exact && isTraditional(label.Text) {
		q = odd
	}
	switch text := strings.TrimFunc(label.Text, isBlank); q {
	case odd:
		s.add(LabelOdd, where, &label.Pos, text, block.Rows[at[1]].Text)
	case near:
		s.add(LabelNear, where, &label.Pos, text, block.Rows[at[1]].Text)
	}
	if item < s.lastRow {
		s.add(RowsReordered, where, &label.Pos, block.Rows[at[1]].Text)
	}
	b := &s.blocks[at[0]]
	s.readHeader(at[0])
	if first := b.rows[at[1]]; first != nil {
		if !first.hasFigure() && row.hasFigure() { // an empty form above the filled one
			filled := row
			b.rows[at[1]] = &filled
			row.cells, first = first.cells, &filled
		}
		if first.texts() == row.texts() || !row.hasFigure() {
			s.add(RowTwice, where, &label.Pos, block.Rows[at[1]].Text)
			return
		}
		s.add(RowRepeated, where, &label.Pos, block.Rows[at[1]].Text, say(first.texts()+" 与 "+row.texts(), first.texts()+" and "+row.texts()))
		b.rows[at[1]] = &printedRow{labels: row.labels, table: row.table} // contradictory: no figure is taken
		return
	}
	b.rows[at[1]] = &row
	s.last, s.lastRow = key, item
}

// readHeader makes the order of columns from the words printed since the last
// row of figures. The words may stand under the title of the block or, when
// titles are missing, under that of the block before.
func (s *stackedReader) readHeader(block int) {
	from := block
	if len(s.blocks[block].header) == 0 {
		from = s.block
	}
	header := s.blocks[from].header
	s.blocks[from].header, s.block = nil, block
	if len(header) == 0 {
		return
	}
	s.blocks[block].headed = true
	form := &s.form.Blocks[block]
	header = s.correctHead(block, header)
	order, unknown := s.columnOrder(form, s.columns[block], header)
	known := slices.DeleteFunc(slices.Clone(order), func(c int) bool { return c < 0 })
	s.blocks[block].strange = nil
	if len(known) == len(form.Columns) && len(order) > len(known) {
		s.blocks[block].strange = order
	}
	order = known
	s.known += len(order)
	s.unknown += unknown
	s.blocks[block].heads = repeatedHeads(s.columns[block], header)
	s.blocks[block].units = headerUnits(s.columns[block], header)
	switch {
	case len(order) == len(form.Columns):
		if !slices.IsSorted(order) && !slices.Equal(order, s.blocks[block].order) {
			s.add(ColumnsReordered, s.form.path(form, "", ""), header[0].pos(), columnTexts(form, order))
		}
		s.blocks[block].order = order
	case s.blocks[block].order == nil:
		s.unknown++
		s.add(HeaderUnclear, s.form.path(form, "", ""), header[0].pos(), headerTexts(header))
	}
}

// correctHead returns a header in which words that nearly name a column, one no
// other cell names, read as that column.
func (s *stackedReader) correctHead(block int, header []printedRow) []printedRow {
	columns, form := s.columns[block], &s.form.Blocks[block]
	named := map[int]bool{}
	each := func(f func(c *extract.Cell)) {
		for i := range header {
			for _, list := range [][]extract.Cell{header[i].labels, header[i].cells} {
				for k := range list {
					f(&list[k])
				}
			}
		}
	}
	each(func(c *extract.Cell) {
		if item, q, ok := columns.find(c.Text, ""); ok && q != near {
			named[item] = true
		}
	})
	if len(named) == len(form.Columns) {
		return header
	}
	header = slices.Clone(header)
	for i := range header {
		header[i].labels, header[i].cells = slices.Clone(header[i].labels), slices.Clone(header[i].cells)
	}
	each(func(c *extract.Cell) {
		if _, _, ok := columns.find(c.Text, ""); ok {
			return
		}
		if item, ok := columns.nearColumn(c.Text); ok && !named[item] {
			named[item] = true
			s.add(LabelNear, s.form.path(form, "", form.Columns[item].Key), &c.Pos, strings.TrimFunc(c.Text, isBlank), form.Columns[item].Text)
			c.Text = form.Columns[item].Text
		}
	})
	return header
}

// repeatedHeads lists the columns that a header of one row names, as often as it
// names them; nil when it names none twice.
func repeatedHeads(columns *labels, header []printedRow) []int {
	var list []int
	for _, c := range slices.Concat(header[len(header)-1].labels, header[len(header)-1].cells) {
		if item, ok := columns.known(c.Text); ok {
			list = append(list, item)
		}
	}
	if len(slices.Compact(slices.Sorted(slices.Values(list)))) == len(list) {
		return nil
	}
	return list
}

// columnOrder reads the order of a block's columns from the rows of its header.
// The columns of a group stand where the group's own label does, whichever row
// names them; without that label columns must stand in one row, or on a true
// grid. unknown counts words that name no column of the form.
//
// A word that no form of the section has is a column of its own, -1 in the order.
func (s *stackedReader) columnOrder(form *BlockForm, columns *labels, header []printedRow) (order []int, unknown int) {
	group := loose(fold(form.Group))
	var outer, inner []int
	var all []placedColumn
	mark, rows := -1, 0
	for _, row := range header {
		named, belowGroup := false, mark >= 0
		for _, c := range slices.Concat(row.labels, row.cells) {
			text := loose(fold(c.Text))
			item, q, ok := columns.find(c.Text, "")
			switch {
			case group != "" && text == group:
				mark, named = len(outer), true
			case ok && q != near && !slices.ContainsFunc(all, func(p placedColumn) bool { return p.column == item }):
				named = true
				all = append(all, placedColumn{item, c})
				if slices.Contains(form.Grouped, form.Columns[item].Key) {
					inner = append(inner, item)
				} else {
					outer = append(outer, item)
				}
			case text != "" && !ok:
				unknown++
				if !named || len(s.reading.words.words[text]) > 0 {
					continue
				}
				all = append(all, placedColumn{-1, c})
				if belowGroup {
					inner = append(inner, -1)
				} else {
					outer = append(outer, -1)
				}
			}
		}
		if named {
			rows++
		}
	}
	if mark >= 0 {
		return slices.Insert(outer, mark, inner...), unknown
	}
	if rows > 1 && !sortByGrid(all) {
		return nil, unknown
	}
	for _, p := range all {
		order = append(order, p.column)
	}
	return order, unknown
}

// placedColumn is a column of the form and the header cell that names it.
type placedColumn struct {
	column int
	cell   extract.Cell
}

// sortByGrid sorts columns by the places of their cells. It is false when these
// prove nothing: in a source without spans cells of different rows may share a
// place.
func sortByGrid(all []placedColumn) bool {
	slices.SortStableFunc(all, func(a, b placedColumn) int { return a.cell.Col - b.cell.Col })
	spans := false
	for i, p := range all {
		spans = spans || p.cell.RowSpan > 1
		if i > 0 && p.cell.Col < all[i-1].cell.Col+all[i-1].cell.ColSpan {
			return false
		}
	}
	return spans
}

// moneyUnit matches the unit of money at the end of a folded column label.
var moneyUnit = regexp.MustCompile(`\((?:单位[:：]?)?(万元|亿元|元)\)$`)

// headerUnits reads the units of money printed with the column labels.
func headerUnits(columns *labels, header []printedRow) map[int]string {
	var units map[int]string
	for _, row := range header {
		for _, c := range slices.Concat(row.labels, row.cells) {
			m := moneyUnit.FindStringSubmatch(fold(c.Text))
			if item, _, ok := columns.find(c.Text, ""); ok && m != nil {
				if units == nil {
					units = map[int]string{}
				}
				units[item] = m[1]
			}
		}
	}
	return units
}

func columnTexts(form *BlockForm, order []int) string {
	var list []string
	for _, c := range order {
		list = append(list, form.Columns[c].Text)
	}
	return strings.Join(list, "、")
}

func headerTexts(header []printedRow) string {
	var list []string
	for _, row := range header {
		for _, c := range slices.Concat(row.labels, row.cells) {
			if text := fold(c.Text); text != "" {
				list = append(list, text)
			}
		}
	}
	return strings.Join(list, "|")
}
