// Package text reads plain text: dumps of Word files, rows of cells separated
// by tabs or bars, and prose. In goes the file, out come its lines as
// paragraphs and its rows as tables; what cannot be told apart from prose with
// certainty stays prose. It refuses only empty and oversized files.
//
//	[x] UTF-8, UTF-16, GB18030, Big5, with or without a mark; CR, LF, CRLF, form feeds, padding by NUL
//	[x] tab-cell dumps: a cell is a line behind a tab, a row ends with an empty line
//	[x] rows separated by tabs, by bars (| ｜ │), Markdown tables with or without outer bars, boxes of + - |
//	[x] cells of several lines, where a ruled line follows each row; merged cells in boxes whose lines meet
//	[x] headings, bold words and escapes of Markdown
//	[x] comma-, semicolon- and tab-separated values with quoted fields (RFC 4180)
//	[x] cells and rows that end with BEL, as Word gives the text of its tables
//	[x] page numbers and running heads at form feeds: taken out and told
//	[-] one cell a line: stays paragraphs, in order
//	[-] line breaks inside bar-separated cells: the lines stay
//	[ ] spans: a dump does not hold them, the column is the index in the row
package text

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"luzhou/extract"
	"luzhou/extract/charset"
	"luzhou/extract/markdown"
)

// Format reads plain text.
var Format = extract.Format{
	Name: "text",
	Info: extract.Text{
		ZH: "纯文本：制表符单元格，制表符、竖线、逗号或分号分隔的行，UTF-8、UTF-16、GB18030、Big5",
		EN: "plain text: tab-cell dumps, rows separated by tabs, bars, commas or semicolons; UTF-8, UTF-16, GB18030, Big5",
	},
	Sniff: sniff,
	Read:  read,
}

// foreign holds the first bytes of formats that can pass for text.
var foreign = []string{"%PDF-", "PK\x03\x04", "{\\rtf", "\xD0\xCF\x11\xE0", "GIF8", "\x89PNG", "\xFF\xD8\xFF", "\x7FELF", "MZ\x90"}

// sniff takes for text what decodes with next to no undecodable bytes and no
// control characters.
func sniff(data []byte) bool {
	const sample = 32 << 10
	if len(data) == 0 {
		return false
	}
	for _, magic := range foreign {
		if bytes.HasPrefix(data, []byte(magic)) {
			return false
		}
	}
	data = data[:min(len(data), sample)]
	text, findings := string(data), []extract.Finding(nil)
	if !plainUTF8(data) {
		text, _, findings = charset.Decode(data, "")
	}
	if slices.ContainsFunc(findings, func(f extract.Finding) bool { return f.Code == extract.CharsetTwice }) {
		return true
	}
	odd, other, all, last := 0, 0, 0, ' '
	marked := hasCellMarks(text)
	for _, r := range strings.TrimRight(text, "\x00\x1A\uFFFD") { // padding, a cut character
		all++
		cellMark := r == '\a' && (last == '\r' || last == '\n') // as Word hands out the text of a table
		last = r
		switch {
		case cellMark || marked && r == '\a':
		case r == utf8.RuneError || r < ' ' && (r < '\t' || r > '\r') || r == 0x7F:
			odd++
		case r >= utf8.RuneSelf:
			other++
		}
	}
	return all > 0 && odd*50 <= max(other, all/4)
}

// plainUTF8 reports whether a sample is UTF-8 beyond doubt and lost no character:
// most files are, and need not be decoded twice.
func plainUTF8(data []byte) bool {
	for cut := 0; cut < utf8.UTFMax && cut < len(data); cut++ {
		if utf8.Valid(data[:len(data)-cut]) {
			return !bytes.Contains(data, []byte{0}) && !bytes.Contains(data, []byte("\uFFFD"))
		}
	}
	return false
}

func read(data []byte) (*extract.Document, error) {
	switch {
	case len(data) == 0:
		return nil, extract.Refuse(extract.RefusedEmpty)
	case len(data) > extract.MaxInput:
		return nil, extract.Refuse(extract.RefusedLimit, extract.Text{ZH: "文件过大", EN: "file too large"})
	}
	decoded, name, findings := charset.Decode(data, "")
	decoded, pageMarks := withoutPageMarks(decoded)
	decoded, marked := markdown.Plain(withoutQuotes(withoutCellMarks(decoded)))
	b := builder{}
	if b.lines = split(decoded); b.lines == nil || separators(decoded) > maxSeparators {
		return nil, extract.Refuse(extract.RefusedLimit, extract.Text{ZH: "行或单元格过多", EN: "too many lines or cells"})
	}
	b.separator, b.bareEnds = recordSeparator(b.lines), bareEnds(b.lines)
	b.lines = singleSpaced(b.lines)
	if err := b.build(); err != nil {
		return nil, err
	}
	if b.rules > 0 {
		findings = append(findings, extract.Find(extract.TextLeftOut, nil, b.rules, extract.Text{ZH: "表格线", EN: "ruled lines of tables"}))
	}
	if marked > 0 {
		findings = append(findings, extract.Find(extract.TextLeftOut, nil, marked, extract.MarkdownMarks))
	}
	if pageMarks > 0 {
		findings = append(findings, extract.Find(extract.TextLeftOut, nil, pageMarks, extract.Text{ZH: "页码或页眉", EN: "page numbers or running heads"}))
	}
	extract.Locate(b.blocks)
	return &extract.Document{
		Source:   extract.Source{Charset: name},
		Blocks:   b.blocks,
		Findings: append([]extract.Finding{}, findings...),
	}, nil
}

