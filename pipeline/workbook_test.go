package pipeline

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"testing"

	"luzhou/normalize"
	"luzhou/render"
)

// gridCell is a cell of a workbook as the file has it (ECMA-376 part 1, 18.3.1.4).
type gridCell struct {
	Ref     string  `xml:"r,attr"`
	Kind    string  `xml:"t,attr"`
	Value   string  `xml:"v"`
	Inline  string  `xml:"is>t"`
	Formula *string `xml:"f"`
}

// readSheet returns the cells of a sheet by their references.
func readSheet(z *zip.Reader, number int) (map[string]gridCell, error) {
	f, err := z.Open(fmt.Sprintf("xl/worksheets/sheet%d.xml", number))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(f)
	if err != nil {
		return nil, err
	}
	var sheet struct {
		Rows []struct {
			Cells []gridCell `xml:"c"`
		} `xml:"sheetData>row"`
	}
	if err := xml.Unmarshal(data, &sheet); err != nil {
		return nil, err
	}
	cells := map[string]gridCell{}
	for _, row := range sheet.Rows {
		for _, c := range row.Cells {
			cells[c.Ref] = c
		}
	}
	return cells, nil
}

// sameCells holds the sheets of tables against the printed tables: the second
// sheet is the first table, and so on.
func sameCells(_ testing.TB, data []byte, report *normalize.Report) string {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return err.Error()
	}
	numbers := map[string]string{} // figures as printed -> their digits
	for _, t := range report.Tables() {
		t.Each(func(_ string, _ normalize.Column, v *normalize.Value) {
			if v.HasValue() {
				numbers[v.Value.String()+v.Unit] = v.Value.String()
			}
		})
	}
	sheet := 2
	for _, b := range render.FromReport(report).Blocks {
		if b.Table == nil {
			continue
		}
		cells, err := readSheet(z, sheet)
		if err != nil {
			return err.Error()
		}
		for _, c := range b.Table.Cells {
			if problem := sameCell(cells[reference(c)], c, numbers); problem != "" {
				return fmt.Sprintf("sheet %d: %s: %s", sheet, reference(c), problem)
			}
		}
		sheet++
	}
	return ""
}

func reference(c render.Cell) string { return fmt.Sprintf("%c%d", 'A'+c.Col, c.Row+1) }

func sameCell(got gridCell, want render.Cell, numbers map[string]string) string {
	digits, isFigure := numbers[want.Text]
	switch {
	case got.Formula != nil:
		return "is a formula"
	case want.Role == render.Value && isFigure:
		if got.Kind == "" && got.Value == digits || got.Kind == "n" && got.Value == digits {
			return ""
		}
	case want.Text == "":
		if got.Value == "" && got.Inline == "" {
			return ""
		}
	case want.Role == render.Value && got.Value == want.Text && got.Kind != "s": // a plain number of a row the form does not have
		return ""
	case got.Kind == "inlineStr" && strings.ReplaceAll(got.Inline, "\r\n", "\n") == want.Text:
		return ""
	}
	return fmt.Sprintf("got %+v, want %q", got, want.Text)
}
