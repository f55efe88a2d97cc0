package normalize

import "luzhou/extract"

// unlabelled files a row of figures without a label. One beside a label that
// reaches down from the row above is that row once more. Any other belongs to a
// row whose label is lost; unless it is empty, or counts the columns, a person
// must look.
func (s *stackedReader) unlabelled(row printedRow) {
	first := row.cells[0]
	if cells, certain := trimCells(row.cells, len(s.form.Blocks[s.block].Columns), -1); certain {
		row.cells = cells
	}
	if l := s.lastLabel; l != nil && s.lastTable == row.table && l.Row < first.Row && first.Row < l.Row+l.RowSpan {
		row.labels = []extract.Cell{*l}
		s.figures(row, *l, s.lastItem, exact)
		return
	}
	s.extra(row, "")
	if s.last != "" && row.counts() && !row.numbersColumns() {
		s.add(RowUnplaced, s.form.Section, row.pos(), len(row.cells), len(s.form.Blocks[s.block].Columns), row.texts(),
			say("这一行没有名称", "the row has no label"))
	}
}

// counts reports whether a row has a figure other than 0.
func (r printedRow) counts() bool {
	for _, c := range r.cells {
		if f := parseFigure(c.Text); f.state == Printed && f.value != (Decimal{}) {
			return true
		}
	}
	return false
}

// numbersColumns reports whether a row counts its columns: 1 2 3 4 5 6 7.
func (r printedRow) numbersColumns() bool {
	n := int64(0)
	for _, c := range r.cells {
		f := parseFigure(c.Text)
		if f.state == Blank {
			continue
		}
		if n++; f.value != Int(n) {
			return false
		}
	}
	return n > 1
}
