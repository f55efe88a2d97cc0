package pipeline

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"luzhou/extract"
	"luzhou/normalize"
	"luzhou/pipeline/ledger"
	"luzhou/pipeline/worker"
)

// ConvertOptions says what Convert writes and how.
type ConvertOptions struct {
	Out      string   // folder of the outputs; made when missing
	Writers  []Writer // formats to write
	Layout   Layout   // names of the outputs
	Variants []byte   // the user's own wordings, as normalize.ParseVariants reads them; empty for none
	Redo     Redo     // which inputs to do again though they are done
	FontDir  string   // folder of the faces for PDF; empty for the embedded ones
	Document DocumentOptions
	Inside   bool // Out may lie in a source
	Running  Running
	Watch    Watch
}

// Running is how a batch works, none of which changes an output.
type Running struct {
	Jobs    int           // files in work at once; 0 means 1
	Program []string      // child process: path, then its arguments; none: work in this process, without limits
	Limits  worker.Limits // on each file
	Wait    time.Duration // how long to wait for the lock
	Settle  time.Duration // how long a file must stand still to count as arrived
	Drain   time.Duration // how long files in hand may take after ctx is done
}

// Watch is told what happens; each may be nil. They are never called twice at once.
type Watch struct {
	Looked  func(done, total int) // so many of the inputs were read once, before the plan
	Planned func(Plan)
	Each    func(Result) // for every input, in input order
	Passed  func(path string)
}

// Layout says how outputs are named.
type Layout string

// Layouts of the output folder.
const (
	BySource Layout = "source"    // as the inputs
	ByReport Layout = "canonical" // by year and body
)

// Redo selects inputs by their recorded outcome.
type Redo string

// Selections of inputs to do again.
const (
	RedoChanged  Redo = "" // what was done with other options or another version
	RedoFailed   Redo = "failed"
	RedoFindings Redo = "findings"
	RedoAll      Redo = "all"
)

// Outcome is what became of one input.
type Outcome string

// Outcomes of a conversion. Every input has exactly one.
const (
	Done         Outcome = "done"
	WithFindings Outcome = "done_with_findings" // at least one warning or error
	NotAReport   Outcome = "not_a_report"
	Duplicate    Outcome = "duplicate"   // of the content of another input
	Quarantined  Outcome = "quarantined" // nothing could be made of it
)

// Outcomes lists them in the order in which they are told.
var Outcomes = []Outcome{Done, WithFindings, NotAReport, Duplicate, Quarantined}

// Text names an outcome for people.
func (o Outcome) Text() extract.Text {
	switch o {
	case Done:
		return extract.Text{ZH: "完成", EN: "done"}
	case WithFindings:
		return extract.Text{ZH: "完成但需查看", EN: "done with findings"}
	case NotAReport:
		return extract.Text{ZH: "不是报告", EN: "not a report"}
	case Duplicate:
		return extract.Text{ZH: "重复", EN: "duplicate"}
	}
	return extract.Text{ZH: "隔离", EN: "quarantined"}
}

// Result is the outcome of one input.
type Result struct {
	Input Input
	Entry ledger.Entry
	Why   extract.Text // the worst finding, or why there are no outputs
	New   bool         // found out in this run, not in an earlier one
}

// Worst is the highest severity among the findings, 0 when there are none.
func (r Result) Worst() extract.Severity {
	switch c := r.Entry.Findings; {
	case c.Error > 0:
		return extract.Error
	case c.Warning > 0:
		return extract.Warning
	case c.Info > 0:
		return extract.Info
	}
	return 0
}

// Convert brings every input to its outcome and writes the outputs below
// opts.Out, each only when it is complete. What an earlier run did with the same
// content, options and version is kept. A bad input is a Result and stops
// nothing; the error is one of the run: an output that cannot be written, the
// folder locked (ledger.ErrLocked), or ctx done, upon which the files in hand are
// finished. After any of these the same call goes on.
func Convert(ctx context.Context, sources []string, opts ConvertOptions) (Summary, error) {
	if err := checkFolders(sources, opts.Out, opts.Inside); err != nil {
		return Summary{}, err
	}
	if _, err := normalize.ParseVariants(opts.Variants); err != nil {
		return Summary{}, &UsageError{variantsProblem(err)}
	}
	digest, err := digestOf(opts)
	if err != nil {
		return Summary{}, err
	}
	inputs, passed, err := findInputs(sources, opts.Out)
	if err != nil {
		return Summary{}, err
	}
	if err := checkNew(opts.Out); err != nil {
		return Summary{}, err
	}
	keep := filepath.Join(opts.Out, keepFolder)
	if err := os.MkdirAll(filepath.Join(keep, quarantineFolder), 0o777); err != nil {
		return Summary{}, &OutputError{err}
	}
	unlock, err := ledger.Lock(ctx, filepath.Join(keep, lockName), opts.Running.Wait)
	if err != nil {
		return Summary{}, outputError(ctx, err)
	}
	defer unlock()
	if err := sweep(opts.Out); err != nil {
		return Summary{}, &OutputError{err}
	}
	books, err := ledger.Open(filepath.Join(keep, ledgerName))
	if err != nil {
		return Summary{}, &OutputError{err}
	}
	b := newBatch(opts, books, digest)
	summary, err := b.run(ctx, inputs, passed)
	if closing := books.Close(); err == nil && closing != nil {
		err = &OutputError{closing}
	}
	return summary, err
}

// outputError leaves a lock that is held and a stop as they are.
func outputError(ctx context.Context, err error) error {
	if errors.Is(err, ledger.ErrLocked) || ctx.Err() != nil {
		return err
	}
	return &OutputError{err}
}

// ReadVariants reads a file of the user's own wordings; without a path there are
// none. The error is an *InputError or a *UsageError.
func ReadVariants(path string) (*normalize.Variants, error) {
	if path == "" {
		return nil, nil
	}
	data, err := ReadInput(path)
	if err != nil {
		return nil, &InputError{Path: path, Err: err}
	}
	v, err := normalize.ParseVariants(data)
	if err != nil {
		return nil, &UsageError{variantsProblem(err)}
	}
	return v, nil
}

func variantsProblem(err error) extract.Text {
	var line *normalize.VariantError
	if !errors.As(err, &line) {
		return extract.Text{ZH: err.Error(), EN: err.Error()}
	}
	return extract.Text{
		ZH: fmt.Sprintf("写法文件第 %d 行：%s", line.Line, line.Message.ZH),
		EN: fmt.Sprintf("file of wordings, line %d: %s", line.Line, line.Message.EN)}
}
