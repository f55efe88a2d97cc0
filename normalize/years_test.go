package normalize

import (
	"slices"
	"testing"
)

// pair normalizes two made reports of consecutive years.
func pair(t *testing.T, bend func(*testing.T, *sample)) []YearRecord {
	t.Helper()
	first, second := FromDocument(newSample("gen_2019").whole()), newSample("gen_2019")
	bend(t, second)
	later := FromDocument(second.whole())
	later.Year++
	return []YearRecord{NewYearRecord(later), NewYearRecord(first)}
}

func TestCompareYears(t *testing.T) {
	tests := []struct {
		name string
		bend func(*testing.T, *sample)
		want []string
	}{
		{"carried on", func(*testing.T, *sample) {}, []string{
			// the sample has 0 items with a change of 1, then 0 again, and so on: x.items is soft
			"year.differs active_disclosure.art20_5.licensing.items_last_year",
			"year.differs active_disclosure.art20_5.other_external_services.items_last_year",
			"year.differs active_disclosure.art20_6.penalty.items_last_year",
			"year.differs active_disclosure.art20_6.coercion.items_last_year",
			"year.differs active_disclosure.art20_8.fees.items_last_year"}},
		{"another figure carried in", func(t *testing.T, s *sample) {
			row := *s.row(t, "二、上年结转政府信息公开申请数量")
			row[1], row[7] = "3", "3"
		}, []string{"year.broken requests.carried_in.natural_person", "year.broken requests.carried_in.total"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, f := range CompareYears(pair(t, test.bend)) {
				if f.Index != 0 {
					t.Errorf("finding on record %d, want the later year", f.Index)
				}
				got = append(got, string(f.Finding.Code)+" "+f.Finding.Where)
			}
			for _, w := range test.want {
				if !slices.Contains(got, w) {
					t.Errorf("no finding %q in %q", w, got)
				}
			}
			if test.name == "carried on" && len(got) != len(test.want) {
				t.Errorf("findings %q, want %q", got, test.want)
			}
		})
	}
}

func TestSameReportTwice(t *testing.T) {
	r := NewYearRecord(FromDocument(newSample("gen_2019").whole()))
	other := r
	other.Body = "白云乡"
	got := CompareYears([]YearRecord{r, other, r})
	if len(got) != 1 || got[0].Index != 2 || got[0].Finding.Code != ReportTwice {
		t.Errorf("got %+v, want report.twice on the third", got)
	}
}

// TestYearBeforeTwice has the report of the year before in two formats: alike it
// speaks once, with other figures it proves nothing.
func TestYearBeforeTwice(t *testing.T) {
	records := pair(t, func(t *testing.T, s *sample) {
		row := *s.row(t, "二、上年结转政府信息公开申请数量")
		row[1], row[7] = "3", "3"
	})
	broken := func(before ...YearRecord) bool {
		return slices.ContainsFunc(CompareYears(append(before, records[0])), func(f YearFinding) bool { return f.Finding.Code == YearBroken })
	}
	if !broken(records[1], records[1]) {
		t.Error("the carry-over is not compared when the year before comes twice")
	}
	s := newSample("gen_2019")
	(*s.row(t, "四、结转下年度继续办理"))[1] = "2"
	if broken(records[1], NewYearRecord(FromDocument(s.whole()))) {
		t.Error("the carry-over is compared with one of two reports that differ")
	}
}
