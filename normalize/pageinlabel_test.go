package normalize

import (
	"slices"
	"strings"
	"testing"
)

// wrapLabel breaks a label into two lines, with another line between them.
func wrapLabel(label, between string) []string {
	r := []rune(label)
	return []string{string(r[:len(r)/2]), between, string(r[len(r)/2:])}
}

// TestPageNumberInLabel has a page end in the middle of a label of a table that
// stands one cell a line, once the row has its figures, once it has some of them
// and once none: the number of the page is no figure of the row.
func TestPageNumberInLabel(t *testing.T) {
	const label = "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"
	read := func(number string, figures ...string) *Report {
		s := newSample("gen_2019")
		s.upToThree()
		for _, row := range s.rows[1:] {
			if i := slices.Index(row, label); i >= 0 {
				s.text(append(wrapLabel(label, number), figures...)...)
				continue
			}
			s.lined([][]string{row})
		}
		s.fromFour()
		return FromDocument(asLines(s.document()))
	}
	for _, number := range []string{"12", "- 12 -", "第12页"} {
		r := read(number, "0", "0", "0", "0", "0", "0", "0")
		wantFigure(t, r, "requests.partially_granted.natural_person", "0", Printed)
		wantFigure(t, r, "requests.partially_granted.total", "0", Printed)
		wantFigure(t, r, "requests.granted.total", "4", Printed)
		if list := codes(r); !slices.Equal(list, []string{"content.outside "}) {
			t.Errorf("%s: findings %v", number, list)
		}
		r = read(number, "0 0 0 0 0 0 0")
		wantFigure(t, r, "requests.partially_granted.total", "0", Printed)
		for _, figures := range [][]string{nil, {"0", "0", "0", "0", "0", "0"}} {
			r = read(number, figures...)
			for _, column := range []string{"natural_person", "other_organization", "total"} {
				if v := lookUp(t, r, "requests.partially_granted."+column); v.HasValue() && v.Value != Int(0) {
					t.Errorf("%s before %q: %s = %s %s", number, figures, column, v.Value, v.State)
				}
			}
			wantFigure(t, r, "requests.granted.total", "4", Printed)
		}
	}
}

// TestPageNumberInWovenLabel has a page end in the middle of a label whose figures
// stand on a line of their own.
func TestPageNumberInWovenLabel(t *testing.T) {
	const old = "         2.其他法律行政法规\n                    0   0    0   0   0     0    0\n         禁止公开\n"
	if !strings.Contains(wovenRows, old) {
		t.Fatal("no such label")
	}
	for _, test := range []struct{ what, lines string }{
		{"figures below it", "         2.其他法律行政法规\n   12\n                    0   0    0   0   0     0    0\n         禁止公开\n"},
		{"figures above it", "         2.其他法律行政法规\n                    0   0    0   0   0     0    0\n   12\n         禁止公开\n"},
		{"no figures", "         2.其他法律行政法规\n   12\n         禁止公开\n"},
	} {
		r := asPage(wovenHeader, strings.Replace(wovenRows, old, test.lines, 1), wovenReview)
		for _, column := range []string{"natural_person", "other_organization", "total"} {
			v := lookUp(t, r, "requests.denied.prohibited_by_other_law."+column)
			if v.HasValue() && v.Value != Int(0) {
				t.Errorf("%s: %s = %s %s", test.what, column, v.Value, v.State)
			}
			if test.what != "no figures" && !v.HasValue() {
				t.Errorf("%s: %s is %s", test.what, column, v.State)
			}
		}
		if v := lookUp(t, r, "requests.granted.total"); v.HasValue() && v.Value != Int(4) {
			t.Errorf("%s: granted %s", test.what, v.Value)
		}
	}
}
