package rtf

import (
	"bytes"
	"slices"
	"strings"

	"luzhou/extract"
)

// symbolSet is the encoding of a font of symbols.
type symbolSet struct{ font string }

// text returns the characters of codes. A code that is not known for certain,
// or any code of no set, stays a private character and is counted: it must not
// pass for the letter or digit of the same code.
func (s *symbolSet) text(codes []byte, tally *tally) string {
	var b strings.Builder
	for _, c := range codes {
		if c <= ' ' {
			b.WriteByte(c)
			continue
		}
		if s != nil {
			if shown, ok := extract.Symbol(s.font, rune(c)); ok {
				b.WriteRune(shown)
				continue
			}
		}
		tally.symbols++
		b.WriteRune(extract.SymbolsFirst + rune(c))
	}
	return b.String()
}

// symbolFont returns the set of a font, or nil when it holds no symbols. The
// character set 2 marks fonts of symbols.
func symbolFont(name []byte, charset int) *symbolSet {
	key := strings.ToLower(string(bytes.TrimSpace(name)))
	switch {
	case slices.Contains(unicodeBullets, key):
		return nil
	case slices.Contains(symbolFonts, key), charset == 2:
		return &symbolSet{key}
	}
	return nil
}

var symbolFonts = []string{"symbol", "wingdings", "wingdings 2", "wingdings 3", "webdings"}

// unicodeBullets are the fonts of LibreOffice for bullets it writes in Unicode;
// codes below U+0100 in them are ASCII.
var unicodeBullets = []string{"opensymbol", "starsymbol"}
