package doc

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf16"
)

// compound is a compound file ([MS-CFB]). It keeps no copy of the file and
// follows no chain for more steps than the file has sectors, so damage costs
// neither time nor memory; a stream whose chain breaks off is cut there.
// github.com/richardlehane/mscfb v1.0.9 is not used: it joins the sectors of a
// stream in quadratic time (4 MB: 160 ms), and it gives nothing of a stream
// whose last sector is cut short or of a file with a damaged mini stream.
type compound struct {
	data    view
	size    int      // of a sector
	sectors int      // in the file, the last one perhaps cut short
	difat   []uint32 // sectors of the FAT
	dir     view
	miniFAT view
	mini    view // the mini stream
}

var signature = []byte{0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1}

// Special values and sizes of [MS-CFB] 2.1 and 2.2.
const (
	maxRegSector = 0xFFFFFFFA
	noEntry      = 0xFFFFFFFF
	miniSector   = 64
	miniCutoff   = 4096
	dirEntrySize = 128
)

// openCompound reads the header, the FAT's place and the directory.
func openCompound(data []byte) (*compound, bool) {
	if !bytes.HasPrefix(data, signature) || len(data) < 512 {
		return nil, false
	}
	shift := binary.LittleEndian.Uint16(data[30:])
	if shift != 9 && shift != 12 {
		return nil, false
	}
	c := &compound{data: data, size: 1 << shift}
	c.sectors = max(0, (len(data)-1)>>shift)
	c.readDIFAT()
	long := func(off int) uint32 { n, _ := c.data.u32(off); return n }
	c.dir, _ = c.chain(long(48), len(data))
	c.miniFAT, _ = c.chain(long(60), len(data))
	if root, ok := c.entry(0); ok {
		c.mini, _ = c.chain(root.start, min(root.size, len(data)))
	}
	return c, len(c.dir) >= dirEntrySize
}

// readDIFAT lists the sectors of the FAT ([MS-CFB] 2.5): 109 in the header,
// the others in a chain of sectors that each end with the number of the next.
func (c *compound) readDIFAT() {
	perSector := c.size / 4
	want := c.sectors/perSector + 1
	add := func(b view) {
		for i := 0; i+4 <= len(b) && len(c.difat) < want; i += 4 {
			n, _ := b.u32(i)
			c.difat = append(c.difat, n)
		}
	}
	add(c.data[76:512])
	next, _ := c.data.u32(68)
	for step := 0; next < maxRegSector && step < c.sectors && len(c.difat) < want; step++ {
		s := c.sector(next)
		if len(s) < c.size {
			return
		}
		add(s[:c.size-4])
		next, _ = s.u32(c.size - 4)
	}
}

// sector returns the bytes of a sector, fewer where the file ends.
func (c *compound) sector(n uint32) view {
	off := (int(n) + 1) * c.size
	if n >= maxRegSector || off >= len(c.data) {
		return nil
	}
	return c.data[off:min(off+c.size, len(c.data))]
}

// next returns the sector that follows n in its chain.
func (c *compound) next(n uint32) uint32 {
	perSector := uint32(c.size / 4)
	if int(n/perSector) >= len(c.difat) {
		return maxRegSector
	}
	next, ok := c.sector(c.difat[n/perSector]).u32(int(n%perSector) * 4)
	if !ok {
		return maxRegSector
	}
	return next
}

// chain returns up to size bytes of the chain that starts at a sector. Chains
// that lie in one piece, the usual case, are not copied. whole is false when
// bytes are missing.
func (c *compound) chain(start uint32, size int) (b view, whole bool) {
	var out []byte
	left, first, count := size, start, 0
	flush := func() {
		if count == 0 {
			return
		}
		from := (int(first) + 1) * c.size
		piece := c.data[min(from, len(c.data)):min(from+min(left, count*c.size), len(c.data))]
		if left == size {
			out = piece[:len(piece):len(piece)]
		} else {
			out = append(out, piece...)
		}
		left -= len(piece)
		count = 0
	}
	at := start
	for step := 0; step < c.sectors && at < maxRegSector && int(at) < c.sectors; step++ {
		if count > 0 && at != first+uint32(count) {
			flush()
		}
		if count == 0 {
			first = at
		}
		count++
		if count*c.size >= left {
			break
		}
		at = c.next(at)
	}
	flush()
	return out, left <= 0
}

// miniChain does the same in the mini stream ([MS-CFB] 2.4).
func (c *compound) miniChain(start uint32, size int) (b view, whole bool) {
	var out []byte
	at := start
	for len(out) < size && at < maxRegSector {
		from := int(at) * miniSector
		if from >= len(c.mini) {
			break
		}
		out = append(out, c.mini[from:min(from+miniSector, len(c.mini))]...)
		next, ok := c.miniFAT.u32(int(at) * 4)
		if !ok {
			break
		}
		at = next
	}
	return out[:min(len(out), size)], len(out) >= size
}

// dirEntry is one entry of the directory ([MS-CFB] 2.6.1).
type dirEntry struct {
	name               string
	stream             bool
	left, right, child uint32
	start              uint32
	size               int
}

func (c *compound) entry(n uint32) (dirEntry, bool) {
	b, ok := c.dir.at(int(n)*dirEntrySize, dirEntrySize)
	if !ok {
		return dirEntry{}, false
	}
	units := make([]uint16, 0, 32)
	for i := 0; i < 64; i += 2 {
		u := binary.LittleEndian.Uint16(b[i:])
		if u == 0 {
			break
		}
		units = append(units, u)
	}
	long := func(off int) uint32 { return binary.LittleEndian.Uint32(b[off:]) }
	return dirEntry{
		name:   string(utf16.Decode(units)),
		stream: b[66] == 2,
		left:   long(68), right: long(72), child: long(76),
		start: long(116), size: int(long(120)),
	}, true
}

// top lists the entries of the root storage. Only these count: an embedded
// Word object brings streams of the same names in a storage of its own.
func (c *compound) top() []dirEntry {
	root, _ := c.entry(0)
	var list []dirEntry
	seen := make(map[uint32]bool)
	todo := []uint32{root.child}
	for len(todo) > 0 {
		n := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		e, ok := c.entry(n)
		if !ok || seen[n] || n == 0 {
			continue
		}
		seen[n] = true
		list = append(list, e)
		todo = append(todo, e.left, e.right)
	}
	return list
}

// find returns the stream of that name.
func find(list []dirEntry, name string) (dirEntry, bool) {
	for _, e := range list {
		if e.stream && strings.EqualFold(e.name, name) {
			return e, true
		}
	}
	return dirEntry{}, false
}

// read returns the bytes of a stream; whole is false when some are missing.
func (c *compound) read(e dirEntry) (b view, whole bool) {
	if e.size < miniCutoff {
		return c.miniChain(e.start, e.size)
	}
	b, whole = c.chain(e.start, min(e.size, len(c.data)))
	return b, whole && e.size <= len(c.data)
}
