package html

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"luzhou/extract"
	"luzhou/fixtures"
)

// sketch prints blocks: a paragraph as its text, with its number in braces, a
// table as [cell|cell;cell] with spans that are not 1x1 before the text and
// nested tables behind it, after the number of lines before them.
func sketch(blocks []extract.Block) []string {
	var out []string
	for _, b := range blocks {
		if b.Table != nil {
			out = append(out, sketchTable(*b.Table))
			continue
		}
		text := b.Paragraph.Text
		if b.Paragraph.Number != "" {
			text = "{" + b.Paragraph.Number + "}" + text
		}
		out = append(out, text)
	}
	return out
}

func sketchTable(t extract.Table) string {
	rows := make([][]string, t.Rows)
	for _, c := range t.Cells {
		text := c.Text
		if c.RowSpan != 1 || c.ColSpan != 1 {
			text = fmt.Sprintf("%dx%d:%s", c.RowSpan, c.ColSpan, text)
		}
		if c.Numbers != nil {
			text += "{" + strings.Join(c.Numbers, ",") + "}"
		}
		for _, inner := range c.Tables {
			text += fmt.Sprintf("@%d%s", inner.After, sketchTable(inner))
		}
		rows[c.Row] = append(rows[c.Row], text)
	}
	var lines []string
	for _, r := range rows {
		lines = append(lines, strings.Join(r, "|"))
	}
	return "[" + strings.Join(lines, ";") + "]"
}

type readCase struct {
	what, in string
	want     []string
	codes    []extract.Code
}

func testRead(t *testing.T, tests []readCase) {
	for _, test := range tests {
		t.Run(test.what, func(t *testing.T) {
			doc, err := Format.Read([]byte(test.in))
			if err != nil {
				t.Fatal(err)
			}
			if got := sketch(doc.Blocks); !slices.Equal(got, test.want) {
				t.Errorf("%s\n got %q\nwant %q", test.in, got, test.want)
			}
			var codes []extract.Code
			for _, f := range doc.Findings {
				codes = append(codes, f.Code)
			}
			if !slices.Equal(codes, test.codes) {
				t.Errorf("findings %v, want %v", codes, test.codes)
			}
		})
	}
}

func TestText(t *testing.T) {
	testRead(t, []readCase{
		{"blocks", "<h1>题</h1>一<p>二<div>三</div>四", []string{"题", "一", "二", "三", "四"}, nil},
		{"runs cut within a word", "<p><span>信</span><b>息</b><font>公开</font>", []string{"信息公开"}, nil},
		{"white space", "<p>  a \n\t b <b> c</b> \n</p>", []string{"a b c"}, nil},
		{"blank at the end of a run", "<p>a<b> </b>b", []string{"a b"}, nil},
		{"line end between wide characters", "<p>政府\n信息\nA b\n公", []string{"政府信息 A b 公"}, nil},
		{"line end a word processor put for a blank", "<p style='mso-bidi-x:1'>第．\n一", []string{"第． 一"}, nil},
		{"no-break spaces stay", "<p>&nbsp;a&nbsp; b", []string{"\u00A0a\u00A0 b"}, nil},
		{"nothing visible", "<p>&nbsp;</p><p> </p><p><br></p><div></div>a", []string{"a"}, nil},
		{"line breaks", "<p>a<br>b<br/> c <br></p>", []string{"a\nb\nc"}, nil},
		{"preformatted", "<pre>\n a\tb\n  c\n</pre>", []string{" a\tb\n  c"}, nil},
		{"invisible characters", "<p>a&shy;b\x01c&#x81;\u0085d", []string{"abcd"}, nil},
		{"entities", "<p>&lt;1&gt; &amp; &#19968; &yen", []string{"<1> & 一 ¥"}, nil},
		{"scripts", "<style>x</style><script>document.write('<table><tr><td>1</table>')</script>a<noscript>b</noscript>", []string{"a"},
			[]extract.Code{extract.ScriptsDropped}},
		{"hidden", "<p>a<span style='DISPLAY : none'>b</span><i hidden>c</i><u style='mso-hide:all'>d</u><s style='visibility:hidden'>e</s>", []string{"a"},
			[]extract.Code{extract.HiddenDropped}},
		{"hidden until a script runs", "<body style='display:none'>a", []string{"a"}, nil},
		{"hidden and empty", "<p>a<span style='display:none'> </span>", []string{"a"}, nil},
		{"revisions", "<p>a<del>b</del><ins>c</ins><span class=msoDel>d</span><span class='x msoIns'>e</span>", []string{"ace"},
			[]extract.Code{extract.DeletionsDropped, extract.InsertionsKept}},
		{"things", "<p>a<img src=x><iframe>b</iframe><input value=c><select><option>d</select><textarea>e</textarea><object>f</object>", []string{"a"},
			[]extract.Code{extract.PicturesDropped, extract.ObjectsDropped, extract.TextLeftOut}},
		{"fields in cells", "<input value=a><table><tr><td><input value=12 readonly><td><input type=TEXT value='3'>件<td><textarea>四</textarea><td><input type=hidden value=5><input type=button value=6></table>",
			[]string{"[12|3件|四|]"}, []extract.Code{extract.TextLeftOut}},
		{"second head in the body", "<p>a<title>b</title><meta charset=x>c", []string{"ac"}, nil},
		{"misnested", "<p><b>a<i>b</b>c</i><table><tr><td>d<p>e</table>f", []string{"abc", "[d\ne]", "f"}, nil},
		{"downlevel-revealed parts", "<p><![if !mso]>a<![endif]><!--[if mso]>b<![endif]-->c", []string{"ac"}, nil},
		{"frames", "<frameset><frame src=a><frame src=b></frameset>", nil, []extract.Code{extract.ObjectsDropped}},
		{"XHTML", `<?xml version="1.0" encoding="utf-8"?><html><head><script src="x" /><title/></head><body><p/>a<span class="b"/><table><tr><td/><td>1</td></tr></table></body></html>`,
			[]string{"a", "[|1]"}, []extract.Code{extract.ScriptsDropped}},
	})
}

