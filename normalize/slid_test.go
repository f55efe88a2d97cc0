package normalize

import (
	"slices"
	"strings"
	"testing"
)

// TestSlidFigures has rows whose figures may have moved by one cell: where another
// place of the empty cell, or another cell too many, keeps the sums and the one
// printed does not, none is taken.
func TestSlidFigures(t *testing.T) {
	tests := []struct {
		what, figures string
		total         string // "" when the row is refused
	}{
		{"moved right, the total lost", " |0|0|0|0|0|3", ""},
		{"moved left, the first lost", "1|0|2|0|0|3| ", ""},
		{"a cell too many, an empty one lost", "0|2|2| |1|0|0|3", ""},
		{"a figure twice, the last empty", "0|0|2|1|1|0|3| ", ""},
		{"a number before an empty cell", "7| |3|0|0|0|0|3", ""},
		{"an empty cell for 0", "0| |2|1|0|0|3", "3"},
		{"a wide label left an empty cell", " |0|0|2|1|0|0|3", "3"},
		{"a wrong total, or the total lost", "0| |2|1|0|0|9", ""},
		{"a dash is no empty cell", "0|—|2|1|0|0|9", "9"},
		{"a wrong total", "0|0|2|1|0|0|9", "9"},
	}
	for _, test := range tests {
		t.Run(test.what, func(t *testing.T) {
			s := newSample("gen_2019")
			for _, l := range []string{"一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量", "（七）总计"} { // no column tells
				row := *s.row(t, l)
				copy(row[len(row)-7:], slices.Repeat([]string{""}, 7))
			}
			row := s.row(t, "2.重复申请")
			*row = append(slices.Clone((*row)[:len(*row)-7]), strings.Split(strings.ReplaceAll(test.figures, " ", ""), "|")...)
			r := FromDocument(s.whole())
			const path = "requests.not_handled.repeat_request"
			v := lookUp(t, r, path+".total")
			switch {
			case test.total != "":
				wantFigure(t, r, path+".total", test.total, Printed)
			case v.HasValue() || lookUp(t, r, path+".research_institution").HasValue():
				t.Errorf("total %s, findings %v", v.Value, codes(r))
			case !slices.Contains(codes(r), "row.unplaced "+path):
				t.Errorf("findings %v", codes(r))
			}
		})
	}
}

// TestSlidGroups does so with part four, whose groups are one line.
func TestSlidGroups(t *testing.T) {
	for figures, want := range map[string]State{
		"1 0 0 1 2 0 0 0 0 0 2 0 2 _ _": Unplaced, // 2 0 2 may be a total too far left
		"1 0 0 1 2 0 0 0 0 0 2 0 0 1 _": Printed,
		"1 0 0 1 2 0 0 0 0 0 2 1 3 0 _": Printed, // nothing keeps the sums but an empty total
		"1 0 0 1 2 0 0 0 0 0 0 2 1 3 _": Unplaced,
	} {
		s := newSample("gen_2019")
		s.review[3] = strings.Split(strings.ReplaceAll(figures, "_", ""), " ")
		r := FromDocument(s.whole())
		if v := lookUp(t, r, "review_and_litigation.litigation_after_review.other_result"); v.State != want {
			t.Errorf("%s: %s %s, findings %v", figures, v.Value, v.State, codes(r))
		}
	}
}

// TestShortRowEndsEmpty has a short row with an empty cell at its end: it may be the
// total, or stand behind it.
func TestShortRowEndsEmpty(t *testing.T) {
	s := newSample("gen_2019")
	for _, l := range []string{"一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量", "（七）总计"} {
		s.figuresOf(t, l, "", "", "", "", "", "", "")
	}
	s.figuresOf(t, "2.重复申请", "4", "1", "1", "0", "6", "")
	r := FromDocument(s.whole())
	for _, c := range []string{"public_welfare_organization", "other_organization", "total"} {
		if v := lookUp(t, r, "requests.not_handled.repeat_request."+c); v.HasValue() && c != "total" || v.HasValue() && v.Value != Int(6) {
			t.Errorf("%s = %s %s", c, v.Value, v.State)
		}
	}
}

// TestSlidColumn has a row that keeps its sum in two places, and a column that tells.
func TestSlidColumn(t *testing.T) {
	s := newSample("gen_2019")
	s.figuresOf(t, "（一）予以公开", "", "3", "", "", "", "", "3") // 3 _ _ _ _ 3 and the total lost, moved right
	s.figuresOf(t, "2.重复申请", "0", "1", "0", "0", "0", "0", "1")
	s.figuresOf(t, "（七）总计", "4", "1", "0", "0", "0", "3", "8")
	s.figuresOf(t, "一、本年新收政府信息公开申请数量", "4", "1", "0", "0", "0", "3", "8")
	r := FromDocument(s.whole())
	wantFigure(t, r, "requests.granted.commercial_enterprise", "", Unplaced)
	wantFigure(t, r, "requests.granted.total", "", Unplaced)
}

// TestRowsInOneCell has two rows written as one, a figure of each in every cell: where
// one of them was empty, nothing tells of which row the other is.
func TestRowsInOneCell(t *testing.T) {
	s := newSample("gen_2019")
	s.figuresOf(t, "（一）予以公开", "3\n0", "1", "\n2", "0\n0", "0\n0", "0\n0", "4\n2")
	r := FromDocument(s.whole())
	for _, c := range []string{"natural_person", "commercial_enterprise", "research_institution", "total"} {
		wantFigure(t, r, "requests.granted."+c, "", Unplaced)
	}
}

