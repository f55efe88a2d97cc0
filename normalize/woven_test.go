package normalize

import (
	"strings"
	"testing"

	"luzhou/extract"
)

// wovenHeader is the header of part three as a page has it, every name where its
// column is.
const wovenHeader = `                    申请人情况
（本列数据的勾稽关系为：第一项加第       法人或其他组织
二项之和，等于第三项加第四项之和）   自然人      科研 社会公 法律服务        总计
                        商业企业               其他
                             机构 益组织 机构
`

const wovenRows = `一、本年新收政府信息公开申请数量    4   1    0  0   0      0    5
二、上年结转政府信息公开申请数量    1   0    0  0   0      0    1
三、本年 （一）予以公开        3   1    0  0   0      0    4
度办理结 （二）部分公开（区分处理
果    的，只计这一情形，不计其 0     0    0   0   0     0    0
     他情形）
         1.属于国家秘密   0   0    0   0   0     0    0
         2.其他法律行政法规
                    0   0    0   0   0     0    0
         禁止公开
         3.危及“三安全一稳
                    0   0    0   0   0     0    0
         定”
     （三） 4.保护第三方合法权 0   0    0   0   0     0    0
     不予公 益
     开   5.属于三类内部事务
                    0   0    0   0   0     0    0
         信息
         6.属于四类过程性信
                    0   0    0   0   0     0    0
         息
         7.属于行政执法案卷 0   0    0   0   0     0    0
         8.属于行政查询事项 0   0    0   0   0     0    0
         1.本机关不掌握相关
                    1   0    0   0   0     0    1
         政府信息
     （四）
         2.没有现成信息需要
     无法提            0   0    0   0   0     0    0
         另行制作
     供
         3.补正后申请内容仍
                    0   0    0   0   0     0    0
         不明确
     （五） 1.信访举报投诉类申
                    0   0    0   0   0     0    0
     不予处 请
     理   2.重复申请     0   0    0   0   0     0    0
         3.要求提供公开出版 0   0    0   0   0     0    0
         物

                         - 3 -

         4.无正当理由大量反
                    0   0   0   0   0        0   0
         复申请
         5.要求行政机关确认
         或重新出具已获取信 0    0   0   0   0        0   0
         息
     （六）其他处理        0   0   0   0   0        0   0
     （七）总计          4   1   0   0   0        0   5
四、结转下年度继续办理         1   0   0   0   0        0   1
`

const wovenReview = `四、政府信息公开行政复议、行政诉讼情况
行政复议           行政诉讼
               未经复议直接起诉       复议后起诉
结果 结果 其他 尚未
            总计 结果 结果 其他 尚未    结果 结果 其他 尚未
维持 纠正 结果 审结                总计             总计
               维持 纠正 结果 审结    维持 纠正 结果 审结
1  0  0  1  2  0  0  0  0  0  0  2  0  0  2
`

// asPage is the sample report with parts three and four as lines of a page.
func asPage(header, rows, review string) *Report {
	s := newSample("gen_2019")
	s.upToThree()
	s.text(strings.Split(strings.Trim(header+rows+review, "\n"), "\n")...)
	s.end()
	return FromDocument(s.document())
}

func TestWovenLabels(t *testing.T) {
	s := newSample("gen_2019")
	s.upToThree()
	s.text(strings.Split(wovenHeader+wovenRows+strings.TrimSpace(wovenReview), "\n")...)
	s.end()
	sameFigures(t, s.document(), "content.outside ") // the page numbers
}

// TestWovenDoubt spoils the lines so that a figure could be of two rows, or none.
func TestWovenDoubt(t *testing.T) {
	const zeros = "0   0    0   0   0     0    0\n"
	right := FromDocument(newSample("gen_2019").whole())
	for _, test := range []struct{ what, old, new string }{
		{"a row of figures without its label", "         1.属于国家秘密   0   0    0   0   0     0    0\n", "         1.属于国家秘密   0   0    0   0   0     0    0\n                    9   0    0   0   0     0    9\n"},
		{"a label without its figures before another", "         8.属于行政查询事项 0   0    0   0   0     0    0\n", "         8.属于行政查询事项\n"},
		{"a piece of no label", "         信息\n         6.", "         情报\n         6."},
		{"figures apart from their labels", "         7.属于行政执法案卷 " + zeros + "         8.属于行政查询事项 " + zeros, "         7.属于行政执法案卷\n         8.属于行政查询事项\n                 " + zeros + "                 " + zeros},
	} {
		if !strings.Contains(wovenRows, test.old) {
			t.Fatal(test.what)
		}
		r := asPage(wovenHeader, strings.Replace(wovenRows, test.old, test.new, 1), wovenReview)
		told := false
		r.Requests.Each(func(path string, _ Column, v *Value) {
			want, _ := right.Requests.Figure(path)
			if v.HasValue() && v.Value != want.Value {
				t.Errorf("%s: %s = %s, want %s", test.what, path, v.Value, want.Value)
			}
			told = told || !v.HasValue()
		})
		if !told || r.Worst() < 2 {
			t.Errorf("%s: every figure was read, findings %v", test.what, codes(r))
		}
	}
}

