package normalize

import (
	"slices"
	"strings"
	"testing"
)

// rename gives cells that hold exactly these words others.
func (s *sample) rename(pairs ...string) {
	for _, rows := range [][][]string{s.active, s.rows, s.review} {
		for i, row := range rows {
			rows[i] = slices.Clone(row)
			for k, c := range row {
				for p := 0; p < len(pairs); p += 2 {
					if c == pairs[p] {
						rows[i][k] = pairs[p+1]
					}
				}
			}
		}
	}
}

// on is a whole report on a year: the lines of the sample with its years moved.
func (s *sample) on(year string, lay func()) *Report {
	move := moveYears(year)
	s.text(move.Replace(sampleTitle), move.Replace(samplePreamble), "一、总体情况", "工作顺利。")
	lay()
	for i, b := range s.blocks {
		if b.Paragraph != nil {
			s.blocks[i].Paragraph.Text = move.Replace(b.Paragraph.Text)
		}
	}
	return FromDocument(s.document())
}

// moveYears makes text of the sample one on another year.
func moveYears(year string) *strings.Replacer {
	return strings.NewReplacer("2020", year, "2021", nextYear[year])
}

var nextYear = map[string]string{"2020": "2021", "2022": "2023"}

// formYear is a year in which each form is in force.
var formYear = map[string]string{"gen_2019": "2020", "gen_2021": "2022"}

// readAs expects the figures of the sample of a form, and these findings.
func readAs(t *testing.T, form string, got *Report, findings ...string) {
	t.Helper()
	if list := codes(got); !slices.Equal(list, findings) {
		t.Errorf("findings %v, want %v", list, findings)
	}
	allFigures(t, form, got)
}

// allFigures expects the figures of the sample of a form.
func allFigures(t *testing.T, form string, got *Report) {
	t.Helper()
	s := newSample(form)
	want := s.on(formYear[form], s.rest)
	for _, table := range want.Tables() {
		table.Each(func(path string, _ Column, v *Value) {
			if g := lookUp(t, got, path); g.Value != v.Value || !g.HasValue() {
				t.Errorf("%s = %s %s, want %s", path, g.Value, g.State, v.Value)
			}
		})
	}
}

// TestYearsInLabels prints years where the forms say last, this and next year.
func TestYearsInLabels(t *testing.T) {
	t.Run("2019", func(t *testing.T) {
		s := newSample("gen_2019")
		s.rename("上一年项目数量", "2019年项目数量", "本年增/减", "2020 年增/减", "本年新制作数量", "2020年新制作数量",
			"二、上年结转政府信息公开申请数量", "二、2019年结转政府信息公开申请数量", "四、结转下年度继续办理", "四、结转2021年度继续办理")
		readAs(t, "gen_2019", s.on("2020", s.rest))
	})
	t.Run("2021", func(t *testing.T) {
		s := newSample("gen_2021")
		s.rename("本年制发件数", "2022年制发件数", "本年废止件数", "２０２２年废止件数", "本年处理决定数量", "2022年处理决定数量",
			"一、本年新收政府信息公开申请数量", "一、2022年新收政府信息公开申请数量")
		readAs(t, "gen_2021", s.on("2022", s.rest))
	})
	t.Run("in another order", func(t *testing.T) {
		s := newSample("gen_2019")
		for i, row := range s.active {
			if len(row) == 4 && i > 3 {
				s.active[i] = []string{row[0], row[2], row[1], row[3]}
			}
		}
		s.rename("上一年项目数量", "2019年项目数量", "本年增/减", "2020年增/减")
		readAs(t, "gen_2019", s.on("2020", s.rest), "columns.reordered active_disclosure.art20_5", "columns.reordered active_disclosure.art20_6")
	})
	refused := []struct{ name, year, last, change string }{
		{"years that are not the report's", "2020", "2018年项目数量", "2019年增/减"},
		{"years alone", "2020", "2019年", "2020年"},
		{"this year's items", "2020", "2020年项目数量", "本年增/减"},
		{"this year's items in words", "2020", "本年项目数量", "本年增/减"},
	}
	for _, test := range refused {
		t.Run(test.name, func(t *testing.T) {
			s := newSample("gen_2019")
			s.rename("上一年项目数量", test.last, "本年增/减", test.change)
			r := s.on(test.year, s.rest)
			wantFigure(t, r, "active_disclosure.art20_5.licensing.items_last_year", "", Unplaced)
			wantFigure(t, r, "active_disclosure.art20_5.licensing.items_change", "", Unplaced)
			wantFigure(t, r, "active_disclosure.art20_1.regulations.disclosed", "1", Printed)
		})
	}
	t.Run("of another year, 2021", func(t *testing.T) {
		s := newSample("gen_2021")
		s.rename("本年制发件数", "2021年制发件数")
		r := s.on("2022", s.rest)
		wantFigure(t, r, "active_disclosure.art20_1.regulations.issued", "", Unplaced)
	})
	t.Run("the year of the report is in doubt", func(t *testing.T) {
		s := newSample("gen_2019")
		s.rename("上一年项目数量", "2019年项目数量")
		s.text(sampleTitle, strings.ReplaceAll(samplePreamble, "2020", "2019"), "一、总体情况", "好。")
		s.rest()
		wantFigure(t, FromDocument(s.document()), "active_disclosure.art20_5.licensing.items_last_year", "", Unplaced)
	})
	t.Run("a row of another year", func(t *testing.T) {
		s := newSample("gen_2019")
		s.rename("二、上年结转政府信息公开申请数量", "二、本年结转政府信息公开申请数量")
		r := s.on("2020", s.rest)
		wantFigure(t, r, "requests.carried_in.total", "", "")
	})
}
