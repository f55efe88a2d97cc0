package doc

import (
	"bytes"
	"encoding/binary"
	"slices"
	"unicode/utf16"
)

// testFile is a Word file to be built: paragraphs with their property lists,
// and the parts of the table stream a test adds by their index in the FIB.
type testFile struct {
	paras  []testPara
	pieces []testPiece // nil: one piece of 16-bit text
	prcs   [][]byte
	parts  map[int][]byte
	data   []byte
	ccp    map[int]int // story -> length; the body gets the rest
	flags  uint16
	nFib   uint16
	lid    uint16
}

type testPara struct {
	runs []testRun
	istd uint16
	papx []byte
}

// testRun is text with its character properties; the last of a paragraph ends
// with the mark.
type testRun struct {
	text string
	chpx []byte
}

// testPiece takes count characters of the text in its order in the file.
type testPiece struct {
	from, count int
	narrow      bool
	prm         uint16
}

func par(text string, papx ...[]byte) testPara {
	return testPara{runs: []testRun{{text: text}}, papx: slices.Concat(papx...)}
}

func le16(n int) []byte { return binary.LittleEndian.AppendUint16(nil, uint16(n)) }
func le32(n int) []byte { return binary.LittleEndian.AppendUint32(nil, uint32(n)) }

// prlOf writes a modifier; one of variable size gets its length.
func prlOf(op sprm, operand ...byte) []byte {
	b := le16(int(op))
	switch {
	case op == sprmTDefTable:
		b = append(b, le16(len(operand)+1)...)
	case op>>13 == 6:
		b = append(b, byte(len(operand)))
	}
	return append(b, operand...)
}

// defTable writes sprmTDefTable; flags are the TCGRF of the first cells.
func defTable(edges []int, flags ...int) []byte {
	b := []byte{byte(len(edges) - 1)}
	for _, e := range edges {
		b = append(b, le16(e)...)
	}
	for _, f := range flags {
		b = append(append(b, le16(f)...), make([]byte, tc80Size-2)...)
	}
	return prlOf(sprmTDefTable, b...)
}

// The properties of paragraphs in tables of depth 1 and 2.
var (
	inTable  = prlOf(sprmPFInTable, 1)
	rowEnd   = slices.Concat(inTable, prlOf(sprmPFTtp, 1))
	inInner  = slices.Concat(inTable, prlOf(sprmPItap, 2, 0, 0, 0))
	innerEnd = slices.Concat(inInner, prlOf(sprmPFInnerTable, 1))
	innerRow = slices.Concat(innerEnd, prlOf(sprmPFInnerTtp, 1))
)

func cell(text string) testPara     { return par(text+"\a", inTable) }
func row(def ...[]byte) testPara    { return par("\a", rowEnd, slices.Concat(def...)) }
func body(paras ...testPara) []byte { return testFile{paras: paras}.bytes() }

const textAt = 0x800

func (t testFile) bytes() []byte {
	var units []uint16
	var chpx, papx []run
	for _, p := range t.paras {
		start := len(units)
		for _, r := range p.runs {
			from := len(units)
			units = append(units, utf16.Encode([]rune(r.text))...)
			chpx = append(chpx, run{fc: from, lim: len(units), grpprl: r.chpx})
		}
		papx = append(papx, run{fc: start, lim: len(units), istd: p.istd, grpprl: p.papx})
	}
	main := make([]byte, textAt)
	plcPcd, starts, ends := t.writeText(&main, units)
	for _, list := range [][]run{chpx, papx} {
		for i := range list {
			list[i].fc, list[i].lim = starts[list[i].fc], ends[list[i].lim-1]
		}
	}
	main = append(main, make([]byte, -len(main)&511)...)
	parts := map[int][]byte{
		pairChpx: writeFKPs(&main, chpx, func(r run) []byte { return append([]byte{byte(len(r.grpprl))}, r.grpprl...) }, 1),
		pairPapx: writeFKPs(&main, papx, writePapx, 13),
	}
	clx := []byte{}
	for _, prc := range t.prcs {
		clx = slices.Concat(clx, []byte{1}, le16(len(prc)), prc)
	}
	parts[pairClx] = slices.Concat(clx, []byte{2}, le32(len(plcPcd)), plcPcd)
	for k, v := range t.parts {
		parts[k] = v
	}
	table := t.writeFIB(main, len(units), parts)
	streams := []testStream{{"WordDocument", main}, {"1Table", table}}
	if t.data != nil {
		streams = append(streams, testStream{"Data", t.data})
	}
	return writeCompound(streams)
}

