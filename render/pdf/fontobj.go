package pdf

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"

	"luzhou/render"
	"luzhou/render/pdf/fonts"
)

// fontSet holds the faces a document uses, in order of first use.
type fontSet struct {
	faces   Faces
	order   []render.Face
	subsets map[render.Face]*fonts.Subset
}

func newFontSet(faces Faces) *fontSet {
	return &fontSet{faces: faces, subsets: map[render.Face]*fonts.Subset{}}
}

func (s *fontSet) subset(face render.Face) *fonts.Subset {
	sub, ok := s.subsets[face]
	if !ok {
		sub = fonts.NewSubset(s.faces[face])
		s.subsets[face] = sub
		s.order = append(s.order, face)
	}
	return sub
}

// codeOf is the code of r in the text of a page.
func codeOf(of *fonts.Subset, r rune) uint16 {
	if r == noBreakSpace && !of.Face.Has(r) {
		r = ' '
	}
	return of.Glyph(r)
}

// name is the name of a face among the resources.
func (s *fontSet) name(face render.Face) string {
	s.subset(face)
	return "T" + strconv.Itoa(slices.Index(s.order, face))
}

// objectsPerFont is how many objects one face takes.
const objectsPerFont = 5

// fontObjects writes the objects of a subset, numbered from first: the
// composite font, its descendant, descriptor, program and character map (ISO
// 32000-1, 9.7 and 9.8). Codes are glyph numbers.
func fontObjects(sub *fonts.Subset, first int, room *fonts.Workspace) []object {
	program, size := sub.Packed(room)
	face := sub.Face
	name := subsetTag(sub) + "+" + face.Name
	font := fmt.Sprintf("<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>",
		name, first+1, first+4)
	descendant := fmt.Sprintf("<</Type/Font/Subtype/CIDFontType2/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"+
		"/FontDescriptor %d 0 R/CIDToGIDMap/Identity/DW 1000/W[%s]>>", name, first+2, widths(sub.Widths()))
	descriptor := fmt.Sprintf("<</Type/FontDescriptor/FontName/%s/Flags 4/FontBBox[%d %d %d %d]/ItalicAngle 0/Ascent %d/Descent %d"+
		"/CapHeight %d/StemV 80/FontFile2 %d 0 R>>", name, face.Box[0], face.Box[1], face.Box[2], face.Box[3],
		face.Ascent, face.Descent, face.Ascent*8/10, first+3)
	return []object{
		{text: []byte(font)}, {text: []byte(descendant)}, {text: []byte(descriptor)},
		stream(program, fmt.Sprintf("/Length1 %d", size)),
		plainStream(toUnicode(sub.Runes())),
	}
}

// subsetTag is the six letters that mark a subset (ISO 32000-1, 9.6.4), made
// from what is in it.
func subsetTag(sub *fonts.Subset) string {
	hash := uint32(2166136261)
	for _, r := range sub.Runes() {
		hash = (hash ^ uint32(r)) * 16777619
	}
	tag := make([]byte, 6)
	for i := range tag {
		tag[i] = 'A' + byte(hash%26)
		hash /= 26
	}
	return string(tag)
}

// widths writes the advances that differ from the default of 1000.
func widths(list []int) []byte {
	var out []byte
	open := false
	for id, w := range list {
		if w == 1000 {
			if open {
				out = append(out, ']')
			}
			open = false
			continue
		}
		if open {
			out = append(out, ' ')
		} else {
			out = append(strconv.AppendInt(out, int64(id), 10), '[')
		}
		out = strconv.AppendInt(out, int64(w), 10)
		open = true
	}
	if open {
		out = append(out, ']')
	}
	return out
}

// toUnicode maps glyph 1, 2, ... back to runes, for copying and searching (ISO
// 32000-1, 9.10.3). Written as ranges, which must not cross the first byte of a
// code, it is as short as the packed form of single entries.
func toUnicode(runes []rune) []byte {
	b := bytes.NewBuffer(make([]byte, 0, 400+6*len(runes)))
	b.WriteString("/CIDInit/ProcSet findresource begin 12 dict begin begincmap\n" +
		"/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n" +
		"/CMapName/Adobe-Identity-UCS def/CMapType 2 def\n1 begincodespacerange<0000><ffff>endcodespacerange\n")
	for id := 1; id <= len(runes); {
		last := min(id|0xFF, len(runes))
		b.WriteString("1 beginbfrange\n")
		writeHex(b, id)
		writeHex(b, last)
		b.WriteByte('[')
		for ; id <= last; id++ {
			writeHex(b, int(runes[id-1]))
		}
		b.WriteString("]\nendbfrange\n")
	}
	b.WriteString("endcmap CMapName currentdict/CMap defineresource pop end end\n")
	return b.Bytes()
}

func writeHex(b *bytes.Buffer, v int) {
	b.Write([]byte{'<', hexDigits[v>>12&15], hexDigits[v>>8&15], hexDigits[v>>4&15], hexDigits[v&15], '>'})
}
