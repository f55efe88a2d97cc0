package normalize

import "testing"

func requestLabels(t *testing.T, generation string) (*labels, *BlockForm) {
	t.Helper()
	block := &FindTable(generation, "requests").Blocks[0]
	var list []Label
	var parents [][]string
	for _, r := range block.Rows {
		list, parents = append(list, r.Label), append(parents, r.Parents)
	}
	return newLabels(list, parents), block
}

func TestFindRow(t *testing.T) {
	tests := []struct {
		name, form, text, parent, want string
		quality                        quality
	}{
		{"as the form", "gen_2019", "（一）予以公开", "", "granted", exact},
		{"without number", "gen_2019", "予以公开", "", "granted", exact},
		{"ASCII brackets", "gen_2019", "(一)予以公开", "", "granted", exact},
		{"bookmark", "gen_2019", "[bookmark: _GoBack]一、本年新收政府信息公开申请数量", "", "new_requests", exact},
		{"blanks inside", "gen_2019", "4.无正当理由大量反复 申请", "", "not_handled.unjustified_mass_requests", exact},
		{"quotes", "gen_2019", "3.危及\"三安全一稳定\"", "", "denied.endangers_three_securities_one_stability", exact},
		{"remark left out", "gen_2019", "（二）部分公开", "", "partially_granted", exact},
		{"remark appended", "gen_2019", "（一）予以公开（含主动公开）", "", "granted", exact},
		{"other comma", "gen_2021", "1、申请人无正当理由逾期不补正,行政机关不再处理其政府信息公开申请", "", "other_handling.no_correction_in_time", exact},
		{"known mistake", "gen_2019", "2.其他法律行政止公开", "", "denied.prohibited_by_other_law", odd},
		{"near miss with its number", "gen_2019", "8.属于行政查洵事项", "", "denied.administrative_inquiry", near},
		{"bare 其他 by its parent", "gen_2021", "3.其他", "其他处理", "other_handling.other", exact},
		{"bare 其他 in the older form", "gen_2019", "（六）其他", "", "other_handling", exact},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			l, block := requestLabels(t, test.form)
			item, q, ok := l.find(test.text, test.parent)
			if !ok || block.Rows[item].Key != test.want || q != test.quality {
				got := ""
				if ok {
					got = block.Rows[item].Key
				}
				t.Errorf("find(%q) = %q quality %d, want %q quality %d", test.text, got, q, test.want, test.quality)
			}
		})
	}
}

func TestFindRowRefuses(t *testing.T) {
	l, block := requestLabels(t, "gen_2019")
	for _, text := range []string{"", "商业企业", "三、本年度办理结果", "9.属于行政查洵事项", "信息内容", "（八）其他主动公开文件"} {
		if item, _, ok := l.find(text, ""); ok {
			t.Errorf("find(%q) = %s, want none", text, block.Rows[item].Key)
		}
	}
}
