package normalize

import (
	"slices"
	"strings"

	"luzhou/extract"
)

// Options changes how a report is read. The zero value is the usual way.
type Options struct {
	Variants *Variants // the user's own wordings; nil for none
	Totals   bool      // work out blank totals whose parts are all there, marked as computed
}

// FromDocument reads a report out of a document. It always returns a report;
// what could not be read is empty and told by a finding.
func FromDocument(doc *extract.Document) *Report { return Options{}.FromDocument(doc) }

// FromDocument reads a report under these options.
func (o Options) FromDocument(doc *extract.Document) *Report {
	d := builtIn()
	report := &Report{Schema: Schema, Source: doc.Source, Preamble: []string{}, Sections: []Section{}, Notes: doc.Notes}
	if o.Variants != nil {
		d, report.Variants = o.Variants.words, o.Variants.Digest
	}
	report.Findings = append([]extract.Finding{}, doc.Findings...)
	items, marks := withoutPageMarks(d.joinHeadings(d.flatten(doc)))
	items, annex := splitAnnex(d.gatherList(items))
	b, ok := d.findBody(items)
	b.outside = slices.Concat(b.outside, annex, marks)
	if !ok {
		report.add(ReportNone, "", nil)
		return report
	}
	b.gatherLines()
	if n := b.joinWrapped(); n > 0 {
		report.add(LinesJoined, "", nil, n)
	}
	parts := readParts(b, report)
	readMeta(b, report)
	tellOutside(b, report)
	if b.twice >= minTwice {
		report.add(ReportSeveral, "", nil)
		return report
	}
	parts.readTables()
	form := parts.generation()
	parts.checkParts(form)
	parts.checkTables(form)
	for _, t := range report.Tables() {
		if o.Totals {
			computeTotals(t, report)
		}
		check(t, report)
		tellMissing(t, report)
	}
	checkClaims(report)
	checkAnnouncement(report)
	return report
}

// tellMissing sees to it that no figure of a table is missing without a finding
// that names it or something that holds it.
func tellMissing(t *Table, report *Report) {
	if t.Form.Listed {
		return
	}
	told := map[string]bool{}
	for _, f := range report.Findings {
		told[f.Where] = told[f.Where] || f.Severity >= extract.Warning
	}
	for b := range t.Form.Blocks {
		block := &t.Form.Blocks[b]
		for r, row := range block.Rows {
			missing := false
			for c := range t.Values[b][r] {
				v := &t.Values[b][r][c]
				missing = missing || (v.State == "" || v.State == Missing) && !told[t.Form.path(block, "", block.Columns[c].Key)]
			}
			if !missing {
				continue
			}
			if path := t.Form.path(block, row.Key, ""); !told[path] && !told[parentPath(path)] && !told[t.Form.Section] {
				report.add(RowMissing, path, nil, row.Text)
			}
		}
	}
}

// parentPath drops the last part of a dotted path.
func parentPath(path string) string { return path[:max(strings.LastIndexByte(path, '.'), 0)] }

// readTables reads the form tables of every section.
func (p *partsReader) readTables() {
	byYear := generationOf(p.report.Year)
	var readings []*reading
	certain := p.report.yearCertain()
	for _, section := range tableSections() {
		if tables := p.tables[section]; len(tables) > 0 {
			for i, t := range tables {
				apart, n := p.words.unheaped(section, t)
				if tables[i] = apart; n > 0 {
					p.report.add(TableHeaped, section, &t.Pos, n)
				}
				if whole, ok := p.words.untidied(section, tables[i]); ok {
					tables[i] = whole
					p.report.add(TableTidy, section, &t.Pos)
				}
			}
			if certain {
				for i, t := range tables {
					tables[i] = withYearWords(t, p.report.Year)
				}
			}
			r := p.words.readBest(section, tables, byYear)
			r.lined = p.lined[section]
			readings = append(readings, r)
		}
	}
	padded, loose := false, false
	for _, r := range readings {
		for b := range r.blocks {
			r.weigh(b)
			padded = padded || r.blocks[b].padded
		}
		loose = loose || r.lined && r.leavesEmpty()
	}
	for _, r := range readings {
		for b := range r.blocks {
			r.fill(b, padded, loose)
		}
		r.doubtTwice()
		p.report.SetTable(r.table)
		p.report.Findings = append(p.report.Findings, r.findings...)
	}
}

