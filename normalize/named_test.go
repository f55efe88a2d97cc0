package normalize

import (
	"strings"
	"testing"

	"luzhou/extract"
)

// TestNamedFigures prints part three with the name of its column beside each figure.
func TestNamedFigures(t *testing.T) {
	columns := []string{"自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"}
	document := func(print func(s *sample, labels, figures []string)) *extract.Document {
		s := newSample("gen_2019")
		s.text(sampleTitle, samplePreamble, "一、总体情况", "好。", "二、主动公开政府信息情况")
		s.table(s.active)
		s.text("三、收到和处理政府信息公开申请情况", "2020年办理情况如下：")
		for _, row := range s.rows[3:] {
			print(s, row[:len(row)-7], row[len(row)-7:])
		}
		s.fromFour()
		return s.document()
	}
	pairs := func(figures []string, between, unit string) (list []string) {
		for i, c := range columns {
			list = append(list, c+between+figures[i]+unit)
		}
		return list
	}
	for name, print := range map[string]func(s *sample, labels, figures []string){
		"a row a line": func(s *sample, labels, figures []string) {
			s.text(strings.Join(labels, " ") + "：" + strings.Join(pairs(figures, "", ""), "，"))
		},
		"with units and colons": func(s *sample, labels, figures []string) {
			s.text(strings.Join(labels, "") + "：" + strings.Join(pairs(figures, "：", "件"), "；") + "。")
		},
		"a figure a line": func(s *sample, labels, figures []string) {
			for _, l := range labels {
				if l != "" {
					s.text(l)
				}
			}
			s.text(pairs(figures, "：", "")...)
		},
		"the label on a line of its own": func(s *sample, labels, figures []string) {
			s.text(strings.Join(labels, ""), strings.Join(pairs(figures, " ", ""), "  "))
		},
	} {
		t.Run(name, func(t *testing.T) { sameFigures(t, document(print)) })
	}
	t.Run("a column missing", func(t *testing.T) {
		r := FromDocument(document(func(s *sample, labels, figures []string) {
			list := pairs(figures, "", "")
			if strings.Contains(strings.Join(labels, ""), "予以公开") {
				list = append(list[:2:2], list[3:]...)
			}
			s.text(strings.Join(labels, " ") + "：" + strings.Join(list, "，"))
		}))
		wantFigure(t, r, "requests.granted.research_institution", "", Blank)
		wantFigure(t, r, "requests.granted.total", "4", Printed)
	})
	t.Run("columns in another order in one row", func(t *testing.T) {
		r := FromDocument(document(func(s *sample, labels, figures []string) {
			list := pairs(figures, "", "")
			if strings.Contains(strings.Join(labels, ""), "予以公开") {
				list[0], list[1] = list[1], list[0]
			}
			s.text(strings.Join(labels, " ") + "：" + strings.Join(list, "，"))
		}))
		wantFigure(t, r, "requests.granted.natural_person", "3", Printed)
		wantFigure(t, r, "requests.granted.commercial_enterprise", "1", Printed)
	})
}
