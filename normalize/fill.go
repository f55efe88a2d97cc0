package normalize

import (
	"fmt"
	"strings"

	"luzhou/extract"
)

// line is one printed line of figures: a row of a stacked block, or the only
// one of a block whose rows stand side by side.
type line struct {
	row      *printedRow // nil when the source has no such row
	cells    []extract.Cell
	whole    []extract.Cell // the cells with the empty ones at the end
	where    string
	values   []*Value // of the form, in printed order
	column   []Column // of the same
	labels   []string // what to call each figure in messages
	units    []string // of money, as the header prints them
	heads    []int    // columns named by the header, when it repeats some
	front    int      // cells of the row left of the first column by the header, -1 if not known
	doubtful bool     // it is not known which of its cells is one too many
	places   []int    // grid columns of the header's cells, nil if not known
	strict   bool     // cells in other places are of other columns, so that none is taken for another
	overfull bool     // most rows have more figures than columns: one with as many may lack one
	filling  int      // so many empty cells at the end
	padded   bool     // empty cells at the end were taken off
	state    lineState
}

// weigh finds out which readings of the lines of a block the sums allow.
func (r *reading) weigh(b int) {
	br := &r.blocks[b]
	br.lines = r.lines(b)
	if br.lines == nil {
		return
	}
	br.sums, br.equations = r.equations(b, br.lines)
	open := false
	states := make([]*lineState, len(br.lines))
	p := preparer{sums: br.sums, short: map[shortLine]*readingSet{}}
	for i, l := range br.lines {
		p.prepare(l)
		open = open || l.state.open
		states[i] = &l.state
	}
	br.sound = true
	if open {
		for _, l := range br.lines {
			l.settle(&p.slab)
		}
		br.sound = weigh(states, br.sums, br.equations)
	}
	for _, l := range br.lines {
		br.padded = br.padded || l.padded && l.state.lone < 0
	}
}

// fill places the figures of a block and reports what was odd about them. padded
// tells that a writer certainly filled up short lines of the report with empty
// cells: then no line that ends with empty cells is taken as it stands. loose tells
// that empty cells left no trace in a table of lines.
func (r *reading) fill(b int, padded, loose bool) {
	br := &r.blocks[b]
	if br.lines == nil {
		return
	}
	r.tellStrange(b)
	r.tellUnits(b)
	ends := endsShown(br.lines)
	br.spare = br.spareCells()
	alike, short := paddedAlike(br.lines, ends), br.hasShort(r.lined, loose)
	for i, l := range br.lines {
		switch {
		case !l.padded || l.state.lone < 0:
		case padded || alike:
			l.state.lone = -1
		case l.state.certain(): // the figures are the same wherever they stand
		default:
			l.asPrinted()
		}
		if l.row != nil && !l.state.open && !l.state.refused && (br.contested(i, ends[len(l.values)-l.filling]) || short && br.strays(i)) {
			l.state.refused, l.state.slid = true, true
		}
		l.take(r, br)
		l.inferByPlace(br)
	}
	if r.lined && !r.table.Form.Blocks[b].Across && !r.table.Form.Listed {
		r.doubtAbove(b)
	}
}

// take turns what remains of the readings into figures.
func (l *line) take(r *reading, br *blockReading) {
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
		l.unplaced(r, say("有空格或多一个数，不合勾稽关系，可能错位", "with an empty cell or a figure too many the sums are not kept: they may have slid"))
	case l.state.refused:
		l.unplaced(r, say("读法过多或数字多于列数", "too many readings or more figures than columns"))
	case !l.state.open:
		l.direct(r, br.sums, l.cells)
	case !br.sound:
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
	s := &l.state
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
	if c := l.uncarried(); c >= 0 {
		l.unplaced(r, say("没有一格是"+l.labels[c]+"的数字，而它不能是 0", "no cell is of "+l.labels[c]+", which cannot be 0"))
		return
	}
	switch {
	case len(doubtful) > 0 && r.lined:
		l.unplaced(r, say("各行的空格没有留下痕迹，未定："+strings.Join(doubtful, "、"), "empty cells left no trace, in doubt: "+strings.Join(doubtful, ", ")))
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
