package fonts

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"strings"
	"sync"
)

// ErrFont is what every error of this package wraps. The other two say why.
var (
	ErrFont     = errors.New("not a usable TrueType font")
	ErrOutlines = errors.New("no TrueType outlines")
	ErrRights   = errors.New("its licence forbids to embed a part of it")
)

// Face is a parsed font; it may be shared.
// Lengths are in thousandths of the em.
type Face struct {
	Name    string // PostScript name
	Ascent  int
	Descent int // below the base line, so negative
	Box     [4]int

	tables map[string][]byte
	units  int // per em
	glyphs int
	metric int // glyphs with an advance of their own
	long   bool
	cmap   *[1 << 16]uint16 // glyph of each character of the basic plane

	once  sync.Once // makes
	keeps kept
}

// required lists the tables a face must have, with their least length.
var required = map[string]int{"head": 54, "hhea": 36, "maxp": 6, "hmtx": 4, "loca": 4, "glyf": 1, "cmap": 4}

// Parse reads a TrueType font, or the member of a collection that Families
// lists at that place. It keeps references into data.
func Parse(data []byte, member int) (*Face, error) {
	starts, err := members(bytes.NewReader(data))
	if err == nil && (member < 0 || member >= len(starts)) {
		err = errors.New("no such font in the file")
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrFont, err)
	}
	f := &Face{tables: map[string][]byte{}}
	if err := f.readDirectory(data, int(starts[member])); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrFont, err)
	}
	for _, step := range []func() error{f.readRights, f.readMetrics, f.readCmap} {
		if err := step(); err != nil {
			return nil, fmt.Errorf("%w: %w", ErrFont, err)
		}
	}
	f.Name = postScriptName(f.tables["name"])
	return f, nil
}

func (f *Face) readDirectory(data []byte, start int) error {
	if start < 0 || len(data)-start < 12 {
		return errors.New("too short")
	}
	if v := binary.BigEndian.Uint32(data[start:]); v != 0x00010000 && v != 0x74727565 {
		return ErrOutlines
	}
	n := int(binary.BigEndian.Uint16(data[start+4:]))
	if len(data)-start-12 < n*16 {
		return errors.New("table directory cut short")
	}
	for i := range n {
		entry := data[start+12+i*16:]
		from, size := uint64(binary.BigEndian.Uint32(entry[8:])), uint64(binary.BigEndian.Uint32(entry[12:]))
		if from+size <= uint64(len(data)) {
			f.tables[string(entry[:4])] = data[from : from+size : from+size]
		}
	}
	for name, least := range required {
		if len(f.tables[name]) < least {
			return fmt.Errorf("table %q missing or cut short", name)
		}
	}
	return nil
}

// Rights of embedding (OpenType specification, OS/2, fsType).
const (
	rightsUse    = 0x000F // of the kinds of use, the least strict holds
	neverEmbed   = 0x0002
	neverCut     = 0x0100
	fsTypeOffset = 8
)

// readRights refuses a font whose maker forbids to embed it or to cut it.
func (f *Face) readRights() error {
	os2 := f.tables["OS/2"]
	if len(os2) < fsTypeOffset+2 {
		return nil
	}
	rights := binary.BigEndian.Uint16(os2[fsTypeOffset:])
	if rights&rightsUse == neverEmbed || rights&neverCut != 0 {
		return ErrRights
	}
	return nil
}

func (f *Face) readMetrics() error {
	head, hhea := f.tables["head"], f.tables["hhea"]
	f.units = int(binary.BigEndian.Uint16(head[18:]))
	f.glyphs = int(binary.BigEndian.Uint16(f.tables["maxp"][4:]))
	f.metric = int(binary.BigEndian.Uint16(hhea[34:]))
	f.long = binary.BigEndian.Uint16(head[50:]) != 0
	if f.units == 0 || f.glyphs == 0 || f.metric == 0 || f.metric > f.glyphs {
		return errors.New("impossible counts")
	}
	if len(f.tables["hmtx"]) < f.metric*4+(f.glyphs-f.metric)*2 {
		return errors.New("table hmtx cut short")
	}
	width := 2
	if f.long {
		width = 4
	}
	if len(f.tables["loca"]) < (f.glyphs+1)*width {
		return errors.New("table loca cut short")
	}
	f.Ascent, f.Descent = f.scaled(hhea[4:]), f.scaled(hhea[6:])
	for i := range f.Box {
		f.Box[i] = f.scaled(head[36+2*i:])
	}
	return nil
}

