package normalize

// The form of 国办公开办函〔2021〕30号, 政府信息公开工作年度报告格式, for the reports
// on 2021 and later years.
var form2021 = Generation{
	Key: "gen_2021", From: 2021, Basis: "国办公开办函〔2021〕30号",
	Sections: sections("gen_2021", active2021, requests2021),
}

var active2021 = []BlockForm{
	{
		Key: "art20_1", Title: "第二十条第（一）项", Stub: stub,
		Columns: []Column{
			{Label: Label{Key: "issued", Text: "本年制发件数"}, Unit: "件"},
			{Label: Label{Key: "repealed", Text: "本年废止件数"}, Unit: "件"},
			{Label: Label{Key: "in_force", Text: "现行有效件数"}, Unit: "件"},
		},
		Rows: []Row{
			{Label: Label{Key: "regulations", Text: "规章", Odd: []string{"政府规章"}}},
			{Label: Label{Key: "normative_documents", Text: "行政规范性文件", Variants: []string{"规范性文件"}}},
		},
	},
	{
		Key: "art20_5", Title: "第二十条第（五）项", Stub: stub, Columns: decisions2021,
		Rows: []Row{{Label: Label{Key: "licensing", Text: "行政许可"}}},
	},
	{
		Key: "art20_6", Title: "第二十条第（六）项", Stub: stub, Columns: decisions2021,
		Rows: []Row{
			{Label: Label{Key: "penalty", Text: "行政处罚"}},
			{Label: Label{Key: "coercion", Text: "行政强制"}},
		},
	},
	{
		Key: "art20_8", Title: "第二十条第（八）项", Stub: stub,
		Columns: []Column{{
			Label: Label{Key: "amount", Text: "本年收费金额（单位：万元）", Variants: []string{"本年收费金额"}},
			Kind:  Amount, Unit: "万元",
		}},
		Rows: []Row{{Label: fees}},
	},
}

var decisions2021 = []Column{
	{Label: Label{Key: "decisions", Text: "本年处理决定数量", Variants: []string{"处理决定数量"}}, Unit: "件"},
}

var requests2021 = []Row{
	{
		Label: Label{Key: "other_handling.no_correction_in_time",
			Text:     "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
			Variants: []string{"1.申请人无正当理由逾期不补正"}},
		Parents: []string{results, otherHandling},
	},
	{
		Label: Label{Key: "other_handling.fee_not_paid_in_time",
			Text:     "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
			Variants: []string{"2.申请人逾期未按收费通知要求缴纳费用"}},
		Parents: []string{results, otherHandling},
	},
	{Label: Label{Key: "other_handling.other", Text: "3.其他", Variants: []string{"3.其他情形"}}, Parents: []string{results, otherHandling}},
}
