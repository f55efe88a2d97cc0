package html

import (
	"encoding/json"
	"os"
	"regexp"
	"strings"
	"testing"

	readhtml "luzhou/extract/html"
	"luzhou/fixtures"
	"luzhou/normalize"
	"luzhou/render"
)

func write(t testing.TB, l render.Layout) string {
	t.Helper()
	data, err := Write(l)
	if err != nil {
		t.Fatalf("Write: %v", err)
	}
	return string(data)
}

// luzhou is the layout of the report of Luzhou, whose golden was read against
// its source.
func luzhou(t testing.TB) (l render.Layout) {
	t.Helper()
	data, err := os.ReadFile(fixtures.Cases(t, "luzhou-txt")[0].Golden("layout"))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &l); err != nil {
		t.Fatal(err)
	}
	return l
}

func paragraph(style render.Style, text string) render.Block {
	return render.Block{Paragraph: &render.Paragraph{Style: style, Text: text}}
}

func TestPageStandsAlone(t *testing.T) {
	page := write(t, luzhou(t))
	const start = "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n<title>芦洲乡2020年政府信息公开工作年度报告</title>\n"
	if !strings.HasPrefix(page, start) {
		t.Errorf("begins with %q, want %q", page[:len(start)], start)
	}
	for _, foreign := range []string{"<script", "<link", "src=", "href=", "url(", "@import", "@font-face", " on"} {
		if strings.Contains(strings.ReplaceAll(page, " only", ""), foreign) {
			t.Errorf("has %q", foreign)
		}
	}
	for _, want := range []string{"@media print", "size:A4;margin:37mm 26mm 35mm 28mm", "仿宋_GB2312",
		"<h1>芦洲乡<wbr>2020年<wbr>政府信息公开工作年度报告</h1>", "<h2>一、总体情况</h2>", "<h3>（一）主动公开</h3>",
		`<p class="signature" style="margin-right:2em">芦洲乡人民政府</p>`, `<p class="date" style="margin-right:0.5em">2021年1月28日</p>`, `<meta name="dcterms.issued" content="2021-01-28">`} {
		if !strings.Contains(page, want) {
			t.Errorf("no %q", want)
		}
	}
	if again := write(t, luzhou(t)); again != page {
		t.Error("the same layout gives other bytes")
	}
}

// TestHeadersHead holds the scopes against the printed form of part three and
// part four: what each header cell stands over or beside.
func TestHeadersHead(t *testing.T) {
	page := write(t, luzhou(t))
	for _, want := range []string{
		`<caption id="t2-name" hidden>收到和处理政府信息公开申请情况统计表</caption>`,
		`<th scope="col" colspan="7">申请人情况</th>`, // over three column groups
		`<th scope="colgroup" colspan="5">法人或其他组织</th>`,
		`<th scope="col" rowspan="2">自然人</th>`,
		`<th scope="row" colspan="3">一、本年新收政府信息公开申请数量</th>`,
		`<th scope="rowgroup" rowspan="20">三、本年度办理结果</th>`, // all of its row group
		`<th scope="row" rowspan="8">（三）不予公开</th><th scope="row">1.属于国家秘密</th>`,
		`<td class="note" rowspan="3" colspan="3">（本列数据的勾稽关系为`,
		`<th scope="colgroup" colspan="5">行政复议</th><th scope="col" colspan="10">行政诉讼</th>`,
		`<th scope="colgroup" colspan="5">复议后起诉</th>`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("no %q", want)
		}
	}
	if got := strings.Count(page, "<thead>"); got != 2 {
		t.Errorf("%d tables with a header to repeat, want 2", got)
	}
}

// TestStackedFiguresNameTheirHeaders: in part two headers stand among the rows,
// so each figure names its own.
func TestStackedFiguresNameTheirHeaders(t *testing.T) {
	page := write(t, luzhou(t))
	heads := map[string]string{}
	for _, m := range regexp.MustCompile(`<th[^>]* id="([^"]+)"[^>]*>([^<]*)</th>`).FindAllStringSubmatch(page, -1) {
		heads[m[1]] = m[2]
	}
	var got []string
	for _, m := range regexp.MustCompile(`<td[^>]* headers="([^"]+)"[^>]*>([^<]*)</td>`).FindAllStringSubmatch(page, -1) {
		var words []string
		for id := range strings.FieldsSeq(m[1]) {
			words = append(words, heads[id])
		}
		got = append(got, strings.Join(words, "/")+"="+m[2])
	}
	if len(got) != 22 { // as many figures has part two
		t.Errorf("%d figures name their headers, want 22", len(got))
	}
	for _, want := range []string{
		"第二十条第（一）项/本年新制作数量/规章=0",
		"第二十条第（八）项/本年增/减/行政事业性收费=0",
		"第二十条第（九）项/采购项目数量/政府集中采购=4",
		"第二十条第（九）项/采购总金额/政府集中采购=28089",
	} {
		if !strings.Contains(strings.Join(got, "\n")+"\n", want+"\n") {
			t.Errorf("no %q in\n%s", want, strings.Join(got, "\n"))
		}
	}
}

