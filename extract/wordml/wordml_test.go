package wordml

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"luzhou/extract"
)

const head = `<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Word.Document"?>
<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"
 xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" xmlns:aml="http://schemas.microsoft.com/aml/2001/core"
 xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xml:space="preserve">`

// document makes a file of what stands before the body and of the body.
func document(before, body string) string {
	return head + before + "<w:body><wx:sect>" + body + "</wx:sect></w:body></w:wordDocument>"
}

func p(text string) string { return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>" }

// outline prints blocks one a line, the cells of a table indented.
func outline(blocks []extract.Block) string {
	var b strings.Builder
	for _, block := range blocks {
		if block.Paragraph != nil {
			fmt.Fprintf(&b, "%s|%s\n", block.Paragraph.Number, block.Paragraph.Text)
			continue
		}
		outlineTable(&b, *block.Table, "")
	}
	return strings.ReplaceAll(b.String(), "\n\n", "\n")
}

func outlineTable(b *strings.Builder, t extract.Table, indent string) {
	fmt.Fprintf(b, "%stable %dx%d after %d\n", indent, t.Rows, t.Cols, t.After)
	for _, c := range t.Cells {
		fmt.Fprintf(b, "%s %d,%d %dx%d %q\n", indent, c.Row, c.Col, c.RowSpan, c.ColSpan, c.Text)
		for _, inner := range c.Tables {
			outlineTable(b, inner, indent+"  ")
		}
	}
}

func readString(t *testing.T, text string) *extract.Document {
	t.Helper()
	doc, err := Format.Read([]byte(text))
	if err != nil {
		t.Fatalf("Read: %v", err)
	}
	return doc
}

func check(t *testing.T, text, want string) *extract.Document {
	t.Helper()
	doc := readString(t, text)
	if got := outline(doc.Blocks); got != strings.TrimLeft(want, "\n") {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	return doc
}

func codes(doc *extract.Document) []extract.Code {
	var list []extract.Code
	for _, f := range doc.Findings {
		list = append(list, f.Code)
	}
	return list
}

func TestText(t *testing.T) {
	tests := []struct{ name, body, want string }{
		{"runs, tab, break", `<w:p><w:r><w:t>一</w:t><w:tab/><w:t>二</w:t></w:r><w:r><w:br/><w:t> 三 </w:t></w:r></w:p>`, "|一\t二\n 三 \n"},
		{"hyphens", `<w:p><w:r><w:t>2019</w:t><w:noBreakHyphen/><w:t>2020` + "\u00AD" + `年</w:t><w:softHyphen/></w:r></w:p>`, "|2019\u20112020年\n"},
		{"page break between text only", `<w:p><w:r><w:br w:type="page"/><w:t>甲</w:t><w:br w:type="page"/><w:t>乙</w:t><w:br w:type="page"/></w:r></w:p>`, "|甲\n乙\n"},
		{"tabs of the properties are no text", `<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="9"/></w:tabs></w:pPr><w:r><w:t>x</w:t></w:r></w:p>`, "|x\n"},
		{"references", p("A&amp;B&#x4E00;&lt;") + "<w:p><w:r><w:t><![CDATA[<&amp;>]]></w:t></w:r></w:p>", "|A&B一<\n|<&amp;>\n"},
		{"characters XML forbids", p("a\x01b&#11;c\uFFFE"), "|abc\n"},
		{"line ends of the file", p("a\r\nb"), "|a b\n"},
		{"sub-sections", "<wx:sub-section>" + p("1") + "<wx:sub-section>" + p("2") + "</wx:sub-section></wx:sub-section>" + p("3"), "|1\n|2\n|3\n"},
		{"hyperlink and smart tag", `<w:p><w:hlink w:dest="u"><w:r><w:t>链</w:t></w:r></w:hlink><st:x xmlns:st="y"><w:r><w:t>接</w:t></w:r></st:x></w:p>`, "|链接\n"},
		{"symbol", `<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:p>`, "|✓\n"},
		{"simple field", `<w:p><w:fldSimple w:instr=" SEQ "><w:r><w:t>7</w:t></w:r></w:fldSimple></w:p>`, "|7\n"},
		{"ruby keeps its base", `<w:p><w:r><w:ruby><w:rt><w:r><w:t>lu</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>芦</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>`, "|芦\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { check(t, document("", tt.body), tt.want) })
	}
}

func TestFields(t *testing.T) {
	char := func(kind string) string { return `<w:r><w:fldChar w:fldCharType="` + kind + `"/></w:r>` }
	run := func(text string) string { return "<w:r><w:t>" + text + "</w:t></w:r>" }
	code := "<w:r><w:instrText> PAGE </w:instrText></w:r>"
	body := "<w:p>" + run("甲") + char("begin") + code + char("begin") + run("内") + char("separate") + run("值") + char("end") +
		char("separate") + run("乙") + char("end") + run("丙") + "</w:p>" +
		"<w:p>" + char("begin") + code + char("separate") + run("一") + "</w:p><w:p>" + run("二") + char("end") + run("三") + "</w:p>"
	doc := check(t, document("", body), "|甲乙丙\n|一\n|二三\n")
	if !slices.Contains(codes(doc), extract.TextLeftOut) {
		t.Errorf("field code that is text is not told: %v", codes(doc))
	}
}

func TestTrackedAndHidden(t *testing.T) {
	change := func(kind, content string) string {
		return `<aml:annotation aml:id="1" w:type="Word.` + kind + `"><aml:content>` + content + "</aml:content></aml:annotation>"
	}
	mark := func(props, text string) string {
		return "<w:p><w:pPr><w:rPr>" + props + "</w:rPr></w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>"
	}
	styles := `<w:styles><w:style w:type="character" w:styleId="Base"><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Secret"><w:basedOn w:val="Base"/></w:style>
<w:style w:type="paragraph" w:styleId="Ring"><w:basedOn w:val="Ring"/></w:style></w:styles>`
	body := "<w:p>" + change("Insertion", "<w:r><w:t>新</w:t></w:r>") + change("Deletion", "<w:r><w:delText>旧</w:delText><w:t>旧</w:t></w:r>") +
		`<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r><w:r><w:rPr><w:vanish w:val="off"/></w:rPr><w:t>显</w:t></w:r>` +
		`<w:r><w:rPr><w:rStyle w:val="Secret"/></w:rPr><w:t>密</w:t></w:r>` +
		`<w:r><w:rPr>` + change("Formatting", "<w:rPr><w:vanish/></w:rPr>") + `</w:rPr><w:t>曾隐</w:t></w:r>` +
		change("Comment", p("批注")) + "</w:p>" +
		mark(`<aml:annotation w:type="Word.Deletion"/>`, "合") + mark("", "并") +
		`<w:p><w:pPr><w:pStyle w:val="Ring"/></w:pPr><w:r><w:t>环</w:t></w:r></w:p>`
	doc := check(t, document(styles, body), "|新显曾隐\n|合并\n|环\n")
	want := []extract.Code{extract.InsertionsKept, extract.DeletionsDropped, extract.HiddenDropped, extract.CommentsDropped}
	if got := codes(doc); !slices.Equal(got, want) {
		t.Errorf("findings %v, want %v", got, want)
	}
}

func TestNotesAndBoxes(t *testing.T) {
	box := func(content string) string {
		return "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>" + content + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
	}
	body := p("首") + "<w:p>" + box(p("框一")+"<w:tbl><w:tr><w:tc>"+p("格")+"</w:tc></w:tr></w:tbl>") +
		"<w:r><w:t>正文</w:t><w:footnote>" + p("脚注甲") + p("脚注乙") + "</w:footnote><w:endnote>" + p("尾注") + "</w:endnote></w:r></w:p>" +
		"<w:tbl><w:tr><w:tc><w:p>" + box(p("框二")) + "<w:r><w:t>有框</w:t></w:r></w:p></w:tc></w:tr></w:tbl>" + p("末") +
		"<w:sectPr><w:hdr>" + p("页眉") + "</w:hdr><w:ftr><w:p/></w:ftr></w:sectPr>"
	doc := check(t, document(`<w:docPr><w:footnotePr><w:numFmt w:val="chinese-counting"/></w:footnotePr></w:docPr>`, body), `
|首
|正文
|框一
table 1x1 after 0
 0,0 1x1 "格"
table 1x1 after 0
 0,0 1x1 "有框"
|框二
|末
`)
	want := []extract.Note{
		{Mark: "一", Text: "脚注甲\n脚注乙", Pos: extract.Pos{Block: 1}},
		{Mark: "i", Text: "尾注", Pos: extract.Pos{Block: 1}},
	}
	if !slices.Equal(doc.Notes, want) {
		t.Errorf("notes %v, want %v", doc.Notes, want)
	}
	if got := codes(doc); !slices.Equal(got, []extract.Code{extract.HeadersDropped}) {
		t.Errorf("findings %v, want the header only", got)
	}
}

func TestDrawings(t *testing.T) {
	pict := func(content string) string { return "<w:p><w:r><w:pict>" + content + "</w:pict></w:r></w:p>" }
	const image = `<w:binData w:name="x">AAAA</w:binData><v:shape><v:imagedata src="x"/></v:shape>`
	doc := check(t, document("", pict(image)+pict(image+`<o:OLEObject Type="Embed"/>`)+pict(`<v:shape><v:textpath string="样本"/></v:shape>`)), "|\n|\n|\n|样本\n")
	if got := codes(doc); !slices.Equal(got, []extract.Code{extract.PicturesDropped, extract.ObjectsDropped}) ||
		doc.Findings[0].MessageEN != "1 pictures not read" {
		t.Errorf("findings %v, want one picture and one object", doc.Findings)
	}
}

func TestRefusals(t *testing.T) {
	deep := strings.Repeat("<w:tbl><w:tr><w:tc>", extract.MaxNesting+1)
	wide := strings.Repeat(`<w:tc><w:tcPr><w:gridSpan w:val="4000"/></w:tcPr></w:tc>`, 3)
	tests := []struct {
		name, text string
		want       extract.Code
	}{
		{"empty", "", extract.RefusedEmpty},
		{"other XML under the same processing instruction", `<?mso-application progid="Word.Document"?><a/>`, extract.RefusedFormat},
		{"no body", head + "</w:wordDocument>", extract.RefusedDamaged},
		{"nested too deep", document("", deep), extract.RefusedLimit},
		{"too wide", document("", "<w:tbl><w:tr>"+wide+"</w:tr></w:tbl>"), extract.RefusedLimit},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc, err := Format.Read([]byte(tt.text))
			if !errors.Is(err, &extract.Refusal{Code: tt.want}) || doc != nil {
				t.Errorf("got %v, %v; want %s", doc, err, tt.want)
			}
		})
	}
}

func TestDamage(t *testing.T) {
	whole := document("", p("一")+p("二")+p("三"))
	tests := []struct {
		name, text, want string
		code             extract.Code
	}{
		{"cut in the text", whole[:strings.Index(whole, "三")], "|一\n|二\n|\n", extract.CutShort},
		{"cut in a tag", whole[:strings.Index(whole, "三")-3], "|一\n|二\n|\n", extract.CutShort},
		{"missing end tag", strings.Replace(whole, "</w:r>", "", 1), "|一\n|二\n|三\n", extract.Damaged},
		{"stray end tag", strings.Replace(whole, "</w:p>", "</w:p></w:tc>", 1), "|一\n|二\n|三\n", extract.Damaged},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc := check(t, tt.text, tt.want)
			if got := codes(doc); !slices.Equal(got, []extract.Code{tt.code}) {
				t.Errorf("findings %v, want %s", got, tt.code)
			}
		})
	}
}

