package charset

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"

	"luzhou/extract"
)

const (
	report      = "政府信息公开工作年度报告：一、总体情况。本年新收政府信息公开申请数量1件，予以公开0件。"
	traditional = "政府資訊公開工作年度報告：一、總體情況。本年新收政府資訊公開申請數量1件，予以公開0件。"
)

func encode(t testing.TB, enc encoding.Encoding, s string) string {
	t.Helper()
	b, err := enc.NewEncoder().String(s)
	if err != nil {
		t.Fatalf("encoding %q: %v", s, err)
	}
	return b
}

func TestDecode(t *testing.T) {
	gb := func(s string) string { return encode(t, simplifiedchinese.GB18030, s) }
	big5 := func(s string) string { return encode(t, traditionalchinese.Big5, s) }
	le := func(s string) string {
		return encode(t, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), s)
	}
	be := func(s string) string { return encode(t, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), s) }
	lied, guessed, undecodable := extract.CharsetLied, extract.CharsetGuessed, extract.BytesUndecodable
	tests := []struct {
		what, data, declared string
		text, name           string
		codes                []extract.Code
	}{
		{"nothing", "", "", "", "utf-8", nil},
		{"ASCII", "a,1", "", "a,1", "utf-8", nil},
		{"ASCII under its label", "a", "gb2312", "a", "gb18030", nil},
		{"UTF-8", report, "", report, "utf-8", nil},
		{"UTF-8 mark", "\xEF\xBB\xBF" + report, "", report, "utf-8", nil},
		{"UTF-8 mark against the label", "\xEF\xBB\xBF" + report, "gbk", report, "utf-8", []extract.Code{lied}},
		{"UTF-8 declared as gb2312", report, "gb2312", report, "utf-8", []extract.Code{lied}},
		{"UTF-8 declared as latin", report, "iso-8859-1", report, "utf-8", []extract.Code{lied}},
		{"UTF-8 with two spoiled bytes", report + "\xFF" + report + "\xFE", "", report + "\uFFFD" + report + "\uFFFD", "utf-8", []extract.Code{undecodable}},
		{"UTF-8 cut within a character", report + report[:2], "utf-8", report + "\uFFFD", "utf-8", []extract.Code{undecodable}},
		{"UTF-16LE mark", "\xFF\xFE" + le(report), "", report, "utf-16le", nil},
		{"UTF-16BE mark", "\xFE\xFF" + be(report), "", report, "utf-16be", nil},
		{"UTF-16LE by its zeros", le("<p>" + report + "\n"), "", "<p>" + report + "\n", "utf-16le", nil},
		{"UTF-16BE by its zeros", be("年度\t1\r\n2\t0\r\n"), "", "年度\t1\r\n2\t0\r\n", "utf-16be", nil},
		{"UTF-16LE label of LibreOffice", "\xFF\xFE" + le(report), "unicode", report, "utf-16le", nil},
		{"GB18030 mark", "\x84\x31\x95\x33" + gb(report), "", report, "gb18030", nil},
		{"gb2312 is GB18030", gb(report + "䶮㐀"), "gb2312", report + "䶮㐀", "gb18030", nil},
		{"gbk is GB18030", gb("㐀1"), " GBK ", "㐀1", "gb18030", nil},
		{"cp936", gb(report), "CP936", report, "gb18030", nil},
		{"x-gbk", gb(report), "x-gbk", report, "gb18030", nil},
		{"gb_2312-80", gb(report), "GB_2312-80", report, "gb18030", nil},
		{"GB18030 undeclared", gb(report), "", report, "gb18030", []extract.Code{guessed}},
		{"GB18030 under an unknown label", gb(report), "foo", report, "gb18030", []extract.Code{guessed}},
		{"GB18030 declared as utf-8", gb(report), "utf-8", report, "gb18030", []extract.Code{lied}},
		{"GB18030 declared as latin", gb(report), "windows-1252", report, "gb18030", []extract.Code{lied}},
		{"GB18030 declared as big5", gb(report), "big5", report, "gb18030", []extract.Code{lied}},
		{"two characters that are valid UTF-8 too", gb("一些"), "gbk", "一些", "gb18030", nil},
		{"the same undeclared", gb("一些"), "", "一些", "gb18030", []extract.Code{guessed}},
		{"Big5 undeclared", big5(traditional), "", traditional, "big5", []extract.Code{guessed}},
		{"Big5 declared", big5(traditional), "Big5", traditional, "big5", nil},
		{"Big5 declared as gb2312", big5(traditional), "gb2312", traditional, "big5", []extract.Code{lied}},
		{"traditional script in GBK", gb(traditional), "", traditional, "gb18030", []extract.Code{guessed}},
		{"windows-1252", "caf\xE9 \x93\x94", "iso-8859-1", "café “”", "windows-1252", nil},
		{"windows-1252 undeclared", "un caf\xE9 noir et un th\xE9", "", "un café noir et un thé", "windows-1252", []extract.Code{guessed}},
		{"no-break spaces of GB18030", gb("a\u00A0b c\u00A0d"), "", "a\u00A0b c\u00A0d", "gb18030", []extract.Code{guessed}},
		{"a dash of GB18030", gb("pages 1–6"), "", "pages 1–6", "gb18030", []extract.Code{guessed}},
		{"Shift_JIS", encode(t, japanese.ShiftJIS, "年次報告かな"), "shift_jis", "年次報告かな", "shift_jis", nil},
		{"EUC-KR", encode(t, korean.EUCKR, "연간 보고서"), "ks_c_5601-1987", "연간 보고서", "euc-kr", nil},
		{"a spoiled byte in GB18030", gb(report) + "\xFF" + gb(report), "gbk", report + "\uFFFD" + report, "gb18030", []extract.Code{undecodable}},
		{"UTF-8 with a piece of GB18030", report + gb("年度"), "utf-8", report + strings.Repeat("\uFFFD", 1), "utf-8", []extract.Code{undecodable}},
		{"Cyrillic in UTF-8", "годовой отчет о работе", "", "годовой отчет о работе", "utf-8", nil},
	}
	for _, test := range tests {
		t.Run(test.what, func(t *testing.T) {
			text, name, findings := Decode([]byte(test.data), test.declared)
			if text != test.text || name != test.name {
				t.Errorf("got %q in %s, want %q in %s", text, name, test.text, test.name)
			}
			var codes []extract.Code
			for _, f := range findings {
				codes = append(codes, f.Code)
			}
			if !slices.Equal(codes, test.codes) {
				t.Errorf("findings %v, want %v", codes, test.codes)
			}
		})
	}
}

