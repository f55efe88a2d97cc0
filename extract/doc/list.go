package doc

import (
	"slices"
	"strconv"
	"strings"

	"luzhou/extract"
)

// lists holds the automatic lists of a file and where each one stands.
type lists struct {
	defs      map[uint32]*list // by lsid
	overrides []override       // LFOs; ilfo counts them from 1
	unknown   map[string]bool  // number formats that were not known
}

// list is one list definition and its count.
type list struct {
	levels  []extract.ListLevel
	counter extract.ListCounter
}

// override is an LFO ([MS-DOC] 2.9) with its levels.
type override struct {
	lsid     uint32
	levels   []overrideLevel
	resolved []extract.ListLevel // set when the first paragraph uses it
}

type overrideLevel struct {
	level   int
	start   int
	restart bool
	def     *extract.ListLevel
}

const (
	lstfSize = 28
	lvlfSize = 28
	lfoSize  = 16
)

// readLists reads PlfLst and PlfLfo ([MS-DOC] 2.9). The levels
// stand right after the first and outside its stated length, hence table and
// off instead of a part of it.
func (f *file) readLists() {
	f.lists = lists{defs: map[uint32]*list{}, unknown: map[string]bool{}}
	off, ok := f.fib.fcLcb.u32(8 * pairLists)
	size, _ := f.fib.fcLcb.u32(8*pairLists + 4)
	if ok && size > 0 {
		f.readPlfLst(int(off))
	}
	if b, _ := f.fib.pair(f.table, pairOverrides); len(b) > 0 {
		f.readPlfLfo(b)
	}
}

func (f *file) readPlfLst(off int) {
	c := cursor{view: f.table, off: off}
	count := int(c.word())
	if count > (len(f.table)-c.off)/lstfSize {
		f.damage(damagedLists)
		return
	}
	heads := make([]view, count)
	for i := range heads {
		heads[i] = c.take(lstfSize)
	}
	for _, h := range heads {
		lsid, _ := h.u32(0)
		flags, _ := h.u8(26)
		n := 9
		if flags&1 != 0 { // fSimpleList
			n = 1
		}
		l := &list{}
		for range n {
			level, ok := f.readLevel(&c)
			if !ok {
				f.damage(damagedLists)
				return
			}
			l.levels = append(l.levels, level)
		}
		f.lists.defs[lsid] = l
	}
}

// readLevel reads an LVL with its LVLF ([MS-DOC] 2.9).
func (f *file) readLevel(c *cursor) (extract.ListLevel, bool) {
	h := c.take(lvlfSize)
	if c.failed {
		return extract.ListLevel{}, false
	}
	start, _ := h.u32(0)
	l := extract.ListLevel{Start: int(int32(start)), Restart: -1, Legal: h[5]&4 != 0}
	if h[5]&8 != 0 { // fNoRestart
		l.Restart = int(h[26])
	}
	c.take(int(h[25]))
	chpx := c.take(int(h[24]))
	text := c.take(2 * int(c.word()))
	if c.failed {
		return l, false
	}
	format, known := numberFormats[h[4]]
	if !known {
		format = "nfc " + strconv.Itoa(int(h[4]))
	}
	l.Format = format
	props := chp{vanish: toggleStyle}
	f.applyChp(&props, chpx)
	l.Text = f.levelText(text, &props)
	if props.vanish == toggleOn {
		l.Text = ""
	}
	return l, true
}

// levelText turns the number text of a level, where the characters 0 to 8
// stand for the numbers of the levels, into the form of ECMA-376 lvlText.
func (f *file) levelText(text view, props *chp) string {
	var b strings.Builder
	var d decoder
	for i := 0; i+1 < len(text); i += 2 {
		u, _ := text.u16(i)
		switch {
		case u < 9:
			b.WriteByte('%')
			b.WriteByte('1' + byte(u))
		case u >= 0xF000 && u <= 0xF0FF:
			r, known := f.symbol(props.font, u)
			if !known {
				r = '•' // the shape is ornament
			}
			b.WriteRune(r)
		default:
			b.Write(d.append(nil, u))
		}
	}
	return b.String()
}

