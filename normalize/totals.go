package normalize

// computeTotals works out blank totals of a table whose parts all have numbers,
// marks them as computed and tells them. It is done on request only: a total
// that the report does not print is not in the report.
func computeTotals(t *Table, report *Report) {
	for b := range t.Form.Blocks {
		block := &t.Form.Blocks[b]
		for _, rule := range t.Form.Rules {
			if rule.Most || len(rule.Right) != 1 {
				continue
			}
			switch rule.Axis {
			case EachRow:
				c := block.columnIndex(rule.Right[0])
				for r, row := range block.Rows {
					t.compute(report, &t.Values[b][r][c], t.side(b, EachRow, r, 0, rule.Left), rule, t.Form.path(block, row.Key, rule.Right[0]))
				}
			case EachColumn:
				r := block.rowIndex(rule.Right[0])
				for c, column := range block.Columns {
					t.compute(report, &t.Values[b][r][c], t.side(b, EachColumn, 0, c, rule.Left), rule, t.Form.path(block, rule.Right[0], column.Key))
				}
			}
		}
	}
}

func (t *Table) compute(report *Report, v *Value, parts side, rule Rule, where string) {
	if v.State != Blank || parts.open {
		return
	}
	v.Value, v.State, v.Why = parts.total, Computed, rule.Text.ZH
	report.add(FigureComputed, where, v.Pos, parts.text(), parts.total)
}
