package rtf

import "bytes"

type kind uint8

const (
	endOfData kind = iota
	open           // {
	closing        // }
	word           // \name or \nameN
	symbol         // \ and a character that is no letter
	hex            // \'hh
	binary         // \binN with its data
	plain          // bytes of text
)

// token is the smallest piece of the file. Its bytes are those of the input.
type token struct {
	kind  kind
	bytes []byte // name of a word, or bytes of text
	param int    // of a word; without a parameter 1, as for \b and \b1
	has   bool   // the word has a parameter
	char  byte   // of a symbol or of hex
}

// maxParam bounds a parameter; the specification allows 32 bits.
const maxParam = 1<<31 - 1

type lexer struct {
	data []byte
	pos  int
}

func (l *lexer) next() token {
	for l.pos < len(l.data) {
		switch c := l.data[l.pos]; c {
		case '{':
			l.pos++
			return token{kind: open}
		case '}':
			l.pos++
			return token{kind: closing}
		case '\\':
			return l.control()
		case '\r', '\n':
			l.pos++ // line ends of the file mean nothing
		default:
			from := l.pos
			for l.pos++; l.pos < len(l.data) && !special[l.data[l.pos]]; l.pos++ {
			}
			return token{kind: plain, bytes: l.data[from:l.pos]}
		}
	}
	return token{}
}

var special = [256]bool{'{': true, '}': true, '\\': true, '\r': true, '\n': true}

// control reads what follows a backslash.
func (l *lexer) control() token {
	l.pos++
	if l.pos == len(l.data) {
		return token{}
	}
	c := l.data[l.pos]
	if isLetter(c) {
		return l.word()
	}
	l.pos++
	if c != '\'' {
		return token{kind: symbol, char: c}
	}
	if l.pos+1 >= len(l.data) {
		l.pos = len(l.data)
		return token{}
	}
	high, low := hexDigit(l.data[l.pos]), hexDigit(l.data[l.pos+1])
	if high < 0 || low < 0 {
		return token{kind: symbol, char: c}
	}
	l.pos += 2
	return token{kind: hex, char: byte(high<<4 | low)}
}

func (l *lexer) word() token {
	from := l.pos
	for l.pos < len(l.data) && isLetter(l.data[l.pos]) {
		l.pos++
	}
	t := token{kind: word, bytes: l.data[from:l.pos], param: 1}
	minus := l.pos+1 < len(l.data) && l.data[l.pos] == '-' && isDigit(l.data[l.pos+1])
	if minus {
		l.pos++
	}
	for n := 0; l.pos < len(l.data) && isDigit(l.data[l.pos]); l.pos++ {
		n = min(n*10+int(l.data[l.pos]-'0'), maxParam)
		t.param, t.has = n, true
	}
	if minus {
		t.param = -t.param
	}
	if l.pos < len(l.data) && l.data[l.pos] == ' ' {
		l.pos++
	}
	if bytes.Equal(t.bytes, []byte("bin")) {
		t.kind = binary
		if t.has && t.param > 0 {
			l.pos += min(t.param, len(l.data)-l.pos)
		}
	}
	return t
}

// skipGroup moves behind the brace that ends the current group. It reports
// false when the data ends before.
func (l *lexer) skipGroup() bool {
	for depth := 1; depth > 0; {
		switch l.next().kind {
		case open:
			depth++
		case closing:
			depth--
		case endOfData:
			return false
		}
	}
	return true
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func hexDigit(c byte) int {
	switch {
	case isDigit(c):
		return int(c - '0')
	case c|0x20 >= 'a' && c|0x20 <= 'f':
		return int(c|0x20-'a') + 10
	}
	return -1
}
