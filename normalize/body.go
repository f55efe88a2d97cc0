package normalize

import (
	"maps"
	"slices"
	"strings"
)

// body is a report found among the items of a document.
type body struct {
	words     *dictionary
	items     []item
	headings  map[int]heading // items that head a part
	first     int             // first heading, or first form table when there is none
	title     string
	titleFrom int // its first line
	preamble  []item
	end       int // one past the last item of the parts; the signature follows
	annex     int // where the annexed part begins that follows the signature
	annexEnd  int // one past its last item; equal to annex when there is none
	sign      signature
	outside   []item
	twice     int            // parts that stand more than once
	sensed    []sensedLine   // what findMissing chooses from; nil until it is asked
	again     map[string]int // headings dropped because another of the same part follows
	ordinal   bool           // the parts are 第一部分, so that 一、 is below them
}

// findBody finds where the report begins and ends. ok is false when there is none.
func (d *dictionary) findBody(items []item) (b *body, ok bool) {
	b = &body{words: d, items: items, headings: map[int]heading{}, end: len(items), again: map[string]int{}}
	b.findHeadings()
	b.first = len(items)
	for i, it := range items {
		_, isHead := b.headings[i]
		if isHead || it.form != "" {
			b.first = i
			break
		}
	}
	start := b.findTitle()
	if start < 0 && b.first == len(items) {
		return b, false
	}
	after := 0
	signed := items
	if b.findAnnex() {
		signed = items[:b.annex]
	}
	b.sign, b.end, after = d.findSignature(signed, b.lastHeading()+1)
	b.joinTitle()
	b.first = min(b.first, b.end)
	b.split(max(start, 0), after)
	return b, true
}

// findHeadings marks the lines that head a part. Of several lines for one part
// a contents list and lines of lower rank drop out.
func (b *body) findHeadings() {
	byKey := map[string][]int{}
	for i, it := range b.items {
		if it.table != nil {
			continue
		}
		if h, ok := b.words.findHeading(it.full()); ok {
			b.headings[i] = h
			byKey[h.key] = append(byKey[h.key], i)
		}
	}
	b.dropContents(byKey)
	b.dropListed(byKey[statistics2014.Section])
	b.dropEnclosures()
	b.findOrdinals()
	for _, list := range byKey {
		if list = slices.DeleteFunc(list, func(i int) bool { _, ok := b.headings[i]; return !ok }); len(list) > 1 {
			b.dropWeaker(list)
		}
	}
	b.dropUnordered()
	b.findMissing()
	b.findExtra()
}

// dropUnordered drops headings known by their sense alone whose number does not go
// on from those of the headings before and to those behind: lines of a list in a part.
func (b *body) dropUnordered() {
	for i, h := range b.headings {
		if !h.vague {
			continue
		}
		before, after := -1, len(b.items)
		for k, other := range b.headings {
			if other.vague || other.level != h.level || other.number == 0 {
				continue
			}
			if k < i {
				before = max(before, k)
			} else {
				after = min(after, k)
			}
		}
		if before >= 0 && b.headings[before].number >= h.number || after < len(b.items) && b.headings[after].number <= h.number {
			delete(b.headings, i)
		}
	}
}

// annexReach is how many lines below the name of an annexed table its table may begin.
const annexReach = 8

// dropEnclosures drops names of the annexed table that are of a list of enclosures: the
// word 附件 stands in front, and neither a table nor lines of one below.
func (b *body) dropEnclosures() {
	for i, h := range b.headings {
		if h.key != statistics2014.Section || !strings.HasPrefix(fold(b.items[i].full()), "附") {
			continue
		}
		below := b.items[i+1 : min(i+1+annexReach, len(b.items))]
		if !slices.ContainsFunc(below, func(it item) bool {
			return it.table != nil || slices.ContainsFunc(strings.FieldsFunc(it.full(), isGap), func(word string) bool {
				return b.words.isLabelOf(statistics2014.Section, word)
			})
		}) {
			delete(b.headings, i)
		}
	}
}

// minOrdinals is how many headings with 第一部分 or 第一章 show that the parts have these.
const minOrdinals = 3

// findOrdinals takes headings numbered 一、 for lines of a part where the parts are
// numbered 第一部分, but for those of parts that have no other.
func (b *body) findOrdinals() {
	var others []int
	named := map[string]bool{}
	n := 0
	for i, h := range b.headings {
		switch {
		case h.level != 1:
		case strings.HasPrefix(fold(b.items[i].full()), "第"):
			n++
			named[h.key] = true
		default:
			others = append(others, i)
		}
	}
	if b.ordinal = n >= minOrdinals; !b.ordinal {
		return
	}
	for _, i := range others {
		h := b.headings[i]
		if h.level = 2; h.vague || named[h.key] {
			delete(b.headings, i)
		} else {
			b.headings[i] = h
		}
	}
}

// minContents is how many headings with nothing between them make a contents list.
const minContents = 3

// dropContents drops the lines of a contents list: headings that follow each
// other directly, all of which come again.
func (b *body) dropContents(byKey map[string][]int) {
	for from := 0; from < len(b.items); from++ {
		to := from
		listed := map[string]bool{}
		for ; to < len(b.items); to++ {
			h, ok := b.headings[to]
			if ok && !listed[h.key] {
				listed[h.key] = true
				continue
			}
			if ok || len(listed) == 0 || b.items[to].table != nil || withoutPage(b.items[to].text) == b.items[to].text {
				break // the list ends where its first part begins
			}
		}
		again := len(listed) >= minContents
		for key := range listed {
			again = again && byKey[key][len(byKey[key])-1] >= to
		}
		if again {
			for i := from; i < to; i++ {
				delete(b.headings, i)
			}
		}
		from = max(from, to-1)
	}
}

