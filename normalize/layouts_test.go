package normalize

import (
	"slices"
	"strings"
	"testing"

	"luzhou/extract"
)

// sameFigures expects the figures of the sample, and these findings.
func sameFigures(t *testing.T, doc *extract.Document, findings ...string) {
	t.Helper()
	got, want := FromDocument(doc), FromDocument(newSample("gen_2019").whole())
	if list := codes(got); !slices.Equal(list, findings) {
		t.Errorf("findings %v, want %v", list, findings)
	}
	for _, table := range want.Tables() {
		table.Each(func(path string, _ Column, v *Value) {
			if g := lookUp(t, got, path); g.Value != v.Value || !g.HasValue() {
				t.Errorf("%s = %s %s, want %s", path, g.Value, g.State, v.Value)
			}
		})
	}
}

// TestTableThree prints part three in other ways.
func TestTableThree(t *testing.T) {
	t.Run("labels filled up with empty cells", func(t *testing.T) {
		s := newSample("gen_2019")
		s.upToThree()
		for i, row := range s.rows[3:] {
			labels := len(row) - 7
			fill := slices.Repeat([]string{""}, 3-labels)
			s.rows[3+i] = slices.Concat(row[:labels], fill, row[labels:])
		}
		s.table(s.rows)
		s.fromFour()
		sameFigures(t, s.document())
	})
	t.Run("filled up, and two figures short", func(t *testing.T) {
		s := newSample("gen_2019")
		s.upToThree()
		for i, row := range s.rows[3:] {
			labels := len(row) - 7
			fill, figures := slices.Repeat([]string{""}, 3-labels), row[labels:]
			if label := row[labels-1]; label == "四、结转下年度继续办理" {
				figures = []string{"1", "0", "0", "0", "1"}
			}
			s.rows[3+i] = slices.Concat(row[:labels], fill, figures)
		}
		s.table(s.rows)
		s.fromFour()
		sameFigures(t, s.document(), "row.short requests.carried_out")
	})
	t.Run("turned", func(t *testing.T) {
		s := newSample("gen_2019")
		s.upToThree()
		s.grid(s.rows, true)
		s.fromFour()
		sameFigures(t, s.document(), "table.transposed requests")
	})
	t.Run("whole path in one cell", func(t *testing.T) {
		s := newSample("gen_2019")
		s.upToThree()
		block := &FindTable("gen_2019", "requests").Blocks[0]
		for i, row := range s.rows[3:] {
			r := block.Rows[i]
			s.rows[3+i] = append([]string{strings.Join(append(slices.Clone(r.Parents), r.Text), "")}, row[len(row)-7:]...)
		}
		s.table(s.rows)
		s.fromFour()
		sameFigures(t, s.document())
	})
	t.Run("end of the path, one cell a line", func(t *testing.T) {
		s := newSample("gen_2019")
		s.upToThree()
		block := &FindTable("gen_2019", "requests").Blocks[0]
		for i, row := range s.rows[3:] {
			r := block.Rows[i]
			s.rows[3+i] = append([]string{strings.Join(append(slices.Clone(r.Parents[min(1, len(r.Parents)):]), r.Text), "")}, row[len(row)-7:]...)
		}
		s.lined(append([][]string{slices.Concat([]string{"项目"}, sevenApplicants)}, s.rows[3:]...))
		s.fromFour()
		sameFigures(t, s.document())
	})
	t.Run("totals first, one cell a line", func(t *testing.T) {
		s := newSample("gen_2019")
		s.upToThree()
		for i, row := range s.rows[3:] {
			n := len(row) - 7
			s.rows[3+i] = slices.Concat(row[:n], row[len(row)-1:], row[n:len(row)-1])
		}
		s.lined([][]string{{"申请人情况", "总计", "自然人", "法人或其他组织"}, sevenApplicants[1:6]})
		s.lined(s.rows[3:])
		s.fromFour()
		sameFigures(t, s.document(), "columns.reordered requests")
	})
	t.Run("totals named first and printed last", func(t *testing.T) {
		s := newSample("gen_2019")
		s.upToThree()
		for i, row := range s.rows[3:] { // organisations, then 自然人 and 总计
			n := len(row) - 7
			s.rows[3+i] = slices.Concat(row[:n], row[n+1:n+6], row[n:n+1], row[n+6:])
		}
		s.lined([][]string{{"申请人情况", "总计", "自然人", "法人或其他组织"}, sevenApplicants[1:6]})
		s.lined(s.rows[3:])
		s.fromFour()
		r := FromDocument(s.document())
		if v := lookUp(t, r, "requests.new_requests.natural_person"); v.HasValue() && v.Value.String() != "4" {
			t.Errorf("natural_person %v", v)
		}
	})
	t.Run("an empty form above it", func(t *testing.T) {
		s := newSample("gen_2019")
		s.upToThree()
		var empty [][]string
		for i, row := range s.rows {
			if i > 2 {
				row = slices.Concat(row[:len(row)-7], slices.Repeat([]string{""}, 7))
			}
			empty = append(empty, row)
		}
		s.table(empty)
		s.table(s.rows)
		s.fromFour()
		r := FromDocument(s.document())
		wantFigure(t, r, "requests.granted.total", "4", Printed)
		wantFigure(t, r, "requests.carried_out.natural_person", "1", Printed)
		if r.Worst() != extract.Info {
			t.Errorf("findings %v", codes(r))
		}
	})
	t.Run("behind the signature", func(t *testing.T) {
		s := newSample("gen_2019")
		s.upToThree()
		s.text("四、政府信息公开行政复议、行政诉讼情况")
		s.end()
		s.text("附表")
		s.table(s.rows)
		s.table(s.review)
		sameFigures(t, s.document(), "content.outside ") // the line 附表
	})
}

