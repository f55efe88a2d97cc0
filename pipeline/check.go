package pipeline

import (
	"context"

	"luzhou/extract"
	"luzhou/normalize"
)

// FileFinding is a finding and the file it is about, as found.
type FileFinding struct {
	File string `json:"file"`
	extract.Finding
}

// CheckOptions says how Check reads, and whom it tells; both functions may be nil.
type CheckOptions struct {
	Variants []byte // as in ConvertOptions
	Running  Running
	Bad      func(path string, why extract.Text) // told of inputs that cannot be read, in input order
	Passed   func(path string)                   // told of links, before
}

// Check reads every input and returns the findings on each, in input order,
// those between years after the others of the later file.
func Check(ctx context.Context, sources []string, opts CheckOptions) ([]FileFinding, error) {
	if _, err := normalize.ParseVariants(opts.Variants); err != nil {
		return nil, &UsageError{variantsProblem(err)}
	}
	inputs, passed, err := findInputs(sources, "")
	if err != nil {
		return nil, err
	}
	for _, path := range passed {
		if opts.Passed != nil {
			opts.Passed(path)
		}
	}
	b := &batch{opts: ConvertOptions{Variants: opts.Variants, Running: opts.Running}}
	all, err := b.lookAt(ctx, inputs, func(looked) bool { return false })
	if err != nil {
		return nil, err
	}
	answers := make([]answer, len(all))
	err = b.parallel(ctx, len(all), func(child asker, i int) (err error) {
		answers[i], err = b.checkOne(ctx, child, all[i])
		return err
	})
	if err != nil {
		return nil, err
	}
	for i := range answers {
		if r := answers[i].Refused; r != nil && opts.Bad != nil {
			opts.Bad(all[i].Shown(), r.Message)
		}
	}
	return gather(all, answers), nil
}

func (b *batch) checkOne(ctx context.Context, child asker, l looked) (answer, error) {
	a := answer{Refused: l.refused, Changed: l.left}
	var err error
	if a.Refused == nil && !a.Changed {
		a, _, err = b.ask(ctx, child, job{Kind: jobCheck, Member: l.Member, SHA256: l.sum}, l)
	}
	if a.Changed {
		a.Refused = refusalOf(errUnsettled)
	}
	return a, err
}

// gather lists the findings of every answer, and those between years.
func gather(all []looked, answers []answer) []FileFinding {
	var records []normalize.YearRecord
	var places []int // record -> answer
	for i := range answers {
		if answers[i].Record != nil {
			records, places = append(records, *answers[i].Record), append(places, i)
		}
	}
	between := map[int][]extract.Finding{}
	for _, y := range normalize.CompareYears(records) {
		i := places[y.Index]
		between[i] = append(between[i], y.Finding)
	}
	list := []FileFinding{}
	for i := range answers {
		for _, n := range answers[i].Notes {
			list = append(list, FileFinding{all[i].Shown(), n.Finding})
		}
		for _, f := range between[i] {
			list = append(list, FileFinding{all[i].Shown(), f})
		}
	}
	return list
}