func TestTables(t *testing.T) {
	testRead(t, []readCase{
		{"spans", "<table><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d</table>", []string{"[2x1:a|1x2:b;c|d]"}, nil},
		{"a short row is not padded", "<table><tr><td>a<td>b<tr><td>c</table>", []string{"[a|b;c]"}, nil},
		{"junk in spans", "<table><tr><td colspan='0'>a<td colspan=-2>b<td colspan=2x>c<td colspan=''>d<td rowspan='-1'>e</table>", []string{"[a|b|1x2:c|d|e]"}, nil},
		{"rowspan 0", "<table><tr><td rowspan=0>a<td>b<tr><td>c<tbody><tr><td>d</table>", []string{"[2x1:a|b;c;d]"}, nil},
		{"rowspan past the group", "<table><thead><tr><td rowspan=9>a<tbody><tr><td>b</table>", []string{"[a;b]"}, []extract.Code{extract.SpanClipped}},
		{"colspan past the bound", "<table><tr><td colspan=2147483648>a</table>", []string{"[1x1000:a]"}, nil},
		{"overlap", "<table><tr><td>a<td rowspan=2>b<tr><td colspan=2>c</table>", []string{"[a|2x1:b;1x2:c]"}, []extract.Code{extract.CellsOverlap}},
		{"tfoot comes last", "<table><tfoot><tr><td>z</tfoot><tbody><tr><td>a</table>", []string{"[a;z]"}, nil},
		{"no rows", "<table></table>a<table><tr></tr></table>", []string{"a"}, nil},
		{"cells without a row", "<table><td>a<td>b</table>", []string{"[a|b]"}, nil},
		{"captions", "<table><caption>表一</caption><tr><td>a</table>", []string{"表一", "[a]"}, nil},
		{"text between rows", "<table><tr><td>a</tr>x<tr><td>b</table>", []string{"x", "[a;b]"}, nil},
		{"paragraphs of a cell", "<table><tr><td>a<p>b</p><p>&nbsp;</p>c<br>d</table>", []string{"[a\nb\n\u00A0\nc\nd]"}, nil},
		{"nested", "<table><tr><td>a<p>b</p><table><tr><td>1<td>2</table>c<table><tr><td>3</table></table>", []string{"[a\nb\nc@2[1|2]@3[3]]"}, nil},
		{"hidden rows and cells", "<table><tr style='display:none'><td>a<tr><td>b<td style='display:none'>c<td>d</table>", []string{"[b|d]"}, []extract.Code{extract.HiddenDropped}},
		{"blank cells", "<table><tr><td>&nbsp;<td><td><p><o:p></o:p></p></table>", []string{"[\u00A0||]"}, nil},
	})
}

