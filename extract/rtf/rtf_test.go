package rtf

import (
	"fmt"
	"strings"
	"testing"

	"luzhou/extract"
)

// head begins a file as Word on a Chinese Windows does.
const head = `{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\froman\fcharset0 Times New Roman;}` +
	`{\f1\fnil\fcharset134 \'cb\'ce\'cc\'e5;}{\f2\fnil\fcharset2 Symbol;}{\f3\fnil\fcharset2 Wingdings;}{\f4\fnil\fcharset128 MS Mincho;}{\f5\fnil Courier;}}` +
	`{\colortbl;\red0\green0\blue0;}{\stylesheet{\s0 Normal;}}{\info{\title no text}}`

func read(t *testing.T, body string) *extract.Document {
	t.Helper()
	d, err := Read([]byte(head + body + "}"))
	if err != nil {
		t.Fatalf("Read(%q): %v", body, err)
	}
	return d
}

// dump prints blocks in one line: paragraphs as [number]text¶, tables as
// <rows x cols row,col rowspan x colspan "text" ...>.
func dump(blocks []extract.Block) string {
	var b strings.Builder
	for _, block := range blocks {
		if p := block.Paragraph; p != nil {
			if p.Number != "" {
				fmt.Fprintf(&b, "[%s]", p.Number)
			}
			b.WriteString(p.Text + "¶")
			continue
		}
		dumpTable(&b, block.Table)
	}
	return b.String()
}

func dumpTable(b *strings.Builder, t *extract.Table) {
	fmt.Fprintf(b, "<%dx%d", t.Rows, t.Cols)
	for _, c := range t.Cells {
		fmt.Fprintf(b, " %d,%d", c.Row, c.Col)
		if c.RowSpan != 1 || c.ColSpan != 1 {
			fmt.Fprintf(b, " %dx%d", c.RowSpan, c.ColSpan)
		}
		fmt.Fprintf(b, " %q", c.Text)
		if c.Numbers != nil {
			fmt.Fprintf(b, "%q", c.Numbers)
		}
		for i := range c.Tables {
			fmt.Fprintf(b, " @%d", c.Tables[i].After)
			dumpTable(b, &c.Tables[i])
		}
	}
	b.WriteString(">")
}

type example struct{ name, body, want string }

func check(t *testing.T, cases []example) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := dump(read(t, c.body).Blocks); got != c.want {
				t.Errorf("%s\n got %s\nwant %s", c.body, got, c.want)
			}
		})
	}
}

func TestText(t *testing.T) {
	check(t, []example{
		{"last paragraph without mark", `a\par b`, "a¶b¶"},
		{"line ends of the file mean nothing", "a\r\nb\\par\n\\pard c\\par", "ab¶c¶"},
		{"deleted mark joins paragraphs", `a{\deleted b\par}c\par d\par`, "ac¶d¶"},
		{"deleted mark at the end", `a\deleted b\par`, "a¶"},
		{"deleted mark before a table", `a{\deleted\par}\trowd\cellx100\intbl b{\deleted\par}c\cell\row\pard d{\deleted\par}`, `a¶<1x1 0,0 "bc">d¶`},
		{"empty paragraphs stay", `a\par\par b\par`, "a¶¶b¶"},
		{"escaped line end is a paragraph mark", "a\\\nb", "a¶b¶"},
		{"symbols", `a\~b\_c\-d\{\}\\\tab e\line f\emdash\endash\bullet\lquote\rquote\ldblquote\rdblquote`,
			"a\u00a0b\u2011cd{}\\\te\nf—–•‘’“”¶"},
		{"the space after a word belongs to it", `\b a\b0  b`, "a b¶"},
		{"page break inside a paragraph", `a\page b\page\par c`, "a\nb¶c¶"},
		{"section ends a paragraph", `a\sect b\par\sect c`, "a¶b¶c¶"},
		{"groups give back what they set", `{\v x{\v0 y}z}a`, "ya¶"},
		{"unknown destination", `a{\*\zzz b{c}}d`, "ad¶"},
		{"star inside a group", `a\*\zzz b{c\*\zzz d}`, "abcd¶"},
		{"destination without a group", `a\xe b`, "ab¶"},
		{"unknown word", `a\zzz-5 b`, "ab¶"},
		{"pictures and binary data", `a{\pict\pngblip 8950{\*\x}}b{\*\blipuid 00}\bin3 }}{c`, "abc¶"},
		{"bookmarks", `a{\*\bkmkstart _GoBack}{\*\bkmkend _GoBack}b`, "ab¶"},
		{"raw tab", "a\tb", "a\tb¶"},
		{"control characters", "a\x01\x00b\\u173 ?c", "abc¶"},
	})
}

