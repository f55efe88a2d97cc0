package fonts

import (
	"bytes"
	"encoding/binary"
	"errors"
	"slices"
	"testing"
)

var all = map[string]func() *Face{
	"xiaobiaosong": XiaoBiaoSong, "fangsong": FangSong, "hei": Hei, "kai": Kai, "song": Song,
}

func TestEmbeddedFaces(t *testing.T) {
	for name, load := range all {
		f := load()
		if f.Name == "Face" || f.Ascent <= 0 || f.Descent >= 0 {
			t.Errorf("%s: name %q, ascent %d, descent %d", name, f.Name, f.Ascent, f.Descent)
		}
		for _, r := range "0123456789.,%()-（）、。“”—" {
			if !f.Has(r) {
				t.Errorf("%s lacks %q", name, r)
			}
		}
	}
	for _, r := range "芦洲乡政府信息公开" {
		if FangSong().Advance(r) != 1 || !Kai().Has(r) || !Hei().Has(r) || !XiaoBiaoSong().Has(r) {
			t.Errorf("%q is missing or not one em wide", r)
		}
	}
	for _, r := range "㎡㎏²³½⑳☐☑☒℡〓镕喆堃" {
		if !Song().Has(r) {
			t.Errorf("fallback lacks %q", r)
		}
	}
	for _, r := range []rune{-1, 0, 0x20000, 0xFFFF, 0xD800, 0xE000} {
		if Song().Has(r) {
			t.Errorf("fallback claims U+%04X", r)
		}
	}
}

func TestSubsetKeepsOutlines(t *testing.T) {
	for name, load := range all {
		f := load()
		s := NewSubset(f)
		want := "芦洲乡20"
		if name == "song" {
			want = "镕喆堃20" // it has no hanzi that the others have
		}
		for i, r := range []rune(want + want) {
			if id := s.Glyph(r); id == 0 || i == 0 && id != 1 {
				t.Errorf("%s: %q is glyph %d", name, r, id)
			}
		}
		if s.Glyph('\U00020BB7') != 0 {
			t.Errorf("%s has a character beyond the basic plane", name)
		}
		if got := string(s.Runes()); got != want {
			t.Errorf("%s: runes %q, want %q", name, got, want)
		}
		cut := parseProgram(t, program(t, s))
		for i, r := range s.Runes() {
			want := f.outline(int(f.cmap[r]))
			if got := cut.outline(i + 1); !bytes.HasPrefix(got, want) || len(got)-len(want) > 3 {
				t.Errorf("%s: outline of %q changed", name, r)
			}
			if got, want := cut.advance(i+1), f.advance(int(f.cmap[r])); got != want {
				t.Errorf("%s: advance of %q is %d, want %d", name, r, got, want)
			}
		}
	}
}

// parseProgram reads a subset, which has no character map.
func parseProgram(t *testing.T, data []byte) *Face {
	t.Helper()
	f := &Face{tables: map[string][]byte{}}
	data = slices.Clone(data)
	n := int(binary.BigEndian.Uint16(data[4:]))
	for i := range n {
		e := data[12+i*16:]
		from, size := binary.BigEndian.Uint32(e[8:]), binary.BigEndian.Uint32(e[12:])
		f.tables[string(e[:4])] = data[from : from+size]
		if got := checksum(data[from : from+size]); got != binary.BigEndian.Uint32(e[4:]) {
			t.Errorf("checksum of %s is %08x", e[:4], got)
		}
	}
	if err := f.readMetrics(); err != nil {
		t.Fatal(err)
	}
	return f
}

