package pipeline

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"

	"luzhou/extract"
	"luzhou/pipeline/ledger"
	"luzhou/pipeline/page"
)

// settleUp writes the outputs of an item and then puts its outcome on record.
func (b *batch) settleUp(it *item, a answer, outputs [][]byte) error {
	if a.Changed {
		b.set(it, nil)
		return nil
	}
	var files []file
	if a.Refused == nil && !a.None {
		files = b.files(b.outputName(it, a), outputs)
	}
	taken, err := b.inTheWay(ledger.Name(it.Name), files)
	if err != nil {
		return &OutputError{err}
	}
	if taken != "" {
		a.Refused, a.Notes, files = refuse(OutputTaken, taken), nil, nil
	}
	r := b.resultOf(it, a)
	if len(files) > 0 {
		r.Entry.Outputs = b.outputs(files)
		if err := b.books.Append(ledger.Line{Writing: namesOf(r.Entry.Outputs)}); err != nil {
			return &OutputError{err}
		}
		if err := writeFiles(files); err != nil {
			return &OutputError{err}
		}
	}
	if old := b.books.Record(r.Entry.Name); old != nil && (r.Entry.Reason == string(InputUnreadable) || taken != "" && old.SHA256 == it.sum) {
		r.Entry.Outputs = old.Outputs // nothing is known to be wrong with them
	}
	if err := b.diagnose(r, a); err != nil {
		return &OutputError{err}
	}
	if err := b.record(r, a); err != nil {
		return &OutputError{err}
	}
	b.set(it, r)
	return nil
}

func (b *batch) outputName(it *item, a answer) string {
	if b.opts.Layout == ByReport {
		return canonicalName(strconv.Itoa(a.Year), a.Body, it.sum)
	}
	return it.name
}

// resultOf judges what a child made of an input.
func (b *batch) resultOf(it *item, a answer) *Result {
	r := &Result{Input: it.Input, New: true, Entry: ledger.Entry{
		Name: ledger.Name(it.Name), SHA256: it.sum, Size: it.size, Format: a.Format, Year: a.Year, Body: a.Body,
		Outputs: []ledger.Output{}, Version: Version, Options: b.digest}}
	for _, n := range a.Notes {
		switch n.Severity {
		case extract.Info:
			r.Entry.Findings.Info++
		case extract.Warning:
			r.Entry.Findings.Warning++
		case extract.Error:
			r.Entry.Findings.Error++
		}
	}
	worst := r.Worst()
	for _, n := range a.Notes {
		if n.Severity == worst && worst >= extract.Warning {
			r.Why = sentence(n)
			break
		}
	}
	outcome := Done
	switch {
	case a.Refused != nil:
		outcome, r.Entry.Reason, r.Why = Quarantined, string(a.Refused.Code), a.Refused.Message
	case a.None:
		outcome = NotAReport
	case worst >= extract.Warning:
		outcome = WithFindings
	}
	r.Entry.Outcome = string(outcome)
	return r
}

func sentence(n page.Note) extract.Text {
	where := n.Where
	if where != "" {
		where += ": "
	}
	return extract.Text{ZH: where + n.Message, EN: where + n.MessageEN}
}

// files are the outputs of one report.
func (b *batch) files(name string, outputs [][]byte) (list []file) {
	for i, data := range outputs {
		list = append(list, file{filepath.Join(b.opts.Out, filepath.FromSlash(name+"."+b.opts.Writers[i].Name)), data})
	}
	return list
}

// outputs is what goes on record about files.
func (b *batch) outputs(files []file) []ledger.Output {
	list := []ledger.Output{}
	for _, f := range files {
		list = append(list, ledger.Output{Name: b.nameOf(f.path), SHA256: checksum(f.data), Size: int64(len(f.data))})
	}
	return list
}

func namesOf(outputs []ledger.Output) (names []ledger.Name) {
	for _, o := range outputs {
		names = append(names, o.Name)
	}
	return names
}

// nameOf is the name on record of a path below the output folder.
func (b *batch) nameOf(path string) ledger.Name {
	rel, err := filepath.Rel(b.opts.Out, path)
	if err != nil { // one of them is relative, the other not
		panic(err)
	}
	return ledger.Name(filepath.ToSlash(rel))
}

// inTheWay makes the folder of files and names the first file that stands where
// one of them or the folder must be and is not on record as an output: it may be
// an original, or edited. One of these bytes was left by a run that lost power.
func (b *batch) inTheWay(input ledger.Name, files []file) (taken ledger.Name, err error) {
	if len(files) == 0 {
		return "", nil
	}
	if err := b.folders.make(filepath.Dir(files[0].path)); err != nil {
		var blocked *fs.PathError
		if errors.As(err, &blocked) && errors.Is(err, fs.ErrExist) {
			return b.nameOf(blocked.Path), nil
		}
		return "", err
	}
	for _, f := range files {
		info, err := os.Lstat(f.path)
		if err != nil || info.IsDir() || info.Mode().IsRegular() && info.Size() == 0 { // whatever is wrong, writing will tell
			continue
		}
		if !info.Mode().IsRegular() {
			return b.nameOf(f.path), nil
		}
		sum, _, _, err := checksumFile(f.path)
		if err != nil || sum != checksum(f.data) && !b.books.Wrote(input, b.nameOf(f.path), sum) {
			return b.nameOf(f.path), nil
		}
	}
	return "", nil
}

// record appends the line of a result; its outputs are on the disk by now.
func (b *batch) record(r *Result, a answer) error {
	again := r.Entry.Reason == string(InputUnreadable) || r.Entry.Reason == string(OutputTaken)
	line := ledger.Line{Done: &r.Entry, Again: again}
	if r.Why != (extract.Text{}) {
		line.Why = mustJSON(r.Why)
	}
	if len(a.Notes) > 0 {
		line.Notes = mustJSON(a.Notes)
	}
	return b.books.Append(line)
}

func mustJSON(v any) json.RawMessage {
	data, err := json.Marshal(v)
	if err != nil { // plain fields only
		panic(err)
	}
	return data
}
