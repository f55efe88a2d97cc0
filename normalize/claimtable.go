package normalize

// This file lists what statements of the text are taken for, and where the
// figures stand that they are held against.

import (
	"regexp"
	"strings"
)

// A number is in digits with a unit behind it. In Chinese it must end its clause,
// and so must a zero without a unit: 一件 is no number in 一件一档. Outcomes of
// requests are counted as these are: 不予公开3条 tells of other things.
const (
	number   = `(?:(\d{1,9})(?:件|条|宗|起|次|个|份)|(零|〇|0)(?:件|宗|起)?$|([一二三四五六七八九十]{1,3})(?:件|宗|起)$)`
	cases    = `(?:(\d{1,9})(?:件|宗|起)|(零|〇|0)(?:件|宗|起)?$|([一二三四五六七八九十]{1,3})(?:件|宗|起)$)`
	counting = `(?:数量|总数|总量|量|总计|共计|合计|共有|共|均为|都为|为|是|计|达|有)*`
	incoming = `(?:收到|受理|接收|新收|接到|办理)(?:并办理)?(?:的|了)?`
	asked    = `(?:政府信息公开|政府信息|政务信息|信息公开|信息|依申请公开|依申请|公开|申请)`
	no       = `(?:未|没有|无|未曾)(?:发生|收到|接到|出现|产生|受理)?(?:过)?`
)

var (
	partOnly = regexp.MustCompile(`复议|诉讼|网|信函|当面|邮寄|邮件|传真|平台|窗口|通过|线上|在线|自然人|企业|法人|科研|组织|投诉|咨询|` +
		`各(?:[^类种项]|$)|乡镇|部门|[县市区]直|全[县市区]|下属|所属|季度|半年|\d月|累计|以来|截至|上年|去年|同比|较|比`)
	notNew    = regexp.MustCompile(partOnly.String() + `|办结|答复|结转`)
	sinceLong = regexp.MustCompile(`累计|同比|较`)
	anyWord   = regexp.MustCompile(`各(?:[^类种项]|$)|部门|[县市区]直|全[县市区]|季度|半年|累计|以来|去年|同比|较|比`)
	outcome   = regexp.MustCompile(anyWord.String() + `|未经|被?(?:纠|撤|改|驳|败|责令|确认|维持|超期|逾期)`)
	shownOnly = regexp.MustCompile(anyWord.String() + `|公示|公布|公开|网|平台|信用|录入|归集|案例|名义|其中|政府办|县委|党`)
)

// What a sentence can be about.
var (
	onRequests   = regexp.MustCompile(`公开.{0,4}申请|依申请`)
	gotRequests  = regexp.MustCompile(onRequests.String() + `|收到申请`)
	onDisclosure = regexp.MustCompile(`信息公开`)
	onDocuments  = regexp.MustCompile(`规范性文件`)
	ownReviews   = regexp.MustCompile(`信息公开.*复议|复议.*信息公开|^[^受审办立责收]*复议[^受审办立责收]*$`) // not those it decides on itself
	onDecisions  = regexp.MustCompile(`行政(?:许可|处罚|强制)(?:措施|执行)?(?:处理)?决定`)
)

