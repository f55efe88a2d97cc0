package normalize

import (
	"slices"
	"testing"

	"luzhou/extract"
)

// listed is a report of 2016 with the list of indicators as an annex.
func listed(rows [][]string) *extract.Document {
	s := &sample{}
	s.text("石溪镇2016年政府信息公开工作年度报告", "本报告的统计期限为2016年1月1日至2016年12月31日。",
		"一、概述", "工作平稳。", "二、政府信息公开的收费及减免情况", "无收费。", "三、主动公开政府信息情况", "公开若干。",
		"石溪镇人民政府", "2017年1月16日", "附件：政府信息公开情况统计表")
	s.table(rows)
	s.text("填报日期：2017年1月12日")
	return s.document()
}

func TestListed(t *testing.T) {
	r := FromDocument(listed([][]string{
		{"统 计 指 标", "单位", "统计数"},
		{"一、主动公开情况", "——", ""},
		{"（一）主动公开政府信息数", "条", "12"},
		{"其中：主动公开规范性文件数", "条", "13"},
		{"制发规范性文件总数", "件", ""},
		{"2.政府网站公开政府信息数", "条", "１０"},
		{"4.政务微信公开政府信息数", "条", "2"},
		{"三、依申请公开情况", "——", ""},
		{"（一）收到申请数", "件", "3"},
		{"1.当面申请数", "件", "1"},
		{"4.信函申请数", "件", "2"},
		{"七、依申请公开信息收取的费用", "元", "3500"},
	}))
	for path, want := range map[string]string{
		"active.items": "12", "active.items.normative": "13", "active.normative_made": "", "active.channels.website": "10",
		"requests.received.in_person": "1", "requests.received.letter": "2", "requests.received.fax": "", "fees": "3500",
	} {
		v := lookUp(t, r, "statistics."+path+".count")
		if got := v.Value.String(); v.HasValue() != (want != "") || v.HasValue() && got != want {
			t.Errorf("%s = %s %s, want %s", path, got, v.State, want)
		}
	}
	if v := lookUp(t, r, "statistics.fees.count"); v.Unit != "元" {
		t.Errorf("the fee is in %q, printed is 元", v.Unit)
	}
	want := []string{"row.listed statistics", "row.absent statistics", "figure.blank statistics.active.normative_made",
		"figure.form statistics.active.channels.website", "unit.printed statistics.fees.count", "sum.broken statistics.active.items.count"}
	if got := codes(r); !slices.Equal(got, want) {
		t.Errorf("findings %v, want %v", got, want)
	}
	if len(r.Statistics.Extra) != 4 || r.Statistics.Extra[2].Label != "三、依申请公开情况" || r.Statistics.Extra[2].After != "active.channels.website" {
		t.Errorf("other rows %+v", r.Statistics.Extra)
	}
	if r.Issued != "2017-01-16" || r.Signatory != "石溪镇人民政府" {
		t.Errorf("signed %q %q", r.Signatory, r.Issued)
	}
	if last := r.Sections[len(r.Sections)-1]; last.Key != "statistics" || last.No != 0 || len(r.Sections) != 4 {
		t.Errorf("last part %+v", last)
	}
}

// TestProvincialList keeps a list with three numbers a row whole.
func TestProvincialList(t *testing.T) {
	var rows [][]string
	for _, row := range statistics2014.Blocks[0].Rows[:8] {
		rows = append(rows, []string{row.Text, row.Unit, "1", "2", "3"})
	}
	r := FromDocument(listed(rows))
	if r.Statistics != nil || len(r.OtherTables) != 1 {
		t.Errorf("statistics %v, %d other tables", r.Statistics, len(r.OtherTables))
	}
}

// TestOldManner reads a report on 2020 that is written under the headings of
// the years before 2019.
func TestOldManner(t *testing.T) {
	s := &sample{}
	s.text("石溪镇2020年政府信息公开工作年度报告", "统计期限为2020年1月1日至2020年12月31日。", "一、概述", "好。", "二、主动公开政府信息情况", "好。",
		"三、依申请公开政府信息和不予公开政府信息情况", "无申请。", "四、政府信息公开的收费及减免情况", "无。", "石溪镇人民政府", "2021年1月16日")
	if got := codes(FromDocument(s.document())); !slices.Equal(got, []string{"form.old "}) {
		t.Errorf("findings %v", got)
	}
}
