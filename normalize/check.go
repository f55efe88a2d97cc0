package normalize

import (
	"fmt"
	"strings"
)

// check tells every sum of the form that the figures of a table break. A sum
// with a blank or missing term is broken only when no figure in its place could
// mend it.
func check(t *Table, report *Report) {
	for b := range t.Form.Blocks {
		block := &t.Form.Blocks[b]
		for _, rule := range t.Form.Rules {
			switch rule.Axis {
			case EachRow:
				for r, row := range block.Rows {
					compare(report, rule, t.Form.path(block, row.Key, rule.Right[0]), row.Text,
						t.side(b, EachRow, r, 0, rule.Left), t.side(b, EachRow, r, 0, rule.Right))
				}
			case EachColumn:
				for c, column := range block.Columns {
					compare(report, rule, t.Form.path(block, rule.Right[0], column.Key), column.Text,
						t.side(b, EachColumn, 0, c, rule.Left), t.side(b, EachColumn, 0, c, rule.Right))
				}
			}
		}
	}
}

// side is one side of a sum.
type side struct {
	total Decimal
	open  bool // a term has no number
	terms []string
	first *Value
}

func (s *side) add(name string, v *Value) {
	if s.first == nil {
		s.first = v
	}
	if !v.HasValue() {
		s.open = true
		return
	}
	s.total = s.total.Add(v.Value)
	if v.Value != (Decimal{}) {
		s.terms = append(s.terms, fmt.Sprintf("%s %s", name, v.Value))
	}
}

func (s *side) text() string {
	if len(s.terms) == 0 {
		return "0"
	}
	return strings.Join(s.terms, " + ")
}

// compare reports a sum whose sides differ whatever stands in its open terms,
// counts not being negative.
func compare(report *Report, rule Rule, where, of string, left, right side) {
	c := left.total.Cmp(right.total)
	if c == 0 || c < 0 && (left.open || rule.Most) || c > 0 && right.open {
		return
	}
	report.add(SumBroken, where, right.first.Pos, rule.Text, of, left.text(), left.total, right.text(), right.total)
}
