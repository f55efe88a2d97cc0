package text

import (
	"slices"
	"strings"
	"testing"
)

// TestCellMarks reads tables whose cells and rows end with BEL.
func TestCellMarks(t *testing.T) {
	const in = "一、总体情况\r全年公开。\r" +
		"信息内容\r\a上一年项目数量\r\a本年增/减\r\a处理决定数量\r\a\r\a" +
		"行政\r许可\r\a4\r\a\r\a—\r\a\r\a" + // its second figure is empty
		"行政处罚\r\a\r\a2\r\a3\r\a\r\a" +
		"二、行政复议\r" +
		"结果\r\a维持\r\a纠正\r\a其他\r\a总计\r\a\r\a" +
		"1\r\a0\r\a0\r\a0\r\a1\r\a\r\a" +
		"三、结尾\r"
	doc, err := read([]byte(in))
	if err != nil || !sniff([]byte(in)) {
		t.Fatal(err, sniff([]byte(in)))
	}
	var got []string
	for _, b := range doc.Blocks {
		if b.Paragraph != nil {
			got = append(got, b.Paragraph.Text)
			continue
		}
		row := -1
		for _, c := range b.Table.Cells {
			if c.Row != row {
				got, row = append(got, ""), c.Row
			}
			got[len(got)-1] += "|" + strings.ReplaceAll(c.Text, "\n", "")
		}
	}
	want := []string{"一、总体情况", "全年公开。", "|信息内容|上一年项目数量|本年增/减|处理决定数量", "|行政许可|4||—", "|行政处罚||2|3",
		"二、行政复议", "|结果|维持|纠正|其他|总计", "|1|0|0|0|1", "三、结尾"}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// TestCellMarksWithoutLabel has the label of a row lost below a row without figures:
// the figures are of no row.
func TestCellMarksWithoutLabel(t *testing.T) {
	rows := markedRows([]string{"规章", "4", "5", "6", "", "规范性文件", "", "", "", "", "", "1", "2", "3", ""})
	if want := [][]string{{"规章", "4", "5", "6"}, {"规范性文件"}, {"1", "2", "3"}}; !slices.EqualFunc(rows, want, slices.Equal) {
		t.Errorf("got %q", rows)
	}
}

// TestFewMarks leaves text with a few stray marks alone.
func TestFewMarks(t *testing.T) {
	const in = "一、总体\a情况\n全年\a\a公开。\n"
	if got := withoutCellMarks(in); got != in {
		t.Errorf("got %q", got)
	}
}
