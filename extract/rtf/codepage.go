package rtf

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"luzhou/extract/charset"
)

// charsetPages gives the code page of a \fcharset value (section "Font
// Table"); charset 0 and 1 are decided by the document.
var charsetPages = map[int]int{
	77: 10000, 78: 10001, 79: 10003, 80: 10008, 81: 10002, 83: 10005, 84: 10004, 85: 10006,
	86: 10081, 87: 10021, 88: 10029, 89: 10007,
	128: 932, 129: 949, 130: 1361, 134: 936, 136: 950,
	161: 1253, 162: 1254, 163: 1258, 177: 1255, 178: 1256, 179: 1256, 180: 1256, 181: 1255,
	186: 1257, 204: 1251, 222: 874, 238: 1250, 254: 437, 255: 850,
}

// charsetName returns the name of a code page for people.
func charsetName(cp int) string {
	switch {
	case cp == 936 || cp == 10008 || cp == 54936:
		return "gb18030"
	case cp == 65001:
		return "utf-8"
	case cp == 950:
		return "big5"
	case cp == 932:
		return "shift_jis"
	case cp == 949:
		return "euc-kr"
	case cp == 10000:
		return "macintosh"
	case cp >= 1250 && cp <= 1258 || cp == 874:
		return fmt.Sprintf("windows-%d", cp)
	}
	return fmt.Sprintf("cp%d", cp)
}

const utf8Page = 65001

// decode returns the characters of bytes in the encoding.
func (e encoding) decode(b []byte, tally *tally) string {
	if e.symbols != nil {
		return e.symbols.text(b, tally)
	}
	cp := e.cp
	if n := pairs(b); e.guess != 0 && n > 0 {
		if _, bad := charset.DecodeCodePage(e.guess, b); bad == 0 || n > 2*bad {
			tally.guessed[e.guess]++
			cp = e.guess
		}
	}
	page := cp
	if !knownPage(cp) {
		b, cp = onlyASCII(b), utf8Page
	}
	text, _ := charset.DecodeCodePage(cp, b)
	if bad := strings.Count(text, "\uFFFD"); bad > 0 {
		tally.undecodable[page] += bad
	}
	return text
}

// knownPage tells whether bytes of a code page can be decoded piece by piece,
// as RTF stores them.
func knownPage(cp int) bool {
	_, known := charset.CodePage(cp)
	return known && cp != 1200 && cp != 1201
}

// onlyASCII replaces other bytes by U+FFFD.
func onlyASCII(b []byte) []byte {
	var out []byte
	for _, c := range b {
		if c < utf8.RuneSelf {
			out = append(out, c)
		} else {
			out = utf8.AppendRune(out, utf8.RuneError)
		}
	}
	return out
}

// pairs counts the characters of two bytes above 0xA0. Double-byte text of
// every East Asian code page is full of them, other text has hardly any.
func pairs(b []byte) int {
	n := 0
	for i := 0; i+1 < len(b); i++ {
		if b[i] < 0x80 {
			continue
		}
		if b[i] > 0xA0 && b[i+1] > 0xA0 {
			n++
		}
		i++
	}
	return n
}
