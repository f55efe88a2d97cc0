package render

import (
	"slices"

	"luzhou/extract"
	"luzhou/normalize"
)

// markBlanks sees to it that a document is read again as the report it was made
// from. Empty cells at the end of a row may be figures that are blank, or what a
// writer put behind a short row, and others may have pushed the figures aside; where
// the rest of the report speaks for the second, the row would come back without
// certain places. So the layout is read here as the normalizer will read the
// document; only if that loses a figure are the empty cells of such rows marked, those
// in the middle where the outer ones are not enough.
func (b *builder) markBlanks() {
	for _, inner := range []bool{false, true} {
		cells := b.emptyCells(inner)
		if len(cells) == 0 {
			continue
		}
		if sameFigures(normalize.FromDocument(documentOf(b.layout)), b.report) {
			return
		}
		for _, c := range cells {
			c.Blank = true
		}
	}
}

// emptyCells lists the first and the last figure of each row of a form, or those
// between them, where they are empty beside others that are not. Lists have one figure
// a row, and rows that the form does not have are read as they stand.
func (b *builder) emptyCells(inner bool) (empty []*Cell) {
	for _, block := range b.layout.Blocks {
		if block.Table == nil || block.Table.Key == otherKey {
			continue
		}
		t := b.report.Table(block.Table.Key)
		if t.Form.Listed {
			continue
		}
		cells := block.Table.Cells
		for i := 0; i < len(cells); {
			row, filled, known := cells[i].Row, false, true
			var figures []*Cell
			for ; i < len(cells) && cells[i].Row == row; i++ {
				switch c := &cells[i]; c.Role {
				case Value:
					figures, filled = append(figures, c), filled || c.Text != ""
				case RowHead:
					known = known && !isExtra(t, c.Text)
				}
			}
			for k, c := range figures {
				if outer := k == 0 || k == len(figures)-1; outer != inner && known && filled && c.Text == "" {
					empty = append(empty, c)
				}
			}
		}
	}
	return empty
}

func isExtra(t *normalize.Table, label string) bool {
	return slices.ContainsFunc(t.Extra, func(e normalize.ExtraRow) bool { return e.Label == label })
}

// documentOf is what a reader finds in a document of a layout.
func documentOf(l Layout) *extract.Document {
	doc := &extract.Document{}
	for _, b := range l.Blocks {
		if b.Table != nil {
			doc.Blocks = append(doc.Blocks, extract.Block{Table: tableOf(b.Table)})
		} else if b.Paragraph.Style != Footnote {
			doc.Blocks = append(doc.Blocks, extract.ParagraphBlock(b.Paragraph.Text, ""))
		}
	}
	extract.Locate(doc.Blocks)
	return doc
}

func tableOf(t *Table) *extract.Table {
	out := &extract.Table{Rows: t.Rows, Cols: len(t.Widths)}
	for _, c := range t.Cells {
		out.Cells = append(out.Cells, extract.Cell{Row: c.Row, Col: c.Col, RowSpan: c.RowSpan, ColSpan: c.ColSpan, Text: c.Text})
		if c.Blank {
			out.Cells[len(out.Cells)-1].Text = normalize.BlankMark
		}
	}
	return out
}

// sameFigures reports whether a report read again has the figures that were
// printed. What paper does not show, such as why a figure is empty, is no figure.
func sameFigures(again, printed *normalize.Report) bool {
	for _, t := range printed.Tables() {
		u := again.Table(t.Form.Section)
		if u == nil || u.Form != t.Form {
			return false
		}
		for b := range t.Values {
			for r := range t.Values[b] {
				for c, v := range t.Values[b][r] {
					w := u.Values[b][r][c]
					if v.HasValue() != w.HasValue() || v.HasValue() && v.Value != w.Value || figureText(v) == "" && w.State != normalize.Blank {
						return false
					}
				}
			}
		}
	}
	return true
}
