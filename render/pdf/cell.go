package pdf

import (
	"strings"

	"luzhou/render"
)

// setCell is a cell broken into lines.
type setCell struct {
	row, col, rows, cols int
	size, pitch          float64 // of the type, and from line to line
	indent               float64 // of the lines
	centre               bool
	parted               bool // a figure or word was broken over lines
	lines                []cellLine
}

type cellLine struct {
	runs []run
	wide float64
}

const (
	cellPad      = render.CellPadding * millimetre
	cellPadTall  = render.CellPadTall * millimetre
	cellPadTight = render.CellPadTight * millimetre
)

func (c *setCell) textHeight() float64 { return float64(len(c.lines)) * c.pitch }

// cellKey is what the look of a cell depends on. Most cells of a report hold 0
// in columns of one width, so a set cell is used for all that are alike.
type cellKey struct {
	text   string
	face   render.Face
	width  float64
	indent float64 // in ems
}

// cell breaks the text of c into lines for a column width points wide.
func (t *typesetter) cell(c render.Cell, width float64) setCell {
	face := render.CellFace
	if c.Role == render.ColumnHead {
		face = render.HeadFace
	}
	key := cellKey{c.Text, face, width, float64(max(0, min(c.Level, render.MaxLevel)))}
	set, ok := t.cells[key]
	if !ok {
		lost := t.lost
		set = t.setText(key)
		if t.lost == lost { // else each cell is to be counted
			t.cells[key] = set
		}
	}
	t.fit.count(set)
	set.row, set.col, set.rows, set.cols = c.Row, c.Col, c.RowSpan, c.ColSpan
	set.centre = c.Role == render.Value || c.Role == render.ColumnHead || c.Role == render.RowHead && c.RowSpan > 1
	return set
}

// setText sets the text of a cell in the largest type that fits.
func (t *typesetter) setText(key cellKey) setCell {
	var set setCell
	inner := key.width - 2*min(cellPad, key.width/4)
	gs := t.glyphs(strings.TrimRight(key.text, " \n"), key.face)
	var lines []broken
	for _, size := range render.CellSizes {
		set.size = min(size, inner)
		set.indent = min(key.indent*set.size, inner/2)
		lines = breakLines(gs, measure{size: set.size, width: inner - set.indent})
		if set.parted = partsWord(gs, lines); !set.parted {
			break
		}
	}
	set.pitch = render.CellLine * set.size / render.CellSize
	set.setLines(gs, lines, inner-set.indent)
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
