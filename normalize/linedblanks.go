package normalize

import (
	"slices"

	"luzhou/extract"
)

// A dump with one cell a line has an empty line for an empty cell. Such lines show
// where the figures of a row belong, if none stands in a row that has all of them.

// minFullRows is how many rows must have all their figures, at one distance.
const minFullRows = 3

// mostApart is how many cells a figure stands behind the one before it at the most.
const mostApart = 12

// withBlankLines puts empty cells into the rows of a table of lines, where empty lines
// fill up each row that is short. It is for sections of one block, whose rows all
// have the same columns.
func (d *dictionary) withBlankLines(section string, t *extract.Table) *extract.Table {
	n := d.columnCount(section)
	if t == nil || n == 0 {
		return t
	}
	step, full, short := 0, 0, 0
	fits := true
	eachRow(t.Cells, func(row []extract.Cell) {
		figures := d.lineFigures(section, row)
		if len(figures) < 2 || len(figures) > n {
			fits = fits && len(figures) < 2
			return
		}
		if len(figures) < n {
			short++
			return
		}
		full++
		row = row[len(row)-n-1:] // a label of several lines would look like one above an empty line
		for i := range figures {
			gap := row[i+1].Pos.Line - row[i].Pos.Line
			if step == 0 {
				step = gap
			}
			fits = fits && gap == step && gap > 0
		}
	})
	if !fits || full < minFullRows || short == 0 {
		return t
	}
	u := *t
	u.Cells = make([]extract.Cell, 0, len(t.Cells))
	eachRow(t.Cells, func(row []extract.Cell) {
		figures := d.lineFigures(section, row)
		if len(figures) < 2 || len(figures) == n {
			u.Cells = append(u.Cells, row...)
			return
		}
		label := row[len(row)-len(figures)-1]
		cells := filledUp(append([]extract.Cell{label}, figures...), step)
		if len(cells) != n+1 {
			fits = false
			return
		}
		u.Cells = append(u.Cells, row[:len(row)-len(figures)]...)
		for i, c := range cells[1:] {
			c.Row, c.Col = label.Row, label.Col+1+i
			u.Cells = append(u.Cells, c)
			u.Cols = max(u.Cols, c.Col+1)
		}
	})
	if !fits {
		return t
	}
	return &u
}

// columnCount is how many columns the rows of a section have, 0 when it differs.
func (d *dictionary) columnCount(section string) int {
	form := FindTable(Generations[len(Generations)-1].Key, section)
	if form == nil || len(form.Blocks) != 1 || form.Blocks[0].Across || form.Listed {
		return 0
	}
	return len(form.Blocks[0].Columns)
}

// lineFigures are the figures behind the label of a row, one a line.
func (d *dictionary) lineFigures(section string, row []extract.Cell) []extract.Cell {
	from := len(row)
	for from > 0 && !isWord(row[from-1].Text) {
		from--
	}
	if from == 0 || !d.isRowLabel(section, row[from-1].Text) {
		return nil
	}
	return row[from:]
}

// filledUp puts an empty cell in the place of each step of lines that holds none; nil
// when the lines do not stand at such steps.
func filledUp(cells []extract.Cell, step int) []extract.Cell {
	full := slices.Clone(cells[:1])
	for i, c := range cells[1:] {
		gap := c.Pos.Line - cells[i].Pos.Line
		if gap < step || gap%step != 0 || gap > mostApart*step {
			return nil
		}
		for line := cells[i].Pos.Line + step; line < c.Pos.Line; line += step {
			empty := extract.Cell{RowSpan: 1, ColSpan: 1, Pos: c.Pos}
			empty.Pos.Line = line
			full = append(full, empty)
		}
		full = append(full, c)
	}
	return full
}