func TestSubsetTakesPartsOfComposites(t *testing.T) {
	f := Song()
	s := NewSubset(f)
	id := int(s.Glyph('☑'))
	cut := parseProgram(t, program(t, s))
	if cut.glyphs != 4 { // .notdef, ☑, □, √
		t.Fatalf("%d glyphs, want 4", cut.glyphs)
	}
	glyph := cut.outline(id)
	if int16(binary.BigEndian.Uint16(glyph)) >= 0 {
		t.Fatal("☑ is not a composite glyph")
	}
	for at, flags := 10, uint16(moreParts); flags&moreParts != 0; at += partSize(flags) {
		flags = binary.BigEndian.Uint16(glyph[at:])
		part := int(binary.BigEndian.Uint16(glyph[at+2:]))
		if part <= id || part >= cut.glyphs || len(cut.outline(part)) == 0 {
			t.Errorf("part %d of ☑ is no glyph", part)
		}
	}
	if len(s.Widths()) != 2 {
		t.Errorf("%d widths, want those of .notdef and ☑", len(s.Widths()))
	}
}

func TestParseRefuses(t *testing.T) {
	for name, data := range map[string][]byte{
		"empty": nil, "short": []byte("\x00\x01\x00\x00"), "cubic": append([]byte("OTTO"), make([]byte, 100)...),
		"text": bytes.Repeat([]byte("font"), 100), "cut": song[:2000],
		"collection without fonts": append([]byte("ttcf"), make([]byte, 20)...),
	} {
		if _, err := Parse(data, 0); !errors.Is(err, ErrFont) {
			t.Errorf("%s: got %v, want %v", name, err, ErrFont)
		}
	}
}

func FuzzParse(f *testing.F) {
	s := NewSubset(Song())
	for _, r := range "1☑芦" {
		s.Glyph(r)
	}
	f.Add(program(f, s))
	f.Add(slices.Clone(song[:4096]))
	f.Add([]byte("ttcf\x00\x01\x00\x00\x00\x00\x00\x01\x00\x00\x00\x10"))
	f.Add(tiny())
	f.Fuzz(func(t *testing.T, data []byte) {
		Families(bytes.NewReader(data))
		face, err := Parse(data, 0)
		if err != nil {
			return
		}
		s := NewSubset(face)
		for _, r := range "1☑芦洲" {
			s.Glyph(r)
		}
		s.Widths()
		program(t, s)
	})
}

// tiny is a whole font whose glyph of 1 is made of itself.
func tiny() []byte {
	head, hhea, maxp := make([]byte, 54), make([]byte, 36), make([]byte, 6)
	binary.BigEndian.PutUint16(head[18:], 1000)
	binary.BigEndian.PutUint16(hhea[34:], 1)
	binary.BigEndian.PutUint16(maxp[4:], 2)
	glyph := []byte{0xFF, 0xFF, 0, 0, 0, 0, 0, 0, 0, 0, 0, moreParts, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0}
	cmap := []byte{0, 0, 0, 1, 0, 3, 0, 1, 0, 0, 0, 12, 0, 4, 0, 32, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0,
		0, '1', 0xFF, 0xFF, 0, 0, 0, '1', 0xFF, 0xFF, 0xFF, 0xD0, 0, 1, 0, 0, 0, 0}
	tables := []table{{name: "cmap", data: cmap}, {name: "glyf", data: glyph}, {name: "head", data: head}, {name: "hhea", data: hhea},
		{name: "hmtx", data: []byte{3, 232, 0, 0, 0, 0}}, {name: "loca", data: []byte{0, 0, 0, 0, 0, 11}}, {name: "maxp", data: maxp}}
	font := directory(tables)
	for _, t := range tables {
		font = append(append(font, t.data...), make([]byte, -len(t.data)&3)...)
	}
	return font
}

func TestGlyphMadeOfItself(t *testing.T) {
	face, err := Parse(tiny(), 0)
	if err != nil {
		t.Fatal(err)
	}
	s := NewSubset(face)
	if s.Glyph('1') != 1 {
		t.Fatal("1 not found")
	}
	if got := parseProgram(t, program(t, s)).glyphs; got != 2 {
		t.Errorf("%d glyphs, want 2", got)
	}
}
