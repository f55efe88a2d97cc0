package odt

import (
	"strconv"
	"strings"

	"luzhou/extract"
	"luzhou/extract/tags"
)

// lists holds the list styles and counts the items.
type lists struct {
	styles  map[string][]extract.ListLevel
	outline []extract.ListLevel // numbers of headings outside of lists
	heads   extract.ListCounter
	open    openList
	byStyle map[string]*extract.ListCounter // the latest list of a style
	byID    map[string]*extract.ListCounter
}

// openList is the list being read. The zero value is none.
type openList struct {
	depth   int // level from 1
	style   string
	counter *extract.ListCounter
	fresh   bool // the item has shown no number yet
}

func newLists() lists {
	return lists{
		styles:  map[string][]extract.ListLevel{},
		byStyle: map[string]*extract.ListCounter{},
		byID:    map[string]*extract.ListCounter{},
	}
}

// list reads text:list into the story (ODF 1.2 section 5.3).
func (r *reader) list(s *story, e tags.Event) {
	outer := r.lists.open
	r.lists.open = r.lists.begin(e)
	if r.enter() {
		r.Within(func(e tags.Event) { r.item(s, e) })
	}
	r.nesting--
	r.lists.open = outer
}

// begin opens a list. One inside an item goes on with the style of the outer
// unless it names its own; a list counts on from another when it says so.
func (l *lists) begin(e tags.Event) openList {
	next := openList{depth: l.open.depth + 1, style: e.Attr("style-name"), counter: l.open.counter}
	if next.style == "" {
		next.style = l.open.style
	}
	if next.counter == nil {
		if e.Attr("continue-numbering") == "true" {
			next.counter = l.byStyle[next.style]
		}
		if id := e.Attr("continue-list"); id != "" && l.byID[id] != nil {
			next.counter = l.byID[id]
		}
		if next.counter == nil {
			next.counter = new(extract.ListCounter)
		}
	}
	l.byStyle[next.style] = next.counter
	if id := e.Attr("id"); id != "" {
		l.byID[id] = next.counter
	}
	return next
}

func (r *reader) item(s *story, e tags.Event) {
	open := &r.lists.open
	switch {
	case e.Is(textSpace, "list-item"):
		open.fresh = true
		if e.Attr("start-value") != "" {
			open.counter.SetStart(open.depth-1, e.Int("start-value", 1))
		}
	case e.Is(textSpace, "list-header"):
		open.fresh = false
	default:
		r.block(s, e)
	}
}

// numberedParagraph reads text:numbered-paragraph: an item without a list
// around it (ODF 1.2 section 5.3).
func (r *reader) numberedParagraph(s *story, e tags.Event) {
	outer := r.lists.open
	id := e.Attr("list-id")
	counter := r.lists.byID[id]
	if counter == nil {
		counter = new(extract.ListCounter)
		r.lists.byID[id] = counter
	}
	r.lists.open = openList{depth: max(1, e.Int("level", 1)), style: e.Attr("style-name"), counter: counter, fresh: true}
	if e.Attr("start-value") != "" {
		counter.SetStart(r.lists.open.depth-1, e.Int("start-value", 1))
	}
	if r.enter() {
		r.Within(func(e tags.Event) { r.block(s, e) })
	}
	r.nesting--
	r.lists.open = outer
}

// number counts the paragraph just read and returns the text of its number:
// the first of a list item has one, and a heading by the outline.
func (r *reader) number(e tags.Event, style string) string {
	open := &r.lists.open
	levels, counter, at := r.lists.outline, &r.lists.heads, e.Int("outline-level", 1)-1
	switch {
	case open.depth > 0:
		if !open.fresh {
			return ""
		}
		open.fresh = false
		name := open.style
		if name == "" {
			name, _ = r.styles.list(style)
		}
		levels, counter, at = r.lists.styles[name], open.counter, open.depth-1
	case e.Local != "h" || e.Attr("is-list-header") == "true" || r.offOutline(style):
		return ""
	case e.Attr("start-value") != "":
		counter.SetStart(at, e.Int("start-value", 1))
	}
	text, known := counter.Next(levels, at)
	if !known {
		r.tally.formats = append(r.tally.formats, levels[at].Format)
	}
	return text
}

