package normalize

import (
	"errors"
	"slices"
	"testing"
)

func TestVariants(t *testing.T) {
	v, err := ParseVariants([]byte("\ufeff# 本县写法\nrequests.granted = （一）同意提供\nrequests.total = 总和\nsections.problems = 工作短板\n"))
	if err != nil {
		t.Fatal(err)
	}
	s := newSample("gen_2019")
	*s.row(t, "（一）予以公开") = append([]string{"三、本年度办理结果", "（一）同意提供"}, (*s.row(t, "（一）予以公开"))[2:]...)
	s.rows[1][3] = "总和"
	s.upToThree()
	s.table(s.rows)
	s.text("四、政府信息公开行政复议、行政诉讼情况")
	s.table(s.review)
	s.text("五、工作短板", "不少。", "六、其他需要报告的事项", "无", "青山镇人民政府", "2021年1月20日")
	doc := s.document()
	if got := codes(FromDocument(doc)); len(got) == 0 {
		t.Error("the wordings are known without the file")
	}
	r := Options{Variants: v}.FromDocument(doc)
	if got := codes(r); got != nil {
		t.Errorf("findings %v", got)
	}
	wantFigure(t, r, "requests.granted.total", "4", Printed)
	if r.Variants != v.Digest || len(v.Digest) != 64 {
		t.Errorf("digest %q, want %q", r.Variants, v.Digest)
	}
}

func TestVariantErrors(t *testing.T) {
	for text, line := range map[string]int{
		"requests.granted":                   1,
		"\n\nrequests.nothing = 什么":          3,
		"requests.granted = 一\nx = 二":        2,
		"requests.granted = ；":               1,
		"# nothing\nsections.problems =  \n": 2,
	} {
		_, err := ParseVariants([]byte(text))
		var e *VariantError
		if !errors.As(err, &e) || e.Line != line {
			t.Errorf("%q: error %v, want one at line %d", text, err, line)
		}
	}
}

func TestVariantPlacesAreDistinct(t *testing.T) {
	for _, g := range Generations {
		for _, s := range g.Sections {
			if s.Table == nil {
				continue
			}
			for b := range s.Table.Blocks {
				block := &s.Table.Blocks[b]
				for _, row := range block.Rows {
					if slices.ContainsFunc(block.Columns, func(c Column) bool { return c.Key == row.Key }) {
						t.Errorf("%s: %s names a row and a column", s.Table.Section, row.Key)
					}
				}
			}
		}
	}
}
