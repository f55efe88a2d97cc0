package rtf

import (
	"bytes"
	"strings"

	"luzhou/extract"
)

// noteMarks numbers the automatic marks of footnotes and endnotes.
type noteMarks struct {
	foot, end markCounter
	automatic bool // \chftn stands before the note
}

type markCounter struct {
	format  string
	next    int
	unknown bool // numbers begin again on each page
}

func newNoteMarks() noteMarks {
	return noteMarks{foot: markCounter{format: "decimal", next: 1}, end: markCounter{format: "lowerRoman", next: 1}}
}

func (c *markCounter) mark() string {
	if c.unknown {
		return ""
	}
	c.next++
	if c.format == "chicago" {
		return chicago(c.next - 1)
	}
	text, _ := extract.FormatNumber(c.format, c.next-1)
	return text
}

func (c *markCounter) begin(n int) { c.next = n }

// chicago counts with * † ‡ §, then twice each, and so on.
func chicago(n int) string {
	marks := []string{"*", "†", "‡", "§"}
	if n < 1 || n > 40 {
		return ""
	}
	return strings.Repeat(marks[(n-1)%4], (n-1)/4+1)
}

// beginFlow gives the group a flow of its own. then gets its blocks.
func (r *reader) beginFlow(then func(r *reader, blocks []extract.Block)) {
	if r.depth++; r.depth > extract.MaxNesting {
		r.refuse(extract.Text{ZH: "文本框嵌套过深", EN: "text boxes nested too deeply"})
	}
	outer := r.flow
	r.flow = newFlow()
	r.dest, r.para, r.nested = toBody, paraState{}, false
	r.onClose = func(r *reader) {
		blocks := r.finish()
		r.flow = outer
		r.depth--
		then(r, blocks)
	}
}

// beginBox obeys \shptxt and \dptxbxtext.
func (r *reader) beginBox(int, bool) {
	if r.deleted || r.hidden {
		r.shows()
		r.skipRest()
		return
	}
	r.beginFlow(func(r *reader, blocks []extract.Block) {
		if shown(blocks) {
			r.flow.own = append(r.flow.own, blocks)
		}
	})
}

// shown tells whether the blocks have any text.
func shown(blocks []extract.Block) bool {
	for _, b := range blocks {
		if b.Table != nil || b.Paragraph.Text != "" || b.Paragraph.Number != "" {
			return true
		}
	}
	return false
}

// beginNote obeys \footnote.
func (r *reader) beginNote(int, bool) {
	automatic := r.marks.automatic
	r.marks.automatic = false
	if r.dest != toBody || r.deleted || r.hidden {
		r.shows()
		r.skipRest()
		return
	}
	at := r.flow
	counter := &r.marks.foot
	r.beginFlow(func(r *reader, blocks []extract.Block) {
		if r.endNote {
			counter = &r.marks.end
		}
		r.endNote = false
		n := extract.Note{Text: strings.TrimSpace(blockText(blocks))}
		r.marks.automatic = false // of the note itself
		if automatic {
			n.Mark = counter.mark()
		}
		r.notes = append(r.notes, n)
		if at.anchor == 0 {
			at.anchor = len(r.notes)
		}
		r.notes[len(r.notes)-1].Pos.Line = at.anchor
	})
}

// blockText joins all text of blocks.
func blockText(blocks []extract.Block) string {
	var lines []string
	for _, b := range blocks {
		if b.Paragraph != nil {
			lines = append(lines, b.Paragraph.Number+b.Paragraph.Text)
			continue
		}
		for _, c := range b.Table.Cells {
			lines = append(lines, c.Text)
			for i := range c.Tables {
				lines = append(lines, blockText([]extract.Block{{Table: &c.Tables[i]}}))
			}
		}
	}
	return strings.Join(lines, "\n")
}

// endNumber trims the list number that \listtext or \pntext gave.
func (r *reader) endNumber() {
	r.flow.number = string(bytes.Trim(r.number, " \t"))
}

// placeNotes replaces the anchors, which travelled in Pos.Line, by positions.
func placeNotes(d *extract.Document) {
	if len(d.Notes) == 0 {
		return
	}
	places := map[int]extract.Pos{}
	take := func(p *extract.Pos) {
		anchor := p.Line
		p.Line = 0
		if _, known := places[anchor]; anchor > 0 && !known {
			places[anchor] = *p
		}
	}
	for _, b := range d.Blocks {
		if b.Paragraph != nil {
			take(&b.Paragraph.Pos)
		} else {
			takeTable(b.Table, take)
		}
	}
	for i := range d.Notes {
		d.Notes[i].Pos = places[d.Notes[i].Pos.Line]
	}
}

func takeTable(t *extract.Table, take func(*extract.Pos)) {
	for i := range t.Cells {
		take(&t.Cells[i].Pos)
		for k := range t.Cells[i].Tables {
			takeTable(&t.Cells[i].Tables[k], take)
		}
	}
}
