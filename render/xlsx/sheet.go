package xlsx

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"luzhou/normalize"
)

// sheet is one sheet, written row by row as the part of the file that it is
// (ECMA-376 part 1, 18.3.1): excelize would keep up to 32 MB of each in memory.
type sheet struct {
	*book
	part    *part
	rows    int
	columns []float64 // widths in characters
	lines   int       // of all rows so far
	merges  []string  // references of merged cells
	line    bytes.Buffer
}

// view is how a sheet is opened.
type view struct {
	columns, rows int // kept in sight, and printed on each page
	widths        []float64
}

// sheet begins a sheet. The first takes the place of the one excelize opens.
func (b *book) sheet(title string, v view) *sheet {
	name := b.uniqueName(title)
	if len(b.sheets) == 0 {
		b.fail(b.file.SetSheetName(b.file.GetSheetName(0), name))
	} else {
		_, err := b.file.NewSheet(name)
		b.fail(err)
	}
	place, err := b.spool()
	if b.fail(err); err != nil {
		place = new(memory)
	}
	s := &sheet{book: b, columns: v.widths, part: newPart(fmt.Sprintf("xl/worksheets/sheet%d.xml", len(b.sheets)+1), place)}
	b.sheets = append(b.sheets, s)
	if v.rows > 0 {
		b.fail(b.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: name, RefersTo: titles(name, v)}))
	}
	s.begin(v)
	return s
}

// titles names the rows and columns that print again on each page: those kept in sight.
func titles(name string, v view) string {
	rows := fmt.Sprintf("'%s'!$1:$%d", name, v.rows)
	if v.columns == 0 {
		return rows
	}
	return fmt.Sprintf("'%s'!$A:$%s,%s", name, columnName(v.columns-1), rows)
}

