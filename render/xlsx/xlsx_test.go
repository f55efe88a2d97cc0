package xlsx

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"luzhou/extract"
	"luzhou/fixtures"
	"luzhou/normalize"
	"luzhou/render"
)

// luzhou is the report of Luzhou, whose golden was read against its source.
func luzhou(t testing.TB) *normalize.Report { return reportOf(t, "luzhou-txt") }

func reportOf(t testing.TB, fixture string) *normalize.Report {
	t.Helper()
	data, err := os.ReadFile(fixtures.Cases(t, fixture)[0].Golden("report"))
	if err != nil {
		t.Fatal(err)
	}
	r := new(normalize.Report)
	if err := json.Unmarshal(data, r); err != nil {
		t.Fatal(err)
	}
	return r
}

func set(t testing.TB, r *normalize.Report, path string, v normalize.Value) {
	t.Helper()
	for _, table := range r.Tables() {
		if f, ok := table.Figure(path); ok {
			*f = v
			return
		}
	}
	t.Fatalf("no figure %s", path)
}

func decimal(s string) normalize.Decimal {
	d, ok := normalize.ParseDecimal(s)
	if !ok {
		panic(s)
	}
	return d
}

func write(t testing.TB, r *normalize.Report) []byte {
	t.Helper()
	data, err := Write(r, render.FromReport(r))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func open(t testing.TB, data []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// wantCell checks what a cell holds, and whether as a number or as text.
func wantCell(t testing.TB, f *excelize.File, sheet, cell, want string, isNumber bool) {
	t.Helper()
	got, err := f.GetCellValue(sheet, cell, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	kind, err := f.GetCellType(sheet, cell)
	if err != nil {
		t.Fatal(err)
	}
	numeric := kind == excelize.CellTypeUnset || kind == excelize.CellTypeNumber
	if got != want || want != "" && numeric != isNumber {
		t.Errorf("%s!%s = %q (number %v), want %q (number %v)", sheet, cell, got, numeric, want, isNumber)
	}
	if formula, err := f.GetCellFormula(sheet, cell); err != nil || formula != "" {
		t.Errorf("%s!%s is the formula %q, %v", sheet, cell, formula, err)
	}
}

func TestWrite(t *testing.T) {
	const (
		active   = "主动公开政府信息情况"
		requests = "收到和处理政府信息公开申请情况"
		review   = "政府信息公开行政复议、行政诉讼情况"
	)
	r := luzhou(t)
	r.Title = "=HYPERLINK(\"x\")_x0041_"
	set(t, r, "active_disclosure.art20_1.regulations.made", normalize.Value{State: normalize.Dash, Raw: "-"})
	set(t, r, "active_disclosure.art20_1.regulations.disclosed", normalize.Value{State: normalize.Blank})
	set(t, r, "active_disclosure.art20_1.regulations.disclosed_total", normalize.Value{State: normalize.Illegible, Raw: "=1+1"})
	set(t, r, "active_disclosure.art20_5.licensing.items_change", normalize.Value{State: normalize.Printed, Value: decimal("-8"), Raw: "-8"})
	set(t, r, "active_disclosure.art20_9.centralized_procurement.amount",
		normalize.Value{State: normalize.Printed, Value: decimal("12345678901.2345"), Raw: "12345678901.2345万元", Unit: "万元"})
	r.ActiveDisclosure.Extra = []normalize.ExtraRow{{Label: "@其他", After: "fees", Cells: []string{"+3", "007", "7"}}}
	r.Findings = []extract.Finding{{Code: "row.short", Severity: extract.Error, Where: "requests.granted",
		Pos: &extract.Pos{Block: 7, At: &extract.At{Row: 5, Col: 2}}, Message: "-缺列"}}
	f := open(t, write(t, r))
	if got, want := f.GetSheetList(), []string{"报告", active, requests, review, "提示"}; !slices.Equal(got, want) {
		t.Fatalf("sheets %q, want %q", got, want)
	}
	for _, c := range []struct {
		sheet, cell, want string
		number            bool
	}{
		{"报告", "B2", "=HYPERLINK(\"x\")_x0041_", false},
		{"报告", "A5", "年度", false},
		{"报告", "B5", "2020", true},
		{"报告", "B9", "2021-01-28", false},
		{active, "A1", "第二十条第（一）项", false},
		{active, "B3", "-", false},
		{active, "C3", "", false},
		{active, "D3", "=1+1", false},
		{active, "C7", "-8", true},
		{active, "A16", "@其他", false},
		{active, "B16", "+3", false},
		{active, "C16", "007", false}, // as printed, not 7
		{active, "D16", "7", true},
		{active, "B19", "4", true},
		{active, "C19", "12345678901.2345", true},
		{requests, "D1", "申请人情况", false},
		{requests, "D4", "1", true},
		{requests, "J26", "0", true},
		{review, "O4", "0", true},
		{"提示", "A2", "错误", false},
		{"提示", "C2", "三、本年度办理结果 · （一）予以公开", false},
		{"提示", "E2", "7:5:2", false},
		{"提示", "F2", "-缺列", false},
	} {
		wantCell(t, f, c.sheet, c.cell, c.want, c.number)
	}
	if shown, _ := f.GetCellValue(active, "C19"); shown != "12345678901.2345万元" {
		t.Errorf("the amount shows as %q", shown)
	}
	merges, err := f.GetMergeCells(requests)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(merges, func(m excelize.MergeCell) bool {
		return m.GetStartAxis() == "A6" && m.GetEndAxis() == "A25" && m.GetCellValue() == "三、本年度办理结果"
	}) {
		t.Errorf("三、本年度办理结果 is not merged over its 20 rows: %q", merges)
	}
}

// TestSameBytes: maps and clocks must not show.
// A column is wide enough for its figures, and heads print on every page.
func TestLongFigures(t *testing.T) {
	r := luzhou(t)
	set(t, r, "requests.granted.total", normalize.Value{Value: decimal("-123456789012"), State: normalize.Printed})
	f := open(t, write(t, r))
	for col, want := range map[string]float64{"J": 15, "I": 11.14} {
		if got, err := f.GetColWidth("收到和处理政府信息公开申请情况", col); err != nil || got != want {
			t.Errorf("column %s is %v wide (%v), want %v", col, got, err, want)
		}
	}
	var titles []string
	for _, n := range f.GetDefinedName() {
		titles = append(titles, n.Name+" "+n.RefersTo)
	}
	if want := "_xlnm.Print_Titles '收到和处理政府信息公开申请情况'!$1:$3"; !slices.Contains(titles, want) {
		t.Errorf("no %s in %q", want, titles)
	}
}

// A table that is taller than a page across prints upright.
func TestOrientation(t *testing.T) {
	f := open(t, write(t, reportOf(t, "made-2021")))
	for sheet, want := range map[string]string{"主动公开政府信息情况": "landscape", "收到和处理政府信息公开申请情况": "portrait"} {
		layout, err := f.GetPageLayout(sheet)
		if err != nil || *layout.Orientation != want {
			t.Errorf("%s: %v, %v, want %s", sheet, *layout.Orientation, err, want)
		}
	}
}

func TestSameBytes(t *testing.T) {
	r := luzhou(t)
	first, many := write(t, r), combine(t, r, r)
	for range 5 {
		if !bytes.Equal(write(t, r), first) {
			t.Fatal("the same report gives other bytes")
		}
		if !bytes.Equal(combine(t, r, r), many) {
			t.Fatal("the same reports give other bytes")
		}
	}
}

func combine(t testing.TB, reports ...*normalize.Report) []byte {
	t.Helper()
	var b bytes.Buffer
	err := Combined(&b, func(yield func(*normalize.Report, error) bool) {
		for _, r := range reports {
			if !yield(r, nil) {
				return
			}
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// column finds the column of a path in a combined sheet.
func column(t testing.TB, f *excelize.File, sheet, path string) string {
	t.Helper()
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	i := slices.Index(rows[0], path)
	if i < 0 {
		t.Fatalf("%s has no column %s", sheet, path)
	}
	name, err := excelize.ColumnNumberToName(i + 1)
	if err != nil {
		t.Fatal(err)
	}
	return name
}

func TestCombined(t *testing.T) {
	const requests, active = "收到和处理政府信息公开申请情况", "主动公开政府信息情况"
	first, second := luzhou(t), luzhou(t)
	second.Year, second.Issuer = 2021, "=甲"
	second.Requests = normalize.NewTable(normalize.FindTable("gen_2021", "requests"))
	set(t, second, "requests.granted.total", normalize.Value{State: normalize.Printed, Value: decimal("12")})
	set(t, second, "requests.other_handling.other.total", normalize.Value{State: normalize.Dash, Raw: "—"})
	set(t, second, "active_disclosure.art20_9.centralized_procurement.amount", normalize.Value{State: normalize.Printed, Value: decimal("2.8"), Unit: "万元"})
	second.Requests.Extra = []normalize.ExtraRow{{Label: "另列", Cells: []string{"1", "2"}}}
	f := open(t, combine(t, first, second))
	for _, c := range []struct {
		sheet, path, row, want string
		number                 bool
	}{
		{requests, "granted.total", "3", "1", true}, // inferred
		{requests, "granted.total", "4", "12", true},
		{requests, "other_handling.total", "3", "0", true},
		{requests, "other_handling.total", "4", "", false}, // not in the form of 2021
		{requests, "other_handling.other.total", "3", "", false},
		{requests, "other_handling.other.total", "4", "—", false},
		{requests, "extra_rows", "4", "另列：1|2", false},
		{active, "art20_9.centralized_procurement.amount", "3", "28089", true},
		{active, "art20_9.centralized_procurement.amount", "4", "2.8", true},
	} {
		wantCell(t, f, c.sheet, column(t, f, c.sheet, c.path)+c.row, c.want, c.number)
	}
	for cell, want := range map[string]string{"A1": "", "A2": "单位", "A3": "芦洲乡人民政府", "A4": "=甲", "C4": "gen_2021"} {
		wantCell(t, f, requests, cell, want, false)
	}
	wantCell(t, f, requests, "B4", "2021", true)
	rows, err := f.GetRows(active)
	if err != nil {
		t.Fatal(err)
	}
	if i := slices.Index(rows[0], "art20_9.centralized_procurement.amount"); rows[1][i+1] != "单位" || rows[3][i+1] != "万元" {
		t.Errorf("the unit of money is not told: %q", rows[3])
	}
	totals := column(t, f, requests, "other_handling.other.total")
	if after := column(t, f, requests, "result_total.natural_person"); len(after) < len(totals) || after < totals {
		t.Errorf("the rows of 2021 stand at %s, behind result_total at %s", totals, after)
	}
	if findings, err := f.GetRows("提示"); err != nil || len(findings) != 1+2*len(first.Findings) {
		t.Errorf("%d rows of findings, want %d, %v", len(findings), 1+2*len(first.Findings), err)
	}
}

func TestCombinedStopsAtAnError(t *testing.T) {
	broken := errors.New("broken")
	err := Combined(new(bytes.Buffer), func(yield func(*normalize.Report, error) bool) { yield(nil, broken) })
	if !errors.Is(err, broken) {
		t.Errorf("got %v, want %v", err, broken)
	}
}

func TestLongText(t *testing.T) {
	for _, n := range []int{excelize.TotalCellChars, excelize.TotalCellChars + 1} {
		text := strings.Repeat("𠀀", n/2) + strings.Repeat("字", n%2)
		got := fitting(text)
		if cut := got != text; cut != (n > excelize.TotalCellChars) || cut && !strings.HasSuffix(got, "见 JSON 记录）") {
			t.Errorf("%d units: %d bytes kept, end %q", n, len(got), got[len(got)-20:])
		}
	}
}

func TestUniqueName(t *testing.T) {
	b := newBook(inMemory)
	for _, c := range [][2]string{{"表", "表"}, {"表", "表2"}, {"a/b[c]:*?\\", "a b c     "}, {strings.Repeat("长", 40), strings.Repeat("长", 31)},
		{strings.Repeat("长", 40), strings.Repeat("长", 30) + "2"}} {
		if got := b.uniqueName(c[0]); got != c[1] {
			t.Errorf("uniqueName(%q) = %q, want %q", c[0], got, c[1])
		}
	}
}

// BenchmarkCombined tells the cost of one report in a combined workbook.
func BenchmarkCombined(b *testing.B) {
	r := luzhou(b)
	b.ReportAllocs()
	err := Combined(discard{}, func(yield func(*normalize.Report, error) bool) {
		for b.Loop() {
			if !yield(r, nil) {
				return
			}
		}
	})
	if err != nil {
		b.Fatal(err)
	}
}

type discard struct{}

func (discard) Write(p []byte) (int, error) { return len(p), nil }

func ExampleCombined() {
	var b bytes.Buffer
	err := Combined(&b, func(yield func(*normalize.Report, error) bool) {
		yield(&normalize.Report{Issuer: "青山镇人民政府", Year: 2020}, nil)
	})
	f, openErr := excelize.OpenReader(&b)
	fmt.Println(err, openErr)
	fmt.Println(f.GetSheetList()[0])
	// Output:
	// <nil> <nil>
	// 报告
}
