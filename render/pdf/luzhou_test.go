package pdf

import "luzhou/render"

// luzhouLayout is the report of Luzhou township for 2020 as the render stage lays
// it out.
func luzhouLayout() render.Layout {
	l := render.Layout{Meta: render.Meta{
		Title: "芦洲乡2020年政府信息公开工作年度报告", Author: "芦洲乡人民政府", Subject: "2020年度", Issued: "2021-01-28"}}
	add := func(style render.Style, text string) {
		l.Blocks = append(l.Blocks, render.Block{Paragraph: &render.Paragraph{Style: style, Text: text}})
	}
	table := func(t render.Table) { l.Blocks = append(l.Blocks, render.Block{Table: &t}) }
	add(render.Title, "芦洲乡2020年政府信息公开工作年度报告")
	add(render.Body, "本报告依据《中华人民共和国政府信息公开条例》（国务院令第711号，以下简称新《条例》）和《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》（国办公开办函〔2019〕60号）要求，由芦洲乡结合有关统计数据编制。本年度报告中所列数据的统计期限自2020年1月1日起至2020年12月31日止。全文包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项。本年度报告的电子版可以从上高县人民政府网站(www.shanggao.gov.cn)下载。如对本报告有任何疑问，请与上高县芦洲乡人民政府办公室联系（地址:上高县芦洲乡集镇，电话：0795-2452026 邮编：336404）。")
	add(render.Heading1, "一、总体情况")
	add(render.Body, "2020年芦洲乡坚持以习近平新时代中国特色社会主义思想为指导，深入贯彻党的十九大和十九届二中、三中、四中、五中全会精神，严格落实《国务院办公厅印发〈关于全面推进政务公开工作的意见〉实施细则的通知》（国办发〔2016〕80号）和《国务院办公厅关于印发2020年政务公开工作要点的通知》（国办发〔2020〕17号）的要求。同时积极对《省政府办公厅关于印发2020年政务公开工作要点的通知》和《市政府办公室关于印发2020年政务公开工作要点的通知》明确目标任务，紧紧围绕省委、省政府中心工作及社会群众关注关切，着力提升政府信息公开质量，推进拓宽政府信息公开渠道，不断增强政府信息公开实效。")
	add(render.Heading2, "（一）主动公开")
	add(render.Body, "我乡认真贯彻落实《条例》及市县有关文件精神，夯实政府信息公开工作基础，按照“以公开为原则，不公开为例外”的要求，将除涉及国家秘密、商业机密和个人隐私以外的，与经济建设、社会管理和公共服务相关的政府信息，主动向社会进行公开，今年以来主动公开的信息数共有150条。")
	add(render.Heading2, "（二）依申请公开")
	add(render.Body, "2020年1月1日至2020年12月31日，我乡依申请公开政务信息1条，为芦洲乡永久基本农田位置、范围的公告及该公告公布的具体时间和途径的申请，按照《条例》规定和依申请公开制度要求，通过政务公开网站第一时间受理和审查，已在规定时限内，按照申请人要求，通过信件邮寄和按照相关规定要求在政务公开网站进行答复。")
	add(render.Heading2, "（三）政府信息管理")
	add(render.Body, "严格按照《条例》和政务公开相关规定制度等有关要求，编制芦洲乡19项领域政务公开事项标准目录，公开相关信息；强化便民服务，加强信息资源的规范化、标准化、信息化管理；加强相关平台建设，提高政府信息公开的质量和效率。")
	add(render.Heading2, "（四）平台建设")
	add(render.Body, "我乡坚持政府门户网站为第一平台，同时积极推进手机APP、“两微一端”政务新媒体平台建设，进一步提高工作的透明度和管理服务效能，充分发挥好宣传窗口的作用，不断增进政务公开、增强政务服务能力。")
	add(render.Heading2, "（五）监督保障")
	add(render.Body, "我乡通过设立投诉电话、监督意见箱、走访等方式，接受社会监督；定期或不定期对政府信息公开工作进行监督检查，对凡应该公开而没有公开，以及公开内容不规范的，限期整改；将信息公开工作落实到个人，明确责任，使政府信息公开的监督经常化、制度化、信息化，不断提高人民群众对政府的满意度，使政务公开走上经常化、制度化、规范化、信息化的轨道，为全乡经济社会的持续、快速、健康发展提供良好的政务环境。")
	add(render.Heading1, "二、主动公开政府信息情况")
	table(disclosureTable())
	add(render.Heading1, "三、收到和处理政府信息公开申请情况")
	table(requestsTable())
	add(render.Heading1, "四、政府信息公开行政复议、行政诉讼情况")
	table(reviewTable())
	add(render.Heading1, "五、存在的主要问题及改进情况")
	add(render.Body, "存在的主要问题：一是部分主动公开的信息内容还不够完善，部分信息的公开还不够及时，公众知晓率不高；二是政府信息公开业务人员队伍建设有待加强。")
	add(render.Body, "改进措施：一是加大政府信息公开工作力度，逐步扩大政府信息公开的覆盖面和影响力；二是进一步提高政府信息公开业务人员的素质，做好信息公开的培训工作，并借鉴县直单位和其他乡镇场（街道）好的经验做法，推进工作持续深入开展。")
	add(render.Heading1, "六、其他需要报告的事项")
	add(render.Body, "无")
	sign := func(style render.Style, text string, right float64) {
		l.Blocks = append(l.Blocks, render.Block{Paragraph: &render.Paragraph{Style: style, Text: text, Right: right}})
	}
	sign(render.Signature, "芦洲乡人民政府", 4)
	sign(render.Date, "2021年1月28日", 4)
	return l
}

