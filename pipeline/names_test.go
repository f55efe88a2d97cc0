package pipeline

import (
	"strings"
	"testing"
	"unicode/utf8"

	"luzhou/pipeline/ledger"
)

func TestSafeName(t *testing.T) {
	tests := []struct{ what, name, want string }{
		{"Chinese and blanks stay", "2020 年报（终）.doc", "2020 年报（终）.doc"},
		{"reserved characters", `a<b>:"|?*\c`, "a_b_______c"},
		{"control characters", "a\nb\x7f", "a_b_"},
		{"GBK", "\xb1\xa8\xb8\xe6.doc", "报告.doc"},
		{"no character set", "a\xff\xfe", "a__"},
		{"dot and blank at the end", "a. .", "a_"},
		{"parents", "..", "_"},
		{"device", "NUL.txt", "_NUL.txt"},
		{"device with a number", "com1", "_com1"},
		{"device with blanks", "con .txt", "_con .txt"},
		{"device with a raised number", "COM¹.txt", "_COM¹.txt"},
		{"no device", "com10", "com10"},
		{"leading dash and dot", "-.a", "-.a"},
	}
	for _, test := range tests {
		if got := safeName(test.name); got != test.want {
			t.Errorf("%s: %q gives %q, want %q", test.what, test.name, got, test.want)
		}
	}
	long := safeName(strings.Repeat("报", 85))
	if len(long) > maxName || !utf8.ValidString(long) {
		t.Errorf("255 bytes give %d, valid %v", len(long), utf8.ValidString(long))
	}
}

func TestOutputNames(t *testing.T) {
	var list []looked
	for _, name := range []string{"a.doc", "b.doc", "B.doc", "c.doc", "c.doc.json/x", "manifest.jsonl/y", "d?", "gone.DOC"} {
		list = append(list, looked{Input: Input{Name: name}, sum: "0123456789"})
	}
	gone := []*ledger.Record{{Entry: ledger.Entry{Name: "gone.doc"}}}
	want := []string{"a.doc", "b.doc-01234567", "B.doc-01234567-2", "c.doc-01234567", "c.doc.json/x", "_manifest.jsonl/y-01234567", "d_-01234567", "gone.DOC-01234567"}
	for i, got := range outputNames(list, gone) {
		if got != want[i] {
			t.Errorf("%s gives %s, want %s", list[i].Name, got, want[i])
		}
	}
}

// TestLongPaths: a member of an archive may be named by 65,535 bytes in any number
// of folders; the system takes 4,096.
func TestLongPaths(t *testing.T) {
	deep := strings.Repeat("年/", 5000)
	list := []looked{{Input: Input{Name: deep + "a.txt"}, sum: "0123456789"}, {Input: Input{Name: "x/" + deep + "a.txt"}, sum: "9876543210"}}
	for i, got := range outputNames(list, nil) {
		if want := []string{"年/a.txt-01234567", "x/a.txt-98765432"}[i]; got != want {
			t.Errorf("got %.80q of %d bytes, want %q", got, len(got), want)
		}
	}
}

func TestCanonicalName(t *testing.T) {
	const sum = "0123456789abcdef"
	for _, test := range []struct{ year, body, want string }{
		{"2020", "芦洲乡人民政府", "2020/芦洲乡人民政府-0123456789ab"},
		{"0", "", "年度不明/单位不明-0123456789ab"},
		{"2020", "a/../b", "2020/a_.._b-0123456789ab"},
	} {
		if got := canonicalName(test.year, test.body, sum); got != test.want {
			t.Errorf("got %s, want %s", got, test.want)
		}
	}
}
