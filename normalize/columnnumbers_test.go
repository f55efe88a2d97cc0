package normalize

import (
	"slices"
	"strconv"
	"testing"

	"luzhou/extract"
)

// TestColumnNumbers has a row that numbers the columns under the header of part four.
func TestColumnNumbers(t *testing.T) {
	var numbers []string
	for i := range 15 {
		numbers = append(numbers, strconv.Itoa(i+1))
	}
	for name, bend := range map[string]func(s *sample) [][]string{
		"a row": func(s *sample) [][]string { return slices.Insert(slices.Clone(s.review), 3, numbers) },
		"in front of the figures": func(s *sample) [][]string {
			return append(slices.Clone(s.review[:3]), append(slices.Clone(numbers), s.review[3]...))
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := newSample("gen_2019")
			s.upToThree()
			s.table(s.rows)
			s.text("四、政府信息公开行政复议、行政诉讼情况")
			s.table(bend(s))
			s.end()
			sameFigures(t, s.document(), "row.unknown review_and_litigation")
		})
	}
}

// TestLineNumbers has a number in front of the figures of each row, in lines of one
// cell that do not tell its column.
func TestLineNumbers(t *testing.T) {
	print := func(number func(i int) string) *Report {
		s := newSample("gen_2019")
		s.upToThree()
		for i, row := range s.rows[3:] {
			n := len(row) - 7
			s.rows[3+i] = slices.Concat(row[:n], []string{number(i)}, row[n:])
		}
		s.lined(s.rows)
		s.fromFour()
		return FromDocument(s.document())
	}
	r := print(func(i int) string { return strconv.Itoa(i + 1) })
	wantFigure(t, r, "requests.new_requests.natural_person", "4", Printed)
	wantFigure(t, r, "requests.granted.total", "4", Printed)
	if list := codes(r); !slices.Contains(list, "column.unknown requests") || r.Worst() > extract.Info {
		t.Errorf("findings %v", list)
	}
	r = print(func(i int) string { return map[bool]string{true: strconv.Itoa(i + 1)}[i != 4] })
	if v := lookUp(t, r, "requests.new_requests.natural_person"); v.State == Printed {
		t.Errorf("natural_person %v", v)
	}
}

// TestLineNumbersAndBlanks has rows with a line number and without a line for a blank,
// so that one of them has as many figures as the form has columns.
func TestLineNumbersAndBlanks(t *testing.T) {
	s := newSample("gen_2019")
	s.upToThree()
	for i, row := range s.rows[3:] {
		n := len(row) - 7
		figures := slices.Clone(row[n:])
		if i == 0 || i == 4 {
			figures = slices.Delete(figures, 2, 3)
		}
		s.rows[3+i] = slices.Concat(row[:n], []string{strconv.Itoa(i + 1)}, figures)
	}
	s.lined(s.rows)
	s.fromFour()
	r := FromDocument(s.document())
	for path, want := range map[string]string{"new_requests.natural_person": "4", "denied.state_secret.natural_person": "0", "granted.natural_person": "3"} {
		if v := lookUp(t, r, "requests."+path); v.HasValue() && v.Value.String() != want {
			t.Errorf("%s %v", path, v)
		}
	}
	wantFigure(t, r, "requests.granted.natural_person", "3", Printed)
}

// TestCrowdedRows has a figure too many in all rows, printed one cell a line, and one row
// that lacks one: it has as many figures as the form has columns.
func TestCrowdedRows(t *testing.T) {
	s := newSample("gen_2019")
	s.upToThree()
	for i, row := range s.rows[3:] {
		s.rows[3+i] = append(slices.Clone(row), "9")
	}
	row := s.row(t, "（一）予以公开")
	*row = slices.Delete(*row, len(*row)-6, len(*row)-5)
	s.lined(s.rows)
	s.fromFour()
	r := FromDocument(s.document())
	r.Table("requests").Each(func(path string, _ Column, v *Value) {
		if v.HasValue() {
			t.Errorf("%s %v", path, v)
		}
	})
	if r.Worst() < extract.Warning {
		t.Errorf("findings %v", codes(r))
	}
}
