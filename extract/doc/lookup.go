package doc

import "sort"

// lookup finds runs by stream offset. Text is read forwards, so most look-ups
// end at the run of the last one or at the one after it.
type lookup struct {
	runs []run
	last int
}

// at returns the index of the run that holds the offset, or -1.
func (l *lookup) at(fc int) int {
	for i := l.last; i < len(l.runs) && i < l.last+2; i++ {
		if l.runs[i].fc <= fc && fc < l.runs[i].lim {
			l.last = i
			return i
		}
	}
	i := sort.Search(len(l.runs), func(i int) bool { return l.runs[i].lim > fc })
	if i == len(l.runs) || fc < l.runs[i].fc {
		return -1
	}
	l.last = i
	return i
}

// after returns the index of the first run that begins past the offset, or -1.
func (l *lookup) after(fc int) int {
	i := sort.Search(len(l.runs), func(i int) bool { return l.runs[i].fc > fc })
	if i == len(l.runs) {
		return -1
	}
	return i
}

// charProps returns the properties of the character at a stream offset and the
// offset up to which they hold.
func (f *file) charProps(p *piece, fc int) (*chp, int) {
	r := f.chps.at(fc)
	props, lim := &f.plain, len(f.main)
	if r >= 0 {
		props, lim = f.runProps(r), f.chps.runs[r].lim
	} else if next := f.chps.after(fc); next >= 0 {
		lim = f.chps.runs[next].fc
	}
	if p.prm != nil {
		c := *props
		f.applyChp(&c, p.prm)
		props = &c
	}
	return props, lim
}

func (f *file) runProps(r int) *chp {
	if f.chpCache[r] == nil {
		c := f.plain
		f.applyChp(&c, f.chps.runs[r].grpprl)
		f.chpCache[r] = &c
	}
	return f.chpCache[r]
}

// paragraphProps returns the properties of the paragraph that ends with the
// i-th character of a piece. They are shared and must not be changed.
func (f *file) paragraphProps(p *piece, i int) *pap {
	r := f.paps.at(p.fc + i*p.width())
	if f.lastPap.piece == p && f.lastPap.run == r {
		return f.lastPap.pap
	}
	q := &pap{}
	if r >= 0 {
		f.setStyle(q, f.paps.runs[r].istd)
		f.applyPap(q, f.paps.runs[r].grpprl, 0)
	} else {
		f.setStyle(q, 0)
		f.noPap++
	}
	if p.prm != nil {
		f.applyPap(q, p.prm, 0)
	}
	if q.ttp || q.innerTtp {
		q.tap = readTap(q)
	}
	f.lastPap.piece, f.lastPap.run, f.lastPap.pap = p, r, q
	return q
}