// claims are in the order in which they are told.
var claims = []claim{
	{where: "requests.new_requests.total", word: "申请", besides: partOnly,
		pattern: regexp.MustCompile(incoming + `(?:书面|各类|各种)*(?:政府信息|政务信息|信息|依申请|公开)+(?:书面)?(?:申请|依申请公开)?(?:公开|政府信息|政务信息|信息|事项)*的?` + counting + number),
		sums:    received},
	{where: "requests.new_requests.total", word: "收到申请", besides: partOnly,
		pattern: regexp.MustCompile(`收到申请` + counting + number), sums: received},
	{where: "requests.new_requests.total", word: "申请", besides: partOnly, about: gotRequests,
		pattern: regexp.MustCompile(incoming + `申请` + counting + number), sums: received},
	{where: "requests.new_requests.total", word: "申请", besides: notNew,
		pattern: regexp.MustCompile(`(?:登记|新增|收到)?(?:政府信息公开申请|信息公开申请|依申请公开(?:政府信息|申请|事项)?)(?:收到|受理)?` + counting + number),
		sums:    received},
	{where: "requests.new_requests.total", word: "申请", besides: partOnly,
		pattern: regexp.MustCompile(`(?:未|没有|未曾)(?:收到|接到|受理)(?:过)?(?:任何|形式|各类|政府信息|政务信息|信息|依申请|公开|书面|的|相关)*(?:申请|依申请公开)|` +
			`^(?:本年度?|今年|全年|20\d\d年度?|本?我?(?:单位|机关|[县市区局委办镇乡校院]))*(?:未发生|未产生|没有|无)` + asked + `+(?:的|事项|情况|件)*$`),
		sums: [][]string{{"requests.new_requests.total"}}},
	{where: "requests.new_requests.total", word: "新收", besides: anyWord, about: onRequests,
		pattern: regexp.MustCompile(`^(?:其中|包括)?:?(?:本年度?)?新收` + asked + `*` + counting + number),
		sums:    [][]string{{"requests.new_requests.total"}}},
	{where: "requests.new_requests.natural_person", word: "自然人", besides: anyWord, about: onRequests,
		pattern: regexp.MustCompile(`^(?:其中|包括)?:?自然人(?:申请|提出|提交|的)*` + counting + number),
		sums: [][]string{{"requests.new_requests.natural_person"}, {"requests.result_total.natural_person"},
			{"requests.new_requests.natural_person", "requests.carried_in.natural_person"}}},
	{where: "requests.new_requests", word: "法人", besides: anyWord, about: onRequests,
		pattern: regexp.MustCompile(`^(?:其中|包括)?:?法人(?:或|和|及|或者)?其他组织(?:申请|提出|提交|的)*` + counting + number),
		sums: [][]string{groupOf("requests.new_requests."), groupOf("requests.result_total."),
			append(groupOf("requests.new_requests."), groupOf("requests.carried_in.")...)}},
	{where: "requests.carried_in.total", word: "结转", besides: anyWord,
		pattern: regexp.MustCompile(`上一?年度?结转(?:的|政府信息|信息|公开|办理|申请)*` + counting + cases),
		sums:    [][]string{{"requests.carried_in.total"}}},
	{where: "requests.carried_out.total", word: "结转", besides: anyWord,
		pattern: regexp.MustCompile(`结转(?:至|到|为)?(?:下一?年度?|明年|20\d\d年度?)(?:继续|办理|答复|处理|的|申请)*` + counting + cases),
		sums:    [][]string{{"requests.carried_out.total"}}},
	{where: "requests.result_total.total", word: "申请", besides: partOnly,
		pattern: regexp.MustCompile(`(?:办结|答复)` + asked + `*申请(?:公开|事项)*` + counting + number), sums: closed},
	{where: "requests.result_total.total", word: "办结", besides: partOnly,
		pattern: regexp.MustCompile(asked + `{2,}(?:事项)?(?:已|共|全部|均)*办结` + counting + number), sums: closed},
	{where: "requests.result_total.total", word: "办结", besides: partOnly, about: onRequests,
		pattern: regexp.MustCompile(`^(?:已|共|全部|均)*办结` + counting + number), sums: closed},
	{where: "requests.granted.total", word: "予以公开", besides: anyWord,
		pattern: regexp.MustCompile(`(?:^|[、:中])予以公开(?:的|申请)*` + counting + cases),
		sums:    [][]string{{"requests.granted.total"}, {"requests.granted.total", "requests.partially_granted.total"}}},
	{where: "requests.partially_granted.total", word: "部分公开", besides: anyWord,
		pattern: regexp.MustCompile(`(?:^|[、:中])(?:予以)?部分公开(?:的|申请)*` + counting + cases),
		sums:    [][]string{{"requests.partially_granted.total"}}},
	{where: "requests.denied", word: "不予公开", besides: anyWord,
		pattern: regexp.MustCompile(`(?:^|[、:中])不予公开(?:的|申请)*` + counting + cases), sums: [][]string{below("denied.")}},
	{where: "requests.unable", word: "无法提供", besides: anyWord,
		pattern: regexp.MustCompile(`(?:^|[、:中])无法提供(?:的|申请)*` + counting + cases), sums: [][]string{below("unable.")}},
	{where: "requests.not_handled", word: "不予处理", besides: anyWord,
		pattern: regexp.MustCompile(`(?:^|[、:中])不予处理(?:的|申请)*` + counting + cases), sums: [][]string{below("not_handled.")}},
	{where: "review_and_litigation.review.total", word: "复议", besides: anyWord, about: onDisclosure, part: "review_and_litigation",
		pattern: regexp.MustCompile(`行政复议(?:[、和及与](?:提起)?行政诉讼(?:案件)?(?:均|都))?(?:的|申请|案件)*` + counting + number),
		sums:    [][]string{{"review_and_litigation.review.total"}}},
	{where: "review_and_litigation.review.total", word: "复议", besides: outcome, about: onDisclosure, part: "review_and_litigation",
		pattern: regexp.MustCompile(no + `(?:[^未没无]{0,16})行政复议`),
		sums:    [][]string{{"review_and_litigation.review.total"}}},
	{where: "review_and_litigation.review.upheld", word: "维持", besides: anyWord, about: ownReviews, part: "review_and_litigation",
		pattern: regexp.MustCompile(`^(?:其中|包括)?:?(?:结果)?维持(?:的)?` + counting + cases), sums: resultsOf("upheld")},
	{where: "review_and_litigation.review.corrected", word: "纠正", besides: anyWord, about: ownReviews, part: "review_and_litigation",
		pattern: regexp.MustCompile(`(?:^|[、中:])(?:结果)?纠正(?:的)?` + counting + cases), sums: resultsOf("corrected")},
	{where: "review_and_litigation.litigation_direct.total", word: "直接起诉", besides: anyWord,
		pattern: regexp.MustCompile(`未经(?:行政)?复议直接起诉(?:的|案件)*` + counting + number),
		sums:    [][]string{{"review_and_litigation.litigation_direct.total"}}},
	{where: "review_and_litigation.litigation_after_review.total", word: "复议后起诉", besides: anyWord,
		pattern: regexp.MustCompile(`复议后起诉(?:的|案件)*` + counting + number),
		sums:    [][]string{{"review_and_litigation.litigation_after_review.total"}}},
	{where: "review_and_litigation", word: "诉讼", besides: anyWord, about: onDisclosure, part: "review_and_litigation",
		pattern: regexp.MustCompile(`行政诉讼(?:的|申请|案件)*` + counting + number),
		sums:    disputes},
	{where: "review_and_litigation", word: "诉讼", besides: outcome, about: onDisclosure, part: "review_and_litigation",
		pattern: regexp.MustCompile(no + `(?:[^未没无]{0,24})(?:行政)?诉讼`),
		sums:    disputes[:1]},
	{where: "active_disclosure.art20_1.normative_documents", word: "规范性文件", besides: shownOnly, wide: true,
		pattern: regexp.MustCompile(`(?:制发|制定|出台)(?:了|的|各类)?(?:行政)?规范性文件` + counting + number),
		sums: [][]string{{"active_disclosure.art20_1.normative_documents.issued"}, {"active_disclosure.art20_1.normative_documents.made"},
			{"active_disclosure.art20_1.normative_documents.disclosed"}}},
	{where: "active_disclosure.art20_1.normative_documents.repealed", word: "废止", besides: shownOnly, wide: true, about: onDocuments,
		pattern: regexp.MustCompile(`^废止(?:行政)?(?:规范性文件)?` + counting + number),
		sums:    [][]string{{"active_disclosure.art20_1.normative_documents.repealed"}}},
	{where: "active_disclosure.art20_1.normative_documents.in_force", word: "现行有效", besides: shownOnly, wide: true, about: onDocuments,
		pattern: regexp.MustCompile(`^现行有效(?:的)?(?:行政)?(?:规范性文件)?` + counting + number),
		sums:    [][]string{{"active_disclosure.art20_1.normative_documents.in_force"}}},
	{where: "active_disclosure.art20_5.licensing.decisions", word: "许可", besides: shownOnly, wide: true,
		pattern: regexp.MustCompile(`行政许可(?:处理)?决定` + counting + number),
		sums:    [][]string{{"active_disclosure.art20_5.licensing.decisions"}}},
	{where: "active_disclosure.art20_6.penalty.decisions", word: "处罚", besides: shownOnly, wide: true,
		pattern: regexp.MustCompile(`行政处罚(?:处理)?决定` + counting + number),
		sums:    [][]string{{"active_disclosure.art20_6.penalty.decisions"}}},
	{where: "active_disclosure.art20_6.coercion.decisions", word: "行政强制", besides: shownOnly, wide: true, about: onDecisions,
		pattern: regexp.MustCompile(`行政强制(?:措施|执行)?(?:处理)?(?:决定)?` + counting + number),
		sums:    [][]string{{"active_disclosure.art20_6.coercion.decisions"}}},
}

