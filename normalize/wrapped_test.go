package normalize

import (
	"slices"
	"strings"
	"testing"

	"luzhou/extract"
)

// lines makes a document of lines as the text reader does; empty ones count.
func lines(text string) *extract.Document {
	doc := &extract.Document{}
	for i, line := range strings.Split(text, "\n") {
		if line != "" {
			b := extract.ParagraphBlock(line, "")
			b.Paragraph.Pos.Line = i + 1
			doc.Blocks = append(doc.Blocks, b)
		}
	}
	extract.Locate(doc.Blocks)
	return doc
}

const wrappedHead = `            青山镇 2020 年政府信息公开工作年度报告
本报告依据《中华人民共和国政府信息公开条例》编制，统计期限自
2020 年 1 月 1 日起至 2020 年 12 月 31 日止。
一、总体情况
`

const wrappedTail = `五、存在的主要问题及改进情况
存在的主要问题：一是部分信息公开不够及时；二是业务人员队伍建
设有待加强，三是群众对政府信息公开工作的了解还不多。
改进措施：加强培训。
六、其他需要报告的事项
无
                                  青山镇人民政府
                                  2021 年 1 月 20 日
`

func TestWrapped(t *testing.T) {
	for _, test := range []struct {
		what, in string
		want     []string // paragraphs of part one
	}{
		{"to the edge", "全镇各级各部门认真贯彻落实中央和省市县关于政务公开工作的决策，\n围绕中心，服务大局，不断深化重点领域信息公开，加强制度建设，规\n范公开程序，提高公开质量。\n全年公开信息20条。\n",
			[]string{"全镇各级各部门认真贯彻落实中央和省市县关于政务公开工作的决策，围绕中心，服务大局，不断深化重点领域信息公开，加强制度建设，规范公开程序，提高公开质量。", "全年公开信息20条。"}},
		{"over a page", "全镇各级各部门认真贯彻落实中央和省市县关于政务公开工作的决策，\n围绕中心，服务大局，不断深化重点领域信息公开，加强制度建设，规\n\n  - 4 -\n\n范公开程序，提高公开质量。\n",
			[]string{"全镇各级各部门认真贯彻落实中央和省市县关于政务公开工作的决策，围绕中心，服务大局，不断深化重点领域信息公开，加强制度建设，规范公开程序，提高公开质量。"}},
		{"an indented line begins a paragraph", "    全镇各级各部门认真贯彻落实中央和省市县关于政务公开工作决策\n部署，围绕中心，服务大局，不断深化重点领域信息公开，加强制度。\n    全年公开信息20条，加强制度建设，规范公开程序，提高公开质量\n和水平。\n",
			[]string{"全镇各级各部门认真贯彻落实中央和省市县关于政务公开工作决策部署，围绕中心，服务大局，不断深化重点领域信息公开，加强制度。", "全年公开信息20条，加强制度建设，规范公开程序，提高公开质量和水平。"}},
		{"a numbered line begins a paragraph", "全镇各级各部门认真贯彻落实中央和省市县关于政务公开工作决策部署\n1.围绕中心，服务大局，不断深化重点领域信息公开，加强制度建设；\n2.规范公开程序，提高质量。\n",
			[]string{"全镇各级各部门认真贯彻落实中央和省市县关于政务公开工作决策部署", "1.围绕中心，服务大局，不断深化重点领域信息公开，加强制度建设；", "2.规范公开程序，提高质量。"}},
		{"a word that did not fit", "全镇各级各部门认真贯彻落实中央和省市县，网站：\nwww.example.gov.cn，围绕中心，服务大局，不断深化重点领域信息公\n开，加强制度建设，规范公开程序，提高公开质量，围绕中心，服务大\n局，不断深化。\n",
			[]string{"全镇各级各部门认真贯彻落实中央和省市县，网站：www.example.gov.cn，围绕中心，服务大局，不断深化重点领域信息公开，加强制度建设，规范公开程序，提高公开质量，围绕中心，服务大局，不断深化。"}},
		{"a number over the edge is not put together", "全镇各级各部门认真贯彻落实中央和省市县关于政务公开工作，全年1\n2件，围绕中心，服务大局，不断深化重点领域信息公开，加强制度建\n设。\n",
			[]string{"全镇各级各部门认真贯彻落实中央和省市县关于政务公开工作，全年1", "2件，围绕中心，服务大局，不断深化重点领域信息公开，加强制度建设。"}},
	} {
		t.Run(test.what, func(t *testing.T) {
			r := FromDocument(lines(wrappedHead + test.in + wrappedTail))
			if got := r.Sections[0].Paragraphs; !slices.Equal(got, test.want) {
				t.Errorf("got %q", got)
			}
			if !slices.Contains(codes(r), "lines.joined ") {
				t.Errorf("findings %v", codes(r))
			}
			if r.Title != "青山镇 2020 年政府信息公开工作年度报告" || r.Signatory != "青山镇人民政府" || r.Issued != "2021-01-20" || r.Period.To != "2020-12-31" {
				t.Errorf("title %q, signature %q %q, period %v", r.Title, r.Signatory, r.Issued, r.Period)
			}
			problems := r.Sections[len(r.Sections)-2].Paragraphs
			if len(problems) != 2 || !strings.HasSuffix(problems[0], "队伍建设有待加强，三是群众对政府信息公开工作的了解还不多。") {
				t.Errorf("problems %q", problems)
			}
		})
	}
}

