package normalize

import (
	"slices"
	"strings"
	"testing"

	"luzhou/extract"
)

// asDump numbers the cells of a document as the lines of a dump.
func asDump(doc *extract.Document) *extract.Document {
	line := 0
	for i := range doc.Blocks {
		if t := doc.Blocks[i].Table; t != nil {
			for k := range t.Cells {
				line++
				t.Cells[k].Pos.Line = line
			}
		}
	}
	return doc
}

// TestBrokenRows has rows of a dump that an empty paragraph in a cell broke.
func TestBrokenRows(t *testing.T) {
	broken := func(s *sample, label string, at ...int) {
		for i, row := range s.rows {
			if k := slices.Index(row, label); k >= 0 {
				var parts [][]string
				from := 0
				for _, n := range at {
					parts = append(parts, row[from:k+1+n])
					from = k + 1 + n
				}
				s.rows = slices.Replace(s.rows, i, i+1, append(parts, row[from:])...)
				return
			}
		}
		t.Fatal(label)
	}
	s := newSample("gen_2019")
	broken(s, "（一）予以公开", 2, 5)
	broken(s, "四、结转下年度继续办理", 0)
	sameFigures(t, asDump(s.whole()), "row.split requests.granted", "row.split requests.carried_out")

	s = newSample("gen_2019")
	figures := s.review[3]
	s.review = append(s.review[:3], figures[:5], figures[5:11], figures[11:])
	sameFigures(t, asDump(s.whole()), "row.split review_and_litigation")
}

// TestBrokenRowsInDoubt has parts that do not make a row, or not one row only.
func TestBrokenRowsInDoubt(t *testing.T) {
	for _, test := range []struct {
		what string
		bend func(s *sample, at int)
	}{
		{"a cell too many", func(s *sample, at int) {
			s.rows = slices.Insert(s.rows, at+1, strings.Split("7 7 7", " "))
			s.rows[at] = s.rows[at][:len(s.rows[at])-2]
		}},
		{"labels apart from their figures", func(s *sample, at int) {
			a, b := s.rows[at], s.rows[at+1]
			s.rows = slices.Replace(s.rows, at, at+2, a[:len(a)-7], b[:len(b)-7], a[len(a)-7:], b[len(b)-7:])
		}},
	} {
		s := newSample("gen_2019")
		at := slices.IndexFunc(s.rows, func(row []string) bool { return slices.Contains(row, "（一）予以公开") })
		test.bend(s, at)
		r := FromDocument(asDump(s.whole()))
		for _, row := range []string{"granted", "partially_granted"} {
			if v := lookUp(t, r, "requests."+row+".natural_person"); v.HasValue() && v.Value != map[string]Decimal{"granted": Int(3)}[row] {
				t.Errorf("%s: %s = %s", test.what, row, v.Value)
			}
		}
		if slices.ContainsFunc(codes(r), func(c string) bool { return strings.HasPrefix(c, "row.split") }) {
			t.Errorf("%s: findings %v", test.what, codes(r))
		}
	}
}
