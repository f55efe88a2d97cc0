package markdown

import "testing"

func TestPlain(t *testing.T) {
	const head = "# 标题\n\n## 一、总体情况 ##\n\n"
	for _, test := range []struct {
		what, in, want string
		marked         int
	}{
		{"headings", head, "标题\n\n一、总体情况\n\n", 2},
		{"bold lines", "**标题**\r\n\r\n**一、总体情况**\r\n", "标题\r\n\r\n一、总体情况\r\n", 2},
		{"bold words and escapes", head + "公开**重点**信息1\\.5万条\\\n> 引文\n", "标题\n\n一、总体情况\n\n公开重点信息1.5万条\n引文\n", 4},
		{"tables keep bars and rules", head + "| a | b\\|c |\n|---|:-:|\n| **1** | 2\\. |\n", "标题\n\n一、总体情况\n\n| a | b\\|c |\n|---|:-:|\n| 1 | 2. |\n", 3},
		{"dividers, links and pictures", head + "---\n见[网站](http://example.gov.cn)![图](a.png)\n", "标题\n\n一、总体情况\n\n\n见网站\n", 4},
		{"one number sign is none", "# 号机组\n公开**12**条\n", "# 号机组\n公开**12**条\n", 0},
		{"note marks", "数量**\n其中**\n", "数量**\n其中**\n", 0},
		{"plain", "标题\n一、总体情况\n", "标题\n一、总体情况\n", 0},
	} {
		if got, marked := Plain(test.in); got != test.want || marked != test.marked {
			t.Errorf("%s: %q, %d lines; want %q, %d", test.what, got, marked, test.want, test.marked)
		}
	}
}
