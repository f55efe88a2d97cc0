package docx

import (
	"fmt"
	"strings"
	"testing"

	"luzhou/extract"
)

// lvl is a w:lvl that starts with 1.
func lvl(at int, format, text, more string) string {
	return fmt.Sprintf(`<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="%s"/>%s<w:lvlText w:val="%s"/></w:lvl>`, at, format, more, text)
}

func abstract(id int, inner ...string) string {
	return fmt.Sprintf(`<w:abstractNum w:abstractNumId="%d">%s</w:abstractNum>`, id, strings.Join(inner, ""))
}

func num(id, def int, overrides string) string {
	return fmt.Sprintf(`<w:num w:numId="%d"><w:abstractNumId w:val="%d"/>%s</w:num>`, id, def, overrides)
}

// item is a paragraph of a list.
func item(list, level int, s string) string {
	return para(fmt.Sprintf(`<w:pPr><w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr></w:pPr>`, level, list) + text(s))
}

func styled(style, more, s string) string {
	return para(`<w:pPr><w:pStyle w:val="` + style + `"/>` + more + `</w:pPr>` + text(s))
}

func TestNumbering(t *testing.T) {
	startAt := func(level, n int) string {
		return fmt.Sprintf(`<w:lvlOverride w:ilvl="%d"><w:startOverride w:val="%d"/></w:lvlOverride>`, level, n)
	}
	numbering := `<w:numbering` + wStart +
		abstract(0, lvl(0, "chineseCounting", "%1、", ""), lvl(1, "chineseCounting", "（%2）", ""), lvl(2, "decimal", "%1.%3", "<w:isLgl/>")) +
		abstract(1, lvl(0, "decimal", "%1.", `<w:pStyle w:val="h1"/>`), lvl(1, "decimal", "%1.%2", `<w:pStyle w:val="h2"/>`), lvl(2, "decimal", "%3)", `<w:lvlRestart w:val="0"/>`)) +
		abstract(2, `<w:numStyleLink w:val="listStyle"/>`) +
		abstract(3, lvl(0, "bullet", "\uf0b7", `<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr>`)) +
		abstract(4, lvl(0, "hindiVowels", "%1", "")) +
		abstract(5, `<w:lvl w:ilvl="0"><w:start w:val="9"/><mc:AlternateContent><mc:Choice><w:numFmt w:val="custom" w:format="01, 02, 03"/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl>`) +
		num(1, 0, "") + num(2, 0, "") + num(3, 0, startAt(0, 1)) + num(4, 1, "") + num(5, 2, "") + num(6, 3, "") + num(7, 4, "") +
		num(8, 0, `<w:lvlOverride w:ilvl="0">`+lvl(0, "upperRoman", "%1", "")+`</w:lvlOverride>`) + num(9, 1, startAt(1, 7)) + num(10, 5, "") + num(11, 99, "") +
		`</w:numbering>`
	styles := `<w:styles` + wStart +
		`<w:style w:type="paragraph" w:styleId="h1"><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="h2"><w:basedOn w:val="h1"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="h1b"><w:basedOn w:val="h1"/></w:style>` +
		`<w:style w:type="numbering" w:styleId="listStyle"><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>` +
		`</w:styles>`
	runBodies(t, []bodyCase{
		{"chapters and sections", item(1, 0, "总体情况") + item(1, 1, "主动公开") + item(1, 1, "依申请公开") + item(1, 0, "问题") + item(1, 1, "一"),
			"<一、> 总体情况\n<（一）> 主动公开\n<（二）> 依申请公开\n<二、> 问题\n<（一）> 一", nil},
		{"lists of one definition go on", item(1, 0, "a") + item(2, 0, "b") + item(1, 0, "c"), "<一、> a\n<二、> b\n<三、> c", nil},
		{"a start override begins anew, once", item(1, 0, "a") + item(1, 0, "b") + item(3, 0, "c") + item(3, 0, "d") + item(1, 0, "e"), "<一、> a\n<二、> b\n<一、> c\n<二、> d\n<三、> e", nil},
		{"legal numbering", item(1, 0, "a") + item(1, 2, "b"), "<一、> a\n<1.1> b", nil},
		// The next two as Word does by its own account (knowledge base Q110380).
		{"deeper level first", item(4, 1, "a") + item(4, 1, "b") + item(4, 0, "c") + item(4, 1, "d"), "<1.1> a\n<1.2> b\n<2.> c\n<2.1> d", nil},
		{"level left out", item(4, 0, "a") + item(9, 1, "b") + item(9, 0, "c") + item(9, 1, "d"), "<1.> a\n<1.7> b\n<2.> c\n<2.7> d", nil},
		{"level that never restarts", item(4, 2, "a") + item(4, 0, "b") + item(4, 2, "c"), "<1)> a\n<2.> b\n<2)> c", nil},
		{"through styles", styled("h1", "", "a") + styled("h2", "", "b") + styled("h1b", "", "c"), "<1.> a\n<1.1> b\n<2.> c", nil},
		{"taken away from the style", styled("h1", `<w:numPr><w:numId w:val="0"/></w:numPr>`, "a"), "a", nil},
		{"through a numbering style", item(5, 0, "a") + item(4, 0, "b"), "<1.> a\n<2.> b", nil},
		{"bullets", item(6, 0, "a"), "<•> a", nil},
		{"definition of one list only", item(8, 0, "a") + item(1, 0, "b"), "<I> a\n<二、> b", nil},
		{"unknown format is told", item(7, 0, "a"), "<1> a", []extract.Code{extract.NumberingUnknown}},
		{"format without a name", item(10, 0, "a") + item(10, 0, "b"), "<09> a\n<10> b", nil},
		{"no such list", item(77, 0, "a") + item(11, 0, "b") + item(1, 8, "c"), "a\nb\nc", nil},
		{"deleted items do not count", item(1, 0, "a") + para(`<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr><w:del/>`) + item(1, 0, "b"), "<一、> a\n<二、> b", []extract.Code{extract.DeletionsDropped}},
		{"in cells", tbl(tr(cellOf("", item(1, 0, "a")+para(text("b"))), tc("", "c"))), `1x2 0,0 "a\nb"["一、" ""] 0,1 "c"`, nil},
	}, map[string]string{"numbering": numbering, "styles": styles})
}
