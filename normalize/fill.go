package normalize

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"luzhou/extract"
)

// line is one printed line of figures: a row of a stacked block, or the only
// one of a block whose rows stand side by side.
type line struct {
	row    *printedRow // nil when the source has no such row
	cells  []extract.Cell
	whole  []extract.Cell // the cells with the empty ones at the end
	where  string
	values []*Value // of the form, in printed order
	column []Column // of the same
	labels []string // what to call each figure in messages
	units  []string // of money, as the header prints them
	heads  []int    // columns named by the header, when it repeats some
	front  int      // cells of the row left of the first column by the header, -1 if not known
	padded bool     // empty cells at the end were taken off
	state  *lineState
}

// weigh finds out which readings of the lines of a block the sums allow.
func (r *reading) weigh(b int) {
	br := &r.blocks[b]
	br.lines = r.lines(b)
	if br.lines == nil {
		return
	}
	sums, equations := r.equations(b, br.lines)
	open := false
	states := make([]*lineState, len(br.lines))
	p := preparer{sums: sums, short: map[shortLine]*lineState{}}
	for i, l := range br.lines {
		p.prepare(l)
		open = open || l.state.open
		states[i] = l.state
	}
	br.sound = !open || weigh(states, sums, equations)
	for _, l := range br.lines {
		br.padded = br.padded || l.padded && l.state.lone < 0
	}
}

// fill places the figures of a block and reports what was odd about them. padded
// tells that a writer certainly filled up short lines of the report with empty
// cells: then no line that ends with empty cells is taken as it stands.
func (r *reading) fill(b int, padded bool) {
	br := &r.blocks[b]
	if br.lines == nil {
		return
	}
	r.tellStrange(b)
	r.tellUnits(b)
	alike := paddedAlike(br.lines) && !slices.ContainsFunc(br.lines, (*line).endsBlank)
	for _, l := range br.lines {
		switch {
		case !l.padded || l.state.lone < 0:
		case padded || alike:
			l.state.lone = -1
		case l.state.certain(len(l.values)): // the figures are the same wherever they stand
		default:
			l.asPrinted()
		}
		l.take(r, br.sound)
		l.inferByPlace(br)
	}
}

// lines lists the printed lines of a block; nil when its columns are unknown.
func (r *reading) lines(b int) []*line {
	block, br := &r.table.Form.Blocks[b], &r.blocks[b]
	per, count := len(block.Columns), len(block.Rows)
	if block.Across {
		per, count = per*count, 1
	}
	if r.contrary(b) {
		r.add(HeaderUnclear, r.table.Form.path(block, "", ""), nil, columnTexts(block, br.order))
		br.order = nil
	}
	order := br.order
	if order == nil {
		if !slices.ContainsFunc(br.rows, func(p *printedRow) bool { return p != nil }) {
			r.add(BlockMissing, r.table.Form.path(block, "", ""), nil, cmp.Or(block.Title, sectionTitle(r.table.Form)))
			return nil
		}
		switch {
		case r.takeAbsent(b), r.takeLost(b):
			order = br.order
		case br.headed:
			r.refuse(b)
			return nil
		default:
			order = make([]int, per)
			for i := range order {
				order[i] = i
			}
			r.add(HeaderMissing, r.table.Form.path(block, "", ""), nil)
		}
	}
	lines := make([]*line, count)
	for i := range lines {
		l := &line{row: br.rows[i].without(br.strange), heads: br.heads, front: br.front(br.rows[i]), values: make([]*Value, 0, per)}
		l.where = r.table.Form.path(block, block.Rows[i].Key, "")
		if block.Across {
			l.where = r.table.Form.Section
		}
		for _, c := range order {
			row, col := block.at(i, c)
			l.values = append(l.values, &r.table.Values[b][row][col])
		}
		if i == 0 || r.table.Form.Listed {
			r.nameColumns(l, b, i, order)
		} else {
			l.column, l.labels, l.units = lines[0].column, lines[0].labels, lines[0].units
		}
		lines[i] = l
	}
	return lines
}

