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
	slid        bool // refused, for the first cell is empty and the others break the sums
}

// equation says that the figures of some lines in one column add up to those of
// others.
type equation struct {
	left, right []int // lines
	column      int
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
	of := equationsOf(equations, len(lines))
	due := make([]bool, len(equations))
	for i := range due {
		due[i] = true
	}
	broken := make([]bool, len(equations))
	var narrowed []narrowedLine
	for changed, round := true, 0; changed && round < maxRounds; round++ {
		changed = false
		for i, e := range equations {
			if !due[i] || broken[i] {
				continue
			}
			due[i] = false
			var ok bool
			narrowed, ok = e.narrow(lines, narrowed[:0])
			if !ok {
				broken[i] = true // printed figures break it: it proves nothing about the others
				if e.hasOpen(lines) {
					return false
				}
				continue
			}
			for _, n := range narrowed {
				c, ok := lines[n.line].restrict(e.column, n.bounds, sums)
				if !ok {
					return false
				}
				if c {
					changed = true
					for _, k := range of[n.line] {
						due[k] = true
					}
				}
			}
		}
	}
	return true
}

// equationsOf lists the equations of each line.
func equationsOf(equations []equation, lines int) [][]int32 {
	of, size := make([][]int32, lines), len(equations)
	room := make([]int32, lines*size)
	for i := range of {
		of[i] = room[i*size : i*size : (i+1)*size]
	}
	for i, e := range equations {
		for k := range len(e.left) + len(e.right) {
			of[e.line(k)] = append(of[e.line(k)], int32(i))
		}
	}
	return of
}

// hasOpen reports whether a line of the equation had a choice.
func (e equation) hasOpen(lines []*lineState) bool {
	isOpen := func(i int) bool { return lines[i].open }
	return slices.ContainsFunc(e.left, isOpen) || slices.ContainsFunc(e.right, isOpen)
}

// narrowedLine is what a line can hold in the column of an equation.
type narrowedLine struct {
	line int
	bounds
}

// narrow adds to a list the lines that can hold less in their column than their
// readings say, and what they can hold.
func (e equation) narrow(lines []*lineState, list []narrowedLine) ([]narrowedLine, bool) {
	var few [2][fewTerms]bounds
	before := few[0][:0]
	for _, side := range [2][]int{e.left, e.right} {
		for _, line := range side {
			before = append(before, lines[line].hull[e.column])
		}
	}
	after := append(few[1][:0], before...)
	for changed := true; changed; {
		changed = false
		if !balance(after[:len(e.left)], after[len(e.left):], &changed) {
			return list, false
		}
	}
	for k := range after {
		if after[k] != before[k] {
			list = append(list, narrowedLine{e.line(k), after[k]})
		}
	}
	return list, true
}

// line is the line of a term, those of the left side counted first.
func (e equation) line(term int) int {
	if term < len(e.left) {
		return e.left[term]
	}
	return e.right[term-len(e.left)]
}

// fewTerms is as many as the equations of the forms have; more take memory.
const fewTerms = 32

// restrict drops the readings in which the column cannot be within b; false when
// none is left. A line without a choice that cannot be stays as it is.
func (l *lineState) restrict(column int, b bounds, sums []sum) (changed, ok bool) {
	if b.holds(l.hull[column]) {
		return false, true
	}
	if !l.open {
		sums = nil
	}
	set := l.within(column, b, sums)
	if set != nil {
		l.take(set)
		return true, true
	}
	l.lone = -1
	return false, !l.open
}

// take goes on to a set of readings.
func (l *lineState) take(set *readingSet) { l.readingSet, l.lone = set, set.first }
