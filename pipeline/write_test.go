package pipeline

import (
	"os"
	"path/filepath"
	"testing"
)

// TestWriteFileMode: new files obey the mask of the system, as any other file made
// in the folder does.
func TestWriteFileMode(t *testing.T) {
	dir := t.TempDir()
	plain, written := filepath.Join(dir, "plain"), filepath.Join(dir, "written")
	if err := os.WriteFile(plain, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	if err := WriteFile(written, []byte("x")); err != nil {
		t.Fatal(err)
	}
	want, _ := os.Stat(plain)
	got, _ := os.Stat(written)
	if got.Mode() != want.Mode() {
		t.Errorf("got %v, want %v", got.Mode(), want.Mode())
	}
}
