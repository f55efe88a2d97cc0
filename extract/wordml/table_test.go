package wordml

import (
	"slices"
	"strings"
	"testing"

	"luzhou/extract"
)

// cell makes a cell of properties and text.
func cell(props, text string) string {
	return "<w:tc><w:tcPr>" + props + "</w:tcPr>" + p(text) + "</w:tc>"
}

func row(cells ...string) string { return "<w:tr>" + strings.Join(cells, "") + "</w:tr>" }

func table(rows ...string) string { return "<w:tbl>" + strings.Join(rows, "") + "</w:tbl>" }

const (
	restart = `<w:vmerge w:val="restart"/>`
	goesOn  = `<w:vmerge/>`
	two     = `<w:gridSpan w:val="2"/>`
)

func TestTables(t *testing.T) {
	tests := []struct{ name, body, want string }{
		{"spans and merges", table(
			row(cell(restart, "角"), cell(two, "头")),
			row(cell(goesOn, ""), cell("", "1"), cell("", "2")),
			row(cell("", "a"), cell("", "3"), cell("", "4"))), `
table 3x3 after 0
 0,0 2x1 "角"
 0,1 1x2 "头"
 1,1 1x1 "1"
 1,2 1x1 "2"
 2,0 1x1 "a"
 2,1 1x1 "3"
 2,2 1x1 "4"
`},
		{"late and early rows are not padded", table(
			row(cell("", "a"), cell("", "b"), cell("", "c")),
			`<w:tr><w:trPr><w:gridBefore w:val="1"/><w:gridAfter w:val="1"/></w:trPr>`+cell("", "x")+"</w:tr>"), `
table 2x3 after 0
 0,0 1x1 "a"
 0,1 1x1 "b"
 0,2 1x1 "c"
 1,1 1x1 "x"
`},
		{"horizontal merge", table(
			row(cell(`<w:hmerge w:val="restart"/>`, "合"), cell("<w:hmerge/>", ""), cell("", "c")),
			row(cell("", "1"), cell("", "2"), cell("", "3"))), `
table 2x3 after 0
 0,0 1x2 "合"
 0,2 1x1 "c"
 1,0 1x1 "1"
 1,1 1x1 "2"
 1,2 1x1 "3"
`},
		{"nested", table(row("<w:tc>" + p("前") + table(row(cell("", "内"))) + p("后\n") + table(row(cell("", "二"))) + "<w:p/></w:tc>")), `
table 1x1 after 0
 0,0 1x1 "前\n后 \n"
  table 1x1 after 1
   0,0 1x1 "内"
  table 1x1 after 2
   0,0 1x1 "二"
`},
		{"custom markup around rows and cells", table(`<s:r xmlns:s="urn:x">` + row("<s:c>"+cell("", "甲")+"</s:c>") + "</s:r>"), `
table 1x1 after 0
 0,0 1x1 "甲"
`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { check(t, document("", tt.body), tt.want) })
	}
}

func TestTextUnderMergeIsTold(t *testing.T) {
	doc := readString(t, document("", table(row(cell(restart, "a")), row(cell(goesOn, "藏")))))
	if got := codes(doc); !slices.Equal(got, []extract.Code{extract.TextLeftOut}) {
		t.Errorf("findings %v, want the covered text", got)
	}
}

// widths gives n-th cells the width of the n-th column, as LibreOffice does.
func widths(spans ...int) string {
	var b strings.Builder
	for i, span := range spans {
		props := `<w:tcW w:type="dxa" w:w="` + string(rune('1'+i)) + `00"/>`
		if span > 1 {
			props += `<w:gridSpan w:val="` + string(rune('0'+span)) + `"/>`
		}
		b.WriteString(cell(props, string(rune('a'+i))))
	}
	return "<w:tr>" + b.String() + "</w:tr>"
}

func grid(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(`<w:gridCol w:w="` + string(rune('1'+i)) + `00"/>`)
	}
	return "<w:tblGrid>" + b.String() + "</w:tblGrid>"
}

// libre is how LibreOffice names itself.
const libre = `<o:CustomDocumentProperties><o:Editor>LibreOffice/7.4.7.2$Linux_X86_64</o:Editor></o:CustomDocumentProperties>`

