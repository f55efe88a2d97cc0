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
		{"not granted", "不予公开9件。", []string{"claim.differs requests.denied"}},
		{"unable", "予以公开4件，无法提供1件，不予处理0件。", nil},
		{"unable, wrong", "无法提供3件。", []string{"claim.differs requests.unable"}},
		{"in Chinese", "全年收到政府信息公开申请五件。", nil},
		{"in Chinese, wrong", "全年收到政府信息公开申请十二件。", []string{"claim.differs requests.new_requests.total"}},
		{"no number", "办理依申请公开一件一档。", nil},
		{"zero in words", "本年度收到政府信息公开申请为零。", []string{"claim.differs requests.new_requests.total"}},
		{"none, otherwise", "本年度无依申请公开事项。", []string{"claim.differs requests.new_requests.total"}},
		{"persons", "收到政府信息公开申请5件，其中自然人4件，法人或其他组织1件。", nil},
		{"persons, wrong", "收到政府信息公开申请5件，其中自然人2件，法人或其他组织3件。",
			[]string{"claim.differs requests.new_requests.natural_person", "claim.differs requests.new_requests"}},
		{"closed", "全年办结政府信息公开申请5件。", nil},
		{"closed, wrong", "全年办结政府信息公开申请3件。", []string{"claim.differs requests.result_total.total"}},
		{"new ones", "全年办理依申请公开事项，新收8件、上年结转1件。", []string{"claim.differs requests.new_requests.total"}},
		{"closed, in short", "收到政府信息公开申请5件，办结2件。", []string{"claim.differs requests.result_total.total"}},
		{"closed, other requests", "受理行政许可申请12件，办结9件。", nil},
		{"the body as we", "我们共收到申请9件（其中网络申请1件），全部答复。", []string{"claim.differs requests.new_requests.total"}},
		{"results between marks", "发生行政复议案件2件，其中结果维持1件、结果纠正3件。", []string{"claim.differs review_and_litigation.review.corrected"}},
		{"results", "行政复议2件，其中维持1件，纠正3件。", []string{"claim.differs review_and_litigation.review.corrected"}},
		{"lawsuits", "未经复议直接起诉0件，复议后起诉7件。", []string{"claim.differs review_and_litigation.litigation_after_review.total"}},
		{"decisions", "作出行政处罚决定2件，行政强制33件。", []string{"claim.differs active_disclosure.art20_6.coercion.decisions"}},
		{"decisions that are shown", "公示行政处罚决定7件，行政强制33件。", nil},
		{"closed, something else", "答复人大代表建议12件，办结率100%。", nil},
		{"no disputes", "未发生因政府信息公开申请行政复议、提起行政诉讼的情况。",
			[]string{"claim.differs review_and_litigation.review.total", "claim.differs review_and_litigation"}},
		{"no dispute lost", "没有因政府信息公开被行政复议纠错的情况。", nil},
		{"without review", "政府信息公开未经行政复议直接起诉0件。", nil},
		{"zero disputes", "政府信息公开行政复议和行政诉讼均为0。", // lawsuits without a review are 0
			[]string{"claim.differs review_and_litigation.review.total"}},
		{"disputes of another kind", "全年未发生行政复议。", nil},
		{"penalties", "作出行政处罚决定9件。", []string{"claim.differs active_disclosure.art20_6.penalty.decisions"}},
		{"penalties that are shown", "公示行政处罚决定3件。", nil},
		{"documents", "制发规范性文件11件。", nil},
		{"documents, wrong", "制发规范性文件7件。", []string{"claim.differs active_disclosure.art20_1.normative_documents"}},
		{"other bodies", "各乡镇共收到政府信息公开申请77件。", nil},
		{"a quarter", "一季度收到政府信息公开申请12件，二季度2件。", nil},
		{"forms", "收到信息公开申请表186份。", nil},
		{"handled", "共办理政府信息公开申请5件。", nil},
		{"all applicants", "收到公民、法人和其他组织政府信息公开申请共8件。", []string{"claim.differs requests.new_requests.total"}},
		{"other reviews", "本年收到行政复议申请67件。", nil},
		{"reviews", "因政府信息公开被申请行政复议3件。", []string{"claim.differs review_and_litigation.review.total"}},
		{"all kinds", "共收到各类政府信息公开申请8件。", []string{"claim.differs requests.new_requests.total"}},
		{"copies", "今年共收到政府信息公开申请8份。", []string{"claim.differs requests.new_requests.total"}},
		{"how many", "本年度政府信息公开申请量为8件。", []string{"claim.differs requests.new_requests.total"}},
		{"of the body", "2020年，青山镇人民政府收到政府信息公开申请8件。", []string{"claim.differs requests.new_requests.total"}},
		{"none of any form", "本单位未收到任何形式的政府信息公开申请。", []string{"claim.differs requests.new_requests.total"}},
		{"zero of them", "依申请公开数量为零。", []string{"claim.differs requests.new_requests.total"}},
		{"the others of them", "收到政府信息公开申请5件，其中予以公开3件、部分公开0件。", []string{"claim.differs requests.granted.total"}},
		{"at the counter", "政务服务大厅推行一窗受理，全年受理申请300件。", nil},
		{"all kinds of applications", "全年受理各类申请300件。", nil},
		{"of the people", "全年办理群众申请12件。", nil},
		{"for another", "协助县政府办理政府信息公开申请12件。", nil},
		{"of one office", "市局机关收到政府信息公开申请12件。", nil},
		{"of several years", "五年来共收到政府信息公开申请99件。", nil},
		{"until summer", "截至2020年6月底，收到政府信息公开申请2件。", nil},
		{"petitions", "信访事项上年结转12件，热线工单结转下年3件。", nil},
		{"secret matters", "审查拟公开信息90条，对涉密信息不予公开2条。", nil},
		{"other applications", "受理行政许可申请90件，不予受理3件，不予处理2件。", nil},
		{"in one field", "食品安全领域作出行政处罚决定9件。", nil},
		{"no penalty", "作出不予行政处罚决定9件。", nil},
		{"of one campaign", "开展专项整治行动，作出行政处罚决定9件。", nil},
		{"documents looked through", "清理规范性文件90件，废止4件。", nil},
		{"reviews it decides", "依法履行行政复议职责，收到行政复议申请90件，维持60件，纠正30件。", nil},
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
	paths := map[string]bool{}
	for _, g := range []string{"gen_2019", "gen_2021"} {
		for _, table := range FromDocument(newSample(g).whole()).Tables() {
			table.Each(func(path string, _ Column, _ *Value) {
				for ; path != ""; path = parentPath(path) {
					paths[path] = true
				}
			})
		}
	}
	for _, path := range claimedPlaces() {
		if !paths[path] {
			t.Errorf("no figure %s", path)
		}
	}
}

