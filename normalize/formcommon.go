package normalize

// What the forms of 2019 and 2021 have in common: the six parts, the rows of
// part three but those of （六）其他处理, and the whole of part four.

// sections makes the parts of a form from what is its own.
func sections(generation string, active []BlockForm, otherRows []Row) []SectionForm {
	return []SectionForm{
		{Key: "overview", Title: "总体情况", Variants: []string{"概述"}},
		{Key: "active_disclosure", Title: "主动公开政府信息情况", Variants: []string{"主动公开政府信息的情况"},
			Table: &TableForm{Section: "active_disclosure", Generation: generation, Blocks: active}},
		{Key: "requests", Title: "收到和处理政府信息公开申请情况",
			Variants: []string{"收到和处理政府信息公开申请的情况", "依申请公开政府信息情况"},
			Table:    requestsTable(generation, otherRows)},
		{Key: "review_and_litigation", Title: "政府信息公开行政复议、行政诉讼情况",
			Variants: []string{"因政府信息公开工作被申请行政复议、提起行政诉讼情况", "行政复议行政诉讼情况",
				"因政府信息公开工作被申请行政复议、提起行政诉讼的情况"},
			Table: &TableForm{Section: "review_and_litigation", Generation: generation,
				Blocks: []BlockForm{reviewBlock}, Rules: []Rule{reviewTotal}}},
		{Key: "problems", Title: "存在的主要问题及改进情况",
			Variants: []string{"政府信息公开工作存在的主要问题及改进情况", "存在的主要问题和改进情况", "存在的问题及改进情况",
				"存在的主要问题及改进措施"}},
		{Key: "other_matters", Title: "其他需要报告的事项", Variants: []string{"其他需要报告的事项情况"}},
	}
}

const (
	stub          = "信息内容"
	results       = "三、本年度办理结果"
	denied        = "（三）不予公开"
	unable        = "（四）无法提供"
	notHandled    = "（五）不予处理"
	otherHandling = "（六）其他处理"
)

var fees = Label{Key: "fees", Text: "行政事业性收费", Odd: []string{"行政事业收费", "行政性事业收费", "行政性事业性收费"}}

var applicants = []Column{
	{Label: Label{Key: "natural_person", Text: "自然人", Variants: []string{"公民", "个人", "公民个人"}}, Unit: "件"},
	{Label: Label{Key: "commercial_enterprise", Text: "商业企业", Variants: []string{"企业", "工商企业"}}, Unit: "件"},
	{Label: Label{Key: "research_institution", Text: "科研机构"}, Unit: "件"},
	{Label: Label{Key: "public_welfare_organization", Text: "社会公益组织", Variants: []string{"社会公益"}}, Unit: "件"},
	{Label: Label{Key: "legal_service_organization", Text: "法律服务机构"}, Unit: "件"},
	{Label: Label{Key: "other_organization", Text: "其他", Variants: []string{"其他组织"}}, Unit: "件"},
	{Label: Label{Key: "total", Text: "总计", Variants: []string{"合计", "共计", "小计", "总数"}}, Unit: "件"},
}

