// Package tags reads the tags and characters of XML that lies in memory. In go
// the text, in UTF-8, and the namespaces the caller knows; out comes one Event
// after another.
//
// It copies nothing, since most of an office document is formatting that nobody
// asks for, and it goes on where a parser of encoding/xml must stop: at stray
// and missing end tags, and at characters XML forbids, which old converters
// leave behind. Both are told. A prefix means what its latest declaration says.
// DOCTYPE is passed over, so no entity but those of HTML is ever expanded.
package tags

import "strings"

// Space is a namespace known to the caller; 0 stands for any other.
type Space int

// Kind is the kind of an Event.
type Kind int

// Kinds of events. End is the zero value: there are no more.
const (
	End Kind = iota
	Open
	Close
	Chars
)

// Event is a start tag, an end tag or characters.
type Event struct {
	Kind  Kind
	Space Space
	Local string // name of the element without its prefix

	raw     string // attributes or characters as written
	literal bool   // the characters stand in a CDATA section
}

// maxOpen bounds the elements open at once; at the next the reading ends. Real
// documents stay below a hundred.
const maxOpen = 100_000

// tag is a qualified name met in the text.
type tag struct {
	qualified string
	space     Space
	local     string
	era       int // of the prefixes by which the name was resolved
	open      int // how many elements of the name are open
}

// Scanner walks one text.
type Scanner struct {
	Spoiled bool // an end tag was stray or missing so far
	Cut     bool // the text ended inside a tag or an element

	text     string
	pos      int
	open     []*tag
	tags     map[string]*tag
	spaces   map[string]Space
	prefixes map[string]Space
	era      int
	empty    bool // the element just opened ends at once
}

// New returns a Scanner on the text. spaces gives the namespaces by their names.
func New(text string, spaces map[string]Space) *Scanner {
	return &Scanner{text: text, tags: map[string]*tag{}, spaces: spaces, prefixes: map[string]Space{}}
}

// Depth returns the number of open elements.
func (s *Scanner) Depth() int { return len(s.open) }

// Offset returns the place in the text behind the last event.
func (s *Scanner) Offset() int { return s.pos }

// Stop ends the reading: there are no more events.
func (s *Scanner) Stop() { s.pos, s.empty, s.open = len(s.text), false, nil }

// Next returns the next event.
func (s *Scanner) Next() Event {
	if s.empty {
		s.empty = false
		return s.shut()
	}
	for s.pos < len(s.text) {
		rest := s.text[s.pos:]
		if rest[0] != '<' {
			n := strings.IndexByte(rest, '<')
			if n < 0 {
				n = len(rest)
			}
			s.pos += n
			return Event{Kind: Chars, raw: rest[:n]}
		}
		if e, ok := s.markup(rest); ok {
			return e
		}
	}
	s.Cut = s.Cut || len(s.open) > 0
	return Event{}
}

// Within calls visit for every event inside the element just opened, at any
// depth that visit does not consume itself.
func (s *Scanner) Within(visit func(Event)) {
	for depth := len(s.open); ; {
		e := s.Next()
		if e.Kind == End || len(s.open) < depth {
			return
		}
		visit(e)
	}
}

// Skip passes over the element just opened.
func (s *Scanner) Skip() {
	for depth := len(s.open); len(s.open) >= depth; {
		if s.Next().Kind == End {
			return
		}
	}
}

const cdata = "<![CDATA["

// markup reads what begins with "<"; ok is false when it gives no event.
func (s *Scanner) markup(rest string) (e Event, ok bool) {
	switch {
	case strings.HasPrefix(rest, "</"):
		return s.endTag(rest)
	case strings.HasPrefix(rest, "<?"):
		s.pass(rest, "?>")
	case strings.HasPrefix(rest, "<!--"):
		s.pass(rest, "-->")
	case strings.HasPrefix(rest, cdata):
		body := s.pass(rest, "]]>")
		return Event{Kind: Chars, raw: body[min(len(cdata), len(body)):], literal: true}, true
	case strings.HasPrefix(rest, "<!"):
		s.pass(rest, ">")
	default:
		return s.startTag(rest)
	}
	return Event{}, false
}