// offOutline tells whether a style takes its headings out of the outline: it
// names another list style, or none.
func (r *reader) offOutline(style string) bool {
	list, set := r.styles.list(style)
	return set && list != outlineName
}

// outlineName is the name writers give to the outline where they name it.
const outlineName = "Outline"

// maxLevels is how many levels extract.ListCounter counts; OpenDocument has
// ten, and the tenth is never used for headings or clauses.
const maxLevels = 9

// listStyle reads the levels of a list or outline style.
func (r *reader) listStyle() []extract.ListLevel {
	var levels []extract.ListLevel
	r.Within(func(e tags.Event) {
		if n := len(levels); n > 0 && e.Is(styleSpace, "text-properties") && levels[n-1].Format == "bullet" {
			levels[n-1].Text, _ = extract.Symbols(r.fontOf(e), levels[n-1].Text)
		}
		if e.Kind != tags.Open || e.Space != textSpace {
			return
		}
		var l extract.ListLevel
		at := e.Int("level", 0) - 1
		switch e.Local {
		case "list-level-style-number", "outline-level-style":
			l = numberLevel(e, at)
		case "list-level-style-bullet":
			l = extract.ListLevel{Format: "bullet", Text: e.Attr("bullet-char")}
		case "list-level-style-image":
			l = extract.ListLevel{Format: "bullet"}
		default:
			return
		}
		if at < 0 || at >= maxLevels {
			return
		}
		for len(levels) <= at {
			levels = append(levels, extract.ListLevel{Start: 1, Format: "none", Restart: -1})
		}
		l.Restart = -1
		levels[at] = l
	})
	return levels
}

func numberLevel(e tags.Event, at int) extract.ListLevel {
	l := extract.ListLevel{Start: e.Int("start-value", 1), Format: formatName(e.Attr("num-format"))}
	if l.Text = strings.TrimSpace(e.Attr("num-list-format")); l.Text != "" {
		l.Text = placeholder.Replace(l.Text)
		return l
	}
	var b strings.Builder
	b.WriteString(e.Attr("num-prefix"))
	for k := max(0, at+1-e.Int("display-levels", 1)); k <= at && k < maxLevels; k++ {
		if b.Len() > len(e.Attr("num-prefix")) {
			b.WriteByte('.')
		}
		b.WriteString("%" + strconv.Itoa(k+1))
	}
	b.WriteString(e.Attr("num-suffix"))
	l.Text = b.String()
	return l
}

// placeholder turns those of loext:num-list-format, %1%, into those of lvlText.
var placeholder = strings.NewReplacer("%1%", "%1", "%2%", "%2", "%3%", "%3", "%4%", "%4", "%5%", "%5",
	"%6%", "%6", "%7%", "%7", "%8%", "%8", "%9%", "%9", "%10%", "")

// formatName returns the name in ECMA-376 of a style:num-format, which is given
// by its first numbers: one, or three and an ellipsis.
func formatName(sample string) string {
	if name, ok := formatNames[sample]; ok {
		return name
	}
	first, rest, _ := strings.Cut(sample, ",")
	second, _, _ := strings.Cut(strings.TrimSpace(rest), ",")
	if name, ok := formatNames[strings.TrimSpace(first)+","+strings.TrimSpace(second)]; ok {
		return name
	}
	if name, ok := formatNames[strings.TrimSpace(first)]; ok {
		return name
	}
	return sample
}

var formatNames = map[string]string{
	"": "none", "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
	"01": "decimalZero", "1st": "ordinal", "１": "decimalFullWidth",
	"一": "chineseCounting", "壹,贰": "chineseLegalSimplified", "壹,貳": "ideographLegalTraditional",
	"甲": "ideographTraditional", "子": "ideographZodiac",
	"①": "decimalEnclosedCircle", "⑴": "decimalEnclosedParen", "⒈": "decimalEnclosedFullstop", "㊀": "ideographEnclosedCircle",
}
