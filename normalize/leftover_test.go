package normalize

import (
	"slices"
	"strings"
	"testing"

	"luzhou/extract"
)

// TestHeadTooMany has the header of part four name a result more often than there
// are groups to take it: the columns behind it are those of no certain group.
func TestHeadTooMany(t *testing.T) {
	const path = "review_and_litigation.litigation_after_review.total"
	t.Run("a head twice", func(t *testing.T) {
		s := newSample("gen_2019")
		s.review[2] = slices.Insert(slices.Clone(s.review[2]), 8, "尚未审结")
		r := FromDocument(s.whole())
		wantFigure(t, r, path, "", Unplaced)
		if !slices.Contains(codes(r), "header.unclear review_and_litigation") {
			t.Errorf("findings %v", codes(r))
		}
	})
	t.Run("a group without its name and figures left out", func(t *testing.T) {
		s := newSample("gen_2019")
		s.upToThree()
		s.table(s.rows)
		s.text("四、政府信息公开行政复议、行政诉讼情况", "行政复议", "行政诉讼", "复议后起诉")
		s.lined([][]string{fiveResults, fiveResults, fiveResults})
		s.text(strings.Split("1 0 0 1 2 0 0 2 0 2", " ")...)
		s.end()
		r := FromDocument(asLines(s.document()))
		for _, p := range []string{path, "review_and_litigation.review.total"} {
			if v := lookUp(t, r, p); v.HasValue() {
				t.Errorf("%s = %s", p, v.Value)
			}
		}
	})
}

// TestEmptyRowAbove has a row without figures above one of the same label: two
// tables are an empty form and the filled one, two rows of one table are not.
func TestEmptyRowAbove(t *testing.T) {
	s := newSample("gen_2019")
	row := *s.row(t, "（一）予以公开")
	figures := slices.Clone(row[len(row)-7:])
	copy(row[len(row)-7:], slices.Repeat([]string{""}, 7))
	at := slices.IndexFunc(s.rows, func(r []string) bool { return slices.Contains(r, "（一）予以公开") })
	s.rows = slices.Insert(s.rows, at+1, append([]string{"", "（一）予以公开"}, figures...))
	r := FromDocument(s.whole())
	wantFigure(t, r, "requests.granted.total", "", Unplaced)
	if !slices.Contains(codes(r), "row.repeated requests.granted") {
		t.Errorf("findings %v", codes(r))
	}
}

// TestNumberInBrokenRow has the number of a page as a row of a dump in the middle of
// a row: it stands beside the parts of the row, and is none of them.
func TestNumberInBrokenRow(t *testing.T) {
	dump := func(parts ...[]string) *Report {
		s := newSample("gen_2019")
		at := slices.IndexFunc(s.active, func(row []string) bool { return row[0] == "行政处罚" })
		s.active = slices.Replace(s.active, at, at+1, parts...)
		return FromDocument(asDump(s.whole()))
	}
	const path = "active_disclosure.art20_6.penalty."
	wantFigure(t, dump([]string{"行政处罚", "4", "0"}, []string{"5"}), path+"decisions", "5", Printed)
	r := dump([]string{"行政处罚", "4", "0"}, []string{"2"}, []string{"5"})
	for _, c := range []string{"items_last_year", "items_change", "decisions"} {
		wantFigure(t, r, path+c, "", Unplaced)
	}
}

// TestZeroBelowRow has a 0 alone below a line of figures: it numbers no page, so the
// row has a figure too many.
func TestZeroBelowRow(t *testing.T) {
	s := newSample("gen_2019")
	s.text(sampleTitle, samplePreamble, "一、总体情况", "好。", "二、主动公开政府信息情况")
	for _, cells := range s.active {
		if cells[0] == "其他对外管理服务事项" {
			s.text("其他对外管理服务事项", "10", "11 12", "0")
			continue
		}
		s.text(cells...)
	}
	s.text("三、收到和处理政府信息公开申请情况")
	s.table(s.rows)
	s.fromFour()
	wantFigure(t, FromDocument(asLines(s.document())), "active_disclosure.art20_5.other_external_services.decisions", "", Unplaced)
}

// TestHeadTooManyTurned has a result twice in part four, with no figure for one of them
// when the table is turned.
func TestHeadTooManyTurned(t *testing.T) {
	s := newSample("gen_2019")
	none := slices.Repeat([]string{""}, 4)
	s.review[0] = slices.Concat([]string{"行政复议"}, none, []string{"行政诉讼"})
	s.review[1] = slices.Concat(fiveResults, []string{"未经复议直接起诉"}, none, []string{"复议后起诉"})
	s.review[2] = slices.Insert(slices.Clone(s.review[2]), 10, "总计")
	r := FromDocument(s.whole())
	wantFigure(t, r, "review_and_litigation.litigation_after_review.upheld", "", Unplaced)
}

// TestStrangeHeadAndEmptyEnd has a head that is of no form, and rows that end with an
// empty cell: one cell of each row is too many, the strange one or the last.
func TestStrangeHeadAndEmptyEnd(t *testing.T) {
	s := newSample("gen_2019")
	s.rows = slices.Insert(s.rows, 3, []string{"科研机构", "社会公益组织", "法律服务机构", "其他", ""})
	s.rows[2] = []string{"", "", "商业企业", "农户"}
	for i, row := range s.rows[4:] {
		s.rows[4+i] = append(slices.Clone(row), "")
	}
	r := FromDocument(s.whole())
	for _, c := range sevenKeys() {
		wantFigure(t, r, "requests.granted."+c, "", Unplaced)
		wantFigure(t, r, "requests.denied.state_secret."+c, "", Unplaced) // all of them 0
	}
}

// sevenKeys are the columns of part three.
func sevenKeys() (keys []string) {
	for _, c := range FindTable("gen_2019", "requests").Blocks[0].Columns {
		keys = append(keys, c.Key)
	}
	return keys
}

// TestRowTwiceOnceEmpty has the label of one row on another, and the row itself empty.
func TestRowTwiceOnceEmpty(t *testing.T) {
	s := newSample("gen_2019")
	row := *s.row(t, "（一）予以公开")
	row[1] = "（六）其他处理"
	s.figuresOf(t, "（七）总计", "4", "1", "0", "0", "0", "0", "5")
	for _, row := range s.rows[10:] {
		if slices.Contains(row, "（六）其他处理") {
			copy(row[len(row)-7:], slices.Repeat([]string{""}, 7))
		}
	}
	r := FromDocument(s.whole())
	wantFigure(t, r, "requests.other_handling.total", "", Unplaced)
}

// TestWordsAreNoFigures has rows without figures: a label of another form behind the
// label of the row is none, nor are words that stand for all figures.
func TestWordsAreNoFigures(t *testing.T) {
	for _, words := range []string{"1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "暂无数据", "——"} {
		s := newSample("gen_2019")
		s.figuresOf(t, "（六）其他处理", words)
		r := FromDocument(s.whole())
		r.Requests.Each(func(path string, _ Column, v *Value) {
			if strings.Contains(path, "other_handling") && v.HasValue() {
				t.Errorf("%s: %s = %s %s", words, path, v.Value, v.State)
			}
		})
		if r.Worst() < extract.Warning {
			t.Errorf("%s: findings %v", words, codes(r))
		}
	}
}
