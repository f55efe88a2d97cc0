package normalize

import (
	"encoding/json"
	"fmt"

	"luzhou/extract"
)

// Schema names the version of the JSON form of a Report.
const Schema = "luzhou.report/1"

// Report is what one annual report means. A field the source does not tell is
// empty, a table it does not hold is nil.
type Report struct {
	Schema    string         `json:"schema"`
	Source    extract.Source `json:"source"`
	Title     string         `json:"title"`
	Issuer    string         `json:"issuer"` // the reporting body in full
	Parent    string         `json:"parent"` // the county or other body above it, when named
	Year      int            `json:"year"`   // 0 when unknown
	Period    *Period        `json:"period"` // nil when not told
	Issued    string         `json:"issued"` // date under the signature, 2021-01-28
	Signatory string         `json:"signatory"`
	Contact   Contact        `json:"contact"`
	Preamble  []string       `json:"preamble"`
	Sections  []Section      `json:"sections"`

	ActiveDisclosure    *Table `json:"active_disclosure"`
	Requests            *Table `json:"requests"`
	ReviewAndLitigation *Table `json:"review_and_litigation"`
	Statistics          *Table `json:"statistics,omitempty"` // of the form of 2014 only

	OtherTables []OtherTable      `json:"other_tables,omitempty"`
	Notes       []extract.Note    `json:"notes,omitempty"`
	Variants    string            `json:"variants,omitempty"` // SHA-256 of the user's own wordings, when any were given
	Findings    []extract.Finding `json:"findings"`
}

// Period is the time the figures cover, both days included.
type Period struct {
	From string `json:"from"` // 2020-01-01
	To   string `json:"to"`
}

// Contact is how the preamble says the body can be reached.
type Contact struct {
	Office   string `json:"office"`
	Address  string `json:"address"`
	Phone    string `json:"phone"`
	Postcode string `json:"postcode"`
	Website  string `json:"website"`
	Email    string `json:"email"`
}

// Section is one part of the report, in the order of the source.
type Section struct {
	No          int          `json:"no"`  // as printed, or its place when no number is printed
	Key         string       `json:"key"` // of the form; other for a part that no form has
	Heading     string       `json:"heading"`
	Paragraphs  []string     `json:"paragraphs"`
	Subsections []Subsection `json:"subsections"`
}

// Subsection is a part under a heading such as （一）.
type Subsection struct {
	No         int      `json:"no"`
	Heading    string   `json:"heading"`
	Paragraphs []string `json:"paragraphs"`
}

// OtherTable is a table of no form, kept as the source has it. Tables nested in
// it follow as tables of their own.
type OtherTable struct {
	Section    int            `json:"section"`    // index in Sections from 1; 0 before the first
	Subsection int            `json:"subsection"` // index in Subsections from 1; 0 before the first
	After      int            `json:"after_paragraph"`
	Rows       int            `json:"rows"`
	Cols       int            `json:"cols"`
	Cells      []extract.Cell `json:"cells"`
}

// Tables lists the form tables the report has, in the order of the form.
func (r *Report) Tables() []*Table {
	var list []*Table
	for _, t := range []*Table{r.ActiveDisclosure, r.Requests, r.ReviewAndLitigation, r.Statistics} {
		if t != nil {
			list = append(list, t)
		}
	}
	return list
}

// Table returns the table of a section, nil when the report has none.
func (r *Report) Table(section string) *Table {
	for _, t := range r.Tables() {
		if t.Form.Section == section {
			return t
		}
	}
	return nil
}

// SetTable gives a report the table of the section of its form.
func (r *Report) SetTable(t *Table) {
	switch t.Form.Section {
	case "active_disclosure":
		r.ActiveDisclosure = t
	case "requests":
		r.Requests = t
	case "review_and_litigation":
		r.ReviewAndLitigation = t
	case "statistics":
		r.Statistics = t
	}
}

func (r *Report) add(code extract.Code, where string, pos *extract.Pos, args ...any) {
	r.Findings = append(r.Findings, kinds.Find(code, where, pos, args...))
}

// Worst returns the highest severity among the findings, 0 when there are none.
func (r *Report) Worst() extract.Severity {
	var worst extract.Severity
	for _, f := range r.Findings {
		worst = max(worst, f.Severity)
	}
	return worst
}

// UnmarshalJSON reads a report of this Schema.
func (r *Report) UnmarshalJSON(data []byte) error {
	type plain Report // without this method
	var j struct {
		*plain
		ActiveDisclosure    json.RawMessage `json:"active_disclosure"`
		Requests            json.RawMessage `json:"requests"`
		ReviewAndLitigation json.RawMessage `json:"review_and_litigation"`
		Statistics          json.RawMessage `json:"statistics"`
	}
	*r = Report{}
	j.plain = (*plain)(r)
	if err := json.Unmarshal(data, &j); err != nil {
		return err
	}
	if r.Schema != Schema {
		return fmt.Errorf("normalize: schema %q, want %q", r.Schema, Schema)
	}
	tables := []struct {
		section string
		data    json.RawMessage
	}{
		{"active_disclosure", j.ActiveDisclosure},
		{"requests", j.Requests},
		{"review_and_litigation", j.ReviewAndLitigation},
		{"statistics", j.Statistics},
	}
	for _, t := range tables {
		if len(t.data) == 0 || string(t.data) == "null" {
			continue
		}
		table, err := readTable(t.section, t.data)
		if err != nil {
			return err
		}
		r.SetTable(table)
	}
	return nil
}
