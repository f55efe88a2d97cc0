package docx

import (
	"slices"
	"testing"

	"luzhou/extract"
)

// A body in, the dump of its blocks and the codes of its findings out.
type bodyCase struct {
	name, body, want string
	codes            []extract.Code
}

func runBodies(t *testing.T, cases []bodyCase, more map[string]string) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			doc, err := Read(pack(t, parts(c.body, more)))
			if err != nil {
				t.Fatalf("Read: %v", err)
			}
			if got := dump(doc.Blocks); got != c.want {
				t.Errorf("body %s\ngot\n%s\nwant\n%s", c.body, got, c.want)
			}
			if got := codesOf(doc); !slices.Equal(got, c.codes) {
				t.Errorf("body %s\ngot findings %q, want %q", c.body, got, c.codes)
			}
		})
	}
}

func TestText(t *testing.T) {
	runBodies(t, []bodyCase{
		{"empty paragraphs stay", "<w:p/>" + para(text("一")) + "<w:p></w:p>", "\n一\n", nil},
		{"runs join", para(text("公") + text("开")), "公开", nil},
		{"spaces at the ends only when asked for", para("<w:r><w:t> 甲 乙 </w:t></w:r>" + text(" 丙 ")), "甲 乙 丙 ", nil},
		{"inner spaces stay", para(text("规    章")), "规    章", nil},
		{"no-break space stays, soft hyphen goes", para(text("a\u00a0b\u00adc")), "a\u00a0bc", nil},
		{"references", para(text("&lt;&#x4e00;&#19968;&amp;&quot;&apos;&gt;")), "<一一&\"'>", nil},
		{"unknown entity stays and is told", para(text("a&nbsp;b")), "a&nbsp;b", []extract.Code{extract.Damaged}},
		{"CDATA", para("<w:r><w:t><![CDATA[<1&amp;]]>2</w:t></w:r>"), "<1&amp;2", nil},
		{"line ends in text are spaces", para(text("a\r\nb\nc\rd")), "a b c d", nil},
		{"control characters go", para(text("a\u0001&#7;b\u0085c")), "abc", nil},
		{"tabs and breaks", para("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t><w:ptab/></w:r>"), "a\tb⏎c⏎d\t", nil},
		{"tab stops are no tabs", para(`<w:pPr><w:tabs><w:tab w:val="left" w:pos="9"/></w:tabs></w:pPr>` + text("a")), "a", nil},
		{"page break counts between text only", para(`<w:r><w:br w:type="page"/></w:r>` + text("a") + `<w:r><w:br w:type="page"/></w:r>` + text("b") + `<w:r><w:br w:type="page"/></w:r>`), "a⏎b", nil},
		{"hyphens", para("<w:r><w:t>0795</w:t><w:noBreakHyphen/><w:t>24</w:t><w:softHyphen/><w:t>52</w:t></w:r>"), "0795-2452", nil},
		{"symbols", para(`<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Symbol" w:char="F0B7"/><w:sym w:font="Wingdings" w:char="F02A"/><w:sym w:font="宋体" w:char="2116"/></w:r>`), "☑•\uf02a№", []extract.Code{extract.SymbolsUnknown}},
		{"private characters of a symbol font", para("<w:r><w:rPr><w:rFonts w:ascii=\"Wingdings\"/></w:rPr><w:t>\uf0fcn</w:t></w:r>"), "✓n", nil},
		{"wrappers at every level", `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>` + para(`<w:hyperlink>`+text("甲")+`</w:hyperlink><w:smartTag><w:smartTagPr/><w:sdt><w:sdtContent>`+text("乙")+`</w:sdtContent></w:sdt></w:smartTag><w:fldSimple w:instr="PAGE">`+text("丙")+`</w:fldSimple><w:bdo>`+text("丁")+`</w:bdo>`) + `</w:sdtContent></w:sdt><w:customXml><w:customXmlPr/>` + para(text("戊")) + `</w:customXml>`, "甲乙丙丁\n戊", nil},
		{"ruby keeps the base", para("<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>lu</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>芦</w:t></w:r></w:rubyBase></w:ruby></w:r>"), "芦", []extract.Code{extract.TextLeftOut}},
		{"a root does not become a number", para("<m:oMath><m:rad><m:radPr/><m:deg/><m:e><m:r><m:t>8</m:t></m:r></m:e></m:rad></m:oMath>"), "√8", []extract.Code{extract.FormulasFlattened}},
		{"a cube root", para("<m:oMath><m:rad><m:deg><m:r><m:t>3</m:t></m:r></m:deg><m:e><m:r><m:t>8</m:t></m:r></m:e></m:rad></m:oMath>"), "3√8", []extract.Code{extract.FormulasFlattened}},
		{"a root without its degree", para("<m:oMath><m:rad><m:e><m:r><m:t>8</m:t></m:r></m:e></m:rad></m:oMath>"), "√8", []extract.Code{extract.FormulasFlattened}},
		{"a fraction does not become a number", para("<m:oMath><m:f><m:fPr/><m:num><m:r><m:t>3</m:t></m:r></m:num><m:den><m:r><m:t>4</m:t></m:r></m:den></m:f></m:oMath>"), "3/4", []extract.Code{extract.FormulasFlattened}},
		{"pictures and objects are counted", para("<w:r><w:drawing><pic/></w:drawing><w:pict><v:imagedata/></w:pict><w:object><v:imagedata/></w:object></w:r>"), "", []extract.Code{extract.PicturesDropped, extract.ObjectsDropped}},
		{"comments are counted", para(text("a") + "<w:r><w:commentReference/></w:r>"), "a", []extract.Code{extract.CommentsDropped}},
		{"a foreign document is told", `<w:altChunk r:id="x"/>`, "", []extract.Code{extract.ChunksUnread}},
		{"text without a paragraph", text("a") + para(text("b")), "a\nb", nil},
		{"paragraph in a paragraph", para(text("a") + para(text("b"))), "a⏎b", nil},
	}, nil)
}

