package charset

import (
	"sync"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// latinBytes is the byte of Windows-1252 or Latin-1 that is read as a character.
func latinBytes(r rune) []byte {
	if b, ok := charmap.Windows1252.EncodeRune(r); ok {
		return []byte{b}
	}
	if r < 0x100 {
		return []byte{byte(r)}
	}
	return nil
}

// gbkBytes are the bytes that code page 936 reads as a character. It reads the
// byte 80 as €, and pairs of its user-defined areas as private characters.
func gbkBytes(r rune) []byte {
	switch {
	case r == '€' || r == 0x80:
		return []byte{0x80}
	case r >= 0xE000 && r < 0xE234:
		return pair(r-0xE000, 0xAA, 0xA1, 94)
	case r >= 0xE234 && r < 0xE4C6:
		return pair(r-0xE234, 0xF8, 0xA1, 94)
	case r >= 0xE4C6 && r < 0xE766:
		return pair(r-0xE4C6, 0xA1, 0x40, 96)
	}
	return gbkPairs()[r]
}

// pair is the n-th pair of an area whose rows have a number of pairs. Rows from
// 40 on leave out 7F.
func pair(n rune, lead, trail byte, row rune) []byte {
	t := trail + byte(n%row)
	if trail == 0x40 && t >= 0x7F {
		t++
	}
	return []byte{lead + byte(n/row), t}
}

// gbkPairs lists the characters of GBK with their bytes; the first of two pairs
// for one character counts.
var gbkPairs = sync.OnceValue(func() map[rune][]byte {
	pairs := make(map[rune][]byte, 24000)
	decoder := simplifiedchinese.GBK.NewDecoder()
	for lead := 0x81; lead <= 0xFE; lead++ {
		row := make([]byte, 0, 2*190)
		for trail := 0x40; trail <= 0xFE; trail++ {
			if trail != 0x7F {
				row = append(row, byte(lead), byte(trail))
			}
		}
		decoded, err := decoder.Bytes(row)
		if err != nil {
			continue
		}
		for i, r := range []rune(string(decoded)) {
			if _, known := pairs[r]; !known && r != utf8.RuneError && 2*i+1 < len(row) {
				pairs[r] = row[2*i : 2*i+2]
			}
		}
	}
	return pairs
})
