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
	r := b.resultOf(it, a)
	if a.Refused == nil && !a.None {
		written, err := b.write(b.outputName(it, a), outputs)
		if err != nil {
			return &OutputError{err}
		}
		r.Entry.Outputs = written
	}
	if old := b.books.Record(r.Entry.Name); old != nil && r.Entry.Reason == string(InputUnreadable) {
		r.Entry.Outputs = old.Outputs // nothing is known to be wrong with them
		var err error
		if _, a.Report, err = b.books.Kept(r.Entry.Name); err != nil {
			return &OutputError{err}
		}
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

// write makes the files of one report appear together.
func (b *batch) write(name string, outputs [][]byte) ([]ledger.Output, error) {
	var files []file
	list := []ledger.Output{}
	for i, data := range outputs {
		output := name + "." + b.opts.Writers[i].Name
		files = append(files, file{filepath.Join(b.opts.Out, filepath.FromSlash(output)), data})
		list = append(list, ledger.Output{Name: ledger.Name(output), SHA256: checksum(data), Size: int64(len(data))})
	}
	if len(files) == 0 {
		return list, nil
	}
	if err := b.folders.make(filepath.Dir(files[0].path)); err != nil {
		return nil, err
	}
	return list, writeFiles(files)
}

// record appends the line of a result; its outputs are on the disk by now.
func (b *batch) record(r *Result, a answer) error {
	line := ledger.Line{Done: &r.Entry, Report: a.Report, Again: r.Entry.Reason == string(InputUnreadable)}
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

// diagnosis says all that is known about a quarantined input.
type diagnosis struct {
	Name      ledger.Name  `json:"name"`
	SHA256    string       `json:"sha256"`
	Size      int64        `json:"size"`
	Reason    extract.Code `json:"reason"`
	Message   string       `json:"message"`
	MessageEN string       `json:"message_en"`
	Attempts  int          `json:"attempts"`
	Detail    string       `json:"detail,omitempty"`
	Version   string       `json:"version"`
}

// diagnose writes the diagnosis of a quarantined input, named by its content, and
// removes that of one that is no longer.
func (b *batch) diagnose(r *Result, a answer) error {
	id := r.Entry.SHA256
	if id == "" { // it could not be read
		id = "name-" + checksum([]byte(r.Entry.Name))
	}
	path := filepath.Join(b.opts.Out, keepFolder, quarantineFolder, id+".json")
	if a.Refused == nil {
		if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return nil
	}
	data, err := json.MarshalIndent(diagnosis{r.Entry.Name, r.Entry.SHA256, r.Entry.Size, a.Refused.Code,
		a.Refused.Message.ZH, a.Refused.Message.EN, max(a.attempts, 1), a.detail, Version}, "", " ")
	if err != nil {
		return err
	}
	return writeFiles([]file{{path, append(data, '\n')}})
}