func TestAnnouncement(t *testing.T) {
	tests := []struct {
		preamble, overview string
		want               []string
	}{
		{"现公布青山镇2019年政府信息公开工作年度报告。", "好。", []string{"year.doubtful year"}},
		{"现公布江川县水利局2020年政府信息公开工作年度报告。", "好。", []string{"issuer.differs issuer"}},
		{"现公布青山镇人民政府2020年政府信息公开工作年度报告。", "好。", nil},
		{"现公布我镇2020年政府信息公开工作年度报告。", "好。", nil},
		{"", "2019年，我镇认真落实条例，现将有关情况报告如下。", []string{"year.doubtful year"}},
		{"", "我镇认真落实条例，现将2019年政府信息公开工作情况报告如下。", []string{"year.doubtful year"}},
		{"", "2019年，新修订的条例颁布。2020年，我镇认真落实。", nil},
		{"", "2019年5月15日，新条例施行。", nil},
	}
	for _, test := range tests {
		s := newSample("gen_2019")
		s.text(sampleTitle, test.preamble+samplePreamble, "一、总体情况", test.overview)
		s.rest()
		if got := codes(FromDocument(s.document())); !slices.Equal(got, test.want) {
			t.Errorf("%s %s: findings %v", test.preamble, test.overview, got)
		}
	}
}

// TestClaimOnBlank holds statements against a sum that a blank leaves open.
func TestClaimOnBlank(t *testing.T) {
	s := newSample("gen_2019")
	row := *s.row(t, "一、本年新收政府信息公开申请数量")
	row[len(row)-5] = "" // 科研机构
	s.text(sampleTitle, samplePreamble, "一、总体情况", "收到政府信息公开申请5件，其中自然人4件，法人或其他组织7件。")
	s.rest()
	if got := codes(FromDocument(s.document())); !slices.Equal(got, []string{"figure.blank requests.new_requests"}) {
		t.Errorf("findings %v", got)
	}
}

// claimedPlaces lists the places that claims are about.
func claimedPlaces() (list []string) {
	for _, c := range claims {
		list = append(list, c.where)
		list = append(list, slices.Concat(c.sums...)...)
	}
	return list
}
