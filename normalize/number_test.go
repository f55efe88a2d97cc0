package normalize

import (
	"encoding/json"
	"testing"
)

func TestParseFigure(t *testing.T) {
	tests := []struct {
		name, in string
		state    State
		value    string
		unit     string
		plain    bool
	}{
		{"plain", "12", Printed, "12", "", true},
		{"zero", "0", Printed, "0", "", true},
		{"decimal", "96171.6", Printed, "96171.6", "", true},
		{"negative", "-8", Printed, "-8", "", true},
		{"white space around", " 3\u00a0", Printed, "3", "", true},
		{"full width", "１２", Printed, "12", "", false},
		{"full-width minus", "－8", Printed, "-8", "", false},
		{"long dash before a digit", "——8", Printed, "-8", "", false},
		{"marks of direction", "\u202a-8\u202c", Printed, "-8", "", false},
		{"thousands", "1,234", Printed, "1234", "", false},
		{"full-width thousands", "12，345.5", Printed, "12345.5", "", false},
		{"point zero", "3.0", Printed, "3", "", false},
		{"leading zero", "007", Printed, "7", "", false},
		{"unit", "251000元", Printed, "251000", "元", false},
		{"ten thousands", "2.8 万元", Printed, "2.8", "万元", false},
		{"pieces", "3件", Printed, "3", "件", false},
		{"note mark", "5（注1）", Printed, "5", "", false},
		{"star", "5*", Printed, "5", "", false},
		{"blank", " \u3000", Blank, "", "", false},
		{"dash", "—", Dash, "", "", false},
		{"two dashes", "--", Dash, "", "", false},
		{"slash", "/", Dash, "", "", false},
		{"none", "无", Dash, "", "", false},
		{"letter for zero", "O", Illegible, "", "", false},
		{"letter in a number", "1O", Illegible, "", "", false},
		{"Chinese digit", "三", Illegible, "", "", false},
		{"two numbers", "1 2件3", Illegible, "", "", false},
		{"not thousands", "1,23", Illegible, "", "", false},
		{"two points", "1.2.3", Illegible, "", "", false},
		{"too long to be exact", "1234567890123456", Illegible, "", "", false},
		{"more", "增3", Printed, "3", "", false},
		{"more, full", "增加 12 项", Printed, "12", "项", false},
		{"less", "减少8", Printed, "-8", "", false},
		{"arrow up", "↑3", Printed, "3", "", false},
		{"arrow down", "↓3", Printed, "-3", "", false},
		{"word alone", "增加", Illegible, "", "", false},
		{"minus and word", "-减3", Illegible, "", "", false},
		{"yuan sign", "￥5,000.00", Printed, "5000", "元", false},
		{"yuan sign and unit", "¥5.2万元", Printed, "5.2", "万元", false},
		{"ten thousand", "477.35万", Printed, "477.35", "万元", false},
		{"ten thousand pieces", "1.2万件", Illegible, "", "", false},
		{"about", "约5", Illegible, "", "", false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			f := parseFigure(test.in)
			value := ""
			if f.state == Printed {
				value = f.value.String()
			}
			if f.state != test.state || value != test.value || f.unit != test.unit || test.state == Printed && f.plain != test.plain {
				t.Errorf("parseFigure(%q) = %v %q %q plain %v, want %v %q %q plain %v",
					test.in, f.state, value, f.unit, f.plain, test.state, test.value, test.unit, test.plain)
			}
		})
	}
}

func TestIsFigure(t *testing.T) {
	for text, want := range map[string]bool{
		"": true, "0": true, "—": true, "无": true, "3件": true, "O": true, "三": true,
		"自然人": false, "其他": false, "1.重复申请": false, "（七）总计": false, "见附件": false,
	} {
		if got := isFigure(text); got != want {
			t.Errorf("isFigure(%q) = %v, want %v", text, got, want)
		}
	}
}

func TestDecimal(t *testing.T) {
	sum := Int(0)
	for _, s := range []string{"0.1", "0.2", "96171.6", "-0.3"} {
		d, ok := ParseDecimal(s)
		if !ok {
			t.Fatalf("ParseDecimal(%q) failed", s)
		}
		sum = sum.Add(d)
	}
	if got := sum.String(); got != "96171.6" {
		t.Errorf("sum is %s, want 96171.6", got)
	}
	if half, _ := ParseDecimal("0.50"); half.String() != "0.5" {
		t.Errorf("0.50 prints as %s", half)
	}
	for _, s := range []string{"", "-", ".5", "5.", "1e3", "１", "1_0", "+1"} {
		if d, ok := ParseDecimal(s); ok {
			t.Errorf("ParseDecimal(%q) = %s, want none", s, d)
		}
	}
	var d Decimal
	if err := json.Unmarshal([]byte("-4068.208"), &d); err != nil || d.String() != "-4068.208" {
		t.Errorf("from JSON: %s, %v", d, err)
	}
}

// TestFiguresOfOtherKinds has words that are figures in one column stand in
// another: 减3 is no count, and neither is 5元 or 1.2万.
func TestFiguresOfOtherKinds(t *testing.T) {
	s := newSample("gen_2019")
	row := *s.row(t, "（一）予以公开")
	row[len(row)-7], row[len(row)-6], row[len(row)-5] = "减3", "5元", "1.2万"
	for i, cells := range s.active {
		switch cells[0] {
		case "行政许可":
			s.active[i] = []string{"行政许可", "12", "减少3", "7"}
		case "政府集中采购":
			s.active[i] = []string{"政府集中采购", "2", "￥5000"}
		}
	}
	r := FromDocument(s.whole())
	wantFigure(t, r, "active_disclosure.art20_5.licensing.items_change", "-3", Printed)
	wantFigure(t, r, "active_disclosure.art20_9.centralized_procurement.amount", "5000", Printed)
	if v := lookUp(t, r, "active_disclosure.art20_9.centralized_procurement.amount"); v.Unit != "元" {
		t.Errorf("unit %q", v.Unit)
	}
	for _, c := range []string{"natural_person", "commercial_enterprise", "research_institution"} {
		wantFigure(t, r, "requests.granted."+c, "", Illegible)
	}
}
