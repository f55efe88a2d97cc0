package normalize

import (
	"slices"
	"testing"

	"luzhou/extract"
)

// TestSignaturesWritten writes body and date of a report in the ways reports do.
func TestSignaturesWritten(t *testing.T) {
	const body = "青山镇人民政府"
	tests := []struct {
		name     string
		above    []string // below the title
		below    []string
		findings []string
	}{
		{"with 印发", nil, []string{body, "2021年1月20日印发"}, nil},
		{"in Chinese", nil, []string{body, "二〇二一年元月二十日"}, nil},
		{"with 号", nil, []string{body, "2021年1月20号"}, nil},
		{"with stops", nil, []string{body + "。", "2021年1月20日。"}, nil},
		{"field of the date", nil, []string{body, "日期：2021年1月20日"}, nil},
		{"attachments below the body", []string{"（2021年1月20日）"}, []string{body, "附件：", "1.统计表.xlsx"}, []string{"content.outside "}},
		{"fields of a site", nil, []string{"发布单位：" + body, "发布日期：2021-01-20"}, []string{"content.outside "}},
		{"fields of both", nil, []string{"编制单位：" + body, "报告日期：2021年1月20日"}, nil},
		{"below the title", []string{body, "（2021年1月20日）"}, nil, nil},
		{"below the title in one line", []string{body + "  2021年1月20日"}, nil, nil},
		{"date below the title, body at the end", []string{"（2021年1月20日）"}, []string{body}, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := FromDocument(signed(test.above, test.below))
			if r.Signatory != body || r.Issued != "2021-01-20" || r.Issuer != body {
				t.Errorf("signed %q %q, issuer %q", r.Signatory, r.Issued, r.Issuer)
			}
			if got := codes(r); !slices.Equal(got, test.findings) {
				t.Errorf("findings %v", got)
			}
			if n := len(r.Preamble); n != 1 {
				t.Errorf("preamble %q", r.Preamble)
			}
			if last := r.Sections[5]; !slices.Equal(last.Paragraphs, []string{"无"}) {
				t.Errorf("last part %q", last.Paragraphs)
			}
		})
	}
}

// TestSignatureInTable has a table without lines hold body and date.
func TestSignatureInTable(t *testing.T) {
	doc := signed(nil, nil)
	doc.Blocks = append(doc.Blocks, extract.Block{Table: &extract.Table{Rows: 2, Cols: 2, Cells: []extract.Cell{
		{Row: 0, Col: 0, RowSpan: 1, ColSpan: 1}, {Row: 0, Col: 1, RowSpan: 1, ColSpan: 1, Text: "青山镇人民政府"},
		{Row: 1, Col: 0, RowSpan: 1, ColSpan: 1}, {Row: 1, Col: 1, RowSpan: 1, ColSpan: 1, Text: "2021年1月20日"}}}})
	r := FromDocument(doc)
	if got := codes(r); r.Signatory != "青山镇人民政府" || r.Issued != "2021-01-20" || len(got) > 0 {
		t.Errorf("signed %q %q, findings %v", r.Signatory, r.Issued, got)
	}
}

// TestDatesThatAreNone keeps the body beside a date that is none, and tells it.
func TestDatesThatAreNone(t *testing.T) {
	for _, date := range []string{"2021年2月30日", "2021年13月5日", "2021年1月日", "2021年 月 日", "2021年1月", "2O21年1月20日", "202X年1月20日"} {
		r, want := FromDocument(signed(nil, []string{"青山镇人民政府", date})), "date.doubtful issued"
		if date == "2021年1月" { // no day is told, none is wrong
			want = "signature.missing issued"
		}
		if r.Signatory != "青山镇人民政府" || r.Issued != "" || !slices.Equal(codes(r), []string{want}) {
			t.Errorf("%s: signed %q %q, findings %v", date, r.Signatory, r.Issued, codes(r))
		}
	}
}

// signed is the sample with other lines below its title and at its end.
func signed(above, below []string) *extract.Document {
	s := newSample("gen_2019")
	s.text(sampleTitle)
	s.text(above...)
	s.text(samplePreamble, "一、总体情况", "好。")
	s.rest()
	s.blocks = s.blocks[:len(s.blocks)-2]
	s.text(below...)
	return s.document()
}

// TestYearOfTitle has period and date agree on another year than the title's.
func TestYearOfTitle(t *testing.T) {
	s := newSample("gen_2019")
	s.text("青山镇2019年政府信息公开工作年度报告", samplePreamble, "一、总体情况", "好。")
	s.rest()
	want := []string{"period.doubtful period", "year.doubtful issued", "year.doubtful year"}
	if r := FromDocument(s.document()); r.Year != 2019 || !slices.Equal(codes(r), want) {
		t.Errorf("year %d, findings %v, want %v", r.Year, codes(r), want)
	}
}