func (f *file) readPlfLfo(b view) {
	c := cursor{view: b}
	count := int(c.long())
	if count < 0 || count > len(b)/lfoSize {
		f.damage(damagedLists)
		return
	}
	counts := make([]int, count)
	f.lists.overrides = make([]override, count)
	for i := range count {
		h := c.take(lfoSize)
		f.lists.overrides[i].lsid, _ = h.u32(0)
		n, _ := h.u8(12)
		counts[i] = int(n)
	}
	for i, n := range counts {
		c.take(4) // LfoData.cp
		for range n {
			o := overrideLevel{start: int(int32(c.long()))}
			flags := c.long()
			o.level, o.restart = int(flags&15), flags&0x10 != 0
			if flags&0x20 != 0 { // fFormatting
				if l, ok := f.readLevel(&c); ok {
					o.def = &l
					o.start = l.Start
				}
			}
			if c.failed {
				f.damage(damagedLists)
				return
			}
			f.lists.overrides[i].levels = append(f.lists.overrides[i].levels, o)
		}
	}
}

// next counts a paragraph in the list that ilfo names and returns its number.
func (l *lists) next(ilfo uint16, ilvl byte) string {
	if ilfo == 0 || int(ilfo) > len(l.overrides) {
		return ""
	}
	o := &l.overrides[ilfo-1]
	def := l.defs[o.lsid]
	if def == nil {
		return ""
	}
	if o.resolved == nil {
		o.begin(def)
	}
	levels := o.resolved
	level := min(int(ilvl), len(levels)-1)
	text, known := def.counter.Next(levels, level)
	if !known {
		l.unknown[levels[level].Format] = true
	}
	return text
}

// begin applies what an override changes to its list.
func (o *override) begin(def *list) {
	o.resolved = slices.Clone(def.levels)
	for _, v := range o.levels {
		if v.def != nil && v.level < len(o.resolved) {
			o.resolved[v.level] = *v.def
		}
		if v.restart {
			def.counter.SetStart(v.level, v.start)
		}
	}
}

// numberFormats maps MSONFC ([MS-OSHARED] 2.2.1) to ST_NumberFormat
// (ECMA-376 part 1 section 17.18.59).
var numberFormats = map[byte]string{
	0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter", 5: "ordinal",
	6: "cardinalText", 7: "ordinalText", 8: "hex", 9: "chicago", 10: "ideographDigital",
	11: "japaneseCounting", 12: "aiueo", 13: "iroha", 14: "decimalFullWidth", 15: "decimalHalfWidth",
	16: "japaneseLegal", 17: "japaneseDigitalTenThousand", 18: "decimalEnclosedCircle",
	19: "decimalFullWidth2", 20: "aiueoFullWidth", 21: "irohaFullWidth", 22: "decimalZero",
	23: "bullet", 24: "ganada", 25: "chosung", 26: "decimalEnclosedFullstop",
	27: "decimalEnclosedParen", 28: "decimalEnclosedCircleChinese", 29: "ideographEnclosedCircle",
	30: "ideographTraditional", 31: "ideographZodiac", 32: "ideographZodiacTraditional",
	33: "taiwaneseCounting", 34: "ideographLegalTraditional", 35: "taiwaneseCountingThousand",
	36: "taiwaneseDigital", 37: "chineseCounting", 38: "chineseLegalSimplified",
	39: "chineseCountingThousand", 40: "decimal", 41: "koreanDigital", 42: "koreanCounting",
	43: "koreanLegal", 44: "koreanDigital2", 45: "hebrew1", 46: "arabicAlpha", 47: "hebrew2",
	48: "arabicAbjad", 49: "hindiVowels", 50: "hindiConsonants", 51: "hindiNumbers",
	52: "hindiCounting", 53: "thaiLetters", 54: "thaiNumbers", 55: "thaiCounting",
	56: "vietnameseCounting", 57: "numberInDash", 58: "russianLower", 59: "russianUpper",
	255: "none",
}
