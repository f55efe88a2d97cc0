package pdf

import (
	"strings"

	"luzhou/render"
)

// setCell is a cell broken into lines.
type setCell struct {
	row, col, rows, cols int
	size, pitch          float64 // of the type, and from line to line
	centre               bool
	lines                []cellLine
}

type cellLine struct {
	runs []run
	wide float64
}

const (
	cellPad     = render.CellPadding * millimetre
	cellPadTall = render.CellPadTall * millimetre
)

func (c *setCell) textHeight() float64 { return float64(len(c.lines)) * c.pitch }

// sizes are tried in turn until no figure or word of a cell has to be parted.
var sizes = [...]float64{render.CellSize, 9.5, 8.5, 7.5, 6.5}

// cell breaks the text of c into lines for a column width points wide.
func (t *typesetter) cell(c render.Cell, width float64) setCell {
	set := setCell{row: c.Row, col: c.Col, rows: c.RowSpan, cols: c.ColSpan}
	set.centre = c.Role == render.Value || c.Role == render.ColumnHead || c.Role == render.RowHead && c.RowSpan > 1
	face := render.CellFace
	if c.Role == render.ColumnHead {
		face = render.HeadFace
	}
	inner := width - 2*min(cellPad, width/4)
	gs := t.glyphs(strings.TrimRight(c.Text, " \n"), face)
	var lines []broken
	whole := false
	for _, size := range sizes {
		set.size = min(size, inner)
		lines = breakLines(gs, measure{size: set.size, width: inner})
		if whole = !partsWord(gs, lines); whole {
			break
		}
	}
	if !whole {
		t.fit.broken++
	}
	if set.size < render.CellSize && len(gs) > 0 {
		if t.fit.shrunk == 0 || set.size < t.fit.least {
			t.fit.least = set.size
		}
		t.fit.shrunk++
	}
	set.pitch = render.CellLine * set.size / render.CellSize
	set.setLines(gs, lines, inner)
	return set
}

// setLines squeezes lines that are a little too wide and measures them all.
func (c *setCell) setLines(gs []glyph, lines []broken, inner float64) {
	if len(gs) == 0 {
		return
	}
	m := measure{size: c.size, width: inner}
	for _, b := range lines {
		b.forced = true
		space := m.spread(gs, b, inner)
		c.lines = append(c.lines, cellLine{runs(gs[b.from:b.to], space), min(b.natural, inner)})
	}
}

// partsWord tells whether a line ends inside a figure or Latin word.
func partsWord(gs []glyph, lines []broken) bool {
	for _, b := range lines {
		if b.forced || b.to == 0 || b.to >= len(gs) {
			continue
		}
		before, after := gs[b.to-1], gs[b.to]
		if isLatin(before.r) && isLatin(after.r) && between(before, after) == never || isFullDigit(before.r) && isFullDigit(after.r) {
			return true
		}
	}
	return false
}
