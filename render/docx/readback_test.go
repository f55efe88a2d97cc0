package docx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"luzhou/render"
)

const wordNS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

// node is an XML element with its children in order.
type node struct {
	XMLName xml.Name
	Attrs   []xml.Attr `xml:",any,attr"`
	Nodes   []node     `xml:",any"`
	Text    string     `xml:",chardata"`
}

func (n node) attr(local string) string {
	for _, a := range n.Attrs {
		if a.Name.Local == local {
			return a.Value
		}
	}
	return ""
}

// all returns the children of a name; a path a/b looks in all children a.
func (n node) all(path string) []node {
	first, rest, deeper := strings.Cut(path, "/")
	var found []node
	for _, c := range n.Nodes {
		switch {
		case c.XMLName.Local != first:
		case deeper:
			found = append(found, c.all(rest)...)
		default:
			found = append(found, c)
		}
	}
	return found
}

// one returns the first child at the path, or an empty node.
func (n node) one(path string) node {
	if found := n.all(path); len(found) > 0 {
		return found[0]
	}
	return node{}
}

func write(t testing.TB, l render.Layout) []byte {
	t.Helper()
	data, err := Write(l)
	if err != nil {
		t.Fatalf("Write: %v", err)
	}
	return data
}

// unpack returns the parts and their names in the order of the file.
func unpack(t testing.TB, data []byte) (map[string][]byte, []string) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatalf("zip: %v", err)
	}
	files, names := map[string][]byte{}, []string(nil)
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		content, err := io.ReadAll(r) // checks the checksum too
		if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		files[f.Name] = content
		names = append(names, f.Name)
	}
	return files, names
}

func parse(t testing.TB, name string, data []byte) node {
	t.Helper()
	var n node
	if err := xml.Unmarshal(data, &n); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return n
}

func body(t testing.TB, l render.Layout) node {
	t.Helper()
	files, _ := unpack(t, write(t, l))
	return parse(t, documentPart, files[documentPart]).one("body")
}

func styleID(p node) string { return p.one("pPr/pStyle").attr("val") }

func paragraphText(p node) string {
	var b strings.Builder
	for _, r := range p.all("r") {
		for _, c := range r.Nodes {
			switch c.XMLName.Local {
			case "t":
				b.WriteString(c.Text)
			case "br":
				b.WriteByte('\n')
			case "tab":
				b.WriteByte('\t')
			}
		}
	}
	return b.String()
}

// readTable turns w:tbl back into rows, widths, header rows and cells. Places
// that no cell covers come back as cells without text.
func readTable(t testing.TB, tbl node) render.Table {
	t.Helper()
	out := render.Table{Rows: len(tbl.all("tr"))}
	for _, col := range tbl.all("tblGrid/gridCol") {
		out.Widths = append(out.Widths, atoi(t, col.attr("w")))
	}
	above := map[int]int{} // by column: index of the cell that a continued cell belongs to
	for r, tr := range tbl.all("tr") {
		if len(tr.all("trPr/tblHeader")) == 1 {
			out.Header++
		}
		if len(tr.all("trPr/cantSplit")) != 1 {
			t.Errorf("row %d may split", r)
		}
		col := 0
		for _, tc := range tr.all("tc") {
			span := 1
			if g := tc.all("tcPr/gridSpan"); len(g) == 1 {
				span = atoi(t, g[0].attr("val"))
			}
			want := 0
			for _, w := range out.Widths[col : col+span] {
				want += w
			}
			if got := atoi(t, tc.one("tcPr/tcW").attr("w")); got != want {
				t.Errorf("row %d, column %d: width %d, want %d", r, col, got, want)
			}
			merge := tc.all("tcPr/vMerge")
			if len(merge) == 1 && merge[0].attr("val") != "restart" {
				out.Cells[above[col]].RowSpan++
			} else {
				above[col] = len(out.Cells)
				out.Cells = append(out.Cells, render.Cell{
					Row: r, Col: col, RowSpan: 1, ColSpan: span,
					Text: paragraphText(tc.one("p")), Role: render.Role(styleID(tc.one("p"))),
				})
			}
			if n := len(tc.all("p")); n != 1 {
				t.Errorf("row %d, column %d: %d paragraphs, want 1", r, col, n)
			}
			col += span
		}
		if col != len(out.Widths) {
			t.Errorf("row %d covers %d columns, want %d", r, col, len(out.Widths))
		}
	}
	return out
}

func atoi(t testing.TB, s string) int {
	t.Helper()
	n := 0
	for _, c := range s {
		if c < '0' || c > '9' {
			t.Fatalf("%q is no number", s)
		}
		n = n*10 + int(c-'0')
	}
	return n
}
