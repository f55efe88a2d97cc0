package tags

import (
	"html"
	"iter"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Is tells whether the event opens an element of that name.
func (e Event) Is(space Space, local string) bool {
	return e.Kind == Open && e.Space == space && e.Local == local
}

// Text returns the characters.
func (e Event) Text() string {
	if e.Kind != Chars {
		return ""
	}
	return decoded(e.raw, e.literal)
}

// Blank tells whether there are no characters but white space.
func (e Event) Blank() bool { return e.Kind != Chars || strings.TrimSpace(e.raw) == "" }

// Attr returns the value of an attribute by its name without prefix.
func (e Event) Attr(local string) string {
	value, _ := e.Lookup(local)
	return value
}

// Lookup returns the value of an attribute and whether there is one.
func (e Event) Lookup(local string) (value string, ok bool) {
	if e.Kind != Open || !strings.Contains(e.raw, local) {
		return "", false
	}
	for name, value := range each(e.raw) {
		prefix, after, prefixed := strings.Cut(name, ":")
		if name == local || prefixed && after == local && prefix != "xmlns" {
			return decoded(value, false), true
		}
	}
	return "", false
}

// Attrs yields the attributes with their names as written.
func (e Event) Attrs() iter.Seq2[string, string] {
	return func(yield func(name, value string) bool) {
		for name, value := range each(e.raw) {
			if !yield(name, decoded(value, false)) {
				return
			}
		}
	}
}

// Int reads an attribute as a whole number, its decimals dropped; otherwise
// the given value.
func (e Event) Int(local string, otherwise int) int {
	value, ok := e.Lookup(local)
	if !ok {
		return otherwise
	}
	whole, _, _ := strings.Cut(value, ".")
	if n, err := strconv.Atoi(strings.TrimSpace(whole)); err == nil {
		return n
	}
	return otherwise
}

// each yields the attributes as written, without quotes.
func each(attrs string) iter.Seq2[string, string] {
	return func(yield func(name, value string) bool) {
		for {
			at := strings.IndexByte(attrs, '=')
			if at < 0 {
				return
			}
			name := strings.TrimSpace(attrs[:at])
			value := strings.TrimLeft(attrs[at+1:], " \t\r\n")
			if len(value) == 0 || value[0] != '"' && value[0] != '\'' {
				return
			}
			end := strings.IndexByte(value[1:], value[0])
			if end < 0 {
				return
			}
			attrs = value[end+2:]
			if !yield(name, value[1:end+1]) {
				return
			}
		}
	}
}

// decoded resolves references and drops the characters XML forbids.
func decoded(raw string, literal bool) string {
	spoiled, reference := false, false
	for i := range len(raw) {
		c := raw[i]
		spoiled = spoiled || c < ' ' && c != '\t' && c != '\n' && c != '\r' || c == 0xEF
		reference = reference || c == '&'
	}
	if reference && !literal {
		raw, spoiled = html.UnescapeString(raw), true
	}
	if spoiled {
		raw = strings.Map(Allowed, raw)
	}
	return raw
}

// Allowed returns a character of XML itself and -1 for any other: the control
// characters and what is none at all.
func Allowed(r rune) rune {
	if r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xFFFE || r == 0xFFFF || !utf8.ValidRune(r) {
		return -1
	}
	return r
}
