package normalize

import "testing"

func TestFold(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"white space of all kinds", "规 \u3000\u00a0\n\t章\u200b", "规章"},
		{"marks of direction", "\u202a规\u200e章\u202c\u2069", "规章"},
		{"full width", "１．属于国家秘密（注）", "1.属于国家秘密(注)"},
		{"brackets and quotes", "〔一〕“三安全”「一稳定」", "(一)三安全一稳定"},
		{"bookmark of a dump", "[bookmark: _GoBack]一、本年新收", "一、本年新收"},
		{"variant character", "其它", "其他"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := fold(test.in); got != test.want {
				t.Errorf("fold(%q) = %q, want %q", test.in, got, test.want)
			}
		})
	}
}

func TestSplitNumber(t *testing.T) {
	tests := []struct {
		in            string
		number, level int
		rest          string
	}{
		{"一、总体情况", 1, 1, "总体情况"},
		{"十二、其他", 12, 1, "其他"},
		{"二十一、其他", 21, 1, "其他"},
		{"第三部分收到", 3, 1, "收到"},
		{"(一)予以公开", 1, 2, "予以公开"},
		{"(1)主动公开", 1, 2, "主动公开"},
		{"1、总体情况", 1, 3, "总体情况"},
		{"1.属于国家秘密", 1, 3, "属于国家秘密"},
		{"①甲", 1, 3, "甲"},
		{"⒈甲", 1, 3, "甲"},
		{"⑵甲", 2, 2, "甲"},
		{"㈩、甲", 10, 2, "甲"},
		{"二)甲", 2, 2, "甲"},
		{"—、甲", 1, 1, "甲"},
		{"(—)甲", 1, 2, "甲"},
		{"第三项、甲", 3, 1, "甲"},
		{"第二章总体情况", 2, 1, "总体情况"},
		{"第二节主动公开", 2, 2, "主动公开"},
		{"第二十条第(一)项", 0, 0, "第二十条第(一)项"},
		{"第一项加第二项", 0, 0, "第一项加第二项"},
		{"1.5倍", 0, 0, "1.5倍"},
		{"2020年", 0, 0, "2020年"},
		{"三安全", 0, 0, "三安全"},
	}
	for _, test := range tests {
		number, level, rest := splitNumber(test.in)
		if number != test.number || level != test.level || rest != test.rest {
			t.Errorf("splitNumber(%q) = %d, %d, %q, want %d, %d, %q", test.in, number, level, rest, test.number, test.level, test.rest)
		}
	}
}

func TestCutNumberKeepsTheText(t *testing.T) {
	tests := []struct{ in, number, rest string }{
		{"（1） 主动公开", "（1）", "主动公开"},
		{"1、 总体情况", "1、", "总体情况"},
		{"一、　收到“和”处理", "一、", "收到“和”处理"},
		{"（一）“两微一端”", "（一）", "“两微一端”"},
		{"没有编号", "", "没有编号"},
	}
	for _, test := range tests {
		if got := numberText(test.in); got != test.number {
			t.Errorf("numberText(%q) = %q, want %q", test.in, got, test.number)
		}
		if got := withoutNumber(test.in); got != test.rest {
			t.Errorf("withoutNumber(%q) = %q, want %q", test.in, got, test.rest)
		}
	}
}

func TestEditDistance(t *testing.T) {
	tests := []struct {
		a, b  string
		limit int
		want  int
	}{
		{"其他法律行政法规禁止公开", "其他法律行政止公开", 3, 3},
		{"重复申请", "重复申请", 3, 0},
		{"甲乙", "丙丁戊己庚", 3, 4},
		{"", "甲", 3, 1},
		{"甲乙丙丁", "乙甲丁丙", 3, 3},
	}
	for _, test := range tests {
		if got := editDistance(test.a, test.b, test.limit); got != test.want {
			t.Errorf("editDistance(%q, %q, %d) = %d, want %d", test.a, test.b, test.limit, got, test.want)
		}
	}
}

// A paragraph has what a reader of the page sees.
func TestUnseenCharactersOfText(t *testing.T) {
	s := newSample("gen_2019")
	s.text("芦洲乡2\u200b0\u200b20年政府信息公开工作\u00ad年度报告", samplePreamble, "一、总体情况", "全年公开1\ufeff2\u200b0条，“好”\u202c——。")
	r := FromDocument(s.document())
	if r.Title != "芦洲乡2020年政府信息公开工作年度报告" || r.Sections[0].Paragraphs[0] != "全年公开120条，“好”——。" {
		t.Errorf("%q %q", r.Title, r.Sections[0].Paragraphs)
	}
}
