package rtf

import (
	"bytes"

	"luzhou/extract"
)

// Limits of this format. A group is only formatting, so more of them than
// extract.MaxNesting are sound; tables and text boxes keep to that one.
const (
	maxGroups     = 4096
	maxParagraphs = 1 << 20
)

// dest is where the text of a group goes.
type dest uint8

const (
	toBody        dest = iota // the flow
	toNowhere                 // nowhere; groups inside are still looked at
	toHeader                  // nowhere, but text makes the header count
	toNumber                  // list number of the paragraph
	toFonts                   // name of a font
	toInstruction             // instruction of a field
	toLevel                   // text of a list level
)

// state is what a group inherits and gives back at its end (section "Groups").
type state struct {
	dest      dest
	outer     dest          // inside \upr, where the Unicode form goes
	onClose   func(*reader) // what the end of this very group does; not inherited
	uc        int           // bytes of fallback after \u
	script    script
	fonts     [scripts]int
	hidden    bool
	deleted   bool
	inserted  bool
	nested    bool // inside \nesttableprops
	inObject  bool
	shape     bool // inside a shape, outside its text
	fieldDone bool // the instruction gave the text of the field; its result is skipped
	para      paraState
}

// paraState holds the paragraph properties that \pard resets.
type paraState struct {
	inTable bool
	depth   int // \itap
	list    int // \ls
	level   int // \ilvl
}

type reader struct {
	lexer
	state
	stack []state
	flow  *flow
	depth int // of flows in flows
	table fontTable
	lists lists
	text  decoder
	notes []extract.Note
	marks noteMarks
	tally tally

	instruction []byte // of the field being read
	number      []byte // list number being read
	level       []byte // text of the list level being read
	headerText  bool   // the header being read has text
	fresh       bool   // a group has just begun
	star        bool   // \* came at the start of the group
	endNote     bool   // the note being read is an endnote
	cells       int
	paragraphs  int
	err         *extract.Refusal
}

func newReader(data []byte) *reader {
	r := &reader{lexer: lexer{data: data}, flow: newFlow(), marks: newNoteMarks(), tally: newTally()}
	r.state.uc = 1
	r.table.east = -1
	r.table.chinese = bytes.Contains(data, []byte(`\lang2052`)) || bytes.Contains(data, []byte(`\langfe2052`))
	r.lists.written = bytes.Contains(data, []byte(`\listtext`)) || bytes.Contains(data, []byte(`\pntext`))
	return r
}

// run reads all tokens up to the end of the outermost group.
func (r *reader) run() error {
	for r.err == nil {
		t := r.next()
		switch t.kind {
		case endOfData:
			r.cutShort()
		case open:
			r.push()
		case closing:
			r.pop()
		case word:
			r.word(t)
		case symbol:
			r.symbol(t.char)
		case hex:
			r.addHex(t.char)
		case binary:
			r.text.skip = max(0, r.text.skip-1) // counts as one character of fallback
		case plain:
			r.addBytes(t.bytes)
		}
		if len(r.stack) == 0 {
			break
		}
		r.star = r.star && t.kind == symbol
		r.fresh = t.kind == open
	}
	if r.err != nil {
		return r.err
	}
	if rest := bytes.Trim(r.data[min(r.pos, len(r.data)):], "} \t\r\n\x00\x1a"); len(rest) > 0 {
		r.tally.damage(damageAfterEnd)
	}
	return nil
}

// cutShort closes the groups that the file leaves open.
func (r *reader) cutShort() {
	r.tally.missing += len(r.stack)
	for len(r.stack) > 0 && r.err == nil {
		r.pop()
	}
}

func (r *reader) push() {
	r.flush()
	r.text.skip = 0
	if len(r.stack) == maxGroups {
		r.refuse(extract.Text{ZH: "组嵌套过深", EN: "groups nested too deeply"})
		return
	}
	r.stack = append(r.stack, r.state)
	r.state.onClose = nil
}

func (r *reader) pop() {
	r.flush()
	r.text.skip = 0
	if len(r.stack) == 0 {
		return
	}
	if r.onClose != nil {
		r.onClose(r)
	}
	last := len(r.stack) - 1
	r.state, r.stack = r.stack[last], r.stack[:last]
}

// skipRest drops the current group unread, unless that is the whole document.
func (r *reader) skipRest() {
	if len(r.stack) == 1 {
		return
	}
	if !r.skipGroup() {
		r.cutShort()
		return
	}
	r.pop()
}

// refuse stops the reading for a limit.
func (r *reader) refuse(what extract.Text) {
	if r.err == nil {
		r.err = extract.Refuse(extract.RefusedLimit, what)
	}
}

// word obeys a control word.
func (r *reader) word(t token) {
	act, known := words[string(t.bytes)]
	star := r.star
	r.star = false
	switch {
	case known:
		if !act.quiet {
			r.flush()
			r.text.skip = 0
		}
		act.do(r, t.param, t.has)
	case star:
		r.skipRest() // a destination this reader does not know
	}
}

// symbol obeys a control symbol.
func (r *reader) symbol(c byte) {
	switch c {
	case '*':
		r.star = r.fresh
	case '\\', '{', '}':
		r.addHex(c)
	case '~':
		r.addRune('\u00A0')
	case '_':
		r.addRune('\u2011')
	case '\t':
		r.addRune('\t')
	case '\r', '\n':
		r.flush()
		r.endParagraph()
	}
}
