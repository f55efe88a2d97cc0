package docx

import (
	"strings"
	"unicode/utf8"
)

// text writes a run with the characters of s. A newline becomes a line break
// and a tab a tab stop, as w:t would show neither. An empty text has no run.
func (w *writer) text(s string) {
	s = clean(s)
	if s == "" {
		return
	}
	run := w.plain
	if strings.IndexFunc(s, isSign) >= 0 {
		run = w.run
	}
	w.out.Write(run.open)
	for s != "" {
		at := strings.IndexAny(s, "\n\t")
		if at < 0 {
			at = len(s)
		}
		if at > 0 {
			e := w.bare
			if isSpace(s[0]) || isSpace(s[at-1]) {
				e = w.pieces.text
			}
			w.out.Write(e.open)
			w.escaped(s[:at])
			w.out.Write(e.end)
		}
		if at == len(s) {
			break
		}
		if s[at] == '\n' {
			w.out.Write(w.br)
		} else {
			w.out.Write(w.tab)
		}
		s = s[at+1:]
	}
	w.out.Write(run.end)
}

// isSign reports whether Latin and Chinese fonts both have the character, such
// as “ or —. From the radicals on all are Chinese.
func isSign(r rune) bool { return r >= utf8.RuneSelf && r < 0x2E80 }

// isSpace reports whether readers drop the byte at the ends of a text.
func isSpace(b byte) bool { return b == ' ' || b == '\t' || b == '\n' }

// escaped writes s as character data.
func (w *writer) escaped(s string) {
	for {
		at := strings.IndexAny(s, "&<>")
		if at < 0 {
			w.out.WriteString(s)
			return
		}
		w.out.WriteString(s[:at])
		switch s[at] {
		case '&':
			w.out.WriteString("&amp;")
		case '<':
			w.out.WriteString("&lt;")
		case '>':
			w.out.WriteString("&gt;")
		}
		s = s[at+1:]
	}
}

// clean drops what XML 1.0 cannot hold (production 2, Char) and bytes that are
// no UTF-8, and writes every kind of line end as a newline.
func clean(s string) string {
	if isClean(s) {
		return s
	}
	s = strings.ReplaceAll(s, "\r\n", "\n")
	var b strings.Builder
	for i, r := range s {
		switch {
		case r == '\r':
			b.WriteByte('\n')
		case r == utf8.RuneError && !strings.HasPrefix(s[i:], "\uFFFD"):
		case isXML(r):
			b.WriteRune(r)
		}
	}
	return b.String()
}

func isClean(s string) bool {
	for i, r := range s {
		if r == '\r' || !isXML(r) || r == utf8.RuneError && !strings.HasPrefix(s[i:], "\uFFFD") {
			return false
		}
	}
	return true
}

// isXML reports whether XML 1.0 allows the character. A range over a string
// gives no surrogates.
func isXML(r rune) bool {
	return r >= 0x20 && r != 0xFFFE && r != 0xFFFF || r == '\t' || r == '\n' || r == '\r'
}
