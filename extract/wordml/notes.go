package wordml

import (
	"strings"

	"luzhou/extract"
	"luzhou/extract/tags"
)

// marks numbers the notes.
type marks struct {
	foot, end  string // number formats
	feet, ends int
}

// next returns the mark of the next note.
func (m *marks) next(end bool) string {
	format, count := m.foot, &m.feet
	if end {
		format, count = m.end, &m.ends
	}
	*count++
	text, _ := extract.FormatNumber(format, *count)
	return text
}

// note reads a foot- or endnote, which stands where its mark is printed. A
// note with a mark of its own carries it in the text after.
func (r *reader) note(e tags.Event) {
	end := e.Local == "endnote"
	own := e.Attr("suppressRef") != "" && e.Attr("suppressRef") != "off"
	var lines []string
	for _, b := range r.story(true).blocks {
		if b.Paragraph != nil {
			lines = append(lines, b.Paragraph.Text)
			continue
		}
		for _, c := range b.Table.Cells {
			lines = append(lines, c.Text)
		}
	}
	n := extract.Note{Text: strings.TrimSpace(strings.Join(lines, "\n")), Pos: extract.Pos{Block: r.at}}
	if !own {
		n.Mark = r.marks.next(end)
	}
	r.notes = append(r.notes, n)
}

// readSettings takes the number formats of note marks from w:docPr.
func (r *reader) readSettings() {
	format := &r.marks.foot
	r.Within(func(e tags.Event) {
		if e.Kind != tags.Open || e.Space != wordSpace {
			return
		}
		switch e.Local {
		case "footnotePr":
			format = &r.marks.foot
		case "endnotePr":
			format = &r.marks.end
		case "numFmt":
			if e.Attr("val") != "" {
				*format = noteFormat(e.Attr("val"))
			}
		}
	})
}

// noteFormat turns the name of a number format as Word 2003 XML writes it into
// that of ECMA-376; they differ in form only.
func noteFormat(name string) string {
	parts := strings.Split(name, "-")
	for i, p := range parts[1:] {
		if p != "" {
			parts[i+1] = strings.ToUpper(p[:1]) + p[1:]
		}
	}
	return strings.Join(parts, "")
}
