package normalize

import "testing"

// TestWithoutTitle reads texts whose headline was not saved: the sentence that
// announces the report names its body and year.
func TestWithoutTitle(t *testing.T) {
	for _, c := range []struct {
		text, body string
		year       int
	}{
		{"根据规定，现向社会公布东湖县青山镇人民政府2020年政府信息公开工作年度报告。", "东湖县青山镇人民政府", 2020},
		{"按照要求，编制完成《东湖县林业局2020年政府信息公开工作年度报告》。", "东湖县林业局", 2020},
		{"根据条例，现公开青山街道办事处2020年度政府信息公开工作年度报告。", "青山街道办事处", 2020},
		{"根据条例的要求，由青山镇人民政府编制2020年政府信息公开年度报告。", "青山镇人民政府", 2020},
		{"现公布成安县林业局2020年政府信息公开工作年度报告。", "成安县林业局", 2020},
		{"编制完成了《成安县林业局2020年政府信息公开工作年度报告》。", "成安县林业局", 2020},
		{"现公布我镇2020年政府信息公开工作年度报告。", "", 2020},
		{"本报告由办公室编制。", "", 0},
	} {
		s := newSample("gen_2019")
		s.text(c.text, "一、总体情况", "工作顺利。")
		s.text("二、主动公开政府信息情况")
		s.table(s.active)
		s.text("三、收到和处理政府信息公开申请情况")
		s.table(s.rows)
		s.text("四、政府信息公开行政复议、行政诉讼情况")
		s.table(s.review)
		s.text("五、存在的主要问题及改进情况", "问题不少。", "六、其他需要报告的事项", "无")
		r := FromDocument(s.document())
		if r.Title != "" || r.Issuer != c.body || r.Year != c.year {
			t.Errorf("%s: title %q, body %q, year %d", c.text, r.Title, r.Issuer, r.Year)
		}
	}
}

// TestYearWithoutItsWord has a title that says 2020 and not 2020年.
func TestYearWithoutItsWord(t *testing.T) {
	const title = "东湖县林业局2020政府信息公开工作年度报告"
	if titleYear(title) != 2020 || bodyInTitle(title) != "东湖县林业局" {
		t.Errorf("year %d, body %q", titleYear(title), bodyInTitle(title))
	}
}
