package doc

import (
	"sort"

	"luzhou/extract"
)

// piece is a stretch of text that is stored in one place ([MS-DOC] 2.9 Pcd).
type piece struct {
	cp, lim int // character positions
	fc      int // byte offset in the WordDocument stream
	wide    bool
	prm     view     // properties of the whole piece, as a list of sprms; nil for none
	units   []uint16 // the text, where it is not stored as the format has it
}

func (p *piece) width() int {
	if p.wide {
		return 2
	}
	return 1
}

// readPieces reads the Clx ([MS-DOC] 2.9). Pieces that lie outside the
// stream are cut; bad tells whether any was.
func readPieces(clx, main view) (pieces []piece, bad bool, err *extract.Refusal) {
	c := cursor{view: clx}
	var prcs []view
	for !c.failed {
		switch c.byte() {
		case 1: // Prc
			prcs = append(prcs, c.take(int(c.word())))
		case 2: // Pcdt
			size := int(c.long())
			b, ok := c.at(c.off, size)
			if !ok {
				b, bad = c.view[c.off:], true
			}
			pieces, more := readPlcPcd(newPLC(b, 8), prcs, main)
			if len(pieces) == 0 {
				return nil, true, extract.Refuse(extract.RefusedDamaged, extract.Text{ZH: "没有可读的文字", EN: "no readable text"})
			}
			return pieces, bad || more, nil
		default:
			c.failed = true
		}
	}
	return nil, true, extract.Refuse(extract.RefusedDamaged, extract.Text{ZH: "没有文字位置表", EN: "no piece table"})
}

func readPlcPcd(p plc, prcs []view, main view) (pieces []piece, bad bool) {
	at, left := 0, 2*len(main) // pieces share no text, so more than this is damage
	for i := range p.n {
		item := p.item(i)
		fc, _ := item.u32(2)
		prm, _ := item.u16(6)
		t := piece{cp: p.cp(i), lim: p.cp(i + 1), fc: int(fc & 0x3FFFFFFF), wide: fc&0x40000000 == 0}
		if t.cp < at || t.lim < t.cp {
			bad = true
			continue
		}
		if !t.wide {
			t.fc /= 2 // FcCompressed
		}
		if t.fc > len(main) || (t.lim-t.cp)*t.width() > len(main)-t.fc {
			bad = true
			t.lim = t.cp + max(0, len(main)-t.fc)/t.width()
		}
		if t.lim == t.cp {
			continue
		}
		if left -= (t.lim - t.cp) * t.width(); left < 0 {
			return pieces, true
		}
		at = t.lim
		t.prm = readPrm(prm, prcs)
		pieces = append(pieces, t)
	}
	return pieces, bad
}

// readPrm turns a Prm ([MS-DOC] 2.9) into a list of sprms: either one of
// a short list with its operand, or the number of a Prc.
func readPrm(prm uint16, prcs []view) view {
	switch {
	case prm == 0:
		return nil
	case prm&1 != 0:
		if i := int(prm >> 1); i < len(prcs) {
			return prcs[i]
		}
		return nil
	}
	op, ok := prm0[byte(prm>>1&0x7F)]
	if !ok {
		return nil
	}
	return view{byte(op), byte(op >> 8), byte(prm >> 8)}
}

// prm0 holds those sprms of [MS-DOC] 2.9 Prm0 that change text or structure.
var prm0 = map[byte]sprm{
	0x0C: sprmPIlvl,
	0x18: sprmPFInTable,
	0x19: sprmPFTtp,
	0x41: sprmCFRMarkDel,
	0x42: sprmCFRMarkIns,
	0x43: sprmCFFldVanish,
	0x47: sprmCFData,
	0x4B: sprmCFOle2,
	0x53: sprmCPlain,
	0x5C: sprmCFVanish,
	0x75: sprmCFSpec,
	0x76: sprmCFObj,
}

// pieceAt returns the index of the piece that holds a character position, or
// of the next one after it.
func pieceAt(pieces []piece, cp int) int {
	return sort.Search(len(pieces), func(i int) bool { return pieces[i].lim > cp })
}

// unit returns the UTF-16 code unit at an offset of the piece. Text stored in
// bytes is Latin-1 except for the list in [MS-DOC] 2.9 FcCompressed.
func (p *piece) unit(main view, i int) uint16 {
	if p.units != nil {
		return p.units[i]
	}
	if p.wide {
		off := p.fc + 2*i
		return uint16(main[off]) | uint16(main[off+1])<<8
	}
	return compressed[main[p.fc+i]]
}

var compressed = func() (t [256]uint16) {
	for i := range t {
		t[i] = uint16(i)
	}
	for b, r := range map[byte]uint16{
		0x82: 0x201A, 0x83: 0x0192, 0x84: 0x201E, 0x85: 0x2026, 0x86: 0x2020, 0x87: 0x2021,
		0x88: 0x02C6, 0x89: 0x2030, 0x8A: 0x0160, 0x8B: 0x2039, 0x8C: 0x0152, 0x91: 0x2018,
		0x92: 0x2019, 0x93: 0x201C, 0x94: 0x201D, 0x95: 0x2022, 0x96: 0x2013, 0x97: 0x2014,
		0x98: 0x02DC, 0x99: 0x2122, 0x9A: 0x0161, 0x9B: 0x203A, 0x9C: 0x0153, 0x9F: 0x0178,
	} {
		t[b] = r
	}
	// Not in the list, but Word 97 wrote these bytes as Windows-1252 too.
	t[0x80], t[0x8E], t[0x9E] = 0x20AC, 0x017D, 0x017E
	return t
}()
