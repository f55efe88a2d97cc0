package normalize

// The form of 国办公开办函〔2019〕60号, 政府信息公开工作年度报告格式（试行）, for the
// reports on 2019 and 2020.
var form2019 = Generation{
	Key: "gen_2019", From: 2019, To: 2020, Basis: "国办公开办函〔2019〕60号",
	Sections: sections("gen_2019", active2019, requests2019),
}

var active2019 = []BlockForm{
	{
		Key: "art20_1", Title: "第二十条第（一）项", Stub: stub,
		Columns: []Column{
			{Label: Label{Key: "made", Text: "本年新制作数量"}, Unit: "件"},
			{Label: Label{Key: "disclosed", Text: "本年新公开数量"}, Unit: "件"},
			{Label: Label{Key: "disclosed_total", Text: "对外公开总数量"}, Unit: "件"},
		},
		Rows: []Row{
			{Label: Label{Key: "regulations", Text: "规章", Odd: []string{"政府规章"}}},
			{Label: Label{Key: "normative_documents", Text: "规范性文件", Variants: []string{"行政规范性文件"}}},
		},
	},
	{
		Key: "art20_5", Title: "第二十条第（五）项", Stub: stub, Columns: items2019,
		Rows: []Row{
			{Label: Label{Key: "licensing", Text: "行政许可"}},
			{Label: Label{Key: "other_external_services", Text: "其他对外管理服务事项", Odd: []string{"其他对外管理服务"}}},
		},
	},
	{
		Key: "art20_6", Title: "第二十条第（六）项", Stub: stub, Columns: items2019,
		Rows: []Row{
			{Label: Label{Key: "penalty", Text: "行政处罚"}},
			{Label: Label{Key: "coercion", Text: "行政强制"}},
		},
	},
	{
		Key: "art20_8", Title: "第二十条第（八）项", Stub: stub, Columns: items2019[:2],
		Rows: []Row{{Label: fees}},
	},
	{
		Key: "art20_9", Title: "第二十条第（九）项", Stub: stub,
		Columns: []Column{
			{Label: Label{Key: "projects", Text: "采购项目数量"}, Unit: "项"},
			{Label: Label{Key: "amount", Text: "采购总金额"}, Kind: Money},
		},
		Rows: []Row{{Label: Label{Key: "centralized_procurement", Text: "政府集中采购", Odd: []string{"集中采购"}}}},
	},
}

var items2019 = []Column{
	{Label: Label{Key: "items_last_year", Text: "上一年项目数量", Variants: []string{"上年项目数量"}}, Unit: "项"},
	{Label: Label{Key: "items_change", Text: "本年增/减", Variants: []string{"本年增减", "本年增（减）"}}, Kind: SignedCount, Unit: "项"},
	{Label: Label{Key: "decisions", Text: "处理决定数量"}, Unit: "件"},
}

var requests2019 = []Row{{
	Label:   Label{Key: "other_handling", Text: "（六）其他处理", Variants: []string{"（六）其他"}},
	Parents: []string{results},
}}
