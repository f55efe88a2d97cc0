package rtf

import (
	"cmp"
	"slices"
)

// script is a class of characters that a run gives a font of its own (section
// "Associated Character Properties").
type script uint8

const (
	anyScript   script = iota // none named: \f holds for all
	lowScript                 // \loch
	highScript                // \hich
	eastScript                // \dbch
	rightScript               // \rtlch
	scripts
)

// setFont obeys \f and \af.
func (s *state) setFont(n int) {
	switch s.script {
	case anyScript:
		s.fonts = [scripts]int{n, n, n, n, s.fonts[rightScript]}
	case lowScript:
		s.fonts[anyScript], s.fonts[lowScript] = n, n
	default:
		s.fonts[s.script] = n
	}
}

// plain obeys \plain: the character properties of the document's default.
func (r *reader) plain() {
	s := &r.state
	s.script = anyScript
	s.setFont(r.table.deff)
	if r.table.east >= 0 {
		s.fonts[eastScript] = r.table.east
	}
	s.hidden, s.deleted, s.inserted = false, false, false
}

// font obeys \f, which names an entry inside the font table.
func (r *reader) font(n int) {
	switch {
	case r.dest == toFonts:
		r.table.define(n)
	case r.lists.inTable:
		r.lists.font(n)
	default:
		r.setFont(n)
	}
}

func (r *reader) associatedFont(n int) {
	if r.script != anyScript {
		r.setFont(n)
	}
}

func (t *fontTable) charset(n int) {
	if t.current != nil {
		t.current.charset = n
	}
}

func (t *fontTable) page(n int) {
	if t.current != nil {
		t.current.cpg = n
	}
}

// maxFonts bounds the font table; font numbers have 16 bits.
const maxFonts = 1 << 16

type fontTable struct {
	fonts   map[int]*font
	current *font // being defined
	deff    int
	east    int  // \stshfdbch, default font of East Asian text; -1 for none
	base    int  // code page of \mac, \pc, \pca
	ansicpg int  // 0 when the file has none
	chinese bool // the file names Simplified Chinese as a language
	last    lastFont
}

type font struct {
	charset int // -1 when none is given
	cpg     int
	name    []byte
	enc     encoding
	ready   bool // enc is set
}

// lastFont remembers the last answer of encoding: most runs ask for it again.
type lastFont struct {
	n     int
	s     script
	enc   encoding
	valid bool
}

// encoding is how the bytes of a run become characters.
type encoding struct {
	cp      int
	symbols *symbolSet // of a font of symbols; nil otherwise
	guess   int        // code page to try first, 0 for none
}

// define begins the entry of a font.
func (t *fontTable) define(n int) {
	if t.fonts == nil {
		t.fonts = map[int]*font{}
	}
	f := &font{charset: -1}
	t.last.valid = false
	if _, known := t.fonts[n]; known || len(t.fonts) < maxFonts {
		t.fonts[n] = f
	}
	t.current = f
}

// named adds to the name of the font being defined, as far as it is needed.
func (t *fontTable) named(b []byte) {
	if t.current == nil {
		return
	}
	for _, c := range b {
		if c == ';' {
			t.current = nil
			return
		}
		if len(t.current.name) < 32 {
			t.current.name = append(t.current.name, c)
		}
	}
}

// encoding returns the encoding of bytes in a font.
func (t *fontTable) encoding(n int, s script) encoding {
	if t.last.n != n || t.last.s != s || !t.last.valid {
		t.last = lastFont{n, s, t.find(n, s), true}
	}
	return t.last.enc
}

func (t *fontTable) find(n int, s script) encoding {
	f := t.fonts[n]
	if f == nil {
		return t.plainEncoding(-1, s)
	}
	if !f.ready {
		f.ready = true
		f.enc = encoding{symbols: symbolFont(f.name, f.charset)}
		if cp := cmp.Or(f.cpg, charsetPages[f.charset]); f.enc.symbols == nil && cp != 0 {
			f.enc.cp = cp
		}
	}
	if f.enc.symbols != nil || f.enc.cp != 0 {
		return f.enc
	}
	return t.plainEncoding(f.charset, s)
}

// plainEncoding is the encoding of a font that names no character set of its
// own, or ANSI. Old Chinese programs write Chinese under ANSI; where the file
// lets that be (an East Asian code page, or none and a Chinese language) the
// bytes decide.
func (t *fontTable) plainEncoding(charset int, s script) encoding {
	cp := t.codePage()
	switch open := s == anyScript || s == eastScript; {
	case charset != 0 && t.ansicpg != 0, t.ansicpg == utf8Page, s == eastScript && doubleByte(t.ansicpg):
		return encoding{cp: cp}
	case charset == 0 && doubleByte(t.ansicpg) && open:
		return encoding{cp: 1252, guess: t.ansicpg}
	case t.ansicpg == 0 && t.base == 0 && t.chinese && open:
		return encoding{cp: 1252, guess: 936}
	case charset == 0:
		return encoding{cp: 1252}
	}
	return encoding{cp: cp}
}

// codePage returns the code page of the document.
func (t *fontTable) codePage() int {
	return cmp.Or(t.ansicpg, t.base, 1252)
}

// setPage obeys \ansicpg; 0 and values that are no code page mean none.
func (t *fontTable) setPage(cp int) {
	if knownPage(cp) {
		t.ansicpg, t.last.valid = cp, false
	}
}

func (r *reader) codePage() int { return r.table.codePage() }

func doubleByte(cp int) bool {
	return slices.Contains([]int{932, 936, 949, 950, 1361, 54936}, cp)
}
