package docx

import (
	"strings"

	"luzhou/render"
)

// luzhouLayout is the report of Luzhou for 2020 as the page shows it, set down
// by hand from the text of the report.
func luzhouLayout() render.Layout {
	l := render.Layout{Meta: render.Meta{
		Title: "芦洲乡2020年政府信息公开工作年度报告", Author: "芦洲乡人民政府", Subject: "2020年度", Issued: "2021-01-28",
	}}
	add := func(style render.Style, text string) {
		l.Blocks = append(l.Blocks, render.Block{Paragraph: &render.Paragraph{Style: style, Text: text}})
	}
	table := func(t render.Table) { l.Blocks = append(l.Blocks, render.Block{Table: &t}) }

	add(render.Title, l.Meta.Title)
	add(render.Body, "本报告依据《中华人民共和国政府信息公开条例》（国务院令第711号，以下简称新《条例》）和《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》（国办公开办函〔2019〕60号）要求，由芦洲乡结合有关统计数据编制。本年度报告中所列数据的统计期限自2020年1月1日起至2020年12月31日止。本年度报告的电子版可以从上高县人民政府网站(www.shanggao.gov.cn)下载。如对本报告有任何疑问，请与上高县芦洲乡人民政府办公室联系（地址:上高县芦洲乡集镇，电话：0795-2452026 邮编：336404）。")
	add(render.Heading1, "一、总体情况")
	add(render.Body, "2020年芦洲乡坚持以习近平新时代中国特色社会主义思想为指导，深入贯彻党的十九大和十九届二中、三中、四中、五中全会精神，严格落实《国务院办公厅印发〈关于全面推进政务公开工作的意见〉实施细则的通知》（国办发〔2016〕80号）和《国务院办公厅关于印发2020年政务公开工作要点的通知》（国办发〔2020〕17号）的要求。")
	for _, part := range [][2]string{
		{"（一）主动公开", "我乡认真贯彻落实《条例》及市县有关文件精神，夯实政府信息公开工作基础，按照“以公开为原则，不公开为例外”的要求，将除涉及国家秘密、商业机密和个人隐私以外的，与经济建设、社会管理和公共服务相关的政府信息，主动向社会进行公开，今年以来主动公开的信息数共有150条。"},
		{"（二）依申请公开", "2020年1月1日至2020年12月31日，我乡依申请公开政务信息1条，为芦洲乡永久基本农田位置、范围的公告及该公告公布的具体时间和途径的申请，按照《条例》规定和依申请公开制度要求，通过政务公开网站第一时间受理和审查，已在规定时限内，按照申请人要求，通过信件邮寄和按照相关规定要求在政务公开网站进行答复。"},
		{"（三）政府信息管理", "严格按照《条例》和政务公开相关规定制度等有关要求，编制芦洲乡19项领域政务公开事项标准目录，公开相关信息；强化便民服务，加强信息资源的规范化、标准化、信息化管理；加强相关平台建设，提高政府信息公开的质量和效率。"},
		{"（四）平台建设", "我乡坚持政府门户网站为第一平台，同时积极推进手机APP、“两微一端”政务新媒体平台建设，进一步提高工作的透明度和管理服务效能，充分发挥好宣传窗口的作用，不断增进政务公开、增强政务服务能力。"},
		{"（五）监督保障", "我乡通过设立投诉电话、监督意见箱、走访等方式，接受社会监督；定期或不定期对政府信息公开工作进行监督检查，对凡应该公开而没有公开，以及公开内容不规范的，限期整改；将信息公开工作落实到个人，明确责任，使政府信息公开的监督经常化、制度化、信息化。"},
	} {
		add(render.Heading2, part[0])
		add(render.Body, part[1])
	}
	add(render.Heading1, "二、主动公开政府信息情况")
	table(luzhouActive())
	add(render.Heading1, "三、收到和处理政府信息公开申请情况")
	table(luzhouRequests())
	add(render.Heading1, "四、政府信息公开行政复议、行政诉讼情况")
	table(luzhouReview())
	add(render.Heading1, "五、存在的主要问题及改进情况")
	add(render.Body, "存在的主要问题：一是部分主动公开的信息内容还不够完善，部分信息的公开还不够及时，公众知晓率不高；二是政府信息公开业务人员队伍建设有待加强。")
	add(render.Body, "改进措施：一是加大政府信息公开工作力度，逐步扩大政府信息公开的覆盖面和影响力；二是进一步提高政府信息公开业务人员的素质，做好信息公开的培训工作，并借鉴县直单位和其他乡镇场（街道）好的经验做法，推进工作持续深入开展。")
	add(render.Heading1, "六、其他需要报告的事项")
	add(render.Body, "无")
	add(render.Signature, "芦洲乡人民政府")
	add(render.Date, "2021年1月28日")
	last := len(l.Blocks)
	l.Blocks[last-2].Paragraph.Right = 4.5
	l.Blocks[last-1].Paragraph.Right = 4
	return l
}

// tableMaker puts cells into a table.
type tableMaker struct{ render.Table }

func (t *tableMaker) cell(row, col, rows, cols int, role render.Role, text string) {
	t.Rows = max(t.Rows, row+rows)
	t.Cells = append(t.Cells, render.Cell{Row: row, Col: col, RowSpan: rows, ColSpan: cols, Text: text, Role: role})
}

