package render

import (
	"testing"

	"luzhou/normalize"
)

func TestPlaces(t *testing.T) {
	cell := func(row, col, rows, cols int) Cell { return Cell{Row: row, Col: col, RowSpan: rows, ColSpan: cols} }
	for _, c := range []struct {
		name  string
		rows  int
		cells []Cell
		want  string // a letter a place, - for none; empty when refused
	}{
		{"spans and a gap", 2, []Cell{cell(0, 0, 2, 1), cell(0, 1, 1, 2), cell(1, 2, 1, 1)}, "abba-c"},
		{"no cells", 1, nil, "---"},
		{"no rows", 0, nil, ""},
		{"overlap", 2, []Cell{cell(0, 0, 2, 1), cell(1, 0, 1, 1)}, ""},
		{"too wide", 1, []Cell{cell(0, 1, 1, 3)}, ""},
		{"too tall", 1, []Cell{cell(0, 0, 2, 1)}, ""},
		{"a span that overflows", 2, []Cell{cell(1, 0, int(^uint(0)>>1), 1)}, ""},
		{"no span", 1, []Cell{cell(0, 0, 0, 1)}, ""},
		{"too large", 1 << 40, nil, ""},
	} {
		table := Table{Rows: c.rows, Widths: make([]int, 3), Cells: c.cells}
		places, err := table.Places()
		got := ""
		for _, p := range places {
			got += string("-abcdefg"[p])
		}
		if got != c.want || (err != nil) != (c.want == "") {
			t.Errorf("%s: %q, %v, want %q", c.name, got, err, c.want)
		}
	}
}

// keptOf draws Kept: + where a row stays with the one below.
func keptOf(t *Table) string {
	s := ""
	for _, k := range t.Kept() {
		s += map[bool]string{true: "+", false: "."}[k]
	}
	return s
}

func TestKept(t *testing.T) {
	for _, c := range []struct{ form, section, want string }{
		{"gen_2019", "active_disclosure", "+++.+++.+++.++.++."},
		// 三 is parted, but not its first and last three rows; （三）（四）（五） are not.
		{"gen_2019", "requests", "+++" + ".." + "++" + "+++++++." + "++." + "++++" + "++" + ".."},
		{"gen_2021", "requests", "+++" + ".." + "++" + "+++++++." + "++." + "++++." + "+++" + ".."},
		{"gen_2019", "review_and_litigation", "+++."},
	} {
		if got := keptOf(formTable(normalize.NewTable(normalize.FindTable(c.form, c.section)))); got != c.want {
			t.Errorf("%s %s:\ngot  %s\nwant %s", c.form, c.section, got, c.want)
		}
	}
	long := &Table{Rows: 60, Widths: []int{1, 1}}
	for r := range 60 { // spans that overlap without end
		if r < 57 {
			long.Cells = append(long.Cells, Cell{Row: r, Col: r % 2, RowSpan: 3, ColSpan: 1})
		}
	}
	for r, run := 0, 0; r < 60; r++ {
		if run++; !long.Kept()[r] {
			run = 0
		}
		if run >= 2*mostKept {
			t.Errorf("%d rows kept together", run)
		}
	}
}
