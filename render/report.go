package render

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"luzhou/extract"
	"luzhou/normalize"
)

// FromReport lays a report out: title, preamble, parts with their tables in the
// form's own grid, signature and date.
func FromReport(r *normalize.Report) Layout {
	b := &builder{report: r, printed: map[string]bool{}}
	b.layout.Meta = Meta{Title: r.Title, Author: r.Issuer, Issued: r.Issued}
	if r.Year > 0 {
		b.layout.Meta.Subject = strconv.Itoa(r.Year) + "年度"
	}
	b.paragraph(Title, r.Title)
	b.text(0, 0, r.Preamble)
	signed := false
	for i, s := range r.Sections {
		if annexed(s) && !signed { // an annex stands behind the signature (GB/T 9704-2012 section 7.3.7)
			signed = true
			b.signature()
		}
		b.section(i+1, s)
	}
	for _, t := range r.Tables() { // of parts without a heading
		b.table(t.Form.Section)
	}
	if !signed {
		b.signature()
	}
	for _, n := range r.Notes {
		b.footnote(n)
	}
	return b.layout
}

type builder struct {
	report  *normalize.Report
	layout  Layout
	printed map[string]bool // sections whose table stands in the layout
}

func (b *builder) paragraph(style Style, text string) {
	if text != "" {
		b.layout.Blocks = append(b.layout.Blocks, Block{Paragraph: &Paragraph{Style: style, Text: text}})
	}
}

// annexed tells whether a part has no number, as annexes have none.
func annexed(s normalize.Section) bool { return s.No == 0 }

func (b *builder) footnote(n extract.Note) {
	if text := strings.TrimSpace(n.Mark + " " + n.Text); text != "" {
		b.layout.Blocks = append(b.layout.Blocks, Block{Paragraph: &Paragraph{Style: Footnote, Text: text, Mark: n.Mark}})
	}
}

func (b *builder) section(n int, s normalize.Section) {
	if annexed(s) {
		b.paragraph(Annex, s.Heading)
	} else {
		b.paragraph(Heading1, numeral(s.No)+"、"+s.Heading)
	}
	b.text(n, 0, s.Paragraphs)
	b.table(s.Key)
	for i, sub := range s.Subsections {
		b.paragraph(Heading2, "（"+numeral(sub.No)+"）"+sub.Heading)
		b.text(n, i+1, sub.Paragraphs)
	}
}

// text prints the paragraphs of a part, and the tables of no form among them.
func (b *builder) text(section, subsection int, paragraphs []string) {
	for i := 0; i <= len(paragraphs); i++ {
		for _, t := range b.report.OtherTables {
			if t.Section == section && t.Subsection == subsection && (t.After == i || i == len(paragraphs) && t.After > i) {
				b.other(t)
			}
		}
		if i < len(paragraphs) {
			b.paragraph(Body, paragraphs[i])
		}
	}
}

func (b *builder) table(section string) {
	t := b.report.Table(section)
	if t == nil || b.printed[section] {
		return
	}
	b.printed[section] = true
	b.layout.Blocks = append(b.layout.Blocks, Block{Table: formTable(t)})
}

// signature places body and date by GB/T 9704-2012 section 7.3.5.2, without a
// seal: the body two characters from the right edge, the date beginning two
// characters right of the body; a date that is longer stands two characters
// from the edge and pushes the body left. Below a body of several lines, of which
// the standard knows nothing, the date stands as below a seal, four from the edge.
func (b *builder) signature() {
	body, date := b.report.Signatory, chineseDate(b.report.Issued)
	bodyRight, dateRight := 2.0, 2.0
	if body != "" && date != "" {
		dateRight = Width(body) - Width(date)
		switch {
		case bodyRight+Width(body) > CharsPerLine:
			dateRight = 4
		case dateRight < 0:
			dateRight = 2
			bodyRight = dateRight + Width(date) + 2 - Width(body)
		}
	}
	if body != "" {
		b.layout.Blocks = append(b.layout.Blocks, Block{Paragraph: &Paragraph{Style: Signature, Text: body, Right: bodyRight}})
	}
	if date != "" {
		b.layout.Blocks = append(b.layout.Blocks, Block{Paragraph: &Paragraph{Style: Date, Text: date, Right: dateRight}})
	}
}

// Width of a text in characters: what is narrower than a Chinese one counts half.
func Width(s string) float64 {
	w := 0.0
	for _, r := range s {
		if r < 0x2000 {
			w += 0.5
		} else {
			w++
		}
	}
	return w
}

// chineseDate prints 2021-01-28 as 2021年1月28日; anything else as it is.
func chineseDate(iso string) string {
	var y, m, d int
	if n, err := fmt.Sscanf(iso, "%d-%d-%d", &y, &m, &d); err != nil || n != 3 {
		return iso
	}
	return fmt.Sprintf("%d年%d月%d日", y, m, d)
}

// numeral prints 1 to 99 in Chinese, other numbers in digits.
func numeral(n int) string {
	const digits = "〇一二三四五六七八九"
	digit := func(d int) string {
		r, _ := utf8.DecodeRuneInString(digits[3*d:])
		return string(r)
	}
	switch {
	case n < 1 || n > 99:
		return strconv.Itoa(n)
	case n < 10:
		return digit(n)
	}
	s := "十"
	if n >= 20 {
		s = digit(n/10) + s
	}
	if n%10 > 0 {
		s += digit(n % 10)
	}
	return s
}
