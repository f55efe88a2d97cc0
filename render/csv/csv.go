// Package csv writes the figures of a Report as a table for spreadsheets and
// programs, one row a figure in the order of the form:
//
//	body      issuing body, as the report names it
//	year      report year; empty when unknown
//	key       dotted path of the figure, such as requests.granted.total
//	label     the same in the words of the form, such as （一）予以公开 · 总计
//	value     the number: digits, a point, a minus; empty when there is none
//	state     printed, inferred, computed, blank, dash, illegible, unplaced, missing
//	unit      of the value, such as 件; empty when neither form nor report fixes it
//	raw       the text of its cell in the source
//	position  of that cell in the source, file:block:row:column; empty when there is
//	          none. The file keeps a spreadsheet from taking the rest for a time of day.
//
// A row that the form does not have gives one row a cell: the key counts rows
// and cells from 1 (requests.extra_rows.1.2), the label is the printed one, the
// state unplaced, the number stands in raw only.
//
// The file is UTF-8 with a byte mark and lines end in CR LF, as Excel and WPS on
// Chinese Windows want it. year and value are numbers and stay as they are. A
// text that a spreadsheet would take for a formula, because it begins with = + -
// @ (full width too), a tab or a line end, gets an apostrophe in front, and so
// does one that begins with an apostrophe: taking one away gives the text again.
// A raw text that is a plain number, such as -8, is left as it is.
package csv

import (
	"bytes"
	"encoding/csv"
	"strconv"
	"strings"

	"luzhou/extract"
	"luzhou/normalize"
	"luzhou/render"
)

// Header names the columns.
var Header = []string{"body", "year", "key", "label", "value", "state", "unit", "raw", "position"}

const byteMark = "\uFEFF"

// Write returns the file.
func Write(r *normalize.Report) ([]byte, error) {
	var b bytes.Buffer
	b.Grow(32 << 10)
	b.WriteString(byteMark)
	w := &writer{Writer: csv.NewWriter(&b), body: guard(r.Issuer), file: r.Source.Path}
	w.UseCRLF = true
	if r.Year > 0 {
		w.year = strconv.Itoa(r.Year)
	}
	if err := w.Write(Header); err != nil {
		return nil, err
	}
	for _, t := range r.Tables() {
		if err := w.table(t); err != nil {
			return nil, err
		}
	}
	w.Flush()
	return b.Bytes(), w.Error()
}

type writer struct {
	*csv.Writer
	body, year, file string
}

func (w *writer) table(t *normalize.Table) (err error) {
	labels := render.FormLabels(t.Form)
	t.Each(func(path string, column normalize.Column, v *normalize.Value) {
		if err == nil {
			err = w.Write(w.figure(path, labels[path], column, v))
		}
	})
	for i, row := range t.Extra {
		for k, text := range row.Cells {
			if err != nil {
				return err
			}
			key := t.Form.Section + ".extra_rows." + strconv.Itoa(i+1) + "." + strconv.Itoa(k+1)
			err = w.Write([]string{w.body, w.year, key, guard(row.Label), "", string(normalize.Unplaced), "", guard(text), w.position(row.Pos)})
		}
	}
	return err
}

// figure is the row of one figure.
func (w *writer) figure(path, label string, column normalize.Column, v *normalize.Value) []string {
	value, unit, state := "", "", v.State
	if state == "" {
		state = normalize.Missing
	}
	if v.HasValue() {
		value, unit = v.Value.String(), v.Unit
		if unit == "" {
			unit = column.Unit
		}
	}
	return []string{w.body, w.year, path, guard(label), value, string(state), guard(unit), guard(v.Raw), w.position(v.Pos)}
}

func (w *writer) position(p *extract.Pos) string {
	if p == nil {
		return ""
	}
	return guard(w.file + ":" + p.String())
}

// guard keeps a spreadsheet from taking a text for a formula.
func guard(text string) string {
	if text == "" || !strings.ContainsRune("=+-@＝＋－＠\t\r\n'", []rune(text[:min(len(text), 4)])[0]) {
		return text
	}
	if _, number := normalize.ParseDecimal(text); number {
		return text
	}
	return "'" + text
}
