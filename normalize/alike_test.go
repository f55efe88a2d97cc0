package normalize

import (
	"slices"
	"strings"
	"testing"
)

func TestAlike(t *testing.T) {
	tests := []struct {
		text, label string
		want        bool
	}{
		{"商业机构", "商业企业", true},
		{"公益组织", "社会公益组织", true},
		{"行政强制措施", "行政强制", true},
		{"规范文件", "规范性文件", true},
		{"无正当理由反复大量申请", "无正当理由大量反复申请", true},
		{"自然入", "自然人", true},
		{"国有企业", "企业", false}, // a word in front tells a kind
		{"行政征收", "行政事业性收费", false},
		{"规范性档案", "规范性文件", false},
		{"其他规范性文件", "规范性文件", false},
		{"非行政许可", "行政许可", false},
		{"已审结", "未审结", false},
		{"上年处理决定", "本年处理决定", false},
		{"其他", "其他结果", true},
		{"工作秘密", "国家秘密", false},
	}
	for _, test := range tests {
		if got := alike(test.text, test.label) > 0; got != test.want {
			t.Errorf("%s for %s: %v", test.text, test.label, got)
		}
	}
}

// TestOwnWords reads labels in words that no list has, in their place.
func TestOwnWords(t *testing.T) {
	tests := [][]string{
		{"科研机构", "科研单位"}, {"法律服务机构", "法律服务组织", "社会公益组织", "公益组织"}, {"法人或其他组织", "法人组织"}, {"自然人", "自然人（见注）"},
		{"（五）不予处理", "（五）不予以处理", "2.重复申请", "2.重覆申请"}, {"1.属于国家秘密", "⒈属于国家秘密"}, {"1.属于国家秘密", "★1.属于国家秘密"}, {"2.重复申请", "其中2.重复申请"}, {"（一）予以公开", "㈠予以公开"},
		{"一、本年新收政府信息公开申请数量", "第一项、本年新收政府信息公开申请数量"}, {"4.无正当理由大量反复申请", "4.无正当理由反复大量申请"},
		{"行政强制", "行政强制措施"}, {"规章", "规章类"}, {"行政事业性收费", "行政事业性收费项目"},
		{"结果维持", "维持结果", "未经复议直接起诉", "不经复议直接起诉", "行政诉讼", "行玫诉讼"}, {"结果纠正", "结果纠正件", "总计", "总计件"},
	}
	for _, form := range []string{"gen_2019", "gen_2021"} {
		for _, words := range tests {
			s := newSample(form)
			s.rename(words...)
			r := s.on(formYear[form], s.rest)
			allFigures(t, form, r)
			for _, code := range codes(r) {
				if !strings.HasPrefix(code, "label.") {
					t.Errorf("%s %v: %s", form, words, code)
				}
			}
		}
	}
}

// TestOwnWordsInDoubt has other words that are not in the place of the label, or
// mean something else.
func TestOwnWordsInDoubt(t *testing.T) {
	tests := []struct {
		words []string
		path  string
	}{
		{[]string{"商业企业", "国有企业"}, "requests.new_requests.commercial_enterprise"},
		{[]string{"科研机构", "法律服务组织"}, "requests.new_requests.research_institution"},
		{[]string{"1.属于国家秘密", "1.属于工作秘密"}, "requests.denied.state_secret.total"},
		{[]string{"行政处罚", "行政强制措施", "行政强制", "行政处罚决定"}, "active_disclosure.art20_6.penalty.decisions"},
		{[]string{"结果维持", "纠正结果", "结果纠正", "维持结果"}, "review_and_litigation.review.corrected"},
	}
	for _, test := range tests {
		s := newSample("gen_2019")
		s.rename(test.words...)
		r := s.on("2020", s.rest)
		if v := lookUp(t, r, test.path); v.HasValue() {
			t.Errorf("%v: %s = %s", test.words, test.path, v.Value)
		}
		if !slices.ContainsFunc(codes(r), func(c string) bool { return !strings.HasPrefix(c, "label.") }) {
			t.Errorf("%v: findings %v", test.words, codes(r))
		}
	}
}

// TestOwnWordsInOtherOrder has labels in words of their own that are as many as the
// columns without one.
func TestOwnWordsInOtherOrder(t *testing.T) {
	s := newSample("gen_2019")
	s.rename("商业企业", "法律服务组织", "法律服务机构", "商业机构")
	r := s.on("2020", s.rest)
	wantFigure(t, r, "requests.new_requests.legal_service_organization", "1", Printed)
	wantFigure(t, r, "requests.new_requests.commercial_enterprise", "0", Printed)
	if got := told(r, ColumnsReordered); len(got) != 1 {
		t.Errorf("findings %v", codes(r))
	}
}
