package page

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"luzhou/extract"
	"luzhou/pipeline/ledger"
)

func sheet(rows ...Row) Sheet {
	return Sheet{
		Outcomes: []Outcome{{"done", extract.Text{ZH: "完成", EN: "done"}, 1}, {"quarantined", extract.Text{ZH: "隔离", EN: "quarantined"}, 1}},
		Rows:     len(rows),
		Row:      func(i int) (Row, error) { return rows[i], nil },
	}
}

func write(t *testing.T, s Sheet) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, s); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestNothingOfTheSourceIsMarkup puts markup wherever a file can put text.
func TestNothingOfTheSourceIsMarkup(t *testing.T) {
	const bad = `<script>"'&`
	f := extract.Finding{Code: bad, Severity: extract.Error, Where: bad, Message: bad, MessageEN: bad}
	got := write(t, sheet(Row{
		Entry: ledger.Entry{Name: bad + "\xff", Outcome: "done", Same: bad, Body: bad, Outputs: []ledger.Output{{Name: bad + ".json"}}},
		Notes: []Note{{f, bad}}}))
	if n := strings.Count(got, "<script>"); n != 1 {
		t.Errorf("%d scripts in the page, want its own", n)
	}
	if strings.Contains(got, `"'&`) || strings.Contains(got, "\xff") {
		t.Error("text of the source stands in the page as it is")
	}
}

func TestLinksAndSource(t *testing.T) {
	f := extract.Finding{Code: "row.short", Severity: extract.Warning, Where: "requests.granted", Pos: &extract.Pos{Block: 3}, Message: "短", MessageEN: "short"}
	got := write(t, sheet(Row{
		Entry: ledger.Entry{Name: "a b/c:d#.doc", Outcome: "done", Findings: ledger.Counts{Warning: 1}, Outputs: []ledger.Output{{Name: "a b/c:d#.doc.pdf"}}},
		Notes: []Note{{f, "1 | 0"}}}))
	for _, want := range []string{`href="./a%20b/c:d%23.doc.pdf"`, `data-s="2" data-c="row.short"`, "1 | 0", "requests.granted", "短", "short"} {
		if !strings.Contains(got, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	if strings.Contains(got, "http") {
		t.Error("the page names an address outside")
	}
}

func TestNoteAsJSON(t *testing.T) {
	want := Note{extract.Finding{Code: "row.short", Severity: extract.Warning, Message: "短", MessageEN: "short"}, "1 | 0"}
	data, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	var got Note
	if err := json.Unmarshal(data, &got); err != nil || got != want {
		t.Errorf("got %+v, %v, want %+v", got, err, want)
	}
}

func TestErrorOfARow(t *testing.T) {
	s := sheet(Row{})
	s.Row = func(int) (Row, error) { return Row{}, errors.New("gone") }
	if err := Write(&bytes.Buffer{}, s); err == nil {
		t.Error("no error")
	}
}