// TestTableFour prints part four in other ways.
func TestTableFour(t *testing.T) {
	five := []string{"结果维持", "结果纠正", "其他结果", "尚未审结", "总计"}
	figures := strings.Split("1 0 0 1 2 0 0 0 0 0 0 2 0 0 2", " ")
	tests := []struct {
		name     string
		tables   [][][]string
		findings []string
	}{
		{"a table a group", [][][]string{
			{{"行政复议"}, five, figures[:5]},
			{{"未经复议直接起诉"}, five, figures[5:10]},
			{{"行政诉讼（复议后起诉）"}, five, figures[10:]},
		}, []string{"table.joined review_and_litigation"}},
		{"lawsuits first", [][][]string{{
			{"行政诉讼", "行政复议"},
			slices.Concat([]string{"未经复议直接起诉", "复议后起诉"}, five),
			slices.Concat(five, five, []string{"", "", "", "", ""}),
			slices.Concat(figures[5:], figures[:5]),
		}}, []string{"columns.reordered review_and_litigation"}},
		{"a row a group", [][][]string{{
			append([]string{"类别"}, five...),
			append([]string{"行政复议"}, figures[:5]...),
			append([]string{"行政诉讼", "未经复议直接起诉"}, figures[5:10]...),
			append([]string{"复议后起诉"}, figures[10:]...),
		}}, []string{"table.transposed review_and_litigation"}},
		{"results as rows", [][][]string{{
			{"结果", "行政复议", "未经复议直接起诉", "复议后起诉"},
			{"结果维持", "1", "0", "0"}, {"结果纠正", "0", "0", "2"}, {"其他结果", "0", "0", "0"},
			{"尚未审结", "1", "0", "0"}, {"总计", "2", "0", "2"},
		}}, []string{"table.transposed review_and_litigation"}},
		{"an empty row below", [][][]string{{
			{"行政复议", "行政诉讼"},
			slices.Concat(five, []string{"未经复议直接起诉", "复议后起诉"}),
			slices.Concat([]string{"", "", "", "", ""}, five, five),
			figures, slices.Repeat([]string{""}, 15),
		}}, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := newSample("gen_2019")
			s.upToThree()
			s.table(s.rows)
			s.text("四、政府信息公开行政复议、行政诉讼情况")
			for _, table := range test.tables {
				s.table(table)
			}
			s.end()
			sameFigures(t, s.document(), test.findings...)
		})
	}
}

// TestTableFourLined prints part four with a row a group, one cell a line.
func TestTableFourLined(t *testing.T) {
	figures := strings.Split("1 0 0 1 2 0 0 0 0 0 0 2 0 0 2", " ")
	s := newSample("gen_2019")
	s.upToThree()
	s.table(s.rows)
	s.text("四、政府信息公开行政复议、行政诉讼情况")
	s.lined([][]string{append([]string{"类别"}, fiveResults...), append([]string{"行政复议"}, figures[:5]...),
		append([]string{"行政诉讼", "未经复议直接起诉"}, figures[5:10]...), append([]string{"复议后起诉"}, figures[10:]...)})
	s.end()
	sameFigures(t, s.document(), "table.transposed review_and_litigation")
}

