package normalize

import (
	"slices"
	"strings"
	"testing"

	"luzhou/extract"
)

// heap puts rows of part three into one, each cell with the lines of all of them.
func (s *sample) heap(from, n, labels int) {
	var row []string
	for c := range s.rows[from] {
		if c < labels-1 {
			row = append(row, s.rows[from][c])
			continue
		}
		var lines []string
		for _, r := range s.rows[from : from+n] {
			lines = append(lines, r[c])
		}
		row = append(row, strings.Join(lines, "\n"))
	}
	s.rows = slices.Replace(s.rows, from, from+n, row)
}

// rowOf is the place of the row of part three with that label.
func (s *sample) rowOf(label string) int {
	return slices.IndexFunc(s.rows, func(r []string) bool { return slices.Contains(r, label) })
}

// TestHeapedRows has the rows of a group in the cells of one row, a line each.
func TestHeapedRows(t *testing.T) {
	document := func(bend func(s *sample)) *extract.Document {
		s := newSample("gen_2019")
		s.upToThree()
		bend(s)
		s.table(s.rows)
		s.fromFour()
		return s.document()
	}
	t.Run("groups", func(t *testing.T) {
		doc := document(func(s *sample) {
			s.heap(s.rowOf("1.信访举报投诉类申请"), 5, 3)
			s.heap(s.rowOf("1.本机关不掌握相关政府信息"), 3, 3)
			s.heap(s.rowOf("1.属于国家秘密"), 8, 3)
		})
		sameFigures(t, doc, "table.heaped requests")
	})
	t.Run("a figure lacks a line", func(t *testing.T) {
		r := FromDocument(document(func(s *sample) {
			at := s.rowOf("1.本机关不掌握相关政府信息")
			s.heap(at, 3, 3)
			s.rows[at][len(s.rows[at])-7] = "1\n0"
		}))
		if v := lookUp(t, r, "requests.unable.not_held.natural_person"); v.HasValue() {
			t.Errorf("natural_person %v", v)
		}
		if r.Worst() < extract.Warning {
			t.Errorf("findings %v", codes(r))
		}
	})
	t.Run("an empty line is a blank", func(t *testing.T) {
		r := FromDocument(document(func(s *sample) {
			at := s.rowOf("1.本机关不掌握相关政府信息")
			s.rows[at+1][len(s.rows[at+1])-6] = ""
			s.heap(at, 3, 3)
		}))
		wantFigure(t, r, "requests.unable.not_held.natural_person", "1", Printed)
		if v := lookUp(t, r, "requests.unable.must_be_created.commercial_enterprise"); v.State != Blank {
			t.Errorf("commercial_enterprise %v", v)
		}
	})
}
