package doc

import (
	"slices"
	"strings"
	"unicode/utf16"
)

// Characters that delimit a field ([MS-DOC] 2.8 Plcfld).
const (
	fieldBegin = 0x13
	fieldSep   = 0x14
	fieldEnd   = 0x15
)

// field is one field: its code lies between begin and sep, its result between
// sep and end. Without a sep there is no result.
type field struct{ begin, sep, end int }

// matchFields pairs the delimiters in a range of text. A begin without an end,
// or whose code would swallow a cell mark, is damage and not listed, so that
// no text is lost behind it. Fields come in the order of their begins.
func (f *file) matchFields(start, lim int) []field {
	var all []field
	var open []int // indexes into all
	f.eachUnit(start, lim, func(cp int, u uint16) {
		switch u {
		case fieldBegin:
			if f.over = f.over || len(all) >= maxParagraphs; f.over {
				return
			}
			open = append(open, len(all))
			all = append(all, field{cp, -1, -1})
		case fieldSep:
			if n := len(open); n > 0 && all[open[n-1]].sep < 0 {
				all[open[n-1]].sep = cp
			}
		case fieldEnd:
			if n := len(open); n > 0 {
				all[open[n-1]].end = cp
				open = open[:n-1]
			}
		case cellMark:
			for n := len(open); n > 0 && all[open[n-1]].sep < 0; n = len(open) {
				open = open[:n-1]
			}
		}
	})
	matched := all[:0]
	for _, x := range all {
		if x.end >= 0 {
			matched = append(matched, x)
		} else {
			f.damage(damagedFields)
		}
	}
	return matched
}

// fieldState follows the fields while text is read.
type fieldState struct {
	all    []field
	next   int     // first field not begun yet
	open   []field // fields around the current character
	inCode int     // how many of these are in their code
	code   []uint16
}

// step takes one delimiter. It returns the text that a field shows from its
// code, and the name of a field whose code shows something that is not read.
func (s *fieldState) step(cp int, u uint16) (shown []uint16, unread string) {
	switch u {
	case fieldBegin:
		for s.next < len(s.all) && s.all[s.next].begin < cp {
			s.next++
		}
		if s.next < len(s.all) && s.all[s.next].begin == cp {
			s.open = append(s.open, s.all[s.next])
			s.inCode++
			s.next++
			s.code = s.code[:0]
		}
	case fieldSep:
		if n := len(s.open); n > 0 && s.open[n-1].sep == cp {
			s.inCode--
		}
	case fieldEnd:
		n := len(s.open)
		if n == 0 || s.open[n-1].end != cp {
			return nil, ""
		}
		if s.open[n-1].sep < 0 {
			s.inCode--
			if s.inCode == 0 {
				shown, unread = shownCode(s.code)
			}
		}
		s.open = s.open[:n-1]
	}
	return shown, unread
}

// Fields that have no result in the file but show something ([MS-DOC] 2.9
// flt; what they show is in ECMA-376 part 1 section 17.16.5).
var (
	textFields   = []string{"MACROBUTTON", "GOTOBUTTON"} // the code after the second word
	unreadFields = []string{"EQ", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "LISTNUM", "SYMBOL", "FORMCHECKBOX", "FORMDROPDOWN"}
)

// shownCode handles the code of a field without a result.
func shownCode(code []uint16) (text []uint16, unread string) {
	name, rest := firstWord(code)
	switch name = strings.ToUpper(name); {
	case slices.Contains(textFields, name):
		_, rest = firstWord(rest)
		return rest[min(1, len(rest)):], ""
	case slices.Contains(unreadFields, name):
		return nil, name
	}
	return nil, ""
}

// firstWord splits a code behind its first word.
func firstWord(code []uint16) (word string, rest []uint16) {
	for len(code) > 0 && code[0] <= ' ' {
		code = code[1:]
	}
	end := slices.IndexFunc(code, func(u uint16) bool { return u <= ' ' || u == '\\' })
	if end < 0 {
		end = len(code)
	}
	return string(utf16.Decode(code[:end])), code[end:]
}
