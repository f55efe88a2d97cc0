package normalize

import (
	"slices"
	"strings"
	"testing"
)

// TestNumberedParts has parts that no form has, parts under headings that say nothing
// of them, and lists that are no parts.
func TestNumberedParts(t *testing.T) {
	parts := func(lines ...string) *Report {
		s := newSample("gen_2019")
		s.text(sampleTitle, samplePreamble)
		for _, l := range lines {
			switch l {
			case "表二":
				s.table(s.active)
			case "表三":
				s.table(s.rows)
			case "表四":
				s.table(s.review)
			default:
				s.text(l)
			}
		}
		s.text("青山镇人民政府", "2021年1月20日")
		return FromDocument(s.document())
	}
	contents := []string{"目录", "一、总体情况……1", "（一）主动公开……1", "二、主动公开政府信息情况……2", "三、收到和处理政府信息公开申请情况……3",
		"四、政府信息公开行政复议、行政诉讼情况……4", "五、存在的主要问题及改进情况……5", "六、其他需要报告的事项……5"}
	plain := []string{"一、总体情况", "工作顺利。", "二、主动公开政府信息情况", "表二", "三、收到和处理政府信息公开申请情况", "表三",
		"四、政府信息公开行政复议、行政诉讼情况", "表四", "五、存在的主要问题及改进情况", "问题不少。", "六、其他需要报告的事项", "无。"}
	with := func(at int, lines ...string) []string { return slices.Insert(slices.Clone(plain), at, lines...) }
	instead := func(at int, line string) []string {
		list := slices.Clone(plain)
		list[at] = line
		return list
	}
	all := "overview active_disclosure requests review_and_litigation problems other_matters"
	tests := []struct {
		name  string
		lines []string
		want  string
	}{
		{"one more at the end", with(12, "七、下一步工作打算", "继续努力。"), all + " other"},
		{"one more between them", []string{"一、总体情况", "好。", "二、重点领域信息公开情况", "多。", "三、主动公开政府信息情况", "表二", "四、收到和处理政府信息公开申请情况", "表三",
			"五、政府信息公开行政复议、行政诉讼情况", "表四", "六、存在的主要问题及改进情况", "少。", "七、其他需要报告的事项", "无。"},
			"overview other active_disclosure requests review_and_litigation problems other_matters"},
		{"first in other words", instead(0, "一、主要工作"), all},
		{"with a blank for the point", instead(0, "一 政府信息公开工作的基本情况"), all},
		{"last but one in other words", instead(8, "五、下一步工作计划"), all},
		{"a list in a part", with(2, "一、加强组织领导", "二、完善工作机制"), all},
		{"fees in the last part", with(11, "一、收取信息处理费情况：未收取。", "二、其他：无。"), all},
		{"a heading of fees in the last part", with(11, "一、收取信息处理费情况"), all},
		{"a list of enclosures", with(12, "附件：1.2020年政府信息公开工作情况统计表", "2.政府信息公开目录"), all},
		{"contents with pages", slices.Concat(contents, plain), all},
		{"chapters", strings.Split(strings.NewReplacer("一、", "第一章 ", "二、", "第二章 ", "三、", "第三章 ", "四、", "第四章 ", "五、", "第五章 ", "六、", "第六章 ").Replace(strings.Join(plain, "\n")), "\n"), all},
	}
	ordinal := func(lines ...string) []string {
		names := strings.NewReplacer("一、", "第一部分 ", "二、", "第二部分 ", "三、", "第三部分 ", "四、", "第四部分 ", "五、", "第五部分 ", "六、", "第六部分 ")
		list := strings.Split(names.Replace(strings.Join(plain, "\n")), "\n")
		return slices.Insert(list, 1, lines...)
	}
	tests = append(tests, struct {
		name  string
		lines []string
		want  string
	}{"parts that are called so", ordinal("一、主动公开情况", "公开不少。", "二、依申请公开情况", "都已答复。"), all})
	for _, test := range tests {
		r := parts(test.lines...)
		var keys []string
		if test.name == "parts that are called so" && len(r.Sections[0].Subsections) != 2 {
			t.Errorf("%s: subsections %v", test.name, r.Sections[0].Subsections)
		}
		for _, s := range r.Sections {
			keys = append(keys, s.Key)
		}
		if got := strings.Join(keys, " "); got != test.want {
			t.Errorf("%s: parts %s", test.name, got)
		}
		if got := codes(r); len(got) > 0 && !(len(got) == 1 && got[0] == "section.order sections") {
			t.Errorf("%s: findings %v", test.name, got)
		}
	}
}

// TestSequence has headings whose numbers do not go on from each other.
func TestSequence(t *testing.T) {
	s := newSample("gen_2019")
	s.text(sampleTitle, samplePreamble, "一、总体情况", "（一）主动公开", "公开20条。", "（三）监督保障", "设有意见箱。", "二、主动公开政府信息情况")
	s.table(s.active)
	s.text("三、收到和处理政府信息公开申请情况")
	s.table(s.rows)
	s.text("三、政府信息公开行政复议、行政诉讼情况")
	s.table(s.review)
	s.text("四、存在的主要问题及改进情况", "问题不少。", "六、其他需要报告的事项", "无", "青山镇人民政府", "2021年1月20日")
	want := []string{"section.sequence sections.overview", "section.sequence sections.review_and_litigation"}
	if got := codes(FromDocument(s.document())); !slices.Equal(got, want) {
		t.Errorf("findings %v", got)
	}
}