func TestLists(t *testing.T) {
	testRead(t, []readCase{
		{"numbers", "<ol><li>a<li>b<ol type=a><li>c</ol></ol>", []string{"{1.}a", "{2.}b", "{a.}c"}, nil},
		{"bullets", "<ul><li>a</ul>", []string{"a"}, nil},
		{"start and value", "<ol start=3 type=I><li>a<li value=9>b<li>c</ol>", []string{"{III.}a", "{IX.}b", "{X.}c"}, nil},
		{"reversed", "<ol reversed><li>a<li>b</ol>", []string{"{2.}a", "{1.}b"}, nil},
		{"styles", "<ol style='list-style-type:cjk-ideographic'><li>a</ol><ol style='list-style: none inside'><li>b</ol><ol><li style='list-style-type:upper-alpha'>c</ol>",
			[]string{"{一、}a", "b", "{A.}c"}, nil},
		{"numbers taken by a style sheet", "<style>ul, LI { margin:0; list-style: none }</style><ol><li>一、a</ol><ol><li style='list-style-type:decimal'>b</ol>",
			[]string{"一、a", "{1.}b"}, []extract.Code{extract.ScriptsDropped}},
		{"numbers of some lists taken", "<style>.nav li { list-style:none } ol{margin:0}</style><ol><li>a</ol>", []string{"{1.}a"}, []extract.Code{extract.ScriptsDropped}},
		{"unknown style", "<ol style='list-style-type:klingon'><li>a</ol>", []string{"{1.}a"}, []extract.Code{extract.NumberingUnknown}},
		{"past the alphabet", "<ol type=A start=27><li>a</ol>", []string{"{AA.}a"}, nil},
		{"number of the first paragraph", "<ol><li><p>a<p>b</ol>", []string{"{1.}a", "b"}, nil},
		{"an empty item counts", "<ol><li><li>a</ol>b", []string{"{2.}a", "b"}, nil},
		{"a hidden item does not", "<ol><li style='display:none'>x<li>a</ol>", []string{"{1.}a"}, []extract.Code{extract.HiddenDropped}},
		{"in a cell", "<table><tr><td>x<ol><li>a<li>b</ol></table>", []string{"[x\na\nb{,1.,2.}]"}, nil},
	})
}

func TestWord(t *testing.T) {
	testRead(t, []readCase{
		{"list number", "<p style='mso-list:l0 level1'><![if !supportLists]><span lang=EN-US><span style='mso-list:Ignore'>一、<span style='font:7.0pt'>&nbsp;&nbsp; </span></span></span><![endif]>总体情况</p>",
			[]string{"{一、}总体情况"}, nil},
		{"list number without a style", "<p><![if !supportLists]>（一）&nbsp; <![endif]>主动公开", []string{"{（一）}主动公开"}, nil},
		{"bullet of a symbol font", "<p><span style='font-family:Wingdings'><span style='mso-list:Ignore'>l<span>&nbsp;</span></span></span>a", []string{"{•}a"}, nil},
		{"list number in a cell", "<table><tr><td><p><span style='mso-list:Ignore'>1.&nbsp;</span>a</table>", []string{"[1.\u00A0a]"}, nil},
		{"tabs", "<p>a<span style='mso-tab-count:2'>&nbsp;&nbsp;&nbsp; </span>b", []string{"a\t\tb"}, nil},
		{"empty paragraphs", "<p class=MsoNormal><span><o:p>&nbsp;</o:p></span></p><p>a<o:p></o:p></p>", []string{"a"}, nil},
		{"comments", "<p>a<span class=MsoCommentReference><a class=msocomanchor>[u1]</a></span></p><div style='mso-element:comment-list'><div style='mso-element:comment'><p>批注</p></div></div>",
			[]string{"a"}, []extract.Code{extract.CommentsDropped}},
		{"headers", "<div style='mso-element:header'><p>x</div><p>a", []string{"a"}, []extract.Code{extract.HeadersDropped}},
		{"headers of LibreOffice", "<body><div title=\"header\"><p>x</p></div><p>a</p><div title=\"footer\"><p>y</p></div>", []string{"a"}, []extract.Code{extract.HeadersDropped}},
		{"row that carries widths", "<table><tr><td colspan=2>a</tr><![if !supportMisalignedColumns]><tr height=0><td></td><td></td></tr><![endif]></table>", []string{"[1x2:a;|]"}, nil},
	})
}