// A date far from the edge stays on a narrow screen.
func TestFarFromTheRight(t *testing.T) {
	p := paragraph(render.Date, "2021年1月28日")
	p.Paragraph.Right = 19.5
	want := `<p class="date" style="margin-right:max(0em,min(19.5em,100% - 7em))">`
	if page := write(t, render.Layout{Blocks: []render.Block{p}}); !strings.Contains(page, want) {
		t.Errorf("no %s in\n%s", want, page[strings.Index(page, "<main>"):])
	}
}

// TestReaderSeesTheLayout reads the page with the project's own reader.
func TestReaderSeesTheLayout(t *testing.T) {
	l := luzhou(t)
	l.Blocks = append(l.Blocks,
		paragraph(render.Body, "a<b>&amp;\"引号\"</p><script>x</script>"),
		paragraph(render.Body, " 两  行\n 文字\t和空格 "),
		paragraph(render.Body, "两\n行"),
		render.Block{Table: &render.Table{Rows: 2, Widths: []int{1, 1}, Cells: []render.Cell{
			{RowSpan: 2, ColSpan: 1, Text: "商业\n企业", Role: render.RowHead},
			{Col: 1, RowSpan: 1, ColSpan: 1, Role: render.Value},
			{Row: 1, Col: 1, RowSpan: 1, ColSpan: 1, Text: "—\n", Role: render.Value},
		}}},
		paragraph(render.AnnexText, "完"))
	note := paragraph(render.Footnote, "[1] 注 & 释")
	note.Paragraph.Mark = "[1]"
	l.Blocks = append(l.Blocks, note)
	doc, err := readhtml.Format.Read([]byte(write(t, l)))
	if err != nil {
		t.Fatal(err)
	}
	if n := len(l.Blocks) - 1; len(doc.Blocks) != n {
		t.Fatalf("%d blocks read, want %d", len(doc.Blocks), n)
	}
	for i, got := range doc.Blocks {
		want := l.Blocks[i]
		switch {
		case (got.Table == nil) != (want.Table == nil):
			t.Errorf("block %d is of another kind", i)
		case got.Paragraph != nil:
			if got.Paragraph.Text != want.Paragraph.Text || got.Paragraph.Number != "" {
				t.Errorf("block %d: read %q, want %q", i, got.Paragraph.Text, want.Paragraph.Text)
			}
		default:
			if got.Table.Rows != want.Table.Rows || got.Table.Cols != len(want.Table.Widths) || len(got.Table.Cells) != len(want.Table.Cells) {
				t.Fatalf("block %d: read %d rows, %d columns, %d cells", i, got.Table.Rows, got.Table.Cols, len(got.Table.Cells))
			}
			for k, c := range got.Table.Cells {
				w := want.Table.Cells[k]
				if w.Role == render.Value && w.Text == "" {
					w.Text = normalize.BlankMark
				}
				if c.Row != w.Row || c.Col != w.Col || c.RowSpan != w.RowSpan || c.ColSpan != w.ColSpan || c.Text != w.Text {
					t.Errorf("block %d: read %+v, want %+v", i, c, w)
				}
			}
		}
	}
	if len(doc.Notes) != 1 || doc.Notes[0].Mark != "[1]" || doc.Notes[0].Text != "注 & 释" {
		t.Errorf("notes read: %+v", doc.Notes)
	}
}

func TestWhatIsRefused(t *testing.T) {
	cell := render.Cell{RowSpan: 1, ColSpan: 1}
	for name, b := range map[string]render.Block{
		"empty block":   {},
		"unknown style": paragraph("poem", "x"),
		"no columns":    {Table: &render.Table{Rows: 1}},
		"overlap":       {Table: &render.Table{Rows: 1, Widths: []int{1}, Cells: []render.Cell{cell, cell}}},
		"past the grid": {Table: &render.Table{Rows: 1, Widths: []int{1}, Cells: []render.Cell{{RowSpan: 2, ColSpan: 1}}}},
	} {
		if _, err := Write(render.Layout{Blocks: []render.Block{b}}); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestOddTables(t *testing.T) {
	gap := render.Table{Rows: 2, Header: 1, Widths: []int{0, 0}, Cells: []render.Cell{
		{RowSpan: 2, ColSpan: 1, Text: "甲", Role: render.RowHead}, // crosses the edge of the header
		{Row: 1, Col: 1, RowSpan: 1, ColSpan: 1, Text: "\x00\x1b\ufffe<", Role: render.Words},
	}}
	gap.Cells[1].Level = 2
	page := write(t, render.Layout{Blocks: []render.Block{{Table: &gap}}})
	for _, want := range []string{"<tbody>\n<tr class=\"kept\"><th scope=\"rowgroup\" rowspan=\"2\">甲</th><td></td></tr>\n<tr><td class=\"words\" style=\"padding-left:2em\">&lt;</td></tr>\n</tbody>", "<col>"} {
		if !strings.Contains(page, want) {
			t.Errorf("no %q in %s", want, page[strings.Index(page, "<main>"):])
		}
	}
	if strings.Contains(page, "<thead>") {
		t.Error("a header that a cell crosses is repeated")
	}
}

func ExampleWrite() {
	page, err := Write(render.Layout{Meta: render.Meta{Title: "报告"}, Blocks: []render.Block{paragraph(render.Title, "报告")}})
	if err != nil {
		panic(err)
	}
	os.Stdout.Write(page[len(page)-len("<h1>报告</h1>\n</main>\n</body>\n</html>\n"):])
	// Output:
	// <h1>报告</h1>
	// </main>
	// </body>
	// </html>
}
