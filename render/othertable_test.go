package render

import (
	"slices"
	"strings"
	"testing"

	"luzhou/extract"
	"luzhou/normalize"
)

// tableOf makes a table of rows of cells parted by bars.
func tableOf(rows ...string) normalize.OtherTable {
	t := normalize.OtherTable{Rows: len(rows)}
	for r, row := range rows {
		for c, text := range strings.Split(row, "|") {
			t.Cells = append(t.Cells, extract.Cell{Row: r, Col: c, RowSpan: 1, ColSpan: 1, Text: text})
			t.Cols = max(t.Cols, c+1)
		}
	}
	return t
}

func TestOtherHeader(t *testing.T) {
	spanned := tableOf("单位|件数|x", "x|收到|办结", "甲局|1|2", "乙局|3|4")
	spanned.Cells = slices.Delete(spanned.Cells, 3, 4)
	spanned.Cells = slices.Delete(spanned.Cells, 2, 3)
	spanned.Cells[0].RowSpan, spanned.Cells[1].ColSpan = 2, 2
	for _, c := range []struct {
		name  string
		table normalize.OtherTable
		want  int
	}{
		{"plain", tableOf("单位|件数", "甲局|1", "乙局|2"), 1},
		{"two rows", spanned, 2},
		{"years", tableOf("项目|2019|2020年", "收到|1|2", "办结|1|2"), 1},
		{"a number above", tableOf("甲局|1", "乙局|2", "丙局|3"), 0},
		{"an empty corner", tableOf("|件数", "甲局|1", "乙局|2"), 0},
		{"words only", tableOf("单位|地址", "甲局|某路1号", "乙局|某路2号"), 0},
		{"words among the numbers", tableOf("单位|甲局", "人数|12", "地址|某路1号", "件数|3"), 0},
		{"one row", tableOf("单位|件数"), 0},
		{"nothing", normalize.OtherTable{}, 0},
	} {
		if got := otherHeader(c.table); got != c.want {
			t.Errorf("%s: %d rows of heads, want %d", c.name, got, c.want)
		}
	}
}

func TestOtherWidths(t *testing.T) {
	long := strings.Repeat("字", 100)
	for _, c := range []struct {
		name  string
		table normalize.OtherTable
		want  []int // in tenths of a character of the 42 that a line holds
	}{
		{"all on one line", tableOf("序号|名称六个字的", "1|乙"), []int{30, 70}},
		{"one too long", tableOf("序号|1234567890|" + long), []int{30, 60, 331}},
		{"two too long", tableOf("序号|" + long + "|" + long), []int{30, 195, 195}},
		{"empty", tableOf("|"), []int{20, 20}},
		{"lines", tableOf("二字\n三个字|" + long), []int{40, 381}},
	} {
		if got := otherWidths(c.table); !slices.Equal(got, c.want) {
			t.Errorf("%s: widths %v, want %v", c.name, got, c.want)
		}
	}
}

func TestOtherRoles(t *testing.T) {
	b := &builder{}
	b.other(tableOf("事项|件数", "甲|12", "乙|1,234件", "丙|-", "丁|12.5%"))
	var got []Role
	for _, c := range b.layout.Blocks[0].Table.Cells {
		if c.Col == 1 {
			got = append(got, c.Role)
		}
	}
	if want := []Role{ColumnHead, Value, Value, Value, Value}; !slices.Equal(got, want) {
		t.Errorf("roles %v, want %v", got, want)
	}
}

// A table that is no grid is printed all the same, a row a paragraph.
func TestOtherThatIsNoGrid(t *testing.T) {
	wide := tableOf(strings.Repeat("一|", maxOtherColumns)+"末", "次行")
	overlap := tableOf("一|末")
	overlap.Cells[0].ColSpan = 2
	for name, table := range map[string]normalize.OtherTable{"wide": wide, "overlap": overlap, "no size": {Cells: overlap.Cells}} {
		b := &builder{}
		b.other(table)
		text := ""
		for _, block := range b.layout.Blocks {
			text += block.Paragraph.Text + "\n"
		}
		if !strings.HasPrefix(text, "一 | ") || !strings.Contains(text, " | 末\n") || strings.Contains(text, "次行") != (name == "wide") {
			t.Errorf("%s: %q", name, text)
		}
	}
}
