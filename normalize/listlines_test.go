package normalize

import (
	"slices"
	"strings"
	"testing"

	"luzhou/extract"
)

// indicators is a list as a table of three columns.
var indicators = [][]string{
	{"统计指标", "单位", "统计数"},
	{"一、主动公开情况", "——", ""},
	{"（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）", "条", "120"},
	{"其中：主动公开规范性文件数", "条", "13"},
	{"制发规范性文件总数", "件", ""},
	{"（二）通过不同渠道和方式公开政府信息的情况", "——", ""},
	{"2.政府网站公开政府信息数", "条", "10"},
	{"4.政务微信公开政府信息数", "条", "2"},
	{"二、回应解读情况", "——", ""},
	{"3.政策解读稿件发布数", "篇", "7"},
	{"三、依申请公开情况", "——", ""},
	{"（一）收到申请数", "件", "3"},
	{"1.当面申请数", "件", "1"},
	{"4.信函申请数", "件", "2"},
	{"七、依申请公开信息收取的费用", "万元", "0.5"},
}

// TestListedLines prints the list of indicators as lines below the signature.
func TestListedLines(t *testing.T) {
	one := func(join string) func(*sample) {
		return func(s *sample) {
			for _, row := range indicators {
				s.text(strings.TrimRight(strings.Join(row, join), join))
			}
		}
	}
	prints := map[string]func(*sample){
		"one cell a line": func(s *sample) { s.lined(indicators) },
		"one row a line":  one("  "),
		"tabs":            one("\t"),
		"no strokes for the rows without a unit": func(s *sample) {
			for _, row := range indicators {
				s.lined([][]string{{row[0], strings.Trim(row[1], "—"), row[2]}})
			}
		},
		"a label broken over two lines": func(s *sample) {
			s.lined(indicators[:2])
			s.text("（一）主动公开政府信息数（不同渠道和", "方式公开相同信息计1条）", "条", "120")
			s.lined(indicators[3:])
		},
	}
	for name, print := range prints {
		t.Run(name, func(t *testing.T) {
			s := listedSample()
			print(s)
			s.text("单位负责人：张三", "填报日期：2017年1月12日")
			r := FromDocument(s.document())
			for path, want := range map[string]string{
				"active.items": "120", "active.items.normative": "13", "active.normative_made": "", "active.channels.website": "10",
				"response.policy_articles": "7", "requests.received.in_person": "1", "requests.received.letter": "2", "fees": "0.5",
			} {
				v := lookUp(t, r, "statistics."+path+".count")
				if got := v.Value.String(); v.HasValue() != (want != "") || v.HasValue() && got != want {
					t.Errorf("%s = %s %s, want %s", path, got, v.State, want)
				}
			}
			if r.Issued != "2017-01-16" || r.Signatory != "石溪镇人民政府" {
				t.Errorf("signed %q %q", r.Signatory, r.Issued)
			}
			if r.Worst() > extract.Info {
				t.Errorf("findings %v", codes(r))
			}
		})
	}
}

// TestListedUnread has a list that is no table: its rows read like headings of
// parts, and are none.
func TestListedUnread(t *testing.T) {
	s := listedSample()
	for _, row := range indicators[1:] {
		s.text(row[0]+"（"+row[1]+"）", row[2])
	}
	r := FromDocument(s.document())
	var keys []string
	for _, section := range r.Sections {
		keys = append(keys, section.Key)
	}
	if want := []string{"overview", "active_disclosure", "requests", "statistics"}; !slices.Equal(keys, want) {
		t.Errorf("parts %v, want %v", keys, want)
	}
	if r.Issued != "2017-01-16" || r.Worst() > extract.Info {
		t.Errorf("issued %q, findings %v", r.Issued, codes(r))
	}
}

// TestListAnnounced has a line above the signature that names the list.
func TestListAnnounced(t *testing.T) {
	s := listedSample()
	s.blocks = slices.Insert(s.blocks, 8, extract.ParagraphBlock("附件：政府信息公开情况统计表", ""))
	s.table(indicators)
	r := FromDocument(s.document())
	if r.Issued != "2017-01-16" || r.Worst() > extract.Info {
		t.Errorf("issued %q, findings %v", r.Issued, codes(r))
	}
	if v := lookUp(t, r, "statistics.active.items.count"); v.Value.String() != "120" {
		t.Errorf("items %v", v)
	}
}

// listedSample is a report of 2016 up to the title of its list.
func listedSample() *sample {
	s := &sample{}
	s.text("石溪镇2016年政府信息公开工作年度报告", "本报告的统计期限为2016年1月1日至2016年12月31日。",
		"一、概述", "工作平稳。", "二、主动公开政府信息情况", "公开若干。", "三、依申请公开政府信息和不予公开政府信息情况", "办理3件。",
		"石溪镇人民政府", "2017年1月16日", "政府信息公开情况统计表", "（2016年度）", "填报单位（盖章）：石溪镇人民政府")
	return s
}
