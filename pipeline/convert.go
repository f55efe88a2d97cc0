package pipeline

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"

	"luzhou/extract"
	"luzhou/normalize"
	"luzhou/render"
)

// ConvertOptions says what Convert writes and how.
type ConvertOptions struct {
	Out     string   // folder of the outputs; made when missing
	Writers []Writer // formats to write
	Jobs    int      // files in work at once; 0 means 1
	// Each is called for every input in input order, never twice at once.
	Each func(Result)
}

// Outcome is what became of one input.
type Outcome string

// Outcomes of a conversion.
const (
	Done         Outcome = "done"
	WithFindings Outcome = "done_with_findings" // at least one warning or error
	NotAReport   Outcome = "not_a_report"
	Refused      Outcome = "refused" // nothing could be read
)

// Result is the outcome of one input.
type Result struct {
	Input    Input
	Outcome  Outcome
	Worst    extract.Severity // of the findings
	Findings []extract.Finding
	Outputs  []string // names below the output folder
	Err      error    // why it was refused
}

// Convert reads every input and writes its outputs below opts.Out, each named
// after the input with the ending of the format added. A bad input is a Result
// with outcome Refused and stops nothing; the error is one of the run: an output
// that cannot be written, or ctx done.
func Convert(ctx context.Context, sources []string, opts ConvertOptions) error {
	if err := checkFolders(sources, opts.Out); err != nil {
		return err
	}
	inputs, err := FindInputs(sources, opts.Out)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(opts.Out, 0o777); err != nil {
		return &OutputError{err}
	}
	asked := ctx
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	names := outputNames(inputs)
	results := make([]chan Result, len(inputs))
	for i := range results {
		results[i] = make(chan Result, 1)
	}
	next := make(chan int)
	var workers sync.WaitGroup
	for range max(opts.Jobs, 1) {
		workers.Go(func() {
			for i := range next {
				r, err := convertOne(inputs[i], names[i], opts)
				if err != nil {
					stop(err)
					return
				}
				results[i] <- r
			}
		})
	}
	workers.Go(func() {
		defer close(next)
		for i := range inputs {
			select {
			case next <- i:
			case <-ctx.Done():
				return
			}
		}
	})
	report(ctx, results, opts.Each)
	stop(nil)
	workers.Wait()
	if asked.Err() != nil {
		return context.Cause(asked)
	}
	var output *OutputError
	if errors.As(context.Cause(ctx), &output) {
		return output
	}
	return nil
}

// report hands the results on in input order until ctx is done.
func report(ctx context.Context, results []chan Result, each func(Result)) {
	for _, c := range results {
		select {
		case r := <-c:
			if each != nil {
				each(r)
			}
		case <-ctx.Done():
			return
		}
	}
}

// convertOne runs the stages over one input. The error is one of the output.
func convertOne(in Input, name string, opts ConvertOptions) (Result, error) {
	result := Result{Input: in, Outcome: Refused}
	data, err := ReadInput(in.Path)
	if err != nil {
		result.Err = err
		return result, nil
	}
	report, err := Normalize(in.Name, data)
	if err != nil {
		result.Err = err
		return result, nil
	}
	result.Findings = report.Findings
	if isNone(report) {
		result.Outcome, result.Worst = NotAReport, report.Worst()
		return result, nil
	}
	layout := render.FromReport(report)
	for _, w := range opts.Writers {
		data, findings, err := Render(w, report, layout)
		if err != nil {
			result.Err = err
			return result, nil
		}
		result.Findings = append(result.Findings, findings...)
		output := name + "." + w.Name
		target := filepath.Join(opts.Out, filepath.FromSlash(output))
		if err := os.MkdirAll(filepath.Dir(target), 0o777); err != nil {
			return result, &OutputError{err}
		}
		if err := WriteFile(target, data); err != nil {
			return result, err
		}
		result.Outputs = append(result.Outputs, output)
	}
	result.Outcome = Done
	for _, f := range result.Findings {
		result.Worst = max(result.Worst, f.Severity)
	}
	if result.Worst >= extract.Warning {
		result.Outcome = WithFindings
	}
	return result, nil
}

func isNone(r *normalize.Report) bool {
	for _, f := range r.Findings {
		if f.Code == normalize.ReportNone {
			return true
		}
	}
	return false
}

// ReadInput reads a file up to the limit of the inputs.
func ReadInput(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if info.Size() > extract.MaxInput {
		return nil, tooLarge()
	}
	return os.ReadFile(path)
}

// outputNames gives each input the name of its outputs. Names that differ only
// in case would be one file on some systems: they get eight digits of the
// checksum of their content, and a running number if that is the same too.
func outputNames(inputs []Input) []string {
	group := map[string][]int{}
	for i, in := range inputs {
		lower := strings.ToLower(in.Name)
		group[lower] = append(group[lower], i)
	}
	names := make([]string, len(inputs))
	taken := map[string]int{}
	for i, in := range inputs {
		names[i] = in.Name
		if len(group[strings.ToLower(in.Name)]) == 1 {
			continue
		}
		data, _ := ReadInput(in.Path) // an unreadable file has no outputs to name
		sum := sha256.Sum256(data)
		names[i] += "-" + hex.EncodeToString(sum[:4])
		key := strings.ToLower(names[i])
		if taken[key]++; taken[key] > 1 {
			names[i] += "-" + strconv.Itoa(taken[key])
		}
	}
	return names
}
