package normalize

// This file reads the header of a block: which column of the form stands where.

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"luzhou/extract"
)

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
	lost := s.findLost(form, s.columns[block], order, header)
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
	s.blocks[block].first = firstColumn(s.columns[block], header)
	b := &s.blocks[block]
	if b.lost != nil && (lost == nil || lost.column != b.lost.column) { // headers that differ prove nothing
		s.findings = append(s.findings, b.lost.unclear)
		b.lost = nil
		lost = nil
	}
	switch {
	case len(order) == len(form.Columns):
		if !slices.IsSorted(order) && !slices.Equal(order, s.blocks[block].order) {
			s.add(ColumnsReordered, s.form.path(form, "", ""), header[0].pos(), columnTexts(form, order))
		}
		s.blocks[block].order = order
		b.over, b.piece = header, header[0].table
	case s.blocks[block].order == nil:
		s.unknown++
		b.unread = header
		unclear := kinds.Find(HeaderUnclear, s.form.path(form, "", ""), header[0].pos(), headerTexts(header))
		if s.findAbsent(block, order, header); b.some != nil {
			b.unclear = unclear
		}
		if b.lost = lost; lost != nil {
			lost.unclear = unclear
			b.named = namedColumns(s.columns[block], header)
		} else if b.some == nil {
			s.findings = append(s.findings, unclear)
		}
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
		item, q, ok := columns.find(c.Text, "")
		if ok && q != near {
			return
		}
		if !ok {
			item, ok = columns.nearColumn(c.Text)
		}
		if ok && !named[item] {
			named[item] = true
			s.add(LabelNear, s.form.path(form, "", form.Columns[item].Key), &c.Pos, strings.TrimFunc(c.Text, isBlank), form.Columns[item].Text)
			c.Text = form.Columns[item].Text
		}
	})
	if len(named) < len(form.Columns) {
		for _, p := range s.alikeColumns(columns, form, header, named) {
			s.add(LabelNear, s.form.path(form, "", form.Columns[p.column].Key), &p.cell.Pos, strings.TrimFunc(p.cell.Text, isBlank), form.Columns[p.column].Text)
			each(func(c *extract.Cell) {
				if c.Row == p.cell.Row && c.Col == p.cell.Col && c.Text == p.cell.Text {
					c.Text = form.Columns[p.column].Text
				}
			})
		}
	}
	return header
}

// repeatedHeads lists the columns that a header of one row names, as often as it
// names them; nil when it names none twice.
func repeatedHeads(columns *labels, header []printedRow) []int {
	var list []int
	for c := range header[len(header)-1].each() {
		if item, ok := columns.known(c.Text); ok {
			list = append(list, item)
		}
	}
	if len(slices.Compact(slices.Sorted(slices.Values(list)))) == len(list) {
		return nil
	}
	return list
}

// firstColumn is the cell of the first column that a header of one row names.
func firstColumn(columns *labels, header []printedRow) *extract.Cell {
	if len(header) > 1 {
		return nil
	}
	cells := header[0].labels
	if i := slices.IndexFunc(cells, func(c extract.Cell) bool { _, _, ok := columns.find(c.Text, ""); return ok }); i >= 0 {
		return &cells[i]
	}
	return nil
}

// front is how many cells of a row behind its label stand left of the first
// column that the header names, -1 when the header does not tell.
func (b *blockReading) front(row *printedRow) int {
	if b.first == nil || row == nil || len(row.labels) != 1 {
		return -1
	}
	n := 0
	for n < len(row.cells) && row.cells[n].Col < b.first.Col {
		n++
	}
	return n
}

// groupEdits is how many characters the label of a group of columns may differ
// by: 法人和其他组织, 法人或者其他组织.
const groupEdits = 1

