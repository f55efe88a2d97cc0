package normalize

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"luzhou/extract"
)

// subheadingLimit is the length in characters past which a numbered line is a
// paragraph and no heading.
const subheadingLimit = 36

// partsReader files the items of the report under its parts.
type partsReader struct {
	words   *dictionary
	report  *Report
	tables  map[string][]*extract.Table // form tables by section, in order
	style   int                         // level of the numbers of headings in the current part, 0 before the first
	filed   map[string][]filedTable     // the same tables, with the parts they stand in
	strayed map[string]string           // tables that stand in the part of another table, with its heading
	again   map[string]int              // headings of a part that stand once more with nothing below them
	lined   map[string]bool             // sections with a table that was put together from lines
	above   *caption                    // the group last named by a line of the part, until its table comes
	number  int                         // of the last part, as printed
	ordinal bool                        // the parts are 第一部分, so that 一、 is below them
}

// readParts fills the sections and other tables of the report and returns the
// form tables it met.
func readParts(b *body, report *Report) *partsReader {
	p := &partsReader{words: b.words, report: report, tables: map[string][]*extract.Table{}, filed: map[string][]filedTable{},
		strayed: map[string]string{}, lined: map[string]bool{}, again: b.again, ordinal: b.ordinal}
	for i := b.first; i < max(b.end, b.annexEnd); i++ {
		if i >= b.end && i < b.annex {
			continue
		}
		it := b.items[i]
		h, isHead := b.headings[i]
		switch {
		case it.table != nil:
			p.table(it.table, it.form)
			p.lined[it.form] = p.lined[it.form] || it.lined
		case isHead:
			p.heading(it, h)
		case b.isHead(it):
			b.outside = append(b.outside, it)
		default:
			var next *item
			if i+1 < len(b.items) {
				next = &b.items[i+1]
			}
			if between := next != nil && next.table != nil && i > b.first && b.items[i-1].table != nil; between && bareNumber.MatchString(it.full()) {
				b.outside = append(b.outside, it) // the number of the page that ends inside a table
				continue
			}
			p.line(it, next)
		}
	}
	p.dropForeign()
	return p
}

// placeInForm is the number that the form now in force gives a part, 0 for none.
func placeInForm(key string) int {
	return 1 + slices.IndexFunc(Generations[len(Generations)-1].Sections, func(s SectionForm) bool { return s.Key == key })
}

// bareNumber matches a line that is a page number and nothing else.
var bareNumber = regexp.MustCompile(`^[1-9]\d{0,2}$`)

func (p *partsReader) section() *Section {
	if n := len(p.report.Sections); n > 0 {
		return &p.report.Sections[n-1]
	}
	return nil
}

func (p *partsReader) heading(it item, h heading) {
	no := h.number
	if no == 0 && h.key != statistics2014.Section {
		no = len(p.report.Sections) + 1
	}
	p.report.Sections = append(p.report.Sections, Section{No: no, Key: h.key, Heading: headingText(it.full()),
		Paragraphs: []string{}, Subsections: []Subsection{}})
	p.style, p.above = 0, nil
	if h.level == 3 {
		p.report.add(SectionNumber, "sections."+h.key, &it.pos, numberText(it.full()))
	}
	if h.number > 0 && h.number != p.number+1 && h.number != placeInForm(h.key) {
		p.report.add(SectionSequence, "sections."+h.key, &it.pos, numberText(it.full()), p.number)
	}
	if h.number > 0 || h.key != statistics2014.Section {
		p.number = no
	}
}

