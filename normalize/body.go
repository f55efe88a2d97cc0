package normalize

import (
	"fmt"
	"regexp"
	"strings"

	"luzhou/extract"
)

// body is a report found among the items of a document.
type body struct {
	words    *dictionary
	items    []item
	headings map[int]heading // items that head a part
	first    int             // first heading, or first form table when there is none
	title    string
	titlePos extract.Pos
	preamble []item
	end      int // one past the last item of the parts; the signature follows
	annex    int // where the annexed part begins that follows the signature
	annexEnd int // one past its last item; equal to annex when there is none
	sign     signature
	outside  []item
	reports  int // how many reports the document seems to hold
}

// findBody finds where the report begins and ends. ok is false when there is none.
func (d *dictionary) findBody(items []item) (b *body, ok bool) {
	b = &body{words: d, items: items, headings: map[int]heading{}, end: len(items), reports: 1}
	b.findHeadings()
	b.first = len(items)
	for i, it := range items {
		_, isHead := b.headings[i]
		if isHead || it.table != nil && d.sectionOf(it.table) != "" {
			b.first = i
			break
		}
	}
	start := b.findTitle()
	if start < 0 && b.first == len(items) {
		return b, false
	}
	after := 0
	if b.findAnnex() {
		b.sign, b.end, after = d.findSignature(items[:b.annex], b.lastHeading()+1)
	} else {
		b.sign, b.end, after = d.findSignature(items, b.lastHeading()+1)
	}
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
	for _, list := range byKey {
		if len(list) > 1 {
			b.dropWeaker(list)
		}
	}
}

func (b *body) dropWeaker(list []int) {
	best := b.headings[list[0]].rank()
	for _, i := range list {
		best = min(best, b.headings[i].rank())
	}
	kept := 0
	for n, i := range list {
		_, nextIsHead := b.headings[i+1]
		contents := nextIsHead && n < len(list)-1 // a line of a contents list is followed by the next one
		if b.headings[i].rank() > best || contents {
			delete(b.headings, i)
		} else {
			kept++
		}
	}
	b.reports = max(b.reports, kept)
}

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

// findAnnex finds a part that stands behind the signature: its heading or table
// comes after a date line that closes the report.
func (b *body) findAnnex() bool {
	from := len(b.items)
	for i := len(b.items) - 1; i > b.first; i-- {
		h, isHead := b.headings[i]
		switch {
		case isHead && h.key == statistics2014.Section, b.items[i].table != nil && b.words.sectionOf(b.items[i].table) == statistics2014.Section:
			from = i
		case isHead:
			b.annex, b.annexEnd = from, from
			return false
		case from < len(b.items) && b.items[i].table == nil:
			if _, ok := b.words.readSignature(b.items[i].text, ""); ok {
				b.annex, b.annexEnd = from, b.siteLine(from)
				return true
			}
		}
	}
	return false
}

// siteLine is the first line from an item on that is of the page around the
// report, or the number of items.
func (b *body) siteLine(from int) int {
	for i := from; i < len(b.items); i++ {
		if b.items[i].table == nil && isSiteLine(b.items[i].full()) {
			return i
		}
	}
	return len(b.items)
}

// findTitle takes the last title-like line with a year above the first part, or
// failing that one whose year stands on the lines above it. It returns the
// index of the line after which the preamble begins, -1 when there is no title.
func (b *body) findTitle() int {
	plain := -1
	for i := b.first - 1; i >= 0; i-- {
		it := b.items[i]
		if it.table != nil || !isTitle(it.text) {
			continue
		}
		if yearInTitle.MatchString(fold(it.text)) {
			b.title, b.titlePos = it.text, it.pos
			return i + 1
		}
		if joined, ok := b.joinTitle(i); ok {
			b.title, b.titlePos = joined, it.pos
			return i + 1
		}
		if plain < 0 {
			plain = i
		}
	}
	if plain < 0 {
		return -1
	}
	b.title, b.titlePos = b.items[plain].text, b.items[plain].pos
	return plain + 1
}

// joinTitle puts the one or two short lines above a title-like line in front of
// it when that gives the title its year.
func (b *body) joinTitle(i int) (string, bool) {
	text := b.items[i].text
	for k := i - 1; k >= max(0, i-2); k-- {
		above := b.items[k]
		if above.table != nil || len(above.text) > 4*30 || strings.ContainsAny(above.text, "。；：:>|") || isSiteLine(above.text) {
			return "", false
		}
		text = above.text + text
		if yearInTitle.MatchString(fold(text)) {
			return text, true
		}
	}
	return "", false
}

