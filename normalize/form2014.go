package normalize

// The reports of 2008 to 2018: a narrative on the subjects of article 32 of the
// regulation of 2007 (国务院令第492号), and from 2014 the 政府信息公开情况统计表 of
// 国办发〔2014〕32号, often as an attachment. Of its 65 rows only those are built
// in whose wording was seen in public documents; all others are kept as printed.
var form2014 = Generation{
	Key: "gen_2014", From: 2008, To: 2018, Basis: "国办发〔2014〕32号", Free: true,
	Sections: []SectionForm{
		{Key: "overview", Title: "概述", Variants: []string{"概况", "基本情况"}},
		{Key: "active_disclosure", Title: "主动公开政府信息情况", Variants: []string{"主动公开政府信息的情况", "主动公开情况"}},
		{Key: "requests", Title: "依申请公开政府信息和不予公开政府信息情况",
			Variants: []string{"依申请公开政府信息和不予公开政府信息的情况", "依申请公开政府信息情况", "依申请公开政府信息的情况",
				"依申请公开情况", "依申请公开和不予公开政府信息情况", "政府信息依申请公开情况"}},
		{Key: "fees", Title: "政府信息公开的收费及减免情况",
			Variants: []string{"政府信息公开收费及减免情况", "政府信息公开的收费和减免情况", "收费及减免情况", "收费和减免情况", "政府信息公开收费情况"}},
		{Key: "review_and_litigation", Title: "因政府信息公开申请行政复议、提起行政诉讼的情况",
			Variants: []string{"因政府信息公开申请行政复议、提起行政诉讼情况", "政府信息公开申请行政复议、提起行政诉讼情况",
				"政府信息公开行政复议、行政诉讼的情况", "行政复议、行政诉讼情况", "复议、诉讼情况", "政府信息公开复议、诉讼情况"}},
		{Key: "problems", Title: "政府信息公开工作存在的主要问题及改进情况",
			Variants: []string{"政府信息公开工作存在的主要问题和改进情况", "存在的主要问题及改进措施", "存在的主要问题和改进措施", "存在的问题及改进措施",
				"存在的问题和改进措施", "存在问题及改进措施"}},
		{Key: "other_matters", Title: "其他需要报告的事项", Variants: []string{"需要说明的其他事项", "其他需要说明的事项"}},
		{Key: "statistics", Title: "政府信息公开情况统计表",
			Variants: []string{"政府信息公开情况统计报表", "政府信息公开工作情况统计表"}, Annexed: true, Table: &statistics2014},
	},
}

const (
	activeChannels   = "（二）通过不同渠道和方式公开政府信息的情况"
	responseChannels = "（二）通过不同渠道和方式回应解读的情况"
)

var statistics2014 = TableForm{
	Section: "statistics", Generation: "gen_2014", Listed: true,
	Blocks: []BlockForm{{
		Stub: "统计指标",
		Columns: []Column{{Label: Label{Key: "count", Text: "统计数",
			Variants: []string{"数量", "本期实际", "统计数量"}}}},
		Rows: []Row{
			{Label: Label{Key: "active.items", Text: "（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）",
				Variants: []string{"（一）主动公开政府信息数"}}, Parents: []string{"一、主动公开情况"}, Unit: "条"},
			{Label: Label{Key: "active.items.normative", Text: "其中：主动公开规范性文件数",
				Variants: []string{"主动公开规范性文件数"}}, Parents: []string{"一、主动公开情况"}, Unit: "条"},
			{Label: Label{Key: "active.normative_made", Text: "制发规范性文件总数"}, Parents: []string{"一、主动公开情况"}, Unit: "件"},
			{Label: Label{Key: "active.channels.gazette", Text: "1.政府公报公开政府信息数"}, Parents: []string{activeChannels}, Unit: "条"},
			{Label: Label{Key: "active.channels.website", Text: "2.政府网站公开政府信息数"}, Parents: []string{activeChannels}, Unit: "条"},
			{Label: Label{Key: "response.hot_topics", Text: "（一）回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）",
				Variants: []string{"（一）回应公众关注热点或重大舆情数"}}, Parents: []string{"二、回应解读情况"}, Unit: "次"},
			{Label: Label{Key: "response.press_conferences", Text: "1.参加或举办新闻发布会总次数"}, Parents: []string{responseChannels}, Unit: "次"},
			{Label: Label{Key: "response.online_interviews", Text: "2.政府网站在线访谈次数"}, Parents: []string{responseChannels}, Unit: "次"},
			{Label: Label{Key: "response.policy_articles", Text: "3.政策解读稿件发布数"}, Parents: []string{responseChannels}, Unit: "篇"},
			{Label: Label{Key: "response.weibo_wechat_events", Text: "4.微博微信回应事件数"}, Parents: []string{responseChannels}, Unit: "次"},
			{Label: Label{Key: "response.other_events", Text: "5.其他方式回应事件数"}, Parents: []string{responseChannels}, Unit: "次"},
			{Label: Label{Key: "requests.received.in_person", Text: "1.当面申请数"}, Parents: []string{"三、依申请公开情况"}, Unit: "件"},
			{Label: Label{Key: "requests.received.fax", Text: "2.传真申请数"}, Parents: []string{"三、依申请公开情况"}, Unit: "件"},
			{Label: Label{Key: "requests.received.network", Text: "3.网络申请数"}, Parents: []string{"三、依申请公开情况"}, Unit: "件"},
			{Label: Label{Key: "requests.received.letter", Text: "4.信函申请数"}, Parents: []string{"三、依申请公开情况"}, Unit: "件"},
			{Label: Label{Key: "complaints", Text: "六、举报投诉数量"}, Unit: "件"},
			{Label: Label{Key: "fees", Text: "七、依申请公开信息收取的费用", Variants: []string{"七、依申请公开收取的费用"}}, Kind: Amount, Unit: "万元"},
		},
	}},
	Rules: []Rule{{ID: "g14.part_of", Axis: EachColumn, Left: []string{"active.items.normative"}, Right: []string{"active.items"}, Most: true,
		Text: Text{ZH: "“其中”一行不大于其上级", EN: "a row of which is no larger than the row above it"}}},
}
