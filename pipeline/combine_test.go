package pipeline

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"luzhou/fixtures"
	"luzhou/normalize"
	writexlsx "luzhou/render/xlsx"
)

// convertTo converts a folder to some formats.
func convertTo(t *testing.T, in, out, formats string, more func(*ConvertOptions)) Summary {
	t.Helper()
	opts := options(t, out)
	var err error
	if opts.Writers, err = FindWriters(formats); err != nil {
		t.Fatal(err)
	}
	if more != nil {
		more(&opts)
	}
	s, err := Convert(t.Context(), []string{in}, opts)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// workbookRows are the inputs of the rows of a combined workbook, in its order.
func workbookRows(t *testing.T, data []byte) (names []string) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	cells, err := readSheet(z, 1)
	if err != nil {
		t.Fatal(err)
	}
	column := ""
	for c := 'A'; c <= 'Z'; c++ {
		if cells[string(c)+"1"].Inline == "原件" {
			column = string(c)
		}
	}
	for row := 2; cells["A"+strconv.Itoa(row)].Inline != ""; row++ {
		names = append(names, cells[column+strconv.Itoa(row)].Inline)
	}
	return names
}

func readWorkbook(t *testing.T, out string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(out, workbookName))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func wantSound(t *testing.T, out string, problems int) {
	t.Helper()
	v, err := Verify(t.Context(), out)
	if err != nil || len(v.Problems) != problems || len(v.Strays) > 0 {
		t.Errorf("verify: %+v, %v, want %d problems", v, err, problems)
	}
}

// The workbook has a row for each report, in input order, and is the same
// whatever else is written, by however many, in one run or in several.
func TestWorkbookOfAll(t *testing.T) {
	in, out := sources(t), filepath.Join(t.TempDir(), "out")
	convertTo(t, in, out, "xlsx", nil)
	whole := readWorkbook(t, out)
	if got, want := workbookRows(t, whole), []string{"a.txt", "c.html"}; !slices.Equal(got, want) {
		t.Errorf("rows of %q, want %q: the duplicate once, the letter not", got, want)
	}
	wantSound(t, out, 0)
	other := filepath.Join(t.TempDir(), "other")
	convertTo(t, in, other, "json,xlsx,html", func(o *ConvertOptions) { o.Running.Jobs = 1 })
	if !bytes.Equal(readWorkbook(t, other), whole) {
		t.Error("other formats and another number of workers give another workbook")
	}
	pieces := filepath.Join(t.TempDir(), "pieces")
	ctx, cancel := context.WithCancel(t.Context())
	opts := options(t, pieces)
	opts.Writers, _ = FindWriters("xlsx")
	opts.Running.Jobs = 1
	opts.Watch.Each = func(Result) { cancel() }
	if _, err := Convert(ctx, []string{in}, opts); err == nil {
		t.Fatal("the run was not stopped")
	}
	if _, err := os.Stat(filepath.Join(pieces, workbookName)); err == nil {
		t.Error("a run that was stopped has a workbook")
	}
	convertTo(t, in, pieces, "xlsx", nil)
	if !bytes.Equal(readWorkbook(t, pieces), whole) {
		t.Error("a run in two parts gives another workbook")
	}
}

