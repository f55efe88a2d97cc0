package normalize

import (
	"slices"
	"testing"
)

// without empties or takes away the header cells of part three that hold a label.
func (s *sample) withoutHead(label string, cell bool) {
	for i, row := range s.rows[:3] {
		at := slices.Index(row, label)
		if at < 0 {
			continue
		}
		s.rows[i] = slices.Clone(row)
		if s.rows[i][at] = ""; cell {
			s.rows[i] = slices.Delete(s.rows[i], at, at+1)
		}
	}
}

// TestHeaderLacksALabel reads part three with one label less.
func TestHeaderLacksALabel(t *testing.T) {
	for _, form := range []string{"gen_2019", "gen_2021"} {
		for i, label := range sevenApplicants {
			for _, cell := range []bool{false, true} {
				s := newSample(form)
				s.withoutHead(label, cell)
				r := s.on(formYear[form], s.rest)
				readAs(t, form, r, "header.short requests")
				key := FindTable(form, "requests").Blocks[0].Columns[i].Key
				if v := lookUp(t, r, "requests.granted."+key); v.State != Inferred || v.Why == "" {
					t.Errorf("%s without %s: %+v", form, label, v)
				}
				if v := lookUp(t, r, "requests.granted.commercial_enterprise"); label == "法律服务机构" && v.State != map[bool]State{false: Printed, true: Inferred}[cell] {
					t.Errorf("%s without %s (cell %v): a column beside it is %s", form, label, cell, v.State)
				}
			}
		}
		s := newSample(form)
		s.rows = slices.Concat([][]string{slices.Concat([]string{"项目", "", ""}, sevenApplicants)}, s.rows[3:])
		s.rows[0][7] = ""
		readAs(t, form, s.on(formYear[form], s.rest), "header.short requests")
		s = newSample(form)
		s.withoutHead("科研机构", false)
		readAs(t, form, s.on(formYear[form], func() {
			s.text("二、主动公开政府信息情况")
			s.table(s.active)
			s.text("三、收到和处理政府信息公开申请情况")
			s.grid(s.rows, false)
			for i := range s.blocks[len(s.blocks)-1].Table.Cells { // grid leaves out empty cells of the header
				if c := &s.blocks[len(s.blocks)-1].Table.Cells[i]; c.Row == 2 && c.Col > 4 {
					c.Col = map[string]int{"社会公益组织": 6, "法律服务机构": 7, "其他": 8}[c.Text]
				}
			}
			s.fromFour()
		}), "header.short requests")
	}
}

// TestHeaderLacksMore refuses part three when more than one place is left, or
// something speaks against it.
func TestHeaderLacksMore(t *testing.T) {
	lack := func(labels ...string) func(*testing.T, *sample) {
		return func(_ *testing.T, s *sample) {
			for _, l := range labels {
				s.withoutHead(l, false)
			}
		}
	}
	tests := []struct {
		name string
		bend func(*testing.T, *sample)
	}{
		{"two labels", lack("科研机构", "法律服务机构")},
		{"another word in the place", func(_ *testing.T, s *sample) { s.rows[2][2] = "个体工商户" }},
		{"a word of no form elsewhere", func(t *testing.T, s *sample) {
			s.withoutHead("法律服务机构", true)
			s.rows[2] = slices.Insert(slices.Clone(s.rows[2]), 2, "序号")
		}},
		{"an empty place elsewhere", func(t *testing.T, s *sample) {
			s.withoutHead("法律服务机构", true)
			s.rows[2] = slices.Insert(slices.Clone(s.rows[2]), 3, "")
		}},
		{"the others in another order", func(t *testing.T, s *sample) {
			s.withoutHead("法律服务机构", false)
			s.rows[2][2], s.rows[2][3] = s.rows[2][3], s.rows[2][2]
		}},
		{"a broken sum", func(t *testing.T, s *sample) {
			s.withoutHead("法律服务机构", false)
			row := *s.row(t, "（一）予以公开")
			row[len(row)-1] = "5"
		}},
		{"a short row", func(t *testing.T, s *sample) {
			s.withoutHead("法律服务机构", false)
			row := s.row(t, "（一）予以公开")
			*row = (*row)[:len(*row)-1]
		}},
		{"a total that may be first or last", func(t *testing.T, s *sample) {
			s.withoutHead("总计", true)
			for i, row := range s.rows[3:] {
				s.rows[3+i] = slices.Concat(row[:len(row)-7], []string{"2", "0", "0", "0", "0", "0", "2"})
			}
		}},
		{"a row missing", func(t *testing.T, s *sample) {
			s.withoutHead("法律服务机构", false)
			s.rows = slices.Delete(s.rows, 4, 5)
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := newSample("gen_2019")
			test.bend(t, s)
			r := s.on("2020", s.rest)
			wantFigure(t, r, "requests.new_requests.natural_person", "", Unplaced)
			if got := told(r, HeaderUnclear); !slices.Equal(got, []string{"requests"}) {
				t.Errorf("findings %v", codes(r))
			}
		})
	}
	t.Run("labels over other columns of the grid", func(t *testing.T) {
		s := newSample("gen_2019")
		s.withoutHead("科研机构", true)
		r := s.on("2020", func() {
			s.text("三、收到和处理政府信息公开申请情况")
			s.grid(s.rows, false) // 社会公益组织 stands where 科研机构 did
		})
		wantFigure(t, r, "requests.new_requests.natural_person", "", Unplaced)
	})
}

