package fonts

import (
	"encoding/binary"
	"slices"
)

// Subset collects the characters one document takes from a Face. Characters
// get glyph numbers in order of first use, from 1; glyph 0 is the face's own.
type Subset struct {
	Face  *Face
	ids   map[rune]uint16
	runes []rune // of glyph 1, 2, ...
	from  []int  // glyph in the face of glyph 0, 1, ...
}

// NewSubset starts an empty subset of face.
func NewSubset(face *Face) *Subset {
	return &Subset{Face: face, ids: make(map[rune]uint16, 256), from: []int{0}}
}

// Glyph returns the number of r in the subset, taking it in if need be. A
// character the face lacks is glyph 0.
func (s *Subset) Glyph(r rune) uint16 {
	if id, ok := s.ids[r]; ok {
		return id
	}
	if !s.Face.Has(r) {
		return 0
	}
	id := uint16(len(s.from))
	s.ids[r] = id
	s.runes = append(s.runes, r)
	s.from = append(s.from, int(s.Face.cmap[r]))
	return id
}

// Runes lists the characters of glyphs 1, 2, and so on.
func (s *Subset) Runes() []rune { return s.runes }

// Widths lists the advances of glyphs 0, 1, and so on in thousandths of the em.
func (s *Subset) Widths() []int {
	widths := make([]int, len(s.runes)+1)
	for i := range widths {
		widths[i] = (s.Face.advance(s.from[i])*1000 + s.Face.units/2) / s.Face.units
	}
	return widths
}

// Workspace is room for cutting one font after the other.
type Workspace struct{ glyf, program, packed []byte }

// Program returns the font program: the tables a PDF needs of a TrueType font
// whose characters are named by glyph (ISO 32000-1, 9.9).
func (s *Subset) Program() []byte { return s.program(&Workspace{}) }

// Packed returns the program as a zlib stream, and its size before. The bytes are
// good until w is used again.
func (s *Subset) Packed(w *Workspace) (packed []byte, size int) {
	w.packed = s.Face.pack(w.packed[:0], s.program(w))
	return w.packed, len(w.program)
}

func (s *Subset) program(w *Workspace) []byte {
	glyf, loca := s.outlines(w)
	n := len(s.from)
	hmtx := make([]byte, 0, n*4)
	for _, glyph := range s.from {
		hmtx = binary.BigEndian.AppendUint16(hmtx, uint16(s.Face.advance(glyph)))
		hmtx = binary.BigEndian.AppendUint16(hmtx, s.Face.bearing(glyph))
	}
	head, hhea, maxp := s.copied("head"), s.copied("hhea"), s.copied("maxp")
	binary.BigEndian.PutUint16(head[50:], 1) // long loca
	binary.BigEndian.PutUint32(head[8:], 0)
	binary.BigEndian.PutUint16(hhea[34:], uint16(n))
	binary.BigEndian.PutUint16(maxp[4:], uint16(n))
	tables := []table{{"glyf", glyf}, {"head", head}, {"hhea", hhea}, {"hmtx", hmtx}, {"loca", loca}, {"maxp", maxp}}
	for _, name := range []string{"cvt ", "fpgm", "prep"} {
		if data := s.Face.tables[name]; len(data) > 0 {
			tables = append(tables, table{name, data})
		}
	}
	w.program = assemble(w.program[:0], tables)
	return w.program
}

func (s *Subset) copied(name string) []byte { return slices.Clone(s.Face.tables[name]) }

// bearing is the left side bearing of a glyph.
func (f *Face) bearing(glyph int) uint16 {
	at := glyph*4 + 2
	if glyph >= f.metric {
		at = f.metric*4 + (glyph-f.metric)*2
	}
	return binary.BigEndian.Uint16(f.tables["hmtx"][at:])
}

// outlines copies the glyphs; parts of composite glyphs join at the end.
func (s *Subset) outlines(w *Workspace) (glyf, loca []byte) {
	index := make(map[int]int, len(s.from))
	for id, glyph := range slices.Backward(s.from) {
		index[glyph] = id
	}
	size := 0
	for _, glyph := range s.from {
		size += len(s.Face.outline(glyph)) + 4
	}
	glyf, loca = slices.Grow(w.glyf[:0], size), make([]byte, 0, 4*len(s.from)+4)
	for id := 0; id < len(s.from); id++ {
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		start := len(glyf)
		glyf = append(glyf, s.Face.outline(s.from[id])...)
		s.renumber(glyf[start:], index)
		for len(glyf)%4 != 0 {
			glyf = append(glyf, 0)
		}
	}
	loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
	w.glyf = glyf
	return glyf, loca
}

// Flags of a part of a composite glyph (OpenType specification, glyf).
const (
	wordArguments = 1 << 0
	oneScale      = 1 << 3
	moreParts     = 1 << 5
	twoScales     = 1 << 6
	matrix        = 1 << 7
)

// renumber points the parts of a composite glyph at their new numbers. Taking
// in a part never visits it here, so parts of parts cost no recursion.
func (s *Subset) renumber(glyph []byte, index map[int]int) {
	if len(glyph) < 10 || int16(binary.BigEndian.Uint16(glyph)) >= 0 {
		return
	}
	for at := 10; at+4 <= len(glyph); {
		flags := binary.BigEndian.Uint16(glyph[at:])
		part := int(binary.BigEndian.Uint16(glyph[at+2:]))
		if part >= s.Face.glyphs {
			part = 0
		}
		id, ok := index[part]
		if !ok {
			id = len(s.from)
			index[part] = id
			s.from = append(s.from, part)
		}
		binary.BigEndian.PutUint16(glyph[at+2:], uint16(id))
		at += partSize(flags)
		if flags&moreParts == 0 {
			return
		}
	}
}

func partSize(flags uint16) int {
	size := 6
	if flags&wordArguments != 0 {
		size += 2
	}
	switch {
	case flags&oneScale != 0:
		size += 2
	case flags&twoScales != 0:
		size += 4
	case flags&matrix != 0:
		size += 8
	}
	return size
}

type table struct {
	name string
	data []byte
}

// assemble appends tables to the empty out as a font file.
func assemble(out []byte, tables []table) []byte {
	slices.SortFunc(tables, func(a, b table) int {
		if a.name < b.name {
			return -1
		}
		return 1
	})
	n, power := len(tables), 0
	for 2<<power <= n {
		power++
	}
	size := 12 + n*16
	for _, t := range tables {
		size += (len(t.data) + 3) &^ 3
	}
	out = slices.Grow(out, size)
	out = binary.BigEndian.AppendUint32(out, 0x00010000)
	for _, v := range []int{n, 16 << power, power, n*16 - 16<<power} {
		out = binary.BigEndian.AppendUint16(out, uint16(v))
	}
	at := 12 + n*16
	for _, t := range tables {
		out = append(out, t.name...)
		for _, v := range []uint32{checksum(t.data), uint32(at), uint32(len(t.data))} {
			out = binary.BigEndian.AppendUint32(out, v)
		}
		at += (len(t.data) + 3) &^ 3
	}
	for _, t := range tables {
		out = append(out, t.data...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
	}
	return out
}

func checksum(data []byte) uint32 {
	var sum uint32
	for ; len(data) >= 4; data = data[4:] {
		sum += binary.BigEndian.Uint32(data)
	}
	var rest [4]byte
	copy(rest[:], data)
	return sum + binary.BigEndian.Uint32(rest[:])
}
