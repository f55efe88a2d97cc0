package normalize

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"luzhou/extract"
)

func TestSampleIsClean(t *testing.T) {
	for _, g := range Generations {
		if g.Free { // has no such tables: see TestListed
			continue
		}
		r := FromDocument(newSample(g.Key).whole())
		var want []string
		if g.Key == "gen_2021" { // the sample says 2020
			want = []string{"form.mixed active_disclosure", "form.mixed requests"}
		}
		if got := codes(r); !slices.Equal(got, want) {
			t.Errorf("%s: findings %v, want %v", g.Key, got, want)
		}
		if r.Requests.Form.Generation != g.Key || r.ActiveDisclosure.Form.Generation != g.Key {
			t.Errorf("%s read as %s and %s", g.Key, r.ActiveDisclosure.Form.Generation, r.Requests.Form.Generation)
		}
		for _, table := range r.Tables() {
			table.Each(func(path string, _ Column, v *Value) {
				if v.State != Printed || v.Pos == nil {
					t.Errorf("%s: %s is %s at %v", g.Key, path, v.State, v.Pos)
				}
			})
		}
		wantFigure(t, r, "requests.granted.commercial_enterprise", "1", Printed)
		wantFigure(t, r, "review_and_litigation.litigation_after_review.corrected", "2", Printed)
	}
}

func TestMeta(t *testing.T) {
	r := FromDocument(newSample("gen_2019").whole())
	got := []any{r.Title, r.Issuer, r.Parent, r.Year, *r.Period, r.Issued, r.Signatory, r.Contact}
	want := []any{sampleTitle, "青山镇人民政府", "东湖县", 2020, Period{"2020-01-01", "2020-12-31"}, "2021-01-20", "青山镇人民政府",
		Contact{Office: "东湖县青山镇人民政府办公室", Address: "东湖县青山镇中心街1号", Phone: "0791-12345678", Postcode: "330000"}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
	overview := r.Sections[0]
	if overview.Heading != "总体情况" || len(overview.Subsections) != 1 || overview.Subsections[0].Heading != "主动公开" ||
		!slices.Equal(overview.Subsections[0].Paragraphs, []string{"公开20条。"}) {
		t.Errorf("part one is %+v", overview)
	}
}

func TestTitles(t *testing.T) {
	tests := []struct {
		name   string
		lines  []string
		title  string
		year   int
		issuer string
	}{
		{"year first", []string{"2020年度青山镇政府信息公开工作年度报告"}, "2020年度青山镇政府信息公开工作年度报告", 2020, "青山镇"},
		{"blanks", []string{"青山镇 2020 年政府信息公开年度报告"}, "青山镇 2020 年政府信息公开年度报告", 2020, "青山镇"},
		{"two lines", []string{"青山镇2020年", "政府信息公开工作年度报告"}, "青山镇2020年政府信息公开工作年度报告", 2020, "青山镇"},
		{"Chinese digits", []string{"青山镇二〇二〇年政务公开年报"}, "青山镇二〇二〇年政务公开年报", 2020, "青山镇"},
		{"below the path of a site", []string{"首页 > 信息公开 > 2019年政府信息公开年度报告", sampleTitle}, sampleTitle, 2020, "青山镇"},
		{"on request and of one's own accord", []string{"青山镇2020年政府信息依申请公开及主动公开情况报告"}, "青山镇2020年政府信息依申请公开及主动公开情况报告", 2020, "青山镇"},
		{"the year first, the other way round", []string{"2020年度青山镇信息主动公开和依申请公开工作情况年度报告"}, "2020年度青山镇信息主动公开和依申请公开工作情况年度报告", 2020, "青山镇"},
		{"full body", []string{"青山镇人民政府2020年信息公开报告"}, "青山镇人民政府2020年信息公开报告", 2020, "青山镇人民政府"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := newSample("gen_2019")
			s.text(test.lines...)
			s.text("一、总体情况", "好。")
			r := FromDocument(s.document())
			if r.Title != test.title || r.Year != test.year || r.Issuer != test.issuer {
				t.Errorf("got %q %d %q, want %q %d %q", r.Title, r.Year, r.Issuer, test.title, test.year, test.issuer)
			}
		})
	}
}

