package normalize

import (
	"slices"
	"strings"
	"testing"

	"luzhou/extract"
)

// unitFor is the unit of a row of part two.
func unitFor(label string) string {
	switch {
	case strings.Contains(label, "采购"):
		return "项/万元"
	case strings.Contains(label, "许可"), strings.Contains(label, "收费"):
		return "项"
	}
	return "件"
}

// figureRows calls f with each row of figures of part two and puts back what it returns.
func (s *sample) figureRows(f func(row []string) []string) {
	for i, row := range s.active {
		if len(row) > 1 && row[0] != "信息内容" {
			s.active[i] = f(slices.Clone(row))
		}
	}
}

// told lists the findings of a code.
func told(r *Report, code extract.Code) (where []string) {
	for _, f := range r.Findings {
		if f.Code == code {
			where = append(where, f.Where)
		}
	}
	return where
}

// TestUnitsInCells gives units cells of their own.
func TestUnitsInCells(t *testing.T) {
	behind := func(row []string) []string { return slices.Insert(row, 1, unitFor(row[0])) }
	last := func(row []string) []string { return append(row, "（"+unitFor(row[0])+"）") }
	each := func(row []string) []string {
		list := []string{row[0]}
		for i, f := range row[1:] {
			unit := strings.Split(unitFor(row[0]), "/")
			list = append(list, f, unit[min(i, len(unit)-1)])
		}
		return list
	}
	for _, form := range []string{"gen_2019", "gen_2021"} {
		for name, bend := range map[string]func([]string) []string{"behind the label": behind, "at the end": last, "behind each figure": each} {
			t.Run(form+" "+name, func(t *testing.T) {
				if form == "gen_2021" { // the fee is money there
					plain := bend
					bend = func(row []string) []string {
						row = plain(row)
						for i, c := range row {
							if strings.Contains(row[0], "收费") {
								row[i] = strings.ReplaceAll(c, "项", "万元")
							}
						}
						return row
					}
				}
				s := newSample(form)
				s.figureRows(bend)
				r := s.on(formYear[form], s.rest)
				if got := len(told(r, ColumnUnknown)); got != len(FindTable(form, "active_disclosure").Blocks) {
					t.Errorf("findings %v", codes(r))
				}
				if r.Worst() != extract.Info {
					t.Errorf("findings %v", codes(r))
				}
				allFigures(t, form, r)
				if form == "gen_2019" {
					if v := lookUp(t, r, "active_disclosure.art20_9.centralized_procurement.amount"); v.Unit != "万元" || v.Value != Int(1) {
						t.Errorf("amount %+v", v)
					}
				}
			})
		}
	}
	t.Run("part three", func(t *testing.T) {
		s := newSample("gen_2019")
		for i, row := range s.rows[3:] {
			s.rows[3+i] = slices.Insert(slices.Clone(row), len(row)-7, "件")
		}
		readAs(t, "gen_2019", s.on("2020", s.rest), "column.unknown requests")
	})
	t.Run("a short row among them", func(t *testing.T) {
		s := newSample("gen_2019")
		s.figureRows(func(row []string) []string {
			if row = behind(row); row[0] == "规章" {
				row = row[:4]
			}
			return row
		})
		r := s.on("2020", s.rest)
		wantFigure(t, r, "active_disclosure.art20_1.regulations.made", "", Unplaced)
		wantFigure(t, r, "active_disclosure.art20_1.regulations.disclosed_total", "", Unplaced)
		wantFigure(t, r, "active_disclosure.art20_1.normative_documents.made", "10", Printed)
	})
}

// TestUnitsInDoubt prints units that contradict what is counted, or each other.
func TestUnitsInDoubt(t *testing.T) {
	amount := "active_disclosure.art20_8.fees.amount"
	tests := []struct {
		name, form string
		bend       func(row []string) []string
		where      string
	}{
		{"a count beside money", "gen_2021", func(row []string) []string {
			if row[0] == "行政事业性收费" {
				row[1] = "3件"
			}
			return row
		}, "active_disclosure.art20_8.fees"},
		{"a column of another unit than the header's", "gen_2021", func(row []string) []string {
			if row[0] == "行政事业性收费" {
				return append(row, "元")
			}
			return append(row, "件")
		}, "active_disclosure.art20_8.fees"},
		{"money for rows of counts", "gen_2019", func(row []string) []string {
			return append(row, map[bool]string{true: "万元", false: "件"}[row[0] == "行政强制" || row[0] == "政府集中采购"])
		}, "active_disclosure.art20_6.coercion"},
	}
	t.Run("money beside a count", func(t *testing.T) {
		s := newSample("gen_2019")
		s.figureRows(func(row []string) []string {
			if row[0] == "规章" {
				row[1] = "3万元"
			}
			return row
		})
		wantFigure(t, s.on("2020", s.rest), "active_disclosure.art20_1.regulations.made", "", Illegible)
	})
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := newSample(test.form)
			s.figureRows(test.bend)
			r := s.on(formYear[test.form], s.rest)
			if got := told(r, UnitOdd); !slices.Equal(got, []string{test.where}) {
				t.Errorf("%s in %v", UnitOdd, got)
			}
			if test.form == "gen_2021" && strings.HasPrefix(amount, test.where) && !lookUp(t, r, amount).HasValue() {
				t.Error("the figure is gone")
			}
		})
	}
}

// TestUnitsThatAreNoColumn keeps a unit in the place of a figure a figure that
// cannot be read.
func TestUnitsThatAreNoColumn(t *testing.T) {
	s := newSample("gen_2019")
	s.figureRows(func(row []string) []string {
		row[len(row)-1] = "件"
		return row
	})
	r := s.on("2020", s.rest)
	wantFigure(t, r, "active_disclosure.art20_1.regulations.made", "0", Printed)
	wantFigure(t, r, "active_disclosure.art20_1.regulations.disclosed_total", "", Illegible)
	if r.Worst() != extract.Warning {
		t.Errorf("findings %v", codes(r))
	}
}