// TestHeadInLines refuses lines of text whose first head is of no form: it stands
// above what is taken for the table.
func TestHeadInLines(t *testing.T) {
	s := newSample("gen_2019")
	s.rename("自然人", "事业单位")
	r := s.on("2020", func() {
		s.text("三、收到和处理政府信息公开申请情况")
		s.lined(s.rows)
	})
	wantFigure(t, r, "requests.new_requests.natural_person", "", Unplaced)
}

// TestNoHeader reads a table that has none in the order of the form.
func TestNoHeader(t *testing.T) {
	for _, form := range []string{"gen_2019", "gen_2021"} {
		s := newSample(form)
		s.rows = s.rows[3:]
		readAs(t, form, s.on(formYear[form], s.rest), "header.missing requests")
	}
}

// TestPartTwoLacksALabel needs the empty place to be seen: part two has no sums.
func TestPartTwoLacksALabel(t *testing.T) {
	for _, form := range []string{"gen_2019", "gen_2021"} {
		s := newSample(form)
		s.active[1][2] = ""
		readAs(t, form, s.on(formYear[form], s.rest), "header.short active_disclosure.art20_1")
		s = newSample(form)
		s.active[1] = slices.Delete(s.active[1], 2, 3)
		r := s.on(formYear[form], s.rest)
		for _, c := range FindTable(form, "active_disclosure").Blocks[0].Columns {
			wantFigure(t, r, "active_disclosure.art20_1.regulations."+c.Key, "", Unplaced)
		}
	}
}

// TestPartFourLacksALabel reads part four with one label of fifteen less.
func TestPartFourLacksALabel(t *testing.T) {
	for _, form := range []string{"gen_2019", "gen_2021"} {
		for i := range 15 {
			s := newSample(form)
			row, at := 1, i
			if i > 4 {
				row = 2
			}
			s.review[row][at] = ""
			r := s.on(formYear[form], s.rest)
			readAs(t, form, r, "header.short review_and_litigation")
			s = newSample(form)
			s.review[row] = slices.Delete(s.review[row], at, at+1)
			readAs(t, form, s.on(formYear[form], s.rest), "header.short review_and_litigation")
		}
	}
	tests := []struct {
		name string
		bend func(s *sample)
	}{
		{"two labels", func(s *sample) { s.review[1][1], s.review[2][7] = "", "" }},
		{"a group", func(s *sample) { s.review[1][6] = "" }},
		{"another word in the place", func(s *sample) { s.review[1][1] = "调解" }},
		{"an empty place elsewhere", func(s *sample) {
			s.review[2] = slices.Delete(s.review[2], 6, 7)
			s.review[2] = slices.Insert(s.review[2], 8, "")
		}},
		{"lawsuits first", func(s *sample) {
			s.review[0] = []string{"行政诉讼", "行政复议"}
			s.review[1] = slices.Concat(s.review[1][5:], []string{"结果维持", "", "其他结果", "尚未审结", "总计"})
			s.review[3] = slices.Concat(s.review[3][5:], s.review[3][:5])
		}},
		{"a broken sum", func(s *sample) { s.review[1][1], s.review[3][4] = "", "7" }},
		{"a figure less", func(s *sample) { s.review[1][1], s.review[3] = "", s.review[3][:14] }},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := newSample("gen_2019")
			test.bend(s)
			r := s.on("2020", s.rest)
			wantFigure(t, r, "review_and_litigation.review.total", "", Unplaced)
			wantFigure(t, r, "review_and_litigation.litigation_after_review.corrected", "", Unplaced)
		})
	}
}
