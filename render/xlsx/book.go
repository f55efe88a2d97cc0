package xlsx

import (
	"io"
	"strconv"

	"github.com/xuri/excelize/v2"

	"luzhou/render"
)

// book is a workbook under construction. excelize makes its styles and all parts
// around the sheets. The first error is kept; later calls do nothing.
type book struct {
	file   *excelize.File
	spool  func() (spool, error) // makes the place of a sheet
	looks  map[look]string       // styles made so far
	taken  map[string]bool       // names of sheets
	sheets []*sheet
	most   int // rows of a sheet
	err    error
}

func newBook(place func() (spool, error)) *book {
	return &book{file: excelize.NewFile(), spool: place, looks: map[look]string{}, taken: map[string]bool{}, most: excelize.TotalRows}
}

func inMemory() (spool, error) { return new(memory), nil }

func (b *book) fail(err error) {
	if b.err == nil {
		b.err = err
	}
}

// look is how a cell is drawn.
type look struct {
	head   bool   // bold, grey
	center bool   // else left
	indent int    // of text at the left
	format string // of a number; empty for text
	fill   string // colour behind the text
}

// Number formats: of text, and of a whole number.
const (
	asText = ""
	whole  = "0"
)

const (
	headFill  = "E7E6E6"
	textCells = 49 // built-in format @, text stays text when it is edited
	intCells  = 1  // built-in format 0
)

// style returns the number of the style of a look.
func (b *book) style(l look) string {
	if id, ok := b.looks[l]; ok {
		return id
	}
	s := &excelize.Style{
		Font:      &excelize.Font{Family: "宋体", Size: 10.5, Bold: l.head},
		Alignment: &excelize.Alignment{Horizontal: "left", Vertical: "center", WrapText: true},
	}
	for _, side := range []string{"left", "top", "right", "bottom"} {
		s.Border = append(s.Border, excelize.Border{Type: side, Color: "000000", Style: 1})
	}
	if l.center {
		s.Alignment.Horizontal = "center"
	} else {
		s.Alignment.Indent = l.indent
	}
	fill := l.fill
	if l.head {
		fill = headFill
	}
	if fill != "" {
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{fill}}
	}
	switch l.format {
	case asText:
		s.NumFmt = textCells
	case whole:
		s.NumFmt = intCells
	default:
		s.CustomNumFmt = &l.format
	}
	id, err := b.file.NewStyle(s)
	b.fail(err)
	b.looks[l] = strconv.Itoa(id)
	return b.looks[l]
}

// save writes the workbook.
func (b *book) save(w io.Writer, m render.Meta) error {
	p := &packer{to: w, sheets: map[string]bool{}}
	for _, s := range b.sheets {
		s.end()
		p.parts = append(p.parts, s.part)
		p.sheets[s.part.header.Name] = true
	}
	const date = "1980-01-01T00:00:00Z" // files carry no clock
	b.fail(b.file.SetDocProps(&excelize.DocProperties{Title: m.Title, Subject: m.Subject, Creator: m.Author,
		LastModifiedBy: m.Author, Created: date, Modified: date, Language: "zh-CN"}))
	b.fail(b.file.SetAppProps(&excelize.AppProperties{Application: "luzhou"}))
	if b.err != nil {
		return b.err
	}
	b.file.SetZipWriter(func(io.Writer) excelize.ZipWriter { return p })
	_, err := b.file.WriteToBuffer() // the buffer stays empty: the packer writes to w
	return err
}
