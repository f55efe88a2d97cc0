package docx

import (
	"fmt"
	"strings"

	"github.com/unidoc/unioffice/schema/soo/wml"

	"luzhou/normalize"
	"luzhou/render"
)

// maxColumns is how many columns Word opens.
const maxColumns = 63

// table writes a table of the width of the text.
func (w *writer) table(t *render.Table) error {
	if len(t.Widths) > maxColumns {
		return fmt.Errorf("table %q: %d rows by %d columns", t.Key, t.Rows, len(t.Widths))
	}
	grid, err := t.Places()
	if err != nil {
		return fmt.Errorf("table %q: %w", t.Key, err)
	}
	p := placed{Table: t, grid: grid, widths: shares(t.Widths), kept: t.Kept()}
	e := w.cut("w:tbl", tableShell(t, p.widths))
	w.out.Write(e.open)
	for r := range t.Rows {
		tr := w.row
		if r < t.Header && t.Header < t.Rows { // Word repeats nothing when all rows are heads
			tr = w.head
		}
		w.out.Write(tr.open)
		for c := 0; c < len(p.widths); {
			c += w.place(p, r, c)
		}
		w.out.Write(tr.end)
	}
	w.out.Write(e.end)
	return nil
}

// placed is a table on its grid, see Places of render.Table. Widths are in twips.
type placed struct {
	*render.Table
	grid   []int32
	widths []int64
	kept   []bool // rows that stay on the page of the next
}

// place writes the cell at row r and column c and returns the columns it takes:
// the cell itself, the part of it in a further row, or an empty one.
func (w *writer) place(p placed, r, c int) int {
	style, kind, span, s := cellText, cellKind{}, 1, ""
	if i := p.grid[r*len(p.widths)+c]; i > 0 {
		cell := p.Cells[i-1]
		style, span = styleOf(cell), cell.ColSpan
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
	kind.style, kind.wide = style.id, span > 1
	var width int64
	for _, twips := range p.widths[c : c+span] {
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
	shape := paragraphShape{style: style.id, keep: p.kept[r] && !style.keepNext}
	if size := figureSize(s, width); style == cellFigure && size < render.CellSize {
		w.smallParagraph(shape, s, size)
	} else {
		w.paragraph(shape, s)
	}
	w.out.Write(e.end)
	return span
}

// figureSize is the size of type in which a figure is not broken over lines in a cell
// of that width, or the smallest there is.
func figureSize(s string, twips int64) (size float64) {
	digits := 0.0 // of its longest part that Word does not break, such as 1234 of 1234万元
	for part := range strings.FieldsFuncSeq(s, func(r rune) bool { return r >= 0x2000 }) {
		digits = max(digits, render.Width(part))
	}
	room := float64(twips)/20 - 2*render.CellPadding/25.4*72
	for _, size = range render.CellSizes {
		if digits*size <= room {
			break
		}
	}
	return size
}

// textOf is the text of a cell; an empty figure is marked as such.
func textOf(c render.Cell) string {
	if c.Text == "" && c.Role == render.Value {
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
	if t.Tight {
		p.TblCellMar = margins(fromMM(render.CellPadTight), fromMM(render.CellPadding))
	}
	if summary := strings.TrimSpace(clean(t.Summary)); summary != "" {
		p.TblCaption = name(summary)
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

// row is a row without its cells. It does not break over pages.
func row(head bool) *wml.CT_Row {
	p := &wml.CT_TrPr{CantSplit: []*wml.CT_OnOff{on()}}
	if head {
		p.TblHeader = []*wml.CT_OnOff{on()}
	}
	return &wml.CT_Row{TrPr: p}
}
