package extract

import (
	"encoding/json"
	"testing"
)

func TestLocate(t *testing.T) {
	inner := Table{Cells: []Cell{{Row: 1, Col: 2}}}
	outer := Table{Cells: []Cell{{Row: 0, Col: 1}, {Row: 3, Col: 0, Tables: []Table{{}, inner}}}, Pos: Pos{Line: 8}}
	outer.Cells[0].Pos.Line = 9
	blocks := []Block{ParagraphBlock("a", ""), {Table: &outer}}
	blocks[0].Paragraph.Pos.Line = 7
	Locate(blocks)
	cases := []struct {
		what, want string
		line       int
		pos        Pos
	}{
		{"paragraph", "0", 7, blocks[0].Paragraph.Pos},
		{"table", "1", 8, outer.Pos},
		{"cell", "1:0:1", 9, outer.Cells[0].Pos},
		{"cell with tables", "1:3:0", 0, outer.Cells[1].Pos},
		{"nested table", "1:3:0/1", 0, outer.Cells[1].Tables[1].Pos},
		{"nested cell", "1:3:0/1:1:2", 0, outer.Cells[1].Tables[1].Cells[0].Pos},
	}
	for _, c := range cases {
		if got := c.pos.String(); got != c.want || c.pos.Line != c.line {
			t.Errorf("%s: got %s line %d, want %s line %d", c.what, got, c.pos.Line, c.want, c.line)
		}
	}
	Locate(blocks)
	if got := outer.Cells[1].Tables[1].Cells[0].Pos.String(); got != "1:3:0/1:1:2" {
		t.Errorf("located twice: got %s", got)
	}
}

func TestPosJSON(t *testing.T) {
	for _, c := range []struct {
		pos  Pos
		want string
	}{
		{Pos{Block: 2}, `{"block":2}`},
		{Pos{Block: 2, Line: 5}, `{"block":2,"line":5}`},
		{Pos{Block: 1}.in(0, 3), `{"block":1,"row":0,"col":3}`},
		{Pos{Block: 1}.in(0, 3).nested(0).in(4, 5), `{"block":1,"row":0,"col":3,"inner":{"table":0,"row":4,"col":5}}`},
	} {
		got, err := json.Marshal(c.pos)
		if err != nil || string(got) != c.want {
			t.Errorf("Marshal(%s): got %s, %v, want %s", c.pos, got, err, c.want)
		}
		if own := c.pos.AppendJSON(nil); string(own) != c.want {
			t.Errorf("AppendJSON(%s): got %s, want %s", c.pos, own, c.want)
		}
		var back Pos
		if err := json.Unmarshal(got, &back); err != nil || back.String() != c.pos.String() {
			t.Errorf("Unmarshal(%s): got %s, %v", got, back, err)
		}
	}
}
