package normalize

import "slices"

// readingSet is the readings of a line that are left. It does not change: to drop
// readings is to go on to another set. So lines of the same cells share one, and
// what was found out for one of them needs not be found out again for the next.
type readingSet struct {
	readings []placement
	first    int      // the reading in which each cell stands in its own place; -1 none or dropped
	hull     []bounds // what each column can hold over all readings
	after    []step

	agreements []agreement // of the columns, once asked for
}

// agreement is what all readings of a set say of a column.
type agreement struct {
	number int64
	cell   int  // printed cell that stands there alone in all of them; -1 when they differ
	ok     bool // they allow one number only
}

// step is a set that another became.
type step struct {
	within []bounds    // of the columns; nil when the sums alone made it
	set    *readingSet // nil when no reading was left
}

func newReadingSet(readings []placement, first int) *readingSet {
	s := &readingSet{readings: readings, first: first, hull: readings[0].columns}
	if len(readings) == 1 {
		return s
	}
	s.hull = slices.Clone(s.hull)
	for _, p := range readings[1:] {
		for c, b := range p.columns {
			h := &s.hull[c]
			h.lo, h.hi = min(h.lo, b.lo), max(h.hi, b.hi)
		}
	}
	return s
}

// tightened is the set without the readings that break the sums of a line, nil when
// none is left.
func (s *readingSet) tightened(sums []sum) *readingSet {
	return s.within(nil, sums)
}

// within is the set without the readings in which a column cannot hold what it is
// given, or that break the sums. The caller may change what is given.
func (s *readingSet) within(within []bounds, sums []sum) *readingSet {
	for _, done := range s.after {
		if slices.Equal(done.within, within) {
			return done.set
		}
	}
	by := step{within: slices.Clone(within)}
	kept, first := make([]placement, 0, len(s.readings)), -1
	var room []bounds // of the columns that change
	var scratch [maxColumns]bounds
	for i, p := range s.readings {
		before := p.columns
		p.columns = append(scratch[:0], before...)
		if !p.restrict(within) || !p.tighten(sums) {
			continue
		}
		if slices.Equal(p.columns, before) {
			p.columns = before
		} else {
			room = append(room, p.columns...)
			p.columns = slices.Clip(room[len(room)-len(before):])
		}
		if i == s.first {
			first = len(kept)
		}
		kept = append(kept, p)
	}
	if len(kept) > 0 {
		by.set = newReadingSet(kept, first)
	}
	s.after = append(s.after, by)
	return by.set
}

// restrict narrows the columns; false when one of them cannot hold what it is given.
func (p *placement) restrict(within []bounds) bool {
	for i, b := range within {
		c := &p.columns[i]
		if c.lo, c.hi = max(c.lo, b.lo), min(c.hi, b.hi); c.lo > c.hi {
			return false
		}
	}
	return true
}

// agreed returns the one number that all readings allow in a column, and the
// cell that stands there alone in all of them, -1 when they differ. A number
// other than 0 must be carried by a printed cell in every reading: when sums
// alone demand one, the source is more likely wrong than silent.
func (s *readingSet) agreed(column int) (n int64, cell int, ok bool) {
	if s.agreements == nil {
		s.agreements = make([]agreement, len(s.hull))
		for c := range s.agreements {
			s.agreements[c] = s.agreement(c)
		}
	}
	a := s.agreements[column]
	return a.number, a.cell, a.ok
}

func (s *readingSet) agreement(column int) (a agreement) {
	a.number, a.ok = s.hull[column].point()
	first := s.readings[0].cell[column]
	for i := range s.readings {
		p := &s.readings[i]
		if p.cell[column] != first {
			first = -1
		}
		if a.number != 0 && !p.covers(column) {
			a.ok = false
		}
	}
	a.cell = int(first)
	return a
}

// certain reports whether all readings allow one number in every column.
func (s *readingSet) certain() bool {
	for c := range s.hull {
		if _, _, ok := s.agreed(c); !ok {
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
