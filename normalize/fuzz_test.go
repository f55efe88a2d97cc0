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
	for _, doc := range oddLayouts() {
		data, err := json.Marshal(doc)
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

// oddLayouts are documents whose tables are read in the ways that no fixture needs.
func oddLayouts() (docs []*extract.Document) {
	lay := func(f func(s *sample)) {
		s := newSample("gen_2019")
		f(s)
		docs = append(docs, s.document())
	}
	lay(func(s *sample) { s.table(s.wholeRows()) })
	lay(func(s *sample) { s.partThree("gen_2019", s.cutAt([]bool{true, false}, 0, 3, 7)...) })
	lay(func(s *sample) {
		s.figureRows(func(row []string) []string { return append(row, unitFor(row[0])) })
		s.withoutHead("科研机构", false)
		s.review[1][1] = ""
		s.whole()
	})
	lay(func(s *sample) {
		s.rename("上一年项目数量", "2019年项目数量")
		s.partFour("gen_2019", "（一）行政复议", [][]string{fiveResults, s.review[3][:5]}, "（二）复议后起诉", [][]string{fiveResults, s.review[3][10:]})
	})
	return docs
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
