package normalize

import (
	"slices"
	"testing"

	"luzhou/extract"
)

// sheet puts the blocks of a document into one table of 15 columns, a line of
// text in a row of its own.
func sheet(doc *extract.Document) *extract.Document {
	t := extract.Table{Cols: 15}
	add := func(cells []string) {
		for c := range t.Cols {
			text := ""
			if c < len(cells) {
				text = cells[c]
			}
			t.Cells = append(t.Cells, extract.Cell{Row: t.Rows, Col: c, RowSpan: 1, ColSpan: 1, Text: text})
		}
		t.Rows++
	}
	for _, b := range doc.Blocks {
		if b.Paragraph != nil {
			add([]string{b.Paragraph.Text})
			continue
		}
		rows := make([][]string, b.Table.Rows)
		for _, c := range b.Table.Cells {
			rows[c.Row] = append(rows[c.Row], c.Text)
		}
		for _, row := range rows {
			add(row)
		}
	}
	blocks := []extract.Block{{Table: &t}}
	extract.Locate(blocks)
	return &extract.Document{Blocks: blocks}
}

func TestSheet(t *testing.T) {
	s := newSample("gen_2019")
	*s.row(t, "（一）予以公开") = []string{"三、本年度办理结果", "（一）予以公开", "3", "1", "0", "0", "0", "0", "4"}
	doc := sheet(s.whole())
	sameFigures(t, doc)
	r := FromDocument(doc)
	if r.Title != sampleTitle || r.Signatory != "青山镇人民政府" || r.Issued != "2021-01-20" {
		t.Errorf("title %q, signature %q %q", r.Title, r.Signatory, r.Issued)
	}
	if got := r.Sections[0].Subsections[0].Paragraphs; !slices.Equal(got, []string{"公开20条。"}) {
		t.Errorf("paragraphs %q", got)
	}
	if got := r.Sections[5].Paragraphs; !slices.Equal(got, []string{"无"}) {
		t.Errorf("paragraphs %q", got)
	}
}

// TestNoSheet has a table of the requests that names other parts of the report.
func TestNoSheet(t *testing.T) {
	s := newSample("gen_2019")
	s.rows = append(s.rows, []string{"四、政府信息公开行政复议、行政诉讼情况"}, []string{"五、存在的主要问题及改进情况"})
	r := FromDocument(s.whole())
	wantFigure(t, r, "requests.carried_out.total", "1", Printed)
	wantFigure(t, r, "review_and_litigation.review.total", "2", Printed)
}
