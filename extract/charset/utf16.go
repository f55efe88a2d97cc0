package charset

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// decodeUTF16 decodes UTF-16; low is the index of the low byte in each pair: 0
// for little-endian, 1 for big-endian. Lone surrogates and an odd byte at the end count as bad.
func decodeUTF16(b []byte, low int) (text string, bad int) {
	var out strings.Builder
	out.Grow(len(b) + len(b)/2)
	unit := func(i int) rune { return rune(b[i+low]) | rune(b[i+1-low])<<8 }
	for i := 0; i+1 < len(b); i += 2 {
		r := unit(i)
		if utf16.IsSurrogate(r) {
			pair := utf8.RuneError
			if i+3 < len(b) {
				pair = utf16.DecodeRune(r, unit(i+2))
			}
			if r = pair; pair == utf8.RuneError {
				bad++
			} else {
				i += 2
			}
		}
		out.WriteRune(r)
	}
	if len(b)%2 == 1 {
		bad++
		out.WriteRune(utf8.RuneError)
	}
	return out.String(), bad
}

// zeroBytes recognises UTF-16 without a mark. Digits, blanks and line ends of
// any text have a zero high byte; a low byte may be zero too, as in 一 and 开.
func zeroBytes(data []byte) (set, bool) {
	const sample = 8192
	head := data[:min(len(data), sample)]
	head = head[:len(head)&^1]
	var zeros [2]int // by parity, pairs of a zero and an ASCII character
	for i := 0; i < len(head); i += 2 {
		switch a, b := head[i], head[i+1]; {
		case a == 0 && b == 0: // padding
		case a == 0 && b < utf8.RuneSelf:
			zeros[0]++
		case b == 0 && a < utf8.RuneSelf:
			zeros[1]++
		}
	}
	best, most := set{}, 0
	for parity, s := range [...]set{utf16BE, utf16LE} {
		if zeros[parity] < 2 || zeros[parity]*200 < len(head) {
			continue
		}
		if good := textual(s, head); good > most {
			best, most = s, good
		}
	}
	return best, most > 0
}

// textual returns how many characters read as those of UTF-16 of the right
// byte order do: ASCII, other alphabets, frequent Chinese characters; or 0 when
// most do not. Bytes of another kind give rare characters from everywhere.
func textual(s set, b []byte) int {
	text, odd := s.decode(b)
	good, other := 0, 0
	for _, r := range text {
		switch {
		case r >= ' ' && r < 0x7F || r >= '\t' && r <= '\r' || r == 0:
			good++
		case frequent.has(r) || r >= 0xA0 && r < 0x600 || r >= 0x2010 && r < 0x2030:
			good++
			other++
		case r >= 0x2000 && r < 0x2800 || r >= 0x3000 && r < 0xE000 || r >= 0xF900 && r < 0xFFF0 || r > 0xFFFF:
			other++
		default:
			odd++
		}
	}
	if odd*20 > good || good*100 < other*chineseShare {
		return 0
	}
	return good
}
