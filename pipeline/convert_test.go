package pipeline

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"luzhou/extract"
	"luzhou/fixtures"
	"luzhou/pipeline/ledger"
)

// sources makes a folder of a few fixtures, a duplicate and a letter.
func sources(t *testing.T) string {
	t.Helper()
	in := t.TempDir()
	text := fixtures.Cases(t, "luzhou-txt")[0].Read(t)
	for name, data := range map[string][]byte{
		"a.txt": text, "sub/b.txt": text, "c.html": fixtures.Cases(t, "luzhou-html")[0].Read(t),
		"letter.txt": []byte("Dear archive,"), "bad.doc": []byte("%PDF-1.4"),
	} {
		path := filepath.Join(in, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return in
}

func options(t *testing.T, out string) ConvertOptions {
	t.Helper()
	writers, err := FindWriters("json,docx")
	if err != nil {
		t.Fatal(err)
	}
	return ConvertOptions{Out: out, Writers: writers, Running: Running{Jobs: 4}}
}

// TestConvert converts in this process: results come in input order, and a
// second call keeps them.
func TestConvert(t *testing.T) {
	in, out := sources(t), filepath.Join(t.TempDir(), "out")
	want := map[Outcome]int{Done: 2, NotAReport: 1, Duplicate: 1, Quarantined: 1}
	for round, isNew := range []int{4, 0} {
		var order []string
		opts := options(t, out)
		opts.Watch.Each = func(r Result) { order = append(order, r.Input.Name) }
		seen := 0
		opts.Watch.Looked = func(done, total int) {
			if seen++; done != seen || total != 5 {
				t.Errorf("looked at %d of %d, want %d of 5", done, total, seen)
			}
		}
		s, err := Convert(t.Context(), []string{in}, opts)
		if err != nil {
			t.Fatal(err)
		}
		if s.Inputs != 5 || !reflect.DeepEqual(s.Count, want) || s.Outputs != 4 || s.New != isNew || !s.Grave {
			t.Errorf("round %d: %+v", round, s)
		}
		if names := []string{"a.txt", "bad.doc", "c.html", "letter.txt", "sub/b.txt"}; !reflect.DeepEqual(order, names) {
			t.Errorf("round %d: results of %v", round, order)
		}
	}
	v, err := Verify(t.Context(), out)
	if err != nil || len(v.Problems)+len(v.Strays) > 0 || v.Inputs != 5 || v.Sound != 4 {
		t.Errorf("verify: %+v, %v", v, err)
	}
}

func TestConvertStopped(t *testing.T) {
	in, out := sources(t), filepath.Join(t.TempDir(), "out")
	ctx, cancel := context.WithCancel(t.Context())
	opts := options(t, out)
	opts.Running.Jobs = 1
	opts.Watch.Planned = func(Plan) { cancel() }
	s, err := Convert(ctx, []string{in}, opts)
	if !errors.Is(err, context.Canceled) || s.Missing == 0 {
		t.Errorf("got %+v, %v", s, err)
	}
	if s, err = Convert(t.Context(), []string{in}, options(t, out)); err != nil || s.Missing > 0 || s.Inputs != 5 {
		t.Errorf("going on: %+v, %v", s, err)
	}
}

// TestUnreadableKeepsOutputs: a file that cannot be opened tonight loses nothing.
func TestUnreadableKeepsOutputs(t *testing.T) {
	in, out := sources(t), filepath.Join(t.TempDir(), "out")
	if _, err := Convert(t.Context(), []string{in}, options(t, out)); err != nil {
		t.Fatal(err)
	}
	books, err := ledger.Open(filepath.Join(out, keepFolder, ledgerName))
	if err != nil {
		t.Fatal(err)
	}
	defer books.Close()
	b := newBatch(options(t, out), books, "digest")
	it := &item{looked: looked{Input: Input{Name: "a.txt"}, refused: refuse(InputUnreadable, extract.Text{ZH: "坏", EN: "broken"})}}
	if err := b.settleUp(it, answer{Refused: it.refused}, nil); err != nil {
		t.Fatal(err)
	}
	r := books.Record("a.txt")
	if !r.Again || r.Outcome != string(Quarantined) || len(r.Outputs) != 2 {
		t.Errorf("got %+v", r)
	}
}

// TestDuplicateOfChanging: the file that stands for two changes between the look
// and the work. Both are left for the next run.
func TestDuplicateOfChanging(t *testing.T) {
	in, out := sources(t), filepath.Join(t.TempDir(), "out")
	opts := options(t, out)
	opts.Watch.Planned = func(Plan) {
		if err := os.WriteFile(filepath.Join(in, "a.txt"), []byte("other"), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	s, err := Convert(t.Context(), []string{in}, opts)
	if err != nil || s.Left != 2 || s.Inputs != 3 || s.Count[Duplicate] != 0 {
		t.Errorf("got %+v, %v", s, err)
	}
	if v, err := Verify(t.Context(), out); err != nil || len(v.Problems)+len(v.Strays) > 0 {
		t.Errorf("verify: %+v, %v", v, err)
	}
}

// TestQuarantineNotes: a note stands for each quarantined file and for no other.
func TestQuarantineNotes(t *testing.T) {
	in, out := sources(t), filepath.Join(t.TempDir(), "out")
	notes := func() int {
		list, err := os.ReadDir(filepath.Join(out, keepFolder, quarantineFolder))
		if err != nil {
			t.Fatal(err)
		}
		return len(list)
	}
	for round, data := range []string{"%PDF-1.4", "%PDF-1.5", "no report"} {
		if err := os.WriteFile(filepath.Join(in, "bad.doc"), []byte(data), 0o666); err != nil {
			t.Fatal(err)
		}
		s, err := Convert(t.Context(), []string{in}, options(t, out))
		if err != nil || notes() != s.Count[Quarantined] {
			t.Errorf("round %d: %d notes for %d quarantined files, %v", round, notes(), s.Count[Quarantined], err)
		}
	}
}

// TestKilledWhileWriting: a run was killed between the name of an output and its
// record. The next one, under other options, knows the file for ours.
func TestKilledWhileWriting(t *testing.T) {
	in, out := sources(t), filepath.Join(t.TempDir(), "out")
	if err := os.MkdirAll(filepath.Join(out, keepFolder), 0o777); err != nil {
		t.Fatal(err)
	}
	books, err := ledger.Open(filepath.Join(out, keepFolder, ledgerName))
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(books.Append(ledger.Line{Run: "begin"}), books.Append(ledger.Line{Writing: []ledger.Name{"a.txt.json"}}), books.Close()); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"a.txt.json", "c.html.json"} {
		if err := os.WriteFile(filepath.Join(out, name), []byte("{}"), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	taken := map[string]bool{}
	opts := options(t, out)
	opts.Watch.Each = func(r Result) { taken[r.Input.Name] = r.Entry.Reason == string(OutputTaken) }
	if _, err := Convert(t.Context(), []string{in}, opts); err != nil || taken["a.txt"] || !taken["c.html"] {
		t.Errorf("taken %v, %v, want c.html alone", taken, err)
	}
}

// TestOldOutputReplaced: where an old output was, somebody has put a folder. It is
// not ours to remove, and no reason to fail.
func TestOldOutputReplaced(t *testing.T) {
	in, out := sources(t), filepath.Join(t.TempDir(), "out")
	opts := options(t, out)
	if _, err := Convert(t.Context(), []string{in}, opts); err != nil {
		t.Fatal(err)
	}
	old := filepath.Join(out, "a.txt.docx")
	if err := errors.Join(os.Remove(old), os.Mkdir(old, 0o777)); err != nil {
		t.Fatal(err)
	}
	opts.Writers, _ = FindWriters("json")
	if s, err := Convert(t.Context(), []string{in}, opts); err != nil || s.Outputs != 2 {
		t.Errorf("got %+v, %v", s, err)
	}
	if _, err := os.Stat(old); err != nil {
		t.Error(err)
	}
}

func TestBalance(t *testing.T) {
	if err := balance(3, map[Outcome]int{Done: 1, Duplicate: 2}); err != nil {
		t.Error(err)
	}
	if err := balance(3, map[Outcome]int{Done: 1, Duplicate: 1}); err == nil {
		t.Error("a missing input is not noticed")
	}
	if err := balance(1, map[Outcome]int{"lost": 1}); err == nil {
		t.Error("an unknown outcome is taken")
	}
}

func TestSourceText(t *testing.T) {
	inner := extract.Table{Rows: 1, Cols: 1, Cells: []extract.Cell{{Text: "inner"}}}
	doc := &extract.Document{Blocks: []extract.Block{
		extract.ParagraphBlock("a paragraph", ""),
		{Table: &extract.Table{Rows: 2, Cols: 2, Cells: []extract.Cell{
			{Text: "head"}, {Row: 1, Text: "a\n b"}, {Row: 1, Col: 1, Text: "2", Tables: []extract.Table{inner}}}}},
	}}
	for want, pos := range map[string]*extract.Pos{
		"":            nil,
		"a paragraph": {Block: 0},
		"a b | 2":     {Block: 1, At: &extract.At{Row: 1}},
		"inner":       {Block: 1, At: &extract.At{Row: 1, Col: 1, Inner: &extract.Nested{At: &extract.At{}}}},
	} {
		if got := sourceText(doc, pos); got != want {
			t.Errorf("%v gives %q, want %q", pos, got, want)
		}
	}
	if got := sourceText(doc, &extract.Pos{Block: 9}); got != "" {
		t.Errorf("outside: %q", got)
	}
}
