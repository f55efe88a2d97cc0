package pipeline

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"luzhou/extract"
	"luzhou/fixtures"
	"luzhou/normalize"
	"luzhou/render"
)

func extractCase(t testing.TB, c fixtures.Case) *extract.Document {
	t.Helper()
	doc, err := Extract(filepath.Base(c.Source), c.Read(t))
	if err != nil {
		t.Fatalf("%s: %v", c.Name, err)
	}
	return doc
}

func TestDocumentGolden(t *testing.T) {
	for _, c := range fixtures.Cases(t, "") {
		t.Run(c.Name, func(t *testing.T) {
			fixtures.Golden(t, c.Golden("document"), extractCase(t, c))
		})
	}
}

// TestLuzhouFigures holds every format of the Luzhou report against the figures
// worked out by hand: each right, none besides.
func TestLuzhouFigures(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(fixtures.Dir(), "luzhou-2020.figures"))
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{}
	for line := range strings.Lines(string(data)) {
		path, figure, _ := strings.Cut(strings.TrimSpace(line), " ")
		want[path] = figure
	}
	for _, c := range append(fixtures.Cases(t, "luzhou-"), fixtures.Cases(t, "page-luzhou")...) {
		t.Run(c.Name, func(t *testing.T) {
			report := normalize.FromDocument(extractCase(t, c))
			got := map[string]string{}
			short := 0
			for _, table := range report.Tables() {
				table.Each(func(path string, _ normalize.Column, v *normalize.Value) {
					if v.HasValue() {
						got[path] = v.Value.String()
					}
				})
			}
			for path, figure := range want {
				if got[path] != figure {
					t.Errorf("%s: got %q, want %s", path, got[path], figure)
				}
			}
			if len(got) != len(want) {
				t.Errorf("got %d figures, want %d", len(got), len(want))
			}
			for _, f := range report.Findings {
				if f.Code == normalize.RowShort {
					short++
				}
				if f.Severity != extract.Info {
					t.Errorf("finding of severity %v: %s %s", f.Severity, f.Where, f.MessageEN)
				}
			}
			if short != 21 {
				t.Errorf("got %d findings row.short, want 21", short)
			}
		})
	}
}

// TestLuzhouAgrees expects all formats of the one report to give one layout.
func TestLuzhouAgrees(t *testing.T) {
	var first, name string
	for _, c := range fixtures.Cases(t, "luzhou-") {
		got := string(fixtures.Print(t, render.FromReport(normalize.FromDocument(extractCase(t, c)))))
		if first == "" {
			first, name = got, c.Name
		}
		if got != first {
			t.Errorf("the layouts of %s and %s differ", c.Name, name)
		}
	}
}

// TestRoundTrip reads our own DOCX again: the same report, save for its source,
// positions, raw texts and findings, and with inferred figures as printed ones.
func TestRoundTrip(t *testing.T) {
	docx, _ := findWriter("docx")
	for _, c := range fixtures.Cases(t, "") {
		t.Run(c.Name, func(t *testing.T) {
			report := normalize.FromDocument(extractCase(t, c))
			data, _, err := Render(docx, report, render.FromReport(report))
			if err != nil {
				t.Fatal(err)
			}
			again, err := Normalize("again.docx", data)
			if err != nil {
				t.Fatal(err)
			}
			if again.Source.Format != "docx" {
				t.Errorf("read as %s", again.Source.Format)
			}
			got, want := string(fixtures.Print(t, bare(again))), string(fixtures.Print(t, bare(report)))
			if got != want {
				t.Errorf("read again: %s", difference(got, want))
			}
		})
	}
}

// bare drops from a report what a round trip does not keep.
func bare(r *normalize.Report) *normalize.Report {
	b := *r
	b.Source, b.Findings = extract.Source{}, nil
	for _, t := range b.Tables() {
		t.Each(func(_ string, _ normalize.Column, v *normalize.Value) {
			if v.HasValue() {
				v.State = normalize.Printed
			}
			v.Raw, v.Why, v.Pos = "", "", nil
		})
		for i := range t.Extra {
			t.Extra[i].Pos = nil
		}
	}
	for i := range b.Notes {
		b.Notes[i].Pos = extract.Pos{}
	}
	for i := range b.OtherTables {
		for k := range b.OtherTables[i].Cells {
			b.OtherTables[i].Cells[k].Pos = extract.Pos{}
		}
	}
	return &b
}

func difference(got, want string) string {
	a, b := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return fmt.Sprintf("line %d:\n got %s\nwant %s", i+1, a[i], b[i])
		}
	}
	return fmt.Sprintf("%d lines, want %d", len(a), len(b))
}