func TestHidden(t *testing.T) {
	styles := `<w:styles` + wStart +
		`<w:style w:type="paragraph" w:default="1" w:styleId="a"/>` +
		`<w:style w:type="character" w:styleId="h0"><w:rPr><w:vanish/></w:rPr></w:style>` +
		`<w:style w:type="character" w:styleId="h"><w:basedOn w:val="h0"/></w:style>` +
		`<w:style w:type="paragraph" w:styleId="hp"><w:rPr><w:vanish/></w:rPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="loop"><w:basedOn w:val="loop"/></w:style></w:styles>`
	hidden := []extract.Code{extract.HiddenDropped}
	runBodies(t, []bodyCase{
		{"run", para(text("a") + `<w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r>`), "a", hidden},
		{"switched off", para(`<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>x</w:t></w:r>`), "x", nil},
		{"character style", para(`<w:r><w:rPr><w:rStyle w:val="h"/></w:rPr><w:t>x</w:t></w:r>`), "", hidden},
		{"paragraph style", para(`<w:pPr><w:pStyle w:val="hp"/></w:pPr>` + text("x") + `<w:r><w:rPr><w:vanish w:val="false"/></w:rPr><w:t>y</w:t></w:r>`), "y", hidden},
		{"hidden with its mark", para(`<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r>`) + para(text("b")), "b", hidden},
		{"style based on itself", para(`<w:pPr><w:pStyle w:val="loop"/></w:pPr>` + text("x")), "x", nil},
	}, map[string]string{"styles": styles})
}

func TestTracked(t *testing.T) {
	del, ins := extract.DeletionsDropped, extract.InsertionsKept
	mark := func(kind string) string { return `<w:pPr><w:rPr><w:` + kind + `/></w:rPr></w:pPr>` }
	runBodies(t, []bodyCase{
		{"runs", para(text("a") + `<w:del><w:r><w:delText>b</w:delText></w:r></w:del><w:ins>` + text("c") + `</w:ins>`), "ac", []extract.Code{del, ins}},
		{"inserted, then deleted", para(`<w:ins><w:del><w:r><w:delText>b</w:delText></w:r></w:del></w:ins>`), "", []extract.Code{del, ins}},
		{"moved", para(`<w:moveFrom>`+text("a")+`</w:moveFrom>`) + para(`<w:moveTo>`+text("a")+`</w:moveTo>`), "\na", []extract.Code{del, ins}},
		{"deleted mark joins", para(mark("del")+text("a")) + para(text("b")), "ab", []extract.Code{del}},
		{"deleted paragraph", para(mark("del")+`<w:del><w:r><w:delText>a</w:delText></w:r></w:del>`) + para(text("b")), "b", []extract.Code{del}},
		{"deleted mark before a table", para(mark("del")+text("a")) + tbl(tr(tc("", "b"))), "a\n1x1 0,0 \"b\"", []extract.Code{del}},
		{"deleted mark at the end", para(mark("del") + text("a")), "a", []extract.Code{del}},
		{"former properties", para(`<w:pPr><w:pPrChange><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange></w:pPr><w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>a</w:t></w:r>`), "a", nil},
		{"deleted row", tbl(tr(tc("", "a")), "<w:tr><w:trPr><w:del/></w:trPr>"+tc("", "b")+"</w:tr>", tr(tc("", "c"))), `2x1 0,0 "a" 1,0 "c"`, []extract.Code{del}},
		{"deleted cell keeps its place", tbl(tr(tc("", "a"), tc("<w:cellDel/>", "b"), tc("", "c"))), `1x3 0,0 "a" 0,1 "" 0,2 "c"`, []extract.Code{del}},
		{"tracked merge", tbl(tr(tc(`<w:cellMerge w:vMerge="rest"/>`, "a")), tr(tc(`<w:cellMerge w:vMerge="cont"/>`, ""))), `2x1 0,0(2x1) "a"`, nil},
	}, nil)
}

