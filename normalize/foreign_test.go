package normalize

import (
	"slices"
	"testing"
)

// TestTablesInWordsOfAForm has tables of the text in words of a form, in part one and
// in the form's own part, before its table and behind it.
func TestTablesInWordsOfAForm(t *testing.T) {
	years := [][]string{{"年度", "申请数量", "予以公开", "部分公开", "不予公开", "其他"}, {"2019", "12", "9", "0", "1", "2"}, {"2020", "5", "4", "0", "0", "0"}}
	outcomes := [][]string{{"办理结果", "数量", "占比"}, {"予以公开", "97", "40%"}, {"部分公开", "67", "30%"}, {"其他", "9", "10%"}}
	kinds := [][]string{{"申请人类型", "自然人", "法人或其他组织", "总计"}, {"件数", "4", "1", "5"}}
	decisions := [][]string{{"类别", "数量"}, {"行政许可", "77"}, {"行政处罚", "78"}, {"行政强制", "79"}}
	results := [][]string{{"年度", "结果维持", "结果纠正", "其他结果", "尚未审结", "总计"}, {"2019", "7", "7", "7", "7", "28"}}
	tests := []struct {
		name  string
		table [][]string
		part  int // 0 for part one, else that of the form
	}{
		{"years", years, 0}, {"years", years, 3}, {"outcomes", outcomes, 0}, {"outcomes", outcomes, 3}, {"applicants", kinds, 0}, {"applicants", kinds, 3},
		{"decisions", decisions, 0}, {"decisions", decisions, 2}, {"results", results, 0}, {"results", results, 4},
	}
	for _, form := range []string{"gen_2019", "gen_2021"} {
		for _, test := range tests {
			for _, behind := range []bool{false, true} {
				s := newSample(form)
				put := func(part int, rows [][]string) {
					if part == test.part && !behind {
						s.table(test.table)
					}
					if rows != nil {
						s.table(rows)
					}
					if part == test.part && behind {
						s.table(test.table)
					}
				}
				r := s.on(formYear[form], func() {
					put(0, nil)
					s.text("二、主动公开政府信息情况")
					put(2, s.active)
					s.text("三、收到和处理政府信息公开申请情况")
					put(3, s.rows)
					s.text("四、政府信息公开行政复议、行政诉讼情况")
					put(4, s.review)
					s.end()
				})
				allFigures(t, form, r)
				if got := codes(r); len(got) != 1 || len(told(r, TableOther)) != 1 {
					t.Errorf("%s %s in part %d: findings %v", form, test.name, test.part, got)
				}
			}
		}
	}
}

// TestTableTwiceInAnotherPart keeps a table of the form that stands in part one too.
func TestTableTwiceInAnotherPart(t *testing.T) {
	s := newSample("gen_2019")
	s.text(sampleTitle, samplePreamble, "一、总体情况")
	s.table(s.rows)
	s.rest()
	if got := codes(FromDocument(s.document())); slices.Contains(got, "table.other sections.overview") {
		t.Errorf("findings %v", got)
	}
}

// TestForeignTableBeforePieces has such a table before the pieces of the form's.
func TestForeignTableBeforePieces(t *testing.T) {
	s := newSample("gen_2019")
	s.upToThree()
	s.table([][]string{{"年度", "申请数量", "予以公开", "部分公开", "不予公开", "其他"}, {"2019", "12", "9", "0", "1", "2"}})
	s.table(s.rows[:9])
	s.table(s.rows[9:])
	s.fromFour()
	r := FromDocument(s.document())
	wantFigure(t, r, "requests.new_requests.commercial_enterprise", "1", Printed)
	wantFigure(t, r, "requests.result_total.total", "5", Printed)
}
