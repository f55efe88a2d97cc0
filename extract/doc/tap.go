package doc

import (
	"slices"

	"luzhou/extract"
)

// tap is the layout of one table row ([MS-DOC] 2.6.3).
type tap struct {
	gapHalf int
	origin  bool  // the left edge follows from sprmTDxaLeft and gapHalf
	edges   []int // one more than cells, in twips
	cells   []tc
	float   [5]int // absolute position of the table and of its frame
}

// tc says how a cell of a row is merged ([MS-DOC] 2.9 TCGRF).
type tc struct {
	horizontal byte // 0 or a mark of a merged group, see firstMerged
	down       extract.Down
}

// maxRowCells is the most cells a row may define; [MS-DOC] 2.4.3 allows 63.
const maxRowCells = 255

// Values of horzMerge. [MS-DOC] 2.9 TCGRF says 1 continues and 2 or 3 begin a
// group; the Word 97 documentation has it the other way round, and Word writes
// it so. A group therefore begins with whichever comes first.
const (
	mergeFirst = 1
	mergeNext  = 2
)

// readTap applies the table modifiers of a row-end paragraph.
func readTap(p *pap) *tap {
	t := &tap{edges: []int{0}, float: [5]int{p.frame[0], p.frame[1]}}
	for _, list := range p.tableProps {
		t.applyList(list)
	}
	if len(t.cells) == 0 {
		t.applyList(p.older)
	}
	return t
}

func (t *tap) applyList(list view) {
	for q, rest, ok := nextPrl(list); ok; q, rest, ok = nextPrl(rest) {
		t.apply(q)
	}
}

// apart reports whether two rows stand at different absolute positions.
func (t *tap) apart(above *tap) bool { return above != nil && t.float != above.float }

func (t *tap) apply(q prl) {
	first, lim := int(q.byte()), 0
	if n, ok := q.u8(1); ok {
		lim = min(int(n), len(t.cells))
	}
	switch q.op {
	case sprmTDefTable:
		t.define(q.view, tc80Size)
	case sprmTDefTable10:
		t.define(q.view, tc10Size)
	case sprmTDxaLeft:
		t.shift(0, q.i16(0)-t.gapHalf-t.edges[0])
		t.origin = true
	case sprmTDxaGapHalf:
		if t.origin {
			t.shift(0, t.gapHalf-q.i16(0))
		}
		t.gapHalf = q.i16(0)
	case sprmTPc:
		t.float[2] = int(q.byte())
	case sprmTDxaAbs:
		t.float[3] = q.i16(0)
	case sprmTDyaAbs:
		t.float[4] = q.i16(0)
	case sprmTInsert:
		t.insert(first, int(q.view.i16(0)>>8&0xFF), q.i16(2))
	case sprmTDelete:
		if first < lim {
			// The edges go with the cells they are left of, so the cell before
			// grows (Word 97 documentation, sprmTDelete; LibreOffice does so).
			t.cells = slices.Delete(t.cells, first, lim)
			t.edges = slices.Delete(t.edges, first, lim)
		}
	case sprmTDxaCol:
		for i := first; i < lim; i++ {
			t.shift(i+1, t.edges[i]+q.i16(2)-t.edges[i+1])
		}
	case sprmTMerge:
		for i := first; i < lim; i++ {
			t.cells[i].horizontal = mergeNext
		}
		if first < lim {
			t.cells[first].horizontal = mergeFirst
		}
	case sprmTSplit:
		for i := first; i < lim; i++ {
			t.cells[i].horizontal = 0
		}
	case sprmTVertMerge:
		if n, _ := q.u8(1); first < len(t.cells) {
			t.cells[first].down = downs[n&3]
		}
	}
}

// downs maps VerticalMergeFlag ([MS-DOC] 2.9).
var downs = [4]extract.Down{extract.Single, extract.Continue, extract.Single, extract.Restart}

// Sizes of a cell's entry in a row definition, by version.
const (
	tc80Size = 20
	tc10Size = 10
)

// define reads a TDefTableOperand ([MS-DOC] 2.9). There may be fewer TC80
// than cells; the rest are plain.
func (t *tap) define(b view, size int) {
	count, _ := b.u8(0)
	n := int(count)
	if len(b) < 1+2*(n+1) {
		n = max(0, (len(b)-1)/2-1)
	}
	t.origin = false
	t.edges = make([]int, n+1)
	t.cells = make([]tc, n)
	for i := range t.edges {
		t.edges[i] = b.i16(1 + 2*i)
		if i > 0 {
			t.edges[i] = max(t.edges[i], t.edges[i-1])
		}
	}
	for i := range t.cells {
		grf, ok := b.u16(1 + 2*(n+1) + size*i)
		if !ok {
			break
		}
		t.cells[i] = tc{horizontal: byte(grf & 3), down: downs[grf>>5&3]}
	}
}

// shift moves all edges from the i-th on.
func (t *tap) shift(i, by int) {
	for ; i < len(t.edges); i++ {
		t.edges[i] += by
	}
}

// insert adds cells of one width before a cell, or past the last one, the gap
// filled with cells of no width ([MS-DOC] 2.9 TInsertOperand).
func (t *tap) insert(first, count, width int) {
	width = max(0, width)
	for len(t.cells) < first && len(t.cells) < maxRowCells {
		t.cells = append(t.cells, tc{})
		t.edges = append(t.edges, t.edges[len(t.edges)-1])
	}
	if first > len(t.cells) || len(t.cells)+count > maxRowCells {
		return
	}
	for i := range count {
		at := first + i
		t.cells = slices.Insert(t.cells, at, tc{})
		t.edges = slices.Insert(t.edges, at+1, t.edges[at])
		t.shift(at+1, width)
	}
}