// writeText appends the text in its pieces and returns the piece table and the
// stream offsets at which each character starts and ends.
func (t testFile) writeText(main *[]byte, units []uint16) (plcPcd []byte, starts, ends []int) {
	pieces := t.pieces
	if pieces == nil {
		pieces = []testPiece{{0, len(units), false, 0}}
	}
	starts, ends = make([]int, len(units)), make([]int, len(units))
	items, cps, cp := []byte{}, le32(0), 0
	for _, p := range pieces {
		fc := len(*main)
		for i := p.from; i < p.from+p.count; i++ {
			starts[i] = len(*main)
			if p.narrow {
				*main = append(*main, byte(units[i]))
			} else {
				*main = binary.LittleEndian.AppendUint16(*main, units[i])
			}
			ends[i] = len(*main)
		}
		if p.narrow {
			fc = fc*2 | 0x40000000
		}
		cp += p.count
		cps = append(cps, le32(cp)...)
		items = append(items, slices.Concat(le16(0), le32(fc), le16(int(p.prm)))...)
	}
	return append(cps, items...), starts, ends
}

func writePapx(r run) []byte {
	b := append(le16(int(r.istd)), r.grpprl...)
	if len(b)%2 == 0 {
		return append([]byte{0, byte(len(b) / 2)}, b...)
	}
	return append([]byte{byte(len(b)/2 + 1)}, b...)
}

// writeFKPs appends pages of runs, a few on each, and returns the PlcBte.
func writeFKPs(main *[]byte, runs []run, item func(run) []byte, size int) []byte {
	slices.SortFunc(runs, func(a, b run) int { return a.fc - b.fc })
	var pages []byte
	firsts := []byte{}
	last := 0
	for len(runs) > 0 {
		page := make([]byte, fkpSize)
		n, end := 0, fkpSize-1
		for n < len(runs) && n < 20 {
			b := item(runs[n])
			at := (end - len(b)) &^ 1
			if at < 4*(n+2)+size*(n+1) {
				break
			}
			copy(page[at:], b)
			end = at
			n++
		}
		if n == 0 {
			panic("property list too long for a page")
		}
		end = fkpSize - 1
		for i := range n {
			end = (end - len(item(runs[i]))) &^ 1
			binary.LittleEndian.PutUint32(page[4*i:], uint32(runs[i].fc))
			binary.LittleEndian.PutUint32(page[4*i+4:], uint32(runs[i].lim))
			page[4*(n+1)+size*i] = byte(end / 2)
		}
		page[fkpSize-1] = byte(n)
		firsts = append(firsts, le32(runs[0].fc)...)
		pages = append(pages, le32(len(*main)/fkpSize)...)
		last = runs[n-1].lim
		*main = append(*main, page...)
		runs = runs[n:]
	}
	return slices.Concat(firsts, le32(last), pages)
}

// writeFIB fills in the FIB and returns the table stream.
func (t testFile) writeFIB(main []byte, chars int, parts map[int][]byte) []byte {
	put16 := func(off, n int) { binary.LittleEndian.PutUint16(main[off:], uint16(n)) }
	put32 := func(off, n int) { binary.LittleEndian.PutUint32(main[off:], uint32(n)) }
	put16(0, magicWord97)
	put16(2, 0xC1)
	if t.nFib != 0 {
		put16(2, int(t.nFib))
	}
	put16(6, int(t.lid))
	put16(0x0A, fWhichTable|int(t.flags))
	for story, n := range t.ccp {
		put32(offsetCounts+12+4*story, n)
		chars -= n
	}
	put32(offsetCounts+12, chars)
	put16(offsetPairs-2, 0x5D)
	table := make([]byte, 16)
	for i := range 0x5D {
		if b, ok := parts[i]; ok {
			put32(offsetPairs+8*i, len(table))
			put32(offsetPairs+8*i+4, len(b))
			table = append(table, b...)
		}
	}
	return table
}

