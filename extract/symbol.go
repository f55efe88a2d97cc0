package extract

import "strings"

// Symbol returns the character that a code draws in a font of symbols. Files
// give such codes as they are or in the private use area from F000 on. ok is
// false when the font is none of those known, or the code has no plain
// counterpart: it must then not pass for the letter or digit of the same code.
func Symbol(font string, code rune) (shown rune, ok bool) {
	if code >= SymbolsFirst && code <= SymbolsLast {
		code -= SymbolsFirst
	}
	if code < 0 || code > 0xFF {
		return 0, false
	}
	r := symbolFonts[strings.ToLower(strings.TrimSpace(font))][byte(code)]
	return r, r != 0
}

// Symbols returns text with its private characters, which stand for codes of a
// font of symbols, as the font shows them. unknown counts those it kept.
func Symbols(font, text string) (shown string, unknown int) {
	if !strings.ContainsFunc(text, private) {
		return text, 0
	}
	return strings.Map(func(r rune) rune {
		if !private(r) {
			return r
		}
		if c, ok := Symbol(font, r); ok {
			return c
		}
		unknown++
		return r
	}, text), unknown
}

// The private use area in which the codes of symbol fonts are stored.
const (
	SymbolsFirst = 0xF000
	SymbolsLast  = 0xF0FF
)

func private(r rune) bool { return r >= SymbolsFirst && r <= SymbolsLast }

// symbolFonts holds the characters of the symbol fonts of Windows that have a
// plain counterpart in Unicode; pictures are left out. Sources: the Symbol
// table Unicode publishes under MAPPINGS/VENDORS/ADOBE, and the characters of
// Wingdings, Wingdings 2 and Webdings encoded in Unicode 7.0.
var symbolFonts = map[string]symbolTable{
	"symbol": symbolTable{0x20: ' '}.
		and(0x21, "!∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_\x00αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼").
		and(0xA0, "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…\x00\x00↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓").
		and(0xE0, "◊⟨®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\x00⟩∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"),
	"wingdings": symbolTable{0x20: ' '}.
		and(0x6C, "●❍■□\x00❑❒⬧⧫◆❖⬥").
		and(0x80, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿").
		and(0x9E, "·•\x00○").
		and(0xA7, "▪◻\x00\x00★").
		and(0xD8, "➢").
		and(0xDF, "←→↑↓↖↗↙↘\x00➔").
		and(0xEF, "⇦⇨⇧⇩⬄⇳").
		and(0xFB, "✗✓☒☑"),
	"wingdings 2": symbolTable{0x20: ' '}.
		and(0x4F, "✗✓☒☑").
		and(0x97, "●").
		and(0xA3, "□"),
	"webdings": symbolTable{0x20: ' '}.
		and(0x33, "⏴⏵⏶⏷").
		and(0x61, "✔"),
}

type symbolTable map[byte]rune

// and adds the characters of consecutive codes; NUL leaves one out.
func (t symbolTable) and(first byte, list string) symbolTable {
	for _, r := range list {
		if r != 0 {
			t[first] = r
		}
		first++
	}
	return t
}
