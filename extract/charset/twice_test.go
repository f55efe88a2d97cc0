package charset

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"

	"luzhou/extract"
)

// misread reads a text in a wrong character set as code page 936 does: 80 is €,
// and a byte without its pair is ?, which swallows what stands behind it or not.
func misread(text string, swallow bool) string {
	names := map[string]rune{}
	for r, b := range gbkPairs() {
		names[string(b)] = r
	}
	for r := rune(0xE000); r < 0xE766; r++ {
		names[string(gbkBytes(r))] = r
	}
	var out strings.Builder
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch {
		case c < 0x80:
			out.WriteByte(c)
		case c == 0x80:
			out.WriteRune('€')
		case i+1 < len(text) && names[text[i:i+2]] != 0:
			out.WriteRune(names[text[i:i+2]])
			i++
		default:
			out.WriteByte('?')
			if swallow {
				i++
			}
		}
	}
	return out.String()
}

func latin(t *testing.T, bytes string) string {
	t.Helper()
	s, err := charmap.ISO8859_1.NewDecoder().String(bytes)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestMend(t *testing.T) {
	gbk := encode(t, simplifiedchinese.GBK, report)
	tests := []struct {
		what, in, want string
	}{
		{"as it was found", "涓€銆佹€讳綋鎯呭喌\n涓€銆佹€讳綋鎯呭喌", "一、总体情况\n一、总体情况"},
		{"UTF-8 as Latin-1", latin(t, report), report},
		{"GBK as Latin-1", latin(t, gbk), report},
		{"some lines only", "主办单位：某县政府办公室\n" + latin(t, report) + "\n技术支持：某公司", "主办单位：某县政府办公室\n" + report + "\n技术支持：某公司"},
	}
	for _, test := range tests {
		got, found := mend(test.in)
		codes := []extract.Code{}
		for _, f := range found {
			codes = append(codes, f.Code)
		}
		if got != test.want || !slices.Equal(codes, []extract.Code{extract.CharsetTwice}) {
			t.Errorf("%s: %q %v, want %q", test.what, got, codes, test.want)
		}
	}
}

// TestMendLost loses characters: what stood beside them is not made up.
func TestMendLost(t *testing.T) {
	for _, test := range []struct {
		in      string
		swallow bool
		want    string
	}{
		{"本年新收政府信息公开申请\t1\t0\n", false, "本年新收政府信息公开申请\t1\t0\n"},
		{"规范性文件\t1\t0\n", false, "规范性文\uFFFD\t1\t0\n"},
		{"规范性文件\t1\t0\n", true, "规范性文\uFFFD1\t0\n"},
		{"截至2020年12月31日，", true, "截至2020\uFFFD2\uFFFD1日，"},
		{"截至2020年12月31日，", false, "截至2020\uFFFD12\uFFFD31日，"},
	} {
		before := misread(strings.Repeat("一、总体情况\n", 4), false)
		got, found := mend(before + misread(test.in, test.swallow))
		if _, got, _ = strings.Cut(got, strings.Repeat("一、总体情况\n", 4)); got != test.want {
			t.Errorf("%q: %q, want %q", test.in, got, test.want)
		}
		lost := len(found) == 2 && found[1].Code == extract.CharactersLost && found[1].Severity == extract.Warning
		if lost != strings.Contains(test.want, "\uFFFD") {
			t.Errorf("%q: findings %v", test.in, found)
		}
	}
}

func TestMendNothing(t *testing.T) {
	for _, text := range []string{
		"", "a,1", report, traditional, "联通", "规章\t0\n文件\t1\n",
		strings.Repeat("浏阳市、溧阳市、湄潭县\n", 20),
		"Ceci n’est pas un été où l’élève naïf préfère le « château » à l’hôtel. " + strings.Repeat("É è à ç ", 20),
		strings.Repeat("ｱｲｳｴｵ日本語のテキストです。", 5), strings.Repeat("\uE000\uE001", 50),
	} {
		if got, found := mend(text); got != text || found != nil {
			t.Errorf("%q became %q: %v", text, got, found)
		}
	}
}

func TestMendDocument(t *testing.T) {
	moji := func(s string) string { return misread(s, false) }
	doc := &extract.Document{
		Blocks: []extract.Block{
			extract.ParagraphBlock(moji(report+"。"), ""),
			extract.ParagraphBlock("某县政府", ""),
			{Table: &extract.Table{Rows: 1, Cols: 2, Cells: []extract.Cell{
				{Text: moji("规章"), Tables: []extract.Table{{Cells: []extract.Cell{{Text: moji("政府")}}}}}, {Text: "7"}}}},
		},
		Notes: []extract.Note{{Text: moji("注释")}},
	}
	Mend(doc)
	cells := doc.Blocks[2].Table.Cells
	got := []string{doc.Blocks[1].Paragraph.Text, cells[0].Text, cells[0].Tables[0].Cells[0].Text, cells[1].Text, doc.Notes[0].Text}
	if want := []string{"某县政府", "规章", "政府", "7", "注释"}; !slices.Equal(got, want) || !strings.HasPrefix(doc.Blocks[0].Paragraph.Text, "政府信息公开工作年度报告：一、总体情况。") {
		t.Errorf("got %q, want %q", got, want)
	}
	if len(doc.Findings) != 2 {
		t.Errorf("findings %v", doc.Findings)
	}
}
