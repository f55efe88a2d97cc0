package pipeline

import (
	"context"
	"fmt"
	"sync"
	"time"

	"luzhou/pipeline/ledger"
)

// Names in the output folder that are not outputs. keepFolder holds what belongs
// to this folder's history and is no part of the result.
const (
	keepFolder       = ".luzhou"
	quarantineFolder = "quarantine"
	lockName         = "lock"
	ledgerName       = "ledger.jsonl"
	manifestName     = "manifest.jsonl"
	pageName         = "index.html"
)

// batch is one run.
type batch struct {
	opts    ConvertOptions
	books   *ledger.Ledger
	digest  string // of the options that change outputs
	began   time.Time
	folders folderMaker
	items   []item
	mu      sync.Mutex // for the results of items, and Watch
	told    int        // items before this one were told to Watch
}

// item is an input on its way to its outcome.
type item struct {
	looked
	name   string         // of its outputs
	kept   *ledger.Record // what an earlier run made of it, if that stands
	of     int            // place of the input of the same content, of a duplicate
	result *Result        // nil until known
}

func newBatch(opts ConvertOptions, books *ledger.Ledger, digest string) *batch {
	return &batch{opts: opts, books: books, digest: digest, began: time.Now(), folders: folderMaker{root: opts.Out, made: map[string]bool{}}}
}

// run brings the inputs to their outcomes and closes the books.
func (b *batch) run(ctx context.Context, inputs []Input, passed []string) (Summary, error) {
	for _, path := range passed {
		if b.opts.Watch.Passed != nil {
			b.opts.Watch.Passed(path)
		}
	}
	list, err := b.lookAt(ctx, inputs, b.known)
	if err != nil {
		return Summary{Missing: len(inputs)}, err
	}
	todo := b.plan(list)
	if err := b.books.Append(ledger.Line{Run: "begin"}); err != nil {
		return b.summary(), &OutputError{err}
	}
	b.tell()
	if err := b.convert(ctx, todo); err != nil {
		return b.summary(), err
	}
	if err := b.finish(); err != nil {
		return b.summary(), err
	}
	return b.summary(), nil
}

// known reports whether a file is on record as no archive, or as one that could
// not be opened, which stands.
func (b *batch) known(l looked) bool {
	r := b.books.Records[ledger.Name(l.Name)]
	return r != nil && r.SHA256 == l.sum && (r.Format != "" || b.keeps(&item{looked: l}, r))
}

// commits is how many files at least may be on their way to the disk while the
// children work on: the wait for a disk is long and shared.
const commits = 8

// convert does the items of todo. Done ctx means that nothing new is begun and
// what is in hand has opts.Running.Drain to end.
func (b *batch) convert(ctx context.Context, todo []int) error {
	hard, cut := drain(ctx, b.opts.Running.Drain)
	defer cut()
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	slots := make(chan struct{}, commits+b.opts.Running.Jobs)
	var committing sync.WaitGroup
	err := b.parallel(ctx, len(todo), func(child asker, k int) error {
		it := &b.items[todo[k]]
		a, outputs, err := b.result(hard, child, it)
		if err != nil {
			return err
		}
		slots <- struct{}{}
		committing.Go(func() {
			defer func() { <-slots }()
			if err := b.settleUp(it, a, outputs); err != nil {
				stop(err)
			}
		})
		return nil
	})
	committing.Wait()
	if err != nil {
		return err
	}
	return context.Cause(ctx)
}

// result has a child convert an item, unless it is known to give nothing.
func (b *batch) result(ctx context.Context, child asker, it *item) (answer, [][]byte, error) {
	if it.refused != nil {
		return answer{Refused: it.refused}, nil, nil
	}
	j := job{Kind: jobConvert, Member: it.Member, SHA256: it.sum, Document: b.opts.Document}
	for _, w := range b.opts.Writers {
		j.Writers = append(j.Writers, w.Name)
	}
	a, outputs, err := b.ask(ctx, child, j, it.looked)
	if err == nil && a.Refused == nil && !a.Changed && !a.None && len(outputs) != len(j.Writers) {
		a.Refused, a.detail = refuse(FaultCrash), fmt.Sprintf("%d outputs of %d", len(outputs), len(j.Writers))
	}
	return a, outputs, err
}

// drain returns a context that ends some time after ctx does.
func drain(ctx context.Context, after time.Duration) (context.Context, func()) {
	hard, cut := context.WithCancelCause(context.WithoutCancel(ctx))
	unhook := context.AfterFunc(ctx, func() {
		select {
		case <-time.After(after):
			cut(context.Cause(ctx))
		case <-hard.Done():
		}
	})
	return hard, func() {
		unhook()
		cut(nil)
	}
}

// tell hands results on in input order, as far as they are known.
func (b *batch) tell() {
	b.mu.Lock()
	defer b.mu.Unlock()
	for ; b.told < len(b.items); b.told++ {
		it := &b.items[b.told]
		if it.result == nil && !it.left {
			return
		}
		if it.result != nil && b.opts.Watch.Each != nil {
			b.opts.Watch.Each(*it.result)
		}
	}
}

// set records what became of an item.
func (b *batch) set(it *item, r *Result) {
	b.mu.Lock()
	it.result, it.left = r, r == nil
	b.mu.Unlock()
	b.tell()
}