type testStream struct {
	name string
	data []byte
}

// writeCompound writes a compound file of streams in the root storage.
func writeCompound(streams []testStream) []byte {
	const size = 512
	sectors := func(n int) int { return (n + size - 1) / size }
	dirSectors := sectors((len(streams) + 1) * dirEntrySize)
	total := dirSectors
	for i := range streams {
		if d := &streams[i]; len(d.data) < miniCutoff {
			d.data = append(d.data[:len(d.data):len(d.data)], make([]byte, miniCutoff-len(d.data))...)
		}
		total += sectors(len(streams[i].data))
	}
	fatSectors, difatSectors := 1, 0
	for fatSectors*size/4 < total+fatSectors+difatSectors {
		fatSectors++
		difatSectors = (max(0, fatSectors-109) + 126) / 127
	}
	head := make([]byte, size)
	copy(head, signature)
	for off, n := range map[int]int{24: 0x3E, 26: 3, 28: 0xFFFE, 30: 9, 32: 6} {
		binary.LittleEndian.PutUint16(head[off:], uint16(n))
	}
	for off, n := range map[int]int{44: fatSectors, 48: fatSectors + difatSectors, 56: miniCutoff, 60: -2, 68: -2} {
		binary.LittleEndian.PutUint32(head[off:], uint32(n))
	}
	fat := bytes.Repeat(le32(-3), fatSectors+difatSectors)
	next := fatSectors + difatSectors
	difat := writeDIFAT(head, fatSectors, difatSectors)
	chain := func(n int) int {
		start := next
		for i := range n {
			next++
			if i == n-1 {
				fat = append(fat, le32(-2)...)
			} else {
				fat = append(fat, le32(next)...)
			}
		}
		return start
	}
	chain(dirSectors)
	dir := writeDirEntry("Root Entry", 5, -1, 1, -2, 0)
	var content []byte
	for i, s := range streams {
		right := i + 2
		if i == len(streams)-1 {
			right = -1
		}
		start := chain(sectors(len(s.data)))
		dir = append(dir, writeDirEntry(s.name, 2, right, -1, start, len(s.data))...)
		content = append(content, s.data...)
		content = append(content, make([]byte, -len(content)&(size-1))...)
	}
	dir = append(dir, make([]byte, dirSectors*size-len(dir))...)
	for len(fat) < fatSectors*size {
		fat = append(fat, le32(-1)...)
	}
	return slices.Concat(head, fat, difat, dir, content)
}

// writeDIFAT lists the sectors of the FAT in the header and, past 109, in
// sectors that follow the FAT.
func writeDIFAT(head []byte, fatSectors, difatSectors int) []byte {
	list := bytes.Repeat(le32(-1), 109+128*difatSectors)
	at := 0
	for i := range fatSectors {
		if i >= 109 && (at-109)%128 == 127 {
			copy(list[4*at:], le32(fatSectors+(at-109)/128+1))
			at++
		}
		copy(list[4*at:], le32(i))
		at++
	}
	if difatSectors > 0 {
		copy(list[len(list)-4:], le32(-2))
		copy(head[68:], slices.Concat(le32(fatSectors), le32(difatSectors)))
	}
	copy(head[76:], list[:4*109])
	return list[4*109:]
}

func writeDirEntry(name string, kind byte, right, child, start, size int) []byte {
	b := make([]byte, dirEntrySize)
	for i, u := range utf16.Encode([]rune(name)) {
		binary.LittleEndian.PutUint16(b[2*i:], u)
	}
	binary.LittleEndian.PutUint16(b[64:], uint16(2*len(name)+2))
	b[66] = kind
	for off, n := range map[int]int{68: -1, 72: right, 76: child, 116: start, 120: size} {
		binary.LittleEndian.PutUint32(b[off:], uint32(n))
	}
	return b
}
