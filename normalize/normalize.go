package normalize

import (
	"luzhou/extract"
)

// FromDocument reads a report out of a document. It always returns a report;
// what could not be read is empty and told by a finding.
func FromDocument(doc *extract.Document) *Report {
	report := &Report{Schema: Schema, Source: doc.Source, Preamble: []string{}, Sections: []Section{}, Notes: doc.Notes}
	report.Findings = append([]extract.Finding{}, doc.Findings...)
	b, ok := findBody(flatten(doc))
	if !ok {
		report.add(ReportNone, "", nil)
		return report
	}
	b.gatherLines()
	parts := readParts(b, report)
	readMeta(b, report)
	tellOutside(b, report)
	if b.reports > 1 {
		report.add(ReportSeveral, "", nil, b.reports)
		return report
	}
	form := generationOf(report.Year)
	parts.checkParts(form)
	for _, s := range form.Sections {
		if s.Table == nil {
			continue
		}
		tables := parts.tables[s.Key]
		if len(tables) == 0 {
			report.add(TableMissing, s.Key, nil, s.Title)
			continue
		}
		r := readBest(s.Key, tables, form)
		report.setTable(r.table)
		report.Findings = append(report.Findings, r.findings...)
		if got := r.table.Form.Generation; got != form.Key {
			report.add(FormMixed, s.Key, &tables[0].Pos, got, form.Key)
		}
		check(r.table, report)
	}
	return report
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

// readBest reads the tables of one section under every form and keeps the
// reading whose labels fit best; the form of the report year breaks a tie.
func readBest(section string, tables []*extract.Table, form *Generation) *reading {
	rows := splitRows(tables)
	var best *reading
	for _, g := range Generations {
		table := FindTable(g.Key, section)
		if table == nil {
			continue
		}
		var r *reading
		if table.Blocks[0].Across {
			r = readAcross(table, rows)
		} else {
			r = readStacked(table, rows)
		}
		if best == nil || r.better(best) || !best.better(r) && g == form {
			best = r
		}
	}
	for b := range best.blocks {
		best.fill(b)
	}
	if len(tables) > 1 {
		best.add(TableJoined, section, &tables[0].Pos, len(tables))
	}
	return best
}

// better reports whether a reading fits the labels of the source better: fewer
// labels unknown to its form, then more known.
func (r *reading) better(than *reading) bool {
	if r.unknown != than.unknown {
		return r.unknown < than.unknown
	}
	return r.known > than.known
}

// tellOutside reports the content that is not part of the report.
func tellOutside(b *body, report *Report) {
	lines, tables, first := 0, 0, ""
	for _, it := range b.outside {
		if it.table != nil {
			tables++
			continue
		}
		if lines++; lines == 1 {
			first = it.text
		}
	}
	if len(b.outside) > 0 {
		report.add(ContentOutside, "", &b.outside[0].pos, lines, tables, shorten(first, 20))
	}
	for _, it := range b.preamble {
		if it.table != nil {
			report.OtherTables = append(report.OtherTables, newOther(it.table))
			report.add(TableOther, "preamble", &it.table.Pos, it.table.Rows, it.table.Cols)
		}
	}
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
