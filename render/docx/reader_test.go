package docx

import (
	"testing"

	"luzhou/extract"
	readdocx "luzhou/extract/docx"
	"luzhou/normalize"
	"luzhou/render"
)

// The project's own reader must find in the file what the Layout says.
func TestReaderSeesTheLayout(t *testing.T) {
	l := luzhouLayout()
	l.Blocks = append(l.Blocks,
		render.Block{Paragraph: &render.Paragraph{Style: render.AnnexText, Text: "  两行\n文字\t和空格 "}},
		render.Block{Table: &render.Table{Rows: 2, Widths: []int{1, 1}, Cells: []render.Cell{
			{RowSpan: 2, ColSpan: 1, Text: "商业\n企业", Role: render.RowHead},
			{Col: 1, RowSpan: 1, ColSpan: 1, Role: render.Value},
			{Row: 1, Col: 1, RowSpan: 1, ColSpan: 1, Role: render.Value, Blank: true},
		}}},
		render.Block{Paragraph: &render.Paragraph{Style: render.Body, Text: "完"}})
	doc, err := readdocx.Format.Read(write(t, l))
	if err != nil {
		t.Fatal(err)
	}
	if len(doc.Blocks) != len(l.Blocks) {
		t.Fatalf("%d blocks read, want %d", len(doc.Blocks), len(l.Blocks))
	}
	for i, want := range l.Blocks {
		got := doc.Blocks[i]
		switch {
		case want.Table != nil && got.Table != nil:
			compareTable(t, layoutTable(*got.Table, *want.Table), *want.Table)
		case want.Paragraph != nil && got.Paragraph != nil:
			if got.Paragraph.Text != want.Paragraph.Text || got.Paragraph.Number != "" {
				t.Errorf("block %d: read %q, want %q", i, got.Paragraph.Text, want.Paragraph.Text)
			}
		default:
			t.Errorf("block %d is of another kind", i)
		}
	}
	for _, f := range doc.Findings {
		if f.Code == extract.HeadersDropped { // the page numbers
			continue
		}
		t.Errorf("finding %s: %s", f.Code, f.MessageEN)
	}
}

// layoutTable is what was read, with what a reader does not tell taken from want.
func layoutTable(t extract.Table, want render.Table) render.Table {
	out := render.Table{Rows: t.Rows, Widths: make([]int, t.Cols), Header: want.Header}
	for _, c := range t.Cells {
		cell := render.Cell{Row: c.Row, Col: c.Col, RowSpan: c.RowSpan, ColSpan: c.ColSpan, Text: c.Text}
		if c.Text == normalize.BlankMark {
			cell.Text, cell.Blank = "", true
		}
		for _, w := range want.Cells {
			if w.Row == c.Row && w.Col == c.Col {
				cell.Role = render.Role(styleOf(w).id)
			}
		}
		out.Cells = append(out.Cells, cell)
	}
	return out
}