// Limits on what is cut before cells and paragraphs are counted: a file of bare
// line ends or tabs would take gigabytes.
const (
	maxLines      = 2 * extract.MaxCells
	maxSeparators = 2 * extract.MaxCells
)

// separators counts what may stand between cells.
func separators(text string) int {
	n := strings.Count(text, "\t") + strings.Count(text, ",") + strings.Count(text, ";")
	for _, bar := range bars {
		n += strings.Count(text, bar)
	}
	return n
}

// builder turns lines into blocks.
type builder struct {
	lines  []line
	blocks []extract.Block
	cells  int // of all tables
	rules  int // ruled lines dropped

	separator string // of records, empty when there are none
	bareEnds  bool   // rows of dumps end with lines of nothing
	unboxed   int    // the last line of those that look like a drawn table and are none
}

// shapes are the tables of text, in the order in which they are tried. Each
// looks at the lines from one that is not blank, and returns the rows and how
// many lines they take; without rows those lines are prose.
func (b *builder) shapes() []func([]line) (grid, int) {
	return []func([]line) (grid, int){b.boxRows, barRows, b.recordRows, tabRows, b.dumpRows}
}

func (b *builder) build() error {
	for i := 0; i < len(b.lines); {
		if b.lines[i].blank() {
			i++
			continue
		}
		g, n := b.shape(i)
		if !g.found() {
			for _, l := range b.lines[i : i+n] {
				b.paragraph(l)
			}
		} else if err := b.table(g); err != nil {
			return err
		}
		if len(b.blocks) > extract.MaxCells {
			return extract.Refuse(extract.RefusedLimit, extract.Text{ZH: "段落过多", EN: "too many paragraphs"})
		}
		i += n
	}
	if b.separator != "" {
		b.unquoteLines()
	}
	return nil
}

// unquoteLines takes the quotes off paragraphs that are records of one field.
func (b *builder) unquoteLines() {
	for i := range b.blocks {
		if p := b.blocks[i].Paragraph; p != nil {
			p.Text = unquote(p.Text)
		}
	}
}

// shape finds the table that begins at a line; without one, it returns how
// many lines are prose.
func (b *builder) shape(at int) (grid, int) {
	prose := 1
	for _, find := range b.shapes() {
		g, n := find(b.lines[at:])
		if g.found() {
			return g, n
		}
		prose = max(prose, n)
	}
	return grid{}, prose
}

func (b *builder) paragraph(l line) {
	if l.blank() {
		return
	}
	if bareRule(l.text) {
		b.rules++
		return
	}
	block := extract.ParagraphBlock(l.text, "")
	block.Paragraph.Pos.Line = l.no
	b.blocks = append(b.blocks, block)
}

// grid is the rows of a table of text.
type grid struct {
	rows  [][]line // each cell with the line it begins on
	rules int

	table *extract.Table // drawn, with merged cells; else nil
}

func (g grid) found() bool { return g.rows != nil || g.table != nil }

func (b *builder) table(g grid) error {
	t := g.table
	if t == nil {
		t = &extract.Table{Rows: len(g.rows)}
		t.Pos.Line = g.rows[0][0].no
	}
	cells := len(t.Cells)
	for _, row := range g.rows {
		t.Cols = max(t.Cols, len(row))
		cells += len(row)
	}
	if b.cells += cells; b.cells > extract.MaxCells || t.Cols > extract.MaxGridCols {
		return extract.Refuse(extract.RefusedLimit, extract.Text{ZH: "单元格过多", EN: "too many cells"})
	}
	t.Cells = slices.Grow(t.Cells, cells-len(t.Cells))
	for r, row := range g.rows {
		for c, l := range row {
			t.Cells = append(t.Cells, extract.Cell{
				Row: r, Col: c, RowSpan: 1, ColSpan: 1, Text: l.text, Pos: extract.Pos{Line: l.no},
			})
		}
	}
	b.rules += g.rules
	b.blocks = append(b.blocks, extract.Block{Table: t})
	return nil
}

// minInside is how many lines preformatted text must have to be looked at.
const minInside = 3

// Inside reads the tables of preformatted text that stands in a file of another
// format; ok is false when it has none with a number: the lines of a program are
// set in as cells are. The blocks have no lines of their own.
func Inside(text string) (blocks []extract.Block, ok bool) {
	if strings.Count(text, "\n")+1 < minInside || !strings.ContainsAny(text, "\t|｜│┃║") {
		return nil, false
	}
	b := builder{lines: split(text)}
	if b.lines == nil || separators(text) > maxSeparators {
		return nil, false
	}
	b.bareEnds, b.lines = bareEnds(b.lines), singleSpaced(b.lines)
	if b.build() != nil || !slices.ContainsFunc(b.blocks, hasNumber) {
		return nil, false
	}
	for _, block := range b.blocks {
		if block.Table == nil {
			block.Paragraph.Pos.Line = 0
			continue
		}
		block.Table.Pos.Line = 0
		for i := range block.Table.Cells {
			block.Table.Cells[i].Pos.Line = 0
		}
	}
	return b.blocks, true
}

// hasNumber reports whether a block is a table with a number in a cell of its own.
func hasNumber(b extract.Block) bool {
	return b.Table != nil && slices.ContainsFunc(b.Table.Cells, func(c extract.Cell) bool {
		text := strings.TrimSpace(c.Text)
		return text != "" && strings.Trim(text, "0123456789") == ""
	})
}
