package docx

import (
	"bytes"
	"errors"
	"strconv"
	"strings"
	"unicode/utf8"
)

// content appends the text of the current element and of all inside it.
func (x *scanner) content(dst []byte) []byte {
	for depth := x.depth; x.next(); {
		switch {
		case x.kind == textToken && x.cdata:
			dst = appendVisible(dst, x.text)
		case x.kind == textToken:
			dst = x.appendText(dst, x.text)
		case x.kind == endTag && x.depth < depth:
			return dst
		}
	}
	return dst
}

// eachAttr calls f for the raw attributes of the current tag until it says stop.
func (x *scanner) eachAttr(f func(name, value []byte) bool) {
	for a := x.attrs; ; {
		eq := bytes.IndexByte(a, '=')
		if eq < 0 {
			return
		}
		name := bytes.TrimSpace(a[:eq])
		a = bytes.TrimLeft(a[eq+1:], " \t\r\n")
		if len(a) == 0 || a[0] != '"' && a[0] != '\'' {
			return
		}
		n := bytes.IndexByte(a[1:], a[0])
		if n < 0 || !f(name, a[1:n+1]) {
			return
		}
		a = a[n+2:]
	}
}

// raw returns the attribute of that name, whatever its prefix: none of the
// elements read here has two of one local name.
func (x *scanner) raw(local string) (value []byte, ok bool) {
	x.eachAttr(func(name, v []byte) bool {
		if i := bytes.LastIndexByte(name, ':'); string(name[i+1:]) == local && !bytes.HasPrefix(name, []byte("xmlns")) {
			value, ok = v, true
		}
		return !ok
	})
	return value, ok
}

// attr returns an attribute as text; empty when absent.
func (x *scanner) attr(local string) string {
	v, _ := x.raw(local)
	if bytes.IndexByte(v, '&') >= 0 {
		v = x.appendText(nil, v)
	}
	return string(v)
}

// number returns a whole-number attribute and whether there is one.
func (x *scanner) number(local string) (int, bool) {
	v, _ := x.raw(local)
	n, err := strconv.Atoi(strings.TrimSpace(string(v)))
	if errors.Is(err, strconv.ErrRange) {
		return n, true // the nearest int: limits see it
	}
	return n, err == nil
}

// on reads an on/off property (ECMA-376 part 1, 17.17.4): present means on.
func (x *scanner) on() bool {
	v, ok := x.raw("val")
	if !ok {
		return true
	}
	switch string(v) {
	case "0", "false", "off":
		return false
	}
	return true
}

// appendText appends raw text with its character references resolved. An
// entity nothing defines stays as it stands and is counted.
func (x *scanner) appendText(dst, raw []byte) []byte {
	for {
		i := bytes.IndexByte(raw, '&')
		if i < 0 {
			return appendVisible(dst, raw)
		}
		dst = appendVisible(dst, raw[:i])
		raw = raw[i:]
		end := bytes.IndexByte(raw[:min(len(raw), 12)], ';')
		if r, ok := reference(raw[1:max(end, 1)]); ok {
			dst = appendVisible(dst, utf8.AppendRune(nil, r))
			raw = raw[end+1:]
			continue
		}
		x.entities++
		dst = append(dst, '&')
		raw = raw[1:]
	}
}

func reference(name []byte) (rune, bool) {
	switch string(name) {
	case "lt":
		return '<', true
	case "gt":
		return '>', true
	case "amp":
		return '&', true
	case "quot":
		return '"', true
	case "apos":
		return '\'', true
	}
	digits, ok := bytes.CutPrefix(name, []byte("#"))
	if !ok {
		return 0, false
	}
	base := 10
	if hex, ok := bytes.CutPrefix(digits, []byte("x")); ok {
		digits, base = hex, 16
	}
	n, err := strconv.ParseUint(string(digits), base, 32)
	return rune(n), err == nil && n <= utf8.MaxRune
}

// appendVisible appends text without control characters and soft hyphens. A
// line end in XML text is a space; a line break has an element of its own.
func appendVisible(dst, text []byte) []byte {
	from := 0
	for i := 0; i < len(text); i++ {
		c, width, instead := text[i], 1, ""
		switch {
		case c == '\n':
			instead = " "
		case c == '\r' && (i+1 == len(text) || text[i+1] != '\n'):
			instead = " "
		case c < ' ' && c != '\t', c == 0x7f:
		case c == 0xc2 && i+1 < len(text) && (text[i+1] < 0xa0 || text[i+1] == 0xad):
			width = 2 // U+0080 to U+009F, U+00AD
		default:
			continue
		}
		dst = append(append(dst, text[from:i]...), instead...)
		i += width - 1
		from = i + 1
	}
	return append(dst, text[from:]...)
}
