package extract

import (
	"encoding/json"
	"reflect"
	"slices"
	"testing"
)

func TestDocumentJSON(t *testing.T) {
	doc := Document{
		Source: Source{Path: "2020/a.doc", Format: "doc", SHA256: "00", Bytes: 5},
		Blocks: []Block{
			ParagraphBlock("总体情况", "一、"),
			{Table: &Table{Rows: 1, Cols: 2, Cells: []Cell{
				{RowSpan: 1, ColSpan: 2, Text: "a\nb", Numbers: []string{"1.", ""}, Tables: []Table{{Rows: 1, Cols: 1, Cells: []Cell{}, After: 1}}},
			}}},
		},
		Notes:    []Note{{Mark: "①", Text: "注"}},
		Findings: []Finding{Find(PicturesDropped, nil, 2)},
	}
	Locate(doc.Blocks)
	const want = `{"source":{"path":"2020/a.doc","format":"doc","sha256":"00","bytes":5},"blocks":[` +
		`{"kind":"paragraph","text":"总体情况","number":"一、","pos":{"block":0}},` +
		`{"kind":"table","rows":1,"cols":2,"cells":[{"row":0,"col":0,"row_span":1,"col_span":2,"text":"a\nb","numbers":["1.",""],"pos":{"block":1,"row":0,"col":0},` +
		`"tables":[{"rows":1,"cols":1,"cells":[],"after":1,"pos":{"block":1,"row":0,"col":0,"inner":{"table":0}}}]}],"pos":{"block":1}}],` +
		`"notes":[{"mark":"①","text":"注","pos":{"block":0}}],` +
		`"findings":[{"code":"source.pictures","severity":"info","where":"","message":"有图片 2 幅，未读取","message_en":"2 pictures not read"}]}`
	got, err := json.Marshal(doc)
	if err != nil || string(got) != want {
		t.Fatalf("Marshal: %v\ngot  %s\nwant %s", err, got, want)
	}
	var back Document
	if err := json.Unmarshal(got, &back); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(back, doc) {
		t.Errorf("Unmarshal: got %+v, want %+v", back, doc)
	}
}

func TestBlockErrors(t *testing.T) {
	if _, err := json.Marshal(Block{}); err == nil {
		t.Error("Marshal of an empty block: got no error")
	}
	for _, bad := range []string{`{"kind":"picture"}`, `{}`, `[]`, `{"kind":"table","rows":"x"}`} {
		var b Block
		if err := json.Unmarshal([]byte(bad), &b); err == nil {
			t.Errorf("Unmarshal(%s): got no error", bad)
		}
	}
}

func TestTableWithoutCellsJSON(t *testing.T) {
	got, err := json.Marshal(Block{Table: &Table{}})
	if want := `{"kind":"table","rows":0,"cols":0,"cells":[],"pos":{"block":0}}`; err != nil || string(got) != want {
		t.Errorf("got %s, %v, want %s", got, err, want)
	}
}

func TestJoinLines(t *testing.T) {
	p := func(text, number string) Paragraph { return Paragraph{Text: text, Number: number} }
	cases := []struct {
		in      []Paragraph
		text    string
		numbers []string
	}{
		{nil, "", nil},
		{[]Paragraph{p("a", ""), p("", ""), p("b", "")}, "a\n\nb", nil},
		{[]Paragraph{p("a\nb", "1."), p("c", ""), p("d", "2.")}, "a\nb\nc\nd", []string{"1.", "", "", "2."}},
	}
	for _, c := range cases {
		text, numbers := JoinLines(c.in)
		if text != c.text || !slices.Equal(numbers, c.numbers) || (numbers == nil) != (c.numbers == nil) {
			t.Errorf("JoinLines(%v): got %q, %q, want %q, %q", c.in, text, numbers, c.text, c.numbers)
		}
	}
}
