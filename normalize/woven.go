package normalize

import (
	"slices"
	"strings"
	"unicode"
)

// Text taken out of a page by its lines mixes the labels of a table: those of
// merged cells run down beside the rows, a label of several lines has its figures
// beside one of them, and the lines of all are woven into each other.
//
//	三、本年 （一）予以公开          0   0
//	度办理结 （二）部分公开（区分处理
//	果    的，只计这一情形，不计其    1   0
//	     他情形）
//
// This file takes them apart: each piece must go on or begin a label, of a row or
// of merged cells, so that all labels come out whole and each row has figures on
// one line. If that is possible in two ways that differ in a figure, none is taken.

// woven is one way to read the lines so far.
type woven struct {
	row      int16           // wording of the row that was begun last, -1 for none
	at       int16           // bytes of it that were met
	figures  bool            // its figures were met
	parents  [2]int16        // label of merged cells begun last, by depth, -1 for none
	parentAt [2]int16        // bytes of it that were met
	above    [2]uint32       // labels of merged cells begun so far, a bit each
	lines    [maxWoven]int16 // by row of the form: the line of its figures, from 1
}

// Limits of what is tried: rows of a form, readings at once, lines of a table, and
// lines at which one may begin.
const (
	maxWoven      = 32
	maxReadings   = 256
	maxWovenLines = 400
	maxStarts     = 64
)

// wording is a label as it is compared: without blanks and punctuation.
type wording struct {
	row  int
	text string // as the form or a variant has it
	bare string
}

// weaver knows the labels of a form.
type weaver struct {
	rows    []wording
	parents [2][]string
	under   [2][]uint32 // by row of the form: the bit of its label of merged cells, 0 for none
	columns int
}

func bareLabel(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsPunct(r) && r != '/' {
			return -1
		}
		return simple(r)
	}, fold(text))
}

// newWeaver learns the labels of a form of one block; nil of a form whose rows cannot
// be woven.
func newWeaver(form *TableForm, blocks []BlockForm) *weaver {
	if form.Listed || len(blocks) > 1 || blocks[0].Across || len(blocks[0].Rows) > maxWoven {
		return nil
	}
	w := &weaver{columns: len(blocks[0].Columns)}
	seen := map[string]bool{}
	for i, row := range blocks[0].Rows {
		for _, list := range [][]string{{row.Text}, row.Variants, row.Odd} {
			for _, text := range list {
				w.rows = append(w.rows, wording{i, text, bareLabel(text)})
			}
		}
		for depth := range w.under {
			w.under[depth] = append(w.under[depth], 0)
			if depth >= len(row.Parents) {
				continue
			}
			b := bareLabel(row.Parents[depth])
			if !seen[b] {
				seen[b] = true
				w.parents[depth] = append(w.parents[depth], b)
			}
			w.under[depth][i] = 1 << slices.Index(w.parents[depth], b)
		}
	}
	return w
}

// whole reports whether a reading may end here: no label is broken off, and none of
// merged cells stands there without a row.
func (w *weaver) whole(s woven) bool {
	if s.row < 0 || int(s.at) < len(w.rows[s.row].bare) || !s.figures {
		return false
	}
	for depth, p := range s.parents {
		if p >= 0 && int(s.parentAt[depth]) < len(w.parents[depth][p]) {
			return false
		}
		for row, under := range w.under[depth] {
			if s.lines[row] > 0 {
				s.above[depth] &^= under
			}
		}
		if s.above[depth] != 0 {
			return false
		}
	}
	return true
}

