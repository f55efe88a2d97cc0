package fonts

import (
	"encoding/binary"
	"hash/adler32"
	"sync/atomic"
)

// shape is the outline of a glyph up to a multiple of four bytes, packed by the
// code of its face. The same characters come in one report after the other.
type shape struct {
	words []uint64 // first bit lowest
	bits  int
	size  int    // bytes before packing
	sum   uint32 // checksum in the font
	adler adler  // checksum in the stream
}

func newShape(outline []byte, c *code) *shape {
	data := make([]byte, (len(outline)+3)&^3)
	copy(data, outline)
	w := bitWriter{out: make([]byte, 0, 2*len(data)+64)}
	w.encode(data, c)
	bits := 8*len(w.out) + int(w.have)
	packed := binary.LittleEndian.AppendUint64(w.out, w.bits)
	packed = append(packed, 0, 0, 0, 0, 0, 0, 0, 0)
	words := make([]uint64, (bits+63)/64)
	for i := range words {
		words[i] = binary.LittleEndian.Uint64(packed[8*i:])
	}
	return &shape{words, bits, len(data), checksum(data), adler(adler32.Checksum(data))}
}

// kept is what a face keeps for all the fonts that are cut from it.
type kept struct {
	code   *code
	shapes []atomic.Pointer[shape] // of its glyphs that are not composite
}

func (f *Face) kept() *kept {
	f.once.Do(func() { f.keeps = kept{newCode(f.sample()), make([]atomic.Pointer[shape], f.glyphs)} })
	return &f.keeps
}

// shape is that of a glyph, or nil if the glyph is composite.
func (f *Face) shape(glyph int) *shape {
	k := f.kept()
	s := k.shapes[glyph].Load()
	if s != nil {
		return s
	}
	outline := f.outline(glyph)
	if len(outline) > 0 && int16(binary.BigEndian.Uint16(outline)) < 0 {
		return nil
	}
	s = newShape(outline, k.code)
	k.shapes[glyph].Store(s)
	return s
}
