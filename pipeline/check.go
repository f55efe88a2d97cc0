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

// CheckOptions says how Check reads.
type CheckOptions struct {
	Reading normalize.Options
	Bad     func(path string, err error) // told of inputs that cannot be read
}

// Check reads every input and returns the findings on each, in input order,
// those between years after the others of the later file.
func Check(ctx context.Context, sources []string, opts CheckOptions) ([]FileFinding, error) {
	inputs, _, err := findInputs(sources, "")
	if err != nil {
		return nil, err
	}
	perFile := make([][]extract.Finding, len(inputs))
	var records []normalize.YearRecord
	var files []int // record -> input
	for i, in := range inputs {
		if ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		data, err := ReadInput(in.Path)
		if err != nil {
			opts.Bad(in.Path, err)
			continue
		}
		report, err := NormalizeWith(in.Name, data, opts.Reading)
		if err != nil {
			opts.Bad(in.Path, err)
			continue
		}
		perFile[i] = report.Findings
		records, files = append(records, normalize.NewYearRecord(report)), append(files, i)
	}
	for _, y := range normalize.CompareYears(records) {
		i := files[y.Index]
		perFile[i] = append(perFile[i], y.Finding)
	}
	list := []FileFinding{}
	for i, findings := range perFile {
		for _, f := range findings {
			list = append(list, FileFinding{inputs[i].Path, f})
		}
	}
	return list, nil
}
