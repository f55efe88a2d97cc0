package pipeline

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"luzhou/pipeline/ledger"
)

// TestStillBeingCopied: a file that grew since it was listed is left for the
// next run, and the others are not.
func TestStillBeingCopied(t *testing.T) {
	for _, wait := range []time.Duration{0, time.Nanosecond} {
		in, out := sources(t), filepath.Join(t.TempDir(), "out")
		inputs, _, err := findInputs([]string{in}, "")
		if err != nil {
			t.Fatal(err)
		}
		growing, err := os.OpenFile(filepath.Join(in, "letter.txt"), os.O_APPEND|os.O_WRONLY, 0)
		if err != nil {
			t.Fatal(err)
		}
		growing.WriteString("and more")
		growing.Close()
		if err := os.MkdirAll(filepath.Join(out, keepFolder, quarantineFolder), 0o777); err != nil {
			t.Fatal(err)
		}
		books, err := ledger.Open(filepath.Join(out, keepFolder, ledgerName))
		if err != nil {
			t.Fatal(err)
		}
		opts := options(t, out)
		opts.Running.Settle = wait
		digest, err := digestOf(opts)
		if err != nil {
			t.Fatal(err)
		}
		s, err := newBatch(opts, books, digest).run(t.Context(), inputs, nil)
		books.Close()
		if err != nil || s.Left != 1 || s.Inputs != 4 || s.Missing > 0 {
			t.Errorf("settle %v: %+v, %v", wait, s, err)
		}
		if s, err = Convert(t.Context(), []string{in}, options(t, out)); err != nil || s.Left > 0 || s.Inputs != 5 || s.New != 1 {
			t.Errorf("the next run: %+v, %v", s, err)
		}
	}
}

// TestChangedWhileRead: a child that sees other bytes than the parent did says so.
func TestChangedWhileRead(t *testing.T) {
	path := filepath.Join(sources(t), "letter.txt")
	b := batch{}
	a, outputs, err := b.ask(t.Context(), new(here), job{Kind: jobConvert, SHA256: "other"}, looked{Input: Input{Path: path, Name: "letter.txt"}})
	if err != nil || !a.Changed || len(outputs) > 0 {
		t.Errorf("got %+v, %v", a, err)
	}
}
