package normalize

import (
	"strings"
	"testing"

	"luzhou/extract"
)

// TestConvertedWords has a report in traditional characters, in part or whole,
// with the words that a conversion replaces.
func TestConvertedWords(t *testing.T) {
	for name, convert := range map[string]*strings.Replacer{
		"whole": strings.NewReplacer("文件", "檔案", "信息", "資訊", "报告", "報告", "开", "開", "规", "規", "范", "範", "总", "總", "计", "計", "审", "審", "结", "結",
			"乡", "鄉", "镇", "鎮", "后", "後", "稳", "穩", "访", "訪", "投诉", "投訴", "没", "沒", "数", "數", "议", "議", "诉", "訴", "讼", "訟", "复", "復", "处", "處", "罚", "罰", "统", "統", "东", "東", "县", "縣"),
		"half": strings.NewReplacer("文件", "檔案", "总计", "總计", "信访", "信訪", "公开申请", "公開申请", "审结", "審结"),
	} {
		s := newSample("gen_2019")
		doc := s.whole()
		for i := range doc.Blocks {
			if p := doc.Blocks[i].Paragraph; p != nil {
				p.Text = convert.Replace(p.Text)
			} else {
				for k := range doc.Blocks[i].Table.Cells {
					c := &doc.Blocks[i].Table.Cells[k]
					c.Text = convert.Replace(c.Text)
				}
			}
		}
		r := FromDocument(doc)
		if r.Worst() != extract.Info || r.Year != 2020 || r.Period == nil || r.Issued != "2021-01-20" {
			t.Errorf("%s: year %d, period %v, issued %q, findings %v", name, r.Year, r.Period, r.Issued, codes(r))
		}
		if want := convert.Replace("青山镇人民政府"); r.Issuer != want || r.Signatory != want {
			t.Errorf("%s: issuer %q, signatory %q", name, r.Issuer, r.Signatory)
		}
		wantFigure(t, r, "active_disclosure.art20_1.normative_documents.made", "10", Printed)
		wantFigure(t, r, "requests.granted.total", "4", Printed)
		wantFigure(t, r, "review_and_litigation.review.pending", "1", Printed)
	}
}

// TestNoConvertedWords has the same words in simplified characters, where they
// are no words of the form.
func TestNoConvertedWords(t *testing.T) {
	s := newSample("gen_2019")
	for _, row := range s.active {
		if row[0] == "规范性文件" {
			row[0] = "规范性档案"
		}
	}
	r := FromDocument(s.whole())
	if v := lookUp(t, r, "active_disclosure.art20_1.normative_documents.made"); v.HasValue() {
		t.Errorf("read %s", v.Value)
	}
}