// begin writes what stands before the rows.
func (s *sheet) begin(v view) {
	s.raw(xml.Header + `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
		`<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"`)
	if len(s.sheets) == 1 {
		s.raw(` tabSelected="1"`)
	}
	s.raw(">")
	if v.columns+v.rows > 0 {
		s.raw("<pane")
		pane := ""
		if v.columns > 0 {
			s.raw(` xSplit="` + strconv.Itoa(v.columns) + `"`)
			pane = "topRight"
		}
		if v.rows > 0 {
			s.raw(` ySplit="` + strconv.Itoa(v.rows) + `"`)
			pane = map[bool]string{true: "bottomRight", false: "bottomLeft"}[v.columns > 0]
		}
		s.raw(` topLeftCell="` + reference(v.rows, v.columns) + `" activePane="` + pane + `" state="frozen"/>`)
	}
	s.raw("</sheetView></sheetViews><cols>")
	for i, w := range v.widths {
		n := strconv.Itoa(i + 1)
		s.raw(`<col min="` + n + `" max="` + n + `" width="` + strconv.FormatFloat(w, 'f', 2, 64) + `" customWidth="1"/>`)
	}
	s.raw("</cols><sheetData>")
}

// linesAcross is how many lines a page of A4 across holds of a sheet as wide as it.
const linesAcross = 32

// end writes what stands behind the rows: A4, as wide as the page, across unless
// the rows fill more than one such page.
func (s *sheet) end() {
	s.raw("</sheetData>")
	if len(s.merges) > 0 {
		s.raw(`<mergeCells count="` + strconv.Itoa(len(s.merges)) + `">`)
		for _, m := range s.merges {
			s.raw(`<mergeCell ref="` + m + `"/>`)
		}
		s.raw("</mergeCells>")
	}
	orientation := "landscape"
	if s.lines > linesAcross && width(s.columns) < gridWidth+1 {
		orientation = "portrait"
	}
	s.raw(`<pageSetup paperSize="9" orientation="` + orientation + `" fitToWidth="1" fitToHeight="0"/></worksheet>`)
	s.flush()
}

func (s *sheet) raw(text string) { s.line.WriteString(text) }

func (s *sheet) flush() {
	if s.err == nil {
		_, err := s.part.Write(s.line.Bytes())
		s.fail(err)
	}
	s.line.Reset()
}

// cell is a cell of a row: its style, and a text or a number or neither. The
// zero value is no cell at all.
type cell struct {
	style  string
	text   string
	number string
}

func (s *sheet) text(text string) cell { return cell{style: s.style(look{}), text: text} }

func (s *sheet) int(n int64) cell {
	return cell{style: s.style(look{format: whole}), number: strconv.FormatInt(n, 10)}
}

func (s *sheet) heads(texts ...string) (cells []cell) {
	style := s.style(look{head: true, center: true})
	for _, t := range texts {
		cells = append(cells, cell{style: style, text: t})
	}
	return cells
}

// row writes the next row, as high as its texts need.
func (s *sheet) row(cells ...cell) {
	most := 1
	for i, c := range cells {
		if c.text != "" && i < len(s.columns) {
			most = max(most, lines(c.text, s.columns[i]))
		}
	}
	s.rowOf(most, cells)
}

var errFull = errors.New("more rows than a sheet can have")

// rowOf writes a row that many lines high. Programs other than Excel do not work
// the height out by themselves.
func (s *sheet) rowOf(lines int, cells []cell) {
	const line, most = 15.0, 409.0 // points; the second is the limit of Excel
	if s.rows == excelize.TotalRows {
		s.fail(errFull)
		return
	}
	s.rows++
	s.lines += lines
	n := strconv.Itoa(s.rows)
	s.raw(`<row r="` + n + `" ht="` + strconv.FormatFloat(min(line*float64(lines), most), 'f', -1, 64) + `" customHeight="1">`)
	for i, c := range cells {
		if c.style == "" {
			continue
		}
		s.raw(`<c r="` + columnName(i) + n + `" s="` + c.style + `"`)
		switch {
		case c.number != "":
			s.raw("><v>" + c.number + "</v></c>")
		case c.text != "":
			s.raw(` t="inlineStr"><is><t xml:space="preserve">`)
			s.fail(xml.EscapeText(&s.line, []byte(literal(fitting(c.text)))))
			s.raw("</t></is></c>")
		default:
			s.raw("/>")
		}
	}
	s.raw("</row>")
	s.flush()
}

// merge joins the places of a cell of that many rows and columns.
func (s *sheet) merge(row, col, rows, cols int) {
	s.merges = append(s.merges, reference(row, col)+":"+reference(row+rows-1, col+cols-1))
}

// reference names a cell, rows and columns counting from 0.
func reference(row, col int) string { return columnName(col) + strconv.Itoa(row+1) }

func columnName(col int) string {
	name := ""
	for n := col + 1; n > 0; n = (n - 1) / 26 {
		name = string(rune('A'+(n-1)%26)) + name
	}
	return name
}

// lines is how many lines a text takes in a column of that width, where a Chinese
// character is as wide as two of others.
func lines(text string, width float64) int {
	n := 0
	for line := range strings.SplitSeq(text, "\n") {
		w := 1.0 // room at the edges
		for _, r := range line {
			if w++; r >= 0x2000 {
				w++
			}
		}
		n += max(1, int(math.Ceil(w/max(width, 1))))
	}
	return n
}

// format is the number format that shows every digit of a number, and its unit
// behind it. The general format of Excel shows eleven digits at most.
func format(d normalize.Decimal, unit string) string {
	f := whole
	if _, fraction, ok := strings.Cut(d.String(), "."); ok {
		f += "." + strings.Repeat("0", len(fraction))
	}
	if unit != "" {
		f += `"` + strings.ReplaceAll(unit, `"`, "") + `"`
	}
	return f
}

// escapes are what Excel reads as a character given by its number (ECMA-376
// part 1, 22.9.2.19, ST_Xstring).
var escapes = regexp.MustCompile(`_(x[0-9A-Fa-f]{4}_)`)

// literal keeps Excel from reading such a character into a text.
func literal(text string) string {
	if !strings.Contains(text, "_x") {
		return text
	}
	return escapes.ReplaceAllString(text, "_x005F_$1")
}

// fitting cuts a text that is longer than a cell can be.
func fitting(text string) string {
	const end = "……（超过单元格长度，全文见 JSON 记录）"
	if len(text) <= excelize.TotalCellChars {
		return text
	}
	units := utf16.Encode([]rune(text))
	if len(units) <= excelize.TotalCellChars {
		return text
	}
	return string(utf16.Decode(units[:excelize.TotalCellChars-len(utf16.Encode([]rune(end)))])) + end
}
