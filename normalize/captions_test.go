package normalize

import (
	"slices"
	"testing"
)

var fiveResults = []string{"结果维持", "结果纠正", "其他结果", "尚未审结", "总计"}

// partFour lays the sample out with part four as given: a string is a line, rows
// are a table.
func (s *sample) partFour(form string, pieces ...any) *Report {
	return s.on(formYear[form], func() {
		s.text("二、主动公开政府信息情况")
		s.table(s.active)
		s.text("三、收到和处理政府信息公开申请情况")
		s.table(s.rows)
		s.text("四、政府信息公开行政复议、行政诉讼情况")
		for _, p := range pieces {
			switch p := p.(type) {
			case string:
				s.text(p)
			case [][]string:
				s.table(p)
			}
		}
		s.end()
	})
}

// TestGroupsNamedAbove prints part four in pieces whose group a line above names.
func TestGroupsNamedAbove(t *testing.T) {
	f := newSample("gen_2019").review[3]
	group := func(n int) [][]string { return [][]string{fiveResults, f[5*n : 5*n+5]} }
	lawsuits := [][]string{{"未经复议直接起诉", "复议后起诉"}, slices.Concat(fiveResults, fiveResults), f[5:]}
	tests := []struct {
		name   string
		pieces []any
	}{
		{"right above", []any{"（一）行政复议", group(0), "（二）未经复议直接起诉", group(1), "（三）复议后起诉", group(2)}},
		{"lawsuits below a line of their own", []any{"行政复议情况", group(0), "行政诉讼情况", "1.未经复议直接起诉：", group(1), "2.复议后起诉案件情况", group(2)}},
		{"in another order", []any{"复议后起诉", group(2), "行政诉讼（未经复议直接起诉）", group(1), "行政复议", group(0)}},
		{"prose between", []any{"（一）行政复议情况", "本年办结2件，详见下表。", group(0), "（二）未经复议直接起诉", "没有此类案件。", group(1), "（三）复议后起诉", group(2)}},
		{"one named above, two in the table", []any{"（一）行政复议情况", group(0), "（二）行政诉讼情况", lawsuits}},
	}
	for _, form := range []string{"gen_2019", "gen_2021"} {
		for _, test := range tests {
			t.Run(form+" "+test.name, func(t *testing.T) {
				readAs(t, form, newSample(form).partFour(form, test.pieces...), "table.joined review_and_litigation")
			})
		}
	}
	refused := []struct {
		name   string
		pieces []any
	}{
		{"one name twice", []any{"（一）行政复议", group(0), "（二）未经复议直接起诉", group(1), "（三）未经复议直接起诉", group(2)}},
		{"one without a name", []any{"（一）行政复议", group(0), "（二）未经复议直接起诉", group(1), group(2)}},
		{"another name in the table", []any{
			"（一）行政复议", slices.Concat([][]string{{"未经复议直接起诉"}}, group(0)),
			"（二）未经复议直接起诉", slices.Concat([][]string{{"复议后起诉"}}, group(1)),
			"（三）复议后起诉", slices.Concat([][]string{{"行政复议"}}, group(2))}},
		{"prose names another", []any{"（一）行政复议", "复议后起诉的情况如下。", group(0), "（二）未经复议直接起诉", group(1), "（三）复议后起诉", group(2)}},
	}
	for _, test := range refused {
		t.Run(test.name, func(t *testing.T) {
			r := newSample("gen_2019").partFour("gen_2019", test.pieces...)
			for _, path := range []string{"review.total", "litigation_direct.total", "litigation_after_review.total"} {
				wantFigure(t, r, "review_and_litigation."+path, "", Unplaced)
			}
		})
	}
}

// TestHeadingAboveTheWholeTable keeps a heading that names one group of several.
func TestHeadingAboveTheWholeTable(t *testing.T) {
	s := newSample("gen_2019")
	r := s.partFour("gen_2019", "（一）行政复议情况", s.review)
	readAs(t, "gen_2019", r)
	if got := r.Sections[3].Subsections; len(got) != 1 || got[0].Heading != "行政复议情况" {
		t.Errorf("part four has %+v", got)
	}
}

// TestGroupMissing reads the groups that are there.
func TestGroupMissing(t *testing.T) {
	f := newSample("gen_2019").review[3]
	one := [][]string{{"行政复议"}, fiveResults, f[:5]}
	two := [][]string{{"行政诉讼"}, {"未经复议直接起诉"}, fiveResults, f[5:10]}
	for n, pieces := range [][]any{{one}, {one, two}} {
		r := newSample("gen_2019").partFour("gen_2019", pieces...)
		wantFigure(t, r, "review_and_litigation.review.pending", "1", Printed)
		wantFigure(t, r, "review_and_litigation.litigation_after_review.corrected", "", "")
		if got := told(r, RowMissing); len(got) != 2-n || got[len(got)-1] != "review_and_litigation.litigation_after_review" {
			t.Errorf("findings %v", codes(r))
		}
	}
}

// TestGroupWithoutHeader refuses figures that stand in no column of the header.
func TestGroupWithoutHeader(t *testing.T) {
	five := []string{"1", "0", "0", "1", "2"}
	for _, row := range [][]string{slices.Concat(slices.Repeat([]string{""}, 10), five), slices.Concat(five, slices.Repeat([]string{""}, 10))} {
		r := newSample("gen_2019").partFour("gen_2019", [][]string{{"行政复议", "行政诉讼"}, fiveResults, row})
		wantFigure(t, r, "review_and_litigation.review.pending", "", Unplaced)
	}
}

// TestPieceFilledUp does not take the last figure of a short piece for the one
// before it: 1 0 0 2 with an empty cell behind, where 1 0 0 1 2 was meant.
func TestPieceFilledUp(t *testing.T) {
	f := newSample("gen_2019").review[3]
	short := [][]string{{"行政复议"}, fiveResults, {f[0], f[1], f[2], f[4], ""}}
	r := newSample("gen_2019").partFour("gen_2019", short,
		[][]string{{"未经复议直接起诉"}, fiveResults, f[5:10]}, [][]string{{"复议后起诉"}, fiveResults, f[10:]})
	wantFigure(t, r, "review_and_litigation.review.pending", "", Unplaced)
	wantFigure(t, r, "review_and_litigation.review.total", "", Unplaced)
	wantFigure(t, r, "review_and_litigation.litigation_after_review.corrected", "2", Inferred)
	blank := func(group []string) []string { return append(slices.Clone(group[:4]), "") }
	r = newSample("gen_2019").partFour("gen_2019", [][]string{{"行政复议"}, fiveResults, blank(f[:5])},
		[][]string{{"未经复议直接起诉"}, fiveResults, blank(f[5:10])}, [][]string{{"复议后起诉"}, fiveResults, blank(f[10:])})
	wantFigure(t, r, "review_and_litigation.review.pending", "1", Printed)
	wantFigure(t, r, "review_and_litigation.review.total", "", Blank)
}
