package normalize

import "strings"

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
					left, right := t.side(b, EachRow, r, 0, rule.Left), t.side(b, EachRow, r, 0, rule.Right)
					if breaks(rule, left, right) {
						tellBroken(report, rule, t.Form.path(block, row.Key, rule.Right[0]), row.Text, left, right)
					}
				}
			case EachColumn:
				for c, column := range block.Columns {
					left, right := t.side(b, EachColumn, 0, c, rule.Left), t.side(b, EachColumn, 0, c, rule.Right)
					if breaks(rule, left, right) {
						tellBroken(report, rule, t.Form.path(block, rule.Right[0], column.Key), column.Text, left, right)
					}
				}
			}
		}
	}
}

// side is one side of a sum.
type side struct {
	total Decimal
	open  bool // a term has no number
	terms []term
	first *Value
}

// term is a figure other than 0 that a sum adds.
type term struct {
	name  string
	value Decimal
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
		s.terms = append(s.terms, term{name, v.Value})
	}
}

func (s *side) text() string {
	if len(s.terms) == 0 {
		return "0"
	}
	list := make([]string, len(s.terms))
	for i, t := range s.terms {
		list[i] = t.name + " " + t.value.String()
	}
	return strings.Join(list, " + ")
}

// breaks reports whether the sides of a sum differ whatever stands in its open
// terms, counts not being negative.
func breaks(rule Rule, left, right side) bool {
	c := left.total.Cmp(right.total)
	return c < 0 && !left.open && !rule.Most || c > 0 && !right.open
}

func tellBroken(report *Report, rule Rule, where, of string, left, right side) {
	report.add(SumBroken, where, right.first.Pos, rule.Text, of, left.text(), left.total, right.text(), right.total)
}
