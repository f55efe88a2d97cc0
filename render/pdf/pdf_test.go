package pdf

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"luzhou/extract"
	"luzhou/fixtures"
	"luzhou/render"
	"luzhou/render/pdf/fonts"
)

var sample = flag.String("sample", "", "write the sample report to this file")

func write(t testing.TB, l render.Layout) ([]byte, []extract.Finding) {
	t.Helper()
	data, findings, err := Write(l, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return data, findings
}

func TestSameBytes(t *testing.T) {
	want, _ := write(t, luzhouLayout())
	if *sample != "" {
		if err := os.WriteFile(*sample, want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			if got, _, err := Write(luzhouLayout(), Options{}); err != nil || !bytes.Equal(got, want) {
				t.Errorf("a second file differs: %v", err)
			}
		})
	}
	group.Wait()
}

func TestLayoutsOfFixtures(t *testing.T) {
	for _, c := range fixtures.Cases(t, "") {
		t.Run(c.Name, func(t *testing.T) {
			l := readLayout(t, c.Golden("layout"))
			data, findings := write(t, l)
			if len(findings) > 0 {
				t.Errorf("findings: %v", findings)
			}
			checkTexts(t, l, pageTexts(t, data))
			if *sample != "" {
				if err := os.WriteFile(*sample+"."+c.Name+".pdf", data, 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

func TestFileHoldsEveryText(t *testing.T) {
	l := luzhouLayout()
	data, findings := write(t, l)
	if len(findings) != 0 {
		t.Errorf("findings: %v", findings)
	}
	pages := pageTexts(t, data)
	checkTexts(t, l, pages)
	for i, p := range pages {
		if want := fmt.Sprintf("— %d —", i+1); !strings.HasSuffix(p, want) {
			t.Errorf("page %d is not numbered", i+1)
		}
	}
	for _, want := range []string{"/Lang (zh-CN)", "/CreationDate (D:20210128000000)", "/Outlines"} {
		if !bytes.Contains(data, []byte(want)) {
			t.Errorf("no %s", want)
		}
	}
}

func TestMissingGlyphs(t *testing.T) {
	const text = "甲\U00020BB7乙\uE000丙\uE000\x00\x07\u200b\ufeff丁\xff戊㎡☑"
	l := render.Layout{Meta: render.Meta{Title: text, Author: text}, Blocks: []render.Block{
		{Paragraph: &render.Paragraph{Style: render.Heading1, Text: text}}}}
	data, findings := write(t, l)
	if got, want := pageTexts(t, data)[0], "\n甲〓乙〓丙〓丁〓戊㎡☑\n— 1 —"; got != want {
		t.Errorf("text %q, want %q", got, want)
	}
	if len(findings) != 1 || findings[0].Code != render.GlyphMissing {
		t.Fatalf("findings %v, want one of %s", findings, render.GlyphMissing)
	}
	for _, want := range []string{"U+20BB7 \U00020BB7", "U+E000", "U+FFFD", "4 处"} {
		if !strings.Contains(findings[0].Message, want) {
			t.Errorf("%q does not name %s", findings[0].Message, want)
		}
	}
}

func TestMissingGlyphsOfCells(t *testing.T) {
	table := render.Table{Rows: 1, Widths: []int{1, 1}, Cells: []render.Cell{
		{Row: 0, Col: 0, RowSpan: 1, ColSpan: 1, Text: "\uE000", Role: render.Value},
		{Row: 0, Col: 1, RowSpan: 1, ColSpan: 1, Text: "\uE000", Role: render.Value}}}
	_, findings := write(t, render.Layout{Blocks: []render.Block{{Table: &table}}})
	if len(findings) != 1 || !strings.Contains(findings[0].Message, "2 处") {
		t.Errorf("findings %v, want one of 2 places", findings)
	}
}

func TestNarrowColumns(t *testing.T) {
	table := render.Table{Key: "requests", Rows: 1, Widths: []int{40, 40, 1000}, Cells: []render.Cell{
		{Row: 0, Col: 0, RowSpan: 1, ColSpan: 1, Text: "12", Role: render.Value},
		{Row: 0, Col: 1, RowSpan: 1, ColSpan: 1, Text: "123456", Role: render.Value}}}
	data, findings := write(t, render.Layout{Blocks: []render.Block{{Table: &table}}})
	var got []string
	for _, f := range findings {
		got = append(got, string(f.Code)+" "+f.Where+" "+f.Message)
	}
	want := []string{"table.type_shrunk requests 列宽不足，1 个单元格改用小字号，最小 6.5 磅", "table.word_broken requests 列宽不足，1 个单元格中的数字或单词被拆行"}
	if !slices.Equal(got, want) {
		t.Errorf("findings %q, want %q", got, want)
	}
	if got, want := pageTexts(t, data)[0], "\n12\n123\n456\n— 1 —"; got != want {
		t.Errorf("text %q, want %q", got, want)
	}
}

func TestOddLayouts(t *testing.T) {
	text := func(style render.Style, s string) render.Block {
		return render.Block{Paragraph: &render.Paragraph{Style: style, Text: s, Right: 4}}
	}
	for name, l := range map[string]render.Layout{
		"nothing":           {},
		"empty block":       {Blocks: []render.Block{{}}},
		"empty paragraph":   {Blocks: []render.Block{text(render.Body, ""), text(render.Heading1, " \n ")}},
		"unknown style":     {Blocks: []render.Block{text("none such", "文")}},
		"only headings":     {Blocks: []render.Block{text(render.Heading2, "（一）甲"), text(render.Heading1, "一、乙"), text(render.Heading2, "（一）丙")}},
		"bad date":          {Meta: render.Meta{Issued: "2021年"}},
		"brackets in title": {Meta: render.Meta{Title: "a)(\\b\r\n"}, Blocks: []render.Block{text(render.Heading1, "a)(\\b\r\n")}},
		"far right":         {Blocks: []render.Block{{Paragraph: &render.Paragraph{Style: render.Date, Text: "2021年", Right: 1e9}}}},
		"not a number":      {Blocks: []render.Block{{Paragraph: &render.Paragraph{Style: render.Date, Text: "2021年", Right: math.NaN()}}}},
		"long word":         {Blocks: []render.Block{text(render.Body, strings.Repeat("x", 5000)), text(render.Title, strings.Repeat("题", 3000))}},
		"many headings":     {Blocks: slicesRepeat(text(render.Heading1, "一、"), 300)},
		"many columns": {Blocks: []render.Block{{Table: &render.Table{Rows: 1, Widths: make([]int, 300),
			Cells: []render.Cell{{RowSpan: 1, ColSpan: 1, Text: "政府12345"}}}}}},
	} {
		data, _, err := Write(l, Options{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if len(pageTexts(t, data)) == 0 || bytes.Contains(data, []byte("NaN")) {
			t.Errorf("%s: no pages, or no number", name)
		}
	}
}

func slicesRepeat(b render.Block, n int) []render.Block {
	list := make([]render.Block, n)
	for i := range list {
		list[i] = b
	}
	return list
}

func TestOwnFaces(t *testing.T) {
	l := render.Layout{Blocks: []render.Block{{Paragraph: &render.Paragraph{Style: render.Body, Text: "芦洲堃〓"}}}}
	data, findings, err := Write(l, Options{Faces: map[render.Face]*fonts.Face{render.FangSong: fonts.Song()}})
	if err != nil || len(findings) != 0 {
		t.Fatal(findings, err)
	}
	for _, want := range []string{"FandolFang", "NotoSerifSC"} { // the second has no 芦 here
		if !bytes.Contains(data, []byte(want)) {
			t.Errorf("no %s", want)
		}
	}
	if got := pageTexts(t, data)[0]; !strings.HasPrefix(got, "\n芦洲堃〓\n") {
		t.Errorf("text %q", got)
	}
}

// TestPages compares the page models of a report of each form with the recorded
// ones. When one changes, look at the pages (-sample) before recording it again.
func TestPages(t *testing.T) {
	layouts := map[string]render.Layout{
		"luzhou-2020": luzhouLayout(),
		"made-2016":   readLayout(t, fixtures.Cases(t, "made-2016-list")[0].Golden("layout")),
		"made-2023":   readLayout(t, "testdata/made-2023.layout.json"),
	}
	for name, l := range layouts {
		t.Run(name, func(t *testing.T) {
			ts := newTypesetter(Options{})
			m, err := ts.paginate(l)
			if err != nil {
				t.Fatal(err)
			}
			checkPages(t, name, ts, m)
			checkUse(t, name, m)
			fixtures.Golden(t, "testdata/"+name+".pages.golden", dump(m))
		})
	}
}

func readLayout(t *testing.T, path string) render.Layout {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var l render.Layout
	if err := json.Unmarshal(data, &l); err != nil {
		t.Fatal(err)
	}
	return l
}

// dump writes a model with one thing a line, rounded so that machines agree.
func dump(m model) []string {
	var b bytes.Buffer
	for _, k := range m.Marks {
		fmt.Fprintf(&b, "mark %d on page %d at %.2f: %s\n", k.Level, k.Page+1, k.Y, k.Text)
	}
	for n, p := range m.Pages {
		fmt.Fprintf(&b, "page %d\n", n+1)
		for _, l := range p.Lines {
			fmt.Fprintf(&b, "%7.2f %7.2f %5.1f", l.X, l.Base, l.Size)
			for _, r := range l.Runs {
				fmt.Fprintf(&b, " %s%+.2f %s", r.Face, r.Space, r.Text)
			}
			b.WriteByte('\n')
		}
		for _, r := range p.Rules {
			fmt.Fprintf(&b, "rule %7.2f %7.2f %7.2f %7.2f\n", r.X1, r.Y1, r.X2, r.Y2)
		}
	}
	return strings.Split(strings.TrimSpace(b.String()), "\n")
}

func BenchmarkWrite(b *testing.B) {
	l := luzhouLayout()
	b.ReportAllocs()
	for b.Loop() {
		write(b, l)
	}
}
