package xlsx

import (
	"io"

	"github.com/xuri/excelize/v2"

	"luzhou/render"
)

// book is a workbook under construction. The first error is kept; later calls
// do nothing.
type book struct {
	file   *excelize.File
	looks  map[look]int // styles made so far
	taken  map[string]bool
	sheets []*sheet
	err    error
}

func newBook() *book {
	return &book{file: excelize.NewFile(), looks: map[look]int{}, taken: map[string]bool{}}
}

func (b *book) close() { b.fail(b.file.Close()) }

func (b *book) fail(err error) {
	if b.err == nil {
		b.err = err
	}
}

// look is how a cell is drawn.
type look struct {
	head   bool   // bold, grey
	center bool   // else left
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
)

// style returns the excelize style of a look.
func (b *book) style(l look) int {
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
	}
	if l.head {
		l.fill = headFill
	}
	if l.fill != "" {
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{l.fill}}
	}
	switch l.format {
	case asText:
		s.NumFmt = textCells
	case whole:
		s.NumFmt = 1
	default:
		s.CustomNumFmt = &l.format
	}
	id, err := b.file.NewStyle(s)
	b.fail(err)
	b.looks[l] = id
	return id
}

// save writes the workbook to w; parts holds its parts until all are there.
func (b *book) save(w io.Writer, parts spool, m render.Meta) error {
	for _, s := range b.sheets {
		s.flush()
	}
	const date = "1980-01-01T00:00:00Z" // files carry no clock
	b.fail(b.file.SetDocProps(&excelize.DocProperties{Title: m.Title, Subject: m.Subject, Creator: m.Author,
		LastModifiedBy: m.Author, Created: date, Modified: date, Language: "zh-CN"}))
	b.fail(b.file.SetAppProps(&excelize.AppProperties{Application: "luzhou"}))
	if b.err != nil {
		return b.err
	}
	b.file.SetZipWriter(func(io.Writer) excelize.ZipWriter { return &packer{to: w, spool: parts} })
	_, err := b.file.WriteToBuffer() // the buffer stays empty: the packer writes to w
	return err
}