// What changes is in the next workbook; when nothing does, it is not written
// again, and one that is gone is.
func TestWorkbookFollows(t *testing.T) {
	in, out := sources(t), filepath.Join(t.TempDir(), "out")
	book := filepath.Join(out, workbookName)
	convertTo(t, in, out, "xlsx", nil)
	whole := readWorkbook(t, out)
	first, _ := os.Stat(book)
	convertTo(t, in, out, "xlsx", nil)
	if again, _ := os.Stat(book); !os.SameFile(first, again) {
		t.Error("nothing changed, and the workbook was written again")
	}
	convertTo(t, in, out, "xlsx", func(o *ConvertOptions) { o.Redo = RedoAll })
	if !bytes.Equal(readWorkbook(t, out), whole) {
		t.Error("all done again gives another workbook")
	}

	os.WriteFile(book, append(whole, '\n'), 0o666)
	wantSound(t, out, 1)
	os.Remove(book)
	wantSound(t, out, 1)
	convertTo(t, in, out, "xlsx", nil)
	wantSound(t, out, 0)

	page := fixtures.Cases(t, "luzhou-cms")[0].Read(t)
	if err := os.WriteFile(filepath.Join(in, "b.html"), page, 0o666); err != nil {
		t.Fatal(err)
	}
	os.Remove(filepath.Join(in, "c.html")) // done and moved away: its outputs stay, and so does its row
	convertTo(t, in, out, "xlsx", nil)
	if got, want := workbookRows(t, readWorkbook(t, out)), []string{"a.txt", "b.html", "c.html"}; !slices.Equal(got, want) {
		t.Errorf("rows of %q, want %q", got, want)
	}
	wantSound(t, out, 0)
}

// A row stands for a report with a workbook of its own: --redo leaves the others
// out and says how many; when none is left the workbook goes too.
func TestWorkbookOfSome(t *testing.T) {
	in, out := sources(t), filepath.Join(t.TempDir(), "out")
	if s := convertTo(t, in, out, "json", nil); s.Apart != 0 {
		t.Errorf("%d reports are missing in no workbook", s.Apart)
	}
	bad := fixtures.Cases(t, "luzhou-cms")[0].Read(t)
	if err := os.WriteFile(filepath.Join(in, "bad.doc"), bad, 0o666); err != nil {
		t.Fatal(err)
	}
	s := convertTo(t, in, out, "xlsx", func(o *ConvertOptions) { o.Redo = RedoFailed })
	if got, want := workbookRows(t, readWorkbook(t, out)), []string{"bad.doc"}; !slices.Equal(got, want) || s.Apart != 2 {
		t.Errorf("rows of %q, want %q; %d apart, want 2", got, want, s.Apart)
	}
	wantSound(t, out, 0)
	s = convertTo(t, in, out, "xlsx", func(o *ConvertOptions) { o.Redo = RedoAll })
	if got := workbookRows(t, readWorkbook(t, out)); len(got) != 3 || s.Apart != 0 {
		t.Errorf("rows of %q; %d apart", got, s.Apart)
	}
	convertTo(t, in, out, "json", nil)
	if _, err := os.Stat(filepath.Join(out, workbookName)); err == nil {
		t.Error("the workbook of an earlier run is left")
	}
	wantSound(t, out, 0)
}

// The workbook made of what the ledger keeps is that of the whole reports.
func TestPackedReport(t *testing.T) {
	combine := func(reports []*normalize.Report) []byte {
		var b bytes.Buffer
		if err := writexlsx.Combined(&b, t.TempDir(), func(yield func(*normalize.Report, error) bool) {
			for _, r := range reports {
				yield(r, nil)
			}
		}); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	var whole, packed []*normalize.Report
	for seed := range uint64(40) {
		r := makeReport(seed)
		before, _ := json.Marshal(r)
		data, err := packReport(r)
		if err != nil {
			t.Fatal(err)
		}
		if after, _ := json.Marshal(r); !bytes.Equal(before, after) {
			t.Fatalf("seed %d: packing changed the report", seed)
		}
		again, err := unpackReport(data)
		if err != nil {
			t.Fatal(err)
		}
		whole, packed = append(whole, r), append(packed, again)
	}
	if !bytes.Equal(combine(whole), combine(packed)) {
		t.Error("packed reports give another workbook")
	}
}

// BenchmarkKeptReport tells what reading a report back costs for each row of the
// combined workbook.
func BenchmarkKeptReport(b *testing.B) {
	data, err := packReport(makeReport(1))
	if err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(float64(len(data)), "bytes")
	for b.Loop() {
		if _, err := unpackReport(data); err != nil {
			b.Fatal(err)
		}
	}
}
