package normalize

import (
	"strconv"
	"strings"
	"testing"

	"luzhou/extract"
)

// sample is a document under construction: a made report whose figures keep
// every sum, which tests bend in one way each.
type sample struct {
	blocks []extract.Block
	active [][]string
	rows   [][]string // part three: label cells, then seven figures
	review [][]string
}

func newSample(generation string) *sample {
	s := &sample{}
	for _, b := range FindTable(generation, "active_disclosure").Blocks {
		s.active = append(s.active, []string{b.Title})
		head := []string{"信息内容"}
		for _, c := range b.Columns {
			head = append(head, c.Text)
		}
		s.active = append(s.active, head)
		for i, r := range b.Rows {
			line := []string{r.Text}
			for c := range b.Columns {
				line = append(line, strconv.Itoa(10*i+c))
			}
			s.active = append(s.active, line)
		}
	}
	s.rows = [][]string{
		{FindTable(generation, "requests").Corner, "申请人情况"},
		{"", "自然人", "法人或其他组织", "总计"},
		{"", "", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", ""},
	}
	figures := map[string][]string{ // 5 + 1 = 4 + 1 + 1 ; every other row is 0
		"new_requests":    {"4", "1", "0", "0", "0", "0", "5"},
		"carried_in":      {"1", "0", "0", "0", "0", "0", "1"},
		"granted":         {"3", "1", "0", "0", "0", "0", "4"},
		"unable.not_held": {"1", "0", "0", "0", "0", "0", "1"},
		"result_total":    {"4", "1", "0", "0", "0", "0", "5"},
		"carried_out":     {"1", "0", "0", "0", "0", "0", "1"},
	}
	var last []string
	for _, r := range FindTable(generation, "requests").Blocks[0].Rows {
		var line []string
		for d, p := range r.Parents {
			if d < len(last) && last[d] == p {
				line = append(line, "")
			} else {
				line = append(line, p)
			}
		}
		last = r.Parents
		line = append(line, r.Text)
		if f := figures[r.Key]; f != nil {
			line = append(line, f...)
		} else {
			line = append(line, "0", "0", "0", "0", "0", "0", "0")
		}
		s.rows = append(s.rows, line)
	}
	five := []string{"结果维持", "结果纠正", "其他结果", "尚未审结", "总计"}
	s.review = [][]string{
		{"行政复议", "行政诉讼"},
		append(append([]string{}, five...), "未经复议直接起诉", "复议后起诉"),
		append(append([]string{"", "", "", "", ""}, five...), five...),
		strings.Split("1 0 0 1 2 0 0 0 0 0 0 2 0 0 2", " "),
	}
	return s
}

// lined adds the cells of rows that are not empty as lines, one a line.
func (s *sample) lined(rows [][]string) {
	for _, row := range rows {
		for _, c := range row {
			if c != "" {
				s.text(c)
			}
		}
	}
}

// row returns the line of part three with that label.
func (s *sample) row(t *testing.T, label string) *[]string {
	t.Helper()
	for i := range s.rows {
		for _, c := range s.rows[i] {
			if c == label {
				return &s.rows[i]
			}
		}
	}
	t.Fatalf("no row %q", label)
	return nil
}

func (s *sample) text(lines ...string) {
	for _, l := range lines {
		s.blocks = append(s.blocks, extract.ParagraphBlock(l, ""))
	}
}

// table adds rows of cells without spans, as a text dump has them.
func (s *sample) table(rows [][]string) {
	t := &extract.Table{Rows: len(rows)}
	for r, row := range rows {
		for c, text := range row {
			t.Cells = append(t.Cells, extract.Cell{Row: r, Col: c, RowSpan: 1, ColSpan: 1, Text: text})
		}
		t.Cols = max(t.Cols, len(row))
	}
	s.blocks = append(s.blocks, extract.Block{Table: t})
}

const (
	sampleTitle    = "青山镇2020年政府信息公开工作年度报告"
	samplePreamble = "本报告的统计期限自2020年1月1日起至2020年12月31日止。如有疑问，请与东湖县青山镇人民政府办公室联系（地址：东湖县青山镇中心街1号；电话：0791-12345678；邮编：330000）。"
)

// grid adds rows on the official grid of part three, with its spans, or with
// rows and columns exchanged.
func (s *sample) grid(rows [][]string, turned bool) {
	s.table(rows)
	t := s.blocks[len(s.blocks)-1].Table
	t.Cols = 10
	var cells []extract.Cell
	for _, c := range t.Cells {
		row := rows[c.Row]
		labels := len(row) - 7
		switch {
		case c.Row == 0 && c.Col == 0:
			c.RowSpan, c.ColSpan = 3, 3
		case c.Row == 0:
			c.Col, c.ColSpan = 3, 7
		case c.Row < 3 && c.Text == "":
			continue
		case c.Row == 1:
			c.Col, c.ColSpan, c.RowSpan = []int{0, 3, 4, 9}[c.Col], []int{0, 1, 5, 1}[c.Col], []int{0, 2, 1, 2}[c.Col]
		case c.Row == 2:
			c.Col += 2
		case c.Col < labels && c.Text == "":
			continue // goes on from above
		case c.Col == labels-1:
			c.ColSpan = 3 - c.Col
		case c.Col >= labels:
			c.Col += 3 - labels
		}
		cells = append(cells, c)
	}
	for i := range cells { // the labels of merged cells reach down to the next one
		c := &cells[i]
		if c.Row < 3 || c.Col+c.ColSpan >= 3 {
			continue
		}
		for c.Row+c.RowSpan < len(rows) && rows[c.Row+c.RowSpan][c.Col] == "" {
			c.RowSpan++
		}
	}
	t.Cells = cells
	if turned {
		*t = *transposed(t)
	}
}

// rest lays parts two to six out, and end the last two and the signature.
func (s *sample) rest() {
	s.text("二、主动公开政府信息情况")
	s.table(s.active)
	s.text("三、收到和处理政府信息公开申请情况")
	s.table(s.rows)
	s.fromFour()
}

func (s *sample) end() {
	s.text("五、存在的主要问题及改进情况", "问题不少。", "六、其他需要报告的事项", "无", "青山镇人民政府", "2021年1月20日")
}

// upToThree lays the report out up to the heading of part three, and fromFour from
// that of part four on.
func (s *sample) upToThree() {
	s.text(sampleTitle, samplePreamble, "一、总体情况", "好。", "二、主动公开政府信息情况")
	s.table(s.active)
	s.text("三、收到和处理政府信息公开申请情况")
}

func (s *sample) fromFour() {
	s.text("四、政府信息公开行政复议、行政诉讼情况")
	s.table(s.review)
	s.end()
}

// whole lays the parts out in the usual order.
func (s *sample) whole() *extract.Document {
	s.text(sampleTitle, samplePreamble, "一、总体情况", "2020年工作顺利。", "（一）主动公开", "公开20条。")
	s.rest()
	return s.document()
}

func (s *sample) document() *extract.Document {
	extract.Locate(s.blocks)
	return &extract.Document{Blocks: s.blocks}
}

// codes lists the findings but those that every sample has.
func codes(r *Report) (list []string) {
	for _, f := range r.Findings {
		if f.Code != UnitUnknown {
			list = append(list, string(f.Code)+" "+f.Where)
		}
	}
	return list
}

func lookUp(t *testing.T, r *Report, path string) *Value {
	t.Helper()
	for _, table := range r.Tables() {
		if v, ok := table.Figure(path); ok {
			return v
		}
	}
	t.Fatalf("no figure %s", path)
	return nil
}

func wantFigure(t *testing.T, r *Report, path, value string, state State) {
	t.Helper()
	v := lookUp(t, r, path)
	got := ""
	if v.HasValue() {
		got = v.Value.String()
	}
	if got != value || v.State != state {
		t.Errorf("%s = %q %s, want %q %s", path, got, v.State, value, state)
	}
}
