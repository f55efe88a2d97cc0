package normalize

import (
	"strings"
	"testing"

	"luzhou/extract"
)

// linedBlanks is a text of one cell a line in which an empty cell is an empty line,
// those that go on from a merged one above too.
func linedBlanks(bend func(s *sample), step string) *extract.Document {
	s := newSample("gen_2019")
	bend(s)
	head := []string{sampleTitle, samplePreamble, "一、总体情况", "好。", "三、收到和处理政府信息公开申请情况"}
	for _, row := range s.rows {
		head = append(head, row...)
	}
	return lines(strings.Join(append(head, "五、存在的主要问题及改进情况", "无。", "青山镇人民政府", "2021年1月20日"), step))
}

func TestEmptyLinesAreBlankCells(t *testing.T) {
	for name, step := range map[string]string{"a line a cell": "\n", "two lines a cell": "\n\n"} {
		t.Run(name, func(t *testing.T) {
			r := FromDocument(linedBlanks(func(s *sample) {
				row := *s.row(t, "（一）予以公开") // 3 1 0 0 0 0 4
				row[len(row)-5], row[len(row)-3] = "", ""
			}, step))
			wantFigure(t, r, "requests.granted.natural_person", "3", Printed)
			wantFigure(t, r, "requests.granted.commercial_enterprise", "1", Printed)
			wantFigure(t, r, "requests.granted.research_institution", "", Blank)
			wantFigure(t, r, "requests.granted.public_welfare_organization", "0", Printed)
			wantFigure(t, r, "requests.granted.legal_service_organization", "", Blank)
			wantFigure(t, r, "requests.granted.total", "4", Printed)
		})
	}
	t.Run("empty lines elsewhere prove nothing", func(t *testing.T) {
		r := FromDocument(linedBlanks(func(s *sample) {
			row := *s.row(t, "（一）予以公开")
			row[len(row)-5], row[len(row)-3] = "", ""
			full := *s.row(t, "（二）部分公开（区分处理的，只计这一情形，不计其他情形）")
			full[len(full)-4] += "\n"
		}, "\n"))
		if v := lookUp(t, r, "requests.granted.commercial_enterprise"); v.HasValue() && v.State == Printed {
			t.Errorf("commercial_enterprise %v", v)
		}
	})
	t.Run("a label of two lines and a lost figure", func(t *testing.T) {
		r := FromDocument(linedBlanks(func(s *sample) {
			for i, row := range s.rows {
				for c := range row {
					if row[c] == "（一）予以公开" {
						row[c] = "（一）予以\n公开"
						s.rows[i] = append(row[:c+2:c+2], row[c+3:]...) // 3 0 0 0 0 4
					}
				}
			}
			row := *s.row(t, "（二）部分公开（区分处理的，只计这一情形，不计其他情形）")
			row[len(row)-8] = "（二）部分公开（区分处理的，只计\n这一情形，不计其他情形）"
		}, "\n"))
		if v := lookUp(t, r, "requests.granted.natural_person"); v.State == Blank {
			t.Errorf("natural_person %v", v)
		}
	})
	t.Run("a total that is blank", func(t *testing.T) { // the empty line may be the first of the next row
		r := FromDocument(linedBlanks(func(s *sample) {
			row := *s.row(t, "（一）予以公开")
			row[len(row)-1] = ""
		}, "\n"))
		if v := lookUp(t, r, "requests.granted.natural_person"); v.State == Printed && v.Value.String() != "3" {
			t.Errorf("natural_person %v", v)
		}
	})
}
