package pipeline

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"luzhou/fixtures"
	"luzhou/normalize"
	"luzhou/render"
)

// generated is how many reports TestGenerated makes; ROUNDTRIP asks for another
// number (make roundtrip N=10000).
func generated(t *testing.T) int {
	text := os.Getenv("ROUNDTRIP")
	if text == "" {
		return 60
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		t.Fatalf("ROUNDTRIP: %v", err)
	}
	return n
}

// TestGenerated writes reports made by chance in every format and reads them
// again: documents give the same report, save for what paper does not show, and
// data files the same figures.
func TestGenerated(t *testing.T) {
	readers := readers()
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Log("pdftotext is not installed: the text of the PDF is not checked")
		delete(readers, "pdf")
	}
	for seed := range uint64(generated(t)) {
		for name, check := range readers {
			report := makeReport(seed)
			w, ok := findWriter(name)
			if !ok {
				t.Fatalf("no writer %s", name)
			}
			data, _, err := Render(w, report, LayOut(report, DocumentOptions{Annex: seed%2 == 1}))
			if err != nil {
				t.Fatalf("seed %d: %s: %v", seed, name, err)
			}
			if problem := check(t, data, report); problem != "" {
				t.Errorf("seed %d: %s read again: %s", seed, name, problem)
			}
		}
		if t.Failed() && os.Getenv("ROUNDTRIP") == "" {
			return
		}
	}
}

// readers compare a file of each format with the report it was made from, and
// say what differs.
func readers() map[string]func(testing.TB, []byte, *normalize.Report) string {
	return map[string]func(testing.TB, []byte, *normalize.Report) string{
		"docx": sameReport,
		"html": sameReport,
		"json": sameRecord,
		"csv":  sameRows,
		"xlsx": sameCells,
		"pdf":  sameText,
	}
}

// sameReport reads a document of ours as any other.
func sameReport(t testing.TB, data []byte, report *normalize.Report) string {
	again, err := Normalize("again", data)
	if err != nil {
		return err.Error()
	}
	return compare(t, bare(again), bare(report))
}

func sameRecord(t testing.TB, data []byte, report *normalize.Report) string {
	if problem := fixtures.CheckSchema(ReportSchema(), data); problem != "" {
		return problem
	}
	var again normalize.Report
	if err := json.Unmarshal(data, &again); err != nil {
		return err.Error()
	}
	return compare(t, &again, report)
}

func compare(t testing.TB, got, want *normalize.Report) string {
	if a, b := string(fixtures.Print(t, got)), string(fixtures.Print(t, want)); a != b {
		return difference(a, b)
	}
	return ""
}

// figures lists every figure of a report: path, value, state, and raw text.
func figures(report *normalize.Report) (list []string) {
	for _, table := range report.Tables() {
		table.Each(func(path string, _ normalize.Column, v *normalize.Value) {
			value, state := "", v.State
			if v.HasValue() {
				value = v.Value.String()
			}
			if state == "" {
				state = normalize.Missing
			}
			list = append(list, fmt.Sprintf("%s %s %s %q", path, value, state, v.Raw))
		})
		for i, e := range table.Extra {
			for k, text := range e.Cells {
				list = append(list, fmt.Sprintf("%s.extra_rows.%d.%d  unplaced %q", table.Form.Section, i+1, k+1, text))
			}
		}
	}
	return list
}

// sameRows reads the CSV as a program would.
func sameRows(_ testing.TB, data []byte, report *normalize.Report) string {
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\uFEFF")))).ReadAll()
	if err != nil {
		return err.Error()
	}
	var got []string
	for _, row := range rows[1:] {
		if row[0] != report.Issuer || row[1] != strconv.Itoa(report.Year) {
			return fmt.Sprintf("row of %s, %s", row[0], row[1])
		}
		got = append(got, fmt.Sprintf("%s %s %s %q", row[2], row[4], row[5], strings.TrimPrefix(row[7], "'")))
	}
	if want := figures(report); !slices.Equal(got, want) {
		return difference(strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	return ""
}

// pageNumber matches a page number on a line of its own.
var pageNumber = regexp.MustCompile(`(?m)^— \d+ —$`)

// sameText looks for every paragraph and every figure of the layout in the text
// that pdftotext finds.
func sameText(_ testing.TB, data []byte, report *normalize.Report) string {
	c := exec.Command("pdftotext", "-raw", "-enc", "UTF-8", "-", "-")
	c.Stdin = bytes.NewReader(data)
	out, err := c.Output()
	if err != nil {
		return err.Error()
	}
	text := pageNumber.ReplaceAllString(strings.ReplaceAll(string(out), "\f", "\n"), "")
	whole := strings.Join(strings.Fields(text), "")
	count := map[string]int{}
	for word := range strings.FieldsSeq(text) {
		count[word]++
	}
	for _, b := range LayOut(report, DocumentOptions{}).Blocks {
		if b.Paragraph != nil {
			if want := strings.Join(strings.Fields(b.Paragraph.Text), ""); !strings.Contains(whole, want) {
				return fmt.Sprintf("no paragraph %q", b.Paragraph.Text)
			}
			continue
		}
		for _, cell := range b.Table.Cells {
			if cell.Text == "" || cell.Role != render.Value {
				continue
			}
			if count[cell.Text]--; count[cell.Text] >= 0 {
				continue
			}
			const narrow = 7 // characters that the narrowest column holds on one line
			if len(cell.Text) <= narrow || !strings.Contains(whole, cell.Text) {
				return fmt.Sprintf("figure %q of %s is missing", cell.Text, b.Table.Key)
			}
		}
	}
	return ""
}