// TestBrokenNames has titles that break in the name of the body.
func TestBrokenNames(t *testing.T) {
	tests := []struct {
		lines  []string
		signed string
		title  string
	}{
		{[]string{"中共东湖县委机构编制委员会", "办公室2020年政府信息公开工作年度报告"}, "中共东湖县委机构编制委员会办公室", "中共东湖县委机构编制委员会办公室2020年政府信息公开工作年度报告"},
		{[]string{"东湖县人民", "防", "空办公室2020年政府信息公开工作年度报告"}, "东湖县人民防空办公室", "东湖县人民防空办公室2020年政府信息公开工作年度报告"},
		{[]string{"国营青山农", "场2020年政府信息公开工作年度报告"}, "国营青山农场", "国营青山农场2020年政府信息公开工作年度报告"},
		{[]string{"青山经开", "区管委会2020年政府信息公开工作年度报告"}, "青山经济技术开发区管理委员会", "青山经开区管委会2020年政府信息公开工作年度报告"},
		{[]string{"东湖县", "青山镇2020年政府信息公开工作年度报告"}, "青山镇人民政府", "青山镇2020年政府信息公开工作年度报告"}, // of the site
		{[]string{"青山镇人民政府", "青山镇2020年政府信息公开工作年度报告"}, "青山镇人民政府", "青山镇2020年政府信息公开工作年度报告"},
	}
	for _, test := range tests {
		s := newSample("gen_2019")
		s.text(test.lines...)
		s.text(samplePreamble, "一、总体情况", "好。", test.signed, "2021年1月20日")
		if r := FromDocument(s.document()); r.Title != test.title {
			t.Errorf("%v: title %q", test.lines, r.Title)
		}
	}
}

