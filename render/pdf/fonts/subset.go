package fonts

import (
	"encoding/binary"
	"slices"
	"strings"
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

// Workspace is room for cutting the fonts of one document after the other.
type Workspace struct {
	shapes []*shape
	packed []byte
}

// Reset makes the room free for the next document.
func (w *Workspace) Reset() { w.packed = w.packed[:0] }

// Packed returns the font program as a zlib stream, and its size before: the tables
// a PDF needs of a TrueType font whose characters are named by glyph (ISO 32000-1,
// 9.9). The bytes are good until w is reset.
func (s *Subset) Packed(w *Workspace) (packed []byte, size int) {
	tables := s.tables(w)
	start := len(w.packed)
	p := newPacker(w.packed, s.Face.kept().code)
	p.bytes(directory(tables))
	for _, t := range tables {
		t.pack(p)
	}
	w.packed = p.close()
	return w.packed[start:], p.size
}

func (s *Subset) tables(w *Workspace) []table {
	w.shapes = s.outlines(w.shapes[:0])
	n := len(s.from)
	loca := make([]byte, 4, n*4+4)
	hmtx := make([]byte, 0, n*4)
	at := 0
	for id, glyph := range s.from {
		at += w.shapes[id].size
		loca = binary.BigEndian.AppendUint32(loca, uint32(at))
		hmtx = binary.BigEndian.AppendUint16(hmtx, uint16(s.Face.advance(glyph)))
		hmtx = binary.BigEndian.AppendUint16(hmtx, s.Face.bearing(glyph))
	}
	head, hhea, maxp := s.copied("head"), s.copied("hhea"), s.copied("maxp")
	binary.BigEndian.PutUint16(head[50:], 1) // long loca
	binary.BigEndian.PutUint32(head[8:], 0)
	binary.BigEndian.PutUint16(hhea[34:], uint16(n))
	binary.BigEndian.PutUint16(maxp[4:], uint16(n))
	tables := []table{{name: "glyf", shapes: w.shapes}, {name: "head", data: head}, {name: "hhea", data: hhea},
		{name: "hmtx", data: hmtx}, {name: "loca", data: loca}, {name: "maxp", data: maxp}}
	for _, name := range []string{"cvt ", "fpgm", "prep"} {
		if data := s.Face.tables[name]; len(data) > 0 {
			tables = append(tables, table{name: name, data: data})
		}
	}
	slices.SortFunc(tables, func(a, b table) int { return strings.Compare(a.name, b.name) })
	return tables
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

// outlines lists the shapes of the glyphs; parts of composite glyphs join at the
// end.
func (s *Subset) outlines(list []*shape) []*shape {
	var index map[int]int // of the glyphs of the face, their numbers; made when a part asks
	for id := 0; id < len(s.from); id++ {
		if simple := s.Face.shape(s.from[id]); simple != nil {
			list = append(list, simple)
			continue
		}
		if index == nil {
			index = make(map[int]int, len(s.from))
			for id, glyph := range slices.Backward(s.from) {
				index[glyph] = id
			}
		}
		own := slices.Clone(s.Face.outline(s.from[id]))
		s.renumber(own, index)
		list = append(list, newShape(own, s.Face.kept().code))
	}
	return list
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
	name   string
	data   []byte
	shapes []*shape // of glyf, in place of data
}

func (t table) size() int {
	size := len(t.data)
	for _, s := range t.shapes {
		size += s.size
	}
	return size
}

func (t table) checksum() uint32 {
	sum := checksum(t.data)
	for _, s := range t.shapes {
		sum += s.sum
	}
	return sum
}

// pack packs a table up to a multiple of four bytes, which shapes have anyway.
func (t table) pack(p *packer) {
	p.bytes(t.data)
	p.bytes(make([]byte, -len(t.data)&3))
	for _, s := range t.shapes {
		p.shape(s)
	}
}

// directory is the head of a font file of these tables, in order of their names.
func directory(tables []table) []byte {
	n, power := len(tables), 0
	for 2<<power <= n {
		power++
	}
	at := 12 + n*16
	out := binary.BigEndian.AppendUint32(make([]byte, 0, at), 0x00010000)
	for _, v := range []int{n, 16 << power, power, n*16 - 16<<power} {
		out = binary.BigEndian.AppendUint16(out, uint16(v))
	}
	for _, t := range tables {
		size := t.size()
		out = append(out, t.name...)
		for _, v := range []uint32{t.checksum(), uint32(at), uint32(size)} {
			out = binary.BigEndian.AppendUint32(out, v)
		}
		at += (size + 3) &^ 3
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
