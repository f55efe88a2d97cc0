package extract

import "testing"

func TestSymbol(t *testing.T) {
	for _, c := range []struct {
		font string
		code rune
		want rune
	}{
		{"Symbol", 0x21, '!'}, {"Symbol", 0x41, 'Α'}, {"Symbol", 0x61, 'α'}, {"Symbol", 0x7E, '∼'}, {"Symbol", 0xA0, '€'},
		{"Symbol", 0xB4, '×'}, {"Symbol", 0xF0B7, '•'}, {"Symbol", 0xC6, '∅'}, {"Symbol", 0xD7, '⋅'}, {"Symbol", 0xF2, '∫'}, {"Symbol", 0xFE, '⎭'},
		{"Symbol", 0x60, 0}, {"Symbol", 0xBD, 0}, {"Symbol", 0x2022, 0}, {"Symbol", -1, 0},
		{"wingdings", 0xF06C, '●'}, {"Wingdings", 0x6F, '□'}, {"Wingdings", 0x70, 0}, {" WINGDINGS", 0x75, '◆'}, {"Wingdings", 0x80, '⓪'}, {"Wingdings", 0x8A, '⑩'},
		{"Wingdings", 0x9E, '·'}, {"Wingdings", 0xA1, '○'}, {"Wingdings", 0xA8, '◻'}, {"Wingdings", 0xE8, '➔'}, {"Wingdings", 0xFC, '✓'}, {"Wingdings", 0xFE, '☑'},
		{"Wingdings 2", 0x50, '✓'}, {"Wingdings 2", 0xA3, '□'}, {"Webdings", 0x61, '✔'},
		{"宋体", 0x61, 0}, {"", 0xF061, 0},
	} {
		if got, ok := Symbol(c.font, c.code); got != c.want || ok != (c.want != 0) {
			t.Errorf("%s %#x is %q, %v, want %q", c.font, c.code, got, ok, c.want)
		}
	}
}

func TestSymbols(t *testing.T) {
	if got, unknown := Symbols("Wingdings", "n\uF06E\uF041"); got != "n■\uF041" || unknown != 1 {
		t.Errorf("got %q, %d unknown", got, unknown)
	}
}