// split divides what stands above the first part and from item after on, below
// the signature, into preamble and outside.
func (b *body) split(start, after int) {
	for i, it := range b.items {
		switch {
		case i < start:
			if b.title == "" || !strings.Contains(b.title, it.text) || it.table != nil {
				b.outside = append(b.outside, it)
			}
		case i < b.first:
			if it.table == nil && isSiteLine(it.full()) {
				b.outside = append(b.outside, it)
			} else {
				b.preamble = append(b.preamble, it)
			}
		case i >= after && (i < b.annex || i >= b.annexEnd):
			b.outside = append(b.outside, it)
		}
	}
	for len(b.preamble) > 0 && b.sign.body == "" && b.sign.date == "" {
		// some reports carry body and date right below the title
		s, used := b.words.readSignature(b.preamble[0].text, "")
		if !used {
			break
		}
		b.sign = s
		b.preamble = b.preamble[1:]
	}
}

// signature is the body and the date under a report.
type signature struct {
	body string
	date string // 2021-01-28
}

// findSignature looks for the date line below the last part, and the body on it
// or on the line before. The parts end before item end, what follows the report
// begins with item after.
func (d *dictionary) findSignature(items []item, from int) (s signature, end, after int) {
	last := len(items)
	for i := from; i < len(items); i++ {
		if items[i].table == nil && isSiteLine(items[i].full()) {
			last = i
			break
		}
	}
	for i := last - 1; i >= from; i-- {
		if items[i].table != nil {
			continue
		}
		above := ""
		if i > from && items[i-1].table == nil {
			above = items[i-1].text
		}
		if s, ok := d.readSignature(items[i].text, above); ok {
			if s.body != "" && s.body == strings.TrimFunc(above, isBlank) {
				return s, i - 1, i + 1
			}
			return s, i, i + 1
		}
	}
	return signature{}, last, last
}

// readSignature reads a date line; above is the line before it.
func (d *dictionary) readSignature(line, above string) (s signature, ok bool) {
	m := dateLine.FindStringSubmatch(fold(line))
	if m == nil || strings.HasSuffix(m[1], ":") { // 填报日期： and the like are fields of a form
		return s, false
	}
	s.date = isoDate(m[2], m[3], m[4])
	if s.date == "" {
		return s, false
	}
	if m[1] != "" {
		above = strings.TrimRightFunc(line[:dateStart(line)], isBlank)
	}
	if name := strings.TrimFunc(above, isBlank); d.isBodyName(name) {
		s.body = name
	}
	return s, true
}

// dateStart is where the date begins that a line ends with.
func dateStart(line string) int {
	at := datePart.FindStringIndex(line)
	if at == nil {
		return 0
	}
	return at[0]
}

var datePart = regexp.MustCompile(`[(（]?\s*[12１２一二]\s*[\d０-９〇○Oo零一二三四五六七八九]\s*[\d０-９〇○Oo零一二三四五六七八九]\s*[\d０-９〇○Oo零一二三四五六七八九]\s*年`)

// isBodyName reports whether a line can be the name of a public body.
func (d *dictionary) isBodyName(line string) bool {
	n := len([]rune(line))
	if n < 2 || n > 40 || strings.ContainsAny(line, "。，；：？！、,;:?!") {
		return false
	}
	_, isHead := d.findHeading(line)
	return !isHead && !strings.ContainsRune(line, '年') && bodyEnding.MatchString(fold(line))
}

// bodyEnding matches the last words of the names of public bodies.
var bodyEnding = regexp.MustCompile(`(府|局|委|会|办|办公室|厅|部|院|所|站|中心|队|处|科|署|室|行|社|校|学|馆|司|团|组|镇|乡|街道|区|县|市|省|州|盟|旗|场|园|公司|企业|机关|分局|\(.{1,12}\))$`)

// isoDate makes 2021-01-28 of the parts of a printed date; "" when it is none.
func isoDate(year, month, day string) string {
	y, m, d := yearNumber(year), numeral(month), numeral(day)
	if y == 0 || m < 1 || m > 12 || d < 1 || d > daysIn(y, m) {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", y, m, d)
}

func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// yearNumber reads a year of four digits, Chinese or decimal; 0 when it is none.
func yearNumber(s string) int {
	n, digits := 0, 0
	for _, r := range s {
		var d int
		switch {
		case r >= '0' && r <= '9':
			d = int(r - '0')
		case strings.ContainsRune("〇○零Oo", r):
			d = 0
		case strings.ContainsRune("一二三四五六七八九", r):
			d = strings.IndexRune("一二三四五六七八九", r)/3 + 1
		default:
			return 0
		}
		n, digits = n*10+d, digits+1
	}
	if digits != 4 || n < 1990 || n > 2099 {
		return 0
	}
	return n
}
