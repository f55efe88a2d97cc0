package normalize

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"luzhou/extract"
)

// yearTerm is a term of a rule between two years: a row or a column, by the
// rule's axis, of this report or of the one before.
type yearTerm struct {
	previous bool
	key      string
	minus    bool
}

// yearRule says that terms of two consecutive reports of one body add up to
// another. A soft rule is often broken for good reasons.
type yearRule struct {
	id      string
	section string
	axis    Axis
	left    []yearTerm
	right   yearTerm
	soft    bool
	text    Text
}

// YearRecord is what is kept of a report to compare it with other years: a few
// figures, so that many thousands fit into memory.
type YearRecord struct {
	Body    string // name of the reporting body, as bodyKey has it
	Year    int
	Names   []string              // all names the report gives its body
	Figures map[string]YearFigure // by path
}

// YearFigure is one of them.
type YearFigure struct {
	Value Decimal
	Pos   *extract.Pos
}

// NewYearRecord takes the figures that the rules between years name.
func NewYearRecord(r *Report) YearRecord {
	record := YearRecord{Body: bodyKey(r.Issuer), Year: r.Year, Names: bodyNames(r), Figures: map[string]YearFigure{}}
	for _, rule := range yearRules {
		t := r.Table(rule.section)
		if t == nil {
			continue
		}
		for _, path := range rule.paths(t.Form) {
			if v, ok := t.Figure(path); ok && v.HasValue() {
				record.Figures[path] = YearFigure{v.Value, v.Pos}
			}
		}
	}
	return record
}

// paths lists the figures of a form that the rule may need.
func (rule yearRule) paths(form *TableForm) (list []string) {
	for _, line := range rule.lines(form) {
		for _, t := range append(slices.Clone(rule.left), rule.right) {
			list = append(list, line(t.key))
		}
	}
	return list
}

// lines gives, for each row or column that has all the rule's terms, the path of
// a term.
func (rule yearRule) lines(form *TableForm) (list []func(key string) string) {
	for b := range form.Blocks {
		block := &form.Blocks[b]
		has := func(key string) bool {
			if rule.axis == EachRow {
				return block.columnIndex(key) >= 0
			}
			return block.rowIndex(key) >= 0
		}
		if !has(rule.right.key) || slices.ContainsFunc(rule.left, func(t yearTerm) bool { return !has(t.key) }) {
			continue
		}
		if rule.axis == EachRow {
			for _, row := range block.Rows {
				list = append(list, func(column string) string { return form.path(block, row.Key, column) })
			}
			continue
		}
		for _, column := range block.Columns {
			list = append(list, func(row string) string { return form.path(block, row, column.Key) })
		}
	}
	return list
}

// YearFinding is a finding between years, on the later of two reports.
type YearFinding struct {
	Index   int // of the record
	Finding extract.Finding
}

// CompareYears checks the reports of each body from year to year, and tells
// reports of the same body and year.
func CompareYears(records []YearRecord) []YearFinding {
	records = slices.Clone(records)
	sameBodies(records)
	order := make([]int, 0, len(records))
	for i, r := range records {
		if r.Body != "" && r.Year > 0 {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(strings.Compare(records[a].Body, records[b].Body), records[a].Year-records[b].Year)
	})
	var findings []YearFinding
	for k := 1; k < len(order); k++ {
		before, here := records[order[k-1]], records[order[k]]
		if before.Body != here.Body {
			continue
		}
		switch here.Year - before.Year {
		case 0:
			findings = append(findings, YearFinding{order[k], kinds.Find(ReportTwice, "", nil, here.Year)})
		case 1:
			if k > 1 && records[order[k-2]].Body == before.Body && records[order[k-2]].Year == before.Year && !records[order[k-2]].same(before) {
				continue // two reports claim to be the year before, and differ
			}
			for _, f := range compareYears(before, here) {
				findings = append(findings, YearFinding{order[k], f})
			}
		}
	}
	slices.SortStableFunc(findings, func(a, b YearFinding) int { return a.Index - b.Index })
	return findings
}

// same reports whether two reports print the same figures, such as one report
// saved in two formats.
func (r YearRecord) same(other YearRecord) bool {
	return maps.EqualFunc(r.Figures, other.Figures, func(a, b YearFigure) bool { return a.Value == b.Value })
}

func compareYears(before, here YearRecord) (findings []extract.Finding) {
	for _, rule := range yearRules {
		for _, g := range Generations {
			form := FindTable(g.Key, rule.section)
			if form == nil {
				continue
			}
			for _, line := range rule.lines(form) {
				f, broken := rule.compare(before, here, line)
				if broken && !slices.ContainsFunc(findings, func(o extract.Finding) bool { return o.Where == f.Where && o.Code == f.Code }) {
					findings = append(findings, f)
				}
			}
		}
	}
	return findings
}

func (rule yearRule) compare(before, here YearRecord, path func(key string) string) (f extract.Finding, broken bool) {
	look := func(t yearTerm) (YearFigure, string, bool) {
		record := here
		if t.previous {
			record = before
		}
		v, ok := record.Figures[path(t.key)]
		return v, fmt.Sprintf("%d %s", record.Year, v.Value), ok
	}
	var total Decimal
	var terms []string
	for _, t := range rule.left {
		v, text, ok := look(t)
		if !ok {
			return f, false
		}
		if t.minus {
			v.Value.units = -v.Value.units
		}
		total = total.Add(v.Value)
		terms = append(terms, text)
	}
	right, _, ok := look(rule.right)
	if !ok || total == right.Value {
		return f, false
	}
	code := YearBroken
	if rule.soft {
		code = YearDiffers
	}
	where := path(rule.right.key)
	return kinds.Find(code, where, right.Pos, rule.text, strings.Join(terms, "，"), total, right.Value), true
}
