package normalize

import (
	"slices"
	"strings"
	"testing"
)

// headOf makes the lines of a header from one text.
func headOf(text string) (rows [][]string) {
	for _, line := range strings.Split(text, "/") {
		rows = append(rows, strings.Fields(line))
	}
	return rows
}

// TestHeadersInPieces reads tables whose labels go on in the next row.
func TestHeadersInPieces(t *testing.T) {
	fives := "行政复议 行政诉讼/结果 结果 其他 尚未 总计 未经复议直接起诉 复议后起诉/维持 纠正 结果 审结 结果 结果 其他 尚未 总计 结果 结果 其他 尚未 总计/维持 纠正 结果 审结 维持 纠正 结果 审结"
	for _, form := range []string{"gen_2019", "gen_2021"} {
		s := newSample(form)
		s.rows = slices.Concat(s.rows[:2], [][]string{{"", "", "商业企", "科研机", "社会公", "法律服", "其他"}, {"", "", "业", "构", "益组织", "务机构"}}, s.rows[3:])
		s.review = append(headOf(fives), s.review[3])
		readAs(t, form, s.on(formYear[form], s.rest))
	}

	for name, c := range map[string]struct{ part, head string }{
		"labels exchanged":                         {"four", strings.Replace(fives, "维持 纠正 结果 审结 结果 结果", "纠正 维持 结果 审结 结果 结果", 1)},
		"a piece too many":                         {"four", strings.Replace(fives, "/维持 纠正 结果 审结 维持", "/维持 纠正 结果 审结 件 维持", 1)},
		"a total on a line of its own":             {"four", "行政复议 行政诉讼/未经复议直接起诉 复议后起诉/结 结 其 尚/结 结 其 尚 总计 结 结 其 尚 总计/果 果 他 未/总计 果 果 他 未 果 果 他 未/维 纠 结 审/维 纠 结 审 维 纠 结 审/持 正 果 结/持 正 果 结 持 正 果 结"},
		"columns beside the group on another line": {"three", "自然人 总计/法人或其他组织/商业企 科研机 社会公 法律服 其他/业 构 益组织 务机构"},
	} {
		s := newSample("gen_2021")
		path := "requests.granted.natural_person"
		if c.part == "three" {
			s.rows = slices.Concat(headOf(c.head), s.rows[3:])
		} else {
			s.review = append(headOf(c.head), s.review[3])
			path = "review_and_litigation.review.upheld"
		}
		if v := lookUp(t, s.on(formYear["gen_2021"], s.rest), path); v.State != Unplaced {
			t.Errorf("%s: %s is %+v", name, path, v)
		}
	}
}

// TestTextHeadersInPieces reads part four from lines of text.
func TestTextHeadersInPieces(t *testing.T) {
	head := "行政复议 行政诉讼/未经复议直接起诉 复议后起诉/结果 结果 其他 尚未 总/维持 纠正 结果 审结 计 结果 结果 其他 尚未 总 结果 结果 其他 尚未 总/维持 纠正 结果 审结 计 维持 纠正 结果 审结 计"
	s := newSample("gen_2021")
	readAs(t, "gen_2021", s.on(formYear["gen_2021"], func() {
		s.text("二、主动公开政府信息情况")
		s.table(s.active)
		s.text("三、收到和处理政府信息公开申请情况")
		s.table(s.rows)
		s.text("四、政府信息公开行政复议、行政诉讼情况", "今年情况如下。")
		s.text(strings.Split(head, "/")...)
		s.text(strings.Join(s.review[3], " "))
		s.end()
	}))
}
