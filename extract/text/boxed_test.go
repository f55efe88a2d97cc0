package text

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"luzhou/extract"
)

// spans shows the cells of a table as row:col rows x cols text.
func spans(t *extract.Table) (list []string) {
	for _, c := range t.Cells {
		list = append(list, fmt.Sprintf("%d:%d %dx%d %s", c.Row, c.Col, c.RowSpan, c.ColSpan, strings.ReplaceAll(c.Text, "\n", "/")))
	}
	return list
}

// TestBoxes reads tables drawn with lines, in which cells are merged both ways.
func TestBoxes(t *testing.T) {
	merged := []string{"0:0 2x1 勾稽", "0:1 1x2 申请人", "1:1 1x1 自然人", "1:2 1x1 总计", "2:0 1x1 一、新收/申请", "2:1 1x1 5", "2:2 1x1 15"}
	tests := []struct {
		name, text string
		want       []string
	}{
		{"thin lines as wide as a digit", `
┌──────────┬───────────┐
│          │申请人     │
│勾稽      ├──────┬────┤
│          │自然人│总计│
├──────────┼──────┼────┤
│一、新收  │      │    │
│申请      │5     │15  │
└──────────┴──────┴────┘`, merged},
		{"thin lines as wide as a Chinese character", `
┌─────┬──────┐
│          │申请人      │
│勾稽      ├───┬──┤
│          │自然人│总计│
├─────┼───┼──┤
│一、新收  │      │    │
│申请      │5     │15  │
└─────┴───┴──┘`, merged},
		{"plus and minus", `
  +----------+-----------+
  |          |申请人     |
  |勾稽      +------+----+
  |          |自然人|总计|
  +==========+======+====+
  |一、新收  |5     | 15 |
  |申请      |      |    |
  +----------+------+----+`, merged},
		{"a dash as wide as its cell is a figure", `
+----+----+
|甲  |----|
+----+----+
|乙  |-3  |
+----+----+`, []string{"0:0 1x1 甲", "0:1 1x1 ----", "1:0 1x1 乙", "1:1 1x1 -3"}},
		{"quotes as wide as a digit", `
┌──────────────┬─┐
│3.危及“三安全”│0│
├──────────────┼─┤
│乙            │1│
└──────────────┴─┘`, []string{"0:0 1x1 3.危及“三安全”", "0:1 1x1 0", "1:0 1x1 乙", "1:1 1x1 1"}},
		{"several rows between two lines", `
┌────┬──┐
│甲  │ 1│
│乙  │ 2│
└────┴──┘`, []string{"0:0 1x1 甲", "0:1 1x1 1", "1:0 1x1 乙", "1:1 1x1 2"}},
		{"lines out of place", `
┌────┬──┐
│甲乙丙丁│ 1│
├────┼──┤
│乙  │ 2│
└────┴──┘`, []string{"0:0 1x1 甲乙丙丁", "0:1 1x1 1", "1:0 1x1 乙", "1:1 1x1 2"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			doc, err := read([]byte("前文\n" + test.text + "\n\n后文\n"))
			if err != nil {
				t.Fatal(err)
			}
			if len(doc.Blocks) != 3 || doc.Blocks[1].Table == nil {
				t.Fatalf("blocks %q", sketch(doc))
			}
			if got := spans(doc.Blocks[1].Table); !slices.Equal(got, test.want) {
				t.Errorf("cells\n%q, want\n%q", got, test.want)
			}
		})
	}
}

// Lines that look like a drawn table and are none take no longer the more they are.
func TestNoBoxes(t *testing.T) {
	doc, err := read([]byte(strings.Repeat("├────┤\n├──┤\n", 20_000)))
	if err != nil || len(doc.Blocks) != 40_000 {
		t.Errorf("%d blocks, %v", len(doc.Blocks), err)
	}
}
