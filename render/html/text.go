package html

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// text ends an open tag and writes what stands in the element. A text with
// blanks that HTML would draw together asks to keep them; style is the rest of
// the style attribute.
func (w *writer) text(s, style string) {
	s = clean(s)
	if keepsBlanks(s) {
		if style != "" {
			style += ";"
		}
		style += "white-space:pre-wrap"
	}
	if style != "" {
		w.attribute("style", style)
	}
	w.raw(">")
	w.content(s)
}

// content writes text with its line breaks. A break at the very end shows only
// when another follows it.
func (w *writer) content(s string) {
	s = clean(s)
	for {
		line, rest, more := strings.Cut(s, "\n")
		w.escaped(line)
		if !more {
			return
		}
		w.raw("<br>")
		if rest == "" {
			w.raw("<br>")
			return
		}
		s = rest
	}
}

// keepsBlanks reports whether a text has tabs, or blanks beside each other or
// at the ends of its lines.
func keepsBlanks(s string) bool {
	if !strings.ContainsAny(s, " \t") {
		return false
	}
	last := '\n'
	for _, r := range s {
		if r == '\t' || r == ' ' && (last == ' ' || last == '\n') || r == '\n' && last == ' ' {
			return true
		}
		last = r
	}
	return last == ' '
}

// escaped writes s so that it is neither markup nor the end of an attribute.
func (w *writer) escaped(s string) {
	for {
		at := strings.IndexAny(s, `&<>"`)
		if at < 0 {
			w.raw(s)
			return
		}
		w.raw(s[:at])
		switch s[at] {
		case '&':
			w.raw("&amp;")
		case '<':
			w.raw("&lt;")
		case '>':
			w.raw("&gt;")
		case '"':
			w.raw("&quot;")
		}
		s = s[at+1:]
	}
}

// clean drops bytes that are no UTF-8 and what the input stream of an HTML
// parser may not hold (WHATWG HTML section 13.2.3.5: controls and
// noncharacters), and writes every line end as a newline.
func clean(s string) string {
	if isClean(s) {
		return s
	}
	s = strings.ReplaceAll(strings.ToValidUTF8(s, ""), "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\r':
			return '\n'
		case !allowed(r):
			return -1
		}
		return r
	}, s)
}

func isClean(s string) bool {
	for _, r := range s {
		if !allowed(r) || r == utf8.RuneError {
			return false
		}
	}
	return true
}

func allowed(r rune) bool {
	switch {
	case r == '\n' || r == '\t':
		return true
	case r < 0x20, r >= 0x7F && r < 0xA0, r >= 0xFDD0 && r <= 0xFDEF:
		return false
	}
	return r&0xFFFE != 0xFFFE
}

// decimal prints a length as short as it goes, at most three places.
func decimal(f float64) string {
	s := strconv.FormatFloat(f, 'f', 3, 64)
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}
