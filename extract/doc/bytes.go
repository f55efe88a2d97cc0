package doc

import "encoding/binary"

// view reads little-endian numbers out of untrusted bytes: an offset outside
// gives ok = false and never a panic.
type view []byte

func (v view) u8(off int) (byte, bool) {
	if off < 0 || off >= len(v) {
		return 0, false
	}
	return v[off], true
}

func (v view) u16(off int) (uint16, bool) {
	if off < 0 || off > len(v)-2 {
		return 0, false
	}
	return binary.LittleEndian.Uint16(v[off:]), true
}

func (v view) u32(off int) (uint32, bool) {
	if off < 0 || off > len(v)-4 {
		return 0, false
	}
	return binary.LittleEndian.Uint32(v[off:]), true
}

// i16 reads a signed number, or 0 outside.
func (v view) i16(off int) int {
	n, _ := v.u16(off)
	return int(int16(n))
}

// at returns n bytes from off.
func (v view) at(off, n int) (view, bool) {
	if off < 0 || n < 0 || off > len(v) || n > len(v)-off {
		return nil, false
	}
	return v[off : off+n : off+n], true
}

// cursor reads a structure field by field; after the first field that lies
// outside, ok stays false and everything reads as 0.
type cursor struct {
	view
	off    int
	failed bool
}

func (c *cursor) take(n int) view {
	b, ok := c.at(c.off, n)
	if !ok {
		c.failed = true
		c.off = len(c.view)
		return nil
	}
	c.off += n
	return b
}

func (c *cursor) byte() byte {
	n, _ := c.take(1).u8(0)
	return n
}

func (c *cursor) word() uint16 {
	n, _ := c.take(2).u16(0)
	return n
}

func (c *cursor) long() uint32 {
	n, _ := c.take(4).u32(0)
	return n
}

// plc is a PLC ([MS-DOC] 2.2.2): n+1 character positions, then n items of one size.
type plc struct {
	view
	n, size int
}

// newPLC finds n from the length of the bytes.
func newPLC(b view, size int) plc {
	if len(b) < 4 {
		return plc{size: size}
	}
	return plc{b, (len(b) - 4) / (4 + size), size}
}

// cp returns the i-th position, i up to n.
func (p plc) cp(i int) int {
	n, _ := p.u32(4 * i)
	return int(int32(n))
}

// item returns the i-th item, i below n.
func (p plc) item(i int) view {
	b, _ := p.at(4*(p.n+1)+i*p.size, p.size)
	return b
}
