package pipeline

import (
	"luzhou/extract"
	"luzhou/normalize"
	"luzhou/render"
)

// tableField is where a report keeps the table of a section.
func tableField(r *normalize.Report, section string) **normalize.Table {
	switch section {
	case "active_disclosure":
		return &r.ActiveDisclosure
	case "requests":
		return &r.Requests
	case "review_and_litigation":
		return &r.ReviewAndLitigation
	case "statistics":
		return &r.Statistics
	}
	panic("generated reports have no field for the table of " + section)
}

// table fills a form. Most tables keep their sums, as real ones do.
func (m maker) table(form *normalize.TableForm) *normalize.Table {
	t := normalize.NewTable(form)
	small := m.chance(70)
	t.Each(func(_ string, column normalize.Column, v *normalize.Value) { *v = m.value(column, small) })
	if m.chance(60) {
		m.balance(t)
	}
	if form.Listed {
		t.Values[0][0][0] = normalize.Value{Value: normalize.Int(7), State: normalize.Printed, Raw: "7"} // a list without a number is none
	}
	if !form.Blocks[0].Across && m.chance(15) {
		m.extraRows(t)
	}
	return t
}

// value makes one figure in any state that paper can show.
func (m maker) value(column normalize.Column, small bool) normalize.Value {
	v := normalize.Value{State: normalize.Printed, Pos: &extract.Pos{Block: m.IntN(40), At: &extract.At{Row: m.IntN(30), Col: m.IntN(10)}}}
	money := column.Kind == normalize.Money || column.Kind == normalize.Amount
	switch n := m.IntN(100); {
	case n < 3:
		v.State = normalize.Inferred
		v.Why = "5 个数字对 7 列，31 种读法中 20 种合乎勾稽关系"
	case n < 5:
		v.State = normalize.Computed
		v.Why = "各类申请人之和"
	case n < 8:
		return normalize.Value{State: normalize.Blank, Pos: v.Pos}
	case n < 11:
		return normalize.Value{State: normalize.Dash, Raw: pick(m, "-", "—", "/", "——"), Pos: v.Pos}
	case n < 12:
		return normalize.Value{State: normalize.Illegible, Raw: pick(m, "1O", "?", "2..5", "=1"), Pos: v.Pos}
	}
	digits := m.figures(6)
	if small {
		digits = pick(m, "0", "0", "0", m.figures(1), m.figures(2))
	}
	if money && m.chance(50) || m.chance(1) {
		digits += "." + m.figures(2) + pick(m, "1", "5", "9")
	}
	if (column.Kind == normalize.SignedCount && m.chance(40) || m.chance(1)) && digits != "0" {
		digits = "-" + digits
	}
	v.Value, _ = normalize.ParseDecimal(digits)
	v.Raw = digits
	if money {
		if u := pick(m, "", "元", "万元", "亿元"); u != column.Unit {
			v.Unit = u
		}
	}
	return v
}

// balance makes the sums of the form true where all their terms are numbers:
// first along the rows, then down the columns.
func (m maker) balance(t *normalize.Table) {
	for b := range t.Form.Blocks {
		block := &t.Form.Blocks[b]
		column, row := map[string]int{}, map[string]int{}
		for i, c := range block.Columns {
			column[c.Key] = i
		}
		for i, r := range block.Rows {
			row[r.Key] = i
		}
		for _, rule := range t.Form.Rules {
			n := len(block.Rows)
			if rule.Axis == normalize.EachColumn {
				n = len(block.Columns)
			}
			for i := range n {
				m.settle(rule, func(key string) *normalize.Value {
					if rule.Axis == normalize.EachColumn {
						return &t.Values[b][row[key]][i]
					}
					return &t.Values[b][i][column[key]]
				})
			}
		}
	}
}

// settle sets the first term on the right so that one rule holds.
func (m maker) settle(rule normalize.Rule, term func(key string) *normalize.Value) {
	var sum normalize.Decimal
	for _, key := range rule.Left {
		if v := term(key); v.HasValue() {
			sum = sum.Add(v.Value)
		}
	}
	if v := term(rule.Right[0]); v.HasValue() {
		v.Value, v.Raw = sum, sum.String()
	}
}

// extraRows adds rows the form does not have, as wide as the grid.
func (m maker) extraRows(t *normalize.Table) {
	grid := render.FromReport(withTable(t)).Blocks
	room, labels := 0, 1
	for _, b := range grid {
		if b.Table == nil {
			continue
		}
		for _, c := range b.Table.Cells {
			if c.Role == render.Value {
				labels = c.Col
				break
			}
		}
		room = len(b.Table.Widths) - labels
	}
	block := &t.Form.Blocks[m.IntN(len(t.Form.Blocks))]
	after := block.Rows[m.IntN(len(block.Rows))].Key
	if m.chance(15) {
		after = "" // above the first row
	}
	for _, label := range []string{"乡镇自设服务清单", "跨部门联办件<试行>"}[:1+m.IntN(2)] {
		e := normalize.ExtraRow{Label: label, After: after, Cells: []string{m.figures(3)}}
		if t.Form.Listed {
			e.Cells = []string{pick(m, "", "件", "次"), m.figures(3)}
		}
		for len(e.Cells) < room {
			e.Cells = append(e.Cells, pick(m, "", "—", "=2", m.figures(2)))
		}
		t.Extra = append(t.Extra, e)
	}
}

// withTable is a report of one table.
func withTable(t *normalize.Table) *normalize.Report {
	r := &normalize.Report{}
	*tableField(r, t.Form.Section) = t
	return r
}