// at returns the row and column of the form behind a printed column of a line.
func (b *BlockForm) at(line, printed int) (row, column int) {
	if b.Across {
		return printed / len(b.Columns), printed % len(b.Columns)
	}
	return line, printed
}

// nameColumns says what stands in the printed columns of a line: the same in all
// lines, but for a listed form.
func (r *reading) nameColumns(l *line, b, i int, order []int) {
	block, br := &r.table.Form.Blocks[b], &r.blocks[b]
	for _, c := range order {
		row, col := block.at(i, c)
		name, unit := block.Columns[col].Text, br.units[col]
		if block.Across {
			name = block.Rows[row].Text + name
		}
		if r.table.Form.Listed {
			unit = br.rowUnits[row]
		}
		l.column = append(l.column, columnOf(r.table.Form, block, row, col))
		l.labels, l.units = append(l.labels, name), append(l.units, unit)
	}
}

// columnOf is a column of the form as it counts for one row.
func columnOf(form *TableForm, block *BlockForm, row, col int) Column {
	c := block.Columns[col]
	if form.Listed {
		c.Kind, c.Unit = block.Rows[row].Kind, block.Rows[row].Unit
	}
	return c
}

// sectionTitle is the title of the part a form belongs to.
func sectionTitle(form *TableForm) string {
	for _, s := range findGeneration(form.Generation).Sections {
		if s.Key == form.Section {
			return s.Title
		}
	}
	return form.Section
}

// refuse leaves the figures of rows whose columns are unknown without a number.
func (r *reading) refuse(b int) {
	block := &r.table.Form.Blocks[b]
	for i, row := range r.blocks[b].rows {
		if row == nil {
			continue
		}
		values := r.table.Values[b][i]
		where := r.table.Form.path(block, block.Rows[i].Key, "")
		if block.Across {
			where = r.table.Form.Section
			values = slices.Concat(r.table.Values[b]...)
		}
		for c := range values {
			values[c] = Value{State: Unplaced, Pos: row.pos()}
		}
		if block.Across {
			for k := range r.table.Values[b] {
				copy(r.table.Values[b][k], values[k*len(block.Columns):])
			}
		}
		r.add(RowUnplaced, where, row.pos(), len(row.cells), len(values), row.texts(), say("表头不能辨认", "the header cannot be made out"))
	}
}

// equations translates the rules of the form to the lines and columns of a block.
func (r *reading) equations(b int, lines []*line) (sums []sum, equations []equation) {
	block := &r.table.Form.Blocks[b]
	place := func(row, column string) int { // printed place of a column; row matters across only
		for i := range lines[0].column {
			if lines[0].column[i].Key == column && (!block.Across || lines[0].labels[i] == block.Rows[block.rowIndex(row)].Text+lines[0].column[i].Text) {
				return i
			}
		}
		return -1
	}
	groups := []string{""}
	if block.Across {
		groups = nil
		for _, row := range block.Rows {
			groups = append(groups, row.Key)
		}
	}
	for _, rule := range r.table.Form.Rules {
		if rule.Most {
			continue
		}
		switch rule.Axis {
		case EachRow:
			for _, g := range groups {
				s := sum{right: place(g, rule.Right[0])}
				for _, key := range rule.Left {
					s.left = append(s.left, place(g, key))
				}
				if s.right >= 0 && !slices.Contains(s.left, -1) { // else the group is not in the source
					sums = append(sums, s)
				}
			}
		case EachColumn:
			var e equation
			for _, key := range rule.Left {
				e.left = append(e.left, block.rowIndex(key))
			}
			for _, key := range rule.Right {
				e.right = append(e.right, block.rowIndex(key))
			}
			for c := range lines[0].values {
				e.column = c
				equations = append(equations, e)
			}
		}
	}
	return sums, equations
}

