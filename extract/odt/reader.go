package odt

import (
	"luzhou/extract"
	"luzhou/extract/tags"
)

// reader walks the parts of one document.
type reader struct {
	*tags.Scanner
	styles    styles
	fonts     map[string]string // family of each declared font
	lists     lists
	tally     tally
	blocks    []extract.Block // of the body
	notes     []extract.Note
	damage    []extract.Finding
	changes   changes
	data      string // of the part being read
	at        int    // index of the block of the body being read
	nesting   int    // stories, lists and sections inside one another
	foundBody bool
	refused   error
}

func newReader() *reader {
	return &reader{styles: styles{}, fonts: map[string]string{}, changes: changes{deletions: map[string]bool{}}, lists: newLists()}
}

// refuse stops the reading.
func (r *reader) refuse(zh, en string) {
	if r.refused == nil {
		r.refused = extract.Refuse(extract.RefusedLimit, extract.Text{ZH: zh, EN: en})
	}
	if r.Scanner != nil {
		r.Stop()
	}
}

// part reads one part. Automatic styles of styles.xml serve headers only, so
// they are taken from the part that has the body.
func (r *reader) part(name, data string, body bool) {
	if len(data) == 0 || r.refused != nil {
		return
	}
	r.Scanner, r.data = tags.New(data, spaces), data
	for e := r.Next(); e.Kind != tags.End; e = r.Next() {
		if e.Kind != tags.Open || e.Space != officeSpace {
			continue
		}
		switch e.Local {
		case "styles":
			r.readStyles()
		case "automatic-styles":
			if body {
				r.readStyles()
			} else {
				r.Skip()
			}
		case "master-styles":
			r.readHeaders()
		case "font-face-decls":
			r.readFonts()
		case "scripts", "settings", "meta":
			r.Skip()
		case "text":
			r.foundBody = true
			r.blocks = append(r.blocks, r.story(true).blocks...)
		}
	}
	if r.Spoiled {
		r.damage = append(r.damage, extract.Find(extract.Damaged, nil, name))
	}
	if r.Cut {
		r.damage = append(r.damage, extract.Find(extract.CutShort, nil, name))
	}
}

// enter counts a level of nesting; ok is false past the limit.
func (r *reader) enter() (ok bool) {
	if r.nesting++; r.nesting > extract.MaxNesting {
		r.refuse("嵌套过深", "nested too deep")
		return false
	}
	return true
}

// readHeaders counts the headers and footers that show text.
func (r *reader) readHeaders() {
	r.Within(func(e tags.Event) {
		if e.Kind != tags.Open || e.Space != styleSpace {
			return
		}
		switch e.Local {
		case "header", "footer", "header-left", "footer-left", "header-first", "footer-first":
			shown := false
			r.Within(func(e tags.Event) { shown = shown || e.Kind == tags.Chars && !e.Blank() })
			if shown {
				r.tally.headers++
			}
		}
	})
}