// The third table of an annual report of 2020, as LibreOffice 7.4 saved it: the
// spans of each row, and the columns the page shows the cells at.
func TestMergesLeftOutOfTheForm(t *testing.T) {
	form := []struct{ spans, cols []int }{
		{[]int{3, 7}, []int{0, 3}},
		{[]int{1, 5, 1}, []int{3, 4, 9}},
		{[]int{1, 1, 1, 1, 1}, []int{4, 5, 6, 7, 8}},
		{[]int{3, 1, 1, 1, 1, 1, 1, 1}, []int{0, 3, 4, 5, 6, 7, 8, 9}},
		{[]int{1, 2, 1, 2, 2, 1, 1}, []int{0, 1, 3, 4, 6, 8, 9}},
		{[]int{2, 1, 2, 2, 1, 1}, []int{1, 3, 4, 6, 8, 9}},
		{[]int{1, 1, 1, 2, 2, 1, 1}, []int{1, 2, 3, 4, 6, 8, 9}},
		{[]int{1, 1, 2, 2, 1, 1}, []int{2, 3, 4, 6, 8, 9}},
		{[]int{1, 1, 2, 2, 1, 1}, []int{2, 3, 4, 6, 8, 9}},
		{[]int{1, 1, 1, 2, 2, 1, 1}, []int{1, 2, 3, 4, 6, 8, 9}},
		{[]int{1, 1, 2, 2, 1, 1}, []int{2, 3, 4, 6, 8, 9}},
		{[]int{2, 1, 2, 2, 1, 1}, []int{1, 3, 4, 6, 8, 9}},
		{[]int{2, 1, 2, 2, 1, 1}, []int{1, 3, 4, 6, 8, 9}},
		{[]int{3, 1, 2, 2, 1, 1}, []int{0, 3, 4, 6, 8, 9}},
	}
	rows := []string{grid(10)}
	for _, r := range form {
		rows = append(rows, widths(r.spans...))
	}
	got := make([][]int, len(form))
	for _, c := range readString(t, document(libre, table(rows...))).Blocks[0].Table.Cells {
		got[c.Row] = append(got[c.Row], c.Col)
	}
	for i, r := range form {
		if !slices.Equal(got[i], r.cols) {
			t.Errorf("row %d: columns %v, want %v", i, got[i], r.cols)
		}
	}
}

func TestMergesLeftOut(t *testing.T) {
	tests := []struct{ name, body, want string }{
		// The head of a form: a label over three rows, one over two, a wide one above its parts.
		{"not marked", table(grid(5), widths(1, 4), widths(1, 3), widths(1, 1, 1), widths(1, 1, 1, 1, 1)), `
table 4x5 after 0
 0,0 3x1 "a"
 0,1 1x4 "b"
 1,1 2x1 "a"
 1,2 1x3 "b"
 2,2 1x1 "a"
 2,3 1x1 "b"
 2,4 1x1 "c"
 3,0 1x1 "a"
 3,1 1x1 "b"
 3,2 1x1 "c"
 3,3 1x1 "d"
 3,4 1x1 "e"
`},
		{"first cells marked", table(grid(3), row(cell("", "a"), cell(restart, "b"), cell("", "c")), row(cell("", "d"), cell("", "e"))), `
table 2x3 after 0
 0,0 1x1 "a"
 0,1 2x1 "b"
 0,2 1x1 "c"
 1,0 1x1 "d"
 1,2 1x1 "e"
`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc := check(t, document(libre, tt.body), tt.want)
			if got := codes(doc); !slices.Equal(got, []extract.Code{extract.ColumnsInferred}) {
				t.Errorf("findings %v, want columns inferred", got)
			}
		})
	}
}

// A row of Word that is merely short is not filled up.
func TestShortRowStaysShort(t *testing.T) {
	if doc := readString(t, document("", table(grid(5), widths(1, 4), widths(1, 3)))); len(doc.Findings) > 0 {
		t.Errorf("findings %v on a file LibreOffice did not make", codes(doc))
	}
	w := func(n string) string { return `<w:tcW w:w="` + n + `" w:type="dxa"/>` }
	body := table(grid(3), row(cell(w("300")+two, "a"), cell(w("300"), "b")), row(cell(w("100"), "c"), cell(w("200"), "d")))
	doc := check(t, document("", body), `
table 2x3 after 0
 0,0 1x2 "a"
 0,2 1x1 "b"
 1,0 1x1 "c"
 1,1 1x1 "d"
`)
	if len(doc.Findings) > 0 {
		t.Errorf("findings %v, want none", codes(doc))
	}
}
