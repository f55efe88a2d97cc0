package normalize

import "slices"

// contrary reports whether the sums speak against the order of the columns that
// a header gives: most rows break them, or some do and every row keeps them in the
// order of the form. Then the header has lost a label that moved the others, and no
// figure can be placed by it.
func (r *reading) contrary(b int) bool {
	br, block := &r.blocks[b], &r.table.Form.Blocks[b]
	if block.Across || br.order == nil || slices.IsSorted(br.order) || len(br.order) != len(block.Columns) {
		return false
	}
	var rows [][]int64
	for _, row := range br.rows {
		if row == nil {
			continue
		}
		kept, certain := trimCells(row.without(br.strange).cells, len(br.order), -1)
		if !certain || len(kept) != len(br.order) {
			continue
		}
		figures := make([]int64, len(kept))
		for i, n := range numbers(kept) {
			if n == nil { // what is blank proves nothing
				figures = nil
				break
			}
			figures[i] = *n
		}
		if slices.ContainsFunc(figures, func(n int64) bool { return n != 0 }) { // zeros stand anywhere
			rows = append(rows, figures)
		}
	}
	form := slices.Sorted(slices.Values(br.order))
	broken := func(order []int) func([]int64) bool {
		return func(row []int64) bool { return !block.keeps(r.table.Form.Rules, order, row) }
	}
	against := 0
	for _, row := range rows {
		if broken(br.order)(row) {
			against++
		}
	}
	return 2*against > len(rows) || against > 0 && !slices.ContainsFunc(rows, broken(form))
}

// keeps reports whether a row of figures keeps the sums over its columns when
// these stand in that order.
func (b *BlockForm) keeps(rules []Rule, order []int, row []int64) bool {
	at := func(key string) int64 { return row[slices.Index(order, b.columnIndex(key))] }
	for _, rule := range rules {
		if rule.Axis != EachRow || rule.Most {
			continue
		}
		sum := int64(0)
		for _, key := range rule.Left {
			sum += at(key)
		}
		for _, key := range rule.Right {
			sum -= at(key)
		}
		if sum != 0 {
			return false
		}
	}
	return true
}
