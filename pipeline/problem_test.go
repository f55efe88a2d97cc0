package pipeline

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestExplainSaysWhatToDo makes errors as the system does.
func TestExplainSaysWhatToDo(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		filepath.Join(dir, "none"):                   "not found: check the path",
		filepath.Join(file, "below"):                 "check the path",
		filepath.Join(dir, strings.Repeat("x", 300)): "check the path|shorter path",
	} {
		_, err := os.Open(path)
		got := Explain(&InputError{path, err})
		ok := false
		for w := range strings.SplitSeq(want, "|") {
			ok = ok || strings.Contains(got.EN, w)
		}
		if err == nil || !ok || got.ZH == got.EN {
			t.Errorf("%v gives %v, want %q", err, got, want)
		}
	}
}
