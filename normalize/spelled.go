package normalize

// This file reads headers whose labels are in pieces: printed over several lines, and
// the lines of labels side by side taken for rows.
//
//	结果  结果  其他  尚未  总计
//	维持  纠正  结果  审结
//
// The pieces of a line belong to columns from left to right. So they tell the order
// of the columns when they spell all labels in the order of the form, and would not
// if any two neighbours had changed places.

import (
	"slices"
	"strings"
)

// maxSpellTries is how many pieces are tried in all headers of a table.
const maxSpellTries = 400000

// columnLabels are the wordings of the labels of columns from left to right. group
// tells which stand under a label of their own, which is printed above them.
type columnLabels struct {
	wordings [][]string
	group    []bool
}

// groupLabel stands for the label of the group among the pieces of a line.
const groupLabel = "\x00"

// speller finds out whether the pieces of lines spell labels.
type speller struct {
	columnLabels
	met   []string // of each column: what its pieces spell so far
	lines [][]string
	tries *int // that are left
}

// spells reports whether the pieces of lines, from left to right in each, spell a
// wording of every label, and nothing is left. known is false when no tries are left
// to find out.
func (l columnLabels) spells(lines [][]string, tries *int) (ok, known bool) {
	s := &speller{columnLabels: l, met: make([]string, len(l.wordings)), lines: lines, tries: tries}
	ok = s.from(0, 0, 0)
	return ok, ok || *tries >= 0
}

// spellsAlone reports whether the labels are spelled in this order only: not with
// two neighbours among size columns exchanged, or a column and the group beside it.
func (l columnLabels) spellsAlone(lines [][]string, size int, tries *int) bool {
	if ok, _ := l.spells(lines, tries); !ok {
		return false
	}
	first, last := l.span()
	for i := 0; i+1 < len(l.wordings); i++ {
		if (i+1)%size == 0 {
			continue
		}
		exchanged := []columnLabels{l.moved(i, i+1)}
		switch {
		case i+1 == first:
			exchanged = append(exchanged, l.moved(i, last-1))
		case i+1 == last:
			exchanged = append(exchanged, l.moved(last, first))
		}
		for _, other := range exchanged {
			if ok, known := other.spells(lines, tries); ok || !known {
				return false
			}
		}
	}
	return true
}

// span is where the columns of the group begin and end, all of them and others
// between them; 0 and 0 without a group.
func (l columnLabels) span() (first, last int) {
	for c, in := range l.group {
		if in && last == 0 {
			first = c
		}
		if in {
			last = c + 1
		}
	}
	return first, last
}

// moved is the same with a column in another place.
func (l columnLabels) moved(from, to int) columnLabels {
	return columnLabels{
		slices.Insert(slices.Delete(slices.Clone(l.wordings), from, from+1), to, l.wordings[from]),
		slices.Insert(slices.Delete(slices.Clone(l.group), from, from+1), to, l.group[from]),
	}
}

// from goes on with a piece of a line, for the columns from one on.
func (s *speller) from(line, piece, column int) bool {
	if line == len(s.lines) {
		for c, wordings := range s.wordings {
			if !slices.Contains(wordings, s.met[c]) {
				return false
			}
		}
		return true
	}
	if piece == len(s.lines[line]) {
		return s.from(line+1, 0, 0)
	}
	if s.lines[line][piece] == groupLabel {
		first, last := s.span()
		return first >= column && !slices.Contains(s.group[first:last], false) && s.from(line, piece+1, last)
	}
	for c := column; c < len(s.wordings); c++ {
		if *s.tries--; *s.tries < 0 {
			return false
		}
		before := s.met[c]
		text := before + s.lines[line][piece]
		if !slices.ContainsFunc(s.wordings[c], func(w string) bool { return strings.HasPrefix(w, text) }) {
			continue
		}
		s.met[c] = text
		if s.from(line, piece+1, c+1) {
			return true
		}
		s.met[c] = before
	}
	return false
}