// TestNothingMissingUntold drops a block, a row, and a whole table.
func TestNothingMissingUntold(t *testing.T) {
	s := newSample("gen_2019")
	s.active = slices.Delete(s.active, 8, 12) // （六）
	s.rows = slices.Delete(s.rows, 5, 6)      // （一）予以公开
	s.review = nil
	s.text(sampleTitle, samplePreamble, "一、总体情况", "好。")
	s.text("二、主动公开政府信息情况")
	s.table(s.active)
	s.text("三、收到和处理政府信息公开申请情况")
	s.table(s.rows)
	s.text("四、政府信息公开行政复议、行政诉讼情况")
	s.end()
	want := []string{"table.missing review_and_litigation", "block.missing active_disclosure.art20_6", "row.missing requests.granted"}
	got := codes(FromDocument(s.document()))
	for _, w := range want {
		if !slices.Contains(got, w) {
			t.Errorf("no %s in %v", w, got)
		}
	}
}

func TestHeadings(t *testing.T) {
	official := []string{"总体情况", "主动公开政府信息情况", "收到和处理政府信息公开申请情况", "政府信息公开行政复议、行政诉讼情况",
		"存在的主要问题及改进情况", "其他需要报告的事项"}
	tests := []struct {
		name  string
		lines [6]string
	}{
		{"blank behind the number", [6]string{"一 " + official[0], "二 " + official[1], "三 " + official[2], "四 " + official[3], "五 " + official[4], "六 " + official[5]}},
		{"Roman", [6]string{"Ⅰ、" + official[0], "Ⅱ、" + official[1], "Ⅲ、" + official[2], "Ⅳ、" + official[3], "Ⅴ、" + official[4], "Ⅵ、" + official[5]}},
		{"in words of their own", [6]string{"一、总体工作概况", "二、行政机关主动公开政府信息情况", "三、政府信息公开申请收到和处理情况",
			"四、行政复议和行政诉讼", "五、工作中存在的困难和下一步改进措施", "六、需要报告的其他事项"}},
		{"no number, one in other words", [6]string{official[0], official[1], official[2], official[3], official[4], "需要报告的其他事项"}},
		{"a contents list above", [6]string{"一、" + official[0], "二、" + official[1], "三、" + official[2], "四、" + official[3], "五、" + official[4], "六、" + official[5]}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := newSample("gen_2019")
			s.text(sampleTitle)
			if strings.Contains(test.name, "contents") {
				s.text(append([]string{"目录"}, test.lines[:]...)...)
			}
			s.text(samplePreamble)
			for i, l := range test.lines {
				s.text(l)
				if i < 1 || i > 3 {
					s.text("情况很好，没有别的。")
				} else {
					s.table([][][]string{s.active, s.rows, s.review}[i-1])
				}
			}
			s.text("青山镇人民政府", "2021年1月20日")
			r := FromDocument(s.document())
			var keys []string
			for _, section := range r.Sections {
				keys = append(keys, section.Key)
			}
			if want := []string{"overview", "active_disclosure", "requests", "review_and_litigation", "problems", "other_matters"}; !slices.Equal(keys, want) {
				t.Errorf("parts %v, want %v; findings %v", keys, want, codes(r))
			}
		})
	}
}

func TestSubheadings(t *testing.T) {
	s := newSample("gen_2019")
	s.text(sampleTitle, samplePreamble, "一、总体情况", "总的情况。", "1.主动公开", "全年公开信息二十条有余。", "2.依申请公开", "办理申请情况良好，无遗漏。",
		"五、存在的主要问题及改进情况", "主要问题：", "1.人员少", "2.经费少", "今后改进。")
	r := FromDocument(s.document())
	if got := r.Sections[0].Subsections; len(got) != 2 || got[1].Heading != "依申请公开" || len(got[1].Paragraphs) != 1 {
		t.Errorf("part one has %+v", got)
	}
	if got := r.Sections[1]; len(got.Subsections) != 0 || len(got.Paragraphs) != 4 {
		t.Errorf("a list became headings: %+v", got)
	}
}

