package pipeline

import (
	"os"
	"path/filepath"
	"testing"
)

// TestDigestSeesLinkedFonts: fonts are most often links to where the system keeps
// them, and the folder may be one too.
func TestDigestSeesLinkedFonts(t *testing.T) {
	dir := t.TempDir()
	font, folder, link := filepath.Join(dir, "a.ttf"), filepath.Join(dir, "fonts"), filepath.Join(dir, "link")
	if os.WriteFile(font, []byte("one"), 0o666) != nil || os.Mkdir(folder, 0o777) != nil {
		t.Fatal("cannot write")
	}
	if err := os.Symlink(font, filepath.Join(folder, "b.ttf")); err != nil {
		t.Skip(err)
	}
	if err := os.Symlink(folder, link); err != nil {
		t.Skip(err)
	}
	digest := func() string {
		d, err := digestOf(ConvertOptions{FontDir: link})
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	before := digest()
	if err := os.WriteFile(font, []byte("two"), 0o666); err != nil {
		t.Fatal(err)
	}
	if after := digest(); after == before {
		t.Error("another font gives the same digest")
	}
}