var outcomes = []Row{
	{Label: Label{Key: "granted", Text: "（一）予以公开", Odd: []string{"（一）同意公开", "（一）全部公开"}}, Parents: []string{results}},
	{Label: Label{Key: "partially_granted", Text: "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
		Variants: []string{"（二）部分公开（区分处理的，只记这一情形，不记其他情形）", "（二）部分公开"}},
		Parents: []string{results}},
	{Label: Label{Key: "denied.state_secret", Text: "1.属于国家秘密"}, Parents: []string{results, denied}},
	{Label: Label{Key: "denied.prohibited_by_other_law", Text: "2.其他法律行政法规禁止公开",
		Odd: []string{"2.其他法律行政止公开"}}, Parents: []string{results, denied}},
	{Label: Label{Key: "denied.endangers_three_securities_one_stability", Text: "3.危及“三安全一稳定”",
		Variants: []string{"3.危及国家安全、公共安全、经济安全、社会稳定", "3.危及国家安全、公共安全、经济安全和社会稳定"}},
		Parents: []string{results, denied}},
	{Label: Label{Key: "denied.third_party_rights", Text: "4.保护第三方合法权益"}, Parents: []string{results, denied}},
	{Label: Label{Key: "denied.internal_affairs", Text: "5.属于三类内部事务信息"}, Parents: []string{results, denied}},
	{Label: Label{Key: "denied.process_information", Text: "6.属于四类过程性信息"}, Parents: []string{results, denied}},
	{Label: Label{Key: "denied.enforcement_case_file", Text: "7.属于行政执法案卷", Variants: []string{"7.属于行政执法案件"}},
		Parents: []string{results, denied}},
	{Label: Label{Key: "denied.administrative_inquiry", Text: "8.属于行政查询事项"}, Parents: []string{results, denied}},
	{Label: Label{Key: "unable.not_held", Text: "1.本机关不掌握相关政府信息"}, Parents: []string{results, unable}},
	{Label: Label{Key: "unable.must_be_created", Text: "2.没有现成信息需要另行制作"}, Parents: []string{results, unable}},
	{Label: Label{Key: "unable.still_unclear_after_correction", Text: "3.补正后申请内容仍不明确"}, Parents: []string{results, unable}},
	{Label: Label{Key: "not_handled.petition_or_complaint", Text: "1.信访举报投诉类申请",
		Variants: []string{"1.信访投诉举报类申请"}, Odd: []string{"1.信访类申请"}}, Parents: []string{results, notHandled}},
	{Label: Label{Key: "not_handled.repeat_request", Text: "2.重复申请"}, Parents: []string{results, notHandled}},
	{Label: Label{Key: "not_handled.public_publication", Text: "3.要求提供公开出版物"}, Parents: []string{results, notHandled}},
	{Label: Label{Key: "not_handled.unjustified_mass_requests", Text: "4.无正当理由大量反复申请"},
		Parents: []string{results, notHandled}},
	{Label: Label{Key: "not_handled.confirm_or_reissue", Text: "5.要求行政机关确认或重新出具已获取信息",
		Variants: []string{"5.要求行政机关确认或重新出具"}}, Parents: []string{results, notHandled}},
}

func requestsTable(generation string, otherRows []Row) *TableForm {
	rows := []Row{
		{Label: Label{Key: "new_requests", Text: "一、本年新收政府信息公开申请数量",
			Variants: []string{"一、本年度新收政府信息公开申请数量", "一、本年新收"}}},
		{Label: Label{Key: "carried_in", Text: "二、上年结转政府信息公开申请数量",
			Variants: []string{"二、上年度结转政府信息公开申请数量", "二、上年结转"}}},
	}
	rows = append(append(rows, outcomes...), otherRows...)
	var parts []string
	for _, r := range rows[2:] {
		parts = append(parts, r.Key)
	}
	rows = append(rows,
		Row{Label: Label{Key: "result_total", Text: "（七）总计", Variants: []string{"（七）合计", "（七）共计", "（七）小计", "（七）办理结果总计", "（七）办理结果合计", "本年度办理结果合计", "本年度办理结果总计"},
			Odd: []string{"（七）总数", "（七）办结总计", "（七）办结总数"}}, Parents: []string{results}},
		Row{Label: Label{Key: "carried_out", Text: "四、结转下年度继续办理",
			Variants: []string{"四、结转下年继续办理", "四、结转下一年度继续办理", "四、结转到下年度继续办理", "四、结转至下年度继续办理", "四、结转下年度", "四、结转下年"}}})
	return &TableForm{
		Section: "requests", Generation: generation,
		Corner: "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
		Blocks: []BlockForm{{
			Columns: applicants, Rows: rows, Heading: "申请人情况",
			Group: "法人或其他组织", Grouped: []string{"commercial_enterprise", "research_institution",
				"public_welfare_organization", "legal_service_organization", "other_organization"},
		}},
		Rules: []Rule{
			{ID: "s3.row_total", Axis: EachRow, Left: keys(applicants[:6]), Right: []string{"total"},
				Text: Text{ZH: "各类申请人之和等于总计", EN: "the applicants add up to the total"}},
			{ID: "s3.result_total", Axis: EachColumn, Left: parts, Right: []string{"result_total"},
				Text: Text{ZH: "（一）至（六）之和等于（七）总计", EN: "(1) to (6) add up to (7)"}},
			{ID: "s3.balance", Axis: EachColumn, Left: []string{"new_requests", "carried_in"},
				Right: []string{"result_total", "carried_out"},
				Text:  Text{ZH: "第一项加第二项等于第三项加第四项", EN: "item 1 plus item 2 equals item 3 plus item 4"}},
		},
	}
}

