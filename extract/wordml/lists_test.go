package wordml

import (
	"slices"
	"strings"
	"testing"

	"luzhou/extract"
)

const listsOfTwoLevels = `<w:lists><w:listDef w:listDefId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:nfc w:val="37"/><w:pStyle w:val="H1"/><w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:nfc w:val="39"/><w:pStyle w:val="H2"/><w:lvlText w:val="（%2）"/></w:lvl></w:listDef>
<w:listDef w:listDefId="7"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:nfc w:val="8"/><w:lvlText w:val="%1)"/></w:lvl></w:listDef>
<w:list w:ilfo="1"><w:ilst w:val="0"/></w:list>
<w:list w:ilfo="2"><w:ilst w:val="0"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="5"/></w:lvlOverride></w:list>
<w:list w:ilfo="3"><w:ilst w:val="7"/></w:list></w:lists>
<w:styles><w:style w:type="paragraph" w:styleId="H1"><w:pPr><w:listPr><w:ilfo w:val="1"/></w:listPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="H2"><w:pPr><w:listPr><w:ilfo w:val="1"/></w:listPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Sub"><w:basedOn w:val="H2"/></w:style></w:styles>`

func item(ilfo, ilvl, hint, text string) string {
	return `<w:p><w:pPr><w:listPr><w:ilvl w:val="` + ilvl + `"/><w:ilfo w:val="` + ilfo + `"/>` + hint + `</w:listPr></w:pPr><w:r><w:t>` + text + `</w:t></w:r></w:p>`
}

func styled(style, props, text string) string {
	return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/>` + props + `</w:pPr><w:r><w:t>` + text + `</w:t></w:r></w:p>`
}

func TestListNumbers(t *testing.T) {
	tests := []struct{ name, body, want string }{
		{"levels", item("1", "0", "", "总体") + item("1", "1", "", "甲") + item("1", "1", "", "乙") + item("1", "0", "", "二") + item("1", "1", "", "丙"),
			"一、|总体\n（一）|甲\n（二）|乙\n二、|二\n（一）|丙\n"},
		{"stored number goes first, the count goes on", item("1", "0", `<wx:t wx:val="第一条"/>`, "a") + item("1", "0", "", "b"), "第一条|a\n二、|b\n"},
		{"override of the start", item("1", "1", "", "a") + item("2", "1", "", "b") + item("2", "1", "", "c"), "（一）|a\n（五）|b\n（六）|c\n"},
		{"by style", styled("H1", "", "a") + styled("H2", "", "b") + styled("Sub", "", "c") + styled("H1", `<w:listPr><w:ilfo w:val="0"/></w:listPr>`, "d"),
			"一、|a\n（一）|b\n（二）|c\n|d\n"},
		{"list that is not defined", item("9", "0", "", "a"), "|a\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { check(t, document(listsOfTwoLevels, tt.body), tt.want) })
	}
}

func TestNumbersOfCells(t *testing.T) {
	doc := readString(t, document(listsOfTwoLevels, table(row("<w:tc>"+item("1", "0", "", "甲")+p("乙")+"</w:tc>"))))
	if c := doc.Blocks[0].Table.Cells[0]; c.Text != "甲\n乙" || !slices.Equal(c.Numbers, []string{"一、", ""}) {
		t.Errorf("got %q %q", c.Text, c.Numbers)
	}
}

func TestUnknownFormatIsTold(t *testing.T) {
	doc := check(t, document(listsOfTwoLevels, item("3", "0", "", "a")+item("3", "0", "", "b")), "3)|a\n4)|b\n")
	if got := codes(doc); !slices.Equal(got, []extract.Code{extract.NumberingUnknown}) {
		t.Errorf("findings %v, want the unknown format once", got)
	}
}

func TestFormatNames(t *testing.T) {
	for code, want := range map[string]string{"0": "decimal", "10": "ideographDigital", "23": "bullet", "30": "ideographTraditional",
		"37": "chineseCounting", "38": "chineseLegalSimplified", "39": "chineseCountingThousand", "59": "russianUpper", "255": "none", "-1": "nfc -1", "x": "decimal"} {
		if got := formatName(code); got != want {
			t.Errorf("formatName(%q) = %q, want %q", code, got, want)
		}
	}
	if strings.Contains(strings.Join(formatNames[:], " "), "  ") || len(formatNames) != 60 {
		t.Errorf("the table of [MS-OSHARED] has 60 names, this one %d", len(formatNames))
	}
}
