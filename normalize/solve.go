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
}

// equation says that the figures of some lines in one column add up to those of
// others.
type equation struct {
	left, right []int // lines
	column      int
}

// weigh drops readings until every one left can be part of figures that keep
// all equations, as far as bounds can tell. It returns false when a line that
// had a choice has no reading left: then the source contradicts itself, and
// nothing may be inferred from it.
func weigh(lines []*lineState, sums []sum, equations []equation) bool {
	for _, l := range lines {
		if !l.open {
			settled := clonePlacement(l.readings[0])
			if settled.tighten(sums) { // a printed line that breaks its own sum stays as printed
				l.readings = []placement{settled}
			}
			continue
		}
		if !l.keep(func(p *placement) bool { return p.tighten(sums) }) {
			return false
		}
	}
	broken := make([]bool, len(equations))
	for changed := true; changed; {
		changed = false
		for i, e := range equations {
			if broken[i] {
				continue
			}
			narrowed, ok := e.narrow(lines)
			if !ok {
				broken[i] = true // printed figures break it: it proves nothing about the others
				if e.hasOpen(lines) {
					return false
				}
				continue
			}
			for _, line := range slices.Concat(e.left, e.right) { // not the map: the order must not change
				b, ok := narrowed[line]
				if !ok {
					continue
				}
				c, ok := lines[line].restrict(e.column, b, sums)
				if !ok {
					return false
				}
				changed = changed || c
			}
		}
	}
	return true
}

// hasOpen reports whether a line of the equation had a choice.
func (e equation) hasOpen(lines []*lineState) bool {
	return slices.ContainsFunc(slices.Concat(e.left, e.right), func(i int) bool { return lines[i].open })
}

// narrow returns the lines that can hold less in their column than their
// readings say, and what they can hold.
func (e equation) narrow(lines []*lineState) (map[int]bounds, bool) {
	all := slices.Concat(e.left, e.right)
	before, list := make([]bounds, len(all)), make([]*bounds, len(all))
	for k, i := range all {
		before[k] = hull(lines[i].readings, e.column)
	}
	after := slices.Clone(before)
	for k := range after {
		list[k] = &after[k]
	}
	left, right := list[:len(e.left)], list[len(e.left):]
	for changed := true; changed; {
		changed = false
		if !balance(left, right, &changed) {
			return nil, false
		}
	}
	var out map[int]bounds
	for k, line := range all {
		if after[k] != before[k] {
			if out == nil {
				out = map[int]bounds{}
			}
			out[line] = after[k]
		}
	}
	return out, true
}

// restrict drops the readings in which the column cannot be within b.
func (l *lineState) restrict(column int, b bounds, sums []sum) (changed, ok bool) {
	if !l.open {
		p := &l.readings[0]
		c := p.columns[column]
		if n := (bounds{max(c.lo, b.lo), min(c.hi, b.hi)}); n != c && n.lo <= n.hi {
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
		p.columns[column] = n
		return n.lo <= n.hi && p.tighten(sums)
	})
	return changed, ok
}

// keep drops the readings that are not feasible; false when none is left.
func (l *lineState) keep(feasible func(*placement) bool) bool {
	kept := l.readings[:0]
	lone := -1
	for i := range l.readings {
		if !feasible(&l.readings[i]) {
			continue
		}
		if i == l.lone {
			lone = len(kept)
		}
		kept = append(kept, l.readings[i])
	}
	l.readings, l.lone = kept, lone
	return len(kept) > 0
}

func clonePlacement(p placement) placement {
	p.columns = slices.Clone(p.columns)
	return p
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
