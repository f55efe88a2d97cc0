package pdf

import (
	"math"
	"strconv"
	"unicode/utf16"

	"luzhou/render"
)

// content writes the operators of one page (ISO 32000-1, 8.5 and 9.4).
func content(p page, used *fontSet) string {
	w := operators{used: used}
	w.number(render.BorderWidth).text("w 2 J\n")
	for _, r := range p.Rules {
		w.point(r.X1, r.Y1).text("m ").point(r.X2, r.Y2).text("l S\n")
	}
	w.text("BT\n")
	for _, l := range p.Lines {
		w.line(l)
	}
	w.text("ET")
	return string(w.out)
}

const pageTop = render.PageHeight * millimetre

// operators collects the operators of a page. It remembers the text state, so
// that only what changes is written.
type operators struct {
	out   []byte
	used  *fontSet
	face  render.Face
	size  float64
	space float64
}

func (w *operators) text(s string) *operators {
	w.out = append(w.out, s...)
	return w
}

// number writes v with up to three decimals and a space.
func (w *operators) number(v float64) *operators {
	n := math.Round(v * 1000)
	if off := math.Abs(v*1000 - n); off > 0.499 || n > 1<<50 || n < -1<<50 { // which way to round, the library knows
		w.out = strconv.AppendFloat(w.out, v, 'f', 3, 64)
	} else {
		if math.Signbit(v) {
			w.text("-")
		}
		whole, part := uint64(math.Abs(n))/1000, uint64(math.Abs(n))%1000
		w.out = strconv.AppendUint(w.out, whole, 10)
		w.out = append(w.out, '.', '0'+byte(part/100), '0'+byte(part/10%10), '0'+byte(part%10))
	}
	for w.out[len(w.out)-1] == '0' {
		w.out = w.out[:len(w.out)-1]
	}
	if w.out[len(w.out)-1] == '.' {
		w.out = w.out[:len(w.out)-1]
	}
	return w.text(" ")
}

// point writes a place given from the top left as one from the bottom left.
func (w *operators) point(x, y float64) *operators { return w.number(x).number(pageTop - y) }

func (w *operators) line(l line) {
	w.text("1 0 0 1 ").point(l.X, l.Base).text("Tm ")
	for _, r := range l.Runs {
		if r.Face != w.face || l.Size != w.size {
			w.face, w.size = r.Face, l.Size
			w.text("/").text(w.used.name(r.Face)).text(" ").number(l.Size).text("Tf ")
		}
		if r.Space != w.space {
			w.space = r.Space
			w.number(r.Space).text("Tc ")
		}
		w.glyphs(r)
	}
}

const hexDigits = "0123456789abcdef"

func (w *operators) glyphs(r run) {
	w.text("<")
	font := w.used.subset(r.Face)
	for _, c := range r.Text {
		id := codeOf(font, c)
		w.out = append(w.out, hexDigits[id>>12], hexDigits[id>>8&15], hexDigits[id>>4&15], hexDigits[id&15])
	}
	w.text("> Tj\n")
}

// utf16Text is a text string as PDF wants it outside ASCII: big-endian with a
// byte order mark (ISO 32000-1, 7.9.2.2).
func utf16Text(s string) string {
	out := []byte{0xFE, 0xFF}
	for _, u := range utf16.Encode([]rune(s)) {
		out = append(out, byte(u>>8), byte(u))
	}
	return string(out)
}
