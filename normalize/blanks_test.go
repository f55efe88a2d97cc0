package normalize

import (
	"slices"
	"strings"
	"testing"

	"luzhou/extract"
)

// TestTotalsBlank has the whole column of totals empty. A row whose figures
// cannot end with their total shows that the writer left it out, and did not
// fill up rows that had lost a cell; then every row is as printed.
func TestTotalsBlank(t *testing.T) {
	clear := func(s *sample) {
		for _, row := range s.rows[3:] {
			row[len(row)-1] = ""
		}
	}
	t.Run("a row shows it", func(t *testing.T) {
		s := newSample("gen_2019")
		clear(s)
		r := FromDocument(s.whole())
		wantFigure(t, r, "requests.new_requests.natural_person", "4", Printed)
		wantFigure(t, r, "requests.new_requests.commercial_enterprise", "1", Printed)
		wantFigure(t, r, "requests.new_requests.total", "", Blank)
		wantFigure(t, r, "requests.unable.not_held.total", "", Blank)
		for _, f := range r.Findings {
			if f.Severity > extract.Info {
				t.Errorf("%s %s: %s", f.Code, f.Where, f.Message)
			}
		}
	})
	t.Run("no row shows it", func(t *testing.T) { // 4 0 0 0 0 4 may be 自然人 and 总计 with one column lost
		s := newSample("gen_2019")
		for _, row := range s.rows[3:] {
			f := row[len(row)-7:]
			f[1], f[5], f[6] = "0", f[0], ""
		}
		r := FromDocument(s.whole())
		wantFigure(t, r, "requests.new_requests.total", "", Unplaced)
		if !strings.Contains(strings.Join(codes(r), ";"), "row.unplaced requests.new_requests") {
			t.Errorf("findings %v", codes(r))
		}
	})
}

// TestRowsWithoutLabel puts a row of figures without a label behind another.
func TestRowsWithoutLabel(t *testing.T) {
	add := func(s *sample, figures ...string) {
		for i, row := range s.rows {
			if slices.Contains(row, "（一）予以公开") {
				s.rows = slices.Insert(s.rows, i+1, append([]string{"", ""}, figures...))
				return
			}
		}
		t.Fatal("no row")
	}
	tests := []struct {
		name    string
		figures []string
		spanned bool // the label reaches down to the row
		codes   []string
		granted string
	}{
		{"figures of another row", []string{"2", "0", "0", "0", "0", "0", "2"}, false, []string{"row.unknown requests", "row.unplaced requests"}, "4"},
		{"zeros", []string{"0", "0", "0", "0", "0", "0", "0"}, false, []string{"row.unknown requests"}, "4"},
		{"beside the label", []string{"2", "0", "0", "0", "0", "0", "2"}, true, []string{"row.repeated requests.granted"}, ""},
		{"beside the label, alike", []string{"3", "1", "0", "0", "0", "0", "4"}, true, []string{"row.twice requests.granted"}, "4"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := newSample("gen_2019")
			add(s, test.figures...)
			doc := s.whole()
			for _, b := range doc.Blocks {
				for i := 0; b.Table != nil && i < len(b.Table.Cells); i++ {
					if c := &b.Table.Cells[i]; test.spanned && c.Text == "（一）予以公开" {
						c.RowSpan = 2
					}
				}
			}
			r := FromDocument(doc)
			if got := codes(r); !slices.Equal(got, test.codes) {
				t.Errorf("findings %v, want %v", got, test.codes)
			}
			v, got := lookUp(t, r, "requests.granted.total"), ""
			if v.HasValue() {
				got = v.Value.String()
			}
			if got != test.granted {
				t.Errorf("granted %q, want %q", got, test.granted)
			}
		})
	}
}

// TestFirstCellEmpty has an empty first cell: where the others keep the sums it is
// a figure left out, where they cannot they may all stand one cell too far right.
func TestFirstCellEmpty(t *testing.T) {
	read := func(figures ...string) *Report {
		s := newSample("gen_2019")
		row := *s.row(t, "（一）予以公开")
		copy(row[len(row)-7:], figures)
		return FromDocument(s.whole())
	}
	r := read("", "1", "0", "0", "0", "0", "4")
	wantFigure(t, r, "requests.granted.natural_person", "", Blank)
	wantFigure(t, r, "requests.granted.commercial_enterprise", "1", Printed)
	r = read("", "3", "1", "0", "0", "0", "0") // 3 1 0 0 0 0 and the total 4 lost
	wantFigure(t, r, "requests.granted.commercial_enterprise", "", Unplaced)
	if !slices.Contains(codes(r), "row.unplaced requests.granted") {
		t.Errorf("findings %v", codes(r))
	}
}