// TestNumberOverTwoLines has a number torn apart in its cell: the sum tells that it is
// one, and that the others stand in their places.
func TestNumberOverTwoLines(t *testing.T) {
	s := newSample("gen_2019")
	s.figuresOf(t, "2.重复申请", "3", "1\n2", "0", "0", "0", "0", "15")
	r := FromDocument(s.whole())
	wantFigure(t, r, "requests.not_handled.repeat_request.natural_person", "3", Printed)
	wantFigure(t, r, "requests.not_handled.repeat_request.commercial_enterprise", "", Illegible)
	wantFigure(t, r, "requests.not_handled.repeat_request.total", "15", Printed)
}

// TestStrokesThroughout has a row of strokes and words that ends with an empty cell.
func TestStrokesThroughout(t *testing.T) {
	s := newSample("gen_2019")
	s.review[3] = strings.Split("-,无,-,,-,/,/,/,-,-,-,-,无,-,", ",")
	r := FromDocument(s.whole())
	wantFigure(t, r, "review_and_litigation.review.corrected", "", Dash)
	wantFigure(t, r, "review_and_litigation.litigation_after_review.total", "", Blank)
}

// TestCellsTooManyAndSums has a row with a figure twice, and an empty cell: without
// either the sums are kept.
func TestCellsTooManyAndSums(t *testing.T) {
	s := newSample("gen_2019")
	for _, l := range []string{"一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量", "（七）总计"} {
		s.figuresOf(t, l, "", "", "", "", "", "", "")
	}
	s.figuresOf(t, "2.重复申请", "0", "0", "0", "4", "", "0", "6", "10")
	wantFigure(t, FromDocument(s.whole()), "requests.not_handled.repeat_request.public_welfare_organization", "", Unplaced)
}

// TestOddRowAmongPadded has rows that a writer filled up with two empty cells, and one
// with a figure twice: it does not prove that the empty cells are figures.
func TestOddRowAmongPadded(t *testing.T) {
	s := newSample("gen_2019")
	for _, row := range s.rows[3:] {
		f := row[len(row)-7:]
		f[1], f[4], f[5], f[6] = "0", f[0], "", ""
	}
	row := *s.row(t, "（一）予以公开")
	copy(row[len(row)-7:], []string{"3", "0", "0", "0", "3", "3", ""})
	r := FromDocument(s.whole())
	for _, p := range []string{"requests.unable.not_held.legal_service_organization", "requests.carried_in.legal_service_organization"} {
		if v := lookUp(t, r, p); v.HasValue() && v.Value != Int(0) {
			t.Errorf("%s = %s %s", p, v.Value, v.State)
		}
	}
}

// TestTwoFiguresInOne has two cells of part four written as one: no total is right, and
// what the row holds cannot be told.
func TestTwoFiguresInOne(t *testing.T) {
	s := newSample("gen_2019")
	s.review[3] = strings.Split("7 70 8 22 0 4 0 4 8 2 4 6 0 12", " ") // 7 7 0 8 22
	r := FromDocument(s.whole())
	wantFigure(t, r, "review_and_litigation.review.corrected", "", Unplaced)
}

// TestStrayInShortRows has a number too many in a row of a table whose rows lack cells.
func TestStrayInShortRows(t *testing.T) {
	s := newSample("gen_2019")
	s.figuresOf(t, "2.重复申请", "0", "0", "0", "0", "0")
	s.figuresOf(t, "（一）予以公开", "3", "12", "1", "0", "0", "0", "4")
	wantFigure(t, FromDocument(s.whole()), "requests.granted.natural_person", "", Unplaced)
}

// TestRowsSideBySide has the row below written behind a row.
func TestRowsSideBySide(t *testing.T) {
	s := newSample("gen_2019")
	s.figuresOf(t, "2.重复申请", "", "2", "", "", "", "", "2", "3.要求提供公开出版物", "", "", "", "", "", "", "")
	wantFigure(t, FromDocument(s.whole()), "requests.not_handled.repeat_request.natural_person", "", Unplaced)
}

// TestSlidTwoEmpty has two empty cells at the front of a row and its total lost: no
// order of its figures that begins with both keeps the sums of columns.
func TestSlidTwoEmpty(t *testing.T) {
	s := newSample("gen_2019")
	s.figuresOf(t, "（一）予以公开", "", "", "1", "0", "0", "0", "")
	r := FromDocument(s.whole())
	wantFigure(t, r, "requests.granted.research_institution", "", Unplaced)
	wantFigure(t, r, "requests.unable.not_held.total", "1", Printed)
}

// TestOddRowWithFirstEmpty has a row with an empty first cell and a figure twice: that
// its cells are one more than the columns does not make the empty cell one of labels, in
// it or in other rows.
func TestOddRowWithFirstEmpty(t *testing.T) {
	s := newSample("gen_2019")
	s.figuresOf(t, "（一）予以公开", "", "1", "0", "0", "0", "0", "4")
	s.figuresOf(t, "2.重复申请", "", "0", "0", "0", "0", "0", "0", "0")
	r := FromDocument(s.whole())
	wantFigure(t, r, "requests.granted.commercial_enterprise", "1", Printed)
}
