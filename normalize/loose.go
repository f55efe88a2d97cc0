package normalize

// This file doubts figures of tables in which nothing shows where a cell was empty,
// above all those that were put together from lines: a row may lack figures, or have
// taken one that is none of its own.

import "slices"

// hasShort reports whether a line of a block with sums lacks cells, as one of lines
// without any may, so that empty ones left no trace in it. The only row of lines that
// stands side by side may where another table of lines has such rows: elsewhere says so.
func (br *blockReading) hasShort(lined, elsewhere bool) bool {
	switch {
	case len(br.sums) == 0:
		return false
	case lined && len(br.lines) == 1 && elsewhere:
		return true
	}
	return slices.ContainsFunc(br.lines, func(l *line) bool {
		return l.row == nil && lined || l.row != nil && len(l.row.cells) < len(l.values)
	})
}

// strays reports whether line i, which has a figure for each column and breaks its
// sums, keeps them as a short line without one of its figures, or with two of them
// that are parts of one.
func (br *blockReading) strays(i int) bool {
	l := br.lines[i]
	if len(l.cells) != len(l.values) {
		return false
	}
	figures := numbers(l.cells)
	if slices.Contains(figures, nil) || keepSums(figures, br.sums) != sumsBroken {
		return false
	}
	columns := br.fits(map[int]placement{i: openWith(figures)}) // as printed
	for k := range figures {
		rest := slices.Delete(slices.Clone(figures), k, k+1)
		if br.keepsShort(i, rest, columns) {
			return true
		}
		if k > 0 && *figures[k] >= 0 {
			joined := *figures[k-1]*shift(*figures[k]) + *figures[k]
			rest[k-1] = &joined
			if br.keepsShort(i, rest, columns) {
				return true
			}
		}
	}
	return false
}

// shift is the power of ten that makes room for the digits of n.
func shift(n int64) int64 {
	s := int64(10)
	for s <= n {
		s *= 10
	}
	return s
}

// keepsShort reports whether line i can have these figures, one fewer than columns.
// columns tells whether they must keep the sums of columns too.
func (br *blockReading) keepsShort(i int, figures []*int64, columns bool) bool {
	for at := range len(figures) + 1 {
		f := slices.Insert(slices.Clone(figures), at, nil)
		if keepSums(f, br.sums) == sumsWhole && (!columns || br.allows(i, f)) {
			return true
		}
	}
	return false
}

// doubtAbove refuses the figures of rows below which the label of a row is missing:
// they may be those of that row, and their own left empty. Where the sums of columns
// do not allow it they stay, and where no row of the table has an empty cell.
func (r *reading) doubtAbove(b int) {
	if !r.leavesEmpty() {
		return
	}
	br, block := &r.blocks[b], &r.table.Form.Blocks[b]
	for i := 1; i < len(br.lines); i++ {
		l := br.lines[i-1]
		some := slices.ContainsFunc(l.values, func(v *Value) bool { return v.HasValue() })
		if some && br.lines[i].row == nil && !br.bare[i] && br.exchanges(i-1, i) {
			l.unplaced(r, say("下一行“"+block.Rows[i].Text+"”没有名称，这些数字可能是它的", "the label of the row below is missing; the figures may be those of that row"))
		}
	}
}

// leavesEmpty reports whether some row that is printed lacks figures.
func (r *reading) leavesEmpty() bool {
	return slices.ContainsFunc(r.blocks, func(br blockReading) bool {
		return slices.Contains(br.bare, true) || slices.ContainsFunc(br.lines, func(l *line) bool {
			return l.row != nil && len(l.row.cells) < len(l.values)
		})
	})
}

// exchanges reports whether the sums of columns allow the figures of one line to be
// those of another, and its own to be empty, or do not allow them where they stand.
func (br *blockReading) exchanges(from, to int) bool {
	blank := (&slab{}).open(len(br.lines[from].values))
	for c := range blank.columns {
		blank.columns[c] = bounds{0, 0}
	}
	br.lines[from].settle(&slab{})
	for _, p := range br.lines[from].state.readings {
		if br.fits(map[int]placement{to: p, from: blank}) || !br.fits(map[int]placement{from: p}) {
			return true
		}
	}
	return false
}
