package fonts

import (
	"bytes"
	"compress/zlib"
	"io"
	"strings"
	"testing"
)

func unpack(t *testing.T, data []byte) []byte {
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

func TestPack(t *testing.T) {
	every := make([]byte, 1000)
	for i := range every {
		every[i] = byte(i)
	}
	for name, load := range all {
		f := load()
		s := NewSubset(f)
		for _, r := range "芦洲乡政府信息公开工作年度报告2020" {
			s.Glyph(r)
		}
		program := s.Program()
		for _, data := range [][]byte{program, every, {}, {0}, []byte(strings.Repeat("a", 100_000))} {
			if got := unpack(t, f.pack(nil, data)); !bytes.Equal(got, data) {
				t.Errorf("%s: %d bytes come back as %d others", name, len(data), len(got))
			}
		}
		room := &Workspace{packed: []byte("used before")}
		if got, size := s.Packed(room); !bytes.Equal(unpack(t, got), program) || size != len(program) {
			t.Errorf("%s: the packed program is another, of %d bytes", name, size)
		}
		if packed := len(f.pack(nil, program)); name == "fangsong" && packed > len(program)*4/5 {
			t.Errorf("%s: %d bytes packed into %d", name, len(program), packed)
		}
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
		if got := unpack(t, c.pack(nil, data)); !bytes.Equal(got, data) {
			t.Errorf("code %d: %q", i, got)
		}
	}
}

func BenchmarkPack(b *testing.B) {
	s := NewSubset(FangSong())
	for r := rune(0x4E00); len(s.Runes()) < 400; r++ {
		s.Glyph(r)
	}
	program := s.Program()
	b.SetBytes(int64(len(program)))
	room := &Workspace{}
	for b.Loop() {
		s.Packed(room)
	}
}
