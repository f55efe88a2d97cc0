package normalize

import (
	"slices"
	"strings"
	"testing"

	"luzhou/extract"
)

// TestWornLabels has labels that lost characters.
func TestWornLabels(t *testing.T) {
	s := newSample("gen_2019")
	lose := func(rows [][]string, label, worn string) {
		t.Helper()
		for _, row := range rows {
			if i := slices.Index(row, label); i >= 0 {
				row[i] = worn
				return
			}
		}
		t.Fatalf("no label %q", label)
	}
	lose(s.active, "规范性文件", "规范性文\uFFFD")
	lose(s.active, "本年新制作数量", "本年新制作数\uFFFD")
	lose(s.active, "本年增/减", "本年\uFFFD/\uFFFD")
	lose(s.rows, "自然人", "自然\uFFFD")
	lose(s.rows, "法人或其他组织", "\uFFFD人或其他组\uFFFD")
	lose(s.rows, "（三）不予公开", "（三）不予公\uFFFD")
	lose(s.rows, "1.属于国家秘密", "1.属于国家秘\uFFFD")
	lose(s.rows, "（六）其他处理", "（六）其他处\uFFFD")
	lose(s.review, "复议后起诉", "复议后起\uFFFD")
	r := FromDocument(s.whole())
	for _, f := range codes(r) {
		if !strings.HasPrefix(f, "label.near ") {
			t.Errorf("finding %s", f)
		}
	}
	wantFigure(t, r, "active_disclosure.art20_1.normative_documents.made", "10", Printed)
	wantFigure(t, r, "requests.denied.state_secret.total", "0", Printed)
	wantFigure(t, r, "requests.new_requests.natural_person", "4", Printed)
	wantFigure(t, r, "review_and_litigation.litigation_after_review.total", "2", Printed)
}

// TestWornPastTelling has labels of which too little is left.
func TestWornPastTelling(t *testing.T) {
	s := newSample("gen_2019")
	for _, row := range s.active {
		switch row[0] {
		case "规章":
			row[0] = "\uFFFD章"
		case "行政处罚", "行政强制", "行政许可":
			row[0] = "行政\uFFFD"
		}
	}
	r := FromDocument(s.whole())
	for _, row := range []string{"art20_1.regulations.made", "art20_5.licensing.decisions", "art20_6.penalty.decisions", "art20_6.coercion.decisions"} {
		if v := lookUp(t, r, "active_disclosure."+row); v.HasValue() {
			t.Errorf("%s = %s", row, v.Value)
		}
	}
	if r.Worst() != extract.Warning {
		t.Errorf("findings %v", codes(r))
	}
}

// TestManyLost has labels of a great many lost characters: they are none, and are
// found out to be none at once.
func TestManyLost(t *testing.T) {
	x := builtIn().lexicons[FindTable("gen_2019", "requests")]
	for _, e := range x.rows.entries {
		words := []rune(e.loose)
		text := string(words[:(len(words)+1)/2]) + strings.Repeat("\ufffd", len(words)) + "龙"
		if item, ok := x.rows.worn(text, ""); ok {
			t.Errorf("%s is row %d", text, item)
		}
	}
}
