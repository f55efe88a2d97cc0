package text

import (
	"errors"
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"luzhou/extract"
	"luzhou/fixtures"
)

// sketch prints blocks: a paragraph as its text, a table as [cell|cell;cell].
func sketch(doc *extract.Document) []string {
	var out []string
	for _, b := range doc.Blocks {
		if b.Paragraph != nil {
			out = append(out, b.Paragraph.Text)
			continue
		}
		rows := make([][]string, b.Table.Rows)
		for _, c := range b.Table.Cells {
			rows[c.Row] = append(rows[c.Row], c.Text)
		}
		var lines []string
		for _, r := range rows {
			lines = append(lines, strings.Join(r, "|"))
		}
		out = append(out, "["+strings.Join(lines, ";")+"]")
	}
	return out
}

func TestRead(t *testing.T) {
	tests := []struct {
		what, in string
		want     []string
	}{
		{"prose", "标题\n\n第一段\n第二段\n", []string{"标题", "第一段", "第二段"}},
		{"line ends", "a\r\nb\rc\r\r\nd\fe\u2028f\u0085g", []string{"a", "b", "c", "d", "e", "f", "g"}},
		{"double-spaced", strings.Repeat("规章\t0\n\r", 20) + "完\n\r", []string{"[" + strings.Repeat("规章|0;", 19) + "规章|0]", "完"}},
		{"quoted in a mail", "您好：\n" + strings.Repeat("> 段落\n>\n", 19) + "> > 规章\t0\n> > 文件\t1\n", append(append([]string{"您好："}, slices.Repeat([]string{"段落"}, 19)...), "[规章|0;文件|1]")},
		{"a mark in front of few lines", "> 段落\n\n完\n", []string{"> 段落", "完"}},
		{"blank lines", "a\n \n\u3000\n\t\t\nb", []string{"a", "b"}},
		{"blanks and no-break spaces stay", " a\u00A0 \n", []string{" a\u00A0 "}},
		{"invisible characters go", "a\u00ADb\x07c\x00\x00", []string{"abc"}},
		{"dump", "二、情况\n\t信息内容\n\t数量\n\n\t规    章\n\t0\n\n\n\n三、情况\n",
			[]string{"二、情况", "[信息内容|数量;规    章|0]", "三、情况"}},
		{"dump with merged cells", "\t甲\n\t乙\n\n\t\n\t商业\n企业\n\t\n\n", []string{"[甲|乙;|商业\n企业|]"}},
		{"dump with rows of one cell", "\t第一项\n\n\t规章\n\t0\n\n", []string{"[第一项;规章|0]"}},
		{"dump that ends with the file", "\ta\n\tb\n\n\tc\n\td", []string{"[a|b;c|d]"}},
		{"two dumps", "\ta\n\tb\n\n\tc\n\td\n\n\n\te\n\tf\n\n\tg\n\th\n", []string{"[a|b;c|d]", "[e|f;g|h]"}},
		{"dump with empty paragraphs in cells", "\ta\n \n\tb\n\n\tc\n\td\n\u3000\n\n\te\n\tf\n\n", []string{"[a\n |b;c|d\n\u3000;e|f]"}},
		{"dump whose rows end with blanks", "\ta\n\tb\n \n\tc\n\td\n \n", []string{"[a|b;c|d]"}},
		{"bookmark", "\t[bookmark: _GoBack]一、\n\t1\n\n\ta\n\tb\n\n", []string{"[[bookmark: _GoBack]一、|1;a|b]"}},
		{"a tab inside a cell of a dump", "\ta\tx\n\tb\n\tc\n\n\td\n\te\n\tf\n\n", []string{"[a\tx|b|c;d|e|f]"}},
		{"prose behind tabs", "\t一段\n\n\t二段\n\n", []string{"\t一段", "\t二段"}},
		{"long prose behind tabs", "\t" + strings.Repeat("长", 80) + "\n\t" + strings.Repeat("文", 90) + "\n\n\t" + strings.Repeat("字", 70) + "\n",
			[]string{"\t" + strings.Repeat("长", 80), "\t" + strings.Repeat("文", 90), "\t" + strings.Repeat("字", 70)}},
		{"signature behind tabs", "\t\t芦洲乡人民政府\n\t\t2021年1月28日\n", []string{"\t\t芦洲乡人民政府", "\t\t2021年1月28日"}},
		{"tab-separated", "表\n名称\t数量\t\n规章\t0\t\n\t1\t2\n完\n", []string{"表", "[名称|数量|;规章|0|;|1|2]", "完"}},
		{"one tab-separated line is prose", "地址\t电话\n", []string{"地址\t电话"}},
		{"one long tab-separated line", "合计\n规章\t0\t1\t2\n", []string{"合计", "[规章|0|1|2]"}},
		{"one long line with bars", "三、\n办理结果 | 予以公开 | 0 | 1\n", []string{"三、", "[办理结果|予以公开|0|1]"}},
		{"list markers are prose", "1.\t甲\n2.\t乙\n（三）\t丙\n", []string{"1.\t甲", "2.\t乙", "（三）\t丙"}},
		{"bars", "a | b |  | \nc | 0 ||\n", []string{"[a|b||;c|0||]"}},
		{"outer bars", "| a | b |\n| c |  |\n", []string{"[a|b;c|]"}},
		{"bars of full width", "a｜b\nc｜d\n", []string{"[a|b;c|d]"}},
		{"Markdown", "| a | b |\n|---|:-:|\n| x<br>y | 1\\|2 |\n\n段", []string{"[a|b;x\ny|1|2]", "段"}},
		{"dashes are values", "| a | b |\n| - | - |\n| -- | — |\n", []string{"[a|b;-|-;--|—]"}},
		{"box", "+---+---+\n| a | b |\n+---+---+\n| 1 | 2 |\n+---+---+\n", []string{"[a|b;1|2]"}},
		{"cells of two lines", "+--+--+\n|规 |0 |\n|章 |  |\n+--+--+\n|年 |1 |\n+--+--+\n|度 |2 |\n+--+--+\n", []string{"[规\n章|0;年|1;度|2]"}},
		{"lines between two rules are rows", "+--+--+\n|甲|乙|\n|丙|丁|\n+--+--+\n|年 |1 |\n|月 |2 |\n+--+--+\n|度 |2 |\n+--+--+\n", []string{"[甲|乙;丙|丁;年|1;月|2;度|2]"}},
		{"drawn box", "┌──┬──┐\n│甲│乙│\n├──┼──┤\n│1 │2 │\n└──┴──┘\n", []string{"[甲|乙;1|2]"}},
		{"one line with a bar is prose", "首页 | 政务公开\n正文\n", []string{"首页 | 政务公开", "正文"}},
		{"ruled lines without bars", "  ------- ----- ----\n  规章    0     ----\n\n  ------- ----- ----\n=====\n----\n—————\n", []string{"  规章    0     ----", "----", "—————"}},
		{"cells of Word", "题\r规章\r\a0\r\a\r\a文\v件\r\a1\r\a\r\a", []string{"题", "规章", "0", "文", "件", "1"}},
		{"one cell a line", "规章\n0\n0\n规范性文件\n1\n", []string{"规章", "0", "0", "规范性文件", "1"}},
		{"one cell a line with a bar behind it", "信息内容 |\n数量 |\n||\n规章 |\n0 |\n||\n规范性文件\n|\n1 |\n||\n完\n",
			[]string{"信息内容 |", "数量 |", "||", "规章 |", "0 |", "||", "规范性文件", "|", "1 |", "||", "完"}},
		{"commas", "表\n名称,数量\n规章,0\n\"甲,\"\"乙\"\"\",1\n完\n", []string{"表", "[名称|数量;规章|0;甲,\"乙\"|1]", "完"}},
		{"semicolons", "名称;数量\n规章;0\n文件;1,234\n", []string{"[名称|数量;规章|0;文件|1,234]"}},
		{"a line end in quotes", "\"商业\n企业\",其他\n1,2\n3,4\n", []string{"[商业\n企业|其他;1|2;3|4]"}},
		{"quoted fields and tabs", "\"题\"\n\"规章\"\t\"0\"\n\"文\"\"件\"\"\"\t\"1\"\n", []string{"题", "[规章|0;文\"件\"|1]"}},
		{"empty fields", "规章,,0,\n文件,,1,\n", []string{"[规章||0|;文件||1|]"}},
		{"one wide record", "三、\n规章,0,1,2,3\n", []string{"三、", "[规章|0|1|2|3]"}},
		{"a table of one figure beside others", "规章,0\n文件,1\n\n信息,数量\n许可,2\n\n地址,电话\n", []string{"[规章|0;文件|1]", "[信息|数量;许可|2]", "地址,电话"}},
		{"lines filled up with empty fields", "全年工作顺利。,,\n规章,0,\n文件,1,2\n", []string{"[全年工作顺利。||;规章|0|;文件|1|2]"}},
		{"prose with commas", "全年,我乡认真工作,公开信息\n收到申请,办结,未收费\n", []string{"全年,我乡认真工作,公开信息", "收到申请,办结,未收费"}},
		{"sentences with numbers between commas", "全年公开,12,条。\n收到申请,3,件。\n", []string{"全年公开,12,条。", "收到申请,3,件。"}},
		{"a quote that does not end", "\"规章,0\n文件,1\n", []string{"\"规章,0", "文件,1"}},
		{"a quote inside a field", "危及\"三安全\",0\n规章,1\n", []string{"[危及\"三安全\"|0;规章|1]"}},
		{"quoted prose without a table", "\"无\"\n", []string{"\"无\""}},
		{"GB18030", "\xB9\xE6\xD5\xC2\t0\n\xC4\xEA\xB6\xC8\t1\n", []string{"[规章|0;年度|1]"}},
	}
	for _, test := range tests {
		t.Run(test.what, func(t *testing.T) {
			doc, err := Format.Read([]byte(test.in))
			if err != nil {
				t.Fatal(err)
			}
			if got := sketch(doc); !slices.Equal(got, test.want) {
				t.Errorf("%q\n got %q\nwant %q", test.in, got, test.want)
			}
		})
	}
}