// TestBentTables bends the sample in one way each.
func TestBentTables(t *testing.T) {
	swap := func(a, b int) func(*testing.T, *sample) {
		return func(_ *testing.T, s *sample) { // two columns of part three, header and figures
			for _, row := range s.rows[3:] {
				f := row[len(row)-7:]
				f[a], f[b] = f[b], f[a]
			}
		}
	}
	tests := []struct {
		name    string
		bend    func(*testing.T, *sample)
		codes   []string
		figures map[string]string
	}{
		{"total first", func(t *testing.T, s *sample) {
			for _, row := range s.rows[3:] {
				f := row[len(row)-7:]
				copy(f, append([]string{f[6]}, f[:6]...))
			}
			s.rows[1] = []string{"", "总计", "自然人", "法人或其他组织"}
			s.rows[2] = []string{"", "", "", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"}
		}, []string{"columns.reordered requests"}, map[string]string{"granted.natural_person": "3", "granted.total": "4"}},
		{"two columns swapped with their labels", func(t *testing.T, s *sample) {
			swap(1, 2)(t, s)
			s.rows[2][2], s.rows[2][3] = s.rows[2][3], s.rows[2][2]
		}, []string{"columns.reordered requests"}, map[string]string{"granted.commercial_enterprise": "1"}},
		{"two rows swapped", func(t *testing.T, s *sample) {
			a, b := s.row(t, "（六）其他处理"), s.row(t, "（七）总计")
			*a, *b = *b, *a
		}, []string{"rows.reordered requests.other_handling"}, map[string]string{"result_total.total": "5"}},
		{"extra row", func(t *testing.T, s *sample) {
			s.rows = slices.Insert(s.rows, 6, []string{"", "（八）其他主动公开文件", "9", "9", "9", "9", "9", "9", "9"})
		}, []string{"row.unknown requests"}, map[string]string{"granted.total": "4", "partially_granted.total": "0"}},
		{"row twice, alike", func(t *testing.T, s *sample) {
			s.rows = append(s.rows, slices.Clone(*s.row(t, "四、结转下年度继续办理")))
		}, []string{"row.twice requests.carried_out"}, map[string]string{"carried_out.total": "1"}},
		{"row twice, different", func(t *testing.T, s *sample) {
			again := slices.Clone(*s.row(t, "四、结转下年度继续办理"))
			again[7] = "2"
			s.rows = append(s.rows, again)
		}, []string{"row.repeated requests.carried_out"}, map[string]string{"carried_out.total": ""}},
		{"blank total", func(t *testing.T, s *sample) {
			row := *s.row(t, "（一）予以公开")
			row[len(row)-1] = ""
		}, []string{"figure.blank requests.granted"}, map[string]string{"granted.total": "", "granted.natural_person": "3"}},
		{"blank in the middle", func(t *testing.T, s *sample) {
			row := *s.row(t, "（一）予以公开")
			row[len(row)-3] = ""
		}, []string{"figure.blank requests.granted"}, map[string]string{"granted.legal_service_organization": "", "granted.total": "4"}},
		{"dash and full width", func(t *testing.T, s *sample) {
			row := *s.row(t, "（一）予以公开")
			row[len(row)-3], row[len(row)-1] = "—", "４"
		}, []string{"figure.form requests.granted", "figure.dash requests.granted"}, map[string]string{"granted.total": "4"}},
		{"wrong total", func(t *testing.T, s *sample) {
			(*s.row(t, "二、上年结转政府信息公开申请数量"))[7] = "2"
		}, []string{"sum.broken requests.carried_in.total", "sum.broken requests.result_total.total"}, map[string]string{"carried_in.total": "2"}},
		{"label columns left over", func(t *testing.T, s *sample) {
			row := s.row(t, "四、结转下年度继续办理")
			*row = slices.Insert(*row, 1, "", "")
		}, nil, map[string]string{"carried_out.natural_person": "1"}},
		{"two figures lost", func(t *testing.T, s *sample) {
			row := s.row(t, "（七）总计")
			*row = slices.Delete(*row, 5, 7)
		}, []string{"row.short requests.result_total"}, map[string]string{"result_total.natural_person": "4", "result_total.commercial_enterprise": "1", "result_total.total": "5"}},
		{"two figures lost, row filled up", func(t *testing.T, s *sample) {
			row := s.row(t, "（七）总计")
			*row = append(slices.Delete(*row, 5, 7), "", "")
		}, []string{"row.short requests.result_total"}, map[string]string{"result_total.total": "5"}},
		{"too many figures", func(t *testing.T, s *sample) {
			row := s.row(t, "（七）总计")
			*row = append(*row, "5")
		}, []string{"row.unplaced requests.result_total"}, map[string]string{"result_total.total": ""}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := newSample("gen_2019")
			test.bend(t, s)
			r := FromDocument(s.whole())
			if got := codes(r); !slices.Equal(got, test.codes) {
				t.Errorf("findings %v, want %v", got, test.codes)
			}
			for path, want := range test.figures {
				v, got := lookUp(t, r, "requests."+path), ""
				if v.HasValue() {
					got = v.Value.String()
				}
				if got != want {
					t.Errorf("%s = %q (%s), want %q", path, got, v.State, want)
				}
			}
		})
	}
}

func TestSplitTable(t *testing.T) {
	s := newSample("gen_2019")
	s.upToThree()
	s.table(s.rows[:17])
	s.table(s.rows[17:])
	s.text("四、政府信息公开行政复议、行政诉讼情况")
	s.table(s.review)
	s.text("五、存在的主要问题及改进情况", "问题。", "六、其他需要报告的事项", "无", "青山镇人民政府", "2021年1月20日")
	r := FromDocument(s.document())
	if got, want := codes(r), []string{"table.joined requests"}; !slices.Equal(got, want) {
		t.Errorf("findings %v, want %v", got, want)
	}
	wantFigure(t, r, "requests.carried_out.total", "1", Printed)
}

