package normalize

import (
	"slices"
	"strings"
	"testing"
)

// asCells is the sample with part three one cell a line, empty cells leaving none.
func asCells(t *testing.T, change func(s *sample)) *Report {
	s := newSample("gen_2019")
	change(s)
	s.text(sampleTitle, samplePreamble, "一、总体情况", "好。", "二、主动公开政府信息情况")
	s.lined(s.active)
	s.text("三、收到和处理政府信息公开申请情况")
	s.lined(s.rows[1:])
	s.fromFour()
	return FromDocument(asLines(s.document()))
}

// figuresOf sets the figures of a row of part three.
func (s *sample) figuresOf(t *testing.T, label string, figures ...string) {
	t.Helper()
	row := s.row(t, label)
	*row = append(slices.Clone((*row)[:len(*row)-7]), figures...)
}

// withoutLabel empties the cell of a label.
func withoutLabel(rows [][]string, label string) {
	for _, row := range rows {
		if i := slices.Index(row, label); i >= 0 {
			row[i] = ""
		}
	}
}

// TestLabelLostInLines loses the label of a row of lines: its figures may be taken for
// those of the row above, when that has none of its own.
func TestLabelLostInLines(t *testing.T) {
	for _, test := range []struct{ above, lost, path string }{
		{"2.重复申请", "3.要求提供公开出版物", "requests.not_handled.repeat_request"},
		{"（一）予以公开", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "requests.granted"},
	} {
		r := asCells(t, func(s *sample) {
			s.figuresOf(t, test.lost, (*s.row(t, test.above))[len(*s.row(t, test.above))-7:]...)
			s.figuresOf(t, test.above)
			s.figuresOf(t, "5.要求行政机关确认或重新出具已获取信息") // other rows are empty too
			withoutLabel(s.rows, test.lost)
		})
		for _, c := range []string{".natural_person", ".total"} {
			wantFigure(t, r, test.path+c, "", Unplaced)
		}
	}
	r := asCells(t, func(s *sample) {
		for _, row := range s.active {
			if row[0] == "行政处罚" || row[0] == "规章" {
				copy(row[1:], []string{"", "", ""})
			}
		}
		withoutLabel(s.active, "行政强制")
	})
	wantFigure(t, r, "active_disclosure.art20_6.penalty.decisions", "", Unplaced)
	r = asCells(t, func(s *sample) { // no other cell is empty: the row is not there
		s.figuresOf(t, "3.要求提供公开出版物")
		withoutLabel(s.rows, "3.要求提供公开出版物")
	})
	wantFigure(t, r, "requests.not_handled.repeat_request.total", "0", Printed)
	r = asCells(t, func(s *sample) { // the label stands there, and has no figures
		s.figuresOf(t, "3.要求提供公开出版物")
	})
	wantFigure(t, r, "requests.not_handled.repeat_request.total", "0", Printed)
	r = asCells(t, func(s *sample) { // 一 plus 二 cannot be 四
		s.figuresOf(t, "四、结转下年度继续办理")
		withoutLabel(s.rows, "四、结转下年度继续办理")
	})
	wantFigure(t, r, "requests.result_total.total", "5", Printed)
}

// TestStrayInLines has a number too many in a row of lines that lost an empty cell:
// the row has a figure for each column and breaks its sum.
func TestStrayInLines(t *testing.T) {
	empty := func(s *sample) { s.figuresOf(t, "2.重复申请", "0", "0", "0", "0", "", "0", "0") }
	for _, test := range []struct {
		what    string
		figures []string
		refused bool
	}{
		{"a number of a page", []string{"3", "12", "1", "0", "0", "", "0", "4"}, true},
		{"a figure twice", []string{"3", "1", "1", "0", "0", "", "0", "4"}, true},
		{"a figure in two parts", []string{"3", "1", "", "0", "0", "0", "1", "3"}, false},
		{"a total in two parts", []string{"12", "1", "", "0", "0", "0", "1", "3"}, true},
		{"a wrong total", []string{"3", "1", "0", "0", "0", "0", "7"}, false},
	} {
		r := asCells(t, func(s *sample) {
			empty(s)
			s.figuresOf(t, "（一）予以公开", test.figures...)
		})
		v := lookUp(t, r, "requests.granted.natural_person")
		if v.HasValue() == test.refused {
			t.Errorf("%s: natural person %s %s, findings %v", test.what, v.Value, v.State, codes(r))
		}
	}
	r := asCells(t, func(s *sample) { // no cell is empty anywhere: a wrong sum is one that is printed
		s.figuresOf(t, "（一）予以公开", "3", "1", "1", "0", "0", "0", "4")
	})
	wantFigure(t, r, "requests.granted.natural_person", "3", Printed)
}