// preparer lists the readings of the lines of one block.
type preparer struct {
	slab
	sums  []sum
	short map[shortLine]*lineState // lines of several readings; the next of the same cells has them too
}

// shortLine is all that the readings of a line of too few cells depend on.
type shortLine struct {
	padded bool
	cells  string
}

// prepare lists the readings of a line. A line with a cell for each column has
// one, unless its last cells are empty: then it may be a short row that a
// writer filled up, and its places prove nothing.
func (p *preparer) prepare(l *line) {
	n := len(l.values)
	l.state = &lineState{lone: -1}
	if l.row == nil || len(l.row.cells) == 0 {
		l.state.readings = []placement{p.open(n)}
		return
	}
	var certain bool
	if l.cells, certain = trimCells(once(l.row.cells, l.heads), n, l.front); !certain {
		p.refuse(l)
		return
	}
	cells := l.cells
	for len(cells) > 0 && isFilling(cells[len(cells)-1].Text) {
		cells = cells[:len(cells)-1]
	}
	l.whole = l.cells
	l.padded = len(cells) > 0 && len(cells) < n && len(l.cells) == n
	if len(l.cells) == n && !l.padded {
		at := make([]int, n)
		for i := range at {
			at[i] = i
		}
		l.state.readings = []placement{p.placeAt(numbers(l.cells), n, at)}
		if isFilling(l.cells[0].Text) { // figures may have slid to the right, the last of them lost
			trial := l.state.readings[0]
			if trial.columns = slices.Clone(trial.columns); !trial.tighten(p.sums) {
				p.refuse(l)
				l.state.slid = true
			}
		}
		return
	}
	if l.padded {
		l.cells = cells
	}
	l.state.open = true
	key := shortLine{l.padded, strings.Join(cellTexts(l.cells), "\x00")}
	if like := p.short[key]; like != nil {
		l.state.like, l.state.total, l.state.lone = like, like.total, like.lone
		return
	}
	list, ok := p.placements(numbers(l.cells), n, p.sums)
	if !ok || len(list) == 0 {
		p.refuse(l)
		return
	}
	l.state.readings, l.state.total = list, len(list)
	if l.padded {
		l.state.lone = 0 // placements lists the one from the left first
	}
	p.short[key] = l.state
}

// refuse leaves the figures of a line without a place.
func (p *preparer) refuse(l *line) {
	l.state.refused, l.state.open = true, false
	l.state.readings = []placement{p.open(len(l.values))}
}

// trimCells drops empty cells that label columns left over, in front and behind,
// when a row has more cells than columns. front is how many cells stand left of
// the first column by the header, -1 when it does not tell. ok is false when the
// empty ones to drop may be those in front as well as those behind. Where there is
// a figure for each column, every empty cell is dropped.
func trimCells(cells []extract.Cell, n, front int) (kept []extract.Cell, ok bool) {
	blank := func(i int) bool { return parseFigure(cells[i].Text).state == Blank }
	surplus, before, behind := len(cells)-n, 0, 0
	if surplus <= 0 {
		return cells, true
	}
	for before < len(cells) && blank(before) {
		before++
	}
	for behind < len(cells)-before && blank(len(cells)-1-behind) {
		behind++
	}
	least, most := max(0, surplus-behind), min(before, surplus)
	if figures := slices.DeleteFunc(slices.Clone(cells), func(c extract.Cell) bool { return parseFigure(c.Text).state == Blank }); len(figures) == n {
		return figures, true // as many as columns: each empty cell goes on from a wide one
	}
	switch {
	case least > most: // too many figures
		return cells[before : len(cells)-behind], true
	case least == most || before == len(cells):
		return cells[least : least+n], true
	case front >= least && front <= most:
		return cells[front : front+n], true
	}
	return cells, false
}

