package html

import (
	"slices"
	"testing"
)

// TestLined reads text whose tables alone are written in HTML.
func TestLined(t *testing.T) {
	const table = "<table><tr><td>规章</td><td>**1**</td></tr>\n<tr><td>文件</td><td>2</td></tr></table>"
	const wanted = "[规章|**1**;文件|2]"
	for _, test := range []struct {
		what, in string
		want     []string
	}{
		{"Markdown", "# 标题\n\n## 二、情况\n第一行\n第二行\n\n" + table + "\n## 三、**其他**\n", []string{"标题", "二、情况", "第一行", "第二行", wanted, "三、其他"}},
		{"plain text", "标题\n第一行\n\n" + table + "\n三、其他\n", []string{"标题", "第一行", wanted, "三、其他"}},
		{"Markdown with a block", "# 标题\n\n<div align=center>\n\n# 二、情况\n\n</div>\n\n" + table + "\n第一行\n第二行\n", []string{"标题", "二、情况", wanted, "第一行", "第二行"}},
		{"a table in a cell", "标题\n一\n<TABLE><tr><td>外<table><tr><td>内\n里</td><td>1</td><td>2</td></tr></table></td></tr></TABLE>\n二\n", []string{"标题", "一", "[外@1[内里|1|2]]", "二"}},
		{"a page", "<p>第一行\n续行</p>" + table + "<p>三\n四</p>", []string{"第一行续行", wanted, "三四"}},
	} {
		t.Run(test.what, func(t *testing.T) {
			if !sniff([]byte(test.in)) {
				t.Error("not taken for HTML")
			}
			doc, err := Page([]byte(test.in), "")
			if err != nil {
				t.Fatal(err)
			}
			if got := sketch(doc.Blocks); !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// TestPreformatted reads tables of text within a page.
func TestPreformatted(t *testing.T) {
	for _, test := range []struct {
		what, in string
		want     []string
	}{
		{"a text shown by a browser", "<html><body><pre>标题\n规章\t0\n文件\t1\n完\n</pre></body></html>", []string{"标题", "[规章|0;文件|1]", "完"}},
		{"a drawn table", "<p>标题</p><pre>┌──┬─┐\n│甲│1│\n├──┼─┤\n│乙│2│\n└──┴─┘</pre><p>完</p>", []string{"标题", "[甲|1;乙|2]", "完"}},
		{"bars and line breaks", "<div>标题<br>甲 | 1<br>乙 | 2<br>完</div>", []string{"标题", "[甲|1;乙|2]", "完"}},
		{"a program", "<pre>for i {\n\tif i {\n\t\tstop\n\t}\n\tgo\n\n\tend\n}</pre>", []string{"for i {\n\tif i {\n\t\tstop\n\t}\n\tgo\n\n\tend\n}"}},
		{"a line of links", "<div>首页 | 公开<br>标题<br>完</div>", []string{"首页 | 公开\n标题\n完"}},
	} {
		doc, err := Page([]byte(test.in), "")
		if err != nil {
			t.Fatal(err)
		}
		if got := sketch(doc.Blocks); !slices.Equal(got, test.want) {
			t.Errorf("%s: got %q, want %q", test.what, got, test.want)
		}
	}
}
