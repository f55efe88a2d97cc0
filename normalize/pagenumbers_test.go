package normalize

import (
	"slices"
	"testing"
)

// TestBareNumbersOfPages has the numbers of pages stand alone between paragraphs: they
// are taken out when they count up through the file.
func TestBareNumbersOfPages(t *testing.T) {
	read := func(numbers ...string) *Report {
		s := newSample("gen_2019")
		s.text(sampleTitle, samplePreamble, "一、总体情况", "全年公开政府信息二十条，没有收到申请。", numbers[0], "今后继续做好这项工作，不断提高质量。", "二、主动公开政府信息情况")
		s.table(s.active)
		s.text("三、收到和处理政府信息公开申请情况")
		s.table(s.rows[:9])
		s.text(numbers[1])
		s.table(s.rows[9:])
		s.text("四、政府信息公开行政复议、行政诉讼情况")
		s.table(s.review)
		s.text("五、存在的主要问题及改进情况", "公开的内容不够全面，形式不够丰富。", numbers[2], "今后加强培训，逐项改进，落实责任。", "六、其他需要报告的事项", "无", "青山镇人民政府", "2021年1月20日")
		return FromDocument(s.document())
	}
	r := read("1", "2", "3")
	for i, want := range [][]string{{"全年公开政府信息二十条，没有收到申请。", "今后继续做好这项工作，不断提高质量。"}, nil, nil, nil, {"公开的内容不够全面，形式不够丰富。", "今后加强培训，逐项改进，落实责任。"}} {
		if got := r.Sections[i].Paragraphs; want != nil && !slices.Equal(got, want) {
			t.Errorf("part %d: %q", i+1, got)
		}
	}
	if got := codes(r); !slices.Contains(got, "content.outside ") {
		t.Errorf("findings %v", got)
	}
	wantFigure(t, r, "requests.carried_out.total", "1", Printed)
	for _, numbers := range [][]string{{"7", "2", "3"}, {"1", "9", "3"}, {"3", "2", "1"}, {"20", "21", "40"}} {
		if got := read(numbers...).Sections[0].Paragraphs; !slices.Contains(got, numbers[0]) {
			t.Errorf("%v: paragraphs %q", numbers, got)
		}
	}
}

// TestNumbersOfLines keeps a number of a list that stands one cell a line.
func TestNumbersOfLines(t *testing.T) {
	s := newSample("gen_2019")
	s.text(sampleTitle, samplePreamble, "一、总体情况", "全年主动公开政府信息数（条）", "1", "通过政府网站公开政府信息数（条）", "2", "通过其他方式公开政府信息数（条）", "3")
	s.rest()
	if got := FromDocument(s.document()).Sections[0].Paragraphs; len(got) != 6 {
		t.Errorf("paragraphs %q", got)
	}
}