func TestCharacters(t *testing.T) {
	check(t, []example{
		{"font of the run", `\f1 \'d6\'d0\'b9\'fa\f0  caf\'e9`, "中国 café¶"},
		{"pair of hex and raw byte", "\\f1 \\'d6\xd0\xb9\\'fa", "中国¶"},
		{"trail byte that is a letter", `\f4 \'83A\'83\'5c`, "アソ¶"},
		{"trail byte that is a backslash", `\f4 \'83\\`, "ソ¶"},
		{"pair across a word that changes no text", `\f1 \'d6\lang2052\'d0`, "中¶"},
		{"four bytes of GB18030", `\f1 \'95\'32\'82\'36`, "\U00020000¶"},
		{"associated fonts", `\loch\af0\hich\af0\dbch\f1 \'d6\'d0\loch\f0 \'e9`, "中é¶"},
		{"scripts of LibreOffice", `\pard\plain\hich\af0\loch\f0\dbch\af1 {\dbch \'d6\'d0}{\loch \'e9}`, "中é¶"},
		{"font without character set", `\f5 \'d6\'d0`, "中¶"},
		{"font that is not in the table", `\f99 \'d6\'d0`, "中¶"},
		{"ANSI font, Chinese bytes", `\f0 \'d6\'d0`, "中¶"},
		{"ANSI font, rare Chinese character", `\f0 \'d6\'ec\'e9\'46\'bb\'f9`, "朱镕基¶"},
		{"ANSI font, French", `\f0 caf\'e9s \'e0 `, "cafés à ¶"},
		{"ANSI font, East Asian script", `\f0\dbch \'e9\'46`, "镕¶"},
		{"ANSI font, one byte", `\f0 a\'d6b`, "aÖb¶"},
		{"Unicode with fallback", `\u20013 ?\u22269\'3fa`, "中国a¶"},
		{"two bytes of fallback", `\uc2\u20013\'d6\'d0\u22269 ??a`, "中国a¶"},
		{"no fallback", `\uc0\u20013\u22269 a`, "中国a¶"},
		{"fallback count is of the group", `{\uc2\u20013 ??}\u22269 ?a`, "中国a¶"},
		{"fallback ends with the group", `{\u20013}a`, "中a¶"},
		{"structure is no fallback", `\u20013\par a`, "中¶a¶"},
		{"character words are fallback", `\u20013\emdash a`, "中a¶"},
		{"negative", `\u-3913 ?`, "\uf0b7¶"},
		{"negative, above 32767", `\u-28703 ?`, "\u8fe1¶"},
		{"surrogates", `\u-10187 ?\u-9015 ?`, "\U0001d4c9¶"},
		{"surrogates as LibreOffice writes them", `\uc0 \u55296\uc1 \u57138\'3f\uc0 \u55296\uc1 \u57151\'3fa`, "\U00010332\U0001033fa¶"},
		{"half a surrogate", `\u-10187 ?a`, "\ufffda¶"},
		{"upr", `{\upr{a}{\*\ud{\u20013 ?b}}}c`, "中bc¶"},
		{"Symbol", `\f2 a\'b7\f0 b`, "α•b¶"},
		{"Symbol in Unicode", `\f2\u-3913 ?`, "•¶"},
		{"Wingdings", `\f3 \'fe\'a8\'fc`, "☑◻✓¶"},
		{"Wingdings digits are no digits", `\f3 1`, "\uf031¶"},
	})
}

func TestLists(t *testing.T) {
	const table = `{\*\listtable{\list{\listlevel\levelnfc37\levelstartat1{\leveltext\'02\'00\u12289 ?;}{\levelnumbers\'01;}}` +
		`{\listlevel\levelnfc0\levelstartat1{\leveltext\'03\'00.\'01;}{\levelnumbers\'01\'03;}}\listid7}}` +
		`{\*\listoverridetable{\listoverride\listid7\listoverridecount0\ls1}{\listoverride\listid7\listoverridecount1{\lfolevel\listoverridestartat{\listlevel\levelnfc0\levelstartat5{\leveltext\'01x;}}}\ls2}}`
	check(t, []example{
		{"text of the file", `{\listtext\pard\plain\f1 \'d2\'bb\'a1\'a2\tab}\ls1\ilvl0 a\par\pard b\par`, "[一、]a¶b¶"},
		{"text of Word 95", `{\pntext\pard\plain 1.\tab}{\*\pn\pnlvlbody\pndec{\pntxta .}}a\par`, "[1.]a¶"},
		{"bullet", `{\listtext\f2\'b7\tab}a\par`, "[•]a¶"},
		{"in a cell", `\trowd\cellx1000\intbl{\listtext 1.\tab}a\par b\cell\row`, `<1x1 0,0 "a\nb"["1." ""]>`},
		{"counted", table + `\pard\ls1\ilvl0 a\par\ilvl1 b\par c\par\ilvl0 d\par\pard e\par`, "[一、]a¶[一.1]b¶[一.2]c¶[二、]d¶e¶"},
		{"double-byte level text", `{\*\listtable{\list{\listlevel\levelnfc0{\leveltext\'05\'b5\'da\'00\'ccO\'a1\'a2x;}}\listid9}}{\*\listoverridetable{\listoverride\listid9\ls9}}\ls9 a\par`, "[第1蘋、x]a¶"},
		{"counted from another start", table + `\pard\ls1 a\par\pard\ls2 b\par c\par`, "[一、]a¶[五、]b¶[六、]c¶"},
		{"not counted when the file writes numbers", table + `\pard\ls1{\listtext 1.}a\par\pard\ls1 b\par`, "[1.]a¶b¶"},
	})
}
