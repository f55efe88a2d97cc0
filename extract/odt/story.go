package odt

import (
	"luzhou/extract"
	"luzhou/extract/tags"
)

// story is what a body, cell, text box or note holds.
type story struct {
	blocks []extract.Block
	boxes  []extract.Block // text boxes whose place is after the block that holds the story
	top    bool            // text boxes follow the block that anchors them
	held   string          // text of a paragraph whose end was deleted in a tracked change
}

// story reads the element just opened.
func (r *reader) story(top bool) *story {
	s := &story{top: top}
	outer := r.lists.open
	r.lists.open = openList{}
	if r.enter() {
		r.Within(func(e tags.Event) { r.block(s, e) })
	}
	s.release()
	r.nesting--
	r.lists.open = outer
	return s
}

// release ends a paragraph held for the next one when there is none.
func (s *story) release() {
	if s.held != "" {
		s.blocks = append(s.blocks, extract.ParagraphBlock(s.held, ""))
		s.held = ""
	}
}

// add appends a block and the text boxes anchored in it.
func (s *story) add(b extract.Block, boxes []extract.Block) {
	s.release()
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

func (r *reader) block(s *story, e tags.Event) {
	if e.Kind != tags.Open {
		return
	}
	if r.nesting == 1 {
		r.at = len(r.blocks) + len(s.blocks)
	}
	switch e.Space {
	case textSpace:
		r.textBlock(s, e)
	case tableSpace:
		if e.Local == "table" {
			r.addTable(s, e)
		}
	case officeSpace:
		r.officeElement(e)
	case drawSpace:
		var boxes []extract.Block
		if r.shape(&boxes, e) {
			s.box(boxes)
		}
	case formSpace:
		r.Skip()
	}
}

func (r *reader) textBlock(s *story, e tags.Event) {
	switch e.Local {
	case "p", "h":
		r.paragraph(s, e)
	case "list":
		r.list(s, e)
	case "numbered-paragraph":
		r.numberedParagraph(s, e)
	case "section":
		if e.Attr("display") == "none" || e.Attr("is-hidden") == "true" {
			r.tally.hidden++
			r.Skip()
		}
	case "change-start", "change-end":
		r.changes.mark(e)
	case "tracked-changes":
		r.readChanges()
	case "table-of-content-source", "illustration-index-source", "table-index-source", "object-index-source",
		"user-index-source", "alphabetical-index-source", "bibliography-source":
		r.Skip()
	}
}

// officeElement passes over what is no text; ok is false when it may hold some.
func (r *reader) officeElement(e tags.Event) (passed bool) {
	switch e.Local {
	case "annotation":
		r.tally.comments++
	case "forms", "event-listeners", "binary-data":
	default:
		return false
	}
	r.Skip()
	return true
}

// shape reads a drawing: the text of a box or shape goes to boxes. What stands
// in one frame are alternatives of one thing (ODF 1.2 section 10.4.2).
func (r *reader) shape(boxes *[]extract.Block, e tags.Event) (known bool) {
	switch e.Local {
	case "frame":
		r.frame(boxes)
	case "custom-shape", "rect", "ellipse", "circle", "line", "polyline", "polygon", "regular-polygon", "path",
		"connector", "caption", "measure":
		*boxes = append(*boxes, r.story(true).blocks...)
	case "g", "a":
		return false // their shapes come as events of their own
	default:
		r.Skip()
	}
	return true
}

func (r *reader) frame(boxes *[]extract.Block) {
	picture, object, text := false, false, false
	r.Within(func(e tags.Event) {
		switch {
		case e.Kind != tags.Open:
		case e.Is(drawSpace, "text-box"):
			text = true
			*boxes = append(*boxes, r.story(true).blocks...)
		case e.Is(drawSpace, "image"):
			picture = true
			r.Skip()
		case e.Space == drawSpace && (e.Local == "object" || e.Local == "object-ole" || e.Local == "applet" || e.Local == "plugin" || e.Local == "floating-frame"):
			object = true
			r.Skip()
		case e.Is(tableSpace, "table"): // of a presentation or sheet; kept all the same
			s := &story{top: true}
			r.addTable(s, e)
			*boxes = append(*boxes, s.blocks...)
			text = true
		default:
			r.Skip()
		}
	})
	switch {
	case text:
	case object:
		r.tally.objects++
	case picture:
		r.tally.pictures++
	}
}
