package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/spf13/cobra"

	"luzhou/pipeline"
)

// TestStartedFromADesktop: the library would refuse to work when the program is
// started by the Explorer of Windows, as it is when a folder is dropped on it.
func TestStartedFromADesktop(t *testing.T) {
	newApp(os.Stdin, os.Stdout, os.Stderr).root()
	if cobra.MousetrapHelpText != "" {
		t.Errorf("a start by the Explorer is refused: %s", cobra.MousetrapHelpText)
	}
}

type brokenReader struct{}

func (brokenReader) Read([]byte) (int, error) { panic("on purpose") }

// TestFaultOfOurs: a fault of the program is one line, never a stack trace.
func TestFaultOfOurs(t *testing.T) {
	var told bytes.Buffer
	a := &app{lang: "en", stdin: brokenReader{}, stdout: &bytes.Buffer{}, stderr: &told}
	status := a.run([]string{"extract", "-"})
	if want := "luzhou: fault in the program (on purpose): send the file to the developers\n"; status != exitFailed || told.String() != want {
		t.Errorf("status %d, %q, want %d, %q", status, told.String(), exitFailed, want)
	}
}

// TestWhereTheResultIs: a person at a terminal is told, a program is not.
func TestWhereTheResultIs(t *testing.T) {
	for terminal, want := range map[bool]string{true: "luzhou: " + filepath.Join("out", "index.html") + ": 结果在此，请用浏览器打开\n", false: ""} {
		var out, told bytes.Buffer
		r := &reporter{app: &app{lang: "zh", stdout: &out, stderr: &told, terminal: terminal}, out: "out"}
		if err := r.summary(pipeline.Summary{Inputs: 1}); err != nil || told.String() != want {
			t.Errorf("terminal %v: got %q, %v, want %q", terminal, told.String(), err, want)
		}
	}
}

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