func TestNotes(t *testing.T) {
	for what, in := range map[string]string{
		"Word": `<p>a</p><p>b<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a>c</p>
			<div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all><hr><![endif]>
			<div style='mso-element:footnote' id=ftn1><p><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1">[1]</a> 注</p></div></div>`,
		"LibreOffice": `<p>a</p><p>b<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>[1]</sup></a>c</p>
			<div id="sdfootnote1"><p><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">[1]</a>注</p></div>`,
	} {
		doc, err := Format.Read([]byte(in))
		if err != nil {
			t.Fatal(err)
		}
		if got, want := sketch(doc.Blocks), []string{"a", "bc"}; !slices.Equal(got, want) {
			t.Errorf("%s: got %q, want %q", what, got, want)
		}
		want := extract.Note{Mark: "[1]", Text: "注", Pos: extract.Pos{Block: 1}}
		if len(doc.Notes) != 1 || doc.Notes[0] != want {
			t.Errorf("%s: notes %v, want %v", what, doc.Notes, want)
		}
	}
	testRead(t, []readCase{{"a reference to no note stays", "<p>b<a style='mso-footnote-id:ftn1'>[1]</a>", []string{"b[1]"}, nil}})
}

func TestCharset(t *testing.T) {
	gbk, err := simplifiedchinese.GB18030.NewEncoder().String("年度报告：政府信息公开。")
	if err != nil {
		t.Fatal(err)
	}
	late := "<!-- <meta charset=big5> -->" + strings.Repeat("<meta name=a content=b>\n", 400)
	for _, test := range []struct{ what, data, declared, name string }{
		{"meta", "<meta charset=gb2312><p>" + gbk, "", "gb18030"},
		{"http-equiv", `<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=GB2312"><p>` + gbk, "", "gb18030"},
		{"late meta", late + "<meta charset='gbk'><p>" + gbk, "", "gb18030"},
		{"XML declaration", `<?xml version="1.0" encoding="GBK"?><html><p>` + gbk, "", "gb18030"},
		{"none", "<p>" + gbk, "", "gb18030"},
		{"UTF-8", "<p>年度报告：政府信息公开。", "", "utf-8"},
		{"of the carrier", "<p>" + gbk, "gbk", "gb18030"},
		{"of the carrier, wrong", "<meta charset=gbk><p>" + gbk, "utf-8", "gb18030"},
	} {
		doc, err := Page([]byte(test.data), test.declared)
		if err != nil {
			t.Fatal(err)
		}
		if got := sketch(doc.Blocks); len(got) != 1 || got[0] != "年度报告：政府信息公开。" || doc.Source.Charset != test.name {
			t.Errorf("%s: got %q in %s, want it in %s", test.what, got, doc.Source.Charset, test.name)
		}
	}
}

func TestPositions(t *testing.T) {
	doc, err := Format.Read([]byte("<p>a<table><tr><td>b<table><tr><td>c<td>d</table></table>"))
	if err != nil {
		t.Fatal(err)
	}
	cell := doc.Blocks[1].Table.Cells[0]
	if got := cell.Tables[0].Cells[1].Pos.String(); got != "1:0:0/0:0:1" {
		t.Errorf("nested cell at %s", got)
	}
}

func TestSniff(t *testing.T) {
	for _, test := range []struct {
		in   string
		want bool
	}{
		{"<!DOCTYPE html><p>", true},
		{"\xEF\xBB\xBF \n<HTML>", true},
		{"\xFF\xFE<\x00h\x00t\x00m\x00l\x00>\x00", true},
		{"<!-- x --><table>", true},
		{"\x84\x31\x95\x33<html>", true},
		{"\xC4\xEA\xB6\xC8<br>\xB1<br><br><br>", true},
		{`<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "x"><html>`, true},
		{"<center>题</center>", true},
		{"<o:p></o:p><body>", true},
		{"芦洲乡<br>年度<br>报告<br><b>题</b>", true},
		{"年度<html><body>", true},
		{"", false},
		{"年度报告", false},
		{"1 < 2 and <b> is bold", false},
		{"# Notes\nA table is\nwritten as\n<table><tr><td></table>\nin\npages\n", false},
		{`<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument><p></p><body>`, false},
		{"<w:wordDocument><body>", false},
		{`<?xml version="1.0"?><office:document><table>`, false},
		{"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n<html><body>", false},
		{`{\rtf1 <html><body>`, false},
		{`{"text":"<html><body>"}`, false},
		{"\xD0\xCF\x11\xE0\x00\x00<html>", false},
	} {
		if got := Format.Sniff([]byte(test.in)); got != test.want {
			t.Errorf("%q: %v", test.in, got)
		}
	}
}