func TestPeriodsInWords(t *testing.T) {
	for text, want := range map[string]*Period{
		"统计期限自2020年1月1日起至2020年12月31日止":    {"2020-01-01", "2020-12-31"},
		"统计期限为2020年1月1日起，到当年12月31日止":      {"2020-01-01", "2020-12-31"},
		"统计期限：二〇二〇年一月一日至十二月三十一日":          {"2020-01-01", "2020-12-31"},
		"统计期限为2020年元月1日0时至12月31日24时":      {"2020-01-01", "2020-12-31"},
		"统计期限2020.1.1-2020.12.31":         {"2020-01-01", "2020-12-31"},
		"统计期限为2020-01-01至2020-12-31":      {"2020-01-01", "2020-12-31"},
		"统计期限为2020年1月至12月":                {"2020-01-01", "2020-12-31"},
		"2020年3月至5月开展培训":                  nil,
		"统计期限自2020年1月1日始，到2020年12月31日止":   {"2020-01-01", "2020-12-31"},
		"数据统计时间为2020年1-12月":               {"2020-01-01", "2020-12-31"},
		"2020年1-12月开展培训":                  nil,
		"统计期限为2020年13月1日至2020年12月31日":     nil,
		"本报告数据的统计期限从２０２０年１月１日至２０２０年６月３０日": {"2020-01-01", "2020-06-30"},
	} {
		got := readPeriod(text)
		if (got == nil) != (want == nil) || got != nil && *got != *want {
			t.Errorf("%s: got %v, want %v", text, got, want)
		}
	}
}

// TestPeriodInParts has the period told in a part, beside other spans of dates.
func TestPeriodInParts(t *testing.T) {
	s := newSample("gen_2019")
	s.text(sampleTitle, "根据条例编制。", "一、总体情况", "2020年6月1日至2020年8月31日接受评估。", "本报告统计期限为2020年1月1日至12月31日。")
	s.rest()
	r := FromDocument(s.document())
	if want := (Period{"2020-01-01", "2020-12-31"}); r.Period == nil || *r.Period != want || len(codes(r)) > 0 {
		t.Errorf("period %v, findings %v", r.Period, codes(r))
	}
}

func TestSignatures(t *testing.T) {
	for _, test := range []struct {
		lines        []string
		body, date   string
		issuerEquals string
	}{
		{[]string{"青山镇人民政府", "2021年1月20日"}, "青山镇人民政府", "2021-01-20", "青山镇人民政府"},
		{[]string{"青山镇人民政府（盖章）", "2021年1月20日"}, "青山镇人民政府", "2021-01-20", "青山镇人民政府"},
		{[]string{"青山镇人民政府", "（公章）", "2021年1月20日"}, "青山镇人民政府", "2021-01-20", "青山镇人民政府"},
		{[]string{"青山镇人民政府 2021年1月20日"}, "青山镇人民政府", "2021-01-20", "青山镇人民政府"},
		{[]string{"青山镇人民政府", "2021-01-20"}, "青山镇人民政府", "2021-01-20", "青山镇人民政府"},
		{[]string{"2021年1月20日", "青山镇人民政府"}, "青山镇人民政府", "2021-01-20", "青山镇人民政府"},
		{[]string{"青山镇人民政府办公室", "二〇二一年一月二十日"}, "青山镇人民政府办公室", "2021-01-20", "青山镇人民政府"},
		{[]string{"以上数据截至2020年12月31日"}, "", "", "青山镇"},
	} {
		s := newSample("gen_2019")
		s.text(sampleTitle, samplePreamble, "一、总体情况", "好。", "六、其他需要报告的事项", "无")
		s.text(test.lines...)
		if r := FromDocument(s.document()); r.Signatory != test.body || r.Issued != test.date || r.Issuer != test.issuerEquals {
			t.Errorf("%q: got %q %q, issuer %q", test.lines, r.Signatory, r.Issued, r.Issuer)
		}
	}
}

// TestPageLines has the numbers of pages stand between the lines of a report.
func TestPageLines(t *testing.T) {
	for _, line := range []string{"- 1 -", "—1—", "第 1 页", "第1页 共3页", "P. 1"} {
		s := newSample("gen_2019")
		s.text(sampleTitle, samplePreamble, "一、总体情况", "好。", line, "更好。")
		s.rest()
		r := FromDocument(s.document())
		if got := r.Sections[0].Paragraphs; !slices.Equal(got, []string{"好。", "更好。"}) {
			t.Errorf("%s: paragraphs %q", line, got)
		}
		if got := codes(r); !slices.Equal(got, []string{"content.outside "}) {
			t.Errorf("%s: findings %v", line, got)
		}
	}
}

