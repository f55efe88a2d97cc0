package normalize

import (
	"strings"
	"testing"

	"luzhou/extract"
)

// TestTidy has a row of the table for each figure: label, column, figure.
func TestTidy(t *testing.T) {
	columns := []string{"自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"}
	document := func(rows func(path []string, figures []string) [][]string, header []string) *extract.Document {
		s := newSample("gen_2019")
		s.upToThree()
		table := [][]string{header}
		path := []string{}
		for _, row := range s.rows[3:] {
			labels := row[:len(row)-7]
			for d, l := range labels {
				if l != "" {
					path = append(path[:min(d, len(path)):min(d, len(path))], l)
				}
			}
			table = append(table, rows(path[:len(labels)], row[len(row)-7:])...)
		}
		s.table(table)
		s.fromFour()
		return s.document()
	}
	t.Run("path in one cell", func(t *testing.T) {
		sameFigures(t, document(func(path, figures []string) (rows [][]string) {
			for i, f := range figures {
				rows = append(rows, []string{strings.Join(path, "/"), columns[i], f})
			}
			return rows
		}, []string{"事项", "申请人", "数量"}), "table.tidy requests")
	})
	t.Run("label once", func(t *testing.T) {
		sameFigures(t, document(func(path, figures []string) (rows [][]string) {
			for i, f := range figures {
				label := ""
				if i == 0 {
					label = path[len(path)-1]
				}
				rows = append(rows, []string{label, columns[i], f})
			}
			return rows
		}, []string{"事项", "申请人", "件"}), "table.tidy requests")
	})
	t.Run("a column twice", func(t *testing.T) {
		r := FromDocument(document(func(path, figures []string) (rows [][]string) {
			for i, f := range figures {
				rows = append(rows, []string{path[len(path)-1], columns[max(i, 1)], f})
			}
			return rows
		}, []string{"事项", "申请人", "数量"}))
		if v := lookUp(t, r, "requests.granted.commercial_enterprise"); v.HasValue() {
			t.Errorf("commercial_enterprise %v", v)
		}
	})
}
