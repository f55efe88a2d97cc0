package doc

// pap holds those properties of a paragraph that decide on text or structure.
type pap struct {
	istd                uint16
	ilvl                byte
	ilfo                uint16
	inTable, ttp        bool
	innerCell, innerTtp bool
	itap                int
	frame               [2]int // absolute position
	tableProps          []view // lists that hold modifiers of a table row
	older               view   // the same for programs that know less
	tap                 *tap   // of the mark that ends a row
}

// Toggle operands beyond off and on ([MS-DOC] 2.9 ToggleOperand).
const (
	toggleOff     = 0
	toggleOn      = 1
	toggleStyle   = 0x80 // as the style has it
	toggleReverse = 0x81 // not as the style has it
)

// chp holds those properties of a character that decide on text.
type chp struct {
	vanish         byte // a toggle operand
	del, ins       bool
	special        bool
	data, ole, obj bool
	symFont        uint16
	symbol         uint16 // 0 for none
	font           uint16
	istd           uint16 // character style
}

// maxDeep bounds lists that name lists in the Data stream.
const maxDeep = 3

// applyPap applies a list of modifiers to a paragraph.
func (f *file) applyPap(p *pap, list view, deep int) {
	if !f.spend(len(list)) {
		return
	}
	table := false
	for q, rest, ok := nextPrl(list); ok; q, rest, ok = nextPrl(rest) {
		switch q.op {
		case sprmPIstd:
			istd, _ := q.u16(0)
			f.setStyle(p, istd)
		case sprmPIlvl:
			p.ilvl = q.byte()
		case sprmPIlfo:
			p.ilfo, _ = q.u16(0)
		case sprmPFInTable:
			p.inTable = q.on()
		case sprmPFTtp:
			p.ttp = q.on()
		case sprmPItap:
			n, _ := q.u32(0)
			p.itap = int(int32(n))
		case sprmPDtap:
			n, _ := q.u32(0)
			p.itap += int(int32(n))
		case sprmPFInnerTable:
			p.innerCell = q.on()
		case sprmPFInnerTtp:
			p.innerTtp = q.on()
		case sprmPDxaAbs:
			p.frame[0] = q.i16(0)
		case sprmPDyaAbs:
			p.frame[1] = q.i16(0)
		case sprmPHugePapx, sprmPHugePapxOld:
			if b := f.prcData(q); b != nil && deep < maxDeep {
				f.applyPap(p, b, deep+1)
			}
		case sprmPTableProps:
			// What follows says the same for programs that know less ([MS-DOC] 3.6).
			if b := f.prcData(q); b != nil && deep < maxDeep {
				f.applyPap(p, b, deep+1)
				p.older = rest
				return
			}
		default:
			table = table || q.op>>10&7 == 5
		}
	}
	if table {
		p.tableProps = append(p.tableProps, list)
	}
}

// Property lists may be shared: a small file can ask for one long list again
// and again. What may be applied in all is bounded by the size of the file.
const (
	listBytesFactor = 32
	listBytesFree   = 16 << 20
)

// spend takes the length of a list from what may still be applied.
func (f *file) spend(n int) bool {
	f.listBytes -= n
	f.over = f.over || f.listBytes < 0
	return f.listBytes >= 0
}

// prcData returns the list of modifiers that an offset into the Data stream
// names ([MS-DOC] 2.9 PrcData).
func (f *file) prcData(q prl) view {
	off, _ := q.u32(0)
	n, ok := f.data.u16(int(off))
	if !ok {
		return nil
	}
	b, _ := f.data.at(int(off)+2, int(n))
	return b
}

// setStyle gives a paragraph the properties of a style; its place in a table
// stays ([MS-DOC] 2.6.2, sprmPIstd).
func (f *file) setStyle(p *pap, istd uint16) {
	p.istd = istd
	s := f.style(istd)
	p.ilvl, p.ilfo = s.ilvl, s.ilfo
}

// applyChp applies a list of modifiers to a run of characters.
func (f *file) applyChp(c *chp, list view) {
	if !f.spend(len(list)) {
		return
	}
	for q, rest, ok := nextPrl(list); ok; q, rest, ok = nextPrl(rest) {
		switch q.op {
		case sprmCFVanish:
			c.vanish = q.byte()
		case sprmCFRMarkDel:
			c.del = q.marked()
		case sprmCFRMarkIns:
			c.ins = q.marked()
		case sprmCFSpec:
			c.special = q.on()
		case sprmCFData:
			c.data = q.on()
		case sprmCFOle2:
			c.ole = q.on()
		case sprmCFObj:
			c.obj = q.on()
		case sprmCRgFtc0:
			c.font, _ = q.u16(0)
		case sprmCIstd:
			c.istd, _ = q.u16(0)
		case sprmCPlain:
			c.vanish = toggleStyle
		case sprmCSymbol:
			c.symFont, _ = q.u16(0)
			c.symbol, _ = q.u16(2)
		}
	}
}

// marked resolves the toggle of a tracked change, which no style sets. Word
// 2007 and later write it as the reverse of the style.
func (q prl) marked() bool { return q.byte() == toggleOn || q.byte() == toggleReverse }

// hidden resolves the toggle of hidden text against the styles.
func (f *file) hidden(c *chp, paragraph uint16) bool {
	if c.vanish == toggleOff || c.vanish == toggleOn {
		return c.vanish == toggleOn
	}
	style := f.style(paragraph).hidden
	if c.istd != noStyle && c.istd != defaultCharStyle {
		style = style != f.style(c.istd).hidden
	}
	return style != (c.vanish == toggleReverse)
}
