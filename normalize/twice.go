package normalize

// This file judges rows that stand twice.

import (
	"slices"

	"luzhou/extract"
)

// doubtTwice makes a row that stands twice a matter to look at when another row
// is missing: one of the two may be that row under a wrong label. If one of them is
// empty, so may be the row.
func (r *reading) doubtTwice() {
	missing := func(f extract.Finding) bool { return f.Code == RowMissing }
	if !slices.ContainsFunc(r.findings, missing) {
		return
	}
	for i, f := range r.findings {
		if f.Code == RowTwice {
			r.findings[i] = kinds.Find(RowRepeated, f.Where, f.Pos, r.rowText(f.Where),
				say("数字相同，而另有一行缺失", "with the same figures, while another row is missing"))
		}
	}
	for b := range r.blocks {
		for _, i := range r.blocks[b].emptyTwin {
			for c := range r.table.Values[b][i] {
				v := &r.table.Values[b][i][c]
				*v = Value{State: Unplaced, Pos: v.Pos}
			}
		}
	}
}

// startsAgain reports whether an empty form stands above the filled one: none of its
// rows had a figure when the first row stood again, above them or in another table.
func (b *blockReading) startsAgain(above bool) bool {
	empty := func(p *printedRow) bool { return p == nil || !p.hasFigure() }
	if !b.again && above {
		b.again = !slices.ContainsFunc(b.rows, func(p *printedRow) bool { return !empty(p) })
	}
	return b.again
}
