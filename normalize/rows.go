package normalize

import (
	"iter"
	"slices"
	"strings"

	"luzhou/extract"
)

// printedRow is one row of a source table: the cells that begin in it.
type printedRow struct {
	labels []extract.Cell // words at the left, empty cells among them dropped
	cells  []extract.Cell // what stands right of them
	all    []extract.Cell // all cells of the row
	table  int            // number of the piece it came from
	unit   *rowUnit       // units printed in cells of their own; nil when there are none
}

// pos is the place of the row: its own label, or its first cell.
func (r printedRow) pos() *extract.Pos {
	switch {
	case len(r.labels) > 0:
		return &r.labels[len(r.labels)-1].Pos
	case len(r.cells) > 0:
		return &r.cells[0].Pos
	}
	return nil
}

// each goes through the labels of a row and then its cells.
func (r printedRow) each() iter.Seq[*extract.Cell] {
	return func(yield func(*extract.Cell) bool) {
		for _, list := range [2][]extract.Cell{r.labels, r.cells} {
			for i := range list {
				if !yield(&list[i]) {
					return
				}
			}
		}
	}
}

func (r printedRow) texts() string {
	var b strings.Builder
	for i, c := range r.cells {
		if i > 0 {
			b.WriteByte('|')
		}
		b.WriteString(strings.TrimFunc(c.Text, isBlank))
	}
	return b.String()
}

// hasFigure reports whether any cell right of the labels holds something.
func (r printedRow) hasFigure() bool {
	for _, c := range r.cells {
		if parseFigure(c.Text).state != Blank {
			return true
		}
	}
	return false
}

// splitRows cuts tables into rows, and each row into labels and cells. A cell
// is a label when it is no figure; labels end at the first figure behind one.
// Empty cells in front of the labels continue merged cells of the rows above.
func splitRows(tables []*extract.Table) []printedRow {
	var rows []printedRow
	for n, t := range tables {
		rows = slices.Grow(rows, min(t.Rows, len(t.Cells)))
		eachRow(t.Cells, func(cells []extract.Cell) { rows = append(rows, splitRow(cells, n)) })
	}
	return rows
}

// eachRow calls f with the cells of each row.
func eachRow(cells []extract.Cell, f func(row []extract.Cell)) {
	for from := 0; from < len(cells); {
		to := from
		for to < len(cells) && cells[to].Row == cells[from].Row {
			to++
		}
		f(cells[from:to])
		from = to
	}
}

func splitRow(cells []extract.Cell, table int) printedRow {
	row := printedRow{table: table, all: cells, cells: cells}
	first, last, gap := -1, -1, false // labels, and whether other cells stand between them
	for i := range cells {
		if text := cells[i].Text; isWord(text) {
			if first < 0 {
				first = i
			}
			gap = gap || last >= 0 && last < i-1
			last = i
		} else if last >= 0 && parseFigure(text).state != Blank {
			break // a figure behind a label: what follows are cells, words or not
		}
	}
	if last >= 0 {
		row.labels, row.cells = slices.Clip(cells[first:last+1]), cells[last+1:]
	}
	if gap {
		row.labels = slices.DeleteFunc(slices.Clone(row.labels), func(c extract.Cell) bool { return !isWord(c.Text) })
	}
	return row
}

// after is the row with what stands right of a label as its cells.
func (r printedRow) after(label int) printedRow {
	l := r.labels[label]
	i := slices.IndexFunc(r.all, func(c extract.Cell) bool { return c.Row == l.Row && c.Col == l.Col })
	r.labels, r.cells = r.labels[:label+1], r.all[i+1:]
	return r
}

// isWord reports whether the text of a cell is a label rather than a figure.
func isWord(text string) bool { return !isFigure(text) }