func TestEncodings(t *testing.T) {
	text := document("", p("芦洲乡"))
	utf16le := []byte{0xFF, 0xFE}
	for _, u := range utf16.Encode([]rune(strings.Replace(text, "UTF-8", "UTF-16", 1))) {
		utf16le = append(utf16le, byte(u), byte(u>>8))
	}
	gbk := strings.NewReplacer("UTF-8", "GB2312", "芦洲乡", "\xC2\xAB\xD6\xDE\xCF\xE7").Replace(text)
	prefixed := strings.NewReplacer("w:wordDocument", "x:wordDocument", "xmlns:w=", "xmlns:x=", "<w:", "<x:", "</w:", "</x:").Replace(text)
	for name, data := range map[string][]byte{
		"utf-8": []byte(text), "mark": []byte("\xEF\xBB\xBF" + text), "utf-16le": utf16le, "gb18030": []byte(gbk), "other prefix": []byte(prefixed),
	} {
		t.Run(name, func(t *testing.T) {
			if !Format.Sniff(data) {
				t.Fatal("not recognized")
			}
			doc, err := Format.Read(data)
			if err != nil || outline(doc.Blocks) != "|芦洲乡\n" || len(doc.Findings) > 0 {
				t.Fatalf("got %v, %v", doc, err)
			}
			if strings.Contains(name, "-") && doc.Source.Charset != name {
				t.Errorf("charset %q, want %q", doc.Source.Charset, name)
			}
		})
	}
}

func TestSniff(t *testing.T) {
	for _, text := range []string{
		"", "<", "<html xmlns:w=\"http://schemas.microsoft.com/office/word/2003/wordml\">", "PK\x03\x04",
		"text http://schemas.microsoft.com/office/word/2003/wordml wordDocument", "<wordDocument>",
	} {
		if Format.Sniff([]byte(text)) {
			t.Errorf("%q taken for Word 2003 XML", text)
		}
	}
	if !Format.Sniff([]byte("\n<!-- > --> <!DOCTYPE x>\n" + head[strings.Index(head, "<w:"):])) {
		t.Error("comment and DOCTYPE before the root not passed over")
	}
}
