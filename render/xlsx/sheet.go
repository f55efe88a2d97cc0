package xlsx

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"luzhou/extract"
	"luzhou/normalize"
	"luzhou/render"
)

// sheet is one sheet, written row by row.
type sheet struct {
	*book
	name    string
	stream  *excelize.StreamWriter
	rows    int
	columns []float64 // widths
}

// sheet begins a sheet. The first takes the place of the one excelize opens.
func (b *book) sheet(title string) *sheet {
	s := &sheet{book: b, name: b.uniqueName(title)}
	if len(b.sheets) == 0 {
		b.fail(b.file.SetSheetName(b.file.GetSheetName(0), s.name))
	} else {
		_, err := b.file.NewSheet(s.name)
		b.fail(err)
	}
	b.sheets = append(b.sheets, s)
	fit := true
	b.fail(b.file.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: &fit})) // written when the stream begins
	var err error
	s.stream, err = b.file.NewStreamWriter(s.name)
	b.fail(err)
	return s
}

// do runs a step on the stream unless something failed before.
func (s *sheet) do(step func() error) {
	if s.err == nil {
		s.fail(step())
	}
}

func (s *sheet) flush() { s.do(s.stream.Flush) }

// widths sets the widths of the columns, in characters. It comes before rows.
func (s *sheet) widths(list ...float64) {
	s.columns = list
	for i, w := range list {
		s.do(func() error { return s.stream.SetColWidth(i+1, i+1, w) })
	}
}

// freeze keeps the first columns and rows in sight and prints on A4, the sheet
// as wide as the page. It comes before rows.
func (s *sheet) freeze(columns, rows int) {
	if columns+rows > 0 {
		s.do(func() error {
			corner, err := excelize.CoordinatesToCellName(columns+1, rows+1)
			if err != nil {
				return err
			}
			pane := "bottomRight"
			if columns == 0 {
				pane = "bottomLeft"
			}
			return s.stream.SetPanes(&excelize.Panes{Freeze: true, XSplit: columns, YSplit: rows, TopLeftCell: corner, ActivePane: pane})
		})
	}
	s.do(func() error {
		const a4, oneWide, anyHigh = 9, 1, 0
		size, width, height, side := a4, oneWide, anyHigh, "landscape"
		return s.file.SetPageLayout(s.name, &excelize.PageLayoutOptions{Size: &size, Orientation: &side, FitToWidth: &width, FitToHeight: &height})
	})
}

// row writes the next row, as high as its texts need. A nil cell is left out.
func (s *sheet) row(cells ...any) {
	most := 1
	for i, c := range cells {
		if cell, ok := c.(excelize.Cell); ok && i < len(s.columns) {
			if text, ok := cell.Value.(string); ok {
				most = max(most, lines(text, s.columns[i]))
			}
		}
	}
	s.rowOf(most, cells)
}

// rowOf writes a row that many lines high. Programs other than Excel do not work
// the height out by themselves.
func (s *sheet) rowOf(lines int, cells []any) {
	const line, most = 15.0, 409.0 // points; the second is the limit of Excel
	s.rows++
	s.do(func() error {
		return s.stream.SetRow("A"+strconv.Itoa(s.rows), cells, excelize.RowOpts{Height: min(line*float64(lines), most)})
	})
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

func (s *sheet) cell(l look, value any) excelize.Cell {
	if text, ok := value.(string); ok {
		value = fitting(text)
		if text == "" {
			value = nil
		}
	}
	return excelize.Cell{StyleID: s.style(l), Value: value}
}

func (s *sheet) text(text string) any { return s.cell(look{}, text) }

func (s *sheet) heads(texts ...string) (cells []any) {
	for _, t := range texts {
		cells = append(cells, s.cell(look{head: true, center: true}, t))
	}
	return cells
}

func (s *sheet) field(f field) any {
	if f.number > 0 {
		return s.cell(look{format: whole}, f.number)
	}
	return s.text(f.text)
}

// finding gives the cells of a finding.
func (s *sheet) finding(r *normalize.Report, f extract.Finding) []any {
	level, pos := "", ""
	if f.Severity >= extract.Info && f.Severity <= extract.Error {
		level = severities[f.Severity]
	}
	if f.Pos != nil {
		pos = f.Pos.String()
	}
	var cells []any
	for _, text := range []string{level, string(f.Code), render.Label(r, f.Where), f.Where, pos, f.Message} {
		cells = append(cells, s.text(text))
	}
	return cells
}

// number is a Decimal as excelize takes it: both kinds print the same digits
// again, for a Decimal has at most 15.
func number(d normalize.Decimal) any {
	if n, whole := d.Whole(); whole {
		return n
	}
	f, err := strconv.ParseFloat(d.String(), 64)
	if err != nil {
		return d.String()
	}
	return f
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
