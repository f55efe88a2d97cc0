package normalize

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"luzhou/extract"
)

// TestBlanksInLines has the rows of part three as lines of columns of one width, in
// which a blank is a wider gap.
func TestBlanksInLines(t *testing.T) {
	document := func(bend func(s *sample), print func(label string, figures []string) string) *extract.Document {
		s := newSample("gen_2019")
		bend(s)
		out := []string{sampleTitle, samplePreamble, "一、总体情况", "好。", "三、收到和处理政府信息公开申请情况", "自然人  商业企业  科研机构  社会公益组织  法律服务机构  其他  总计"}
		for _, row := range s.rows[3:] {
			out = append(out, print(strings.Join(row[:len(row)-7], " "), row[len(row)-7:]))
		}
		return lines(strings.Join(append(out, "五、存在的主要问题及改进情况", "无。", "青山镇人民政府", "2021年1月20日"), "\n"))
	}
	clear := func(s *sample) {
		row := *s.row(t, "（一）予以公开") // 3 1 0 0 0 0 4
		row[len(row)-7], row[len(row)-3] = "", ""
		row[len(row)-1] = "1"
		for _, row := range s.rows[3:] { // figures of several widths
			if row[len(row)-7] == "4" {
				row[len(row)-7] = "114"
			}
		}
	}
	pad := func(label string) string {
		return label + strings.Repeat(" ", 80-utf8.RuneCountInString(label)-wideRunes(label))
	}
	row := func(format string) func(string, []string) string {
		return func(label string, figures []string) string {
			line := pad(label)
			for _, f := range figures {
				line += fmt.Sprintf(format, f)
			}
			return line
		}
	}
	for name, format := range map[string]string{"at the left": "%-8s", "at the right": "%8s"} {
		t.Run(name, func(t *testing.T) {
			r := FromDocument(document(clear, row(format)))
			wantFigure(t, r, "requests.granted.natural_person", "", Blank)
			wantFigure(t, r, "requests.granted.commercial_enterprise", "1", Printed)
			wantFigure(t, r, "requests.granted.public_welfare_organization", "0", Printed)
			wantFigure(t, r, "requests.granted.legal_service_organization", "", Blank)
			wantFigure(t, r, "requests.granted.total", "1", Printed)
		})
	}
	t.Run("quotes as wide as digits", func(t *testing.T) {
		r := FromDocument(document(clear, func(label string, figures []string) string {
			return strings.Replace(row("%-8s")(label, figures), "稳定”", "稳定”  ", 1)
		}))
		wantFigure(t, r, "requests.granted.commercial_enterprise", "1", Printed)
	})
	t.Run("gaps of any width", func(t *testing.T) {
		r := FromDocument(document(clear, func(label string, figures []string) string { return pad(label) + strings.Join(figures, "   ") }))
		if v := lookUp(t, r, "requests.granted.commercial_enterprise"); v.HasValue() && v.State == Printed {
			t.Errorf("commercial_enterprise %v", v)
		}
	})
}
