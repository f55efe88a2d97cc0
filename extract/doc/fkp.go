package doc

const fkpSize = 512

// runsPerPage is how many runs a page holds as a rule.
const runsPerPage = 16

// run is a range of the WordDocument stream with the same properties.
type run struct {
	fc, lim int
	istd    uint16 // of a paragraph
	grpprl  view
}

// readRuns reads all formatted disk pages that a PlcBtePapx or PlcBteChpx
// ([MS-DOC] 2.8) lists. Each page counts only for the range its entry
// gives it. lost is the number of pages that could not be read.
func readRuns(bte, main view, page func(view, int) run) (runs []run, lost int) {
	p := newPLC(bte, 4)
	pages := min(p.n, len(main)/fkpSize) // the stream can hold no more
	lost = p.n - pages
	runs = make([]run, 0, min(pages*runsPerPage, len(main)))
	at := 0
	for i := range pages {
		n, _ := p.item(i).u32(0)
		b, ok := main.at(int(n&0x3FFFFF)*fkpSize, fkpSize)
		if !ok {
			lost++
			continue
		}
		from, lim := max(at, p.cp(i)), p.cp(i+1)
		if i == p.n-1 {
			lim = len(main) // the last page counts as far as it goes
		}
		for j := range int(b[fkpSize-1]) {
			first, _ := b.u32(4 * j)
			end, ok := b.u32(4*j + 4)
			if !ok || 4*j+8 > fkpSize-1 {
				lost++
				break
			}
			r := page(b, j)
			r.fc, r.lim = max(int(first), from), min(int(end), lim)
			if r.lim > r.fc && r.fc >= at {
				runs = append(runs, r)
				at = r.lim
			}
		}
	}
	return runs, lost
}

// papxRun reads the properties of one paragraph: a PapxFkp ([MS-DOC] 2.9)
// holds an array of 13-byte BxPap, each the place of a PapxInFkp.
func papxRun(b view, j int) run {
	count := int(b[fkpSize-1])
	word, _ := b.u8(4*(count+1) + 13*j)
	off := 2 * int(word)
	if off == 0 {
		return run{}
	}
	cb, _ := b.u8(off)
	size := 2*int(cb) - 1
	off++
	if cb == 0 {
		cb, _ = b.u8(off)
		size = 2 * int(cb)
		off++
	}
	x, ok := b.at(off, min(size, fkpSize-1-off))
	if !ok || len(x) < 2 {
		return run{}
	}
	istd, _ := x.u16(0)
	return run{istd: istd, grpprl: x[2:]}
}

// chpxRun reads the properties of one run of characters from a ChpxFkp
// ([MS-DOC] 2.9).
func chpxRun(b view, j int) run {
	count := int(b[fkpSize-1])
	word, _ := b.u8(4*(count+1) + j)
	off := 2 * int(word)
	if off == 0 {
		return run{}
	}
	cb, _ := b.u8(off)
	x, _ := b.at(off+1, min(int(cb), fkpSize-2-off))
	return run{grpprl: x}
}
