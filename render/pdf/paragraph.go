package pdf

import (
	"math"
	"strings"

	"luzhou/render"
)

// setLine is one line of a paragraph, still without a place on a page.
type setLine struct {
	x    float64 // from the left edge of the text block
	runs []run
}

// setParagraph is a paragraph broken into lines.
type setParagraph struct {
	style render.Style
	spec  render.Spec
	text  string
	lines []setLine
}

// gridPitch is what to add to every gap so that whole characters fill width
// where they nearly do: 28 characters of 16 points in 156 mm.
func gridPitch(size, width float64) float64 {
	n := math.Ceil(width / size)
	if over := n*size - width; over <= maxShrink*size*n*0.6 {
		return -over / n
	}
	return 0
}

// paragraph breaks p into lines of the text block.
func (t *typesetter) paragraph(p render.Paragraph) setParagraph {
	spec := render.Specs[p.Style]
	if spec.Size == 0 {
		spec = render.Specs[render.Body]
	}
	text := p.Text
	if spec.Indent > 0 {
		text = strings.TrimSpace(text)
	}
	set := setParagraph{style: p.Style, spec: spec, text: text}
	if spec.Align == render.Center {
		text = strings.Join(render.TitleLines(text, blockWidth/spec.Size), "\n")
		set.lines = centred(t.glyphs(text, spec.Face), spec)
		return set
	}
	gs := t.glyphs(text, spec.Face)
	m := measure{size: spec.Size, width: blockWidth, pitch: gridPitch(spec.Size, blockWidth)}
	m.first = float64(spec.Indent) * (m.size + m.pitch)
	if spec.Align == render.Right {
		if p.Right > 0 { // which NaN is not
			most := max(blockWidth/2, blockWidth-m.line(gs, 0, len(gs)).natural) // room for the text, if need be on lines
			m.width -= min(p.Right*(m.size+m.pitch), most)
		}
	}
	for i, b := range breakLines(gs, m) {
		set.lines = append(set.lines, m.place(gs, b, i == 0, spec.Align))
	}
	return set
}

// place sets one broken line flush left, flush right or justified.
func (m measure) place(gs []glyph, b broken, first bool, align render.Align) setLine {
	l := setLine{}
	width := m.width
	if first {
		l.x, width = m.first, width-m.first
	}
	b.forced = b.forced || align != render.Justify
	l.runs = runs(gs[b.from:b.to], m.spread(gs, b, width))
	if align == render.Right {
		l.x = max(0, m.width-b.natural)
	}
	return l
}

// centred breaks a title where its lines end, and where one is too long.
func centred(gs []glyph, spec render.Spec) []setLine {
	var lines []setLine
	for _, b := range breakLines(gs, measure{size: spec.Size, width: blockWidth}) {
		lines = append(lines, setLine{x: max(0, (blockWidth-b.natural)/2), runs: runs(gs[b.from:b.to], spacing{})})
	}
	return lines
}
