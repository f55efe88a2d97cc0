package render

import (
	"slices"
	"strings"
	"testing"

	"luzhou/normalize"
)

// Figures of more than four digits get wider columns, and the table its width.
func TestColumnsOfLongFigures(t *testing.T) {
	for _, c := range []struct {
		figure int64
		want   []int // of the labels and of a figure
	}{
		{9999, []int{136, 207, 496, 103}},
		{12345, []int{122, 186, 447, 115}},
		{-123456, []int{79, 120, 290, 153}},
		{123456789012, []int{73, 112, 269, 158}},
	} {
		table := normalize.NewTable(normalize.FindTable("gen_2021", "requests"))
		table.Values[0][3][6] = normalize.Value{Value: normalize.Int(c.figure), State: normalize.Printed}
		table.Values[0][4][6] = normalize.Value{Raw: "看不清的很长的一段文字", State: normalize.Illegible}
		widths := formTable(table).Widths
		if got := widths[:4]; !slices.Equal(got, c.want) {
			t.Errorf("%d: widths %v, want %v", c.figure, got, c.want)
		}
		sum := 0
		for _, w := range widths {
			sum += w
		}
		if sum != outlineWidth || len(widths) != 10 {
			t.Errorf("%d: %d columns of %d together, want 10 of %d", c.figure, len(widths), sum, outlineWidth)
		}
	}
}

// No row that the form does not have is lost, wherever it says it stood.
func TestExtraRowsAreDrawn(t *testing.T) {
	for _, c := range []struct{ form, section, after string }{
		{"gen_2021", "active_disclosure", "licensing"}, {"gen_2021", "requests", "denied.state_secret"},
		{"gen_2021", "review_and_litigation", ""}, {"gen_2014", "statistics", "active.items"},
	} {
		table := normalize.NewTable(normalize.FindTable(c.form, c.section))
		for _, after := range []string{"", c.after, "nothing of the form", c.after} {
			table.Extra = append(table.Extra, normalize.ExtraRow{Label: "增设", After: after, Cells: []string{"7", "8"}})
		}
		drawn := formTable(table)
		if _, err := drawn.Places(); err != nil {
			t.Errorf("%s: %v", c.section, err)
		}
		rows, sevens := 0, 0
		for _, cell := range drawn.Cells {
			rows += strings.Count(cell.Text, "增设")
			sevens += strings.Count(cell.Text, "7")
		}
		if rows != 4 || sevens < 4 {
			t.Errorf("%s: %d of 4 rows drawn, %d sevens", c.section, rows, sevens)
		}
	}
}