func (p *partsReader) line(it item, next *item) {
	s := p.section()
	if s == nil { // tables come first: there is no part to file a line under
		p.report.Preamble = append(p.report.Preamble, it.full())
		return
	}
	c, named := p.words.captionOf(s.Key, it)
	if named || p.above != nil && p.above.otherGroup(it.full()) {
		p.above = c
	}
	if next != nil && next.table != nil && hasTable(s.Key) &&
		(named && p.sectionFor(next.table, next.form) == s.Key && c.fits(p.words, next.table) || p.words.isLabelOf(s.Key, it.full())) {
		return // the title of a piece of the table, printed above it
	}
	if no, decimal, ok := p.subheading(s, it, next); ok {
		if n := len(s.Subsections); n > 0 && no != s.Subsections[n-1].No+1 {
			p.report.add(SectionSequence, "sections."+s.Key, &it.pos, numberText(it.full()), s.Subsections[n-1].No)
		}
		s.Subsections = append(s.Subsections, Subsection{No: no, Heading: withoutNumber(it.full()), Paragraphs: []string{}})
		if decimal && len(s.Subsections) == 1 {
			p.report.add(SectionNumber, "sections."+s.Key, &it.pos, numberText(it.full()))
		}
		return
	}
	if n := len(s.Subsections); n > 0 {
		s.Subsections[n-1].Paragraphs = append(s.Subsections[n-1].Paragraphs, it.full())
		return
	}
	s.Paragraphs = append(s.Paragraphs, it.full())
}

// table files a table under a section; key is the one whose form it follows, "" for none.
func (p *partsReader) table(t *extract.Table, key string) {
	key = p.sectionFor(t, key)
	if key != "" && (key != statistics2014.Section || p.words.isList(t)) {
		if p.above != nil && p.above.form.Section == key {
			t = p.above.above(p.words, t)
		}
		p.above = nil
		p.tables[key] = append(p.tables[key], t)
		f := filedTable{table: t}
		f.place, f.where = p.place()
		if s := p.section(); s != nil {
			f.part = s.Key
		}
		p.filed[key] = append(p.filed[key], f)
		if s := p.section(); s != nil && s.Key != key && hasTable(s.Key) && key != statistics2014.Section {
			p.strayed[key] = s.Heading
		}
		return
	}
	place, where := p.place()
	p.keepOther(t, place, where)
}

// place is where the text has a table that comes next, as one of no form.
func (p *partsReader) place() (place OtherTable, where string) {
	place.Section, place.After = len(p.report.Sections), len(p.report.Preamble)
	where = "preamble"
	if s := p.section(); s != nil {
		where = "sections." + s.Key
		place.After = len(s.Paragraphs)
		if place.Subsection = len(s.Subsections); place.Subsection > 0 {
			place.After = len(s.Subsections[place.Subsection-1].Paragraphs)
		}
	}
	return place, where
}

// keepOther keeps a table as one of no form.
func (p *partsReader) keepOther(t *extract.Table, place OtherTable, where string) {
	other := newOther(t)
	other.Section, other.Subsection, other.After = place.Section, place.Subsection, place.After
	p.report.OtherTables = append(p.report.OtherTables, other)
	p.report.add(TableOther, where, &t.Pos, t.Rows, t.Cols)
}

// sectionFor returns the section whose table a table is: the one whose form it
// follows, or that it is a piece of; "" when it is none.
func (p *partsReader) sectionFor(t *extract.Table, form string) string {
	if form != "" {
		return form
	}
	return p.pieceOf(t)
}

// pieceOf returns the section whose table a small table is a piece of: the part
// it stands in has a form, and the table holds labels of it and figures, or
// figures alone below the pieces before it. "" when it is none.
func (p *partsReader) pieceOf(t *extract.Table) string {
	s := p.section()
	if s == nil || !hasTable(s.Key) {
		return ""
	}
	known, unknown, figures := 0, 0, 0
	for _, c := range t.Cells {
		switch {
		case c.Text == "":
		case p.words.isLabelOf(s.Key, c.Text):
			known++
		case isFigure(c.Text):
			figures++
		default:
			unknown++
		}
	}
	if figures > 0 && known > 2*unknown || figures > 1 && known+unknown == 0 && len(p.tables[s.Key]) > 0 {
		return s.Key
	}
	return ""
}

// newOther copies a table without the tables nested in it.
func newOther(t *extract.Table) OtherTable {
	o := OtherTable{Rows: t.Rows, Cols: t.Cols, Cells: slices.Clone(t.Cells)}
	for i := range o.Cells {
		o.Cells[i].Tables = nil
	}
	return o
}

