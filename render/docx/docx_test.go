package docx

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"luzhou/render"
)

func TestLuzhouComesBack(t *testing.T) {
	l := luzhouLayout()
	nodes := body(t, l).Nodes
	if got, want := len(nodes), len(l.Blocks)+1; got != want { // and the section
		t.Fatalf("%d elements in the body, want %d", got, want)
	}
	for i, b := range l.Blocks {
		if b.Paragraph != nil {
			if got := paragraphText(nodes[i]); got != b.Paragraph.Text {
				t.Errorf("block %d: got %q, want %q", i, got, b.Paragraph.Text)
			}
			if got, want := styleID(nodes[i]), paragraphStyles[b.Paragraph.Style].id; got != want {
				t.Errorf("block %d: style %q, want %q", i, got, want)
			}
			continue
		}
		compareTable(t, readTable(t, nodes[i]), *b.Table)
	}
}

// compareTable expects the cells of want and its header rows in got.
func compareTable(t *testing.T, got, want render.Table) {
	t.Helper()
	if got.Rows != want.Rows || got.Header != want.Header || len(got.Widths) != len(want.Widths) {
		t.Errorf("%s: %d rows, %d columns, %d header rows, want %d, %d, %d", want.Key,
			got.Rows, len(got.Widths), got.Header, want.Rows, len(want.Widths), want.Header)
	}
	cells := slices.Clone(want.Cells)
	slices.SortFunc(cells, func(a, b render.Cell) int { return (a.Row-b.Row)*100 + a.Col - b.Col })
	for i := range cells {
		cells[i].Role = render.Role(styleOf(cells[i]).id)
	}
	if !slices.Equal(got.Cells, cells) {
		t.Errorf("%s: cells\n%v, want\n%v", want.Key, got.Cells, cells)
	}
}

func TestWidthsFillTheText(t *testing.T) {
	for _, parts := range [][]int{{1}, {1, 1, 1}, {16, 24, 46, 12, 12, 12, 12, 12, 12, 12}, make([]int, 15), {0, -4, 7}, make([]int, maxColumns)} {
		var sum int64
		for i, w := range shares(parts) {
			if w < 1 {
				t.Errorf("shares(%v)[%d] = %d", parts, i, w)
			}
			sum += w
		}
		if sum != textWidth {
			t.Errorf("shares(%v) sum to %d, want %d", parts, sum, textWidth)
		}
	}
	if textWidth != 8844 { // 156 mm
		t.Errorf("text width %d twips, want 8844", textWidth)
	}
}

func TestPageHoldsItsLines(t *testing.T) {
	lines := (pageHeight - marginTop - marginBottom) / lineTwips(render.LinePitch)
	if lines != render.LinesPerPage {
		t.Errorf("%d lines a page, want %d", lines, render.LinesPerPage)
	}
	size := render.Specs[render.Body].Size
	chars := (pageWidth - marginLeft - marginRight) / (fromPoints(size) + squeeze(size))
	if chars != render.CharsPerLine {
		t.Errorf("%d characters a line, want %d", chars, render.CharsPerLine)
	}
}

func TestTexts(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"plain", "150条", "150条"},
		{"markup", `<a href="x">&amp;</a> ]]>`, `<a href="x">&amp;</a> ]]>`},
		{"line breaks and tabs", "\n商业\n\n企业\t1\n", "\n商业\n\n企业\t1\n"},
		{"spaces", "  规    章\u00a0\u3000", "  规    章\u00a0\u3000"},
		{"other line ends", "a\r\nb\rc", "a\nb\nc"},
		{"characters no XML holds", "a\x00\x01\x0b\x1f\ufffe\uffffb", "ab"},
		{"control characters XML holds", "a\u007f\u0085b", "a\u007f\u0085b"},
		{"bytes that are no UTF-8", "a\xff\xc3b", "ab"},
		{"replacement character", "a\ufffdb", "a\ufffdb"},
		{"above U+FFFF", "𠮷野家", "𠮷野家"},
		{"nothing", "", ""},
	} {
		table := &render.Table{Rows: 1, Widths: []int{1}, Cells: []render.Cell{{RowSpan: 1, ColSpan: 1, Text: c.text}}}
		nodes := body(t, render.Layout{Blocks: []render.Block{
			{Paragraph: &render.Paragraph{Style: render.Body, Text: c.text}}, {Table: table},
		}}).Nodes
		if got := paragraphText(nodes[0]); got != c.want {
			t.Errorf("%s: %q came back as %q, want %q", c.name, c.text, got, c.want)
		}
		if got := readTable(t, nodes[1]).Cells[0].Text; got != c.want {
			t.Errorf("%s: in a cell %q came back as %q, want %q", c.name, c.text, got, c.want)
		}
	}
}

