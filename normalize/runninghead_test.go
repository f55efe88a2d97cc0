package normalize

import (
	"slices"
	"testing"
)

// TestRunningHead has the title again at the top of each page.
func TestRunningHead(t *testing.T) {
	s := newSample("gen_2019")
	s.text(sampleTitle, samplePreamble, "本报告由办公室编制，电子版可在县政府网站下载，如有疑问，请与办公室联系。", "- 1 -", sampleTitle, "一、总体情况", "第一段。", sampleTitle, "第二段。")
	s.text("二、主动公开政府信息情况")
	s.table(s.active)
	s.text("三、收到和处理政府信息公开申请情况")
	s.table(s.rows)
	s.fromFour()
	r := FromDocument(s.document())
	if r.Title != sampleTitle || len(r.Preamble) != 2 || r.Preamble[0] != samplePreamble {
		t.Errorf("title %q, preamble %q", r.Title, r.Preamble)
	}
	if got := r.Sections[0].Paragraphs; !slices.Equal(got, []string{"第一段。", "第二段。"}) {
		t.Errorf("paragraphs %q", got)
	}
	if r.Year != 2020 || r.Period == nil {
		t.Errorf("year %d, period %v", r.Year, r.Period)
	}
}
