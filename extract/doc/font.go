package doc

import (
	"unicode/utf16"

	"luzhou/extract"
)

// readFonts reads the names in SttbfFfn ([MS-DOC] 2.9, its items FFN).
func readFonts(b view) []string {
	c := cursor{view: b}
	count := int(c.word())
	c.take(2)
	var names []string
	for range min(count, len(b)) {
		ffn := c.take(int(c.byte()))
		if c.failed {
			break
		}
		var units []uint16
		for i := 39; ; i += 2 {
			u, ok := ffn.u16(i)
			if !ok || u == 0 {
				break
			}
			units = append(units, u)
		}
		names = append(names, string(utf16.Decode(units)))
	}
	return names
}

// symbol returns the character that a code of the private area F000 to F0FF
// shows in a symbol font. Where that is not certain, it is the code itself.
func (f *file) symbol(font, code uint16) (shown rune, known bool) {
	if code < 0x100 {
		code |= extract.SymbolsFirst
	}
	name := ""
	if int(font) < len(f.fonts) {
		name = f.fonts[font]
	}
	if r, ok := extract.Symbol(name, rune(code)); ok {
		return r, true
	}
	return rune(code), false
}
