package doc

// style holds what a style of the file says about text and structure.
type style struct {
	kind   byte // stkPara, stkChar, ...
	base   uint16
	papx   view
	chpx   view
	state  styleState
	ilvl   byte
	ilfo   uint16
	hidden bool
	font   uint16
}

type styleState byte

const (
	unresolved styleState = iota
	resolving
	resolved
)

const (
	noStyle          = 0x0FFF
	defaultCharStyle = 10
	stkPara          = 1
	stkChar          = 2
)

// readStyles reads the style sheet ([MS-DOC] 2.9 STSH).
func readStyles(b view) (styles []style, bad bool) {
	c := cursor{view: b}
	header := c.take(int(c.word()))
	count, _ := header.u16(0)
	baseSize, ok := header.u16(2)
	if !ok {
		return nil, len(b) > 0
	}
	for range min(int(count), len(b)/2) {
		std := c.take(int(c.word()))
		if c.failed {
			return styles, true
		}
		if len(std)%2 == 1 {
			c.off++
		}
		styles = append(styles, readStyle(std, int(baseSize)))
	}
	return styles, false
}

// readStyle reads one STD ([MS-DOC] 2.9): fixed fields, the name, then the
// property lists, each with its length in front and at an even offset.
func readStyle(std view, baseSize int) style {
	s := style{base: noStyle, ilfo: 0}
	kind, ok := std.u16(2)
	if !ok {
		return s
	}
	s.kind, s.base = byte(kind&15), kind>>4
	counts, _ := std.u16(4)
	c := cursor{view: std, off: baseSize}
	c.take(2 * (int(c.word()) + 1))
	for i := range int(counts & 15) {
		if c.off%2 == 1 {
			c.off++
		}
		x := c.take(int(c.word()))
		switch {
		case s.kind == stkPara && i == 0 && len(x) >= 2:
			s.papx = x[2:]
		case s.kind == stkPara && i == 1, s.kind == stkChar && i == 0:
			s.chpx = x
		}
	}
	return s
}

// style returns a style with the properties of those it is based on.
func (f *file) style(istd uint16) *style {
	if int(istd) >= len(f.styles) {
		return &style{}
	}
	s := &f.styles[istd]
	if s.state != unresolved {
		return s
	}
	s.state = resolving // a style based on itself is based on nothing
	if s.base != noStyle && s.base != istd && int(s.base) < len(f.styles) && f.styleDepth < maxStyleDepth {
		f.styleDepth++
		base := f.style(s.base)
		f.styleDepth--
		s.ilvl, s.ilfo, s.hidden, s.font = base.ilvl, base.ilfo, base.hidden, base.font
	}
	p := pap{ilvl: s.ilvl, ilfo: s.ilfo}
	c := chp{vanish: toggleStyle, font: s.font}
	f.applyPap(&p, s.papx, maxDeep)
	f.applyChp(&c, s.chpx)
	s.ilvl, s.ilfo, s.font = p.ilvl, p.ilfo, c.font
	switch c.vanish {
	case toggleOff, toggleOn:
		s.hidden = c.vanish == toggleOn
	case toggleReverse:
		s.hidden = !s.hidden
	}
	s.state = resolved
	return s
}

// maxStyleDepth bounds the chain of styles; [MS-DOC] 2.9 StdfBase allows 11 steps.
const maxStyleDepth = 64
