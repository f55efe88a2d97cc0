package rtf

import (
	"bytes"
	"strconv"
	"strings"
)

// lostField tells of something that a program would fill in.
func (r *reader) lostField() {
	if r.dest == toBody {
		r.tally.fields++
	}
}

// beginInstruction obeys \fldinst. Fields inside an instruction are part of it.
func (r *reader) beginInstruction(int, bool) {
	if r.dest != toBody {
		return
	}
	r.dest = toInstruction
	r.instruction = r.instruction[:0]
	r.onClose = (*reader).endInstruction
}

// noResult lists the fields that show something without holding it as text.
var noResult = map[string]bool{"EQ": true, "FORMCHECKBOX": true, "FORMDROPDOWN": true, "ADVANCE": false}

// endInstruction obeys the instructions that Word stores instead of a result.
func (r *reader) endInstruction() {
	words := strings.Fields(string(r.instruction))
	if len(words) == 0 || len(r.stack) == 0 {
		return
	}
	name := strings.ToUpper(words[0])
	if noResult[name] {
		r.tally.fields++
	}
	if name != "SYMBOL" || len(words) < 2 {
		return
	}
	code, err := strconv.ParseInt(words[1], 0, 32)
	if err != nil || code < 0 {
		return
	}
	r.dest = toBody
	r.emitSymbol(int(code), words[2:])
	r.stack[len(r.stack)-1].fieldDone = true
}

// emitSymbol writes character code of the font that \f names; \u says that the
// code is Unicode.
func (r *reader) emitSymbol(code int, switches []string) {
	var name []byte
	for i, s := range switches {
		switch strings.ToLower(s) {
		case `\u`:
			r.emit([]byte(string(rune(code))))
			return
		case `\f`:
			name = []byte(strings.Trim(strings.Join(switches[i+1:], " "), ` "`))
			if end := bytes.IndexByte(name, '"'); end >= 0 {
				name = name[:end]
			}
		}
	}
	if set := symbolFont(name, 0); set != nil && code <= 0xFF {
		r.emit([]byte(set.text([]byte{byte(code)}, &r.tally)))
		return
	}
	enc := encoding{cp: r.codePage()}
	b := []byte{byte(code)}
	if code > 0xFF {
		b = []byte{byte(code >> 8), byte(code)}
	}
	r.emit([]byte(enc.decode(b, &r.tally)))
}
