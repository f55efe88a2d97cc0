package pipeline

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"luzhou/extract"
	"luzhou/normalize"
)

// maker makes reports by chance: any form, any figures, any of the parts a
// report may have or lack. What it makes is what the normalizer would make of
// such a report: no field says more than the text beside it.
type maker struct{ *rand.Rand }

// makeReport gives the report of a seed.
func makeReport(seed uint64) *normalize.Report {
	m := maker{rand.New(rand.NewPCG(seed, 0))}
	return m.report(normalize.Generations[m.IntN(len(normalize.Generations))])
}

func (m maker) chance(percent int) bool { return m.IntN(100) < percent }

func pick[T any](m maker, list ...T) T { return list[m.IntN(len(list))] }

func (m maker) report(g *normalize.Generation) *normalize.Report {
	to := g.To
	if to == 0 {
		to = g.From + 5
	}
	year := g.From + m.IntN(to-g.From+1)
	body := pick(m, "青山镇", "白鹭洲街道", "临江县教育局", "东湖区")
	full := map[string]string{"青山镇": "青山镇人民政府", "白鹭洲街道": "白鹭洲街道办事处", "东湖区": "东湖区人民政府"}[body]
	if full == "" {
		full = body
	}
	r := &normalize.Report{Schema: normalize.Schema, Source: extract.Source{Path: "a/" + body + ".doc", Format: "doc", SHA256: strings.Repeat("0a", 32), Bytes: 4096},
		Year: year, Issuer: body, Preamble: []string{}, Sections: []normalize.Section{}, Findings: []extract.Finding{}}
	r.Title = fmt.Sprintf(pick(m, "%[1]s%[2]d年政府信息公开工作年度报告", "%[2]d年%[1]s政府信息公开工作年度报告", "%[1]s关于%[2]d年度政府信息公开工作的年度报告"), body, year)
	if !strings.Contains(r.Title, fmt.Sprint(year, "年")) {
		r.Title = fmt.Sprintf("%s%d年政府信息公开年报", body, year)
	}
	m.preamble(r, full)
	if m.chance(85) {
		r.Issued = fmt.Sprintf("%d-%02d-%02d", year+1, 1+m.IntN(12), 1+m.IntN(28))
		if m.chance(85) {
			r.Signatory, r.Issuer = full, full
		}
	}
	m.sections(r, g)
	if m.chance(15) {
		m.otherTable(r, 0, 0, m.IntN(len(r.Preamble)+1))
	}
	m.placeOtherTables(r)
	if m.chance(50) {
		for range m.IntN(4) {
			message := pick(m, m.sentence(), "2021年1月5日", "青山镇人民政府\n2020年1月5日", "一、总体情况", "附：整理说明")
			r.Findings = append(r.Findings, extract.Finding{Code: "row.short", Severity: extract.Severity(1 + m.IntN(3)),
				Where: pick(m, "", "requests.granted", "sections.problems", "issued"), Message: message, MessageEN: "-"})
		}
	}
	if m.chance(30) {
		m.notes(r)
	}
	return r
}

// notes adds notes with marks that Word counts, or that somebody typed.
func (m maker) notes(r *normalize.Report) {
	marks := pick(m, []string{"1", "2", "3", "4"}, []string{"①", "②", "③", "④"}, []string{"[1]", "[2]", "[3]", "[4]"},
		[]string{"*", "**", "***", "注"}, []string{"2", "1", "a", ""}, []string{"i", "ii", "1", "1"})
	for _, mark := range marks[:1+m.IntN(4)] {
		text := m.sentence()
		switch {
		case m.chance(20):
			text += "\n" + m.sentence()
		case m.chance(10):
			text = mark + text
		case m.chance(10) && mark != "":
			text = ""
		}
		r.Notes = append(r.Notes, extract.Note{Mark: mark, Text: text})
	}
}