func TestHeaderThatCannotBeRead(t *testing.T) {
	s := newSample("gen_2019")
	s.rows[2] = []string{"", "", "甲类", "乙类", "丙类", "丁类", "戊类", ""}
	r := FromDocument(s.whole())
	v := lookUp(t, r, "requests.granted.total")
	if v.HasValue() || v.State != Unplaced {
		t.Errorf("a figure was placed without its column's label: %+v", v)
	}
	if r.Worst() != extract.Warning {
		t.Errorf("worst finding is %v", r.Worst())
	}
}

func TestParts(t *testing.T) {
	s := newSample("gen_2019")
	s.text(sampleTitle, samplePreamble, "一、总体情况", "好。", "三、收到和处理政府信息公开申请情况")
	s.table(s.rows)
	s.text("二、主动公开政府信息情况")
	s.table(s.active)
	s.text("四、政府信息公开行政复议、行政诉讼情况")
	s.table(s.review)
	s.text("五、存在的主要问题及改进情况", "问题。", "青山镇人民政府", "2021年1月20日")
	r := FromDocument(s.document())
	if got, want := codes(r), []string{"section.missing sections.other_matters", "section.order sections"}; !slices.Equal(got, want) {
		t.Errorf("findings %v, want %v", got, want)
	}
	if r.Signatory != "青山镇人民政府" || r.Issued != "2021-01-20" {
		t.Errorf("signed %q %q", r.Signatory, r.Issued)
	}
}

func TestSiteAroundTheReport(t *testing.T) {
	s := newSample("gen_2019")
	s.text("首页 > 政务公开", "政府信息公开年报")
	s.table([][]string{{"索引号", "001"}, {"发布机构", "青山镇"}})
	s.text(sampleTitle, "发布日期：2021-01-29 浏览次数：5")
	s.whole() // appends the report, its title a second time
	s.text("分享到：微信", "主办：东湖县人民政府办公室")
	r := FromDocument(s.document())
	if r.Title != sampleTitle || len(r.Preamble) != 1 || r.Preamble[0] != samplePreamble {
		t.Errorf("title %q, preamble %q", r.Title, r.Preamble)
	}
	if got := r.Sections[5].Paragraphs; !slices.Equal(got, []string{"无"}) {
		t.Errorf("part six is %q", got)
	}
	if got, want := codes(r), []string{"content.outside "}; !slices.Equal(got, want) {
		t.Errorf("findings %v, want %v", got, want)
	}
}

func TestSeveralReports(t *testing.T) {
	s := newSample("gen_2019")
	s.whole()
	r := FromDocument(s.whole())
	if got := codes(r); !slices.Contains(got, "report.several ") {
		t.Errorf("findings %v", got)
	}
	if len(r.Tables()) != 0 {
		t.Error("figures were taken from one of two reports")
	}
}

func TestNoReport(t *testing.T) {
	s := &sample{}
	s.text("会议通知", "定于明日开会。")
	r := FromDocument(s.document())
	if got, want := codes(r), []string{"report.none "}; !slices.Equal(got, want) {
		t.Errorf("findings %v, want %v", got, want)
	}
}

// TestOtherTables keeps tables of no form at their place, list numbers and
// nested tables included.
func TestOtherTables(t *testing.T) {
	s := newSample("gen_2019")
	s.text(sampleTitle, "一、总体情况", "甲。")
	s.table([][]string{{"渠道", "条数"}, {"网站", "20"}})
	last := s.blocks[len(s.blocks)-1].Table
	last.Cells[2].Numbers = []string{"1."}
	last.Cells[3].Tables = []extract.Table{{Rows: 1, Cols: 2, Cells: []extract.Cell{{Text: "内"}, {Col: 1, Text: "外"}}}}
	s.text("乙。")
	r := FromDocument(s.document())
	if len(r.OtherTables) != 0 && r.OtherTables[0].Cells[2].Text != "1.网站" {
		t.Errorf("cell is %q", r.OtherTables[0].Cells[2].Text)
	}
	var got []string
	for _, o := range r.OtherTables {
		var texts []string
		for _, c := range o.Cells {
			texts = append(texts, c.Text)
		}
		got = append(got, strings.Join(texts, "|"))
		if o.Section != 1 || o.After != 1 {
			t.Errorf("table stands in part %d after paragraph %d", o.Section, o.After)
		}
	}
	if want := []string{"渠道|条数|1.网站|20", "内|外"}; !slices.Equal(got, want) {
		t.Errorf("tables %q, want %q", got, want)
	}
}

