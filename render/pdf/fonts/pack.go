package fonts

import (
	"cmp"
	"encoding/binary"
	"hash/adler32"
	"math/bits"
	"slices"
)

// Outlines hardly repeat themselves, so packing them comes down to giving
// frequent bytes short codes; and the bytes of one part of a face are as
// frequent as those of another. A face therefore gets its code once, and packing
// a subset is one look into a table a byte: a third of the time that
// compress/flate takes, which counts and sorts anew for every 64 KB. Since the
// code never changes, an outline that was packed once is kept and put behind
// the others by shifting: see shape.

// Bounds of the part of a face that is counted.
const (
	sampleParts = 64
	samplePart  = 4 << 10
)

// sample counts the bytes in parts of the outlines that lie evenly over them.
func (f *Face) sample() (counts [256]int) {
	glyf := f.tables["glyf"]
	step := max(len(glyf)/sampleParts, samplePart)
	for at := 0; at < len(glyf); at += step {
		for _, b := range glyf[at:min(at+samplePart, len(glyf))] {
			counts[b]++
		}
	}
	return counts
}

// symbols are the bytes and the end of the block (RFC 1951, 3.2.5).
const (
	symbols  = 257
	endBlock = 256
	maxBits  = 15
)

// flatten lets rare bytes count as one in 2048. The whole then weighs no more
// than 2048+257 times the lightest, and a tree of Huffman 16 deep would need 2584
// times, the 18th number of Fibonacci: so no code has more than maxBits.
const flatten = 11

// code is a prefix code of RFC 1951.
type code struct {
	bits   [symbols]uint16 // first bit lowest
	length [symbols]uint8
}

// newCode makes a code for bytes of these frequencies.
func newCode(counts [256]int) *code {
	c := &code{}
	total := 0
	for _, n := range counts {
		total += n
	}
	var weights [symbols]int
	for i := range weights {
		weights[i] = 1 + total>>flatten
		if i < len(counts) {
			weights[i] += counts[i]
		}
	}
	c.length = lengths(weights)
	c.number()
	return c
}

// lengths are those of the prefix code of Huffman. The two lightest trees are
// joined until one is left; the weights see to it that none is deeper than maxBits.
func lengths(weights [symbols]int) (depth [symbols]uint8) {
	type tree struct {
		weight int
		leaves []int
	}
	trees := make([]tree, symbols)
	for i, w := range weights {
		trees[i] = tree{w, []int{i}}
	}
	for len(trees) > 1 {
		slices.SortStableFunc(trees, func(a, b tree) int { return cmp.Compare(b.weight, a.weight) })
		last := len(trees) - 1
		a, b := trees[last-1], trees[last]
		joined := tree{a.weight + b.weight, slices.Concat(a.leaves, b.leaves)}
		for _, leaf := range joined.leaves {
			depth[leaf]++
		}
		trees = append(trees[:last-1], joined)
	}
	return depth
}

// number gives the symbols their bits by length (RFC 1951, 3.2.2).
func (c *code) number() {
	next := uint16(0)
	for n := uint8(1); n <= maxBits; n++ {
		for s, length := range c.length {
			if length == n {
				c.bits[s] = bits.Reverse16(next) >> (16 - n)
				next++
			}
		}
		next <<= 1
	}
}

// packer writes a zlib stream (RFC 1950) of one block with the code in its head
// (RFC 1951, 3.2.7).
type packer struct {
	bitWriter
	code *code
	size int   // bytes packed so far
	sum  adler // of these
}

// newPacker begins a stream behind out. The lengths of the code are below 16
// and stand as plain numbers of four bits: that is the prefix code in which the
// lengths 0 to 15 all have four bits and nothing else has any.
func newPacker(out []byte, c *code) *packer {
	p := &packer{bitWriter: bitWriter{out: append(out, 0x78, 0x01)}, code: c, sum: 1}
	p.write(1, 1) // the last block
	p.write(2, 2) // has a code of its own
	p.write(symbols-257, 5)
	p.write(0, 5)    // one distance, of no bits: there are none
	p.write(19-4, 4) // all kinds of lengths follow, in an order of their own
	for i := range 19 {
		if i < 3 {
			p.write(0, 3) // repeats, which are not used
		} else {
			p.write(4, 3)
		}
	}
	for _, n := range c.length {
		p.write(uint64(bits.Reverse8(n)>>4), 4)
	}
	p.write(0, 4) // of the distance
	return p
}

