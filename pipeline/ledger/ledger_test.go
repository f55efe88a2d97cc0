package ledger

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

func open(t *testing.T, path string) *Ledger {
	t.Helper()
	l, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func add(t *testing.T, l *Ledger, line Line) {
	t.Helper()
	if err := l.Append(line); err != nil {
		t.Fatal(err)
	}
}

func done(name, outcome string, outputs ...string) Line {
	e := &Entry{Name: Name(name), Outcome: outcome}
	for _, o := range outputs {
		e.Outputs = append(e.Outputs, Output{Name: Name(o)})
	}
	return Line{Done: e, Notes: json.RawMessage(`["note of ` + outcome + `"]`)}
}

func TestKeeps(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ledger.jsonl")
	l := open(t, path)
	add(t, l, Line{Run: "begin"})
	add(t, l, done("a", "first", "a.docx", "a.pdf"))
	add(t, l, done("\xb1\xe4 <&>", "gbk"))
	add(t, l, done("a", "second", "a.docx"))
	if l.Finished {
		t.Error("finished before its end")
	}
	add(t, l, Line{Run: "end"})
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	l = open(t, path)
	defer l.Close()
	if !l.Finished || len(l.Records) != 2 || l.Records["a"].Outcome != "second" || l.Records["\xb1\xe4 <&>"].Outcome != "gbk" {
		t.Errorf("got %v, %v", l.Finished, l.Records)
	}
	if len(l.Old) != 2 || l.Old[1].Name != "a.pdf" {
		t.Errorf("old outputs %v, want those of the first a", l.Old)
	}
	if notes, err := l.Notes("a"); string(notes) != `["note of second"]` || err != nil {
		t.Errorf("notes %s, %v", notes, err)
	}
}

// TestTornAnywhere cuts a ledger at every byte: what was complete is kept, and
// lines added afterwards are.
func TestTornAnywhere(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ledger.jsonl")
	l := open(t, path)
	add(t, l, done("a", "done"))
	first := l.size
	add(t, l, done("b", "done"))
	l.Close()
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for cut := range whole {
		if err := os.WriteFile(path, whole[:cut], 0o666); err != nil {
			t.Fatal(err)
		}
		l := open(t, path)
		if want := int64(cut) >= first; (l.Records["a"] != nil) != want || l.Records["b"] != nil {
			t.Fatalf("cut at %d of %d: %v", cut, len(whole), l.Records)
		}
		add(t, l, done("c", "done"))
		l.Close()
		l = open(t, path)
		if l.Records["c"] == nil {
			t.Fatalf("cut at %d: the next line is lost", cut)
		}
		l.Close()
	}
}

func TestSpoiltLineCostsItself(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ledger.jsonl")
	l := open(t, path)
	add(t, l, done("a", "done"))
	l.Close()
	data, _ := os.ReadFile(path)
	os.WriteFile(path, append([]byte("\x00\x00\x00\n{\"done\":3}\n"), data...), 0o666)
	l = open(t, path)
	defer l.Close()
	if notes, err := l.Notes("a"); len(l.Records) != 1 || string(notes) != `["note of done"]` {
		t.Errorf("got %v, %s, %v", l.Records, notes, err)
	}
}

func TestAttempts(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ledger.jsonl")
	a := Attempt{Name: "a", SHA256: "1", Options: "x", Reason: "time"}
	l := open(t, path)
	add(t, l, Line{Attempt: &a})
	l.Close()
	l = open(t, path)
	defer l.Close()
	other := a
	other.SHA256 = "2"
	if l.Deaths(a) != 1 || l.Deaths(other) != 0 {
		t.Errorf("deaths %d and %d, want 1 and 0", l.Deaths(a), l.Deaths(other))
	}
	add(t, l, Line{Done: &Entry{Name: "a", SHA256: "1", Options: "x", Outcome: "done"}}) // it got over it
	if l.Deaths(a) != 0 {
		t.Errorf("%d deaths after the file was done, want 0", l.Deaths(a))
	}
}

func TestCompact(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ledger.jsonl")
	l := open(t, path)
	for i := range slack + 10 {
		add(t, l, done(fmt.Sprint(i%3), fmt.Sprint("round ", i)))
	}
	before := l.size
	mode := modeOf(t, path)
	if err := l.Compact(); err != nil {
		t.Fatal(err)
	}
	if got := modeOf(t, path); got != mode {
		t.Errorf("mode %v, before %v", got, mode)
	}
	add(t, l, done("new", "after"))
	l.Close()
	l = open(t, path)
	defer l.Close()
	if l.size > before/100 || len(l.Records) != 4 || len(l.Old) != 0 {
		t.Errorf("%d bytes of %d, %d records", l.size, before, len(l.Records))
	}
	if notes, _ := l.Notes("2"); string(notes) != fmt.Sprintf(`["note of round %d"]`, slack+7) {
		t.Errorf("notes %s", notes)
	}
}

func modeOf(t *testing.T, path string) os.FileMode {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	return info.Mode()
}

func TestLock(t *testing.T) {
	path := filepath.Join(t.TempDir(), "lock")
	unlock, err := Lock(t.Context(), path, 0)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Lock(t.Context(), path, 0); !errors.Is(err, ErrLocked) {
		t.Errorf("second lock: %v", err)
	}
	unlock()
	again, err := Lock(t.Context(), path, 0)
	if err != nil {
		t.Fatal(err)
	}
	again()
}