func TestRunsSayOnlyWhatTheyMust(t *testing.T) {
	const hint, keep = `w:hint="eastAsia"`, `xml:space="preserve"`
	for _, c := range []struct {
		text       string
		hint, keep bool
	}{
		{"全年公开150条（件）。", false, false},
		{"“两微一端”", true, false},
		{"1月—2月", true, false},
		{" 无", false, true},
		{"无 ", false, true},
	} {
		out, err := documentXML([]render.Block{{Paragraph: &render.Paragraph{Style: render.Body, Text: c.text}}})
		if err != nil {
			t.Fatal(err)
		}
		if got := bytes.Contains(out, []byte(hint)); got != c.hint {
			t.Errorf("%q: %s is %v, want %v", c.text, hint, got, c.hint)
		}
		if got := bytes.Contains(out, []byte(keep)); got != c.keep {
			t.Errorf("%q: %s is %v, want %v", c.text, keep, got, c.keep)
		}
	}
}

func TestEmptyLayout(t *testing.T) {
	nodes := body(t, render.Layout{}).Nodes
	if len(nodes) != 2 || styleID(nodes[0]) != gapID || nodes[1].XMLName.Local != "sectPr" {
		t.Errorf("body of an empty layout: %v, want an empty paragraph and the section", nodes)
	}
}

// Word joins two tables that touch and wants a paragraph after the last one.
func TestTablesDoNotTouch(t *testing.T) {
	table := render.Block{Table: &render.Table{Rows: 1, Widths: []int{1}}}
	text := render.Block{Paragraph: &render.Paragraph{Style: render.Body, Text: "a"}}
	var names []string
	nodes := body(t, render.Layout{Blocks: []render.Block{text, table, table, text, table}}).Nodes
	for _, n := range nodes {
		names = append(names, n.XMLName.Local)
	}
	if got, want := strings.Join(names, " "), "p tbl p tbl p tbl p sectPr"; got != want {
		t.Errorf("body has %s, want %s", got, want)
	}
	want := fmt.Sprint(fromPoints(render.TableSpacing))
	if got := nodes[0].one("pPr/spacing").attr("after"); got != want {
		t.Errorf("space before a table: %q, want %s", got, want)
	}
	if got := nodes[4].one("pPr/spacing").attr("before"); got != want {
		t.Errorf("space after a table: %q, want %s", got, want)
	}
}

func TestPlacesWithoutCell(t *testing.T) {
	table := &render.Table{Rows: 2, Widths: []int{1, 1, 2}, Cells: []render.Cell{
		{Row: 0, Col: 1, RowSpan: 2, ColSpan: 1, Text: "a", Role: render.RowHead},
	}}
	nodes := body(t, render.Layout{Blocks: []render.Block{{Table: table}}}).Nodes
	var got []string
	for _, c := range readTable(t, nodes[0]).Cells {
		got = append(got, fmt.Sprintf("%d,%d %dx%d %s %s", c.Row, c.Col, c.RowSpan, c.ColSpan, c.Role, c.Text))
	}
	want := []string{"0,0 1x1 TableText ", "0,1 2x1 TableGroup a", "0,2 1x1 TableText ", "1,0 1x1 TableText ", "1,2 1x1 TableText "}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestRefused(t *testing.T) {
	table := func(rows int, widths []int, cells ...render.Cell) render.Block {
		return render.Block{Table: &render.Table{Key: "requests", Rows: rows, Widths: widths, Cells: cells}}
	}
	one := render.Cell{RowSpan: 1, ColSpan: 1}
	for _, c := range []struct {
		name  string
		block render.Block
		want  string
	}{
		{"no block", render.Block{}, "docx: block 0: want a paragraph or a table"},
		{"unknown style", render.Block{Paragraph: &render.Paragraph{Style: "verse"}}, `docx: block 0: no style "verse"`},
		{"no rows", table(0, []int{1}), `docx: block 0: table "requests": 0 rows by 1 columns`},
		{"no columns", table(1, nil), `docx: block 0: table "requests": 1 rows by 0 columns`},
		{"columns for no Word", table(1, make([]int, 64)), `docx: block 0: table "requests": 1 rows by 64 columns`},
		{"rows without end", table(1<<62, []int{1}), `docx: block 0: table "requests": 4611686018427387904 rows by 1 columns`},
		{"two cells in a place", table(1, []int{1, 1}, one, one), `docx: block 0: table "requests": cells overlap at row 0, column 0`},
		{"cell without size", table(1, []int{1}, render.Cell{}), `leaves the grid`},
		{"cell below the table", table(1, []int{1}, render.Cell{RowSpan: 1 << 62, ColSpan: 1}), `leaves the grid`},
		{"cell before the table", table(1, []int{1}, render.Cell{Col: -1, RowSpan: 1, ColSpan: 1}), `leaves the grid`},
	} {
		data, err := Write(render.Layout{Blocks: []render.Block{c.block}})
		if err == nil || !strings.Contains(err.Error(), c.want) || data != nil {
			t.Errorf("%s: error %v, want %s", c.name, err, c.want)
		}
	}
}

func TestLongTable(t *testing.T) {
	table := render.Table{Rows: 1000, Widths: make([]int, 10), Header: 2}
	for i := range table.Rows * 10 {
		table.Cells = append(table.Cells, render.Cell{
			Row: i / 10, Col: i % 10, RowSpan: 1, ColSpan: 1, Text: fmt.Sprint(i), Role: render.Value,
		})
	}
	nodes := body(t, render.Layout{Blocks: []render.Block{{Table: &table}}}).Nodes
	got := readTable(t, nodes[0])
	if got.Rows != 1000 || got.Header != 2 || len(got.Cells) != 10_000 || got.Cells[9999].Text != "9999" {
		t.Errorf("%d rows, %d header rows, %d cells", got.Rows, got.Header, len(got.Cells))
	}
}

func TestSameBytes(t *testing.T) {
	l := luzhouLayout()
	want := write(t, l)
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			for range 10 {
				if got, err := Write(l); err != nil || !bytes.Equal(got, want) {
					t.Errorf("another run gave %d bytes, %v, want the same %d", len(got), err, len(want))
				}
			}
		})
	}
	wait.Wait()
}

