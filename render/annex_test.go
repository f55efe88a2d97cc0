package render

import (
	"slices"
	"strings"
	"testing"

	"luzhou/extract"
	"luzhou/normalize"
)

func TestAddAnnex(t *testing.T) {
	requests := normalize.NewTable(normalize.FindTable("gen_2019", "requests"))
	inferred := func(n int64) normalize.Value {
		return normalize.Value{Value: normalize.Int(n), State: normalize.Inferred, Raw: "1", Why: "5 个数字对 7 列，31 种读法中 20 种合乎勾稽关系"}
	}
	requests.Values[0][2] = []normalize.Value{inferred(1), inferred(0), {State: normalize.Blank}, inferred(0), {}, {},
		{Value: normalize.Int(1), State: normalize.Computed, Why: "各类申请人之和"}}
	report := &normalize.Report{Title: "甲", Requests: requests,
		Source: extract.Source{Path: "2020/a.doc", Format: "text", Charset: "gb18030", SHA256: strings.Repeat("ab", 32), Bytes: 12345},
		Findings: []extract.Finding{
			{Code: "row.short", Severity: extract.Info, Where: "requests.granted", Message: "5 个数字对 7 列（1|0|0|0|1）"},
			{Code: "report.none", Severity: extract.Warning, Message: "首行\n次行"},
			{Code: "sum.broken", Severity: extract.Error, Where: "requests.new_requests", Message: "不等"},
		}}
	before := FromReport(report)
	blocks := len(before.Blocks)
	got := AddAnnex(before, report, "luzhou 1.2.3")
	if len(before.Blocks) != blocks {
		t.Error("the layout given was changed")
	}
	var texts []string
	for _, b := range got.Blocks[blocks:] {
		want := AnnexText
		if len(texts) == 0 {
			want = Annex
		}
		if b.Paragraph.Style != want {
			t.Errorf("%q in style %s", b.Paragraph.Text, b.Paragraph.Style)
		}
		texts = append(texts, b.Paragraph.Text)
	}
	want := []string{
		"附：整理说明",
		"本文由 luzhou 1.2.3 依据下列原件整理，原件未作改动。",
		"原件：2020/a.doc",
		"格式：text，gb18030",
		"字节数：12345",
		"SHA-256：" + strings.Repeat("ab", 32),
		"非照录的数字（共 4 个，推定或计算而得，依据见括号）：",
		"1. 三、本年度办理结果 · （一）予以公开：自然人 1，商业企业 0，社会公益组织 0（推定：5 个数字对 7 列，31 种读法中 20 种合乎勾稽关系）",
		"2. 三、本年度办理结果 · （一）予以公开：总计 1（计算：各类申请人之和）",
		"提示（共 3 条）：错误 1，警告 1，说明 1。",
		"1. ［错误］一、本年新收政府信息公开申请数量：不等",
		"2. ［警告］首行 次行",
		"3. ［说明］三、本年度办理结果 · （一）予以公开：5 个数字对 7 列（1|0|0|0|1）",
	}
	if !slices.Equal(texts, want) {
		t.Errorf("annex:\n%s\nwant:\n%s", strings.Join(texts, "\n"), strings.Join(want, "\n"))
	}
}

func TestAnnexWithoutFindings(t *testing.T) {
	got := AddAnnex(Layout{}, &normalize.Report{}, "luzhou 1")
	if last := got.Blocks[len(got.Blocks)-1].Paragraph.Text; last != "提示（共 0 条）：错误 0，警告 0，说明 0。" {
		t.Errorf("ends with %q", last)
	}
}