// dropListed drops the lines below the title of the list of indicators that stands
// behind the signature: they are rows of the list, or its title again; and the lines
// above that announce it.
func (b *body) dropListed(list []int) {
	if len(list) == 0 {
		return
	}
	signed := false
	for i, it := range b.items {
		if it.table != nil {
			continue
		}
		if h, ok := b.headings[i]; !ok {
			if !signed && len(b.headings) > 0 {
				_, signed = b.words.readSignature(it.text)
			}
		} else if signed && h.key == statistics2014.Section {
			maps.DeleteFunc(b.headings, func(at int, other heading) bool { return at > i || at < i && other.key == h.key })
			return
		}
	}
}

// dropWeaker keeps of several lines for one part those of the best rank, and of
// two that follow each other directly the second.
func (b *body) dropWeaker(list []int) {
	best := b.headings[list[0]].rank()
	for _, i := range list {
		best = min(best, b.headings[i].rank())
	}
	kept := 0
	for n, i := range list {
		h := b.headings[i]
		next, nextIsHead := b.headings[i+1]
		title := next.key == h.key && next.rank() > best // of the table below, in the words of the heading
		empty := nextIsHead && !title && n < len(list)-1
		switch {
		case h.rank() > best:
			delete(b.headings, i)
		case empty:
			delete(b.headings, i)
			b.again[h.key]++
		default:
			kept++
		}
	}
	if kept > 1 {
		b.twice++
	}
}

// minTwice is how many parts must stand twice for a document to hold several
// reports rather than a heading too many.
const minTwice = 3

// lastHeading is the last line that heads a part, an annex aside.
func (b *body) lastHeading() int {
	last := b.first
	for i := range b.headings {
		if i < b.annex || b.annex == b.annexEnd {
			last = max(last, i)
		}
	}
	return min(last, len(b.items)-1)
}

// findAnnex finds tables that stand behind the signature: they or the heading of
// an annexed part come after a date line that closes the report.
func (b *body) findAnnex() bool {
	from := len(b.items)
	for i := len(b.items) - 1; i > b.first; i-- {
		h, isHead := b.headings[i]
		switch {
		case isHead && h.key == statistics2014.Section, b.items[i].form != "":
			from = i
		case isHead:
			b.annex, b.annexEnd = from, from
			return false
		case from < len(b.items) && b.items[i].table == nil:
			if _, ok := b.words.readSignature(b.items[i].text); ok {
				b.annex, b.annexEnd = from, firstSiteLine(b.items, from)
				return true
			}
		}
	}
	return false
}

// firstSiteLine is the first line from an item on that is of the page around the
// report, or the number of items.
func firstSiteLine(items []item, from int) int {
	for i := from; i < len(items); i++ {
		if items[i].table == nil && isSiteLine(items[i].full()) {
			return i
		}
	}
	return len(items)
}

// split divides what stands above the first part and from item after on, below
// the signature, into preamble and outside.
func (b *body) split(start, after int) {
	for i, it := range b.items {
		switch {
		case i < start:
			if i < b.titleFrom || b.title == "" {
				b.outside = append(b.outside, it)
			}
		case i < b.first:
			if it.table == nil && isSiteLine(it.full()) || b.isHead(it) {
				b.outside = append(b.outside, it)
			} else {
				b.preamble = append(b.preamble, it)
			}
		case i >= after && (i < b.annex || i >= b.annexEnd):
			b.outside = append(b.outside, it)
		}
	}
	if b.sign.body == "" && b.sign.date == "" {
		b.signAbove()
	}
	if b.sign.body == "" {
		b.signAlone()
	}
}

// signAbove reads body and date right below the title, where some reports carry
// them.
func (b *body) signAbove() {
	for n := 0; n < min(2, len(b.preamble)); n++ {
		if b.preamble[n].table != nil {
			return
		}
		s, ok := b.words.readSignature(b.preamble[n].text)
		if !ok {
			continue
		}
		if n == 1 && s.body == "" {
			s.body = b.words.bodyName(b.preamble[0].text)
		}
		if n == 1 && s.body == "" {
			return
		}
		b.sign, b.preamble = s, b.preamble[n+1:]
		return
	}
}

// signAlone takes one of the last lines of the report as the body that signs it,
// when it is the body of the title and no date stands beside it. What follows it
// is outside, as below any signature.
func (b *body) signAlone() {
	short := bodyInTitle(b.title)
	for i := min(b.end, len(b.items)) - 1; short != "" && i > b.first && i >= b.end-maxBelow; i-- {
		if b.items[i].table != nil {
			return
		}
		name := b.words.bodyName(b.items[i].text)
		if name == "" || !sameBody(short, name) {
			continue
		}
		b.sign.body = name
		b.dateOfSite(i + 1)
		b.outside = append(slices.Clone(b.items[i+1:min(b.end, len(b.items))]), b.outside...)
		b.end = i
		return
	}
}

// maxBelow is how many lines from the last one on may hold the body.
const maxBelow = 4

// dateOfSite reads 发布日期： below the body that signs; elsewhere it is a line of
// the site.
func (b *body) dateOfSite(i int) {
	if i < len(b.items) && b.items[i].table == nil {
		if _, date, ok := strings.Cut(fold(b.items[i].text), "发布日期:"); ok {
			s, _ := b.words.readSignature(date)
			b.sign.date = s.date
		}
	}
}