func TestDecodeCodePage(t *testing.T) {
	tests := []struct {
		cp   int
		data string
		text string
		bad  int
	}{
		{936, "\xD5\xFE\xB8\xAE", "政府", 0},
		{936, "\x82\x30\x81\x39", encodeBack(t, "\x82\x30\x81\x39"), 0},
		{10008, "\xD5\xFE", "政", 0},
		{950, "\xA6\x7E", "年", 0},
		{932, "\x94\x4E", "年", 0},
		{949, "\xB3\xE2", "년", 0},
		{1252, "\x93\xE9\x94", "“é”", 0},
		{437, "\x82", "é", 0},
		{866, "\xA3", "г", 0},
		{10000, "\x8E", "é", 0},
		{65001, "\xE5\xB9\xB4\xFF\xFF1", "年\uFFFD1", 1},
		{1200, "t^", "年", 0},
		{12345, "\xE9", "é", 0}, // unknown: as 1252
		{54936, "", "", 0},
	}
	for _, test := range tests {
		if text, bad := DecodeCodePage(test.cp, []byte(test.data)); text != test.text || bad != test.bad {
			t.Errorf("DecodeCodePage(%d, %x) = %q, %d, want %q, %d", test.cp, test.data, text, bad, test.text, test.bad)
		}
	}
	if _, ok := CodePage(12345); ok {
		t.Error("code page 12345 is known")
	}
}

func encodeBack(t *testing.T, gb string) string {
	s, err := simplifiedchinese.GB18030.NewDecoder().String(gb)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestUTF16Damage(t *testing.T) {
	for _, test := range []struct {
		data, text string
		bad        int
	}{
		{"\xFF\xFEa\x00b", "a\uFFFD", 1},
		{"\xFF\xFE\x3D\xD8\x00\xDE", "😀", 0},
		{"\xFF\xFE\x3D\xD8a\x00", "\uFFFDa", 1},
		{"\xFF\xFE\x00\xDEa\x00", "\uFFFDa", 1},
		{"\xFE\xFF\xD8\x3D", "\uFFFD", 1},
	} {
		text, _, findings := Decode([]byte(test.data), "")
		if text != test.text || len(findings) != test.bad {
			t.Errorf("%x: got %q, %v", test.data, text, findings)
		}
	}
}

// A file padded with zeros, or with fields padded so, is not UTF-16.
func TestPaddingIsNotUTF16(t *testing.T) {
	for _, data := range []string{
		"abc\x00", "ab\x00\x00cd\x00\x00ef\x00\x00", report + "\x00\x00\x00",
		strings.Repeat("a\x00\x00\x00", 5) + strings.Repeat("text ", 100),
	} {
		if _, name, _ := Decode([]byte(data), ""); name != "utf-8" {
			t.Errorf("%q read as %s", data, name)
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte("\xFF\xFEa\x00"), "gb2312")
	f.Add([]byte(report), "utf-8")
	f.Add([]byte("\xD5\xFE\xB8\xAE\x81\x30"), "")
	f.Fuzz(func(t *testing.T, data []byte, declared string) {
		text, name, _ := Decode(data, declared)
		again, _, _ := Decode(data, declared)
		if text != again || name == "" || len(text) > 4*len(data)+8 {
			t.Errorf("%d bytes gave %d characters in %q", len(data), len(text), name)
		}
	})
}

func ExampleDecode() {
	text, name, findings := Decode([]byte("\xC4\xEA\xB6\xC8\xB1\xA8\xB8\xE6"), "utf-8")
	fmt.Println(text, name, findings[0].MessageEN)
	// Output: 年度报告 gb18030 the named character set utf-8 does not fit the bytes, read as gb18030
}
