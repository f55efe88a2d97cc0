package wordml

import (
	"strings"

	"luzhou/extract"
	"luzhou/extract/tags"
)

// reader walks one document from start to end.
type reader struct {
	*tags.Scanner
	styles    styles
	lists     lists
	marks     marks
	fields    fields
	tally     tally
	blocks    []extract.Block // of the body
	notes     []extract.Note
	at        int // index of the block of the body being read
	nesting   int // stories inside one another
	foundBody bool
	libre     bool // LibreOffice made the file
	refused   error
}

func newReader(text string) *reader {
	return &reader{
		Scanner: tags.New(text, spaces),
		styles:  styles{byID: map[string]style{}},
		lists:   newLists(),
		marks:   marks{foot: "decimal", end: "lowerRoman"}, // what Word uses when the file names no format
	}
}

// refuse stops the reading.
func (r *reader) refuse(zh, en string) {
	r.refused = extract.Refuse(extract.RefusedLimit, extract.Text{ZH: zh, EN: en})
	r.Stop()
}

// story is what a body, cell, text box or note holds.
type story struct {
	blocks []extract.Block
	boxes  []extract.Block // text boxes whose place is after the block that holds the story
	top    bool            // text boxes follow the block that anchors them
	joined strings.Builder // text of paragraphs whose mark is deleted
}

// story reads the element just opened.
func (r *reader) story(top bool) *story {
	s := &story{top: top}
	if r.nesting++; r.nesting > extract.MaxNesting {
		r.refuse("嵌套过深", "nested too deep")
		return s
	}
	outer := r.fields
	r.fields = fields{}
	r.Within(func(e tags.Event) { r.block(s, e) })
	s.flush()
	r.fields = outer
	r.nesting--
	return s
}

func (r *reader) block(s *story, e tags.Event) {
	if r.nesting == 1 {
		r.at = len(r.blocks) + len(s.blocks)
	}
	switch {
	case e.Kind != tags.Open:
	case e.Space == amlSpace && e.Local == "annotation":
		r.annotation(e)
	case e.Space == hintSpace && e.Local == "apo":
		r.Skip()
	case e.Space != wordSpace:
	case e.Local == "p" || e.Local == "r" || e.Local == "hlink" || e.Local == "fldSimple":
		r.paragraph(s)
	case e.Local == "tbl":
		s.flush()
		t, boxes, ok := r.table()
		if ok {
			s.add(extract.Block{Table: &t}, boxes)
		} else {
			s.box(boxes)
		}
	case e.Local == "sectPr":
		r.section()
	case e.Local == "docPr" || e.Local == "binData":
		r.Skip()
	}
}

// add appends a block and what follows it.
func (s *story) add(b extract.Block, boxes []extract.Block) {
	s.blocks = append(s.blocks, b)
	s.box(boxes)
}

func (s *story) box(boxes []extract.Block) {
	if s.top {
		s.blocks = append(s.blocks, boxes...)
	} else {
		s.boxes = append(s.boxes, boxes...)
	}
}

// flush ends a paragraph whose mark is gone where no paragraph follows.
func (s *story) flush() {
	if s.joined.Len() > 0 {
		s.blocks = append(s.blocks, extract.ParagraphBlock(s.joined.String(), ""))
		s.joined.Reset()
	}
}

// annotation passes over what a tracked change, a comment or a bookmark adds;
// the content of an insertion is read on.
func (r *reader) annotation(e tags.Event) {
	switch e.Attr("type") {
	case "Word.Insertion":
		r.tally.insertions++
	case "Word.Deletion":
		r.tally.deletions++
		r.Skip()
	case "Word.Comment":
		r.tally.comments++
		r.Skip()
	default: // bookmarks, and the old properties of a change of format
		r.Skip()
	}
}

// section counts the headers and footers of a section that show anything.
func (r *reader) section() {
	r.Within(func(e tags.Event) {
		if e.Kind != tags.Open || e.Space != wordSpace || e.Local != "hdr" && e.Local != "ftr" {
			return
		}
		shown := false
		r.Within(func(e tags.Event) {
			shown = shown || e.Kind == tags.Open && (e.Space == wordSpace && (e.Local == "t" || e.Local == "tbl" || e.Local == "pict"))
		})
		if shown {
			r.tally.headers++
		}
	})
}
