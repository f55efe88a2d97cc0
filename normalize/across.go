package normalize

import (
	"slices"
	"strings"

	"luzhou/extract"
)

// readAcross reads a table whose rows stand side by side: groups of the same
// columns over one row of figures. That row is filed under the first row of the
// block; order runs over rows and columns, row by row. Pieces that hold a group
// each, under a header of their own, are put side by side.
func (d *dictionary) readAcross(form *TableForm, rows []printedRow) *reading {
	for _, read := range []func(*TableForm, []printedRow) *reading{d.readMatrix, d.readDown} {
		if r := read(form, rows); r != nil {
			return r
		}
	}
	r := d.newReading(form)
	block, b := &form.Blocks[0], &r.blocks[0]
	size := len(block.Rows) * len(block.Columns)
	rows, parts := rejoinAcross(r.withoutColumnNumbers(rows, size), size)
	if parts > 0 {
		r.add(RowSplit, form.Section, rows[len(rows)-1].pos(), parts)
	}
	pieces := cutPieces(rows, size)
	if r.joinPieces(pieces, size) {
		return r
	}
	var header []printedRow
	for _, p := range pieces {
		if p.figures != nil {
			header = p.header
			break
		}
	}
	order, unknown := acrossOrder(r, block, header, nil)
	r.unknown, r.known = unknown, len(order)
	if len(order) == size {
		b.order = order
		if !slices.IsSorted(order) {
			r.add(ColumnsReordered, form.Section, header[0].pos(), acrossTexts(block, order))
		}
	} else if len(header) > 0 {
		b.headed, b.unread = true, header
		unclear := kinds.Find(HeaderUnclear, form.Section, header[0].pos(), headerTexts(header))
		if b.lost, b.named = lostAcross(r, block, header); b.lost != nil {
			b.lost.unclear = unclear
		} else {
			r.findings = append(r.findings, unclear)
		}
	}
	for _, p := range pieces {
		switch row := p.figures; {
		case row == nil:
		case b.rows[0] == nil:
			b.rows[0] = row
		case b.rows[0].texts() == row.texts():
			r.add(RowTwice, form.Section, row.pos(), "")
		default:
			r.add(RowRepeated, form.Section, row.pos(), "",
				say(b.rows[0].texts()+" 与 "+row.texts(), b.rows[0].texts()+" and "+row.texts()))
			b.rows[0] = &printedRow{}
			return r
		}
	}
	return r
}

// piece is a row of figures and the rows of words above it.
type piece struct {
	header  []printedRow
	figures *printedRow
}

// cutPieces cuts rows after each row of figures. A row of blanks counts as one
// when it is wide enough.
func cutPieces(rows []printedRow, size int) []piece {
	pieces := []piece{{}}
	for i := range rows {
		last := &pieces[len(pieces)-1]
		if row := rows[i].asFigures(size); row.hasFigure() || len(row.labels) == 0 && len(row.cells) >= size && len(pieces) == 1 {
			last.figures = row
			pieces = append(pieces, piece{})
		} else {
			last.header = append(last.header, *row)
		}
	}
	return pieces
}

// asFigures gives the words in a row of as many cells as there are figures, most
// of which are figures, back to these: 待补 in the place of one is no label.
func (r *printedRow) asFigures(size int) *printedRow {
	printed := 0
	for _, c := range r.all {
		if isFigure(c.Text) && parseFigure(c.Text).state != Blank {
			printed++
		}
	}
	if len(r.labels) == 0 || len(r.all) != size || 2*printed < size {
		return r
	}
	whole := *r
	whole.labels, whole.cells = nil, r.all
	return &whole
}

