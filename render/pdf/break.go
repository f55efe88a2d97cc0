package pdf

// measure is what text is broken to. Lengths are in points.
type measure struct {
	size  float64 // of the type
	width float64 // of a line
	first float64 // less on the first line
	pitch float64 // added to every gap that stretches; negative to narrow
}

// Bounds of the gap between two characters, in ems.
const (
	maxShrink = 0.03 // narrower looks crowded
	maxSpread = 0.1  // wider is left ragged; readers of the file take it for a space
	maxTorn   = 1.8  // left over at the end of a line before Latin words are parted
)

// broken is one line: glyphs[from:to] without the space that ended it.
type broken struct {
	from, to int
	natural  float64 // width with the pitch of the measure
	hang     float64 // of it, what may stand beyond the end
	forced   bool    // ends its paragraph or a line break of it
}

// breakLines breaks gs, which may hold newlines, into lines of the measure.
// Every glyph but white space at a line end lands in exactly one line.
func breakLines(gs []glyph, m measure) []broken {
	var lines []broken
	for start := 0; start <= len(gs); {
		end := start
		for end < len(gs) && gs[end].r != '\n' {
			end++
		}
		lines = append(lines, breakStretch(gs, start, end, m)...)
		start, m.first = end+1, 0
	}
	return lines
}

// breakStretch breaks gs[from:to], which holds no newline.
func breakStretch(gs []glyph, from, to int, m measure) []broken {
	var lines []broken
	width := m.width - m.first
	for {
		end := lineEnd(gs, from, to, width, m)
		line := m.line(gs, from, end)
		line.forced = end == to
		lines = append(lines, line)
		if end == to {
			return lines
		}
		for from = end; from < to && gs[from].r == ' '; from++ {
		}
		if from == to {
			lines[len(lines)-1].forced = true
			return lines
		}
		width = m.width
	}
}

// line measures gs[from:end] without the spaces at its end.
func (m measure) line(gs []glyph, from, end int) broken {
	for end > from && gs[end-1].r == ' ' {
		end--
	}
	b := broken{from: from, to: end}
	for i := from; i < end; i++ {
		b.natural += m.advance(gs, i, end)
	}
	if end > from && hangs(gs[end-1].r) {
		b.hang = gs[end-1].wide * m.size / 2
	}
	return b
}

// advance is the width of glyph i and the gap after it in a line up to end.
func (m measure) advance(gs []glyph, i, end int) float64 {
	w := gs[i].wide * m.size
	if i+1 < end && stretches(gs[i], gs[i+1]) {
		w += m.pitch
	}
	return w
}

// lineEnd finds where the line that starts at from ends: the last place that
// fits, or inside a word when the line would be torn open or has no place.
func lineEnd(gs []glyph, from, to int, width float64, m measure) int {
	used, shrink := 0.0, 0.0
	best, weak := -1, -1
	var bestUsed float64
	for i := from; i < to; i++ {
		ink := gs[i].wide * m.size
		if hangs(gs[i].r) {
			ink /= 2
		}
		if gs[i].r != ' ' && used+ink > width+shrink+1e-6 {
			return m.chosen(gs, from, i, best, weak, width-bestUsed)
		}
		used += m.advance(gs, i, to)
		if i+1 < to {
			if stretches(gs[i], gs[i+1]) {
				shrink += max(0, maxShrink*m.size+m.pitch)
			}
			switch between(gs[i], gs[i+1]) {
			case freely:
				best, bestUsed = i+1, used
			case ifTorn:
				weak = i + 1
			}
		}
	}
	return to
}

// chosen decides between the last good place, the last place inside a Latin
// word, and cutting before the glyph that is too much. A word is cut only when
// it would not fit a line of its own either.
func (m measure) chosen(gs []glyph, from, over, best, weak int, left float64) int {
	switch {
	case best > from && left <= maxTorn*m.size:
		return best
	case weak > best && weak > from:
		return weak
	case best > from && m.fitsWhole(gs, best):
		return best
	}
	return max(over, from+1)
}

// fitsWhole tells whether the glyphs from start to the next place where a line
// may end fit one line.
func (m measure) fitsWhole(gs []glyph, start int) bool {
	used := 0.0
	for i := start; i < len(gs) && gs[i].r != '\n'; i++ {
		if used += m.advance(gs, i, len(gs)); used > m.width {
			return false
		}
		if i+1 < len(gs) && between(gs[i], gs[i+1]) != never {
			break
		}
	}
	return true
}

// spacing is what to add after each glyph: where the gap stretches, and inside
// Latin words and figures.
type spacing struct{ gap, word float64 }

// spread is the spacing that makes the line fill width, on top of the pitch of
// the measure. Words are spaced out only where the other gaps would get too
// wide, and a line that would be torn open is left as it is.
func (m measure) spread(gs []glyph, b broken, width float64) spacing {
	gaps, all := 0, b.to-b.from-1
	for i := b.from; i+1 < b.to; i++ {
		if stretches(gs[i], gs[i+1]) {
			gaps++
		}
	}
	plain := spacing{gap: m.pitch}
	switch left := width - b.natural; {
	case left < 0 && gaps > 0:
		plain.gap -= max(0, -left-b.hang) / float64(gaps)
	case left < 0 || b.forced:
	case left <= maxSpread*m.size*float64(gaps):
		plain.gap += left / float64(gaps)
	case left <= maxSpread*m.size*float64(all):
		plain.gap += left / float64(all)
		plain.word = left / float64(all)
	}
	return plain
}