// pass moves behind the end mark and returns what stands before it.
func (s *Scanner) pass(rest, mark string) string {
	n := strings.Index(rest, mark)
	if n < 0 {
		s.pos, s.Cut = len(s.text), true
		return rest
	}
	s.pos += n + len(mark)
	return rest[:n]
}

func (s *Scanner) startTag(rest string) (e Event, ok bool) {
	end := tagEnd(rest)
	if end < 0 {
		s.pos, s.Cut = len(s.text), true
		return Event{}, false
	}
	s.pos += end + 1
	inside := rest[1:end]
	if strings.HasSuffix(inside, "/") {
		inside, s.empty = inside[:len(inside)-1], true
	}
	n := nameEnd(inside)
	attrs := inside[n:]
	if strings.Contains(attrs, "xmlns") {
		s.declare(attrs)
	}
	t := s.push(inside[:n])
	return Event{Kind: Open, Space: t.space, Local: t.local, raw: attrs}, true
}

// tagEnd finds the ">" that ends a tag, past those in quoted values.
func tagEnd(rest string) int {
	for at := 0; at < len(rest); at++ {
		switch rest[at] {
		case '>':
			return at
		case '"', '\'':
			close := strings.IndexByte(rest[at+1:], rest[at])
			if close < 0 {
				return -1
			}
			at += close + 1
		}
	}
	return -1
}

// nameEnd finds the end of the name that a tag begins with.
func nameEnd(inside string) int {
	for i := range len(inside) {
		switch inside[i] {
		case ' ', '\t', '\r', '\n':
			return i
		}
	}
	return len(inside)
}

// push opens an element and resolves its name.
func (s *Scanner) push(qualified string) *tag {
	t, known := s.tags[qualified]
	if !known {
		t = &tag{qualified: qualified, era: -1}
		s.tags[t.qualified] = t
	}
	if t.era != s.era {
		prefix, local, ok := strings.Cut(t.qualified, ":")
		if !ok {
			prefix, local = "", t.qualified
		}
		t.space, t.local, t.era = s.prefixes[prefix], local, s.era
	}
	t.open++
	if s.open = append(s.open, t); len(s.open) > maxOpen {
		s.Stop()
		s.Spoiled = true
	}
	return t
}

// shut ends the innermost element.
func (s *Scanner) shut() Event {
	last := len(s.open) - 1
	t := s.open[last]
	s.open = s.open[:last]
	t.open--
	return Event{Kind: Close, Space: t.space, Local: t.local}
}

// endTag closes the element it names and, one event at a time, those inside
// that have no end tag. An end tag that closes nothing is passed over.
func (s *Scanner) endTag(rest string) (e Event, ok bool) {
	end := strings.IndexByte(rest, '>')
	if end < 0 {
		s.pos, s.Cut = len(s.text), true
		return Event{}, false
	}
	name, last := rest[2:end], len(s.open)-1
	if last >= 0 && s.open[last].qualified == name {
		s.pos += end + 1
		return s.shut(), true
	}
	t := s.tags[strings.TrimRight(name, " \t\r\n")]
	switch {
	case t == nil || t.open == 0:
		s.Spoiled = true
		s.pos += end + 1
		return Event{}, false
	case s.open[last] != t:
		s.Spoiled = true
	default:
		s.pos += end + 1
	}
	return s.shut(), true
}

func (s *Scanner) declare(attrs string) {
	for name, value := range each(attrs) {
		prefix, ok := strings.CutPrefix(name, "xmlns:")
		switch {
		case ok:
		case name == "xmlns":
			prefix = ""
		default:
			continue
		}
		if meant := s.spaces[decoded(value, false)]; s.prefixes[prefix] != meant {
			s.prefixes[prefix] = meant
			s.era++
		}
	}
}
