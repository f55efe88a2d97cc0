package doc

import (
	"cmp"
	"slices"

	"luzhou/extract"
)

// readBoxes reads the ranges of the text boxes (PlcftxbxTxt, [MS-DOC] 2.8)
// and joins them with the shapes in the text (PlcfSpa) by the number
// of the shape. A box inside a group has a number of its own; it goes with the
// nearest shape before it, since Word numbers the members after the group.
func (f *file) readBoxes() {
	f.boxAt = map[int][]int{}
	b, _ := f.fib.pair(f.table, pairBoxText)
	texts := newPLC(b, 22)
	b, _ = f.fib.pair(f.table, pairShapes)
	spas := newPLC(b, 26)
	var shapes []shape
	for i := range spas.n {
		// The list is of shapes in the body; boxes hold no boxes.
		if lid, _ := spas.item(i).u32(0); spas.cp(i) < f.fib.ccp[storyText] {
			shapes = append(shapes, shape{lid, spas.cp(i)})
		}
	}
	slices.SortStableFunc(shapes, func(a, b shape) int { return cmp.Compare(a.lid, b.lid) })
	start, end, at := f.fib.start(storyBoxes), f.fib.ccp[storyBoxes], 0
	for i := range texts.n {
		from, lim := texts.cp(i), min(texts.cp(i+1), end)
		reusable, _ := texts.item(i).u16(8)
		if from < at || lim <= from || reusable != 0 {
			continue
		}
		at = lim
		lid, _ := texts.item(i).u32(14)
		f.boxes = append(f.boxes, textRange{start + from, start + lim})
		if cp, ok := anchor(shapes, lid); ok {
			f.boxAt[cp] = append(f.boxAt[cp], len(f.boxes)-1)
		} else {
			f.boxAt[-i-1] = []int{len(f.boxes) - 1} // at the end
		}
	}
	f.counts.pictures += max(0, spas.n-len(f.boxes))
}

// shape is a drawn shape with the position of its anchor.
type shape struct {
	lid uint32
	cp  int
}

// anchor finds the position of a shape, or of the one with the next smaller
// number, among shapes sorted by number.
func anchor(shapes []shape, lid uint32) (int, bool) {
	i, found := slices.BinarySearchFunc(shapes, lid, func(s shape, lid uint32) int { return cmp.Compare(s.lid, lid) })
	if !found {
		i--
	}
	if i < 0 {
		return 0, false
	}
	return shapes[i].cp, true
}

// boxesLeft returns the text boxes whose anchor was not met in the text.
func (f *file) boxesLeft() []extract.Block {
	left := make([]bool, len(f.boxes))
	for _, list := range f.boxAt {
		for _, i := range list {
			left[i] = true
		}
	}
	var out []extract.Block
	for i, r := range f.boxes {
		if left[i] {
			out = append(out, f.readBlocks(r.start, r.lim)...)
		}
	}
	return out
}
