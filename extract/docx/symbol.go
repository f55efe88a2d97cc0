package docx

import (
	"unicode/utf8"

	"luzhou/extract"
)

// appendSymbol appends the character that a w:sym names by its code in a font.
// A code of a symbol font that has no plain counterpart stays private and is
// counted; in another font the code is the character.
func (t *tally) appendSymbol(dst []byte, code rune, font string) []byte {
	if r, ok := extract.Symbol(font, code); ok {
		return utf8.AppendRune(dst, r)
	}
	if code >= extract.SymbolsFirst && code <= extract.SymbolsLast {
		t.symbols++
	}
	return utf8.AppendRune(dst, code)
}

// appendSymbols appends text set in a font that may be a symbol font. Only
// private characters are mapped: a plain letter may be meant as one.
func (t *tally) appendSymbols(dst, text []byte, font string) []byte {
	shown, unknown := extract.Symbols(font, string(text))
	t.symbols += unknown
	return append(dst, shown...)
}

// bulletText returns the text of a bullet; one without a plain counterpart is
// ornament.
func bulletText(font, text string) string {
	shown, _ := extract.Symbols(font, text)
	return shown
}
