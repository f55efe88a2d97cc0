package odt

import (
	"slices"
	"strings"

	"luzhou/extract"
	"luzhou/extract/tags"
)

// tableCell is a place of a row as stored: a cell, or one that another covers.
type tableCell struct {
	extract.Cell
	covered bool
	times   int // how often it stands there
}

// tableRow is a row as stored.
type tableRow struct {
	cells []tableCell
	times int
}

// maxRepeat bounds how often a cell or row may be repeated. Writers repeat
// empty ones to fill a sheet; repeated text beyond this is no document.
const maxRepeat = 1024

// addTable reads table:table into the story.
func (r *reader) addTable(s *story, e tags.Event) {
	inside := &story{}
	var rows []tableRow
	if r.enter() {
		r.Within(func(e tags.Event) {
			switch {
			case e.Is(tableSpace, "table-row"):
				rows = append(rows, r.row(inside, e))
			case e.Kind == tags.Open && e.Space == tableSpace: // groups of rows; columns say nothing
			default:
				r.block(inside, e)
			}
		})
	}
	r.nesting--
	boxes := append(inside.blocks, inside.boxes...)
	if r.refused != nil || len(rows) == 0 {
		s.box(boxes)
		return
	}
	t := r.place(rows)
	s.add(extract.Block{Table: &t}, boxes)
}

func (r *reader) row(inside *story, e tags.Event) tableRow {
	row := tableRow{times: max(1, e.Int("number-rows-repeated", 1))}
	r.Within(func(e tags.Event) {
		switch {
		case e.Is(tableSpace, "table-cell"), e.Is(tableSpace, "covered-table-cell"):
			row.cells = append(row.cells, r.cell(inside, e))
		case e.Kind == tags.Open:
			r.block(inside, e)
		}
	})
	return row
}

func (r *reader) cell(inside *story, e tags.Event) tableCell {
	c := tableCell{covered: e.Local == "covered-table-cell", times: max(1, e.Int("number-columns-repeated", 1))}
	c.ColSpan = max(1, e.Int("number-columns-spanned", 1))
	c.RowSpan = max(1, e.Int("number-rows-spanned", 1))
	s := r.story(false)
	inside.boxes = append(inside.boxes, s.boxes...)
	c.Text, c.Numbers, c.Tables = cellContent(s.blocks)
	if c.covered && (strings.TrimSpace(c.Text) != "" || len(c.Tables) > 0) {
		r.tally.covered++
	}
	return c
}

