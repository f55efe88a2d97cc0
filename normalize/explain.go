package normalize

import (
	"slices"
	"strings"

	"luzhou/extract"
)

// Explanation is where a figure came from and what was made of it.
type Explanation struct {
	Path     string
	Section  string // title of the part
	Row      string // label of the form
	Column   string
	Figure   Value
	Sums     []SumCheck
	Findings []extract.Finding // on the figure or what holds it
}

// SumCheck is a rule of the form that the figure takes part in.
type SumCheck struct {
	Rule        Rule
	Of          string // the row or column it is checked in
	Left, Right string // the terms that are not 0, and their sum
	Holds       bool   // false also when it cannot be decided
	Open        bool   // a term has no number
}

// Explain tells the story of the figure at a dotted path; false when the report
// has no such figure.
func (r *Report) Explain(path string) (e Explanation, ok bool) {
	section, _, _ := strings.Cut(path, ".")
	t := r.Table(section)
	if t == nil {
		return e, false
	}
	for b := range t.Form.Blocks {
		block := &t.Form.Blocks[b]
		for i, row := range block.Rows {
			for k, column := range block.Columns {
				if t.Form.path(block, row.Key, column.Key) != path {
					continue
				}
				e = Explanation{Path: path, Section: sectionTitle(t.Form), Row: strings.Join(append(slices.Clone(row.Parents), row.Text), " "),
					Column: column.Text, Figure: t.Values[b][i][k], Sums: t.sums(b, i, k)}
				for _, f := range r.Findings {
					if holds(f.Where, path) {
						e.Findings = append(e.Findings, f)
					}
				}
				return e, true
			}
		}
	}
	return e, false
}

// holds reports whether a place is the figure at a path or something it lies in:
// its row, its table, or its column (requests.total).
func holds(where, path string) bool {
	if where == "" {
		return false
	}
	if where == path || strings.HasPrefix(path, where+".") {
		return true
	}
	table, column := parentPath(where), where[strings.LastIndexByte(where, '.')+1:]
	return table != "" && strings.HasPrefix(path, table+".") && strings.HasSuffix(path, "."+column)
}

// sums checks the rules that one figure takes part in.
func (t *Table) sums(b, row, column int) (list []SumCheck) {
	block := &t.Form.Blocks[b]
	for _, rule := range t.Form.Rules {
		terms := slices.Concat(rule.Left, rule.Right)
		key, of := block.Columns[column].Key, block.Rows[row].Text
		if rule.Axis == EachColumn {
			key, of = block.Rows[row].Key, block.Columns[column].Text
		}
		if !slices.Contains(terms, key) {
			continue
		}
		left, right := t.side(b, rule.Axis, row, column, rule.Left), t.side(b, rule.Axis, row, column, rule.Right)
		c := SumCheck{Rule: rule, Of: of, Open: left.open || right.open,
			Left: left.text() + " = " + left.total.String(), Right: right.text() + " = " + right.total.String()}
		order := left.total.Cmp(right.total)
		c.Holds = !c.Open && (order == 0 || order < 0 && rule.Most)
		list = append(list, c)
	}
	return list
}

// side adds up one side of a rule in a row or a column of a block.
func (t *Table) side(b int, axis Axis, row, column int, terms []string) (s side) {
	block := &t.Form.Blocks[b]
	for _, key := range terms {
		if axis == EachRow {
			c := block.columnIndex(key)
			s.add(block.Columns[c].Text, &t.Values[b][row][c])
		} else {
			r := block.rowIndex(key)
			s.add(block.Rows[r].Text, &t.Values[b][r][column])
		}
	}
	return s
}
