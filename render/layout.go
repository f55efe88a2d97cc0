// Package render turns a Report into a Layout: the title, paragraphs and tables
// of one document in reading order, without pages, fonts or file formats. Every
// writer draws the same Layout, so DOCX, PDF and HTML say and look the same.
package render

// Layout is one document as all writers draw it.
type Layout struct {
	Meta   Meta    `json:"meta"`
	Blocks []Block `json:"blocks"`
}

// Meta is what document properties say. An unknown field is empty.
type Meta struct {
	Title   string `json:"title"`
	Author  string `json:"author"`  // the issuing body
	Subject string `json:"subject"` // such as 2020年度
	Issued  string `json:"issued"`  // date of the report, 2021-01-28
}

// Block is a paragraph or a table; exactly one of the two is set.
type Block struct {
	Paragraph *Paragraph `json:"paragraph,omitempty"`
	Table     *Table     `json:"table,omitempty"`
}

// Paragraph is one paragraph in one of the document's styles.
type Paragraph struct {
	Style Style  `json:"style"`
	Text  string `json:"text"`
	Mark  string `json:"mark,omitempty"` // of a Footnote: the part of Text that is its mark
	// Right is the distance from the right edge in characters of the style, for
	// Signature and Date.
	Right float64 `json:"right,omitempty"`
}

// Table is a grid with merged cells. Cells stand in row order; a place that no
// cell covers is drawn as an empty bordered cell.
type Table struct {
	Key     string `json:"key"`     // place in the report, such as requests
	Summary string `json:"summary"` // what the table shows, for readers who cannot see it
	Rows    int    `json:"rows"`
	Widths  []int  `json:"widths"`          // of the columns, in parts of the whole
	Header  int    `json:"header"`          // rows at the top to repeat on each page
	Tight   bool   `json:"tight,omitempty"` // rows stand close, to save a page
	Cells   []Cell `json:"cells"`
}

// Cell is one cell of a Table. Rows and columns count from 0.
type Cell struct {
	Row     int    `json:"row"`
	Col     int    `json:"col"`
	RowSpan int    `json:"row_span"`
	ColSpan int    `json:"col_span"`
	Text    string `json:"text"` // a newline breaks the line
	Role    Role   `json:"role"`
	Level   int    `json:"level,omitempty"` // of a RowHead: how many characters it is indented
}

// MaxLevel is the deepest Level that writers draw.
const MaxLevel = 3

// Role says what a cell is; it decides alignment and the markup of headers.
type Role string

// Roles of cells.
const (
	ColumnHead Role = "column_head" // heads the columns below it; centred
	RowHead    Role = "row_head"    // labels its row; left, centred when it spans rows
	Value      Role = "value"       // a figure; centred
	TableNote  Role = "note"        // a remark that stands in the grid; left
	Words      Role = "words"       // running text; left
)

// Style names a style of paragraph.
type Style string

// Styles of paragraphs.
const (
	Title     Style = "title"
	Heading1  Style = "heading1" // 一、
	Heading2  Style = "heading2" // （一）
	Body      Style = "body"
	Signature Style = "signature" // the body that signs
	Date      Style = "date"
	Footnote  Style = "footnote"
	Annex     Style = "annex"      // heading of an annex
	AnnexText Style = "annex_text" // of the annex of this program
)