// TestPartlyPlacedInLines has a row of lines that is short, and a figure of it certain
// if every number is one of the row.
func TestPartlyPlacedInLines(t *testing.T) {
	r := asCells(t, func(s *sample) {
		for _, l := range []string{"一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量", "（七）总计", "四、结转下年度继续办理"} {
			s.figuresOf(t, l)
		}
		s.figuresOf(t, "（一）予以公开", "", "", "3", "", "4", "", "7")
	})
	for _, c := range []string{"natural_person", "research_institution", "total"} {
		wantFigure(t, r, "requests.granted."+c, "", Unplaced)
	}
}

// TestNumberBeforeLabel has a number in front of a label, on its line: it is none of the
// row above, even if that lacks one.
func TestNumberBeforeLabel(t *testing.T) {
	s := newSample("gen_2019")
	s.text(sampleTitle, samplePreamble, "一、总体情况", "好。", "二、主动公开政府信息情况")
	for _, row := range s.active {
		switch row[0] {
		case "行政许可":
			s.text("行政许可", "6", "8")
		case "其他对外管理服务事项":
			s.text("11 其他对外管理服务事项", "7", "5", "1")
		default:
			s.text(row...)
		}
	}
	s.text("三、收到和处理政府信息公开申请情况")
	s.table(s.rows)
	s.fromFour()
	r := FromDocument(asLines(s.document()))
	wantFigure(t, r, "active_disclosure.art20_5.licensing.decisions", "", Unplaced)
	wantFigure(t, r, "active_disclosure.art20_5.other_external_services.decisions", "1", Printed)
}

// TestLabelLostBesideFigures has the figures of a row without its label stand below a
// row that lacks some: together they are as many as the columns, and break its sum.
func TestLabelLostBesideFigures(t *testing.T) {
	s := newSample("gen_2019")
	s.text(sampleTitle, samplePreamble, "一、总体情况", "好。", "二、主动公开政府信息情况")
	s.lined(s.active)
	s.text("三、收到和处理政府信息公开申请情况")
	for _, row := range s.rows[1:] {
		switch {
		case slices.Contains(row, "（一）予以公开"):
			row = append(slices.Clone(row[:len(row)-7]), "3", "1", "4")
		case slices.Contains(row, "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"):
			row = []string{"0", "0", "0", "0"}
		}
		s.text(strings.TrimSpace(strings.Join(row, " ")))
	}
	s.fromFour()
	r := FromDocument(asLines(s.document()))
	for _, c := range []string{"natural_person", "research_institution", "total"} {
		wantFigure(t, r, "requests.granted."+c, "", Unplaced)
	}
}

// TestStrayInLinesAcross has part four one cell a line, an empty cell left out and a
// figure in two parts. Where no row of the report lacks a cell, a wrong sum is one that
// is printed.
func TestStrayInLinesAcross(t *testing.T) {
	for _, empties := range []bool{true, false} {
		s := newSample("gen_2019")
		if empties {
			s.figuresOf(t, "2.重复申请", "0", "0", "0", "0", "", "0", "0")
		}
		s.upToThree()
		s.lined(s.rows[1:])
		s.text("四、政府信息公开行政复议、行政诉讼情况", "行政复议", "行政诉讼", "未经复议直接起诉", "复议后起诉")
		s.lined([][]string{fiveResults, fiveResults, fiveResults})
		s.text(strings.Split("0 1 5 7 2 24 0 0 0 0 0 2 0 0 2", " ")...) // 0 15 7 2 24
		s.end()
		r := FromDocument(asLines(s.document()))
		if v := lookUp(t, r, "review_and_litigation.review.corrected"); v.HasValue() == empties {
			t.Errorf("empty cells left out %v: %+v", empties, v)
		}
	}
}
