package docx

import (
	"strings"
	"unicode/utf8"
)

// symbolFonts maps the characters of fonts that draw something else than the
// character's own meaning: w:sym and bullets name them by code, mostly in the
// private use area at F000. A code missing here stays as the file has it.
// Sources: the Symbol and Dingbats tables Unicode publishes under
// MAPPINGS/VENDORS/ADOBE, and the Wingdings characters encoded in Unicode 7.0.
var symbolFonts = map[string]map[byte]rune{
	"symbol":      symbolFont,
	"wingdings":   wingdings,
	"wingdings 2": wingdings2,
}

var symbolFont = from(0x20, " !∀#∃%&∋()∗+,−./0123456789:;<=>?"+
	"≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"+
	"\x00αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼").
	and(0xa0, "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓"+
		"°±″≥×∝∂•÷≠≡≈…\x00\x00↵"+
		"ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉"+
		"∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓"+
		"◊〈®©™∑").
	and(0xf1, "〉∫")

var wingdings = from(0x6c, "●❍■□").
	and(0x71, "❑❒").
	and(0x74, "⧫◆❖").
	and(0x80, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿").
	and(0x9f, "•▪").
	and(0xa7, "▪").
	and(0xa8, "◻").
	and(0xd8, "➢").
	and(0xdf, "←→↑↓↖↗↙↘").
	and(0xef, "⇦⇨⇧⇩⬄⇳").
	and(0xfb, "✗✓☒☑")

var wingdings2 = from(0x4f, "✗✓").
	and(0x52, "☑").
	and(0xa3, "□")

type codes map[byte]rune

// from maps consecutive codes to the characters of a string; NUL leaves one out.
func from(first byte, chars string) codes { return codes{}.and(first, chars) }

func (c codes) and(first byte, chars string) codes {
	for _, r := range chars {
		if r != 0 {
			c[first] = r
		}
		first++
	}
	return c
}

// privateFirst begins the private use block in which the codes of symbol
// fonts are stored.
const privateFirst = 0xf000

// appendSymbol appends the character a code draws in a font.
func appendSymbol(dst []byte, code rune, font string) []byte {
	table := symbolFonts[strings.ToLower(font)]
	if low := code &^ privateFirst; table != nil && low <= 0xff && (code == low || code == privateFirst+low) {
		if r, ok := table[byte(low)]; ok {
			return utf8.AppendRune(dst, r)
		}
	}
	return utf8.AppendRune(dst, code)
}

// appendSymbols appends text set in a font that may be a symbol font. Only
// private characters are mapped: a plain letter may be meant as one.
func appendSymbols(dst, text []byte, font string) []byte {
	for len(text) > 0 {
		r, n := utf8.DecodeRune(text)
		if r >= privateFirst && r <= privateFirst+0xff {
			dst = appendSymbol(dst, r, font)
		} else {
			dst = append(dst, text[:n]...)
		}
		text = text[n:]
	}
	return dst
}