// TestOneCellALine prints the tables as lines: one cell a line, or a label and
// its figures on one line, or a label broken over lines; the figures are the same.
func TestOneCellALine(t *testing.T) {
	lay := map[string]func(rows [][]string) []string{
		"one cell a line": func(rows [][]string) (lines []string) {
			for _, row := range rows {
				for _, c := range row {
					if c != "" {
						lines = append(lines, c)
					}
				}
			}
			return lines
		},
		"a row a line": func(rows [][]string) (lines []string) {
			for _, row := range rows {
				var labels, figures []string
				for _, c := range row {
					if isFigure(c) && c != "" {
						figures = append(figures, c)
					} else if c != "" {
						labels = append(labels, c)
					}
				}
				for _, l := range labels[:max(len(labels)-1, 0)] {
					lines = append(lines, l)
				}
				lines = append(lines, strings.Join(append(labels[max(len(labels)-1, 0):], figures...), " "))
			}
			return lines
		},
		"labels broken, page numbers between": func(rows [][]string) (lines []string) {
			for i, row := range rows {
				if i%6 == 5 {
					lines = append(lines, "- 4 -")
				}
				for _, c := range row {
					if r := []rune(c); len(r) > 6 && !strings.Contains(c, "本列") {
						lines = append(lines, string(r[:5]), string(r[5:]))
					} else if c != "" {
						lines = append(lines, c)
					}
				}
			}
			return lines
		},
	}
	for name, lines := range lay {
		t.Run(name, func(t *testing.T) {
			s := newSample("gen_2019")
			s.text(sampleTitle, samplePreamble, "一、总体情况", "好。", "二、主动公开政府信息情况")
			s.text(lines(s.active)...)
			s.text("三、收到和处理政府信息公开申请情况")
			s.text(lines(s.rows)...)
			s.text("四、政府信息公开行政复议、行政诉讼情况")
			s.text(lines(s.review)...)
			s.text("五、存在的主要问题及改进情况", "问题。", "六、其他需要报告的事项", "无", "青山镇人民政府", "2021年1月20日")
			r := FromDocument(s.document())
			want := FromDocument(newSample("gen_2019").whole())
			if len(r.Tables()) != 3 {
				t.Fatalf("%d tables, findings %v", len(r.Tables()), codes(r))
			}
			for _, table := range want.Tables() {
				table.Each(func(path string, _ Column, v *Value) {
					if got := lookUp(t, r, path); got.Value != v.Value || !got.HasValue() {
						t.Errorf("%s = %s %s, want %s", path, got.Value, got.State, v.Value)
					}
				})
			}
			for _, section := range r.Sections[1:4] {
				if len(section.Paragraphs) != 0 {
					t.Errorf("%s keeps lines %q", section.Key, section.Paragraphs)
				}
			}
		})
	}
}

func TestProseIsNoTable(t *testing.T) {
	s := newSample("gen_2019")
	s.text(sampleTitle, "一、总体情况", "好。", "二、主动公开政府信息情况", "行政许可", "3", "行政处罚", "全年共处罚4次。",
		"三、收到和处理政府信息公开申请情况", "本年新收申请5件。")
	r := FromDocument(s.document())
	if len(r.Tables()) != 0 {
		t.Errorf("a table was made of prose")
	}
	if got := r.Sections[1].Paragraphs; len(got) != 4 {
		t.Errorf("part two is %q", got)
	}
}