// joinPieces puts several pieces side by side when each has a figure for each
// column its own header names, and together they have every column of their groups
// once. A group may be missing, and its figures with it, when nothing stands in its
// place.
func (r *reading) joinPieces(pieces []piece, size int) bool {
	block, b := &r.table.Form.Blocks[0], &r.blocks[0]
	if fullPiece(pieces, size) {
		return false
	}
	var order []int
	var cells [][]extract.Cell
	wider := false
	joined := printedRow{}
	quiet := *r // what is odd in the labels is told when the pieces fit
	quiet.findings = nil
	for _, p := range pieces {
		if p.figures == nil {
			continue
		}
		part, unknown := acrossOrder(&quiet, block, p.header, order)
		own, certain := trimCells(p.figures.cells, len(part), -1)
		if len(part) == 0 || len(part) == size || len(part) != len(own) || !certain {
			return false
		}
		wider = wider || len(p.figures.cells) > len(own)+1 // than its header, the label of the row aside
		if !p.filled(r.words.lexicons[r.table.Form], len(block.Columns), part) {
			return false
		}
		quiet.unknown += unknown
		order = append(order, part...)
		joined.labels = append(joined.labels, p.figures.labels...)
		cells = append(cells, own)
	}
	joined.cells = joinCells(cells)
	sorted := slices.Compact(slices.Sorted(slices.Values(order)))
	if len(order) == 0 || len(sorted) != len(order) || len(order) < size && (wider || !wholeGroups(sorted, len(block.Columns))) {
		return false
	}
	r.findings, r.unknown, r.known = append(r.findings, quiet.findings...), quiet.unknown, len(order)
	b.order, b.rows[0] = order, &joined
	return true
}

// fullPiece reports whether the only figures are one for each place of the form.
func fullPiece(pieces []piece, size int) bool {
	full := 0
	for _, p := range pieces {
		switch {
		case p.figures == nil:
		case len(p.figures.cells) != size || slices.ContainsFunc(p.figures.cells, func(c extract.Cell) bool { return isFilling(c.Text) }):
			return false
		default:
			full++
		}
	}
	return full == 1
}

// acrossOrder lists row*columns+column for the printed columns from left to
// right. Each row of the header names groups, columns, or both. Columns belong to
// the groups that the rows above named, else to those before them in their own
// row; a group takes each column once, and none held by a piece before. The order is
// not known with a label that none takes, or a group named in two rows. Groups stand
// in the order of the outermost labels.
func acrossOrder(r *reading, block *BlockForm, header []printedRow, held []int) (order []int, unknown int) {
	x := r.words.lexicons[r.table.Form]
	var above, open []int // groups named in the rows above, and in this row too
	var outer []string    // the outermost labels, by their loose text
	under := map[string][]int{}
	place := func(g int) {
		label := x.outermost(block, g)
		if !slices.Contains(outer, label) {
			outer = append(outer, label)
		}
		under[label] = appendNew(under[label], g)
	}
	filled, left := map[int][]int{}, 0 // columns of each group; labels that none takes
	at, torn := map[int]int{}, false   // row of the header that names them, and whether there are two
	row, size := 0, len(block.Rows)*len(block.Columns)
	mistakes := map[int]extract.Cell{} // column -> first label with a known mistake
	take := func(groups []int, col int) bool {
		for _, g := range groups {
			if !slices.Contains(filled[g], col) && !slices.Contains(held, g*len(block.Columns)+col) {
				if before, some := at[g]; some && before != row {
					torn = true
				}
				filled[g], at[g] = append(filled[g], col), row
				return true
			}
		}
		return false
	}
	for row = range header {
		above = slices.Clone(open)
		for c := range header[row].each() {
			text := loose(fold(c.Text))
			if g, col, ok := x.flatHead(text); ok {
				place(g)
				take([]int{g}, col)
			} else if g, ok := x.findGroup(c.Text); ok {
				if !slices.Contains(open, g) {
					open = append(open, g)
				}
				place(g)
			} else if col, q, ok := x.columns[0].find(c.Text, ""); ok {
				if _, told := mistakes[col]; q != exact && !told {
					mistakes[col] = *c
				}
				if !repeats(header[:row+1], c, size) && !take(above, col) && !take(open, col) {
					left++
				}
			} else if text = withoutNoun(text); x.parents[text] {
				if !slices.Contains(outer, text) {
					outer = append(outer, text)
				}
			} else if text != "" {
				unknown++
			}
		}
	}
	for col, c := range block.Columns {
		if cell, ok := mistakes[col]; ok {
			r.add(LabelOdd, r.table.Form.Section, &cell.Pos, strings.TrimFunc(cell.Text, isBlank), c.Text)
		}
	}
	named := 0
	for _, columns := range filled {
		named += len(columns)
	}
	if torn || left%max(named, 1) != 0 { // else the whole header stands again
		return nil, unknown + left
	}
	for _, label := range outer {
		for _, g := range under[label] {
			for _, col := range filled[g] {
				order = append(order, g*len(block.Columns)+col)
			}
		}
	}
	return order, unknown
}

