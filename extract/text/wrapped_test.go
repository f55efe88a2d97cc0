package text

import "testing"

// A row grows by each of its lines, so a piece of many is left as it is.
func TestPiecesOfManyLinesAreNoRow(t *testing.T) {
	piece := func(n int) (lines [][]line) {
		for range n {
			lines = append(lines, []line{{"甲", 1}, {"乙", 1}})
		}
		return lines
	}
	if row, ok := joined(piece(maxRowLines)); !ok || len(row) != 2 {
		t.Errorf("%d cells, %v", len(row), ok)
	}
	if _, ok := joined(piece(maxRowLines + 1)); ok {
		t.Error("one row of too many lines")
	}
}