// subheading reports whether an item is a heading inside a part: numbered （一）
// and short, with no sentence in it. Without any of these a part may have headings
// numbered 1. or ①, each in turn and with text of its own below it; lines that
// follow each other are a list.
func (p *partsReader) subheading(s *Section, it item, next *item) (no int, decimal, ok bool) {
	text := it.full()
	if len(text) > 4*subheadingLimit {
		return 0, false, false
	}
	f := fold(text)
	no, level, rest := splitNumber(f)
	if level == 1 && p.ordinal && !strings.HasPrefix(f, "第") {
		level = 2
	}
	if level < 2 || rest == "" || utf8.RuneCountInString(rest) > subheadingLimit || strings.ContainsAny(rest, "。;；!?！？") {
		return 0, false, false
	}
	if level == 3 && (p.style == 2 || no != len(s.Subsections)+1 || strings.ContainsAny(rest, "，,：:") || !leads(next)) {
		return 0, false, false
	}
	if p.style == 3 && level == 2 {
		return 0, false, false
	}
	p.style = level
	return no, strings.ContainsAny(f[:len(f)-len(rest)], "0123456789①②③④⑤⑥⑦⑧⑨"), true
}

// leads reports whether an item is text that a heading can stand above.
func leads(next *item) bool {
	if next == nil {
		return false
	}
	if next.table != nil {
		return true
	}
	_, level, _ := splitNumber(fold(next.full()))
	return level == 0 && utf8.RuneCountInString(next.text) > minLead
}

// minLead is how many characters a line has at the least that is text and no
// item of a list.
const minLead = 8

// cutNumber splits a line after its leading number and the blanks behind it.
func cutNumber(line string) (number, rest string) {
	f := fold(line)
	_, level, after := splitNumber(f)
	if level == 0 {
		return "", line
	}
	left := utf8.RuneCountInString(f) - utf8.RuneCountInString(after)
	for i, r := range line {
		if left == 0 && !isBlank(r) {
			return line[:i], line[i:]
		}
		if foldRune(r) != 0 {
			left--
		}
	}
	return line, ""
}

func withoutNumber(line string) string {
	_, rest := cutNumber(line)
	return strings.TrimFunc(rest, isBlank)
}

// headingText is the heading of a part without its number, which may end with a
// blank alone.
func headingText(line string) string {
	if m := spacedNumber.FindStringSubmatch(line); m != nil {
		return strings.TrimFunc(cutAny(m[2], "、.．,，"), isBlank)
	}
	return withoutNumber(line)
}

func numberText(line string) string {
	number, _ := cutNumber(line)
	return strings.TrimFunc(number, isBlank)
}

// checkParts reports parts that are missing, repeated or out of order. form is
// the generation of the report year.
func (p *partsReader) checkParts(form *Generation) {
	count, order := map[string]int{}, []string{}
	for _, s := range p.report.Sections {
		count[s.Key]++
		if count[s.Key] == 1 && form.has(s.Key) {
			order = append(order, s.Key)
		}
	}
	for i, s := range p.report.Sections {
		if len(s.Paragraphs)+len(s.Subsections) == 0 && len(p.tables[s.Key]) == 0 && form.text(s.Key) && !p.holdsTable(i+1) {
			p.report.add(SectionEmpty, "sections."+s.Key, nil, s.Heading)
		}
	}
	var want []string
	for _, s := range form.Sections {
		switch n := count[s.Key]; {
		case n == 0 && (form.Free || s.Annexed):
		case n == 0:
			p.report.add(SectionMissing, "sections."+s.Key, nil, s.Title)
		case n+p.again[s.Key] > 1:
			n += p.again[s.Key]
			p.report.add(SectionRepeated, "sections."+s.Key, nil, s.Title, n)
		}
		if count[s.Key] > 0 {
			want = append(want, s.Key)
		}
	}
	if !form.Free && !slices.Equal(order, want) {
		p.report.add(SectionOrder, "sections", nil, p.orderText())
	}
}

// holdsTable reports whether a table of no form stands in a part.
func (p *partsReader) holdsTable(section int) bool {
	return slices.ContainsFunc(p.report.OtherTables, func(t OtherTable) bool { return t.Section == section })
}

func (p *partsReader) orderText() string {
	var list []string
	for _, s := range p.report.Sections {
		list = append(list, fmt.Sprintf("%d %s", s.No, s.Heading))
	}
	return strings.Join(list, "；")
}