// numbers gives the whole number of each cell, nil where there is none.
func numbers(cells []extract.Cell) []*int64 {
	list := make([]*int64, len(cells))
	for i, c := range cells {
		if f := parseFigure(c.Text); f.state == Printed {
			if n, whole := f.value.Whole(); whole && n < unbounded && n > -unbounded {
				list[i] = &n
			}
		}
	}
	return list
}

// take turns what remains of the readings into figures.
func (l *line) take(r *reading, sound bool) {
	switch {
	case l.row == nil:
		if !r.table.Form.Listed {
			r.add(RowMissing, l.where, nil, r.rowText(l.where))
		}
	case len(l.row.cells) == 0: // contradictory repetition, told before
		for _, v := range l.values {
			*v = Value{State: Unplaced, Pos: l.row.pos()}
		}
	case l.state.slid:
		l.unplaced(r, say("首格空白，其余各数不合勾稽关系，可能错位", "the first cell is empty and the others break the sums: they may have slid"))
	case l.state.refused:
		l.unplaced(r, say("读法过多或数字多于列数", "too many readings or more figures than columns"))
	case !l.state.open:
		l.direct(r, l.cells)
	case !sound:
		l.unplaced(r, say("没有一种读法合乎勾稽关系", "no reading keeps the sums"))
	default:
		l.infer(r)
	}
}

// rowText is the label of the row at a path, or the path.
func (r *reading) rowText(where string) string {
	text := where
	r.table.eachRow(func(path string, row Row, _ []Value) {
		if path == where {
			text = row.Text
		}
	})
	return text
}

func (l *line) unplaced(r *reading, why Text) {
	for _, v := range l.values {
		*v = Value{State: Unplaced, Pos: l.row.pos(), Why: why.ZH}
	}
	r.add(RowUnplaced, l.where, l.row.pos(), len(l.cells), len(l.values), l.row.texts(), why)
}

// infer takes the figures on which all readings agree.
func (l *line) infer(r *reading) {
	s := l.state
	why := fmt.Sprintf("%d 个数字对 %d 列，%d 种读法中 %d 种合乎勾稽关系", len(l.cells), len(l.values), s.total, len(s.readings))
	var doubtful []string
	for c, v := range l.values {
		n, cell, ok := s.agreed(c)
		inPlace := s.lone >= 0 && c < len(l.cells) // the reading from the left is among those left
		switch {
		case s.lone >= 0 && c >= len(l.cells):
			*v = Value{State: Blank, Pos: l.row.pos()}
		case ok && inPlace && cell == c:
			*v = Value{Value: Int(n), State: Printed, Raw: l.cells[cell].Text, Pos: &l.cells[cell].Pos}
		case ok:
			*v = Value{Value: Int(n), State: Inferred, Pos: l.row.pos(), Why: why}
			if cell >= 0 {
				v.Raw, v.Pos = l.cells[cell].Text, &l.cells[cell].Pos
			}
		default:
			*v = Value{State: Unplaced, Pos: l.row.pos(), Why: why}
			doubtful = append(doubtful, l.labels[c])
		}
	}
	switch {
	case len(doubtful) > 0:
		r.add(RowUnplaced, l.where, l.row.pos(), len(l.cells), len(l.values), l.row.texts(),
			say(fmt.Sprintf("%d 种读法中 %d 种合乎勾稽关系，未定：%s", s.total, len(s.readings), strings.Join(doubtful, "、")),
				fmt.Sprintf("of %d readings %d keep the sums, in doubt: %s", s.total, len(s.readings), strings.Join(doubtful, ", "))))
	case s.lone >= 0:
		r.add(FigureBlank, l.where, l.row.pos(), strings.Join(l.labels[len(l.cells):], "、"))
	default:
		r.add(RowShort, l.where, l.row.pos(), len(l.cells), len(l.values), l.row.texts(), s.total, len(s.readings))
	}
}
