package normalize

import "testing"

// TestWordings prints a word of the tables in another way that means the same:
// no figure may get lost over it, and nobody need look.
func TestHarmlessWordings(t *testing.T) {
	tests := []struct{ from, to string }{
		{"法人或其他组织", "法人或者其他组织"},
		{"法人或其他组织", "法人和其他组织"},
		{"商业企业", "企业"},
		{"3.危及“三安全一稳定”", "3.危及国家安全、公共安全、经济安全、社会稳定"},
		{"尚未审结", "尚未办结"},
		{"行政复议", "行政复议情况"},
		{"行政诉讼", "行政诉讼情况"},
		{"复议后起诉", "经复议后起诉"},
		{"未经复议直接起诉", "未经行政复议直接起诉"},
	}
	for _, test := range tests {
		t.Run(test.to, func(t *testing.T) {
			s := newSample("gen_2019")
			for _, rows := range [][][]string{s.active, s.rows, s.review} {
				for _, row := range rows {
					for i := range row {
						if row[i] == test.from {
							row[i] = test.to
						}
					}
				}
			}
			sameFigures(t, s.whole())
		})
	}
}

// TestFlatHeads gives part four one row of heads that name group and column.
func TestFlatHeads(t *testing.T) {
	s := newSample("gen_2019")
	var head []string
	for _, group := range []string{"行政复议", "未经复议直接起诉", "行政诉讼复议后起诉"} {
		for _, c := range reviewBlock.Columns {
			head = append(head, group+c.Text)
		}
	}
	s.review = [][]string{head, s.review[3]}
	sameFigures(t, s.whole())
}
