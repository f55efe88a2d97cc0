package main

import "testing"

// TestOneLine: no name of a file may move the cursor, start a line or turn the
// direction of what follows.
func TestOneLine(t *testing.T) {
	for in, want := range map[string]string{
		"年报 2020.doc":         "年报 2020.doc",
		"a\nb\x1b[31m\x7f":    "a?b?[31m?",
		"a\u009b31m\u2028b":   "a?31m?b",
		"\u202ecod.exe\u2066": "?cod.exe?",
		"a\xffb":              "a\ufffdb",
	} {
		if got := oneLine(in); got != want {
			t.Errorf("%q gives %q, want %q", in, got, want)
		}
	}
}
