package html

import (
	"slices"
	"strconv"

	"luzhou/render"
)

// group finds the column groups and row groups that header cells can name by
// scope=colgroup and scope=rowgroup (WHATWG HTML section 4.9.10): the columns
// between the edges of the wide cells of the header, and the header and the
// bands of rows that no cell crosses. A header that a cell crosses is none.
func (t *table) group() {
	cut := make([]bool, len(t.Widths)+1)
	cut[0], cut[len(t.Widths)] = true, true
	banded := false
	for _, c := range t.Cells {
		if c.Role == render.ColumnHead && c.Row < t.Header && c.ColSpan > 1 {
			cut[c.Col], cut[c.Col+c.ColSpan] = true, true
		}
		banded = banded || c.Role == render.RowHead && c.RowSpan > 1
		t.linked = t.linked || c.Role == render.ColumnHead && t.Header == 0
	}
	for k, edge := range cut {
		if edge {
			t.starts = append(t.starts, k)
		}
	}
	t.bands(banded)
}

// bands fills ends. Rows below the header are one group unless banded.
func (t *table) bands(banded bool) {
	crossed := make([]bool, t.Rows+1) // by row: a cell reaches into it from above
	for _, c := range t.Cells {
		for r := c.Row + 1; r < c.Row+c.RowSpan; r++ {
			crossed[r] = true
		}
	}
	header := min(max(t.Header, 0), t.Rows)
	if crossed[header] {
		header = 0
	}
	copied := *t.Table
	copied.Header = header
	t.Table = &copied
	t.ends = make([]int, t.Rows)
	end := t.Rows
	for r := t.Rows - 1; r >= 0; r-- {
		t.ends[r] = end
		if r == header || banded && r > header && !crossed[r] {
			end = r
		}
	}
}

// scope says what a header cell heads, "" for a cell that is no header. A cell
// over one whole group heads the group, any other its own rows or columns.
func (t *table) scope(c *render.Cell) string {
	switch {
	case c.Text == "":
		return ""
	case c.Role == render.ColumnHead && c.ColSpan > 1 && t.isGroup(c):
		return "colgroup"
	case c.Role == render.ColumnHead:
		return "col"
	case c.Role == render.RowHead && c.RowSpan > 1 && t.ends[c.Row] == c.Row+c.RowSpan && (c.Row == 0 || t.ends[c.Row-1] == c.Row):
		return "rowgroup"
	case c.Role == render.RowHead:
		return "row"
	}
	return ""
}

// findHeads fills heads.
func (t *table) findHeads() {
	cols := len(t.Widths)
	t.heads = make([]int, len(t.at))
	for i := range t.heads {
		switch above := i - cols; {
		case above < 0:
			t.heads[i] = -1
		case t.at[above] > 0 && t.Cells[t.at[above]-1].Role == render.ColumnHead:
			t.heads[i] = above / cols
		default:
			t.heads[i] = t.heads[above]
		}
	}
}

func (t *table) isGroup(c *render.Cell) bool {
	i := slices.Index(t.starts, c.Col)
	return i >= 0 && i+1 < len(t.starts) && t.starts[i+1] == c.Col+c.ColSpan
}

func (t *table) cellID(c *render.Cell) string {
	return t.id + "-" + strconv.Itoa(c.Row) + "-" + strconv.Itoa(c.Col)
}

// headers lists the header cells of a figure of a table whose headers stand
// among the rows: the labels left of it, and above it the nearest rows of
// headers. Scope would give it the headers of the blocks above as well.
func (t *table) headers(c *render.Cell) (ids []string) {
	add := func(head *render.Cell, role render.Role) bool {
		if head == nil || head.Role != role || t.scope(head) == "" {
			return false
		}
		if id := t.cellID(head); !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
		return true
	}
	for r := t.heads[c.Row*len(t.Widths)+c.Col]; r >= 0 && add(t.cell(r, c.Col), render.ColumnHead); r-- {
	}
	slices.Reverse(ids)
	for k := range c.Col {
		add(t.cell(c.Row, k), render.RowHead)
	}
	return ids
}