// TestNotWrapped has lines that are paragraphs.
func TestNotWrapped(t *testing.T) {
	long := "认真贯彻落实中央和省市县关于政务公开工作的决策部署，围绕中心，服务大局"
	in := []string{long, long + "，不断深化", long + "。", long + "，规范公开程序，提高公开质量，加强制度建设", "收到申请1件", "办结1件。"}
	r := FromDocument(lines("青山镇2020年政府信息公开工作年度报告\n一、总体情况\n" + strings.Join(in, "\n") + "\n青山镇人民政府\n2021年1月20日\n"))
	if got := r.Sections[0].Paragraphs; !slices.Equal(got, in) {
		t.Errorf("got %q", got)
	}
}

// TestHeadingOfTwoLines has the heading of a part broken, and a line below a
// heading that is text.
func TestHeadingOfTwoLines(t *testing.T) {
	r := FromDocument(lines(wrappedHead + "好。\n四、因政府信息公开工作被申请行政复议、提起行政诉\n讼情况\n无。\n" + wrappedTail))
	if got := r.Sections[1]; got.Key != "review_and_litigation" || !strings.HasSuffix(got.Heading, "提起行政诉讼情况") || !slices.Equal(got.Paragraphs, []string{"无。"}) {
		t.Errorf("%+v", got)
	}
	if got := r.Sections[2].Heading; got != "存在的主要问题及改进情况" {
		t.Errorf("heading %q", got)
	}
}

// asLines numbers the paragraphs of a document as the lines of a text.
func asLines(doc *extract.Document) *extract.Document {
	for i := range doc.Blocks {
		if p := doc.Blocks[i].Paragraph; p != nil {
			p.Pos.Line = i + 1
		}
	}
	return doc
}

// TestSpaced has one broken paragraph in a text whose paragraphs stand apart.
func TestSpaced(t *testing.T) {
	const broken = "全镇各级各部门认真贯彻落实中央和省市县关于政务公开工作的决策，围绕中心\n，服务大局，不断深化公开。"
	text := strings.ReplaceAll("青山镇2020年政府信息公开工作年度报告\n本报告的统计期限自2020年1月1日起至2020年12月31日止。\n一、总体情况\n"+
		"好。\n"+strings.ReplaceAll(broken, "\n", "|")+"\n五、存在的主要问题及改进情况\n无。\n青山镇人民政府\n2021年1月20日", "\n", "\n\n")
	text = strings.ReplaceAll(text, "|", "\n")
	r := FromDocument(lines(text))
	if got, want := r.Sections[0].Paragraphs, []string{"好。", strings.ReplaceAll(broken, "\n", "")}; !slices.Equal(got, want) {
		t.Errorf("paragraphs %q, want %q", got, want)
	}
	// the same lines without blank lines between may be two paragraphs
	r = FromDocument(lines(strings.ReplaceAll(text, "\n\n", "\n")))
	if got := r.Sections[0].Paragraphs; len(got) != 3 {
		t.Errorf("paragraphs %q", got)
	}
}