func keys(columns []Column) []string {
	var k []string
	for _, c := range columns {
		k = append(k, c.Key)
	}
	return k
}

// reviewBlock is part four: three groups of the same five columns over one row
// of figures. A case of a joint defendant counts with the body that first acted
// (国办公开办函〔2016〕201号).
var reviewBlock = BlockForm{
	Across: true,
	Columns: []Column{
		{Label: Label{Key: "upheld", Text: "结果维持", Variants: []string{"维持"}, Odd: []string{"结果维护"}}, Unit: "件"},
		{Label: Label{Key: "corrected", Text: "结果纠正", Variants: []string{"纠正", "结果纠错", "结果改正"}}, Unit: "件"},
		{Label: Label{Key: "other_result", Text: "其他结果", Variants: []string{"其他"}}, Unit: "件"},
		{Label: Label{Key: "pending", Text: "尚未审结", Variants: []string{"未审结", "尚未办结", "未办结", "尚未结案", "未结案"}}, Unit: "件"},
		{Label: Label{Key: "total", Text: "总计", Variants: []string{"合计", "共计", "小计", "总数"}}, Unit: "件"},
	},
	Rows: []Row{
		{Label: Label{Key: "review", Text: "行政复议"}},
		{Label: Label{Key: "litigation_direct", Text: "未经复议直接起诉", Variants: []string{"未经行政复议直接起诉", "未复议直接起诉", "直接起诉", "未经复议直接诉讼", "未经复议直接提起诉讼"}}, Parents: []string{"行政诉讼"}},
		{Label: Label{Key: "litigation_after_review", Text: "复议后起诉", Variants: []string{"经复议后起诉", "行政复议后起诉", "经行政复议后起诉", "复议后再起诉", "复议后诉讼", "复议后提起诉讼"}}, Parents: []string{"行政诉讼"}},
	},
}

var reviewTotal = Rule{ID: "s4.group_total", Axis: EachRow, Left: keys(reviewBlock.Columns[:4]), Right: []string{"total"},
	Text: Text{ZH: "各种结果之和等于总计", EN: "the results add up to the total"}}

// yearRules hold between the reports of one body for two years. The seven
// columns of part three are the same in both forms, so the carry-over also holds
// across the change of form.
var yearRules = []yearRule{
	{id: "x.carry", section: "requests", axis: EachColumn,
		left: []yearTerm{{previous: true, key: "carried_out"}}, right: yearTerm{key: "carried_in"},
		text: Text{ZH: "上年结转应等于上一年报告的结转下年度", EN: "requests carried in equal those carried out the year before"}},
	{id: "x.items", section: "active_disclosure", axis: EachRow, soft: true,
		left:  []yearTerm{{previous: true, key: "items_last_year"}, {previous: true, key: "items_change"}},
		right: yearTerm{key: "items_last_year"},
		text:  Text{ZH: "上一年项目数量应等于上一年报告的项目数量加增减", EN: "items of last year equal those the year before plus their change"}},
	{id: "x.in_force", section: "active_disclosure", axis: EachRow, soft: true,
		left: []yearTerm{{previous: true, key: "in_force"}, {key: "issued"}, {key: "repealed", minus: true}}, right: yearTerm{key: "in_force"},
		text: Text{ZH: "现行有效件数应等于上一年的加制发减废止", EN: "documents in force equal those of the year before plus issued less repealed"}},
}
