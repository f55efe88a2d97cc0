package doc

import (
	"unicode/utf16"
	"unicode/utf8"
)

// segment appends what a stretch of text shows.
func (s *story) segment(seg segment, units []uint16, istd uint16) {
	c := seg.props
	hidden := c.vanish != toggleOff && s.f.hidden(c, istd)
	drop := hidden || c.del
	count(&s.f.counts.hidden, &s.was.hidden, hidden && !c.del && s.fields.inCode == 0)
	count(&s.f.counts.deleted, &s.was.deleted, c.del)
	count(&s.f.counts.inserted, &s.was.inserted, c.ins && !drop)
	for i, u := range units {
		switch {
		case u >= fieldBegin && u <= fieldEnd:
			if u == fieldSep && c.special && (c.ole || c.obj) && !drop {
				s.f.counts.objects++
				s.object = true
			}
			s.field(seg.cp+i, u, drop)
		case s.fields.inCode > 0:
			s.fields.code = append(s.fields.code, u)
		case !drop:
			s.show(seg.cp+i, u, c, istd)
		}
	}
}

// show appends what one character shows.
func (s *story) show(cp int, u uint16, c *chp, istd uint16) {
	if s.broken && u >= 0x20 {
		s.text, s.broken = append(s.text, '\n'), false
	}
	switch {
	case u < 0x20 || u == '(' && c.symbol != 0 || c.special && (u == '<' || u == '>'):
		s.special(cp, u, c)
	case u >= 0xF020 && u <= 0xF0FF:
		font := c.font
		if font == noFont {
			font = s.f.style(istd).font
		}
		s.symbol(font, u)
	case u != softHyphen && u != secondByte:
		s.text = s.dec.append(s.text, u)
	}
}

// count counts places, each of one or more stretches in a row.
func count(n *int, was *bool, is bool) {
	if is && !*was {
		*n++
	}
	*was = is
}

func (s *story) field(cp int, u uint16, drop bool) {
	shown, unread := s.fields.step(cp, u)
	if unread != "" && !drop {
		s.f.unreadFields[unread]++
	}
	if drop || s.fields.inCode > 0 {
		return
	}
	for _, u := range shown {
		if u >= 0x20 && u != softHyphen {
			s.text = s.dec.append(s.text, u)
		}
	}
}

func (s *story) symbol(font, code uint16) {
	r, known := s.f.symbol(font, code)
	if !known {
		s.f.counts.unknownSymbols++
	}
	s.text = utf8.AppendRune(s.text, r)
}

const softHyphen = 0x00AD

// special handles the characters of [MS-DOC] 2.4.1 that stand for something
// else: breaks, hyphens, and anchors when the run is marked as special.
func (s *story) special(cp int, u uint16, c *chp) {
	switch u {
	case '(':
		if c.symbol != 0 {
			s.symbol(c.symFont, c.symbol)
		}
	case '\t':
		s.text = append(s.text, '\t')
	case '\n', 0x0B:
		s.text = append(s.text, '\n')
	case sectionMark, 0x0E:
		s.broken = len(s.text) > 0 // nothing to see at either end of a paragraph
	case 0x1E:
		s.text = append(s.text, "\u2011"...)
	case 0x01:
		switch {
		case !c.special || c.data:
		case s.object:
			s.object = false // the picture shows the object
		case c.ole || c.obj:
			s.f.counts.objects++
		default:
			s.f.counts.pictures++
		}
	case 0x02, 0x08:
		s.marks = append(s.marks, cp)
	}
}

// decoder turns UTF-16 code units into UTF-8.
type decoder struct {
	high uint16
	bad  int // units that are half a pair
}

func (d *decoder) append(b []byte, u uint16) []byte {
	high := d.high
	d.high = 0
	switch {
	case u >= 0xDC00 && u <= 0xDFFF && high != 0:
		return utf8.AppendRune(b, utf16.DecodeRune(rune(high), rune(u)))
	case high != 0:
		d.bad++
		b = utf8.AppendRune(b, utf8.RuneError)
	}
	switch {
	case u < 0x80:
		return append(b, byte(u))
	case u >= 0xD800 && u <= 0xDBFF:
		d.high = u
		return b
	case u >= 0xDC00 && u <= 0xDFFF:
		d.bad++
		return utf8.AppendRune(b, utf8.RuneError)
	}
	return utf8.AppendRune(b, rune(u))
}

// flush ends the text: a high half that waits has lost its low half.
func (d *decoder) flush(b []byte) []byte {
	if d.high == 0 {
		return b
	}
	d.high = 0
	d.bad++
	return utf8.AppendRune(b, utf8.RuneError)
}