// scaled reads a signed number of font units as thousandths of the em.
func (f *Face) scaled(b []byte) int {
	return int(int16(binary.BigEndian.Uint16(b))) * 1000 / f.units
}

// readCmap takes the first Unicode sub-table of format 4; the basic plane is
// all that the writer draws.
func (f *Face) readCmap() error {
	table := f.tables["cmap"]
	n := int(binary.BigEndian.Uint16(table[2:]))
	for i := 0; i < n && len(table) >= 12+i*8; i++ {
		entry := table[4+i*8:]
		platform, encoding := binary.BigEndian.Uint16(entry), binary.BigEndian.Uint16(entry[2:])
		from := uint64(binary.BigEndian.Uint32(entry[4:]))
		unicode := platform == 0 || platform == 3 && encoding == 1
		if unicode && from+14 <= uint64(len(table)) && binary.BigEndian.Uint16(table[from:]) == 4 {
			return f.readSegments(table[from:])
		}
	}
	return errors.New("no Unicode character map of format 4")
}

// readSegments expands a format 4 sub-table (OpenType specification, cmap).
func (f *Face) readSegments(t []byte) error {
	n := int(binary.BigEndian.Uint16(t[6:])) / 2
	if len(t) < 16+n*8 {
		return errors.New("character map cut short")
	}
	u16 := func(at int) int {
		if at+2 > len(t) {
			return 0
		}
		return int(binary.BigEndian.Uint16(t[at:]))
	}
	f.cmap = new([1 << 16]uint16)
	for i := range n {
		last, first := u16(14+i*2), u16(16+n*2+i*2)
		delta, place := u16(16+n*4+i*2), 16+n*6+i*2
		offset := u16(place)
		for c := first; c <= last && c < 0xFFFF; c++ {
			glyph := c
			if offset != 0 {
				if glyph = u16(place + offset + (c-first)*2); glyph == 0 {
					continue
				}
			}
			if glyph = (glyph + delta) & 0xFFFF; glyph < f.glyphs {
				f.cmap[c] = uint16(glyph)
			}
		}
	}
	return nil
}

// Has tells whether the face has a glyph for r.
func (f *Face) Has(r rune) bool { return r >= 0 && r <= 0xFFFF && f.cmap[r] != 0 }

// Advance is the width of r in ems.
func (f *Face) Advance(r rune) float64 {
	glyph := 0
	if f.Has(r) {
		glyph = int(f.cmap[r])
	}
	return float64(f.advance(glyph)) / float64(f.units)
}

func (f *Face) advance(glyph int) int {
	at := min(glyph, f.metric-1) * 4
	return int(binary.BigEndian.Uint16(f.tables["hmtx"][at:]))
}

// outline returns the glyf entry of a glyph; damaged ones are empty.
func (f *Face) outline(glyph int) []byte {
	loca, glyf := f.tables["loca"], f.tables["glyf"]
	var from, to uint64
	if f.long {
		from = uint64(binary.BigEndian.Uint32(loca[glyph*4:]))
		to = uint64(binary.BigEndian.Uint32(loca[glyph*4+4:]))
	} else {
		from = 2 * uint64(binary.BigEndian.Uint16(loca[glyph*2:]))
		to = 2 * uint64(binary.BigEndian.Uint16(loca[glyph*2+2:]))
	}
	if to > uint64(len(glyf)) || from+10 > to {
		return nil
	}
	return glyf[from:to]
}

// postScriptName reads name 6 and keeps what a PDF name may hold unescaped.
func postScriptName(table []byte) string {
	name := ""
	eachName(table, func(id int, text string) bool {
		if id == 6 {
			name = plainName(text)
		}
		return name == ""
	})
	if name == "" {
		return "Face"
	}
	return name
}

func plainName(text string) string {
	return strings.Map(func(r rune) rune {
		if r == '-' || r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' {
			return r
		}
		return -1
	}, text)
}
