package pipeline

import (
	"encoding/json"
	"os"
	"path/filepath"

	"luzhou/extract"
	"luzhou/pipeline/ledger"
)

// Plan is what a run is about to do.
type Plan struct {
	Inputs  int
	Kept    int // done by an earlier run
	Changed int // done by an earlier run with other options or another version, to be done again
	Other   int // of a name that is on record with other content: its outputs are replaced
	Todo    int
}

// plan decides for every input whether it is kept, a duplicate, or to be done; it
// returns the places of the last.
func (b *batch) plan(list []looked) (todo []int) {
	present := make(map[string]bool, len(list))
	for i := range list {
		present[list[i].Name] = true
	}
	names := outputNames(list, b.gone(present))
	first := b.firsts(list)
	b.items = make([]item, len(list))
	p := Plan{}
	for i := range list {
		it := &b.items[i]
		it.looked, it.name = list[i], names[i]
		if it.left {
			continue
		}
		p.Inputs++
		record := b.books.Records[ledger.Name(it.Name)]
		switch f := first[it.sum]; {
		case it.sum != "" && f != i:
			it.of = f
			it.result = b.duplicate(it, list[f].Name)
		case b.keeps(it, record):
			it.kept = record
			it.result = kept(it.Input, record)
			p.Kept++
		default:
			p.Changed += count(b.opts.Redo == RedoChanged && record != nil && record.SHA256 == it.sum && (record.Options != b.digest || record.Version != Version))
			p.Other += count(record != nil && record.SHA256 != it.sum && len(record.Outputs) > 0)
			todo = append(todo, i)
		}
	}
	p.Todo = len(todo)
	if b.opts.Watch.Planned != nil {
		b.opts.Watch.Planned(p)
	}
	return todo
}

func count(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// firsts gives for each content the input that stands for it: the one an earlier
// run converted, else the first in order.
func (b *batch) firsts(list []looked) map[string]int {
	first := make(map[string]int, len(list))
	recorded := map[string]bool{}
	for i := range list {
		l := &list[i]
		if l.sum == "" || l.left {
			continue
		}
		r := b.books.Records[ledger.Name(l.Name)]
		on := r != nil && r.SHA256 == l.sum && r.Outcome != string(Duplicate)
		if _, have := first[l.sum]; !have || on && !recorded[l.sum] {
			first[l.sum] = i
			recorded[l.sum] = on
		}
	}
	return first
}

// keeps reports whether the record of an input stands.
func (b *batch) keeps(it *item, r *ledger.Record) bool {
	if r == nil || r.SHA256 != it.sum || r.Again || r.Outcome == string(Duplicate) || !b.intact(r.Outputs) {
		return false
	}
	switch b.opts.Redo {
	case RedoAll:
		return false
	case RedoFailed:
		return r.Outcome != string(Quarantined)
	case RedoFindings:
		return r.Outcome != string(WithFindings)
	}
	return r.Options == b.digest && r.Version == Version
}

// intact reports whether outputs are still there. One that somebody has edited is:
// it is kept, and verify tells of it.
func (b *batch) intact(outputs []ledger.Output) bool {
	for _, o := range outputs {
		info, err := os.Lstat(filepath.Join(b.opts.Out, filepath.FromSlash(string(o.Name))))
		if err != nil || info.Size() == 0 && o.Size > 0 {
			return false
		}
	}
	return true
}

// gone lists the records with outputs whose inputs are no longer there. Their
// outputs stay: the inputs may have been moved away because they are done.
func (b *batch) gone(present map[string]bool) (list []*ledger.Record) {
	for name, r := range b.books.Records {
		if !present[string(name)] && len(r.Outputs) > 0 {
			list = append(list, r)
		}
	}
	return list
}

func kept(in Input, r *ledger.Record) *Result {
	result := &Result{Input: in, Entry: r.Entry}
	var why extract.Text
	if json.Unmarshal(r.Why, &why) == nil {
		result.Why = why
	}
	return result
}

func (b *batch) duplicate(it *item, of string) *Result {
	return &Result{Input: it.Input, New: true, Entry: ledger.Entry{
		Name: ledger.Name(it.Name), SHA256: it.sum, Size: it.size, Outcome: string(Duplicate), Same: ledger.Name(of),
		Outputs: []ledger.Output{}, Version: Version, Options: b.digest}}
}
