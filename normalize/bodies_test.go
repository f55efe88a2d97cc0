package normalize

import "testing"

// TestSameBodies has one body write its name in several ways from year to year,
// beside bodies of names that are nearly the same.
func TestSameBodies(t *testing.T) {
	type named struct {
		year         int
		title, signs string
	}
	tests := []struct {
		name    string
		reports []named
		bodies  int
	}{
		{"in full and in short", []named{{2019, "柳河街道", "柳河街道办事处"}, {2020, "柳河街道", "柳河街道"}, {2021, "龙湾市柳河街道办事处", "龙湾市柳河街道办事处"}}, 1},
		{"abbreviated", []named{{2019, "青浦区卫健委", "青浦区卫健委"}, {2020, "青浦区卫健委", "青浦区卫生健康委员会"}, {2021, "青浦区卫生健康委员会", ""}}, 1},
		{"two of one short name", []named{{2019, "教育局", "平远县教育局"}, {2019, "教育局", "海陵区教育局"}, {2020, "教育局", "平远县教育局"}, {2020, "教育局", "海陵区教育局"}}, 2},
		{"same end of the name", []named{{2019, "清溪镇", "平远县清溪镇人民政府"}, {2019, "清溪镇", "海陵区清溪镇人民政府"}, {2020, "清溪镇", "清溪镇人民政府"}}, 3},
		{"offices of one town", []named{{2019, "平远县教育局", "平远县教育局"}, {2020, "平远县体育局", "平远县体育局"}}, 2},
		{"part of a bureau", []named{{2019, "平远县公安局", "平远县公安局"}, {2020, "平远县公安局石门分局", "平远县公安局石门分局"}}, 2},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var records []YearRecord
			for _, n := range test.reports {
				r := &Report{Title: n.title + "2020年政府信息公开工作年度报告", Signatory: n.signs, Issuer: issuer(n.title, n.signs), Year: n.year}
				records = append(records, NewYearRecord(r))
			}
			sameBodies(records)
			bodies := map[string]bool{}
			for _, r := range records {
				bodies[r.Body] = true
			}
			if len(bodies) != test.bodies {
				t.Errorf("bodies %v, want %d", bodies, test.bodies)
			}
		})
	}
}
