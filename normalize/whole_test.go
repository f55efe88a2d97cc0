package normalize

import (
	"slices"
	"testing"

	"luzhou/extract"
)

// wholeRows are the rows of a table that holds the whole sample on a year.
func (s *sample) wholeRows() [][]string {
	return slices.Concat([][]string{{sampleTitle}, {samplePreamble}, {"一、总体情况"}, {"2020年工作顺利。\n公开20条。"}, {"二、主动公开政府信息情况"}},
		s.active, [][]string{{"三、收到和处理政府信息公开申请情况"}, {"单位：件"}}, s.rows,
		[][]string{{"四、政府信息公开行政复议、行政诉讼情况"}}, s.review,
		[][]string{{"五、存在的主要问题及改进情况"}, {"问题不少。"}, {"六、其他需要报告的事项\n无"}, {"青山镇人民政府"}, {"2021年1月20日"}})
}

// TestReportInOneTable reads a report all of which is one table.
func TestReportInOneTable(t *testing.T) {
	plain := func(s *sample) { s.table(s.wholeRows()) }
	spread := func(s *sample) { // full-width cells span the grid, as in a web page
		s.table(s.wholeRows())
		table := s.blocks[0].Table
		for i := range table.Cells {
			if c := &table.Cells[i]; i+1 == len(table.Cells) || table.Cells[i+1].Row > c.Row {
				c.ColSpan = table.Cols - c.Col
			}
		}
	}
	empty := func(s *sample) { // an empty row behind each, and empty cells behind headings
		var rows [][]string
		for _, row := range s.wholeRows() {
			if len(row) == 1 {
				row = append(row, "", "")
			}
			rows = append(rows, row, []string{""})
		}
		s.table(rows)
	}
	atLeft := func(s *sample) { // headings in a column of their own
		var rows [][]string
		for _, row := range s.wholeRows() {
			if len(row) == 1 && isSampleHeading(row[0]) {
				rows = append(rows, row)
				continue
			}
			if n := len(rows) - 1; n >= 0 && len(rows[n]) == 1 && isSampleHeading(rows[n][0]) {
				rows[n] = append(rows[n], row...)
			} else {
				rows = append(rows, slices.Concat([]string{""}, row))
			}
		}
		rows[0], rows[1] = rows[0][1:], rows[1][1:]
		s.table(rows)
	}
	for _, form := range []string{"gen_2019", "gen_2021"} {
		for name, lay := range map[string]func(*sample){"a row each": plain, "with spans": spread, "empty rows": empty, "headings at the left": atLeft} {
			t.Run(form+" "+name, func(t *testing.T) {
				s := newSample(form)
				lay(s)
				move := moveYears(formYear[form])
				for i := range s.blocks[0].Table.Cells {
					c := &s.blocks[0].Table.Cells[i]
					c.Text = move.Replace(c.Text)
				}
				r := FromDocument(s.document())
				readAs(t, form, r)
				if r.Title != move.Replace(sampleTitle) || r.Signatory != "青山镇人民政府" || r.Issued != move.Replace("2021-01-20") || len(r.Sections) != 6 {
					t.Fatalf("title %q, signed %q %q, %d parts", r.Title, r.Signatory, r.Issued, len(r.Sections))
				}
				if got := r.Sections[0].Paragraphs; !slices.Equal(got, []string{move.Replace("2020年工作顺利。"), "公开20条。"}) {
					t.Errorf("part one is %q", got)
				}
			})
		}
	}
}

func isSampleHeading(text string) bool {
	_, ok := builtIn().headingIn(&extract.Cell{Text: text})
	return ok
}

// TestOneHeadingInATable keeps a table whole that has the heading of its part
// above it.
func TestOneHeadingInATable(t *testing.T) {
	s := newSample("gen_2019")
	r := s.partThree("gen_2019", slices.Concat([][]string{{"收到和处理政府信息公开申请情况"}}, s.rows))
	readAs(t, "gen_2019", r)
}

// TestTwoReportsInOneTable takes no figures from either.
func TestTwoReportsInOneTable(t *testing.T) {
	s := newSample("gen_2019")
	s.table(slices.Concat(s.wholeRows(), s.wholeRows()))
	r := FromDocument(s.document())
	if got := codes(r); !slices.Contains(got, "report.several ") || len(r.Tables()) > 0 {
		t.Errorf("%d tables, findings %v", len(r.Tables()), got)
	}
}

// TestListInOneTable has the list of indicators in the table that holds the report.
func TestListInOneTable(t *testing.T) {
	s := &sample{}
	s.table(slices.Concat([][]string{{"石溪镇2016年政府信息公开工作年度报告"}, {"本报告的统计期限为2016年1月1日至2016年12月31日。"},
		{"一、概述"}, {"工作平稳。"}, {"二、主动公开政府信息情况"}, {"公开若干。"}, {"三、依申请公开政府信息和不予公开政府信息情况"}, {"办理3件。"},
		{"石溪镇人民政府"}, {"2017年1月16日"}, {"政府信息公开情况统计表"}}, indicators))
	r := FromDocument(s.document())
	if v := lookUp(t, r, "statistics.active.items.count"); v.Value.String() != "120" {
		t.Errorf("items %v", v)
	}
	if len(r.Sections) != 4 || r.Issued != "2017-01-16" || r.Title != "石溪镇2016年政府信息公开工作年度报告" || r.Worst() > extract.Info {
		t.Errorf("%d parts, issued %q, title %q, findings %v", len(r.Sections), r.Issued, r.Title, codes(r))
	}
}

// TestHeadingOnTop has the heading of a part as the first row of its table.
func TestHeadingOnTop(t *testing.T) {
	for name, above := range map[string]bool{"alone": false, "again": true} {
		t.Run(name, func(t *testing.T) {
			s := newSample("gen_2019")
			s.text(sampleTitle, samplePreamble, "一、总体情况", "好。")
			for _, part := range []struct {
				heading string
				rows    [][]string
			}{{"二、主动公开政府信息情况", s.active}, {"三、收到和处理政府信息公开申请情况", s.rows}, {"四、政府信息公开行政复议、行政诉讼情况", s.review}} {
				if above {
					s.text(part.heading)
				}
				s.table(append([][]string{{part.heading}}, part.rows...))
			}
			s.end()
			sameFigures(t, s.document())
		})
	}
}
