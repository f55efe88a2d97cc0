package pdf

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"luzhou/extract"
	"luzhou/render"
	"luzhou/render/pdf/fonts"
)

// fallback is the face that stands in for characters another face lacks.
const fallback = render.Song

// geta is printed for a character that no face has, as type founders did.
const geta = '〓'

// glyph is one character as it will be drawn.
type glyph struct {
	r    rune
	face render.Face // the face asked for, or fallback
	wide float64     // advance in ems
}

// typesetter knows the faces of one document and counts what they lack.
type typesetter struct {
	faces   Faces
	missing map[rune]bool
	lost    int // places where one of them stood
	cells   map[cellKey]setCell
	fit     fit
	tables  []extract.Finding // what was noted of tables
}

// fit counts what did not fit the columns of one table.
type fit struct {
	shrunk int     // cells set smaller than their style
	least  float64 // their smallest size
	broken int     // cells with a figure or word broken over lines
}

// count looks at a cell that was set.
func (f *fit) count(c setCell) {
	if c.parted {
		f.broken++
	}
	if c.size < render.CellSize && len(c.lines) > 0 {
		if f.shrunk == 0 || c.size < f.least {
			f.least = c.size
		}
		f.shrunk++
	}
}

// note turns the counts of the table just set into findings.
func (t *typesetter) note(key string) {
	if t.fit.shrunk > 0 {
		t.tables = append(t.tables, render.Find(render.TypeShrunk, key, t.fit.shrunk, t.fit.least))
	}
	if t.fit.broken > 0 {
		t.tables = append(t.tables, render.Find(render.WordBroken, key, t.fit.broken))
	}
	t.fit = fit{}
}

var embedded = map[render.Face]func() *fonts.Face{
	render.XiaoBiaoSong: fonts.XiaoBiaoSong,
	render.FangSong:     fonts.FangSong,
	render.Hei:          fonts.Hei,
	render.Kai:          fonts.Kai,
	fallback:            fonts.Song,
}

func newTypesetter(o Options) *typesetter {
	t := &typesetter{faces: make(Faces, 2*len(embedded)), missing: map[rune]bool{}, cells: map[cellKey]setCell{}}
	for name, load := range embedded {
		t.faces[name] = load()
		if own := o.Faces[name]; own != nil {
			t.faces[builtIn(name)], t.faces[name] = t.faces[name], own
		}
	}
	return t
}

// builtIn names the embedded face that a face of the options stands before.
func builtIn(face render.Face) render.Face { return face + "（内置）" }

// glyphs turns text into what is drawn of it. Newlines stay; every other
// character that has no shape is dropped, and spaces of all widths are one.
func (t *typesetter) glyphs(text string, face render.Face) []glyph {
	out := make([]glyph, 0, len(text)/2)
	first := t.faces[face]
	for _, r := range text {
		switch r = visible(r); {
		case r < 0:
		case first != nil && first.Has(r) && r != '\n' && r != noBreakSpace:
			out = append(out, glyph{r, face, first.Advance(r)})
		default:
			out = append(out, t.glyph(r, face))
		}
	}
	return out
}

const noBreakSpace = '\u00a0'

// visible maps r to the character to draw, or -1 for none.
func visible(r rune) rune {
	switch {
	case isHanzi(r): // the most by far
		return r
	case r == '\n' || r == noBreakSpace || r == '\u3000':
		return r
	case r == '\u202f':
		return noBreakSpace
	case r == '\u2011': // the hyphen that forbids a break; Latin runs are kept whole anyway
		return '-'
	case r == '\t' || unicode.Is(unicode.Zs, r):
		return ' '
	case unicode.IsControl(r), unicode.Is(unicode.Cf, r), r >= 0xFE00 && r <= 0xFE0F, r >= 0xE0100 && r <= 0xE01EF:
		return -1
	case r == '\u2028' || r == '\u2029':
		return '\n'
	}
	return r
}

func (t *typesetter) glyph(r rune, face render.Face) glyph {
	switch {
	case r == '\n':
		return glyph{r: r}
	case r == noBreakSpace:
		g := t.glyph(' ', face)
		g.r = r
		return g
	}
	for _, name := range [...]render.Face{face, builtIn(face), fallback, builtIn(fallback)} {
		if f := t.faces[name]; f != nil && f.Has(r) {
			return glyph{r, name, f.Advance(r)}
		}
	}
	t.missing[r] = true
	t.lost++
	return t.glyph(geta, fallback) // which the embedded fallback has
}

func (t *typesetter) findings() []extract.Finding {
	var list []extract.Finding
	if len(t.missing) > 0 {
		list = append(list, render.Find(render.GlyphMissing, "", t.missingNames(), t.lost))
	}
	return append(list, t.tables...)
}

// maxNamed bounds how many characters one finding names.
const maxNamed = 50

func (t *typesetter) missingNames() string {
	runes := slices.Sorted(maps.Keys(t.missing))
	var names []string
	for i, r := range runes {
		if i == maxNamed {
			names = append(names, "…")
			break
		}
		name := fmt.Sprintf("U+%04X", r)
		if unicode.IsPrint(r) {
			name += " " + string(r)
		}
		names = append(names, name)
	}
	return strings.Join(names, "、")
}

// plain is text for document properties and bookmarks, which the back end
// writes in the basic plane only.
func plain(text string) string {
	return strings.Map(func(r rune) rune {
		r = visible(r)
		if r == '\n' {
			return -1
		}
		if r > 0xFFFF || r == unicode.ReplacementChar {
			return geta
		}
		return r
	}, text)
}
