package wordml

import (
	"strings"

	"luzhou/extract"
	"luzhou/extract/tags"
)

// tableRow is a row before its cells have columns.
type tableRow struct {
	cells         []tableCell
	before, after int // grid columns it leaves free at its ends
}

// tableCell is a cell as stored: it knows its width in columns, not its place.
type tableCell struct {
	extract.Cell
	down      extract.Down
	continues bool // belongs to the cell at its left
	width     string
}

// table reads w:tbl. ok is false when it has no rows.
func (r *reader) table() (t extract.Table, boxes []extract.Block, ok bool) {
	var rows []tableRow
	var grid []string
	loose := &story{}
	r.Within(func(e tags.Event) {
		switch {
		case e.Kind != tags.Open || e.Space == amlSpace && e.Local != "annotation":
		case e.Space == amlSpace:
			r.annotation(e)
		case e.Space != wordSpace:
		case e.Local == "gridCol":
			grid = append(grid, e.Attr("w"))
		case e.Local == "tr":
			rows = append(rows, r.row(loose))
		case e.Local == "tblPr":
			r.Skip()
		default: // what stands between rows is kept after the table
			r.block(loose, e)
		}
	})
	loose.flush()
	boxes = append(loose.blocks, loose.boxes...)
	if r.refused != nil || len(rows) == 0 {
		return t, boxes, false
	}
	return r.place(rows, grid), boxes, true
}

func (r *reader) row(loose *story) tableRow {
	var row tableRow
	r.Within(func(e tags.Event) {
		switch {
		case e.Kind != tags.Open || e.Space != wordSpace && e.Space != amlSpace:
		case e.Local == "tc":
			row.cells = append(row.cells, r.cell(loose))
		case e.Local == "trPr":
			r.rowProps(&row)
		case e.Local == "tblPrEx":
			r.Skip()
		default:
			r.block(loose, e)
		}
	})
	return row
}

// rowProps reads w:trPr. A row marked as deleted keeps its place, as Word shows
// it until the change is accepted; its text is out with all deleted text.
func (r *reader) rowProps(row *tableRow) {
	r.Within(func(e tags.Event) {
		switch {
		case e.Kind != tags.Open:
		case e.Space == amlSpace:
			r.annotation(e)
		case e.Local == "gridBefore":
			row.before = min(max(0, e.Int("val", 0)), extract.MaxGridCols)
		case e.Local == "gridAfter":
			row.after = min(max(0, e.Int("val", 0)), extract.MaxGridCols)
		}
	})
}

// cell reads w:tc: text boxes of its paragraphs go after the table.
func (r *reader) cell(loose *story) tableCell {
	if r.tally.cells++; r.tally.cells > extract.MaxCells {
		r.refuse("单元格过多", "too many cells")
	}
	c := tableCell{}
	c.ColSpan = 1
	s := &story{}
	if r.nesting++; r.nesting > extract.MaxNesting {
		r.refuse("嵌套过深", "nested too deep")
		return c
	}
	outer := r.fields
	r.fields = fields{}
	r.Within(func(e tags.Event) {
		if e.Kind == tags.Open && e.Space == wordSpace && e.Local == "tcPr" {
			r.cellProps(&c)
			return
		}
		r.block(s, e)
	})
	s.flush()
	r.fields = outer
	r.nesting--
	loose.boxes = append(loose.boxes, s.boxes...)
	c.Text, c.Numbers, c.Tables = content(s.blocks)
	return c
}

func (r *reader) cellProps(c *tableCell) {
	r.Within(func(e tags.Event) {
		if e.Kind != tags.Open {
			return
		}
		if e.Space != wordSpace {
			r.Skip()
			return
		}
		switch e.Local {
		case "tcW":
			c.width = e.Attr("w")
		case "gridSpan":
			c.ColSpan = max(1, e.Int("val", 0))
		case "vmerge":
			c.down = extract.Continue
			if e.Attr("val") == "restart" {
				c.down = extract.Restart
			}
		case "hmerge":
			c.continues = e.Attr("val") != "restart"
		default:
			r.Skip()
		}
	})
}

// content makes the text of a cell; each nested table knows after which line
// it stands.
func content(blocks []extract.Block) (text string, numbers []string, tables []extract.Table) {
	var paragraphs []extract.Paragraph
	lines := 0
	for _, b := range blocks {
		if b.Table != nil {
			b.Table.After = lines
			tables = append(tables, *b.Table)
			continue
		}
		paragraphs = append(paragraphs, *b.Paragraph)
		lines += 1 + strings.Count(b.Paragraph.Text, "\n")
	}
	text, numbers = extract.JoinLines(paragraphs)
	return text, numbers, tables
}

// place gives the cells of the rows their columns.
func (r *reader) place(rows []tableRow, grid []string) extract.Table {
	placed := make([][]extract.RowCell, len(rows))
	for i, row := range rows {
		placed[i] = r.inOrder(row)
	}
	if t := leftOut(rows, grid, r.libre); t != nil {
		if n := t.restore(placed); n > 0 {
			r.tally.inferred = append(r.tally.inferred, inferred{r.at, n})
		}
	}
	r.countCovered(placed)
	return extract.MergeDown(placed, 0)
}

// inOrder puts the cells of a row side by side.
func (r *reader) inOrder(row tableRow) []extract.RowCell {
	cells := make([]extract.RowCell, 0, len(row.cells))
	col := row.before
	for _, c := range row.cells {
		if c.continues && len(cells) > 0 {
			if strings.TrimSpace(c.Text) != "" || len(c.Tables) > 0 {
				r.tally.covered++
			}
			cells[len(cells)-1].ColSpan += c.ColSpan
		} else {
			c.Col = col
			cells = append(cells, extract.RowCell{Cell: c.Cell, Down: c.down})
		}
		last := &cells[len(cells)-1]
		if last.Col+last.ColSpan > extract.MaxGridCols {
			if last.Col >= extract.MaxGridCols {
				r.refuse("表格列数过多", "too many table columns")
				return nil
			}
			last.ColSpan = extract.MaxGridCols - last.Col
			r.tally.clipped++
		}
		col = last.Col + last.ColSpan
	}
	return cells
}

// countCovered counts the lower cells of merges that hold text: Word shows
// only the first cell of a merge.
func (r *reader) countCovered(rows [][]extract.RowCell) {
	for _, row := range rows {
		for _, c := range row {
			if c.Down == extract.Continue && strings.TrimSpace(c.Text) != "" {
				r.tally.covered++
			}
		}
	}
}