// isGroup reports whether a text names the group of columns: in the words of the
// form, but for a few characters, or beginning as these do and much alike.
func (b *BlockForm) isGroup(text string) bool {
	group := loose(fold(b.Group))
	if group == "" || len(text) > maxLabel {
		return false
	}
	words := loose(fold(text))
	if editDistance(words, group, groupEdits) <= groupEdits || isWorn(words) && fitsWorn(wornPattern(words), group) {
		return true
	}
	_, size := utf8.DecodeRuneInString(group)
	if !strings.HasPrefix(words, group[:size]) {
		return false
	}
	words = loose(withoutRemark(fold(text)))
	_, part := without(group, words) // 法人组织
	return part && utf8.RuneCountInString(words) >= minPiece || editDistance(words, group, groupEdits) <= groupEdits
}

// columnOrder reads the order of a block's columns from the rows of its header.
// When one row names them all, that is the order. Else the columns of a group
// stand where the group's own label does, in one row with the others or between
// them: a label above or below them all may stand higher or lower on the page and
// says nothing. Without that, columns must stand on a true grid. unknown counts
// words that name no column of the form.
//
// A word that no form of the section has is a column of its own, -1 in the order.
func (s *stackedReader) columnOrder(form *BlockForm, columns *labels, header []printedRow) (order []int, unknown int) {
	var outer, inner []int
	var all []placedColumn
	mark, beside, rows := -1, 0, 0 // beside: columns outside the group, in the row of its label
	for _, row := range header {
		named, belowGroup, before, outside := false, mark >= 0, len(all), len(outer)
		for c := range row.each() {
			text := loose(fold(c.Text))
			item, q, ok := columns.find(c.Text, "")
			switch {
			case !columns.isPrinted(c.Text) && form.isGroup(c.Text):
				mark, named = len(outer), true
			case ok && q != near && !slices.ContainsFunc(all, func(p placedColumn) bool { return p.column == item }):
				named = true
				all = append(all, placedColumn{item, *c})
				if slices.Contains(form.Grouped, form.Columns[item].Key) {
					inner = append(inner, item)
				} else {
					outer = append(outer, item)
				}
			case text != "" && !ok && !s.heads[headWord(text)]:
				unknown++
				if !named || len(s.reading.words.words[text]) > 0 {
					continue
				}
				all = append(all, placedColumn{-1, *c})
				if belowGroup {
					inner = append(inner, -1)
				} else {
					outer = append(outer, -1)
				}
			}
		}
		if len(all) > before {
			rows++
		}
		if mark >= 0 && !belowGroup {
			beside = len(outer) - outside
		}
	}
	switch {
	case rows > 1 && mark >= 0 && (beside == len(outer) || mark > 0 && mark <= len(outer)):
		return slices.Insert(outer, mark, inner...), unknown
	case rows > 1 && !sortByGrid(all):
		return nil, unknown
	case rows == 1 && form.Group != "" && mark < 0 && len(inner) > 0 && len(outer) > 1 && split(all, outer, inner):
		return nil, unknown
	}
	for _, p := range all {
		order = append(order, p.column)
	}
	return order, unknown
}

// split reports whether the columns of a group stand in front of all others or
// behind them, as when two rows of a header were written as one.
func split(all []placedColumn, outer, inner []int) bool {
	order := make([]int, len(all))
	for i, p := range all {
		order[i] = p.column
	}
	return slices.Equal(order, slices.Concat(outer, inner)) || slices.Equal(order, slices.Concat(inner, outer))
}

// placedColumn is a column of the form and the header cell that names it.
type placedColumn struct {
	column int
	cell   extract.Cell
}

// namedColumns lists the columns that a header names, with their cells.
func namedColumns(columns *labels, header []printedRow) (list []placedColumn) {
	for _, row := range header {
		for _, c := range row.all {
			if item, ok := columns.known(c.Text); ok {
				list = append(list, placedColumn{item, c})
			}
		}
	}
	return list
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
		for c := range row.each() {
			if !strings.Contains(c.Text, "元") {
				continue
			}
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
		for c := range row.each() {
			if text := fold(c.Text); text != "" {
				list = append(list, text)
			}
		}
	}
	return strings.Join(list, "|")
}