// bytes packs data.
func (p *packer) bytes(data []byte) {
	p.encode(data, p.code)
	p.size += len(data)
	p.sum = p.sum.join(adler(adler32.Checksum(data)), len(data))
}

// shape adds an outline that is packed.
func (p *packer) shape(s *shape) {
	p.copy(s.words, s.bits)
	p.size += s.size
	p.sum = p.sum.join(s.adler, s.size)
}

// close ends the stream.
func (p *packer) close() []byte {
	p.write(uint64(p.code.bits[endBlock]), p.code.length[endBlock])
	p.write(0, 7) // to the next whole byte
	for ; p.have >= 8; p.have -= 8 {
		p.out = append(p.out, byte(p.bitWriter.bits))
		p.bitWriter.bits >>= 8
	}
	return binary.BigEndian.AppendUint32(p.out, uint32(p.sum))
}

// adler is the checksum of a stream.
type adler uint32

// join returns the checksum of what a is of and then size bytes whose own is b: the
// first of its halves adds up the bytes, the second the first after each of them.
func (a adler) join(b adler, size int) adler {
	const prime = 65521
	first, second := uint64(a&0xffff), uint64(a>>16)
	second += uint64(b>>16) + uint64(size%prime)*(first+prime-1)
	first += uint64(b&0xffff) + prime - 1
	return adler(second%prime<<16 | first%prime)
}

// bitWriter fills bytes from the lowest bit.
type bitWriter struct {
	out  []byte
	bits uint64
	have uint8
}

func (w *bitWriter) write(b uint64, n uint8) {
	w.bits |= b << w.have
	if w.have += n; w.have >= 32 {
		w.out = binary.LittleEndian.AppendUint32(w.out, uint32(w.bits))
		w.bits >>= 32
		w.have -= 32
	}
}

// copy writes bits that stand in words.
func (w *bitWriter) copy(words []uint64, bits int) {
	at := len(w.out)
	w.out = slices.Grow(w.out, 8*len(words))[:at+bits/64*8]
	acc, have := w.bits, w.have&63
	for ; bits >= 64; bits -= 64 {
		binary.LittleEndian.PutUint64(w.out[at:], acc|words[0]<<have)
		acc = words[0] >> (64 - have)
		words, at = words[1:], at+8
	}
	w.bits = acc
	if bits > 0 {
		w.write(words[0]&(1<<32-1), uint8(min(bits, 32)))
		w.write(words[0]>>32, uint8(max(bits-32, 0)))
	}
}

// encode writes three codes at a time, which fit the 64 bits with what is left
// of the byte before.
func (w *bitWriter) encode(data []byte, c *code) {
	for ; w.have >= 8; w.have -= 8 {
		w.out = append(w.out, byte(w.bits))
		w.bits >>= 8
	}
	acc, have := w.bits, uint(w.have)
	at := len(w.out)
	out := w.out[:cap(w.out)]
	for ; len(data) >= 3; data = data[3:] {
		if at+8 > len(out) {
			out = append(out, make([]byte, len(out)/4+64)...)
		}
		for _, b := range data[:3] {
			acc |= uint64(c.bits[b]) << (have & 63)
			have += uint(c.length[b])
		}
		binary.LittleEndian.PutUint64(out[at:], acc)
		at += int(have >> 3)
		acc >>= have &^ 7
		have &= 7
	}
	w.out, w.bits, w.have = out[:at], acc, uint8(have)
	for _, b := range data {
		w.write(uint64(c.bits[b]), c.length[b])
	}
}
