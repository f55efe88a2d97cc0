package normalize

import "slices"

// lineState is what is known of one printed line of figures while the readings
// of all lines of a block are weighed against each other.
type lineState struct {
	*readingSet      // candidates; one for a line that needs no choice, none before lines are weighed
	lone        int  // in an open line, the reading in which each cell stands in its own place; -1 none or dropped
	open        bool // the line has several candidates, or had
	total       int  // readings before any was dropped
	whole       bool // a cell for each column, the last of them not empty
	refused     bool // too many readings
	slid        bool // refused, for the figures may stand in other columns
}

// equation says that the figures of some lines add up to those of others, in every
// column.
type equation struct {
	left, right []int // lines
}

// maxRounds bounds how often the equations are gone through. Figures that
// contradict each other around a circle of equations would otherwise be
// counted up without end. Ending early drops no reading that could be right.
const maxRounds = 100

// weigh drops readings until every one left can be part of figures that keep
// all equations, as far as bounds can tell. It returns false when a line that
// had a choice has no reading left: then the source contradicts itself, and
// nothing may be inferred from it.
func weigh(lines []*lineState, sums []sum, equations []equation) bool {
	for _, l := range lines {
		switch set := l.tightened(sums); {
		case set != nil:
			l.take(set)
		case l.open:
			l.lone = -1
			return false
		} // else a printed line that breaks its own sum stays as printed
	}
	w := weighing{lines: lines, sums: sums, due: make([]bool, len(equations))}
	w.grid(equations)
	for i := range w.due {
		w.due[i] = true
	}
	for again, round := true, 0; again && round < maxRounds; round++ {
		again = false
		for i, e := range equations {
			if !w.due[i] {
				continue
			}
			w.due[i], again = false, true
			if !w.balance(i, e) {
				return false
			}
		}
	}
	return true
}

// weighing is the state of weigh.
type weighing struct {
	lines  []*lineState
	sums   []sum
	of     [][]int32 // the equations of each line
	due    []bool    // equations to be gone through: a line of theirs has changed
	broken [][]bool  // columns of each equation that printed figures break: they prove nothing about the others
	terms  [2][]bounds
	within []bounds // what each term of an equation can hold in each column
}

// grid makes room for the equations.
func (w *weighing) grid(equations []equation) {
	columns, size, terms := len(w.lines[0].hull), len(equations), 0
	w.of, w.broken = make([][]int32, len(w.lines)), make([][]bool, size)
	of, broken := make([]int32, len(w.lines)*size), make([]bool, size*columns)
	for i := range w.of {
		w.of[i] = of[i*size : i*size : (i+1)*size]
	}
	for i, e := range equations {
		w.broken[i] = broken[i*columns : (i+1)*columns]
		n := len(e.left) + len(e.right)
		terms = max(terms, n)
		for k := range n {
			w.of[e.line(k)] = append(w.of[e.line(k)], int32(i))
		}
	}
	w.terms[0], w.terms[1] = make([]bounds, terms), make([]bounds, terms)
	w.within = make([]bounds, terms*columns)
}

// balance drops the readings of the lines of an equation with which it cannot
// hold; false when a line that had a choice has none left, or no reading of such a
// line lets a column hold: what the columns before it rule out is dropped all the same.
func (w *weighing) balance(number int, e equation) bool {
	n, columns := len(e.left)+len(e.right), len(w.lines[0].hull)
	narrower, sound := false, true
	for c := range columns {
		before, after := w.terms[0][:n], w.terms[1][:n]
		for k := range n {
			before[k] = w.lines[e.line(k)].hull[c]
		}
		copy(after, before)
		if sound && !w.broken[number][c] && !settle(after[:len(e.left)], after[len(e.left):]) {
			w.broken[number][c], sound = true, !e.hasOpen(w.lines)
			copy(after, before)
		}
		for k := range n {
			w.within[k*columns+c] = after[k]
			narrower = narrower || after[k] != before[k]
		}
	}
	for k := 0; narrower && k < n; k++ {
		line := e.line(k)
		changed, ok := w.lines[line].restrict(w.within[k*columns:(k+1)*columns], w.sums)
		if !ok {
			return false
		}
		for _, i := range w.of[line] {
			w.due[i] = w.due[i] || changed
		}
	}
	return sound
}

// settle narrows the terms of both sides until nothing changes; false when they
// cannot be equal.
func settle(left, right []bounds) bool {
	for changed := true; changed; {
		if changed = false; !balance(left, right, &changed) {
			return false
		}
	}
	return true
}

// hasOpen reports whether a line of the equation had a choice.
func (e equation) hasOpen(lines []*lineState) bool {
	isOpen := func(i int) bool { return lines[i].open }
	return slices.ContainsFunc(e.left, isOpen) || slices.ContainsFunc(e.right, isOpen)
}

// line is the line of a term, those of the left side counted first.
func (e equation) line(term int) int {
	if term < len(e.left) {
		return e.left[term]
	}
	return e.right[term-len(e.left)]
}

// restrict drops the readings in which a column cannot hold what it is given; false
// when none is left.
func (l *lineState) restrict(within []bounds, sums []sum) (changed, ok bool) {
	if slices.Equal(within, l.hull) {
		return false, true
	}
	if !l.open {
		sums = nil // its figures stand as they are printed, whatever they add up to
	}
	set := l.within(within, sums)
	if set == nil {
		l.lone = -1
		return false, false
	}
	l.take(set)
	return true, true
}

// take goes on to a set of readings.
func (l *lineState) take(set *readingSet) { l.readingSet, l.lone = set, set.first }

// uncarried is a column that no reading of an open line has a printed number in and
// that cannot be 0 in any, -1 when there is none: then the line has lost a figure, or
// one of its numbers is another than was printed.
func (l *line) uncarried() int {
	for c := range l.values {
		if l.state.hull[c].lo > 0 && !slices.ContainsFunc(l.state.readings, func(p placement) bool { return p.covers(c) }) {
			return c
		}
	}
	return -1
}
