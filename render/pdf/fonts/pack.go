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
// compress/flate takes, which counts and sorts anew for every 64 KB.

// pack appends data to the empty out as a zlib stream (RFC 1950).
func (f *Face) pack(out, data []byte) []byte {
	f.once.Do(func() { f.code = newCode(f.sample()) })
	return f.code.pack(out, data)
}

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

// pack writes one block with the code in its head (RFC 1951, 3.2.7). The lengths
// are below 16 and stand as plain numbers of four bits: that is the prefix code
// in which the lengths 0 to 15 all have four bits and nothing else has any.
func (c *code) pack(out, data []byte) []byte {
	w := bitWriter{out: append(slices.Grow(out, len(data)+300), 0x78, 0x01)}
	w.write(1, 1) // the last block
	w.write(2, 2) // has a code of its own
	w.write(symbols-257, 5)
	w.write(0, 5)    // one distance, of no bits: there are none
	w.write(19-4, 4) // all kinds of lengths follow, in an order of their own
	for i := range 19 {
		if i < 3 {
			w.write(0, 3) // repeats, which are not used
		} else {
			w.write(4, 3)
		}
	}
	for _, n := range c.length {
		w.write(uint64(bits.Reverse8(n)>>4), 4)
	}
	w.write(0, 4) // of the distance
	w.encode(data, c)
	w.write(uint64(c.bits[endBlock]), c.length[endBlock])
	w.write(0, 7) // to the next whole byte
	for ; w.have >= 8; w.have -= 8 {
		w.out = append(w.out, byte(w.bits))
		w.bits >>= 8
	}
	return binary.BigEndian.AppendUint32(w.out, adler32.Checksum(data))
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