// preamble tells the period and the contact, or does not.
func (m maker) preamble(r *normalize.Report, full string) {
	if m.chance(70) {
		r.Period = &normalize.Period{From: fmt.Sprint(r.Year, "-01-01"), To: fmt.Sprint(r.Year, "-12-31")}
		r.Preamble = append(r.Preamble, fmt.Sprintf("本报告所列数据的统计期限自%[1]d年1月1日起至%[1]d年12月31日止。", r.Year))
	}
	if m.chance(50) {
		r.Contact = normalize.Contact{Office: full + "办公室", Address: "江州市中心街1号", Phone: fmt.Sprintf("0791-%08d", 10000000+m.IntN(89999999)),
			Postcode: fmt.Sprint(330000 + m.IntN(999))}
		c := r.Contact
		r.Preamble = append(r.Preamble, fmt.Sprintf("如有疑问，请与%s联系（地址：%s；电话：%s；邮编：%s）。", c.Office, c.Address, c.Phone, c.Postcode))
	}
	for range m.IntN(3) {
		r.Preamble = append(r.Preamble, m.sentence())
	}
}

func (m maker) sections(r *normalize.Report, g *normalize.Generation) {
	for _, form := range g.Sections {
		if m.chance(3) {
			continue
		}
		s := normalize.Section{No: len(r.Sections) + 1, Key: form.Key, Heading: pick(m, append([]string{form.Title}, form.Variants...)...),
			Paragraphs: m.sentences(3), Subsections: []normalize.Subsection{}}
		if form.Annexed {
			s.No = 0
		}
		if m.chance(30) {
			for i, heading := range []string{"组织领导", "平台建设 “一网” & <APP>", "监督保障（含考核）", "下一步打算"}[:1+m.IntN(4)] {
				s.Subsections = append(s.Subsections, normalize.Subsection{No: i + 1, Heading: heading, Paragraphs: m.sentences(2)})
			}
		}
		if form.Table != nil && m.chance(97) {
			t := m.table(form.Table)
			*tableField(r, form.Key) = t
		}
		r.Sections = append(r.Sections, s)
	}
}

// placeOtherTables puts tables of no form among the text of some sections.
func (m maker) placeOtherTables(r *normalize.Report) {
	for i, s := range r.Sections {
		if m.chance(10) {
			m.otherTable(r, i+1, 0, m.IntN(len(s.Paragraphs)+1))
		}
		for k, sub := range s.Subsections {
			if m.chance(5) {
				m.otherTable(r, i+1, k+1, m.IntN(len(sub.Paragraphs)+1))
			}
		}
	}
}

// otherTable adds a table of no form. It begins with a word: figures alone would
// be taken for a piece of the form table next to them.
func (m maker) otherTable(r *normalize.Report, section, subsection, after int) {
	t := normalize.OtherTable{Section: section, Subsection: subsection, After: after, Rows: 2 + m.IntN(4), Cols: 2 + m.IntN(4)}
	for row := range t.Rows {
		for col := 0; col < t.Cols; {
			span := 1
			if col+2 <= t.Cols && m.chance(15) {
				span = 2
			}
			text := pick(m, "", "=1+1", "-8", "@甲", "平台", "2.50", "甲\n乙", "<td>", "条 数", "+86", m.figures(3))
			if len(t.Cells) == 0 {
				text = "平台名称"
			}
			t.Cells = append(t.Cells, extract.Cell{Row: row, Col: col, RowSpan: 1, ColSpan: span, Text: text})
			col += span
		}
	}
	r.OtherTables = append(r.OtherTables, t)
}

// phrases are what sentences are made of, with what markup and lines may spoil.
var phrases = []string{"全年主动公开政府信息", "１２３条", "公开率达98.5%", "落实《条例》和〔2019〕60号文", "“两微一端”", "a<b & c>d", "&lt;不是标记&gt;",
	"政务新媒体", "A 栏 B 栏", "㎡与½", "（含下属单位）", "—未发生—", "=SUM(A1)", "回应群众关切", "\"引号\"和'撇号'", "长期坚持", "第3季度", "深入推进基层政务公开标准化规范化"}

func (m maker) sentence() string {
	var b strings.Builder
	for range 1 + m.IntN(12) {
		b.WriteString(pick(m, phrases...) + pick(m, "，", "，", "；", "、"))
	}
	return b.String() + "工作平稳有序。"
}

func (m maker) sentences(most int) []string {
	list := []string{}
	for range m.IntN(most + 1) {
		list = append(list, m.sentence())
	}
	return list
}

// figures gives a number of at most that many digits, as the forms print it.
func (m maker) figures(most int) string {
	n := 1
	for range 1 + m.IntN(most) {
		n *= 10
	}
	return fmt.Sprint(m.IntN(n))
}