// repeats reports whether a cell of the last of some rows, which has one for each
// figure, says what the one above it says, as each part of a merged cell may.
func repeats(rows []printedRow, cell *extract.Cell, size int) bool {
	last := len(rows) - 1
	return len(rows[last].all) == size && last > 0 && slices.ContainsFunc(rows[last-1].all, func(c extract.Cell) bool {
		return c.Col == cell.Col && c.Text == cell.Text
	})
}

// outermost is the loose text of the label that stands above a group, its own
// when there is none.
func (x *lexicon) outermost(block *BlockForm, group int) string {
	if parents := block.Rows[group].Parents; len(parents) > 0 {
		return loose(fold(parents[0]))
	}
	return loose(fold(block.Rows[group].Text))
}

func appendNew(list []int, i int) []int {
	if slices.Contains(list, i) {
		return list
	}
	return append(list, i)
}

// flatHead reads a head that names group and column together: 行政复议结果维持.
func (x *lexicon) flatHead(text string) (group, column int, ok bool) {
	for _, p := range x.outer {
		if rest, cut := strings.CutPrefix(text, p); cut && rest != "" {
			text = rest
		}
	}
	for _, e := range x.rows.entries {
		rest, cut := strings.CutPrefix(text, e.loose)
		if !cut || rest == "" {
			continue
		}
		if column, ok = x.columns[0].known(rest); ok {
			return e.item, column, true
		}
	}
	return 0, 0, false
}

// findGroup finds a group by its label, or by what stands in brackets behind
// another word: 行政诉讼（复议后起诉）. The label of a column is none.
func (x *lexicon) findGroup(text string) (int, bool) {
	groups := x.rows
	if x.columns[0].isPrinted(text) {
		return 0, false
	}
	if g, _, ok := groups.find(text, ""); ok {
		return g, true
	}
	words := loose(fold(text))
	for _, e := range groups.entries { // 行政诉讼 and 复议后起诉 in one cell
		if inner, ok := strings.CutPrefix(words, e.parent); ok && e.parent != "" && inner == e.loose {
			return e.item, true
		}
	}
	if short := withoutNoun(loose(fold(text))); short != loose(fold(text)) {
		if g, ok := groups.known(short); ok {
			return g, true
		}
	}
	if _, inside, ok := strings.Cut(strings.TrimSuffix(fold(text), ")"), "("); ok {
		return groups.known(inside)
	}
	return 0, false
}

// withoutNoun drops from a loose label of a group a noun that adds nothing:
// 行政复议情况, 行政诉讼案件.
func withoutNoun(text string) string {
	for _, noun := range []string{"情况", "案件数量", "案件数", "案件", "数量"} {
		if short, ok := strings.CutSuffix(text, noun); ok && short != "" {
			return short
		}
	}
	return text
}

func acrossTexts(block *BlockForm, order []int) string {
	s := ""
	for _, i := range order {
		s += block.Rows[i/len(block.Columns)].Text + block.Columns[i%len(block.Columns)].Text + "、"
	}
	return s
}
