package normalize

import "slices"

// lineState is what is known of one printed line of figures while the readings
// of all lines of a block are weighed against each other.
type lineState struct {
	readings []placement // candidates; one for a line that needs no choice
	open     bool        // the line has several candidates, or had
	total    int         // readings before any was dropped
	lone     int         // in an open line, the reading in which each cell stands in its own place; -1 none or dropped
	refused  bool        // too many readings
	slid     bool        // refused, for the figures may stand in other columns
	like     *lineState  // an earlier line of the same cells; its readings are this line's too
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
		if !l.open {
			settled := shareReadings(l.readings)[0]
			settled.own()
			if settled.tighten(sums) { // a printed line that breaks its own sum stays as printed
				l.readings = []placement{settled}
			}
			continue
		}
		if l.like != nil {
			l.readings, l.lone = shareReadings(l.like.readings), l.like.lone
		} else if !l.keep(func(p *placement) bool { return p.tighten(sums) }) {
			return false
		}
	}
	of := make([][]int, len(lines)) // the equations of each line
	due := make([]bool, len(equations))
	for i, e := range equations {
		due[i] = true
		for k := range len(e.left) + len(e.right) {
			of[e.line(k)] = append(of[e.line(k)], i)
		}
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
			before = append(before, hull(lines[line].readings, e.column))
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

// restrict drops the readings in which the column cannot be within b.
func (l *lineState) restrict(column int, b bounds, sums []sum) (changed, ok bool) {
	if !l.open {
		p := &l.readings[0]
		c := p.columns[column]
		if n := (bounds{max(c.lo, b.lo), min(c.hi, b.hi)}); n != c && n.lo <= n.hi {
			p.own()
			p.columns[column] = n
			return true, true
		}
		return false, true
	}
	ok = l.keep(func(p *placement) bool {
		c := p.columns[column]
		n := bounds{max(c.lo, b.lo), min(c.hi, b.hi)}
		if n == c {
			return true
		}
		changed = true
		p.own()
		p.columns[column] = n
		return n.lo <= n.hi && p.tighten(sums)
	})
	return changed, ok
}

// keep drops the readings that are not feasible; false when none is left.
func (l *lineState) keep(feasible func(*placement) bool) bool {
	kept, lone := 0, -1
	for i := range l.readings {
		if !feasible(&l.readings[i]) {
			continue
		}
		if i == l.lone {
			lone = kept
		}
		if kept < i {
			l.readings[kept] = l.readings[i]
		}
		kept++
	}
	l.readings, l.lone = l.readings[:kept], lone
	return kept > 0
}

// shareReadings copies readings whose columns stay common until one of them
// narrows its own. Of equal rows most readings never do.
func shareReadings(list []placement) []placement {
	for i := range list {
		list[i].shared = true
	}
	return slices.Clone(list)
}

// own makes sure that no other reading sees a change of the columns.
func (p *placement) own() {
	if p.shared {
		p.columns, p.shared = slices.Clone(p.columns), false
	}
}

// agreed returns the one number that all readings allow in a column, and the
// cell that stands there alone in all of them, -1 when they differ. A number
// other than 0 must be carried by a printed cell in every reading: when sums
// alone demand one, the source is more likely wrong than silent.
func (l *lineState) agreed(column int) (n int64, cell int, ok bool) {
	n, ok = hull(l.readings, column).point()
	first := l.readings[0].cell[column]
	for _, p := range l.readings {
		if p.cell[column] != first {
			first = -1
		}
		if n != 0 && !p.covers(column) {
			ok = false
		}
	}
	return n, int(first), ok
}

// certain reports whether all readings allow one number in every column.
func (l *lineState) certain(columns int) bool {
	for c := range columns {
		if _, _, ok := l.agreed(c); !ok {
			return false
		}
	}
	return true
}

// covers reports whether a printed cell stands in the column, alone or merged.
func (p *placement) covers(column int) bool {
	for _, m := range p.merges {
		if m.from <= column && column < m.to {
			return true
		}
	}
	return p.cell[column] >= 0
}

// uncarried is a column that no reading of an open line has a printed number in and
// that cannot be 0 in any, -1 when there is none: then the line has lost a figure, or
// one of its numbers is another than was printed.
func (l *line) uncarried() int {
	for c := range l.values {
		if h := hull(l.state.readings, c); h.lo > 0 && !slices.ContainsFunc(l.state.readings, func(p placement) bool { return p.covers(c) }) {
			return c
		}
	}
	return -1
}