func TestFields(t *testing.T) {
	fld := func(kind string) string { return `<w:r><w:fldChar w:fldCharType="` + kind + `"/></w:r>` }
	instr := func(s string) string { return `<w:r><w:instrText>` + s + `</w:instrText></w:r>` }
	simple := fld("begin") + instr(" PAGE ") + fld("separate") + text("3") + fld("end")
	runBodies(t, []bodyCase{
		{"result only", para(text("a") + simple + text("b")), "a3b", nil},
		{"over paragraphs", para(fld("begin")+instr("TOC")+fld("separate")+text("a")) + para(text("b")+fld("end")), "a\nb", nil},
		{"nested in the instruction", para(fld("begin") + instr("IF ") + simple + instr(" = 1") + fld("separate") + text("yes") + fld("end")), "yes", nil},
		{"nested in the result", para(fld("begin") + instr("TOC") + fld("separate") + text("a") + simple + fld("end") + text("b")), "a3b", nil},
		{"without result", para(fld("begin") + instr("EQ \\f(1,2)") + fld("end") + text("b")), "b", []extract.Code{extract.TextLeftOut}},
		{"index entry prints nothing", para(fld("begin") + instr(` XE "x" `) + fld("end") + text("b")), "b", nil},
		{"check box", para(fld("begin") + instr("FORMCHECKBOX") + fld("end") + text("b")), "b", []extract.Code{extract.TextLeftOut}},
		{"drop-down list", para(`<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="甲"/><w:listEntry w:val="乙"/></w:ddList></w:ffData></w:fldChar></w:r>` + instr("FORMDROPDOWN") + fld("end") + text("b")), "乙b", nil},
		{"macro button", para(fld("begin") + instr("MACROBUTTON none 单击此处") + fld("end")), "单击此处", nil},
		{"without end, a table is not swallowed", para(fld("begin")+text("x")) + tbl(tr(tc("", "1"))), "\n1x1 0,0 \"1\"", []extract.Code{extract.Damaged}},
		{"end without begin", para(fld("end") + fld("separate") + text("a")), "a", nil},
	}, nil)
}

func TestTextBoxes(t *testing.T) {
	box := func(inner string) string { return `<w:txbxContent>` + inner + `</w:txbxContent>` }
	both := `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>` + box(para(text("框"))) + `</wps:txbx></wps:wsp></w:drawing></mc:Choice>` +
		`<mc:Fallback><w:pict><v:shape><v:textbox>` + box(para(text("框"))) + `</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
	vml := func(inner string) string {
		return `<w:r><w:pict><v:shape><v:textbox>` + box(inner) + `</v:textbox></v:shape></w:pict></w:r>`
	}
	alternate := []extract.Code{extract.AlternateDropped}
	runBodies(t, []bodyCase{
		{"after its paragraph, once", para(text("a")+both+text("b")) + para(text("c")), "ab\n框\nc", alternate},
		{"vocabulary not understood", para(`<w:r><mc:AlternateContent><mc:Choice Requires="zz"><w:t>no</w:t></mc:Choice><mc:Fallback><w:t>yes</w:t></mc:Fallback></mc:AlternateContent></w:r>`), "yes", nil},
		{"in a cell: after the table", tbl(tr(cellOf("", para(text("a")+both)))) + para(text("c")), "1x1 0,0 \"a\"\n框\nc", alternate},
		{"table in a box", para(vml(tbl(tr(tc("", "1"))) + "<w:p/>")), "\n1x1 0,0 \"1\"\n", nil},
		{"box in a box", para(vml(para(text("a")+vml(para(text("b")))) + para(text("c")))), "\na\nc\nb", nil},
		{"empty box", para(text("a") + vml("<w:p/>")), "a", nil},
		{"box anchored in the last, deleted mark", para(`<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>` + vml(para(text("a")))), "a", []extract.Code{extract.DeletionsDropped}},
		{"WordArt", para(`<w:r><w:pict><v:shape><v:textpath string="简报"/></v:shape></w:pict></w:r>`), "\n简报", nil},
		{"blocks in a choice", `<mc:AlternateContent><mc:Choice Requires="wps">` + para(text("a")) + `</mc:Choice><mc:Fallback>` + para(text("b")) + `</mc:Fallback></mc:AlternateContent>`, "a", nil},
	}, nil)
}