func TestLimits(t *testing.T) {
	nested := func(n int) string { return strings.Repeat("<table><tr><td>", n) }
	for _, test := range []struct {
		what, in string
		code     extract.Code
	}{
		{"empty", "", extract.RefusedEmpty},
		{"tables nested past the bound", nested(extract.MaxNesting + 1), extract.RefusedLimit},
		{"elements nested past the parser's bound", nested(40_000), extract.RefusedLimit},
		{"deep and hiding", strings.Repeat("<div>", 600) + "<i hidden>x", extract.RefusedLimit},
		{"a row too wide", "<table><tr>" + strings.Repeat("<td>", 3*extract.MaxGridCols), extract.RefusedLimit},
		{"rows that pile up", "<table>" + strings.Repeat("<tr><td rowspan=0 colspan=1000>", 9000), extract.RefusedLimit},
		{"elements without end", strings.Repeat("<p>", mostElements+1), extract.RefusedLimit},
		{"bodies without end", strings.Repeat("<body a=1>", 60_000), extract.RefusedLimit},
	} {
		if _, err := Format.Read([]byte(test.in)); !errors.Is(err, extract.Refuse(test.code)) {
			t.Errorf("%s: %v, want %s", test.what, err, test.code)
		}
	}
	testRead(t, []readCase{
		{"as deep as allowed", nested(3) + "x", []string{"[@0[@0[x]]]"}, nil},
		{"deep by unclosed blocks", strings.Repeat("<div>", 600) + "a<table><tr><td colspan=2>b</table>", []string{"a", "[1x2:b]"}, []extract.Code{extract.Damaged}},
		{"spans without sense", "<table><tr>" + strings.Repeat("<td colspan=2147483647 rowspan=2147483647>x", 3) + "</table>",
			[]string{"[1x1000:x|1x1000:x|1x1000:x]"}, []extract.Code{extract.SpanClipped}},
	})
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"<table><tr><td rowspan=0>a<td colspan=2>b<tfoot><tr><td><table><caption>x<tr><td>1</table>",
		"<ol type=a start=-3 reversed><li><p>x<li value=7>y<pre>\n z</pre><br>",
		"<p><![if !supportLists]><span style='mso-list:Ignore'>1.</span><![endif]>a<del>b</del><div style='mso-element:footnote' id=ftn1><a style='mso-footnote-id:ftn1'>[1]",
		"\xFF\xFE<\x00p\x00>\x00", "<meta charset=gbk>\xC4\xEA<frameset><select><svg><math><template>",
	} {
		f.Add([]byte(s))
	}
	for _, name := range []string{"luzhou-short", "luzhou-word"} {
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
			if b.Table != nil {
				checkTable(t, *b.Table)
			} else if strings.TrimSpace(b.Paragraph.Text) == "" && b.Paragraph.Number == "" {
				t.Errorf("block %d is blank", i)
			}
		}
	})
}

func checkTable(t *testing.T, table extract.Table) {
	for _, c := range table.Cells {
		if c.RowSpan < 1 || c.ColSpan < 1 || c.Row+c.RowSpan > table.Rows || c.Col+c.ColSpan > table.Cols {
			t.Errorf("cell %+v in %dx%d", c, table.Rows, table.Cols)
		}
		for _, inner := range c.Tables {
			checkTable(t, inner)
		}
	}
}

func BenchmarkRead(b *testing.B) {
	row := "<tr><td width=100><p class=MsoNormal><span lang=EN-US style='font-size:10.5pt'>信息内容<o:p></o:p></span></p></td>" +
		strings.Repeat("<td style='border:solid'>0</td>", 7) + "</tr>\n"
	page := []byte("<html><body><table>" + strings.Repeat(row, 200) + "</table>")
	b.SetBytes(int64(len(page)))
	for b.Loop() {
		if _, err := Format.Read(page); err != nil {
			b.Fatal(err)
		}
	}
}

func ExamplePage() {
	doc, _ := Page([]byte("<h1>年度报告</h1><table><tr><td>规章<td>0</table>"), "utf-8")
	fmt.Println(doc.Blocks[0].Paragraph.Text)
	for _, c := range doc.Blocks[1].Table.Cells {
		fmt.Println(c.Row, c.Col, c.Text)
	}
	// Output:
	// 年度报告
	// 0 0 规章
	// 0 1 0
}