// TestPlacedHeader moves names of the header: they place the figures, or nothing does.
func TestPlacedHeader(t *testing.T) {
	swapped := strings.NewReplacer("自然人 ", "总计  ", " 总计\n", " 自然人\n").Replace(wovenHeader)
	r := asPage(swapped, wovenRows, wovenReview)
	wantFigure(t, r, "requests.granted.total", "", Unplaced) // the sums say otherwise
	wantFigure(t, r, "requests.granted.natural_person", "", Unplaced)

	overlapping := strings.Replace(wovenHeader, "                        商业企业 ", "                      商业企业 ", 1)
	r = asPage(overlapping, wovenRows, wovenReview)
	wantFigure(t, r, "requests.granted.natural_person", "", Unplaced)

	exchanged := strings.Replace(wovenReview, "未经复议直接起诉       复议后起诉", "复议后起诉          未经复议直接起诉", 1)
	r = asPage(wovenHeader, wovenRows, exchanged)
	wantFigure(t, r, "review_and_litigation.litigation_direct.total", "2", Printed)
	wantFigure(t, r, "review_and_litigation.litigation_after_review.total", "0", Printed)

	torn := strings.Replace(wovenReview, "维持 纠正 结果 审结                总计", "维持 纠正 结果 审结 总计", 1)
	r = asPage(wovenHeader, wovenRows, torn)
	wantFigure(t, r, "review_and_litigation.review.total", "", Unplaced)
}

// TestNumberBelowRow has a number alone below a line of figures, as a page number
// stands: it is none of the row, not even of a row that lacks one.
func TestNumberBelowRow(t *testing.T) {
	read := func(row, below string) *Report {
		s := newSample("gen_2019")
		s.text(sampleTitle, samplePreamble, "一、总体情况", "好。", "二、主动公开政府信息情况")
		for _, cells := range s.active {
			if cells[0] == "其他对外管理服务事项" {
				s.text(row)
				s.text(below)
				continue
			}
			s.text(strings.Join(cells, " "))
		}
		s.text("三、收到和处理政府信息公开申请情况")
		s.table(s.rows)
		s.fromFour()
		return FromDocument(asLines(s.document()))
	}
	r := read("其他对外管理服务事项 10 11 12", "4")
	wantFigure(t, r, "active_disclosure.art20_5.other_external_services.decisions", "12", Printed)
	r = read("其他对外管理服务事项 10 11", "4")
	wantFigure(t, r, "active_disclosure.art20_5.other_external_services.decisions", "", Unplaced)
	r = read("其他对外管理服务事项", "10 11 12")
	wantFigure(t, r, "active_disclosure.art20_5.other_external_services.decisions", "12", Printed)
}

// TestFiguresAbove has the figures of each row on the line above its label: they
// are as near to the label of the row before, and none is taken.
func TestFiguresAbove(t *testing.T) {
	s := newSample("gen_2019")
	s.text(sampleTitle, samplePreamble, "一、总体情况", "好。", "二、主动公开政府信息情况")
	lay := func(rows [][]string, figures func(row []string) int) {
		for _, row := range rows {
			if n := figures(row); n > 0 {
				s.text(strings.Join(row[len(row)-n:], "  "))
				row = row[:len(row)-n]
			}
			s.text(strings.TrimSpace(strings.Join(row, " ")))
		}
	}
	lay(s.active, func(row []string) int {
		n := 0
		for n < len(row) && isFigure(row[len(row)-1-n]) {
			n++
		}
		return n
	})
	s.text("三、收到和处理政府信息公开申请情况")
	lay(s.rows[1:3], func([]string) int { return 0 })
	lay(s.rows[3:], func([]string) int { return 7 })
	s.fromFour()
	r := FromDocument(asLines(s.document()))
	for _, table := range r.Tables() {
		table.Each(func(path string, _ Column, v *Value) {
			if table.Form.Section != "review_and_litigation" && v.HasValue() {
				t.Errorf("%s = %s", path, v.Value)
			}
		})
	}
	if r.Worst() != extract.Warning {
		t.Errorf("findings %v", codes(r))
	}
}

// TestWovenOtherForm has a row lose the line of its figures above a row whose label
// stands above rows in another form: the figures of that one are none of its own.
func TestWovenOtherForm(t *testing.T) {
	from, to := strings.Index(wovenRows, "         5.要求行政机关确认"), strings.Index(wovenRows, "     （六）其他处理")
	r := asPage(wovenHeader, wovenRows[:from]+"         5.要求行政机关确认或重新出\n         具已获取信息\n"+wovenRows[to:], wovenReview)
	if v := lookUp(t, r, "requests.not_handled.confirm_or_reissue.natural_person"); v.HasValue() {
		t.Errorf("took %s, findings %v", v.Value, codes(r))
	}
}