// received are the ways to count requests that came in.
var received = [][]string{{"requests.new_requests.total"}, {"requests.new_requests.total", "requests.carried_in.total"}, {"requests.result_total.total"}}

// closed are the ways to count requests that were closed.
var closed = [][]string{{"requests.result_total.total"}, {"requests.new_requests.total"},
	{"requests.new_requests.total", "requests.carried_in.total"}}

// disputes are the ways to count lawsuits.
var disputes = [][]string{
	{"review_and_litigation.litigation_direct.total", "review_and_litigation.litigation_after_review.total"},
	{"review_and_litigation.litigation_direct.total"}, {"review_and_litigation.litigation_after_review.total"}}

// resultsOf lists a result of reviews, of each kind of lawsuit, and of all lawsuits.
func resultsOf(result string) [][]string {
	review, direct, after := "review_and_litigation.review."+result, "review_and_litigation.litigation_direct."+result, "review_and_litigation.litigation_after_review."+result
	return [][]string{{review}, {direct}, {after}, {direct, after}, {review, direct, after}}
}

// groupOf lists the figures of the applicants in a group, for one row.
func groupOf(row string) (list []string) {
	for _, key := range FindTable("gen_2019", "requests").Blocks[0].Grouped {
		list = append(list, row+key)
	}
	return list
}

// below lists the totals of the outcomes under one heading.
func below(heading string) (list []string) {
	for _, r := range outcomes {
		if strings.HasPrefix(r.Key, heading) {
			list = append(list, "requests."+r.Key+".total")
		}
	}
	return list
}