func FuzzWrite(f *testing.F) {
	f.Add("芦洲乡人民政府", "0", 3, 1)
	f.Add("\x00<&>\"\r\n\t", "\ufffe\xff", 1, 2)
	f.Fuzz(func(t *testing.T, text, figure string, rows, span int) {
		table := &render.Table{Summary: text, Rows: rows % 100, Widths: []int{1, span}, Cells: []render.Cell{
			{RowSpan: 1, ColSpan: span, Text: figure, Role: render.Value},
		}}
		l := render.Layout{
			Meta: render.Meta{Title: text, Author: figure, Issued: text},
			Blocks: []render.Block{
				{Paragraph: &render.Paragraph{Style: render.Date, Text: text, Right: float64(span)}}, {Table: table},
			},
		}
		data, err := Write(l)
		if err != nil {
			return
		}
		files, _ := unpack(t, data)
		for name, content := range files {
			parse(t, name, content)
		}
		nodes := parse(t, documentPart, files[documentPart]).one("body").Nodes
		if got := paragraphText(nodes[0]); got != clean(text) {
			t.Errorf("%q came back as %q", text, got)
		}
	})
}

// Word moves a row to the page of the next when its paragraphs keep with the next.
func TestRowsThatStandTogether(t *testing.T) {
	cell := func(row, col, span int, role render.Role) render.Cell {
		return render.Cell{Row: row, Col: col, RowSpan: span, ColSpan: 1, Role: role, Text: "字"}
	}
	table := &render.Table{Rows: 4, Widths: []int{1, 1}, Tight: true, Cells: []render.Cell{
		cell(0, 0, 1, render.RowHead), cell(0, 1, 1, render.Value),
		cell(1, 0, 2, render.RowHead), cell(1, 1, 1, render.Value), cell(2, 1, 1, render.Value),
		cell(3, 0, 1, render.ColumnHead), cell(3, 1, 1, render.ColumnHead),
	}}
	tbl := body(t, render.Layout{Blocks: []render.Block{{Table: table}}}).Nodes[0]
	var got []string
	for _, tr := range tbl.all("tr") {
		row := ""
		for _, tc := range tr.all("tc") {
			row += fmt.Sprint(len(tc.one("p/pPr").all("keepNext")))
		}
		got = append(got, row)
	}
	if want := []string{"00", "11", "00", "00"}; !slices.Equal(got, want) { // heads keep by their style
		t.Errorf("paragraphs that keep with the next, by row: %v, want %v", got, want)
	}
	if w := tbl.one("tblPr/tblCellMar/top").attr("w"); w != "34" { // 0.6 mm
		t.Errorf("space above the text %q, want 34", w)
	}
}

// Word breaks a figure that is too long for its column, so it is set smaller.
func TestLongFigures(t *testing.T) {
	for text, want := range map[string]string{"1234": "", "123456": "15", "-123456": "13", "123456789012": "13", "1234万元": "", "": ""} {
		table := &render.Table{Rows: 1, Widths: []int{103, 1457}, Cells: []render.Cell{{RowSpan: 1, ColSpan: 1, Text: text, Role: render.Value}}}
		data, err := documentXML([]render.Block{{Table: table}})
		if err != nil {
			t.Fatal(err)
		}
		_, after, found := strings.Cut(string(data), `<w:sz w:val="`)
		got, _, _ := strings.Cut(after, `"`)
		if got != want || found != (want != "") {
			t.Errorf("%q: size %q half points, want %q", text, got, want)
		}
	}
}