// cellContent makes the text of a cell; each nested table knows after which line
// it stands.
func cellContent(blocks []extract.Block) (text string, numbers []string, tables []extract.Table) {
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

func (c *tableCell) empty() bool { return c.Text == "" && len(c.Tables) == 0 }

func (row *tableRow) empty() bool {
	return !slices.ContainsFunc(row.cells, func(c tableCell) bool { return !c.empty() })
}

// place gives the cells their rows and columns and writes out repetitions.
func (r *reader) place(rows []tableRow) extract.Table {
	g := grid{}
	for _, row := range rows {
		times := r.times(row.times, row.empty())
		r.bound(row.cells)
		if r.count(row, times); r.refused != nil {
			return extract.Table{}
		}
		for i := range times {
			g.row++
			if !g.addRow(row, i > 0) {
				r.refuse("表格列数过多", "too many table columns")
				return extract.Table{}
			}
		}
	}
	r.tally.clipped += g.end()
	r.tally.overlaps += g.overlaps
	return extract.Table{Rows: g.row, Cols: g.width, Cells: g.cells}
}

// bound bounds the repetitions in a row. Only empty cells at its end may be
// left out, as others hold the place of those behind them.
func (r *reader) bound(cells []tableCell) {
	atEnd := true
	for i := len(cells) - 1; i >= 0; i-- {
		c := &cells[i]
		if c.covered {
			c.times = min(c.times, extract.MaxGridCols)
			continue
		}
		atEnd = atEnd && c.empty()
		c.times = r.times(c.times, atEnd)
	}
}

// count counts the cells a row stands for before any is written out.
func (r *reader) count(row tableRow, times int) {
	for _, c := range row.cells {
		if !c.covered {
			r.tally.cells += times * c.times * size(c.Cell)
			r.tally.places += times * c.times * min(c.ColSpan, extract.MaxGridCols)
		}
		if r.tally.cells > extract.MaxCells || r.tally.places > maxPlaces {
			r.refuse("单元格过多", "too many cells")
			return
		}
	}
	if r.tally.rows += times; r.tally.rows > extract.MaxCells {
		r.refuse("表格行数过多", "too many table rows")
	}
}

// maxPlaces bounds the columns all cells together span.
const maxPlaces = 16 * extract.MaxCells

// size is the number of cells in a cell, itself included.
func size(c extract.Cell) int {
	n := 1
	for _, t := range c.Tables {
		for _, inner := range t.Cells {
			n += size(inner)
		}
	}
	return n
}

// times bounds a repetition: of what is empty the rest is told, of what has
// text it is refused.
func (r *reader) times(n int, empty bool) int {
	switch {
	case n <= maxRepeat:
		return n
	case empty:
		r.tally.repeats++
		return 1
	}
	r.refuse("重复的单元格过多", "too many repeated cells")
	return 0
}

// copyOf copies a cell with its nested tables, since each knows its place.
func copyOf(c extract.Cell) extract.Cell {
	c.Tables = slices.Clone(c.Tables)
	for i := range c.Tables {
		t := &c.Tables[i]
		t.Cells = slices.Clone(t.Cells)
		for k := range t.Cells {
			t.Cells[k] = copyOf(t.Cells[k])
		}
	}
	return c
}

// grid is a table being filled. Every place of the grid is stored, so a cell
// stands at its index in the row; only where a writer left out covered places
// it moves on to the next free one.
type grid struct {
	cells    []extract.Cell
	row      int   // rows begun
	taken    []int // per column, the first row that is free again
	width    int
	overlaps int
	clipped  int
}

// addRow adds a row, a copy when it was added before; ok is false when it has
// too many columns.
func (g *grid) addRow(row tableRow, again bool) (ok bool) {
	col := 0
	for _, c := range row.cells {
		if c.covered {
			col = min(col+c.times, extract.MaxGridCols)
			continue
		}
		for i := range c.times {
			if col >= extract.MaxGridCols {
				return false
			}
			cell := c.Cell
			if again || i > 0 {
				cell = copyOf(cell)
			}
			col = g.add(cell, col)
		}
	}
	return true
}

// add places a cell at the column or after it and returns the column behind
// its first place.
func (g *grid) add(c extract.Cell, col int) int {
	row := g.row - 1
	for col < len(g.taken) && g.taken[col] > row {
		col++
	}
	c.Row, c.Col = row, col
	if col+c.ColSpan > extract.MaxGridCols {
		c.ColSpan = max(1, extract.MaxGridCols-col)
		g.clipped++
	}
	for len(g.taken) < col+c.ColSpan {
		g.taken = append(g.taken, 0)
	}
	overlap := false
	for k := col; k < col+c.ColSpan; k++ {
		overlap = overlap || g.taken[k] > row
		g.taken[k] = max(g.taken[k], row+c.RowSpan)
	}
	if overlap {
		g.overlaps++
	}
	g.width = max(g.width, col+c.ColSpan)
	g.cells = append(g.cells, c)
	return col + 1
}

// end clips the spans that reach past the last row and returns how many spans
// were clipped in all.
func (g *grid) end() int {
	for i := range g.cells {
		c := &g.cells[i]
		if rest := g.row - c.Row; c.RowSpan > rest {
			c.RowSpan = rest
			g.clipped++
		}
	}
	return g.clipped
}