func TestPositions(t *testing.T) {
	doc, err := Format.Read([]byte("题\r\n\r\n\ta\r\n\tb\r\nb2\r\n\r\n\tc\r\n\td\r\n\r\n完"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, b := range doc.Blocks {
		if b.Paragraph != nil {
			got = append(got, fmt.Sprint(b.Paragraph.Pos, " line ", b.Paragraph.Pos.Line))
			continue
		}
		for _, c := range b.Table.Cells {
			got = append(got, fmt.Sprint(c.Pos, " line ", c.Pos.Line))
		}
	}
	want := []string{"0 line 1", "1:0:0 line 3", "1:0:1 line 4", "1:1:0 line 7", "1:1:1 line 8", "2 line 10"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestRulesAreTold(t *testing.T) {
	doc, err := Format.Read([]byte("| a | b |\n|---|---|\n| 1 | 2 |\n"))
	if err != nil {
		t.Fatal(err)
	}
	if len(doc.Findings) != 1 || doc.Findings[0].Code != extract.TextLeftOut {
		t.Errorf("findings %v, want one %s", doc.Findings, extract.TextLeftOut)
	}
}

func TestRefusals(t *testing.T) {
	for _, test := range []struct {
		what, in string
		code     extract.Code
	}{
		{"empty", "", extract.RefusedEmpty},
		{"a row too wide", strings.Repeat(strings.Repeat("\t", extract.MaxGridCols+1)+"x\ty\n", 2), extract.RefusedLimit},
		{"too many paragraphs", strings.Repeat("x\n", extract.MaxCells+1), extract.RefusedLimit},
		{"too many lines", "x" + strings.Repeat("\r", maxLines+1), extract.RefusedLimit},
		{"too many separators", "x" + strings.Repeat("\t", maxSeparators+1), extract.RefusedLimit},
		{"too many cells", strings.Repeat(strings.Repeat("x|", 999)+"\n", 1001), extract.RefusedLimit},
	} {
		t.Run(test.what, func(t *testing.T) {
			if _, err := Format.Read([]byte(test.in)); !errors.Is(err, extract.Refuse(test.code)) {
				t.Errorf("%v, want %s", err, test.code)
			}
		})
	}
}

func TestSniff(t *testing.T) {
	random := make([]byte, 4096)
	r := rand.New(rand.NewSource(1))
	for i := range random {
		random[i] = byte(r.Intn(256))
	}
	for _, test := range []struct {
		what, in string
		want     bool
	}{
		{"prose", "芦洲乡2020年政府信息公开工作年度报告", true},
		{"GB18030", "\xC4\xEA\xB6\xC8\xB1\xA8\xB8\xE6", true},
		{"UTF-16", "\xFF\xFE1\x00\x74\x5E", true},
		{"padded", "年度\n\x00\x00\x00\x00\x00\x00", true},
		{"a cut character", "年度报告年度报告\xE5\xB9", true},
		{"read wrongly, with losses", strings.Repeat("涓�銆佹�讳綋鎯呭喌\n", 6) + strings.Repeat("瑙勭珷鍦板潃\t1\n", 3), true},
		{"cells of Word", "规章\r\a0\r\a0\r\a0\r\a\r\a", true},
		{"bells", "规章\a0\a0\a0\a\a", false},
		{"empty", "", false},
		{"zeros", "\x00\x00\x00\x00", false},
		{"random", string(random), false},
		{"random, short", string(random[:40]), false},
		{"zip", "PK\x03\x04aaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false},
		{"pdf", "%PDF-1.4\n1 0 obj", false},
	} {
		if got := Format.Sniff([]byte(test.in)); got != test.want {
			t.Errorf("%s: %v", test.what, got)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("题\n\ta\n\tb\n\n\t\n\td\n\n\n|a|b|\n|-|-|\n|c|d|\n1\t2\n3\t4\n"))
	f.Add([]byte("\xFF\xFE\x0A\x00\x09\x00a\x00"))
	f.Add([]byte("┌─┐\n│\n+--+\r\f|\\||<br>\n\xB9\xE6"))
	for _, name := range []string{"luzhou-txt", "luzhou-utf16"} {
		f.Add(fixtures.Cases(f, name)[0].Read(f))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		Format.Sniff(data)
		doc, err := Format.Read(data)
		if err != nil {
			var refusal *extract.Refusal
			if !errors.As(err, &refusal) {
				t.Fatalf("error %T", err)
			}
			return
		}
		for i, b := range doc.Blocks {
			if b.Paragraph != nil && b.Paragraph.Pos.Line == 0 || b.Table != nil && len(b.Table.Cells) == 0 {
				t.Errorf("block %d: %+v", i, b)
			}
		}
	})
}

func BenchmarkRead(b *testing.B) {
	dump := []byte(strings.Repeat("三、收到和处理政府信息公开申请情况\n\t一、本年新收政府信息公开申请数量\n\t1\n\t0\n\n\t二、\n\t1\n\t0\n\n\n", 50))
	b.SetBytes(int64(len(dump)))
	for b.Loop() {
		if _, err := Format.Read(dump); err != nil {
			b.Fatal(err)
		}
	}
}

func ExampleFormat() {
	doc, _ := Format.Read([]byte("二、主动公开情况\n\t规章\n\t0\n\n\t规范性文件\n\t1\n\n"))
	fmt.Println(doc.Blocks[0].Paragraph.Text)
	for _, c := range doc.Blocks[1].Table.Cells {
		fmt.Println(c.Row, c.Col, c.Text)
	}
	// Output:
	// 二、主动公开情况
	// 0 0 规章
	// 0 1 0
	// 1 0 规范性文件
	// 1 1 1
}