func disclosureTable() render.Table {
	b := builder{Table: render.Table{Key: "active_disclosure", Widths: []int{40, 39, 39, 39}}}
	b.head("第二十条第（一）项", "信息内容", "本年新制作数量", "本年新公开数量", "对外公开总数量")
	b.row("规章", "0", "0", "0")
	b.row("规范性文件", "0", "0", "0")
	b.head("第二十条第（五）项", "信息内容", "上一年项目数量", "本年增/减", "处理决定数量")
	b.row("行政许可", "0", "0", "0")
	b.row("其他对外管理服务事项", "0", "0", "0")
	b.head("第二十条第（六）项", "信息内容", "上一年项目数量", "本年增/减", "处理决定数量")
	b.row("行政处罚", "0", "0", "0")
	b.row("行政强制", "0", "0", "0")
	b.head("第二十条第（八）项", "信息内容", "上一年项目数量", "本年增/减")
	b.row("行政事业性收费", "0", "0")
	b.head("第二十条第（九）项", "信息内容", "采购项目数量", "采购总金额")
	b.row("政府集中采购", "4", "28089")
	return b.Table
}

// builder adds rows to a table of four columns whose last cell fills the row.
type builder struct{ render.Table }

func (b *builder) head(title string, heads ...string) {
	b.Cells = append(b.Cells, render.Cell{Row: b.Rows, RowSpan: 1, ColSpan: 4, Text: title, Role: render.ColumnHead})
	b.Rows++
	b.cells(render.ColumnHead, heads)
}

func (b *builder) row(texts ...string) { b.cells(render.Value, texts) }

func (b *builder) cells(role render.Role, texts []string) {
	for i, text := range texts {
		c := render.Cell{Row: b.Rows, Col: i, RowSpan: 1, ColSpan: 1, Text: text, Role: role}
		if i == 0 && role == render.Value {
			c.Role = render.RowHead
		}
		if i == len(texts)-1 {
			c.ColSpan = 4 - i
		}
		b.Cells = append(b.Cells, c)
	}
	b.Rows++
}

func requestsTable() render.Table {
	t := render.Table{Key: "requests", Rows: 26, Header: 3, Widths: []int{16, 24, 46, 12, 12, 12, 12, 12, 12, 12}}
	put := func(row, col, rows, cols int, role render.Role, text string) {
		t.Cells = append(t.Cells, render.Cell{Row: row, Col: col, RowSpan: rows, ColSpan: cols, Role: role, Text: text})
	}
	put(0, 0, 3, 3, render.TableNote, "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）")
	put(0, 3, 1, 7, render.ColumnHead, "申请人情况")
	put(1, 3, 2, 1, render.ColumnHead, "自然人")
	put(1, 4, 1, 5, render.ColumnHead, "法人或其他组织")
	put(1, 9, 2, 1, render.ColumnHead, "总计")
	for i, text := range []string{"商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"} {
		put(2, 4+i, 1, 1, render.ColumnHead, text)
	}
	label := func(row, col, rows, cols int, text string) { put(row, col, rows, cols, render.RowHead, text) }
	label(3, 0, 1, 3, "一、本年新收政府信息公开申请数量")
	label(4, 0, 1, 3, "二、上年结转政府信息公开申请数量")
	label(5, 0, 20, 1, "三、本年度办理结果")
	label(5, 1, 1, 2, "（一）予以公开")
	label(6, 1, 1, 2, "（二）部分公开（区分处理的，只计这一情形，不计其他情形）")
	label(7, 1, 8, 1, "（三）不予公开")
	label(15, 1, 3, 1, "（四）无法提供")
	label(18, 1, 5, 1, "（五）不予处理")
	label(23, 1, 1, 2, "（六）其他处理")
	label(24, 1, 1, 2, "（七）总计")
	label(25, 0, 1, 3, "四、结转下年度继续办理")
	for i, text := range []string{"1.属于国家秘密", "2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”", "4.保护第三方合法权益",
		"5.属于三类内部事务信息", "6.属于四类过程性信息", "7.属于行政执法案卷", "8.属于行政查询事项", "1.本机关不掌握相关政府信息",
		"2.没有现成信息需要另行制作", "3.补正后申请内容仍不明确", "1.信访举报投诉类申请", "2.重复申请", "3.要求提供公开出版物",
		"4.无正当理由大量反复申请", "5.要求行政机关确认或重新出具已获取信息"} {
		label(7+i, 2, 1, 1, text)
	}
	for row := 3; row < 26; row++ {
		for col := 3; col < 10; col++ {
			text := "0"
			if (col == 3 || col == 9) && (row == 3 || row == 5 || row == 24) {
				text = "1"
			}
			put(row, col, 1, 1, render.Value, text)
		}
	}
	return t
}

func reviewTable() render.Table {
	t := render.Table{Key: "review_and_litigation", Rows: 4, Header: 3}
	put := func(row, col, rows, cols int, role render.Role, text string) {
		t.Cells = append(t.Cells, render.Cell{Row: row, Col: col, RowSpan: rows, ColSpan: cols, Role: role, Text: text})
	}
	put(0, 0, 1, 5, render.ColumnHead, "行政复议")
	put(0, 5, 1, 10, render.ColumnHead, "行政诉讼")
	put(1, 5, 1, 5, render.ColumnHead, "未经复议直接起诉")
	put(1, 10, 1, 5, render.ColumnHead, "复议后起诉")
	for i := range 15 {
		t.Widths = append(t.Widths, 1)
		text := []string{"结果维持", "结果纠正", "其他结果", "尚未审结", "总计"}[i%5]
		if i < 5 {
			put(1, i, 2, 1, render.ColumnHead, text)
		} else {
			put(2, i, 1, 1, render.ColumnHead, text)
		}
		put(3, i, 1, 1, render.Value, "0")
	}
	return t
}
