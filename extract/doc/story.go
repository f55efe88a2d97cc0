package doc

// Characters that end a paragraph ([MS-DOC] 2.4.2).
const (
	cellMark      = 0x07
	paragraphMark = 0x0D
	sectionMark   = 0x0C // a page break when no paragraph ends there
)

// para is one paragraph of the file as read, not yet placed in a table.
type para struct {
	text   string
	pap    *pap
	mark   uint16 // 0 when it was passed over
	number string
	gone   bool  // the mark was deleted in a tracked change
	marks  []int // positions of note references and of anchors of shapes
}

// segment is a stretch of characters with the same properties.
type segment struct {
	from  int // index in units
	cp    int
	props *chp
}

// story reads one range of the text, paragraph by paragraph.
type story struct {
	f      *file
	fields fieldState
	units  []uint16 // of the paragraph so far
	segs   []segment
	text   []byte
	dec    decoder
	marks  []int
	joined *joinedMark
	unseen int  // segments at the start that show nothing
	broken bool // a page or column break waits for text behind it
	object bool // in the paragraph an object began; its picture comes next
	was    struct{ hidden, deleted, inserted bool }
	sink   func(*para) // the paragraph is another one after it returns
	read   para
}

// readStory hands the paragraphs of a range to sink.
func (f *file) readStory(start, lim int, sink func(*para)) {
	s := &story{f: f, sink: sink, fields: fieldState{all: f.matchFields(start, lim)}}
	for i := pieceAt(f.pieces, start); i < len(f.pieces) && f.pieces[i].cp < lim; i++ {
		p := &f.pieces[i]
		s.piece(p, max(0, start-p.cp), min(lim, p.lim)-p.cp)
	}
	if len(s.units) > 0 {
		s.end(&pap{}, paragraphMark, false)
	}
	f.counts.undecoded += s.dec.bad
}

// piece reads the characters i to lim of one piece.
func (s *story) piece(p *piece, i, lim int) {
	width := p.width()
	for i < lim && !s.f.over {
		fc := p.fc + i*width
		props, runLim := s.f.charProps(p, fc)
		n := min(lim, i+max(1, (runLim-fc+width-1)/width))
		s.segs = append(s.segs, segment{len(s.units), p.cp + i, props})
		for ; i < n && !s.f.over; i++ {
			u := p.unit(s.f.main, i)
			switch {
			case !s.f.ends(p, i, u):
				s.units = append(s.units, u)
				continue
			case u == paragraphMark && s.joins(props, p, i):
				if props.del {
					s.units = append(s.units, u) // to be counted
				}
				s.join(s.f.paragraphProps(p, i))
			default:
				s.end(s.f.paragraphProps(p, i), u, props.del)
			}
			s.segs = append(s.segs, segment{len(s.units), p.cp + i + 1, props})
		}
	}
}

// ends reports whether the character ends a paragraph. A section mark does
// where the properties of a paragraph end; elsewhere it is a page break.
func (f *file) ends(p *piece, i int, u uint16) bool {
	switch u {
	case paragraphMark, cellMark:
		return true
	case sectionMark:
		fc := p.fc + i*p.width()
		r := f.paps.at(fc)
		return r < 0 || f.paps.runs[r].lim == fc+p.width()
	}
	return false
}

// joins reports whether a paragraph mark is not there for the reader: deleted
// in a tracked change, or hidden behind hidden text only.
func (s *story) joins(props *chp, p *piece, i int) bool {
	if !props.del && props.vanish == toggleOff {
		return false
	}
	q := s.f.paragraphProps(p, i)
	if q.innerCell || q.innerTtp || q.ttp {
		return false
	}
	if props.del {
		return true
	}
	if !s.f.hidden(props, q.istd) {
		return false
	}
	for ; s.unseen < len(s.segs); s.unseen++ {
		seg := s.segs[s.unseen]
		if s.lim(s.unseen) > seg.from && !seg.props.del && !s.f.hidden(seg.props, q.istd) {
			return false
		}
	}
	return true
}

// lim returns the index at which a segment ends.
func (s *story) lim(k int) int {
	if k+1 < len(s.segs) {
		return s.segs[k+1].from
	}
	return len(s.units)
}

// join notes a mark that is not there for the reader: the next paragraph goes
// on where this one stops, unless it stands in another table or in none.
func (s *story) join(props *pap) {
	unseen := s.unseen
	if !s.split(props) {
		s.unseen = unseen
	}
	s.joined = &joinedMark{props, len(s.units), len(s.segs)}
}

// joinedMark is a paragraph mark that was passed over.
type joinedMark struct {
	pap         *pap
	units, segs int
}

// split ends the joined part when what follows stands elsewhere.
func (s *story) split(next *pap) bool {
	j := s.joined
	s.joined, s.unseen = nil, 0
	if j == nil || s.f.level(j.pap) == s.f.level(next) {
		return false
	}
	units, segs := s.units, s.segs
	s.units, s.segs = units[:j.units], segs[:j.segs]
	s.hand(j.pap, 0, false)
	s.units, s.segs = units[j.units:], segs[j.segs:]
	for i := range s.segs {
		s.segs[i].from -= j.units
	}
	return true
}

// end ends a paragraph with these properties; gone says that its mark was
// deleted in a tracked change.
func (s *story) end(props *pap, mark uint16, gone bool) {
	s.split(props)
	s.hand(props, mark, gone)
	s.units, s.segs = s.units[:0], s.segs[:0]
}

// hand hands over the text read so far as one paragraph.
func (s *story) hand(props *pap, mark uint16, gone bool) {
	s.text, s.marks, s.object, s.broken = s.text[:0], nil, false, false
	for k, seg := range s.segs {
		if lim := s.lim(k); lim > seg.from {
			s.segment(seg, s.units[seg.from:lim], props.istd)
		}
	}
	s.text = s.dec.flush(s.text)
	s.read = para{text: string(s.text), pap: props, mark: mark, gone: gone, marks: s.marks}
	s.sink(&s.read)
}

// eachUnit calls fn for every character of a range.
func (f *file) eachUnit(start, lim int, fn func(cp int, u uint16)) {
	for i := pieceAt(f.pieces, start); i < len(f.pieces) && f.pieces[i].cp < lim; i++ {
		p := &f.pieces[i]
		for k := max(0, start-p.cp); k < min(lim, p.lim)-p.cp; k++ {
			fn(p.cp+k, p.unit(f.main, k))
		}
	}
}
