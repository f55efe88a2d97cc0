package html

import (
	"fmt"
	"strconv"
	"strings"

	"luzhou/normalize"
	"luzhou/render"
)

// table is one table as it is written.
type table struct {
	*render.Table
	id     string
	at     []int32 // see Places
	kept   []bool  // rows that stay on the page of the next
	starts []int   // first column of each column group, and the number of columns
	ends   []int   // by row: one past the last row of its row group
	linked bool    // figures name their headers, for these stand among the rows
	heads  []int   // by place, when linked: the nearest row above with a head of its column, -1 for none
}

// newTable lays the cells on their grid.
func newTable(t *render.Table, id string) (*table, error) {
	at, err := t.Places()
	if err != nil {
		return nil, fmt.Errorf("table %q: %w", t.Key, err)
	}
	g := &table{Table: t, id: id, at: at, kept: t.Kept()}
	if g.group(); g.linked {
		g.findHeads()
	}
	return g, nil
}

// cell returns the cell that covers a place, nil when none does.
func (t *table) cell(row, col int) *render.Cell {
	if i := t.at[row*len(t.Widths)+col]; i > 0 {
		return &t.Cells[i-1]
	}
	return nil
}

// table writes a table.
func (w *writer) table(l *render.Table) error {
	w.tables++
	t, err := newTable(l, "t"+strconv.Itoa(w.tables))
	if err != nil {
		return err
	}
	name := t.id + "-name"
	w.raw(`<div class="table" role="region" tabindex="0"`)
	w.attribute("aria-labelledby", name)
	w.raw(">\n<table")
	if t.Tight {
		w.attribute("class", "tight")
	}
	w.attribute("aria-labelledby", name)
	w.raw(">\n<caption")
	w.attribute("id", name)
	w.raw(" hidden")
	w.text(l.Summary, "")
	w.raw("</caption>\n")
	w.columns(t)
	w.rows(t)
	w.raw("</table>\n</div>\n")
	return nil
}

// columns writes the column groups with the widths of the columns.
func (w *writer) columns(t *table) {
	whole := 0
	for _, width := range t.Widths {
		whole += max(width, 0)
	}
	for i, from := range t.starts[:len(t.starts)-1] {
		w.raw("<colgroup>")
		for _, width := range t.Widths[from:t.starts[i+1]] {
			w.raw("<col")
			if whole > 0 {
				w.attribute("style", "width:"+decimal(float64(max(width, 0))*100/float64(whole))+"%")
			}
			w.raw(">")
		}
		w.raw("</colgroup>\n")
	}
}

// rows writes the header and the row groups.
func (w *writer) rows(t *table) {
	for r := 0; r < t.Rows; r = t.ends[r] {
		tag := "tbody"
		if r < t.Header {
			tag = "thead"
		}
		w.raw("<" + tag + ">\n")
		for i := r; i < t.ends[r]; i++ {
			w.row(t, i)
		}
		w.raw("</" + tag + ">\n")
	}
}

// row writes the cells that begin in a row, and an empty one at each place that
// none covers.
func (w *writer) row(t *table, r int) {
	w.raw("<tr")
	if t.kept[r] && r >= t.Header {
		w.attribute("class", "kept") // printed on the page of the row below
	}
	w.raw(">")
	for k := 0; k < len(t.Widths); k++ {
		switch c := t.cell(r, k); {
		case c == nil:
			w.raw("<td></td>")
		case c.Row == r && c.Col == k:
			w.cell(t, c)
		}
	}
	w.raw("</tr>\n")
}

var cellClasses = map[render.Role]string{render.TableNote: "note", render.Words: "words"}

func (w *writer) cell(t *table, c *render.Cell) {
	scope := t.scope(c)
	tag := "td"
	if scope != "" {
		tag = "th"
	}
	w.raw("<" + tag)
	if class := cellClasses[c.Role]; class != "" {
		w.attribute("class", class)
	}
	if scope != "" {
		w.attribute("scope", scope)
	}
	if c.RowSpan > 1 {
		w.number("rowspan", c.RowSpan)
	}
	if c.ColSpan > 1 {
		w.number("colspan", c.ColSpan)
	}
	if t.linked && scope != "" {
		w.attribute("id", t.cellID(c))
	} else if t.linked && c.Role == render.Value {
		if ids := t.headers(c); len(ids) > 0 {
			w.attribute("headers", strings.Join(ids, " "))
		}
	}
	text := c.Text
	if text == "" && c.Role == render.Value {
		text = normalize.BlankMark
	}
	style := ""
	if c.Level > 0 {
		style = "padding-left:" + strconv.Itoa(c.Level) + "em"
	}
	w.text(text, style)
	w.raw("</" + tag + ">")
}
