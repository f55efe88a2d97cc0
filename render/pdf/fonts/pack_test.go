package fonts

import (
	"bytes"
	"compress/zlib"
	"io"
	"strings"
	"testing"
)

func unpack(t testing.TB, data []byte) []byte {
	t.Helper()
	r, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	plain, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return plain
}

// program is the font that a subset packs.
func program(t testing.TB, s *Subset) []byte {
	t.Helper()
	packed, size := s.Packed(&Workspace{})
	plain := unpack(t, packed)
	if len(plain) != size {
		t.Errorf("the packed program has %d bytes, want %d", len(plain), size)
	}
	return plain
}

func packed(c *code, data []byte) []byte {
	p := newPacker(nil, c)
	p.bytes(data)
	return p.close()
}

func TestPack(t *testing.T) {
	every := make([]byte, 1000)
	for i := range every {
		every[i] = byte(i)
	}
	for name, load := range all {
		f := load()
		c := f.kept().code
		s := NewSubset(f)
		for _, r := range "芦洲乡政府信息公开工作年度报告2020" {
			s.Glyph(r)
		}
		font := program(t, s)
		for _, data := range [][]byte{font, every, {}, {0}, []byte(strings.Repeat("a", 100_000))} {
			if got := unpack(t, packed(c, data)); !bytes.Equal(got, data) {
				t.Errorf("%s: %d bytes come back as %d others", name, len(data), len(got))
			}
		}
		room := &Workspace{packed: []byte("used before")}
		for range 2 { // from shapes that are new, and that are kept
			if got, _ := s.Packed(room); !bytes.Equal(got, packed(c, font)) {
				t.Errorf("%s: packed by shapes, the program is another", name)
			}
		}
		if packed := len(packed(c, font)); name == "fangsong" && packed > len(font)*4/5 {
			t.Errorf("%s: %d bytes packed into %d", name, len(font), packed)
		}
	}
}

// Shapes of all sizes, packed one by one, are the bytes packed at once.
func TestShapes(t *testing.T) {
	c := FangSong().kept().code
	p := newPacker(nil, c)
	var all []byte
	for size := range 300 {
		data := bytes.Repeat([]byte{byte(size), 0xFF, byte(3 * size)}, size+1)[:size]
		p.shape(newShape(data, c))
		all = append(append(all, data...), make([]byte, -size&3)...)
		if size%7 == 0 {
			p.bytes(data[:size/2])
			all = append(all, data[:size/2]...)
		}
	}
	if got := p.close(); !bytes.Equal(got, packed(c, all)) || p.size != len(all) {
		t.Errorf("%d bytes, packed by shapes, are others, of %d", len(all), p.size)
	}
}

// TestCodesAreShort has frequencies that grow like the numbers of Fibonacci,
// which make the deepest tree there is.
func TestCodesAreShort(t *testing.T) {
	var counts [256]int
	a, b := 1, 1
	for i := range 60 {
		counts[i] = a
		a, b = b, a+b
	}
	for i, c := range []*code{newCode(counts), newCode([256]int{}), newCode([256]int{7: 1 << 40})} {
		space := 0
		for _, n := range c.length {
			if n < 1 || n > maxBits {
				t.Fatalf("code %d: %d bits", i, n)
			}
			space += 1 << (maxBits - n)
		}
		if space != 1<<maxBits {
			t.Errorf("code %d uses %d of %d places", i, space, 1<<maxBits)
		}
		data := []byte("0123456789\x00\xff\x07")
		if got := unpack(t, packed(c, data)); !bytes.Equal(got, data) {
			t.Errorf("code %d: %q", i, got)
		}
	}
}

func BenchmarkPack(b *testing.B) {
	s := NewSubset(FangSong())
	for r := rune(0x4E00); len(s.Runes()) < 400; r++ {
		s.Glyph(r)
	}
	b.SetBytes(int64(len(program(b, s))))
	room := &Workspace{}
	for b.Loop() {
		room.Reset()
		s.Packed(room)
	}
}
