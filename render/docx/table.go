package docx

import (
	"fmt"
	"strings"

	"github.com/unidoc/unioffice/schema/soo/wml"

	"luzhou/normalize"
	"luzhou/render"
)

// Limits of a table: Word opens no more columns, and the grid is held in memory.
const (
	maxColumns = 63
	maxPlaces  = 1_000_000
)

// table writes a table of the width of the text.
func (w *writer) table(t *render.Table) error {
	grid, err := places(t)
	if err != nil {
		return fmt.Errorf("table %q: %w", t.Key, err)
	}
	widths := shares(t.Widths)
	e := w.cut("w:tbl", tableShell(t, widths))
	w.out.Write(e.open)
	for r := range t.Rows {
		tr := w.row
		if r < t.Header && t.Header < t.Rows { // Word repeats nothing when all rows are heads
			tr = w.head
		}
		w.out.Write(tr.open)
		for c := 0; c < len(widths); {
			c += w.place(t, grid, widths, r, c)
		}
		w.out.Write(tr.end)
	}
	w.out.Write(e.end)
	return nil
}

// places tells for every place of the grid, row by row, the cell that covers
// it: its index in t.Cells and one more, 0 for none.
func places(t *render.Table) ([]int32, error) {
	cols := len(t.Widths)
	if t.Rows < 1 || cols < 1 || cols > maxColumns || t.Rows > maxPlaces/cols {
		return nil, fmt.Errorf("%d rows and %d columns", t.Rows, cols)
	}
	grid := make([]int32, t.Rows*cols)
	for i, c := range t.Cells {
		if c.Row < 0 || c.Col < 0 || c.RowSpan < 1 || c.ColSpan < 1 ||
			c.RowSpan > t.Rows-c.Row || c.ColSpan > cols-c.Col {
			return nil, fmt.Errorf("cell at row %d, column %d, %d by %d, leaves the grid of %d by %d",
				c.Row, c.Col, c.RowSpan, c.ColSpan, t.Rows, cols)
		}
		for r := c.Row; r < c.Row+c.RowSpan; r++ {
			for k := r*cols + c.Col; k < r*cols+c.Col+c.ColSpan; k++ {
				if grid[k] != 0 {
					return nil, fmt.Errorf("two cells at row %d, column %d", r, k%cols)
				}
				grid[k] = int32(i + 1)
			}
		}
	}
	return grid, nil
}

// place writes the cell at row r and column c and returns the columns it takes:
// the cell itself, the part of it in a further row, or an empty one.
func (w *writer) place(t *render.Table, grid []int32, widths []int64, r, c int) int {
	kind, span, s := cellKind{style: cellText.id}, 1, ""
	if i := grid[r*len(widths)+c]; i > 0 {
		cell := t.Cells[i-1]
		kind.style, span = styleOf(cell).id, cell.ColSpan
		switch {
		case r > cell.Row:
			kind.merge = wml.ST_MergeContinue
		case cell.RowSpan > 1:
			kind.merge = wml.ST_MergeRestart
		}
		if r == cell.Row {
			s = textOf(cell)
		}
	}
	kind.wide = span > 1
	var width int64
	for _, twips := range widths[c : c+span] {
		width += twips
	}
	e := w.cells[kind]
	w.out.Write(e.open)
	w.number(width)
	w.out.Write(e.width)
	if kind.wide {
		w.number(int64(span))
		w.out.Write(e.span)
	}
	w.paragraph(paragraphShape{style: kind.style}, s)
	w.out.Write(e.end)
	return span
}

// textOf is the text of a cell, with its mark.
func textOf(c render.Cell) string {
	if c.Blank {
		return normalize.BlankMark
	}
	return c.Text
}

// tableShell is the table without its rows.
func tableShell(t *render.Table, widths []int64) *wml.CT_Tbl {
	grid := &wml.CT_TblGrid{}
	for _, twips := range widths {
		grid.GridCol = append(grid.GridCol, &wml.CT_TblGridCol{WAttr: new(unsigned(twips))})
	}
	p := &wml.CT_TblPr{
		TblStyle:  name(gridID),
		TblW:      width(textWidth),
		Jc:        &wml.CT_JcTable{ValAttr: wml.ST_JcTableCenter},
		TblLayout: &wml.CT_TblLayoutType{TypeAttr: wml.ST_TblLayoutTypeFixed},
		TblLook:   look(t.Header > 0),
	}
	if summary := strings.TrimSpace(clean(t.Summary)); summary != "" {
		p.TblCaption = name(caption(summary))
		p.TblDescription = name(summary)
	}
	return &wml.CT_Tbl{TblPr: p, TblGrid: grid}
}

// look says which parts of the table are heads, once in bits for Word 2007 and
// once in words (ECMA-376 part 1, 17.4.56).
func look(firstRow bool) *wml.CT_TblLook {
	bits := "0680"
	if firstRow {
		bits = "06A0"
	}
	return &wml.CT_TblLook{
		ValAttr:         &bits,
		FirstRowAttr:    onOff(firstRow),
		LastRowAttr:     onOff(false),
		FirstColumnAttr: onOff(true),
		LastColumnAttr:  onOff(false),
		NoHBandAttr:     onOff(true),
		NoVBandAttr:     onOff(true),
	}
}

// caption is the summary up to its first stop: what a screen reader says
// before the reader asks for the rest.
func caption(summary string) string {
	if at := strings.IndexAny(summary, "。；：，\n"); at > 0 {
		return summary[:at]
	}
	return summary
}

// row is a row without its cells. It does not break over pages.
func row(head bool) *wml.CT_Row {
	p := &wml.CT_TrPr{CantSplit: []*wml.CT_OnOff{on()}}
	if head {
		p.TblHeader = []*wml.CT_OnOff{on()}
	}
	return &wml.CT_Row{TrPr: p}
}
