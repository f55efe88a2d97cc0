package render

import (
	"strings"
	"testing"

	"luzhou/normalize"
)

// The distances of body and date from the right edge, in characters (GB/T
// 9704-2012 section 7.3.5.2).
func TestSignature(t *testing.T) {
	for _, c := range []struct {
		name, body, date string
		want             [2]float64
	}{
		{"the date two characters right of the body", "某某市某某区人民政府", "2021-01-28", [2]float64{2, 3.5}},
		{"a date longer than the body", "某局", "2021-12-28", [2]float64{9, 2}},
		{"a body that fills the line", strings.Repeat("局", 26), "2021-01-28", [2]float64{2, 19.5}},
		{"a body of several lines", strings.Repeat("局", 27), "2021-01-28", [2]float64{2, 4}},
		{"no date", "某局", "", [2]float64{2, -1}},
		{"no body", "", "2021-01-28", [2]float64{-1, 2}},
	} {
		got := [2]float64{-1, -1}
		for _, b := range FromReport(&normalize.Report{Signatory: c.body, Issued: c.date}).Blocks {
			switch b.Paragraph.Style {
			case Signature:
				got[0] = b.Paragraph.Right
			case Date:
				got[1] = b.Paragraph.Right
			}
		}
		if got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}
