package doc

// sprm is the code of a property modifier ([MS-DOC] 2.2.5.1).
type sprm uint16

// The modifiers that change text or structure ([MS-DOC] 2.6.1 to 2.6.3).
const (
	sprmCFRMarkDel  sprm = 0x0800
	sprmCFRMarkIns  sprm = 0x0801
	sprmCFFldVanish sprm = 0x0802
	sprmCFData      sprm = 0x0806
	sprmCSymbol     sprm = 0x6A09
	sprmCFOle2      sprm = 0x080A
	sprmCIstd       sprm = 0x4A30
	sprmCPlain      sprm = 0x2A33
	sprmCFVanish    sprm = 0x083C
	sprmCRgFtc0     sprm = 0x4A4F
	sprmCFSpec      sprm = 0x0855
	sprmCFObj       sprm = 0x0856

	sprmPIstd        sprm = 0x4600
	sprmPIlvl        sprm = 0x260A
	sprmPIlfo        sprm = 0x460B
	sprmPFInTable    sprm = 0x2416
	sprmPFTtp        sprm = 0x2417
	sprmPHugePapxOld sprm = 0x6645
	sprmPHugePapx    sprm = 0x6646
	sprmPItap        sprm = 0x6649
	sprmPDtap        sprm = 0x664A
	sprmPFInnerTable sprm = 0x244B
	sprmPFInnerTtp   sprm = 0x244C
	sprmPDxaAbs      sprm = 0x8418
	sprmPDyaAbs      sprm = 0x8419
	sprmTPc          sprm = 0x360D
	sprmTDxaAbs      sprm = 0x940E
	sprmTDyaAbs      sprm = 0x940F
	sprmPTableProps  sprm = 0x646B
	sprmPChgTabs     sprm = 0xC615
	sprmTDefTable10  sprm = 0xD606 // of Word 6, kept by some converters
	sprmTDefTable    sprm = 0xD608
	sprmTDxaLeft     sprm = 0x9601
	sprmTDxaGapHalf  sprm = 0x9602
	sprmTInsert      sprm = 0x7621
	sprmTDelete      sprm = 0x5622
	sprmTDxaCol      sprm = 0x7623
	sprmTMerge       sprm = 0x5624
	sprmTSplit       sprm = 0x5625
	sprmTVertMerge   sprm = 0xD62B
)

// operandSizes by the upper three bits of the code; 6 is of variable size.
var operandSizes = [8]int{1, 1, 2, 4, 2, 2, 0, 3}

// prl is a modifier with its operand; of those of variable size without the
// length in front.
type prl struct {
	op sprm
	view
}

func (p prl) byte() byte {
	n, _ := p.u8(0)
	return n
}

func (p prl) on() bool { return p.byte() != 0 }

// nextPrl takes the first modifier off a list. ok is false at the end and for
// the rest of a list that is damaged.
func nextPrl(list view) (p prl, rest view, ok bool) {
	code, ok := list.u16(0)
	if !ok {
		return p, nil, false
	}
	p.op = sprm(code)
	size, off := operandSizes[code>>13], 2
	if code>>13 == 6 {
		if size, off, ok = variableSize(p.op, list); !ok {
			return p, nil, false
		}
	}
	operand, whole := list.at(off, size)
	if !whole {
		return p, nil, false
	}
	p.view = operand
	return p, list[off+size:], true
}

// variableSize reads the length of an operand ([MS-DOC] 2.2.5.1): one byte,
// but two for sprmTDefTable, where it counts one too many, and for
// sprmPChgTabs 255 stands for a length that follows from two counts inside.
func variableSize(op sprm, list view) (size, off int, ok bool) {
	if op == sprmTDefTable || op == sprmTDefTable10 {
		n, ok := list.u16(2)
		return max(0, int(n)-1), 4, ok
	}
	n, ok := list.u8(2)
	if op == sprmPChgTabs && n == 255 {
		deleted, ok1 := list.u8(3)
		added, ok2 := list.u8(4 + 4*int(deleted))
		return 2 + 4*int(deleted) + 3*int(added), 3, ok1 && ok2
	}
	return int(n), 3, ok
}
