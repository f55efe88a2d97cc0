package pdf

import "luzhou/render"

// model is the finished document before it is drawn: what stands where on
// which page. Lengths are in points from the top left corner of the page.
type model struct {
	Pages []page `json:"pages"`
	Marks []mark `json:"marks"`
}

type page struct {
	Lines []line `json:"lines"`
	Rules []rule `json:"rules,omitempty"`
}

// line is one line of text; its runs follow each other without gaps.
type line struct {
	X    float64 `json:"x"`
	Base float64 `json:"base"` // the base line
	Size float64 `json:"size"`
	Runs []run   `json:"runs"`
}

// run is text in one face with the same space after every character.
type run struct {
	Face  render.Face `json:"face"`
	Text  string      `json:"text"`
	Space float64     `json:"space,omitempty"`
}

// rule is a straight line of a table.
type rule struct {
	X1 float64 `json:"x1"`
	Y1 float64 `json:"y1"`
	X2 float64 `json:"x2"`
	Y2 float64 `json:"y2"`
}

// mark is an entry of the outline. Levels count from 0.
type mark struct {
	Text  string  `json:"text"`
	Page  int     `json:"page"` // counts from 0
	Level int     `json:"level"`
	Y     float64 `json:"y"`
}

const millimetre = 72 / 25.4

// The text block of the page in points.
const (
	blockLeft   = render.MarginLeft * millimetre
	blockTop    = render.MarginTop * millimetre
	blockWidth  = (render.PageWidth - render.MarginLeft - render.MarginRight) * millimetre
	blockHeight = render.LinesPerPage * render.LinePitch
)

// emTop is how far the top of the em square lies above the base line, in ems:
// where Chinese characters are centred.
const emTop = 0.88

// runs joins glyphs that share a face and the space after them.
func runs(gs []glyph, space spacing) []run {
	var list []run
	var text []rune
	last := run{}
	for i, g := range gs {
		next := run{Face: g.face, Space: space.word}
		if i+1 < len(gs) && stretches(g, gs[i+1]) {
			next.Space = space.gap
		}
		if i+1 == len(gs) && len(list)+len(text) > 0 {
			next.Space = last.Space // nothing follows, so spare a run
		}
		if len(text) > 0 && next != last {
			last.Text = string(text)
			list, text = append(list, last), text[:0]
		}
		last, text = next, append(text, g.r)
	}
	if len(text) > 0 {
		last.Text = string(text)
		list = append(list, last)
	}
	return list
}
