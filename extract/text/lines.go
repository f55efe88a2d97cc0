package text

import (
	"regexp"
	"slices"
	"strings"
)

// line is one line of the source, or a cell that begins on it.
type line struct {
	text string
	no   int // from 1
}

// blank tells whether nothing of the line can be seen.
func (l line) blank() bool { return strings.Trim(l.text, " \t\u00A0\u3000") == "" }

// empty tells whether the line ends a row of a dump: it has no cell, not even
// an empty one.
func (l line) empty() bool { return strings.Trim(l.text, " \u00A0\u3000") == "" }

// split cuts text into lines. LF, CRLF, CR and CR CR LF (CRLF converted twice)
// end a numbered line; form feeds, vertical tabs, next lines and the separators of
// Unicode end a line without counting. Other control characters and soft hyphens are
// dropped: nothing of them shows. Too many lines give nil.
func split(text string) []line {
	lines := make([]line, 0, min(strings.Count(text, "\n")+1, maxLines))
	no, start := 1, 0
	for i := 0; i < len(text); i++ {
		end, counts := i, 1
		switch c := text[i]; {
		case c == '\r':
			switch {
			case strings.HasPrefix(text[i:], "\r\r\n"):
				i += 2
			case strings.HasPrefix(text[i:], "\r\n"):
				i++
			}
		case c == '\n':
		case c == '\f' || c == '\v':
			counts = 0
		case c == 0xC2 && strings.HasPrefix(text[i:], "\u0085"):
			counts = 0
			i++
		case c == 0xE2 && (strings.HasPrefix(text[i:], "\u2028") || strings.HasPrefix(text[i:], "\u2029")):
			counts = 0
			i += len("\u2028") - 1
		default:
			continue
		}
		if len(lines) == maxLines {
			return nil
		}
		lines = append(lines, line{clean(text[start:end]), no})
		no += counts
		start = i + 1
	}
	return append(lines, line{clean(text[start:]), no})
}

// minDouble is how many lines a text must have at the least to be double-spaced.
const minDouble = 20

// singleSpaced takes the blank lines out of a text that has one behind each line:
// there they end no table.
func singleSpaced(lines []line) []line {
	n, apart := 0, 0
	for i, l := range lines {
		if l.empty() {
			continue
		}
		n++
		if i+1 < len(lines) && lines[i+1].empty() && (i+2 == len(lines) || !lines[i+2].empty()) {
			apart++
		}
	}
	if n < minDouble || apart*20 < n*19 {
		return lines
	}
	return slices.DeleteFunc(lines, line.empty)
}

// minQuoted is how many lines a text quoted in a mail has at the least.
const minQuoted = 20

var quoteMark = regexp.MustCompile(`(?m)^(?:[>＞] ?)+`)

// withoutQuotes takes off the marks that mail programs put in front of each line of
// a text that is sent on: three of four lines have them.
func withoutQuotes(text string) string {
	if !strings.Contains(text, "\n>") && !strings.Contains(text, "\n＞") {
		return text
	}
	quoted, all := 0, 0
	for l := range strings.Lines(text) {
		switch {
		case strings.TrimSpace(l) == "":
		case strings.HasPrefix(l, ">") || strings.HasPrefix(l, "＞"):
			quoted++
			all++
		default:
			all++
		}
	}
	if quoted < minQuoted || quoted*4 < all*3 {
		return text
	}
	return quoteMark.ReplaceAllString(text, "")
}

func clean(s string) string {
	if !strings.ContainsFunc(s, invisible) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if invisible(r) {
			return -1
		}
		return r
	}, s)
}

func invisible(r rune) bool {
	return r < ' ' && r != '\t' || r >= 0x7F && r < 0xA0 || r == '\u00AD'
}
