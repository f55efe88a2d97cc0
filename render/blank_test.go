package render

import (
	"testing"

	"luzhou/normalize"
)

// filledForm is a report of the form of 2019 whose part three says 0 throughout,
// save for what change does to its rows.
func filledForm(change func(rows [][]normalize.Value)) *normalize.Report {
	t := normalize.NewTable(normalize.FindTable("gen_2019", "requests"))
	for r := range t.Values[0] {
		for c := range t.Values[0][r] {
			t.Values[0][r][c] = normalize.Value{State: normalize.Printed, Value: normalize.Int(0)}
		}
	}
	change(t.Values[0])
	return &normalize.Report{Schema: normalize.Schema, Title: "青山镇2020年政府信息公开工作年度报告", Issuer: "青山镇", Year: 2020, Requests: t,
		Sections: []normalize.Section{{No: 1, Key: "requests", Heading: "收到和处理政府信息公开申请情况"}}}
}

func breaksItsSum(rows [][]normalize.Value) {
	rows[4][0] = normalize.Value{State: normalize.Printed, Value: normalize.Int(5)}
	rows[4][5], rows[4][6] = normalize.Value{State: normalize.Blank}, normalize.Value{State: normalize.Blank}
}

// mayHaveSlid has the total of a row count what is missing in the middle, with no
// other row to tell.
func mayHaveSlid(rows [][]normalize.Value) {
	for r := range rows {
		for c := range rows[r] {
			rows[r][c] = normalize.Value{State: normalize.Blank}
		}
	}
	for c, n := range []int64{1, 0, 0, 0, 0, 1, 5} {
		rows[4][c] = normalize.Value{State: normalize.Printed, Value: normalize.Int(n)}
	}
	rows[4][3] = normalize.Value{State: normalize.Blank}
}

// Only rows whose empty ends would be taken for filling are marked, at their
// last figure.
func TestBlanksAreMarkedWhereTheyMustBe(t *testing.T) {
	blank := normalize.Value{State: normalize.Blank}
	for _, c := range []struct {
		name   string
		change func(rows [][]normalize.Value)
		marked int
	}{
		{"no blank", func([][]normalize.Value) {}, 0},
		{"one total blank", func(rows [][]normalize.Value) { rows[4][6] = blank }, 0},
		{"blank rows", func(rows [][]normalize.Value) {
			for c := range rows[4] {
				rows[4][c], rows[5][c] = blank, blank
			}
		}, 0},
		{"blank in the middle", func(rows [][]normalize.Value) { rows[4][3] = blank }, 0},
		{"a row that breaks its sum and ends blank", breaksItsSum, 1},
		{"a row whose figures may have slid", mayHaveSlid, 1},
		{"many totals blank, figures before them", func(rows [][]normalize.Value) {
			for r := range rows {
				rows[r][0] = normalize.Value{State: normalize.Printed, Value: normalize.Int(int64(r))}
				rows[r][5], rows[r][6] = blank, blank
			}
		}, len(normalize.FindTable("gen_2019", "requests").Blocks[0].Rows)},
	} {
		r := filledForm(c.change)
		r.Requests.Extra = []normalize.ExtraRow{{Label: "跨部门联办件", After: "granted", Cells: []string{"3", "", "", "", "", "", ""}}} // never marked
		l := FromReport(r)
		marked := 0
		doc := documentOf(l)
		for i, b := range l.Blocks {
			if b.Table == nil {
				continue
			}
			for k, cell := range b.Table.Cells {
				if cell.Blank {
					marked++
					doc.Blocks[i].Table.Cells[k].Text = normalize.BlankMark
					if cell.Text != "" || cell.Role != Value || cell.Col != len(b.Table.Widths)-1 && c.name != "a row whose figures may have slid" {
						t.Errorf("%s: marked %+v", c.name, cell)
					}
				}
			}
		}
		if marked != c.marked {
			t.Errorf("%s: %d cells marked, want %d", c.name, marked, c.marked)
		}
		if !sameFigures(normalize.FromDocument(doc), r) {
			t.Errorf("%s: read again the report has other figures", c.name)
		}
	}
}
