package normalize

import (
	"slices"
	"strings"

	"luzhou/extract"
)

// notes collects what was odd about the figures of one line, to be told once
// for each kind.
type notes map[extract.Code][]string

func (n notes) add(code extract.Code, text string) { n[code] = append(n[code], text) }

// direct takes the figures of a line that has one cell for each column.
func (l *line) direct(r *reading, sums []sum, cells []extract.Cell) {
	if len(cells) > 1 && slices.ContainsFunc(cells, holdsTwo) && !isTorn(cells, sums) {
		l.unplaced(r, say("一格中有两个数字，可能是两行并作一行", "a cell holds two figures: two rows may stand as one"))
		return
	}
	odd := notes{}
	for c, v := range l.values {
		cell := &cells[c]
		f := parseFigure(cell.Text)
		if f.state == Printed && !f.fits(l.column[c].Kind) {
			f = figure{state: Illegible}
		}
		*v = Value{Value: f.value, State: f.state, Raw: strings.TrimFunc(cell.Text, isBlank), Pos: &cell.Pos}
		if cell.RowSpan > 1 && v.HasValue() {
			odd.add(FigureSpans, l.labels[c]+" "+v.Raw)
			*v = Value{State: Unplaced, Raw: v.Raw, Pos: v.Pos}
			continue
		}
		l.judge(r, c, f, odd)
	}
	for _, code := range []extract.Code{FigureForm, FigureBlank, FigureDash, FigureIllegible, FigureFraction, FigureNegative, FigureSpans, UnitOdd} {
		if list := odd[code]; list != nil {
			r.add(code, l.where, l.row.pos(), strings.Join(list, "、"))
		}
	}
}

// judge notes what is odd about one figure and settles its unit.
func (l *line) judge(r *reading, c int, f figure, odd notes) {
	v, column := l.values[c], l.column[c]
	named := func() string { return l.labels[c] + " " + v.Raw }
	switch f.state {
	case Blank:
		odd.add(FigureBlank, l.labels[c])
		return
	case Dash:
		odd.add(FigureDash, named())
		return
	case Illegible:
		odd.add(FigureIllegible, named())
		return
	}
	if !f.plain {
		odd.add(FigureForm, named())
	}
	money := column.money()
	if _, whole := f.value.Whole(); !whole && !money {
		odd.add(FigureFraction, named())
	}
	if f.value.Negative() && column.Kind != SignedCount {
		odd.add(FigureNegative, named())
	}
	printed := f.unit
	if own := l.row.unit.of(c); printed == "" && len(own) > 0 && l.row.unit.each {
		printed = own[0]
	}
	if printed != "" && slices.Contains(moneyUnits, printed) != money {
		odd.add(UnitOdd, named()+" "+printed)
	}
	if money {
		l.unit(r, c, printed, odd)
	}
}

// unit settles the unit of an amount of money: that of its cell, of its row, of
// the header, or of the form, and tells when there is none or not the form's.
func (l *line) unit(r *reading, c int, printed string, odd notes) {
	v, column := l.values[c], l.column[c]
	if printed == "" {
		printed = pickUnit(l.row.unit.of(c), true)
		if head := l.units[c]; printed != "" && head != "" && head != printed {
			odd.add(UnitOdd, printed+"、"+head)
		}
	}
	if printed == "" {
		printed = l.units[c]
	}
	where := l.where + "." + column.Key
	switch {
	case printed == "" && column.Unit == "":
		r.add(UnitUnknown, where, v.Pos, v.Raw)
	case printed != "" && printed != column.Unit:
		v.Unit = printed
		r.add(UnitPrinted, where, v.Pos, printed)
	}
}

// isTorn reports whether the one cell of a row that holds two figures is a number torn
// apart: put together it keeps the sums of the row.
func isTorn(cells []extract.Cell, sums []sum) bool {
	at := slices.IndexFunc(cells, holdsTwo)
	if slices.ContainsFunc(cells[at+1:], holdsTwo) || len(sums) == 0 {
		return false
	}
	whole := slices.Clone(cells)
	whole[at].Text = strings.Join(strings.Fields(whole[at].Text), "")
	return keepSums(numbers(whole), sums) == sumsWhole
}

// holdsTwo reports whether a cell holds two figures on lines of their own.
func holdsTwo(c extract.Cell) bool {
	first, rest, ok := strings.Cut(strings.TrimFunc(c.Text, isBlank), "\n")
	return ok && parseFigure(first).state == Printed && parseFigure(rest).state == Printed
}