// TestBoxedFigures puts each figure into a table of its own.
func TestBoxedFigures(t *testing.T) {
	doc := newSample("gen_2019").whole()
	for _, b := range doc.Blocks {
		for i := 0; b.Table != nil && i < len(b.Table.Cells); i++ {
			if c := &b.Table.Cells[i]; isFigure(c.Text) && c.Text != "" {
				c.Tables = []extract.Table{{Rows: 1, Cols: 1, Cells: []extract.Cell{{RowSpan: 1, ColSpan: 1, Text: c.Text}}}}
				c.Text = ""
			}
		}
	}
	sameFigures(t, doc)
}

// TestTableFourOnGrid prints part four as rows of groups whose labels take two
// cells, with an empty cell where one covers both.
func TestTableFourOnGrid(t *testing.T) {
	s := newSample("gen_2019")
	f := s.review[3]
	s.review = [][]string{
		append([]string{"类别", ""}, s.review[2][5:10]...),
		append([]string{"行政复议", ""}, f[:5]...),
		append([]string{"行政诉讼", "未经复议直接起诉"}, f[5:10]...),
		append([]string{"", "复议后起诉"}, f[10:]...),
	}
	sameFigures(t, s.whole(), "table.transposed review_and_litigation")
}

// TestPathsALine prints one cell a line, each label with all of its path.
func TestPathsALine(t *testing.T) {
	s := newSample("gen_2019")
	s.upToThree()
	s.lined(s.rows[:3])
	for i, r := range FindTable("gen_2019", "requests").Blocks[0].Rows {
		row := s.rows[3+i]
		if r.Key == "carried_out" { // the last label, with a character too many
			r.Text = "四、结转到下一年度继续办理"
		}
		s.text(strings.Join(r.Parents, "") + r.Text)
		s.text(row[len(row)-7:]...)
	}
	s.fromFour()
	sameFigures(t, s.document(), "label.near requests.carried_out")
}

// TestTableFourDownwards prints part four one figure a row, in a source without spans.
func TestTableFourDownwards(t *testing.T) {
	s := newSample("gen_2019")
	names, figures := s.review[2][5:10], s.review[3]
	s.review = nil
	for g, labels := range [][]string{{"行政复议"}, {"行政诉讼", "未经复议直接起诉"}, {"", "复议后起诉"}} {
		for c, name := range names {
			if c > 0 {
				labels = make([]string, len(labels)) // merged cells go on
			}
			s.review = append(s.review, slices.Concat(labels, []string{name, figures[5*g+c]}))
		}
	}
	sameFigures(t, s.whole(), "table.transposed review_and_litigation")
}

// TestWordsInTableFour has words stand in the place of a figure: the others are
// read all the same.
func TestWordsInTableFour(t *testing.T) {
	for _, word := range []string{"待补", "5左右", "见附件"} {
		for _, at := range []int{0, 6, 14} {
			s := newSample("gen_2019")
			s.review[3] = slices.Clone(s.review[3])
			s.review[3][at] = word
			r, n := FromDocument(s.whole()), 0
			if got := codes(r); !slices.Contains(got, "figure.illegible review_and_litigation") {
				t.Errorf("%s at %d: findings %v", word, at, got)
			}
			r.ReviewAndLitigation.Each(func(path string, _ Column, v *Value) {
				if v.HasValue() {
					n++
				}
			})
			if n != 14 {
				t.Errorf("%s at %d: %d figures", word, at, n)
			}
		}
	}
}

// TestEmptyCellsOnBothSides has rows with more cells than columns and empty ones
// at both ends: only the header tells which of them is a figure left blank.
func TestEmptyCellsOnBothSides(t *testing.T) {
	read := func(bend func(row []string) []string) *Report {
		s := newSample("gen_2019")
		for i, row := range s.active {
			s.active[i] = bend(row)
		}
		s.text(sampleTitle, samplePreamble, "一、总体情况", "好。")
		s.rest()
		return FromDocument(s.document())
	}
	behind := func(row []string) []string {
		switch row[0] {
		case "政府集中采购":
			row = []string{row[0], "", "939564"}
		case "行政事业性收费":
			row = []string{row[0], "", "7"}
		}
		return append(row, slices.Repeat([]string{""}, 4-len(row))...)
	}
	r := read(behind)
	wantFigure(t, r, "active_disclosure.art20_8.fees.items_last_year", "", Blank)
	wantFigure(t, r, "active_disclosure.art20_8.fees.items_change", "7", Printed)
	wantFigure(t, r, "active_disclosure.art20_9.centralized_procurement.projects", "", Blank)
	wantFigure(t, r, "active_disclosure.art20_9.centralized_procurement.amount", "939564", Printed)

	r = read(func(row []string) []string { // no header
		if row[0] == "信息内容" {
			return []string{""}
		}
		return behind(row)
	})
	wantFigure(t, r, "active_disclosure.art20_8.fees.items_last_year", "", Unplaced)
	wantFigure(t, r, "active_disclosure.art20_8.fees.items_change", "", Unplaced)

	r = read(func(row []string) []string { // a column of nothing behind the labels
		return slices.Insert(behind(row), 1, "")
	})
	wantFigure(t, r, "active_disclosure.art20_8.fees.items_last_year", "", Blank)
	wantFigure(t, r, "active_disclosure.art20_8.fees.items_change", "7", Printed)
}