func luzhouActive() render.Table {
	t := tableMaker{render.Table{Key: "active_disclosure", Summary: "主动公开政府信息情况：规章、规范性文件、行政许可等的数量", Widths: []int{50, 36, 35, 35}}}
	row := 0
	for _, sub := range []struct {
		title string
		heads []string
		rows  [][]string
	}{
		{"第二十条第（一）项", []string{"信息内容", "本年新制作数量", "本年新公开数量", "对外公开总数量"}, [][]string{{"规章", "0", "0", "0"}, {"规范性文件", "0", "0", "0"}}},
		{"第二十条第（五）项", []string{"信息内容", "上一年项目数量", "本年增/减", "处理决定数量"}, [][]string{{"行政许可", "0", "0", "0"}, {"其他对外管理服务事项", "0", "0", "0"}}},
		{"第二十条第（六）项", []string{"信息内容", "上一年项目数量", "本年增/减", "处理决定数量"}, [][]string{{"行政处罚", "0", "0", "0"}, {"行政强制", "0", "0", "0"}}},
		{"第二十条第（八）项", []string{"信息内容", "上一年项目数量", "本年增/减"}, [][]string{{"行政事业性收费", "0", "0"}}},
		{"第二十条第（九）项", []string{"信息内容", "采购项目数量", "采购总金额"}, [][]string{{"政府集中采购", "4", "28089"}}},
	} {
		t.cell(row, 0, 1, 4, render.ColumnHead, sub.title)
		for i, line := range append([][]string{sub.heads}, sub.rows...) {
			row++
			for c, text := range line {
				role, span := render.Value, 1
				if c == 0 {
					role = render.RowHead
				}
				if i == 0 {
					role = render.ColumnHead
				}
				if c == 2 && len(line) == 3 {
					span = 2
				}
				t.cell(row, c, 1, span, role, text)
			}
		}
		row++
	}
	return t.Table
}

// luzhouOutcomes are the 23 rows of the second form: the three labels, where a
// label left empty belongs to the label above it, and the figures that are not 0.
var luzhouOutcomes = []string{
	"一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量",
	"三、本年度办理结果/（一）予以公开", "/（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
	"/（三）不予公开/1.属于国家秘密", "//2.其他法律行政法规禁止公开", "//3.危及“三安全一稳定”", "//4.保护第三方合法权益",
	"//5.属于三类内部事务信息", "//6.属于四类过程性信息", "//7.属于行政执法案卷", "//8.属于行政查询事项",
	"/（四）无法提供/1.本机关不掌握相关政府信息", "//2.没有现成信息需要另行制作", "//3.补正后申请内容仍不明确",
	"/（五）不予处理/1.信访举报投诉类申请", "//2.重复申请", "//3.要求提供公开出版物", "//4.无正当理由大量反复申请",
	"//5.要求行政机关确认或重新出具已获取信息", "/（六）其他处理", "/（七）总计", "四、结转下年度继续办理",
}

func luzhouRequests() render.Table {
	t := tableMaker{render.Table{Key: "requests", Summary: "收到和处理政府信息公开申请情况，按办理结果和申请人分列", Widths: []int{16, 24, 46, 12, 12, 12, 12, 12, 12, 12}, Header: 3}}
	t.cell(0, 0, 3, 3, render.TableNote, "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）")
	t.cell(0, 3, 1, 7, render.ColumnHead, "申请人情况")
	t.cell(1, 3, 2, 1, render.ColumnHead, "自然人")
	t.cell(1, 4, 1, 5, render.ColumnHead, "法人或其他组织")
	t.cell(1, 9, 2, 1, render.ColumnHead, "总计")
	for i, text := range []string{"商业\n企业", "科研\n机构", "社会\n公益\n组织", "法律\n服务\n机构", "其他"} {
		t.cell(2, 4+i, 1, 1, render.ColumnHead, text)
	}
	below := map[int]int{2: 20, 4: 8, 12: 3, 15: 5} // rows of the labels that head others
	for i, line := range luzhouOutcomes {
		labels := strings.Split(line, "/")
		for c, label := range labels {
			span, rows := 1, 1
			if c == len(labels)-1 {
				span = 3 - c
			} else if label != "" {
				rows = below[i]
			}
			if label != "" {
				t.cell(3+i, c, rows, span, render.RowHead, label)
			}
		}
		for c := range 7 {
			figure := "0"
			if (i == 0 || i == 2 || i == 21) && (c == 0 || c == 6) {
				figure = "1"
			}
			t.cell(3+i, 3+c, 1, 1, render.Value, figure)
		}
	}
	return t.Table
}

func luzhouReview() render.Table {
	t := tableMaker{render.Table{Key: "review_and_litigation", Summary: "行政复议和行政诉讼的结果", Header: 3, Widths: make([]int, 15)}}
	t.cell(0, 0, 1, 5, render.ColumnHead, "行政复议")
	t.cell(0, 5, 1, 10, render.ColumnHead, "行政诉讼")
	t.cell(1, 5, 1, 5, render.ColumnHead, "未经复议直接起诉")
	t.cell(1, 10, 1, 5, render.ColumnHead, "复议后起诉")
	for i := range 15 {
		outcome := []string{"结果\n维持", "结果\n纠正", "其他\n结果", "尚未\n审结", "总计"}[i%5]
		if i < 5 {
			t.cell(1, i, 2, 1, render.ColumnHead, outcome)
		} else {
			t.cell(2, i, 1, 1, render.ColumnHead, outcome)
		}
		t.cell(3, i, 1, 1, render.Value, "0")
	}
	return t.Table
}
