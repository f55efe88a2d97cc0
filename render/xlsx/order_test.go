package xlsx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// sheetOrder is the order of the elements of a sheet that Excel insists on (ECMA-376
// part 1, 18.3.1.99), as far as this writer has them.
var sheetOrder = strings.Fields("sheetPr sheetViews cols sheetData mergeCells pageSetup")

// sheetXML is what the test reads of a sheet.
type sheetXML struct {
	Elements []struct {
		XMLName xml.Name
		Cols    []struct{} `xml:"col"`
		Rows    []struct {
			Cells []struct {
				Place string `xml:"r,attr"`
			} `xml:"c"`
		} `xml:"row"`
		Merges []struct {
			Places string `xml:"ref,attr"`
		} `xml:"mergeCell"`
	} `xml:",any"`
}

func TestSheetsAreValid(t *testing.T) {
	data := write(t, reportOf(t, "made-2021"))
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	sheets := 0
	for _, f := range z.File {
		if !strings.HasPrefix(f.Name, "xl/worksheets/") {
			continue
		}
		sheets++
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		var sheet sheetXML
		if err := xml.NewDecoder(r).Decode(&sheet); err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		checkSheet(t, f.Name, sheet)
	}
	if sheets != 5 {
		t.Errorf("%d sheets, want 5", sheets)
	}
}

func checkSheet(t *testing.T, name string, sheet sheetXML) {
	t.Helper()
	last, merged := -1, map[[2]int]bool{}
	for _, e := range sheet.Elements {
		at := slices.Index(sheetOrder, e.XMLName.Local)
		if at <= last {
			t.Errorf("%s: %s in the wrong place", name, e.XMLName.Local)
		}
		last = at
		if e.XMLName.Local == "cols" && len(e.Cols) == 0 {
			t.Errorf("%s: no columns", name)
		}
		for _, row := range e.Rows {
			before := 0
			for _, c := range row.Cells {
				col, _, err := excelize.CellNameToCoordinates(c.Place)
				if err != nil || col <= before {
					t.Errorf("%s: cell %s after column %d: %v", name, c.Place, before, err)
				}
				before = col
			}
		}
		for _, m := range e.Merges {
			from, to, _ := strings.Cut(m.Places, ":")
			left, top, err := excelize.CellNameToCoordinates(from)
			right, bottom, err2 := excelize.CellNameToCoordinates(to)
			if err != nil || err2 != nil || left == right && top == bottom {
				t.Errorf("%s: merge of %s: %v, %v", name, m.Places, err, err2)
			}
			for row := top; row <= bottom; row++ {
				for col := left; col <= right; col++ {
					if merged[[2]int{row, col}] {
						t.Errorf("%s: %s is merged twice", name, m.Places)
					}
					merged[[2]int{row, col}] = true
				}
			}
		}
	}
}
