package pdf

import "luzhou/render"

// A signature does not stand on a page without text (GB/T 9704-2012, note to
// section 7.3.5): a short last paragraph goes with it, of a long one the last
// lines do.

// shortParagraph is how many lines go with the signature as a whole.
const shortParagraph = 2

// signs tells whether b is the signature or, without one, the date.
func (b setBlock) signs() bool {
	return b.grid == nil && (b.paragraph.style == render.Signature || b.paragraph.style == render.Date)
}

// keepsNext tells whether b has to end on the page where next begins.
func keepsNext(b, next setBlock) bool {
	return b.grid == nil && !next.paragraph.spec.NewPage && (b.paragraph.spec.KeepNext || next.signs() && !b.signs() && len(b.paragraph.lines) <= shortParagraph)
}

// carry begins a page with the last lines of the block before, leaving at
// least two of that block behind.
func (f *flow) carry(before setBlock) {
	spec := before.paragraph.spec
	n := min(2, len(before.paragraph.lines)-2)
	page := &f.model.Pages[len(f.model.Pages)-1]
	if before.grid != nil || n < 1 || spec.SpaceDown > 0 || f.y < float64(n+2)*spec.Line-slack || len(page.Lines) < n+2 {
		f.newPage()
		return
	}
	for _, l := range before.paragraph.lines[len(before.paragraph.lines)-n-2:] {
		if len(l.runs) == 0 { // an empty line is not on the page
			f.newPage()
			return
		}
	}
	from := len(page.Lines) - n
	moved := page.Lines[from:]
	page.Lines = page.Lines[:from:from]
	f.newPage()
	for _, l := range moved {
		l.Base = blockTop + f.y + (spec.Line-spec.Size)/2 + emTop*spec.Size
		f.add(len(f.model.Pages)-1, l)
		f.y += spec.Line
	}
}
