package rtf

import (
	"bytes"
	"strings"
)

// privateSymbols is where Unicode text keeps the codes of symbol fonts.
const privateSymbols = 0xF000

// symbolSet maps the codes of a font of symbols to characters.
type symbolSet struct {
	runes map[byte]rune
}

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
		if s != nil && s.runes[c] != 0 {
			b.WriteRune(s.runes[c])
			continue
		}
		tally.symbols++
		b.WriteRune(privateSymbols + rune(c))
	}
	return b.String()
}

// symbolFont returns the set of a font, or nil when it holds no symbols. The
// character set 2 marks fonts of symbols.
func symbolFont(name []byte, charset int) *symbolSet {
	key := strings.ToLower(string(bytes.TrimSpace(name)))
	if set, known := symbolSets[key]; known {
		return set
	}
	if charset == 2 {
		return unknownSet
	}
	return nil
}

var unknownSet = &symbolSet{}

var symbolSets = map[string]*symbolSet{
	"symbol":      {adobeSymbol()},
	"wingdings":   {wingdings},
	"wingdings 2": {wingdings2},
	"wingdings 3": unknownSet,
	"webdings":    unknownSet,
	// LibreOffice names its own symbol font for bullets it writes in Unicode;
	// codes below U+0100 in it are ASCII.
	"opensymbol": nil,
	"starsymbol": nil,
}

// adobeSymbol is the encoding of the font Symbol (Adobe, "Symbol Encoding to
// Unicode"), two halves of codes from 0x21 and from 0xA0; · stands for none.
func adobeSymbol() map[byte]rune {
	m := map[byte]rune{}
	fill(m, 0x21, "!∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_·αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼")
	fill(m, 0xA0, "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…··↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊⟨®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪·⟩∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭")
	return m
}

func fill(m map[byte]rune, from byte, list string) {
	for _, c := range list {
		if c != '·' {
			m[from] = c
		}
		from++
	}
}

// wingdings holds the bullets, boxes, marks and numbers that office documents
// use; the pictures of the font are left out.
var wingdings = map[byte]rune{
	0x6C: '●', 0x6D: '❍', 0x6E: '■', 0x6F: '□', 0x71: '❑', 0x72: '❒', 0x73: '⬧', 0x74: '⧫',
	0x75: '◆', 0x76: '❖', 0x77: '⬥',
	0x80: '⓪', 0x81: '①', 0x82: '②', 0x83: '③', 0x84: '④', 0x85: '⑤', 0x86: '⑥', 0x87: '⑦', 0x88: '⑧', 0x89: '⑨', 0x8A: '⑩',
	0x8B: '⓿', 0x8C: '❶', 0x8D: '❷', 0x8E: '❸', 0x8F: '❹', 0x90: '❺', 0x91: '❻', 0x92: '❼', 0x93: '❽', 0x94: '❾', 0x95: '❿',
	0x9E: '·', 0x9F: '•', 0xA1: '○', 0xA7: '▪', 0xA8: '◻', 0xAB: '★',
	0xD8: '➢', 0xDF: '←', 0xE0: '→', 0xE1: '↑', 0xE2: '↓', 0xE8: '➔',
	0xEF: '⇦', 0xF0: '⇨', 0xF1: '⇧', 0xF2: '⇩',
	0xFB: '✗', 0xFC: '✓', 0xFD: '☒', 0xFE: '☑',
}

var wingdings2 = map[byte]rune{
	0x50: '✓', 0x52: '☑', 0x53: '☒', 0x97: '●', 0xA3: '□',
}
