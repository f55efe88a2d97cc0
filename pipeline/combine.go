package pipeline

import (
	"bytes"
	"compress/flate"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"

	"luzhou/normalize"
	"luzhou/pipeline/ledger"
	writexlsx "luzhou/render/xlsx"
)

// The combined workbook has a row for each report that has a workbook of its
// own. What it tells of a report is kept in the ledger, beside the outcome: so it
// needs no other output, and a run that goes on needs no report again.

// workbookGC is how much the heap may grow, in percent, while it is written.
const workbookGC = 50

// combined is the format that has a combined file.
const combined = "xlsx"

// keptReport is what the combined workbook needs of a report: all but its text, and its
// figures without their places.
type keptReport struct {
	Report *normalize.Report
	Tables []keptTable
}

// keptTable lists the figures of a table in the order of its form, which is read
// three times as fast as the nested objects of a record.
type keptTable struct {
	Section, Form string
	Figures       []normalize.Value
	Extra         []normalize.ExtraRow
}

func packReport(r *normalize.Report) ([]byte, error) {
	lean := *r
	lean.Preamble, lean.OtherTables, lean.Notes = []string{}, nil, nil
	lean.ActiveDisclosure, lean.Requests, lean.ReviewAndLitigation, lean.Statistics = nil, nil, nil, nil
	lean.Sections = slices.Clone(r.Sections)
	for i := range lean.Sections {
		lean.Sections[i].Paragraphs, lean.Sections[i].Subsections = []string{}, []normalize.Subsection{}
	}
	k := keptReport{Report: &lean}
	for _, t := range r.Tables() {
		table := keptTable{Section: t.Form.Section, Form: t.Form.Generation, Extra: t.Extra}
		t.Each(func(_ string, _ normalize.Column, v *normalize.Value) {
			figure := normalize.Value{Value: v.Value, State: v.State, Unit: v.Unit}
			if !v.HasValue() {
				figure.Raw = v.Raw
			}
			table.Figures = append(table.Figures, figure)
		})
		k.Tables = append(k.Tables, table)
	}
	var b bytes.Buffer
	z, err := flate.NewWriter(&b, flate.BestSpeed)
	if err != nil {
		return nil, err
	}
	err = errors.Join(json.NewEncoder(z).Encode(k), z.Close())
	return b.Bytes(), err
}

func unpackReport(data []byte) (*normalize.Report, error) {
	var k keptReport
	if err := json.NewDecoder(flate.NewReader(bytes.NewReader(data))).Decode(&k); err != nil {
		return nil, err
	}
	for _, table := range k.Tables {
		form := normalize.FindTable(table.Form, table.Section)
		if k.Report == nil || form == nil {
			return nil, fmt.Errorf("no table %s of form %s", table.Section, table.Form)
		}
		t := normalize.NewTable(form)
		t.Extra = table.Extra
		t.Each(func(_ string, _ normalize.Column, v *normalize.Value) {
			if len(table.Figures) > 0 {
				*v, table.Figures = table.Figures[0], table.Figures[1:]
			}
		})
		k.Report.SetTable(t)
	}
	return k.Report, nil
}

// hasCombined reports whether an input has an output of the combined format.
func hasCombined(e *ledger.Entry) bool {
	return slices.ContainsFunc(e.Outputs, func(o ledger.Output) bool { return strings.HasSuffix(string(o.Name), "."+combined) })
}

func anyCombined(entries []ledger.Entry) bool {
	return slices.ContainsFunc(entries, func(e ledger.Entry) bool { return hasCombined(&e) })
}

// writeWorkbook writes the combined workbook, if any report is to be in it. One
// that is there already stays when the manifest is to be the same, which names
// every output and version.
func (b *batch) writeWorkbook(ctx context.Context, entries []ledger.Entry) error {
	if !anyCombined(entries) {
		return nil
	}
	b.about = append(b.about, workbookName)
	for i := range b.items {
		if r := b.items[i].result; r != nil && len(r.Entry.Outputs) > 0 && !hasCombined(&r.Entry) {
			b.apart++
		}
	}
	if b.workbookStands(entries) {
		return nil
	}
	path := filepath.Join(b.opts.Out, workbookName)
	ours := slices.ContainsFunc(b.before, func(o ledger.Output) bool { return o.Name == workbookName })
	if !ours && len(b.before) > 0 && isThere(path) { // the last run came to its end without it
		return notOurs(path)
	}
	// Reports are read back one after the other beside the account of all inputs:
	// what they leave must not grow to a multiple of that.
	defer debug.SetGCPercent(debug.SetGCPercent(workbookGC))
	return writeStream(path, func(w io.Writer) error {
		return writexlsx.Combined(w, filepath.Join(b.opts.Out, keepFolder), func(yield func(*normalize.Report, error) bool) {
			for i := range entries {
				if !hasCombined(&entries[i]) {
					continue
				}
				r, err := b.reportOf(ctx, entries[i].Name)
				if r == nil && err == nil { // the ledger was lost since
					b.apart++
				} else if !yield(r, err) {
					return
				}
			}
		})
	})
}

// workbook is the name of the combined workbook, empty when there is none.
func (b *batch) workbook() string {
	if slices.Contains(b.about, workbookName) {
		return workbookName
	}
	return ""
}

// reportOf reads the report of an input from the ledger, nil when it has none.
func (b *batch) reportOf(ctx context.Context, name ledger.Name) (*normalize.Report, error) {
	if err := context.Cause(ctx); err != nil {
		return nil, err
	}
	_, data, err := b.books.Kept(name)
	if err != nil || len(data) == 0 {
		return nil, err
	}
	r, err := unpackReport(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %s: %w", ledgerName, name, err)
	}
	return r, nil
}

// workbookStands reports whether the last run wrote the workbook from the same
// entries, and it is still there in its size; verify looks into it.
func (b *batch) workbookStands(entries []ledger.Entry) bool {
	was := map[ledger.Name]ledger.Output{}
	for _, f := range b.before {
		was[f.Name] = f
	}
	book, ok := was[workbookName]
	if !ok {
		return false
	}
	sum, err := manifestSum(entries)
	if err != nil || sum != was[manifestName].SHA256 {
		return false
	}
	info, err := os.Lstat(filepath.Join(b.opts.Out, workbookName))
	return err == nil && info.Size() == book.Size
}
