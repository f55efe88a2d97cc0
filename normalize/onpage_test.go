package normalize

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"luzhou/extract"
)

// TestUnderTheHeader has rows with more cells than columns, blanks among them: the
// header tells which of the empty cells are columns.
func TestUnderTheHeader(t *testing.T) {
	document := func(bend func(rows [][]string) [][]string) *extract.Document {
		s := newSample("gen_2019")
		s.upToThree()
		rows := [][]string{ // as a sheet has them: a merged cell stands at its first place
			{s.rows[0][0], "", "", "申请人情况", "", "", "", "", "", ""},
			{"", "", "", "自然人", "法人或其他组织", "", "", "", "", "总计"},
			{"", "", "", "", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", ""},
		}
		for _, row := range s.rows[3:] {
			n := len(row) - 7
			rows = append(rows, slices.Concat(row[:n], slices.Repeat([]string{""}, 3-n), row[n:]))
		}
		s.table(bend(rows))
		s.fromFour()
		return s.document()
	}
	pad := func(rows [][]string) [][]string {
		for i := range rows {
			rows[i] = append(rows[i], "", "", "")
		}
		return rows
	}
	check := func(t *testing.T, r *Report) {
		t.Helper()
		wantFigure(t, r, "requests.granted.natural_person", "", Blank)
		wantFigure(t, r, "requests.granted.commercial_enterprise", "1", Printed)
		wantFigure(t, r, "requests.granted.total", "1", Printed)
		wantFigure(t, r, "requests.unable.not_held.natural_person", "", Blank)
		wantFigure(t, r, "requests.unable.not_held.other_organization", "0", Printed)
	}
	bare := func(rows [][]string) { // two figures that are 0 are blank; the sums hold
		for _, row := range rows {
			for label, figures := range map[string]string{"（一）予以公开": " 1 0 0 0 0 1", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）": "3 0 0 0 0 0 3",
				"1.本机关不掌握相关政府信息": " 0 0 0 0 0 0", "2.没有现成信息需要另行制作": "1 0 0 0 0 0 1"} {
				if slices.Contains(row, label) {
					copy(row[3:10], strings.Split(figures, " "))
				}
			}
		}
	}
	t.Run("empty columns at the end", func(t *testing.T) {
		check(t, FromDocument(document(func(rows [][]string) [][]string { bare(rows); return pad(rows) })))
	})
	t.Run("empty columns between", func(t *testing.T) {
		check(t, FromDocument(document(func(rows [][]string) [][]string {
			bare(rows)
			for i, row := range rows {
				rows[i] = nil
				for _, c := range row {
					rows[i] = append(rows[i], c, "")
				}
			}
			return rows
		})))
	})
	columns := func(rows [][]string, at int, name string, cell func(i int) string) [][]string {
		for i, row := range rows {
			text := ""
			if i == 0 {
				text = name
			} else if i > 2 {
				text = cell(i - 2)
			}
			rows[i] = slices.Insert(slices.Clone(row), at, text)
		}
		return rows
	}
	t.Run("line numbers in front of the figures", func(t *testing.T) {
		r := FromDocument(document(func(rows [][]string) [][]string { bare(rows); return columns(rows, 3, "行次", strconv.Itoa) }))
		check(t, r)
		wantFigure(t, r, "requests.new_requests.natural_person", "4", Printed)
		if list := codes(r); !slices.Contains(list, "column.unknown requests") {
			t.Errorf("findings %v", list)
		}
	})
	t.Run("a column behind the figures", func(t *testing.T) {
		r := FromDocument(document(func(rows [][]string) [][]string {
			bare(rows)
			return columns(rows, 10, "占比（%）", func(i int) string { return strconv.Itoa(i) + ".5" })
		}))
		check(t, r)
		wantFigure(t, r, "requests.new_requests.total", "5", Printed)
	})
	t.Run("line numbers and a row that lost a cell", func(t *testing.T) {
		r := FromDocument(document(func(rows [][]string) [][]string {
			rows = columns(rows, 3, "行次", strconv.Itoa)
			for i, row := range rows {
				if slices.Contains(row, "（一）予以公开") {
					rows[i] = slices.Delete(row, 6, 7)
				}
			}
			return rows
		}))
		for _, column := range []string{"natural_person", "commercial_enterprise", "total"} {
			if v := lookUp(t, r, "requests.granted."+column); v.State == Printed {
				t.Errorf("%s %v", column, v)
			}
		}
		wantFigure(t, r, "requests.new_requests.total", "5", Printed)
	})
	t.Run("a figure beside the columns", func(t *testing.T) { // then the header does not tell
		r := FromDocument(document(func(rows [][]string) [][]string {
			bare(rows)
			pad(rows)
			rows[8][10], rows[8][3] = rows[8][9], ""
			return rows
		}))
		if v := lookUp(t, r, "requests.granted.commercial_enterprise"); v.HasValue() && v.State == Printed {
			t.Errorf("commercial_enterprise %v", v)
		}
	})
	t.Run("short rows filled up", func(t *testing.T) { // 3 1 0 0 4 may stand in any columns
		r := FromDocument(document(func(rows [][]string) [][]string {
			for _, row := range rows[3:] {
				if strings.Contains(strings.Join(row, ""), "予以公开") {
					copy(row[3:], []string{"3", "1", "0", "0", "4", "", ""})
				}
			}
			return pad(rows)
		}))
		if v := lookUp(t, r, "requests.granted.other_organization"); v.State == Blank {
			t.Errorf("other_organization %v", v)
		}
		if v := lookUp(t, r, "requests.granted.total"); v.State == Blank {
			t.Errorf("total %v", v)
		}
	})
}

// TestEmptyRemarks has a column of remarks without any, in a dump that does not tell
// columns; a row begins with a blank.
func TestEmptyRemarks(t *testing.T) {
	s := newSample("gen_2019")
	s.upToThree()
	for i, row := range s.rows[3:] {
		s.rows[3+i] = append(slices.Clone(row), "")
	}
	row := *s.row(t, "1.属于国家秘密")
	row[len(row)-8] = ""
	s.rows[0] = append(s.rows[0], "备注")
	s.table(s.rows)
	s.fromFour()
	r := FromDocument(s.document())
	wantFigure(t, r, "requests.denied.state_secret.natural_person", "", Blank)
	wantFigure(t, r, "requests.denied.state_secret.commercial_enterprise", "0", Printed)
	wantFigure(t, r, "requests.new_requests.total", "5", Printed)
}
