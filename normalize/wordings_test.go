package normalize

import (
	"slices"
	"strings"
	"testing"

	"luzhou/extract"
)

// TestWordings prints labels in other words, as a table and one cell a line.
func TestWordings(t *testing.T) {
	three := [][2]string{
		{"四、结转下年度继续办理", "四、结转下年度继续办理数量"},
		{"四、结转下年度继续办理", "四、结转下年度继续办理政府信息公开申请数量"},
		{"四、结转下年度继续办理", "四、结转下年度继续办理的申请数量"},
		{"四、结转下年度继续办理", "四、结转下年度"},
		{"四、结转下年度继续办理", "四、结转至下年度继续办理"},
		{"（一）予以公开", "（一）同意公开"},
		{"（一）予以公开", "（一）予以公开数量"},
		{"（七）总计", "（七）办结总数"},
		{"1.属于国家秘密", "1.国家秘密"},
		{"6.属于四类过程性信息", "6.过程性信息"},
		{"7.属于行政执法案卷", "7.行政执法案卷信息"},
		{"3.要求提供公开出版物", "3.公开出版物"},
		{"1.信访举报投诉类申请", "1.信访类申请"},
		{"一、本年新收政府信息公开申请数量", "一、本年新收申请件数"},
	}
	for _, form := range []string{"gen_2019", "gen_2021"} {
		for _, pair := range three {
			for _, lined := range []bool{false, true} {
				s := newSample(form)
				s.rename(pair[0], pair[1])
				r := s.on(formYear[form], func() {
					s.text("二、主动公开政府信息情况")
					s.table(s.active)
					s.text("三、收到和处理政府信息公开申请情况")
					if lined {
						s.text(strings.FieldsFunc(strings.Join(slices.Concat(s.rows...), "\n"), func(r rune) bool { return r == '\n' })...)
					} else {
						s.table(s.rows)
					}
					s.fromFour()
				})
				allFigures(t, form, r)
				if got := codes(r); len(got) > 1 || len(got) == 1 && !strings.HasPrefix(got[0], "label.") {
					t.Errorf("%s %s, lined %v: findings %v", form, pair[1], lined, got)
				}
			}
		}
		for _, pair := range [][2]string{{"规章", "政府规章"}, {"行政许可", "行政许可事项"}, {"行政处罚", "行政处罚数量"}, {"行政事业性收费", "行政事业收费"},
			{"其他对外管理服务事项", "其他对外管理服务"}, {"政府集中采购", "集中采购"}, {"信息内容", "内容"}} {
			s := newSample(form)
			s.rename(pair[0], pair[1])
			r := s.on(formYear[form], s.rest)
			allFigures(t, form, r)
			if got := codes(r); len(got) > 1 || len(got) == 1 && !strings.HasPrefix(got[0], "label.") {
				t.Errorf("%s %s: findings %v", form, pair[1], got)
			}
		}
	}
}

// TestColumnsThatCount reads heads that say that they count.
func TestColumnsThatCount(t *testing.T) {
	for _, form := range []string{"gen_2019", "gen_2021"} {
		s := newSample(form)
		s.rows[2] = strings.Fields("- - 商业企业数 科研机构数量 社会公益组织数 法律服务机构件数 其他")
		s.rows[2][0], s.rows[2][1] = "", ""
		r := s.on(formYear[form], s.rest)
		allFigures(t, form, r)
		if got := codes(r); len(got) != 4 || len(told(r, LabelNear)) != 4 {
			t.Errorf("findings %v", got)
		}
	}
}

// TestResultsThatCount reads heads of part four that say that they count.
func TestResultsThatCount(t *testing.T) {
	s := newSample("gen_2019")
	s.rename("结果维持", "结果维持数", "尚未审结", "尚未审结件数", "行政复议", "行政复议情况")
	r := s.on("2020", s.rest)
	readAs(t, "gen_2019", r, "label.odd review_and_litigation", "label.odd review_and_litigation")
}

// TestWordingsInDoubt refuses rows whose words mean more or less than the form's.
func TestWordingsInDoubt(t *testing.T) {
	tests := []struct{ from, to, where string }{
		{"（一）予以公开", "（一）公开", "granted"},
		{"1.本机关不掌握相关政府信息", "1.政府信息不存在", "unable.not_held"},
		{"4.保护第三方合法权益", "4.商业秘密", "denied.third_party_rights"},
		{"3.补正后申请内容仍不明确", "3.公开出版物", "unable.still_unclear_after_correction"},
		{"（六）其他处理", "（五）其他情况", "other_handling"},
	}
	for _, test := range tests {
		s := newSample("gen_2019")
		s.rename(test.from, test.to)
		r := s.on("2020", s.rest)
		if v := lookUp(t, r, "requests."+test.where+".total"); v.HasValue() {
			t.Errorf("%s: %s = %s", test.to, test.where, v.Value)
		}
		if got := told(r, RowMissing); !slices.Contains(got, "requests."+test.where) {
			t.Errorf("%s: findings %v", test.to, codes(r))
		}
	}
	s := newSample("gen_2019")
	at := slices.IndexFunc(s.active, func(row []string) bool { return row[0] == "行政处罚" })
	s.active = slices.Insert(s.active, at+1, []string{"行政处罚数量", "7", "8", "9"})
	r := s.on("2020", s.rest)
	wantFigure(t, r, "active_disclosure.art20_6.penalty.decisions", "", Unplaced)
}

// TestPathNearly has a label that holds its whole path end with a word too few.
func TestPathNearly(t *testing.T) {
	s := newSample("gen_2021")
	form := FindTable("gen_2021", "requests").Blocks[0]
	for i, r := range form.Rows {
		row := s.rows[3+i]
		path := strings.Join(r.Parents, "") + strings.ReplaceAll(r.Text, "处理其政府信息公开申请", "处理其信息公开申请")
		s.rows[3+i] = append([]string{path}, row[len(row)-7:]...)
	}
	r := FromDocument(s.whole())
	wantFigure(t, r, "requests.other_handling.no_correction_in_time.total", "0", Printed)
	wantFigure(t, r, "requests.other_handling.fee_not_paid_in_time.total", "0", Printed)
	for _, f := range r.Findings {
		if f.Severity > extract.Info {
			t.Errorf("%s %s: %s", f.Code, f.Where, f.Message)
		}
	}
}
