package docx

import (
	"strings"
	"testing"

	"luzhou/extract"
)

func TestTables(t *testing.T) {
	const restart, more = `<w:vMerge w:val="restart"/>`, `<w:vMerge/>`
	span := func(n string) string { return `<w:gridSpan w:val="` + n + `"/>` }
	grid := "<w:tblGrid>" + strings.Repeat("<w:gridCol/>", 3) + "<w:tblGridChange><w:tblGrid><w:gridCol/></w:tblGrid></w:tblGridChange></w:tblGrid>"
	before := func(n string, cells ...string) string {
		return `<w:tr><w:trPr><w:gridBefore w:val="` + n + `"/></w:trPr>` + strings.Join(cells, "") + "</w:tr>"
	}
	runBodies(t, []bodyCase{
		{"spans", tbl(tr(tc(span("2"), "a"), tc("", "b")), tr(tc("", "c"), tc(span("2"), "d"))), `2x3 0,0(1x2) "a" 0,2 "b" 1,0 "c" 1,1(1x2) "d"`, nil},
		{"merged down", tbl(tr(tc(restart, "a"), tc("", "b")), tr(tc(more, ""), tc("", "c")), tr(tc(more, ""), tc("", "d"))), `3x2 0,0(3x1) "a" 0,1 "b" 1,1 "c" 2,1 "d"`, nil},
		{"merged both ways", tbl(tr(tc(restart+span("2"), "a"), tc("", "b")), tr(tc(more+span("2"), ""), tc("", "c"))), `2x3 0,0(2x2) "a" 0,2 "b" 1,2 "c"`, nil},
		{"two merges in a column", tbl(tr(tc(restart, "a")), tr(tc(more, "")), tr(tc(restart, "b")), tr(tc(`<w:vMerge w:val="continue"/>`, ""))), `4x1 0,0(2x1) "a" 2,0(2x1) "b"`, nil},
		{"a continuation of other width stands alone", tbl(tr(tc(restart+span("2"), "a")), tr(tc(more, "b"), tc("", "c"))), `2x2 0,0(1x2) "a" 1,0 "b" 1,1 "c"`, nil},
		{"a continuation of nothing stands alone", tbl(tr(tc("", "a")), tr(tc(more, "b")), tr(tc(more, ""))), `3x1 0,0 "a" 1,0(2x1) "b"`, nil},
		{"text under a merge is told", tbl(tr(tc(restart, "a")), tr(tc(more, "x"))), `2x1 0,0(2x1) "a"`, []extract.Code{extract.TextLeftOut}},
		{"merged across, the old way", tbl(tr(tc(`<w:hMerge w:val="restart"/>`, "a"), tc(`<w:hMerge/>`, ""), tc("", "b"))), `1x3 0,0(1x2) "a" 0,2 "b"`, nil},
		{"short row is not padded", tbl(tr(tc("", "a"), tc("", "b"), tc("", "c")), tr(tc("", "d"))), `2x3 0,0 "a" 0,1 "b" 0,2 "c" 1,0 "d"`, nil},
		{"row that starts late", tbl(tr(tc("", "a"), tc("", "b")), before("1", tc("", "c"))), `2x2 0,0 "a" 0,1 "b" 1,1 "c"`, nil},
		{"grid wider than the rows", tbl(grid, tr(tc("", "a"))), `1x3 0,0 "a"`, nil},
		{"former properties of a cell", tbl(tr(tc(`<w:tcPrChange><w:tcPr>`+span("5")+`</w:tcPr></w:tcPrChange>`, "a"), tc("", "b"))), `1x2 0,0 "a" 0,1 "b"`, nil},
		{"controls around rows and cells", tbl(`<w:sdt><w:sdtPr/><w:sdtContent>` + tr(`<w:sdt><w:sdtContent>`+tc("", "a")+`</w:sdtContent></w:sdt>`, `<w:customXml>`+tc("", "b")+`</w:customXml>`) + `</w:sdtContent></w:sdt>`), `1x2 0,0 "a" 0,1 "b"`, nil},
		{"control around a table", `<w:sdt><w:sdtContent>` + tbl(tr(tc("", "a"))) + `</w:sdtContent></w:sdt>`, `1x1 0,0 "a"`, nil},
		{"paragraphs of a cell", tbl(tr(cellOf("", para(text("商业"))+para(text("企业"))))), `1x1 0,0 "商业\n企业"`, nil},
		{"nested after two lines", tbl(tr(cellOf("", para(`<w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>`)+tbl(tr(tc("", "x")))+para(text("c"))))), `1x1 0,0 "a\nb\nc"[after 2: 1x1 0,0 "x"]`, nil},
		{"two nested", tbl(tr(cellOf("", tbl(tr(tc("", "x")))+"<w:p/>"+tbl(tr(tc("", "y")))+"<w:p/>"))), `1x1 0,0 "\n"[after 0: 1x1 0,0 "x"][after 1: 1x1 0,0 "y"]`, nil},
		{"paragraph among rows", tbl(tr(tc("", "a")), para(text("b"))), "1x1 0,0 \"a\"\nb", nil},
		{"table without rows", tbl(grid) + para(text("b")), "b", nil},
		{"empty row", tbl(tr(tc("", "a")), tr(), tr(tc("", "b"))), `3x1 0,0 "a" 2,0 "b"`, nil},
		{"spans of nonsense", tbl(tr(tc(span("0"), "a"), tc(span("-3"), "b"), tc(span("x"), "c"))), `1x3 0,0 "a" 0,1 "b" 0,2 "c"`, nil},
	}, nil)
}

func TestHugeSpans(t *testing.T) {
	huge := `<w:gridSpan w:val="99999999999999999999"/>`
	doc, err := ReadParts(parts(tbl(tr(tc(huge, "a"), tc(huge, "b"), tc("", "c")), tr(tc("", "d"))), nil))
	if err != nil {
		t.Fatal(err)
	}
	table := doc.Blocks[0].Table
	if table.Cols != extract.MaxGridCols {
		t.Errorf("got %d columns, want %d", table.Cols, extract.MaxGridCols)
	}
	for i, want := range []string{"a", "b", "c", "d"} {
		if got := table.Cells[i].Text; got != want {
			t.Errorf("cell %d: got %q, want %q", i, got, want)
		}
	}
	if got := codesOf(doc); len(got) != 1 || got[0] != extract.SpanClipped {
		t.Errorf("got findings %q, want %q", got, extract.SpanClipped)
	}
}

func TestPositions(t *testing.T) {
	nested := tbl(tr(tc("", "x"), tc("", "y")))
	doc, err := ReadParts(parts(para(text("a"))+tbl(tr(tc("", "b"), cellOf("", nested+"<w:p/>"))), nil))
	if err != nil {
		t.Fatal(err)
	}
	outer := doc.Blocks[1].Table.Cells[1]
	if got := outer.Pos.String(); got != "1:0:1" {
		t.Errorf("outer cell: got %s, want 1:0:1", got)
	}
	if got := outer.Tables[0].Cells[1].Pos.String(); got != "1:0:1/0:0:1" {
		t.Errorf("nested cell: got %s, want 1:0:1/0:0:1", got)
	}
}
