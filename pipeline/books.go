package pipeline

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"luzhou/extract"
	"luzhou/pipeline/ledger"
)

// Summary counts what became of the inputs of a run.
type Summary struct {
	Inputs  int
	Count   map[Outcome]int
	Outputs int
	New     int  // found out in this run
	Left    int  // files that still change, left for the next run
	Missing int  // inputs without an outcome, of a run that was stopped
	Grave   bool // an input is quarantined or has a finding of grade error
	Seconds float64
}

func (b *batch) summary() Summary {
	b.mu.Lock()
	defer b.mu.Unlock()
	s := Summary{Count: map[Outcome]int{}, Seconds: time.Since(b.began).Seconds()}
	for i := range b.items {
		r := b.items[i].result
		switch {
		case b.items[i].left:
			s.Left++
			continue
		case r == nil:
			s.Missing++
		default:
			s.Count[Outcome(r.Entry.Outcome)]++
			s.Outputs += len(r.Entry.Outputs)
			s.New += count(r.New && r.Entry.Outcome != string(Duplicate))
			s.Grave = s.Grave || r.Entry.Outcome == string(Quarantined) || r.Worst() == extract.Error
		}
		s.Inputs++
	}
	return s
}

// ErrBalance says that the outcomes do not add up to the inputs.
var ErrBalance = &RunError{Message: extract.Text{
	ZH: "账目不平：输入文件数与各项结果之和不符：请报告开发者", EN: "the books do not balance, inputs and outcomes differ: tell the developers"}}

// balance fails unless every input has one of the outcomes.
func balance(inputs int, counts map[Outcome]int) error {
	for _, o := range Outcomes {
		inputs -= counts[o]
	}
	if inputs != 0 {
		return ErrBalance
	}
	return nil
}

// finish closes the books of a run in which every input has its outcome.
func (b *batch) finish() error {
	b.leaveDuplicates()
	s := b.summary()
	if err := balance(s.Inputs, s.Count); err != nil {
		return err
	}
	if err := b.recordDuplicates(); err != nil {
		return &OutputError{err}
	}
	entries := b.entries()
	err := b.books.Sync()
	for _, step := range []func([]ledger.Entry) error{b.dropOld, b.dropDiagnoses, b.writeManifest, b.writePage} {
		if err == nil {
			err = step(entries)
		}
	}
	if err == nil {
		err = b.recordEnd()
	}
	if err == nil {
		err = errors.Join(b.books.Sync(), b.books.Compact())
	}
	if err != nil {
		return &OutputError{err}
	}
	return nil
}

// recordEnd puts on record that the run is at its end, and what the files about
// all inputs are, so that verify can tell whether they have changed.
func (b *batch) recordEnd() error {
	line := ledger.Line{Run: "end"}
	for _, name := range []string{manifestName, pageName} {
		sum, _, size, err := checksumFile(filepath.Join(b.opts.Out, name))
		if err != nil {
			return err
		}
		line.Files = append(line.Files, ledger.Output{Name: ledger.Name(name), SHA256: sum, Size: size})
	}
	return b.books.Append(line)
}

// leaveDuplicates leaves the duplicates of an input that was left, as it changed
// after the plan was made.
func (b *batch) leaveDuplicates() {
	for i := range b.items {
		it := &b.items[i]
		if it.result != nil && it.result.Entry.Outcome == string(Duplicate) && b.items[it.of].left {
			b.set(it, nil)
		}
	}
}

// recordDuplicates puts on record what the plan found without any work.
func (b *batch) recordDuplicates() error {
	for i := range b.items {
		r := b.items[i].result
		if r == nil || r.Entry.Outcome != string(Duplicate) {
			continue
		}
		old := b.books.Records[r.Entry.Name]
		if old != nil && old.SHA256 == r.Entry.SHA256 && old.Outcome == r.Entry.Outcome && old.Same == r.Entry.Same {
			continue
		}
		if err := b.books.Append(ledger.Line{Done: &r.Entry}); err != nil {
			return err
		}
	}
	return nil
}

// entries are the lines of the manifest: one for each input, and one for each
// input that is no longer there but whose outputs are, in the order of names.
func (b *batch) entries() []ledger.Entry {
	present := make(map[string]bool, len(b.items))
	var list []ledger.Entry
	for i := range b.items {
		if r := b.items[i].result; r != nil {
			present[b.items[i].Name] = true
			list = append(list, r.Entry)
		}
	}
	for _, r := range b.gone(present) {
		list = append(list, r.Entry)
	}
	slices.SortFunc(list, func(x, y ledger.Entry) int { return strings.Compare(string(x.Name), string(y.Name)) })
	return list
}

// dropOld removes outputs that later ones replaced under other names, unless
// somebody has changed them since.
func (b *batch) dropOld(entries []ledger.Entry) error {
	if len(b.books.Old) == 0 {
		return nil
	}
	claimed := map[ledger.Name]bool{}
	for i := range entries {
		for _, o := range entries[i].Outputs {
			claimed[o.Name] = true
		}
	}
	for _, o := range b.books.Old {
		path := filepath.Join(b.opts.Out, filepath.FromSlash(string(o.Name)))
		info, err := os.Lstat(path)
		if claimed[o.Name] || err != nil || !info.Mode().IsRegular() {
			continue
		}
		sum, _, _, err := checksumFile(path)
		if err != nil {
			return err
		}
		if sum != o.SHA256 {
			continue
		}
		if err := os.Remove(path); err != nil {
			return err
		}
	}
	return nil
}

func (b *batch) writeManifest(entries []ledger.Entry) error {
	return writeStream(filepath.Join(b.opts.Out, manifestName), func(w io.Writer) error {
		e := json.NewEncoder(w)
		e.SetEscapeHTML(false)
		for i := range entries {
			if err := e.Encode(&entries[i]); err != nil {
				return err
			}
		}
		return nil
	})
}

// readManifest reads what writeManifest wrote, as far as it can be read.
func readManifest(r io.Reader) (list []ledger.Entry, err error) {
	for d := json.NewDecoder(r); ; {
		var e ledger.Entry
		if err := d.Decode(&e); err == io.EOF {
			return list, nil
		} else if err != nil {
			return list, err
		}
		list = append(list, e)
	}
}
