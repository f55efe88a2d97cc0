package normalize

import (
	"slices"
	"strings"
	"testing"
)

// TestEqualFiguresUnderUnclearHeader reads rows whose header lost the ends of its
// labels, or has their characters in disorder: only equal figures have a place.
func TestEqualFiguresUnderUnclearHeader(t *testing.T) {
	zeros := strings.Split(strings.Repeat("0 ", 15), " ")[:15]
	cut := [][]string{{"行政复议", "行政诉讼"}, {"结果", "结果", "其他", "尚未", "总计", "未经复议直接起诉", "复议后起诉"},
		slices.Concat([]string{"", "", "", "", ""}, []string{"结果", "结果", "其他", "尚未", "总计"}, []string{"结果", "结果", "其他", "尚未", "总计"})}
	for _, c := range []struct {
		name    string
		header  [][]string
		figures []string
		want    State
	}{
		{"cut labels", cut, zeros, Inferred},
		{"figures that differ", cut, slices.Concat([]string{"1"}, zeros[1:]), Unplaced},
		{"a figure less", cut, zeros[1:], Unplaced},
		{"a blank", cut, slices.Concat([]string{""}, zeros[1:]), Unplaced},
		{"characters in disorder", [][]string{{"行政复议", "行政诉讼"}, {"未经复议直接起诉", "复议后起诉"}, {"结 结 其 尚"}, {"总计", "果 果 他 未"}, {"维 纠 结 审"}}, zeros, Inferred},
		{"a column of no form", [][]string{cut[0], slices.Replace(slices.Clone(cut[1]), 3, 4, "备注"), cut[2]}, zeros, Unplaced},
	} {
		s := newSample("gen_2021")
		s.review = append(slices.Clone(c.header), c.figures)
		got := s.on(formYear["gen_2021"], s.rest)
		for _, path := range []string{"review_and_litigation.review.corrected", "review_and_litigation.litigation_after_review.total"} {
			if v := lookUp(t, got, path); v.State != c.want || v.State == Inferred && (v.Raw != "0" || v.Why == "") {
				t.Errorf("%s: %s is %+v, want %s", c.name, path, v, c.want)
			}
		}
		if !slices.Contains(codes(got), "header.unclear review_and_litigation") {
			t.Errorf("%s: findings %v", c.name, codes(got))
		}
	}

	s := newSample("gen_2021")
	s.active[1] = []string{"信息内容", "本年", "本年", "现行有效件数"}
	for i := 1; i < 4; i++ {
		s.active[2][i] = "7"
	}
	got := s.on(formYear["gen_2021"], s.rest)
	wantFigure(t, got, "active_disclosure.art20_1.regulations.repealed", "7", Inferred)
	wantFigure(t, got, "active_disclosure.art20_1.normative_documents.repealed", "", Unplaced)
}
