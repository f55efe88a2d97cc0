package normalize

// This file decides which printed cell is which figure when a row does not have
// one cell for each column. The rule: list every reading of the row that keeps
// the order of the cells, drop those that the sums of the form rule out, and
// accept a figure only if all that remain agree on it. Bounds, not single
// numbers, are carried for what a reading leaves open, so a reading is dropped
// only when no figures at all could satisfy the sums.

// bounds is a range of whole numbers, both ends included.
type bounds struct{ lo, hi int64 }

// unbounded stands above every count; sums of some hundred stay in range. What is
// left of it when counts are taken off, farAway and more, bounds nothing either.
const (
	unbounded = int64(1) << 52
	farAway   = unbounded / 2
)

func (b bounds) point() (int64, bool) { return b.lo, b.lo == b.hi }

// placement is one reading of a row: what each column can hold.
type placement struct {
	columns []bounds
	*shape
}

// shape is which cells stand where in a reading. It does not change, so copies of
// the reading share it.
type shape struct {
	cell   []int8 // printed number that stands in the column alone; -1 none or not alone
	merges []merge
}

// merge is a printed cell read as covering several columns and holding their sum.
type merge struct {
	from, to int // columns from to to-1
	sum      int64
}

// sum says that the columns of left add up to column right.
type sum struct {
	left  []int // in rising order
	right int
}

// maxPlacements bounds the readings of one row; past it the row is refused.
const maxPlacements = 5000

// maxColumns bounds the width of a row whose readings are listed.
const maxColumns = 64

// placements lists the readings of cells over n columns. A nil cell is printed
// but holds no number. Columns that end a sum take part in no merge: a cell
// that holds a part and the total together is no figure of the form. ok is
// false when there are too many readings.
func (s *slab) placements(cells []*int64, n int, sums []sum) (list []placement, ok bool) {
	if k := len(cells); k > n || n > maxColumns || choose(n, k) > maxPlacements {
		return nil, false
	}
	total := make([]bool, n)
	for _, sum := range sums {
		total[sum.right] = true
	}
	spread(len(cells), n, func(at []int) { list = append(list, s.placeAt(cells, n, at)) })
	if len(cells) > 0 && len(cells) < n {
		cut(len(cells), n, func(ends []int) {
			if p, ok := s.mergeAt(cells, n, ends, total); ok {
				list = append(list, p)
			}
		})
	}
	return list, len(list) <= maxPlacements
}

func choose(n, k int) int {
	c := 1
	for i := 0; i < min(k, n-k); i++ {
		if c = c * (n - i) / (i + 1); c > maxPlacements {
			return c
		}
	}
	return c
}

// spread calls f with each choice of k of n places in rising order.
func spread(k, n int, f func(at []int)) {
	at := make([]int, k)
	var next func(i, from int)
	next = func(i, from int) {
		if i == k {
			f(at)
			return
		}
		for p := from; p <= n-(k-i); p++ {
			at[i] = p
			next(i+1, p+1)
		}
	}
	next(0, 0)
}

// cut calls f with the ends of each division of n columns into k runs.
func cut(k, n int, f func(ends []int)) {
	spread(k-1, n-1, func(at []int) {
		ends := make([]int, 0, k)
		for _, p := range at {
			ends = append(ends, p+1)
		}
		f(append(ends, n))
	})
}

// slab hands out many readings from few allocations.
type slab struct {
	columns []bounds
	cell    []int8
	shapes  []shape
	size    int // readings made room for last
}

// minSlab and maxSlab bound the readings that room is made for at once.
const (
	minSlab = 4
	maxSlab = 64
)

func (s *slab) open(n int) placement {
	if len(s.columns) < n || len(s.shapes) == 0 {
		s.size = min(max(2*s.size, minSlab), maxSlab)
		s.columns, s.cell, s.shapes = make([]bounds, s.size*n), make([]int8, s.size*n), make([]shape, s.size)
	}
	p := placement{columns: s.columns[:n:n], shape: &s.shapes[0]}
	p.cell = s.cell[:n:n]
	s.columns, s.cell, s.shapes = s.columns[n:], s.cell[n:], s.shapes[1:]
	for i := range n {
		p.columns[i], p.cell[i] = bounds{0, unbounded}, -1
	}
	return p
}

func (s *slab) placeAt(cells []*int64, n int, at []int) placement {
	p := s.open(n)
	for i, c := range at {
		if cells[i] != nil {
			p.cell[c], p.columns[c] = int8(i), bounds{*cells[i], *cells[i]}
		}
	}
	return p
}

func (s *slab) mergeAt(cells []*int64, n int, ends []int, total []bool) (p placement, ok bool) {
	p = s.open(n)
	from := 0
	for i, to := range ends {
		if to-from == 1 {
			if cells[i] != nil {
				p.cell[from], p.columns[from] = int8(i), bounds{*cells[i], *cells[i]}
			}
		} else {
			for c := from; c < to; c++ {
				if total[c] {
					return p, false
				}
				if cells[i] != nil {
					p.columns[c] = bounds{0, *cells[i]}
				}
			}
			if cells[i] != nil {
				p.merges = append(p.merges, merge{from, to, *cells[i]})
			}
		}
		from = to
	}
	return p, true
}

// tighten narrows the columns of a reading by its own sums until nothing
// changes; false when no figures satisfy them.
func (p *placement) tighten(sums []sum) bool {
	for changed := true; changed; {
		changed = false
		for _, s := range sums {
			if !p.keepSum(s, &changed) {
				return false
			}
		}
		for _, m := range p.merges {
			whole := [1]bounds{{m.sum, m.sum}}
			if !balance(p.columns[m.from:m.to], whole[:], &changed) {
				return false
			}
		}
	}
	return true
}

// keepSum narrows the columns of one sum.
func (p *placement) keepSum(s sum, changed *bool) bool {
	whole, first, n := p.columns[s.right:s.right+1], s.left[0], len(s.left)
	if s.left[n-1]-first == n-1 { // columns side by side
		return balance(p.columns[first:first+n], whole, changed)
	}
	var room [maxColumns]bounds
	parts, narrowed := room[:n], false
	for i, c := range s.left {
		parts[i] = p.columns[c]
	}
	if !balance(parts, whole, &narrowed) {
		return false
	}
	if narrowed {
		*changed = true
		for i, c := range s.left {
			p.columns[c] = parts[i]
		}
	}
	return true
}

// balance narrows terms so that those of left can add up to those of right;
// false when they cannot.
func balance(left, right []bounds, changed *bool) bool {
	return narrow(left, total(right), changed) && narrow(right, total(left), changed)
}

// total is the range of the sum of terms.
func total(terms []bounds) (t bounds) {
	for _, b := range terms {
		t.lo += b.lo
		t.hi += b.hi
	}
	return t
}

// narrow cuts from each term what cannot be part of a sum within the range.
func narrow(terms []bounds, within bounds, changed *bool) bool {
	all := total(terms)
	for i := range terms {
		b := &terms[i]
		rest := bounds{all.lo - b.lo, all.hi - b.hi}
		if top := within.hi - rest.lo; top < b.hi && top < farAway {
			all.hi -= b.hi - top
			b.hi, *changed = top, true
		}
		if bottom := within.lo - rest.hi; rest.hi < unbounded && bottom > b.lo {
			all.lo += bottom - b.lo
			b.lo, *changed = bottom, true
		}
		if b.lo > b.hi {
			return false
		}
	}
	return true
}
