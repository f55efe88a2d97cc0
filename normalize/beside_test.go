package normalize

import (
	"slices"
	"strings"
	"testing"

	"luzhou/extract"
)

var sevenApplicants = []string{"自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"}

// cutAt cuts part three of the sample between its columns. labels tells which of
// the strips have the labels of the rows.
func (s *sample) cutAt(labels []bool, at ...int) (strips [][][]string) {
	for n := range len(at) - 1 {
		from, to := at[n], at[n+1]
		label := func(l []string) []string { return map[bool][]string{true: l}[labels[n]] }
		strip := [][]string{slices.Concat(label([]string{"项目", "", ""}), sevenApplicants[from:to])}
		for _, row := range s.rows[3:] {
			k := len(row) - 7
			strip = append(strip, slices.Concat(label(row[:k]), row[k+from:k+to]))
		}
		strips = append(strips, strip)
	}
	return strips
}

// partThree lays the sample out with part three as given.
func (s *sample) partThree(form string, tables ...[][]string) *Report {
	return s.on(formYear[form], func() {
		s.text("二、主动公开政府信息情况")
		s.table(s.active)
		s.text("三、收到和处理政府信息公开申请情况")
		for _, t := range tables {
			s.table(t)
		}
		s.fromFour()
	})
}

// TestTableCutBetweenColumns reads part three in strips.
func TestTableCutBetweenColumns(t *testing.T) {
	both, first, all := []bool{true, true}, []bool{true, false}, []bool{true, true, true}
	tests := []struct {
		name   string
		labels []bool
		at     []int
	}{
		{"labels repeated", both, []int{0, 3, 7}},
		{"natural persons alone", both, []int{0, 1, 7}},
		{"totals alone", both, []int{0, 6, 7}},
		{"three strips", all, []int{0, 2, 5, 7}},
		{"labels once", first, []int{0, 4, 7}},
		{"labels once, totals alone", first, []int{0, 6, 7}},
	}
	for _, form := range []string{"gen_2019", "gen_2021"} {
		for _, test := range tests {
			t.Run(form+" "+test.name, func(t *testing.T) {
				s := newSample(form)
				r := s.partThree(form, s.cutAt(test.labels, test.at...)...)
				readAs(t, form, r, "table.joined requests")
				state := map[bool]State{true: Printed, false: Inferred}[test.labels[1]]
				wantFigure(t, r, "requests.granted.natural_person", "3", Printed)
				wantFigure(t, r, "requests.granted.total", "4", state)
			})
		}
		t.Run(form+" cut between rows as well", func(t *testing.T) {
			s := newSample(form)
			strips := s.cutAt(both, 0, 3, 7)
			var pages [][][]string
			for _, strip := range strips {
				pages = append(pages, strip[:10], slices.Concat(strip[:1], strip[10:]))
			}
			readAs(t, form, s.partThree(form, pages...), "table.joined requests")
		})
		t.Run(form+" the header of the form cut", func(t *testing.T) {
			s := newSample(form)
			strips := s.cutAt(both, 0, 3, 7)
			left := slices.Concat([][]string{{s.rows[0][0], "申请人情况"}, {"", "自然人", "法人或其他组织"}, {"", "", "商业企业", "科研机构"}}, strips[0][1:])
			right := slices.Concat([][]string{{"", "申请人情况"}, {"", "法人或其他组织", "总计"}, {"", "社会公益组织", "法律服务机构", "其他"}}, strips[1][1:])
			readAs(t, form, s.partThree(form, left, right), "table.joined requests")
		})
		t.Run(form+" strips in one table", func(t *testing.T) {
			s := newSample(form)
			readAs(t, form, s.partThree(form, slices.Concat(s.cutAt(both, 0, 3, 7)...)), "table.joined requests")
		})
	}
}

// TestStripsThatDoNotFit leaves the figures of strips without a place that do not
// prove what belongs together.
func TestStripsThatDoNotFit(t *testing.T) {
	both, first := []bool{true, true}, []bool{true, false}
	tests := []struct {
		name   string
		labels []bool
		bend   func(strips [][][]string) [][][]string
	}{
		{"a row missing in one", both, func(s [][][]string) [][][]string {
			s[1] = slices.Delete(s[1], 4, 5)
			return s
		}},
		{"a row without a label missing", first, func(s [][][]string) [][][]string {
			s[1] = slices.Delete(s[1], 7, 8)
			return s
		}},
		{"rows without labels that break a sum", first, func(s [][][]string) [][][]string {
			s[1][3], s[1][4] = s[1][4], s[1][3]
			return s
		}},
		{"rows without labels and a total missing", first, func(s [][][]string) [][][]string {
			s[1][3][3] = ""
			return s
		}},
		{"a column in both", both, func(s [][][]string) [][][]string {
			for i, row := range s[1] {
				s[1][i] = append(row, map[bool]string{true: "自然人", false: "0"}[i == 0])
			}
			return s
		}},
		{"a column of no form", both, func(s [][][]string) [][][]string {
			for i, row := range s[1] {
				s[1][i] = append(row, map[bool]string{true: "事业单位", false: "0"}[i == 0])
			}
			return s
		}},
		{"a short row", both, func(s [][][]string) [][][]string {
			s[0][3] = s[0][3][:len(s[0][3])-1]
			return s
		}},
		{"no header over the second", both, func(s [][][]string) [][][]string {
			s[1] = s[1][1:]
			return s
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := newSample("gen_2019")
			r := s.partThree("gen_2019", test.bend(s.cutAt(test.labels, 0, 3, 7))...)
			r.Table("requests").Each(func(path string, _ Column, v *Value) {
				if v.HasValue() {
					t.Errorf("%s = %s %s", path, v.Value, v.State)
				}
			})
			if r.Worst() < extract.Warning {
				t.Errorf("findings %v", codes(r))
			}
		})
	}
}

// TestStripFilledUp has a row whose strip ends with an empty cell: it may fill up a
// short one. The other rows have their labels in both strips.
func TestStripFilledUp(t *testing.T) {
	s := newSample("gen_2019")
	strips := s.cutAt([]bool{true, true}, 0, 3, 7)
	strips[0][3][len(strips[0][3])-1] = "" // （一）予以公开
	r := s.partThree("gen_2019", strips...)
	r.Table("requests").Each(func(path string, _ Column, v *Value) {
		if granted := strings.HasPrefix(path, "requests.granted."); granted == v.HasValue() {
			t.Errorf("%s = %s %s", path, v.Value, v.State)
		}
	})
	if list := codes(r); !slices.Contains(list, "row.unplaced requests.granted") {
		t.Errorf("findings %v", list)
	}
}

// TestPartFourCutInAGroup cuts part four between the columns of one group.
func TestPartFourCutInAGroup(t *testing.T) {
	f := newSample("gen_2019").review[3]
	left := [][]string{{"行政复议", "行政诉讼"}, slices.Concat(fiveResults, []string{"未经复议直接起诉"}), fiveResults[:3], f[:8]}
	right := [][]string{{"行政诉讼"}, {"未经复议直接起诉", "复议后起诉"}, slices.Concat(fiveResults[3:], fiveResults), f[8:]}
	for _, form := range []string{"gen_2019", "gen_2021"} {
		readAs(t, form, newSample(form).partFour(form, left, right), "table.joined review_and_litigation")
	}
	right[1] = []string{"复议后起诉"} // whose five columns are these two more?
	r := newSample("gen_2019").partFour("gen_2019", left, right)
	wantFigure(t, r, "review_and_litigation.review.total", "", Unplaced)
}