// label adds the readings in which a piece goes on or begins a label.
func (w *weaver) label(s woven, piece string, next map[woven]bool) {
	if s.row >= 0 && strings.HasPrefix(w.rows[s.row].bare[s.at:], piece) {
		n := s
		n.at += int16(len(piece))
		next[n] = true
	}
	if s.row < 0 || int(s.at) == len(w.rows[s.row].bare) && s.figures {
		for i, r := range w.rows {
			if s.lines[r.row] == 0 && strings.HasPrefix(r.bare, piece) {
				n := s
				n.row, n.at, n.figures = int16(i), int16(len(piece)), false
				next[n] = true
			}
		}
	}
	for depth := range s.parents {
		p, at := s.parents[depth], s.parentAt[depth]
		open := p >= 0 && int(at) < len(w.parents[depth][p])
		if open && strings.HasPrefix(w.parents[depth][p][at:], piece) {
			n := s
			n.parentAt[depth] += int16(len(piece))
			next[n] = true
		}
		for i, text := range w.parents[depth] {
			if !open && strings.HasPrefix(text, piece) {
				n := s
				n.parents[depth], n.parentAt[depth] = int16(i), int16(len(piece))
				n.above[depth] |= 1 << i
				next[n] = true
			}
		}
	}
}

// line reads one line on; none is left when it cannot be of the table.
func (w *weaver) line(states map[woven]bool, l wovenLine, no int) map[woven]bool {
	for _, piece := range l.pieces {
		next := map[woven]bool{}
		for s := range states {
			w.label(s, piece, next)
		}
		if states = next; len(states) > maxReadings {
			return nil
		}
	}
	if len(l.figures) == 0 {
		return states
	}
	next := map[woven]bool{}
	if w.columns > 1 && len(l.pieces) == 0 && len(l.figures) == 1 && bareNumber.MatchString(l.figures[0]) {
		for s := range states {
			next[s] = true // it may be the number of the page
		}
	}
	for s := range states {
		if s.row >= 0 && !s.figures {
			s.figures = true
			s.lines[w.rows[s.row].row] = int16(no + 1)
			next[s] = true
		}
	}
	return next
}

// wovenLine is a line cut into pieces of labels and the figures behind them.
type wovenLine struct {
	pieces  []string // bare
	figures []string
	text    string
}

func (l wovenLine) onlyFigures() bool { return len(l.pieces) == 0 && len(l.figures) > 0 }

// cutLine cuts a line; ok is false when figures stand in the middle of it.
func cutLine(text string) (l wovenLine, ok bool) {
	l.text = text
	for _, t := range strings.FieldsFunc(text, isGap) {
		switch state := parseFigure(t).state; {
		case state == Printed || state == Dash:
			l.figures = append(l.figures, t)
		case len(l.figures) > 0:
			return l, false
		default:
			if b := bareLabel(t); b != "" {
				l.pieces = append(l.pieces, b)
			}
		}
	}
	return l, true
}

func isGap(r rune) bool { return unicode.IsSpace(r) || r == '|' }

// read reads rows from the first line on. rows tells the line of the figures of
// each wording, in the order of the lines; n how many lines they are.
func (w *weaver) read(lines []wovenLine, head map[string]bool) (rows []wording, at []int, n int) {
	states := map[woven]bool{{row: -1, parents: [2]int16{-1, -1}}: true}
	var best *woven
	for no, l := range lines {
		if len(l.figures) == 0 && head[l.text] {
			continue // the header once more, on another page
		}
		if states = w.line(states, l, no); len(states) == 0 {
			break
		}
		var whole []woven
		for s := range states {
			if w.whole(s) {
				whole = append(whole, s)
			}
		}
		if len(whole) == 0 {
			continue
		}
		for _, s := range whole[1:] {
			if s.lines != whole[0].lines {
				return nil, nil, 0
			}
		}
		best, n = &whole[0], no+1
	}
	if best == nil {
		return nil, nil, 0
	}
	byLine := map[int]wording{}
	for _, r := range w.rows {
		if line := int(best.lines[r.row]); line > 0 && byLine[line].text == "" {
			byLine[line] = r
		}
	}
	for no := 1; no <= n; no++ {
		if r, ok := byLine[no]; ok {
			rows, at = append(rows, r), append(at, no-1)
		}
	}
	return rows, at, n
}
