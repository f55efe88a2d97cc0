package extract

import (
	"fmt"
	"strconv"
)

// Pos is a place in a Document.
type Pos struct {
	Block int `json:"block"` // index in Document.Blocks
	*At       // the cell, when the place is inside a table
	Line  int `json:"line,omitempty"` // line of the source file, from 1, where the format has lines
}

// At is a cell of a table, and the cell of a table nested in that one, and so on.
type At struct {
	Row   int     `json:"row"`
	Col   int     `json:"col"`
	Inner *Nested `json:"inner,omitempty"`
}

// Nested is a table inside a cell, and a place in it.
type Nested struct {
	Table int `json:"table"` // index in Cell.Tables
	*At
}

// String prints block:row:col, each nested table adding /table:row:col.
func (p Pos) String() string {
	s := fmt.Sprint(p.Block)
	for at := p.At; at != nil; {
		s += fmt.Sprintf(":%d:%d", at.Row, at.Col)
		if at.Inner == nil {
			break
		}
		s += fmt.Sprintf("/%d", at.Inner.Table)
		at = at.Inner.At
	}
	return s
}

// AppendJSON appends what encoding/json writes of p. A record holds hundreds of
// positions, each of which costs that package more than all of this.
func (p Pos) AppendJSON(b []byte) []byte {
	b = strconv.AppendInt(append(b, `{"block":`...), int64(p.Block), 10)
	b = p.At.appendJSON(b)
	if p.Line != 0 {
		b = strconv.AppendInt(append(b, `,"line":`...), int64(p.Line), 10)
	}
	return append(b, '}')
}

func (a *At) appendJSON(b []byte) []byte {
	if a == nil {
		return b
	}
	b = strconv.AppendInt(append(b, `,"row":`...), int64(a.Row), 10)
	b = strconv.AppendInt(append(b, `,"col":`...), int64(a.Col), 10)
	if a.Inner != nil {
		b = strconv.AppendInt(append(b, `,"inner":{"table":`...), int64(a.Inner.Table), 10)
		b = append(a.Inner.At.appendJSON(b), '}')
	}
	return b
}

// In returns the position with the cell added at the innermost level.
func (p Pos) in(row, col int) Pos {
	p.At = extend(p.At, func(*At) *At { return &At{Row: row, Col: col} })
	return p
}

// nested returns the position of the table of that index inside the cell p names.
func (p Pos) nested(table int) Pos {
	p.At = extend(p.At, func(last *At) *At {
		last.Inner = &Nested{Table: table}
		return last
	})
	return p
}

// extend copies the chain of cells and lets change make its last link.
func extend(at *At, change func(*At) *At) *At {
	if at == nil {
		return change(nil)
	}
	link := *at
	switch {
	case link.Inner == nil:
		return change(&link)
	default:
		inner := *link.Inner
		inner.At = extend(inner.At, change)
		link.Inner = &inner
		return &link
	}
}

// Locate gives every block, cell and nested table its place. Readers call it
// once, on the finished blocks; source lines set before are kept.
func Locate(blocks []Block) {
	for i, b := range blocks {
		if b.Paragraph != nil {
			b.Paragraph.Pos = Pos{Block: i, Line: b.Paragraph.Pos.Line}
		} else if b.Table != nil {
			locateTable(b.Table, Pos{Block: i})
		}
	}
}

func locateTable(t *Table, at Pos) {
	at.Line = t.Pos.Line
	t.Pos = at
	for i := range t.Cells {
		c := &t.Cells[i]
		pos := at.in(c.Row, c.Col)
		pos.Line = c.Pos.Line
		c.Pos = pos
		for k := range c.Tables {
			locateTable(&c.Tables[k], pos.nested(k))
		}
	}
}
