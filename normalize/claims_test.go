package normalize

import (
	"slices"
	"testing"
)

// The sample received 5 requests, took 1 in and carried 1 out, granted 4, and had
// 2 reviews.
func TestClaims(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"right", "2020年共收到政府信息公开申请5件，上年结转1件，结转下年度继续办理1件，予以公开4件。", nil},
		{"with those carried in", "全年办理依申请公开6件。", nil},
		{"wrong number", "全年收到政府信息公开申请7件。", []string{"claim.differs requests.new_requests.total"}},
		{"none", "全年未收到政府信息公开申请。", []string{"claim.differs requests.new_requests.total"}},
		{"one of two fits", "收到申请3件，受理申请5件。", nil},
		{"a part of them", "收到网络申请3件，其中信函申请9件。", nil},
		{"another year", "2019年收到政府信息公开申请25件。", nil},
		{"compared with another year", "较上年收到申请9件。", nil},
		{"since 2008", "自2008年以来累计收到申请99件。", nil},
		{"something else", "县门户网站收到咨询36件。", nil},
		{"carried out", "结转2021年3件。", []string{"claim.differs requests.carried_out.total"}},
		{"granted", "其中予以公开3件。", []string{"claim.differs requests.granted.total"}},
		{"not granted", "不予公开9件。", nil},
		{"other bodies", "各乡镇共收到政府信息公开申请77件。", nil},
		{"a quarter", "一季度收到政府信息公开申请12件，二季度2件。", nil},
		{"forms", "收到信息公开申请表186份。", nil},
		{"handled", "共办理政府信息公开申请5件。", nil},
		{"all applicants", "收到公民、法人和其他组织政府信息公开申请共8件。", []string{"claim.differs requests.new_requests.total"}},
		{"other reviews", "本年收到行政复议申请67件。", nil},
		{"reviews", "因政府信息公开被申请行政复议3件。", []string{"claim.differs review_and_litigation.review.total"}},
		{"thousands", "收到申请1,005件。", []string{"claim.differs requests.new_requests.total"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := newSample("gen_2019")
			s.text(sampleTitle, samplePreamble, "一、总体情况", test.text)
			s.rest()
			if got := codes(FromDocument(s.document())); !slices.Equal(got, test.want) {
				t.Errorf("%s: findings %v, want %v", test.text, got, test.want)
			}
		})
	}
}

func TestClaimsNameFigures(t *testing.T) {
	r := FromDocument(newSample("gen_2019").whole())
	for _, path := range claimedPlaces() {
		if path != "review_and_litigation" {
			lookUp(t, r, path)
		}
	}
}

func TestAnnouncedYear(t *testing.T) {
	s := newSample("gen_2019")
	s.text(sampleTitle, "现公布青山镇2019年政府信息公开工作年度报告。"+samplePreamble, "一、总体情况", "好。")
	s.rest()
	if got := codes(FromDocument(s.document())); !slices.Equal(got, []string{"year.doubtful year"}) {
		t.Errorf("findings %v", got)
	}
}
