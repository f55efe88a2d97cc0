package rtf

import (
	"bytes"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"luzhou/extract"
)

// decoder holds bytes until a character is complete: a double-byte character
// may come as \'hh\'hh, as raw bytes or as one of each.
type decoder struct {
	pending []byte
	enc     encoding // of pending
	skip    int      // fallback characters after \u still to come
	high    rune     // first half of a surrogate pair
	one     [utf8.UTFMax]byte
}

// maxInstruction bounds what is kept of a field's instruction, and likewise
// of a list number and the text of a list level.
const maxInstruction = 4096

func (r *reader) addHex(c byte) {
	if r.text.skip > 0 {
		r.text.skip--
		return
	}
	r.addBytes([]byte{c})
}

func (r *reader) addBytes(b []byte) {
	n := min(r.text.skip, len(b))
	r.text.skip -= n
	if b = b[n:]; len(b) == 0 || r.dest == toNowhere {
		return
	}
	if r.dest == toFonts {
		r.table.named(b)
		return
	}
	enc := r.table.encoding(r.state.fonts[r.script], r.script)
	if r.dest == toLevel { // it stands before the font of its level
		enc = encoding{cp: r.codePage()}
	}
	if len(r.text.pending) > 0 && enc != r.text.enc {
		r.flush()
	}
	if len(r.text.pending) == 0 && enc.symbols == nil && isASCII(b) {
		r.halfSurrogate()
		r.emit(b)
		return
	}
	r.text.enc = enc
	r.text.pending = append(r.text.pending, b...)
}

func isASCII(b []byte) bool {
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// flush gives out what is pending.
func (r *reader) flush() {
	r.halfSurrogate()
	if len(r.text.pending) == 0 {
		return
	}
	b := r.text.pending
	r.text.pending = b[:0]
	r.emit([]byte(r.text.enc.decode(b, &r.tally)))
}

// halfSurrogate gives out a surrogate that found no second half.
func (r *reader) halfSurrogate() {
	if r.text.high != 0 {
		r.text.high = 0
		r.tally.undecodable[unicodePage]++
		r.emit([]byte("\uFFFD"))
	}
}

// addRune adds a character that the file names.
func (r *reader) addRune(c rune) {
	if r.text.skip > 0 {
		r.text.skip--
		return
	}
	r.flush()
	r.emit(utf8.AppendRune(r.text.one[:0], c))
}

// maxFallback is the longest sound fallback of one Unicode character; past it
// \uc would swallow text.
const maxFallback = 16

// setFallback obeys \uc. LibreOffice writes it between the two halves of a
// surrogate pair.
func (r *reader) setFallback(n int) {
	r.text.skip = 0
	if n < 0 || n > maxFallback {
		r.tally.damage(damageFallback)
		n = 1
	}
	r.uc = n
}

func (r *reader) unicode(n int, has bool) {
	if has && r.dest != toNowhere {
		r.addUnicode(n)
	} else if has {
		r.text.skip = r.uc
	}
}

// addUnicode obeys \u. Numbers are signed with 16 bits; some programs write
// characters above U+FFFF in one piece.
func (r *reader) addUnicode(n int) {
	if n < 0 {
		n += 1 << 16
	}
	if c := rune(n); len(r.text.pending) > 0 || r.text.high != 0 && (c < 0xDC00 || c > 0xDFFF) {
		r.flush()
	}
	r.text.skip = r.uc
	c := rune(n)
	switch {
	case n < 0 || n > unicode.MaxRune:
		r.tally.undecodable[unicodePage]++
		c = utf8.RuneError
	case c >= 0xD800 && c <= 0xDBFF:
		r.text.high = c
		return
	case r.text.high != 0:
		c = utf16.DecodeRune(r.text.high, c)
		r.text.high = 0
	case utf16.IsSurrogate(c):
		r.tally.undecodable[unicodePage]++
		c = utf8.RuneError
	case private(c) && (r.dest == toBody || r.dest == toNumber && r.symbols() != nil):
		r.emit([]byte(r.symbols().text([]byte{byte(c)}, &r.tally)))
		return
	}
	r.emit(utf8.AppendRune(r.text.one[:0], c))
}

// symbols returns the set of the current font, nil when it is none of symbols.
func (r *reader) symbols() *symbolSet {
	return r.table.encoding(r.state.fonts[r.script], r.script).symbols
}

// emit sends characters to where the group sends its text.
func (r *reader) emit(b []byte) {
	switch r.dest {
	case toHeader:
		r.headerText = r.headerText || len(bytes.TrimSpace(b)) > 0
	case toNumber:
		r.number = appendUpTo(r.number, clean(b))
	case toInstruction:
		r.instruction = appendUpTo(r.instruction, b)
	case toLevel:
		r.level = appendUpTo(r.level, b)
	case toBody:
		if r.shows() {
			r.flow.write(clean(b))
		}
	}
}

// shows tells whether text of the group is visible, and counts what is not.
func (r *reader) shows() bool {
	now := seen
	switch {
	case r.deleted:
		now = struckOut
	case r.hidden:
		now = unseen
	case r.inserted:
		now = added
	}
	if now != r.tally.last {
		r.tally.changes[now]++
		r.tally.last = now
	}
	return now == seen || now == added
}

func appendUpTo(to, b []byte) []byte {
	return append(to, b[:min(len(b), maxInstruction-len(to))]...)
}

// clean drops control characters and soft hyphens, which print nothing.
func clean(b []byte) []byte {
	if !bytes.ContainsFunc(b, invisible) {
		return b
	}
	return bytes.Map(func(c rune) rune {
		if invisible(c) {
			return -1
		}
		return c
	}, b)
}

func invisible(c rune) bool {
	return c != '\t' && unicode.IsControl(c) || c == '\u00AD' || c == '\uFEFF'
}

// stop ends the reading when there is too much of something.
func (r *reader) stop(count *int, limit int, what extract.Text) {
	if *count++; *count > limit {
		r.refuse(what)
	}
}
