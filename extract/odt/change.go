package odt

import (
	"strings"

	"luzhou/extract/tags"
)

// changes follows the tracked changes of the text. What was deleted is stored
// apart from the text; but LibreOffice leaves it in its place when it saves
// while changes are shown, and marks it there as it marks an insertion (ODF 1.2
// section 5.5.7).
type changes struct {
	deletions map[string]bool // by id; true once its end is known to stand in the text
	open      int             // deletions around the text being read
}

// readChanges counts the changes and notes which are deletions.
func (r *reader) readChanges() {
	id := ""
	r.Within(func(e tags.Event) {
		switch {
		case e.Is(textSpace, "changed-region"):
			id = e.Attr("id")
		case e.Is(textSpace, "insertion"):
			r.tally.insertions++
		case e.Is(textSpace, "deletion"):
			r.tally.deletions++
			r.changes.deletions[id] = false
			r.Skip()
		}
	})
	r.changes.findEnds(r.data)
}

// findEnds looks for the ends of deletions: one that never ends would take all
// text behind it.
func (c *changes) findEnds(data string) {
	for len(c.deletions) > 0 {
		_, rest, found := strings.Cut(data, ":change-end ")
		if !found {
			return
		}
		tag, rest, _ := strings.Cut(rest, ">")
		data = rest
		if _, value, ok := strings.Cut(tag, `change-id="`); ok {
			id, _, _ := strings.Cut(value, `"`)
			if _, known := c.deletions[id]; known {
				c.deletions[id] = true
			}
		}
	}
}

// mark obeys text:change-start and text:change-end.
func (c *changes) mark(e tags.Event) {
	switch {
	case !c.deletions[e.Attr("change-id")]:
	case e.Local == "change-start":
		c.open++
	case c.open > 0:
		c.open--
	}
}