// tableSections lists the sections that have a table in any form.
func tableSections() (list []string) {
	for _, g := range Generations {
		for _, s := range g.Sections {
			if s.Table != nil && !slices.Contains(list, s.Key) {
				list = append(list, s.Key)
			}
		}
	}
	return list
}

// generation is the form the report follows as a whole: that of its tables, or
// without any that of its year; a report of later years that has the parts of
// the old form follows the old form.
func (p *partsReader) generation() *Generation {
	byYear := generationOf(p.report.Year)
	var first *Generation
	for _, t := range p.report.Tables() {
		g := findGeneration(t.Form.Generation)
		if g == byYear {
			return g
		}
		if first == nil {
			first = g
		}
	}
	switch {
	case first != nil:
		return first
	case !byYear.Free && slices.ContainsFunc(p.report.Sections, func(s Section) bool { return onlyFree(s.Key) }):
		p.report.add(FormOld, "", nil, p.report.Year)
		return Generations[0]
	}
	return byYear
}

// onlyFree reports whether only a free form has a part of that key.
func onlyFree(key string) bool {
	found := false
	for _, g := range Generations {
		if g.has(key) {
			if !g.Free {
				return false
			}
			found = true
		}
	}
	return found
}

// checkTables reports tables of another form than the report's and those that
// are missing.
func (p *partsReader) checkTables(form *Generation) {
	for _, s := range form.Sections {
		if s.Table != nil && !s.Annexed && p.report.Table(s.Key) == nil {
			p.report.add(TableMissing, s.Key, nil, s.Title)
		}
	}
	for _, s := range p.report.Sections { // a part without its heading has no place its table could stray from
		if heading, ok := p.strayed[s.Key]; ok {
			p.report.add(TableStrayed, s.Key, &p.tables[s.Key][0].Pos, heading)
			delete(p.strayed, s.Key)
		}
	}
	for _, t := range p.report.Tables() {
		if got := t.Form.Generation; got != form.Key {
			p.report.add(FormMixed, t.Form.Section, &p.tables[t.Form.Section][0].Pos, got, form.Key)
		}
	}
}

func findGeneration(key string) *Generation {
	i := slices.IndexFunc(Generations, func(g *Generation) bool { return g.Key == key })
	return Generations[i]
}

// generationOf returns the form of a report year: the first that still held,
// the oldest for earlier years.
func generationOf(year int) *Generation {
	for _, g := range Generations {
		if g.To == 0 || year <= g.To {
			return g
		}
	}
	return Generations[len(Generations)-1]
}

// tellOutside reports the content that is not part of the report.
func tellOutside(b *body, report *Report) {
	lines, outside, first := 0, 0, ""
	for _, it := range b.outside {
		if it.table != nil {
			outside++
			continue
		}
		if lines++; lines == 1 {
			first = it.text
		}
	}
	if len(b.outside) > 0 {
		report.add(ContentOutside, "", &b.outside[0].pos, lines, outside, shorten(first, 20))
	}
	var tables []OtherTable
	after := 0
	for _, it := range b.preamble {
		if it.table == nil {
			after++
			continue
		}
		other := newOther(it.table)
		other.After = after
		tables = append(tables, other)
		report.add(TableOther, "preamble", &it.table.Pos, it.table.Rows, it.table.Cols)
	}
	report.OtherTables = append(tables, report.OtherTables...)
}

// shorten cuts a text to n characters.
func shorten(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i] + "…"
		}
		n--
	}
	return s
}
