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
	var q *pap
	switch {
	case r < 0:
		q = f.newPap(0, nil, p.prm)
		f.noPap++
	case p.prm != nil:
		q = f.newPap(f.paps.runs[r].istd, f.paps.runs[r].grpprl, p.prm)
	default:
		q = f.runPap(&f.paps.runs[r])
	}
	f.lastPap.piece, f.lastPap.run, f.lastPap.pap = p, r, q
	return q
}

// newPap makes the properties of a paragraph: those of its style, changed by lists.
func (f *file) newPap(istd uint16, lists ...view) *pap {
	q := &pap{}
	f.setStyle(q, istd)
	for _, list := range lists {
		if list != nil {
			f.applyPap(q, list, 0)
		}
	}
	if q.ttp || q.innerTtp {
		q.tap = readTap(q)
	}
	return q
}

// papKey is what the properties of a paragraph depend on.
type papKey struct {
	istd   uint16
	grpprl string
}

// Limits of what is remembered of paragraphs: those in the cells of tables are much
// alike, and their lists short.
const (
	maxPaps   = 512
	maxGrpprl = 64
)

// runPap returns the properties of the paragraphs of a run.
func (f *file) runPap(r *run) *pap {
	if len(r.grpprl) > maxGrpprl {
		return f.newPap(r.istd, r.grpprl)
	}
	if q := f.papCache[papKey{r.istd, string(r.grpprl)}]; q != nil {
		return q
	}
	q := f.newPap(r.istd, r.grpprl)
	if q.tap == nil && len(f.papCache) < maxPaps {
		f.papCache[papKey{r.istd, string(r.grpprl)}] = q
	}
	return q
}
