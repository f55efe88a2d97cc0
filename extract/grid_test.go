package extract

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// shape prints a table as its size and its cells: row,col rows x cols text.
func shape(t Table) string {
	s := fmt.Sprintf("%dx%d", t.Rows, t.Cols)
	for _, c := range t.Cells {
		s += fmt.Sprintf(" %d,%d,%dx%d%s", c.Row, c.Col, c.RowSpan, c.ColSpan, c.Text)
	}
	return s
}

// gridOf places cells written as text, rows x cols: "a2x1"; a "/" ends a row
// group. A cell without numbers is 1x1.
func gridOf(t *testing.T, rows ...string) *Grid {
	t.Helper()
	g := NewGrid()
	for _, row := range rows {
		if row == "/" {
			g.EndGroup()
			continue
		}
		g.Row()
		for _, word := range strings.Fields(row) {
			c := Cell{Text: word[:1], RowSpan: 1, ColSpan: 1}
			if len(word) > 1 {
				if _, err := fmt.Sscanf(word[1:], "%dx%d", &c.RowSpan, &c.ColSpan); err != nil {
					t.Fatalf("cell %q: %v", word, err)
				}
			}
			g.Add(c)
		}
	}
	return g
}

func TestGrid(t *testing.T) {
	cases := []struct {
		name              string
		rows              []string
		want              string
		clipped, overlaps int
	}{
		{"plain", []string{"a b", "c d"}, "2x2 0,0,1x1a 0,1,1x1b 1,0,1x1c 1,1,1x1d", 0, 0},
		{"a span from above pushes cells right", []string{"a2x1 b", "c"}, "2x2 0,0,2x1a 0,1,1x1b 1,1,1x1c", 0, 0},
		{"a cell fills the gap between two spans", []string{"a2x1 b c2x1", "d e"}, "2x4 0,0,2x1a 0,1,1x1b 0,2,2x1c 1,1,1x1d 1,3,1x1e", 0, 0},
		{"short row is not padded", []string{"a b c", "d"}, "2x3 0,0,1x1a 0,1,1x1b 0,2,1x1c 1,0,1x1d", 0, 0},
		{"span past the last row is cut", []string{"a5x1 b", "c"}, "2x2 0,0,2x1a 0,1,1x1b 1,1,1x1c", 1, 0},
		{"rows 0 reach to the end of the group", []string{"a0x1 b", "c", "/", "d e"}, "3x2 0,0,2x1a 0,1,1x1b 1,1,1x1c 2,0,1x1d 2,1,1x1e", 0, 0},
		{"no span leaves its group", []string{"a3x1 b", "/", "c d"}, "2x2 0,0,1x1a 0,1,1x1b 1,0,1x1c 1,1,1x1d", 1, 0},
		{"overlap is counted, both stay", []string{"a b2x1", "c1x2"}, "2x2 0,0,1x1a 0,1,2x1b 1,0,1x2c", 0, 1},
		{"columns 0 count as 1", []string{"a1x0 b"}, "1x2 0,0,1x1a 0,1,1x1b", 0, 0},
		{"row without cells", []string{"a", "", "b"}, "3x1 0,0,1x1a 2,0,1x1b", 0, 0},
		{"no rows", nil, "0x0", 0, 0},
	}
	for _, c := range cases {
		g := gridOf(t, c.rows...)
		if got := shape(g.Table()); got != c.want {
			t.Errorf("%s: rows %q\ngot  %s\nwant %s", c.name, c.rows, got, c.want)
		}
		if g.Clipped != c.clipped || g.Overlaps != c.overlaps {
			t.Errorf("%s: got %d clipped, %d overlaps, want %d, %d", c.name, g.Clipped, g.Overlaps, c.clipped, c.overlaps)
		}
	}
}

func TestGridWidthLimit(t *testing.T) {
	g := gridOf(t, "a1x2147483647 b")
	table := g.Table()
	if table.Cols > MaxGridCols+1 || g.Clipped == 0 {
		t.Errorf("got %d columns, %d clipped, want at most %d and some", table.Cols, g.Clipped, MaxGridCols+1)
	}
	if table.Cells[0].ColSpan != MaxGridCols {
		t.Errorf("got a span of %d, want %d", table.Cells[0].ColSpan, MaxGridCols)
	}
}

func TestMergeDown(t *testing.T) {
	cell := func(text string, col, span int, down Down) RowCell {
		return RowCell{Cell{Text: text, Col: col, ColSpan: span}, down}
	}
	cases := []struct {
		name string
		rows [][]RowCell
		cols int
		want string
	}{
		{"a merge of two", [][]RowCell{{cell("a", 0, 1, Restart), cell("b", 1, 1, Single)}, {cell("", 0, 1, Continue), cell("c", 1, 1, Single)}}, 2,
			"2x2 0,0,2x1a 0,1,1x1b 1,1,1x1c"},
		{"restart within a merge", [][]RowCell{{cell("a", 0, 1, Restart)}, {cell("b", 0, 1, Restart)}, {cell("", 0, 1, Continue)}}, 0,
			"3x1 0,0,1x1a 1,0,2x1b"},
		{"a row between ends the merge", [][]RowCell{{cell("a", 0, 1, Restart)}, {cell("b", 0, 1, Single)}, {cell("c", 0, 1, Continue)}}, 1,
			"3x1 0,0,1x1a 1,0,1x1b 2,0,1x1c"},
		{"an absent cell ends the merge", [][]RowCell{{cell("a", 0, 1, Restart)}, {}, {cell("c", 0, 1, Continue)}}, 1,
			"3x1 0,0,1x1a 2,0,1x1c"},
		{"other width, other cell", [][]RowCell{{cell("a", 0, 2, Restart)}, {cell("b", 0, 1, Continue)}, {cell("", 0, 1, Continue)}}, 2,
			"3x2 0,0,1x2a 1,0,2x1b"},
		{"other column, other cell", [][]RowCell{{cell("a", 0, 1, Restart), cell("b", 1, 1, Restart)}, {cell("c", 1, 1, Continue)}}, 2,
			"2x2 0,0,1x1a 0,1,2x1b"},
		{"cells out of order", [][]RowCell{{cell("b", 1, 1, Restart), cell("a", 0, 1, Restart)}, {cell("", 1, 1, Continue), cell("", 0, 1, Continue)}}, 0,
			"2x2 0,0,2x1a 0,1,2x1b"},
		{"wider than the grid", [][]RowCell{{cell("a", 3, 2, Single)}}, 1, "1x5 0,3,1x2a"},
	}
	for _, c := range cases {
		if got := shape(MergeDown(c.rows, c.cols)); got != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.name, got, c.want)
		}
	}
}

func TestEdges(t *testing.T) {
	e := NewEdges([]int{3000, 0, 1000, 1019, 5, 1020, 3000, -108})
	if want := (Edges{-108, 0, 1000, 1020, 3000}); !slices.Equal(e, want) {
		t.Fatalf("NewEdges: got %v, want %v", e, want)
	}
	for _, c := range []struct{ x, want int }{{-500, 0}, {-108, 0}, {4, 1}, {1009, 2}, {1011, 3}, {2999, 4}, {9999, 4}} {
		if got := e.Index(c.x); got != c.want {
			t.Errorf("Index(%d): got %d, want %d", c.x, got, c.want)
		}
	}
	if got := (Edges)(nil).Index(7); got != 0 {
		t.Errorf("Index of no edges: got %d, want 0", got)
	}
}