// TestGroupLabel has the label of the group of columns above or below the others,
// where it says nothing of their order.
func TestGroupLabel(t *testing.T) {
	inner := []string{"商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"}
	t.Run("all columns in one row", func(t *testing.T) {
		s := newSample("gen_2019")
		s.rows[1] = []string{"", "", "法人或其他组织", ""}
		s.rows[2] = slices.Concat([]string{"", "自然人"}, inner, []string{"总计"})
		sameFigures(t, s.whole())
	})
	asText := func(s *sample, head ...string) *extract.Document {
		s.upToThree()
		s.text(head...)
		for _, row := range s.rows[3:] {
			s.text(strings.TrimSpace(strings.Join(row, " ")))
		}
		s.fromFour()
		return s.document()
	}
	line := strings.Join(inner, " ")
	sameFigures(t, asText(newSample("gen_2019"), "申请人情况", "自然人 法人或其他组织 总计", line))
	sameFigures(t, asText(newSample("gen_2019"), append([]string{"申请人情况", "自然人", "法人或其他组织", "总计"}, inner...)...))
	for _, head := range [][]string{
		{"申请人情况", "法人或其他组织", "自然人 总计", line},
		{"申请人情况", "自然人 总计", "法人或其他组织", line},
		{line, "法人或其他组织", "自然人 总计"},
		append([]string{"申请人情况", "自然人", "总计"}, inner...),
	} {
		r := FromDocument(asText(newSample("gen_2019"), head...))
		for _, path := range []string{"requests.granted.natural_person", "requests.granted.total", "requests.granted.other_organization"} {
			wantFigure(t, r, path, "", Unplaced)
		}
	}
}

// TestPageNumberInTable has the bare number of a page between the pieces of a table.
func TestPageNumberInTable(t *testing.T) {
	s := newSample("gen_2019")
	s.upToThree()
	s.table(s.rows[:17])
	s.text("4")
	s.table(s.rows[17:])
	s.fromFour()
	doc := s.document()
	sameFigures(t, doc, "content.outside ", "table.joined requests")
	if got := FromDocument(doc).Sections[2].Paragraphs; len(got) > 0 {
		t.Errorf("paragraphs %q", got)
	}
}

// TestGridWithoutSpans prints part two on a grid of five columns whose wide cells
// are followed by empty ones, other cells in each row.
func TestGridWithoutSpans(t *testing.T) {
	s := newSample("gen_2019")
	for i, row := range s.active {
		if len(row) == 4 && row[0] != "信息内容" {
			s.active[i] = slices.Insert(row, 2+i%3, "")
		}
	}
	sameFigures(t, s.whole())
}

// TestLinedReviewLabel prints part four one cell a line, with a word of its own in
// front of the figures; one figure less, and nothing is certain.
func TestLinedReviewLabel(t *testing.T) {
	read := func(figures []string) *Report {
		s := newSample("gen_2019")
		s.upToThree()
		s.table(s.rows)
		s.text("四、政府信息公开行政复议、行政诉讼情况")
		s.lined(s.review[:3])
		s.text("数量")
		s.text(figures...)
		s.end()
		return FromDocument(s.document())
	}
	figures := newSample("gen_2019").review[3]
	got, want := read(figures), FromDocument(newSample("gen_2019").whole())
	want.Table("review_and_litigation").Each(func(path string, _ Column, v *Value) {
		if g := lookUp(t, got, path); g.Value != v.Value || g.State != Printed {
			t.Errorf("%s = %s %s, want %s", path, g.Value, g.State, v.Value)
		}
	})
	if t4 := read(figures[:14]).Table("review_and_litigation"); t4 != nil {
		t4.Each(func(path string, _ Column, v *Value) {
			if v.State == Printed {
				t.Errorf("%s = %s of a row that is short", path, v.Value)
			}
		})
	}
}
