package render

import (
	"testing"

	"luzhou/normalize"
)

func TestLabel(t *testing.T) {
	report := &normalize.Report{
		Year:             2020,
		Sections:         []normalize.Section{{Key: "problems", Heading: "存在的问题"}},
		ActiveDisclosure: normalize.NewTable(normalize.FindTable("gen_2019", "active_disclosure")),
		Requests:         normalize.NewTable(normalize.FindTable("gen_2021", "requests")),
	}
	for path, want := range map[string]string{
		"":                                   "全文",
		"issued":                             "落款日期",
		"sections.problems":                  "存在的问题",
		"sections.overview":                  "总体情况",
		"sections.fees":                      "政府信息公开的收费及减免情况", // in the oldest form only
		"review_and_litigation":              "政府信息公开行政复议、行政诉讼情况",
		"active_disclosure":                  "主动公开政府信息情况",
		"active_disclosure.art20_1":          "第二十条第（一）项",
		"active_disclosure.art20_6.coercion": "第二十条第（六）项 · 行政强制",
		"active_disclosure.art20_9.centralized_procurement.amount": "第二十条第（九）项 · 政府集中采购 · 采购总金额",
		"requests.carried_in":                   "二、上年结转政府信息公开申请数量",
		"requests.total":                        "总计",
		"requests.other_handling.other.total":   "三、本年度办理结果 · （六）其他处理 · 3.其他 · 总计",
		"requests.denied.state_secret.nowhere":  "requests.denied.state_secret.nowhere",
		"requests.new_requests.natural_person":  "一、本年新收政府信息公开申请数量 · 自然人",
		"review_and_litigation.review.upheld":   "review_and_litigation.review.upheld", // the report has no such table
		"requests.extra_rows":                   "requests.extra_rows",
		"active_disclosure.art20_5.items_chang": "active_disclosure.art20_5.items_chang",
	} {
		if got := Label(report, path); got != want {
			t.Errorf("Label(%q) = %q, want %q", path, got, want)
		}
	}
}
