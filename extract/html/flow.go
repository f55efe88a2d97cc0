package html

import (
	"strings"
	"unicode/utf8"

	"luzhou/extract"
	"luzhou/extract/text"
)

// flow collects the paragraphs and tables of the page or of one cell, and
// collapses white space as CSS Text section 4 does.
type flow struct {
	bare   bool // of the page: paragraphs in which nothing shows are dropped
	joins  bool // a line end of the source between two wide characters is no blank
	blocks []extract.Block
	number string // list number that waits for its paragraph

	text    strings.Builder // of the open paragraph
	started bool            // it has text or a line break
	broken  bool            // it ends with a line break
	last    rune            // last character of it
	blank   blank           // white space that waits for a next character
}

// blank is collapsed white space.
type blank int

const (
	noBlank   blank = iota
	plain           // without a line end
	overLines       // with a line end of the source
)

// write adds text with its white space collapsed.
func (f *flow) write(s string) {
	for i := 0; i < len(s); {
		if wait := blanks[s[i]]; wait != noBlank {
			f.blank = max(f.blank, wait)
			i++
			continue
		}
		end := i + 1
		for end < len(s) && blanks[s[end]] == noBlank {
			end++
		}
		f.word(visible(s[i:end]))
		i = end
	}
}

var blanks = [256]blank{' ': plain, '\t': plain, '\n': overLines, '\r': overLines, '\f': overLines}

// word adds text without white space. The blank before it goes where a line
// would begin with it, and where a line end of the source stands between two
// wide characters (CSS Text section 4.1.2), except in the files of word
// processors, which break lines at blanks only.
func (f *flow) word(s string) {
	if s == "" {
		return
	}
	if f.blank != noBlank && f.text.Len() > 0 && !f.broken && f.last != '\t' {
		next, _ := utf8.DecodeRuneInString(s)
		if f.blank == plain || !f.joins || !wide(f.last) || !wide(next) {
			f.text.WriteByte(' ')
		}
	}
	f.put(s)
}

func (f *flow) put(s string) {
	f.text.WriteString(s)
	f.last, _ = utf8.DecodeLastRuneInString(s)
	f.blank, f.started, f.broken = noBlank, true, false
}

// verbatim adds preformatted text.
func (f *flow) verbatim(s string) {
	s = newlines.Replace(s)
	for i, part := range strings.Split(s, "\n") {
		if i > 0 {
			f.newline()
		}
		if part = visible(part); part != "" {
			f.put(part)
		}
	}
}

var newlines = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\f", "\n")

// newline breaks the line within the paragraph.
func (f *flow) newline() {
	f.put("\n")
	f.broken = true
}

// tabs adds tab characters.
func (f *flow) tabs(n int) {
	f.put(strings.Repeat("\t", n))
}

// flush ends the open paragraph. A line break at its end shows nothing. Lines of the
// page that are a table of text are read as one.
func (f *flow) flush() {
	if f.started {
		shown := f.text.String()
		if f.broken {
			shown = shown[:len(shown)-1]
		}
		if inside, ok := text.Inside(shown); ok && f.bare && f.number == "" {
			f.blocks = append(f.blocks, inside...)
		} else if !f.bare || f.number != "" || strings.TrimSpace(shown) != "" {
			f.blocks = append(f.blocks, extract.ParagraphBlock(shown, f.number))
			f.number = ""
		}
		f.text.Reset()
	}
	f.started, f.broken, f.blank, f.last = false, false, noBlank, 0
}

func (f *flow) table(t extract.Table) {
	f.flush()
	f.blocks = append(f.blocks, extract.Block{Table: &t})
}

// fill moves the content into a cell.
func (f *flow) fill(c *extract.Cell) {
	f.flush()
	var paragraphs []extract.Paragraph
	lines := 0
	for _, b := range f.blocks {
		if b.Table != nil {
			b.Table.After = lines
			c.Tables = append(c.Tables, *b.Table)
			continue
		}
		lines += 1 + strings.Count(b.Paragraph.Text, "\n")
		paragraphs = append(paragraphs, *b.Paragraph)
	}
	c.Text, c.Numbers = extract.JoinLines(paragraphs)
}

// visible drops soft hyphens and control characters.
func visible(s string) string {
	if !strings.ContainsFunc(s, invisible) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if invisible(r) {
			return -1
		}
		return r
	}, s)
}

func invisible(r rune) bool {
	return r < ' ' && r != '\t' || r >= 0x7F && r < 0xA0 || r == '\u00AD'
}

// wide tells whether a character is wide, full-width or half-width East Asian
// but not Hangul (UAX #11; CSS Text section 4.1.2).
func wide(r rune) bool {
	return r >= 0x2E80 && r < 0xA4D0 && r != 0x303F || r >= 0xF900 && r < 0xFB00 || r >= 0xFE30 && r < 0xFE70 ||
		r >= 0xFF00 && r < 0xFFF0 || r >= 0x20000 && r < 0x40000
}
