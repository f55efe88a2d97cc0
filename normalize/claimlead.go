package normalize

// This file tells whether a statement of the text is about the report as a whole:
// the body that reports, its year, all of the requests. Of what else a text counts
// there is no end, so the words that may stand in front of a statement are listed,
// not those that may not.

import (
	"regexp"
	"slices"
	"strings"
)

// lead matches what may stand in front of a statement in its clause, in folded text
// without the names of the body: the time, a word for the body, words that count,
// and those of the forms.
var lead = regexp.MustCompile(`^(?:` + strings.Join([]string{
	`截[至止]到?(?:(?:20\d\d年)?12月(?:31日|份|底|末)|(?:20\d\d)?年[底末]|目前|本年度?末)`, `自?20\d\d年1月1日[起至\-—~]*(?:20\d\d年)?12月31日止?`,
	`20\d\d年(?:度|全年|以来)?`, `全年度?|本年度?内?|当年|今年(?:以来)?|年内|年度|一年(?:以)?来|报告期内?|统计期内?|期间`,
	`[本我](?:们|单位|机关|部门|街道|办事处|中心|公司|管委会|[乡镇县市区旗州省局委办厅部院校站所处队会馆])?|(?:人民)?政府`,
	`依法|依规|及时|认真|积极|严格|规范|妥善|按时|按期|按照?规定|实际|先后|总共|一共|共计|总计|合计|累计|全部|[共已均都也还仅只新的在了由及和与及、:]|方面|工作|情况|类|数量|其中|其$|包括|按|项`,
	`信息公开|政府信息|政务信息|政务公开|依申请公开|主动公开|公开|信息|申请|公民|个人|自然人|法人|其他组织|组织|提出|提交|书面|群众`,
	`新收|新增|收到|受理|接收|接到|登记|办理|处理|答复|办结|审结|结转|上年度?|上一年度?|下年度?|下一年度?|办理结果|结果`,
	`行政复议|行政诉讼|行政应诉|复议|诉讼|案件|被|因|发生|出现|产生|引发|引起|涉及|有关|相关|关于|针对|提起|未经|后`,
	`维持|纠正|其他结果|尚未审结|予以公开|部分公开|不予公开|无法提供|不予处理`,
	`行政许可|行政处罚|行政强制|措施|决定|作出|做出|行政|规范性文件|制发|制定|出台|印发|发布|修订|废止|现行有效`,
	`\d+(?:件次|件|起|宗|条|项|份|次)?|零|〇`,
}, "|") + `)*$`)

// elsewhere matches words of a sentence that turn what follows to other things: a
// part of the year, several years, other bodies, other kinds of business.
var elsewhere = regexp.MustCompile(`季度|半年|(?:[^\d]|^)(?:[2-9]|1[01])月|[1-9]月份|1月(?:底|末|[2-9]日|[123]\d日)|节|近.{1,3}年|[二三四五六七八九十]年来|` +
	`专项|信访(?:事|件|局)|热线|工单|提案|许可申请|登记申请|留言|来信|法院|代表|协助|转办|全[县市区系]|各|乡镇|行动|领域|清理|梳理`)

// isLed reports whether only words of the report itself stand in front of what
// begins at a place of a clause. names are those of the body.
func (c *claim) isLed(clause clause, at int, names []string) bool {
	front := clause.text[:at]
	if c.wide {
		front = clause.before + front
	} else if elsewhere.MatchString(clause.before) {
		return false
	}
	for _, name := range names {
		front = strings.ReplaceAll(front, name, "")
	}
	return lead.MatchString(front)
}

// namesOf lists the names of the body as folded text has them, the longest first.
func namesOf(r *Report) (names []string) {
	for _, name := range []string{r.Signatory, r.Issuer, bodyInTitle(r.Title)} {
		if name = fold(name); name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	slices.SortStableFunc(names, func(a, b string) int { return len(b) - len(a) })
	return names
}
