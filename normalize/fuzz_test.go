package normalize

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"luzhou/extract"
	"luzhou/extract/text"
	"luzhou/fixtures"
)

// FuzzText normalizes what the text reader makes of any bytes, and FuzzDocument
// any Document: neither may panic, and every figure that is called printed must
// stand in the source.
func FuzzText(f *testing.F) {
	for _, c := range fixtures.Cases(f, "luzhou-txt") {
		f.Add(c.Read(f))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, err := text.Format.Read(data)
		if err != nil {
			t.Skip()
		}
		checkReport(t, doc)
	})
}

func FuzzDocument(f *testing.F) {
	for _, c := range fixtures.Cases(f, "") {
		data, err := os.ReadFile(c.Golden("document"))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var doc extract.Document
		if json.Unmarshal(data, &doc) != nil {
			t.Skip()
		}
		checkReport(t, &doc)
	})
}

func checkReport(t *testing.T, doc *extract.Document) {
	report := FromDocument(doc)
	texts := map[string]bool{}
	for _, it := range builtIn().flatten(doc) {
		if it.table == nil { // lines may be a table
			for _, token := range strings.FieldsFunc(it.full(), isGap) {
				texts[token] = true
			}
			continue
		}
		for _, c := range it.table.Cells {
			texts[strings.TrimFunc(c.Text, isBlank)] = true
			texts[c.Text] = true
		}
	}
	for _, table := range report.Tables() {
		table.Each(func(path string, _ Column, v *Value) {
			if v.State == Printed && !texts[v.Raw] {
				t.Errorf("%s: %s is called printed, but no cell says %q", path, v.Value, v.Raw)
			}
		})
	}
	data, err := json.Marshal(report)
	if err != nil {
		t.Fatal(err)
	}
	var back Report
	if err := json.Unmarshal(data, &back); err != nil {
		t.Fatal(err)
	}
}
