package doc

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"luzhou/extract"
)

// note is a footnote or endnote.
type note struct {
	ref   int // position of its reference
	text  textRange
	mark  string
	block int
}

// readNoteRefs reads the places and texts of notes ([MS-DOC] 2.8 PlcffndRef,
// PlcffndTxt, PlcfendRef, PlcfendTxt).
func (f *file) readNoteRefs() {
	f.noteAt = map[int]int{}
	f.readNoteKind(pairNoteRef, pairNoteText, storyNotes, f.noteFormat(492, 2))
	f.readNoteKind(pairEndRef, pairEndText, storyEndnotes, f.noteFormat(494, 52))
	slices.SortStableFunc(f.notes, func(a, b note) int { return cmp.Compare(a.ref, b.ref) })
	for i, n := range f.notes {
		f.noteAt[n.ref] = i
	}
}

// noteFormat returns how notes are numbered, from the document properties
// ([MS-DOC] 2.7.4 Dop97): the number format at one offset, the first number in
// the upper 14 bits at another.
func (f *file) noteFormat(nfcAt, firstAt int) func(int) string {
	dop, _ := f.fib.pair(f.table, pairDop)
	first, _ := dop.u16(firstAt)
	nfc, _ := dop.u16(nfcAt)
	return func(n int) string {
		text, _ := extract.FormatNumber(numberFormats[byte(nfc)], max(1, int(first>>2))+n)
		return text
	}
}

// readNoteKind reads the footnotes or the endnotes. An item of the references
// is 0 where the mark is the author's own text.
func (f *file) readNoteKind(refs, texts, story int, format func(int) string) {
	b, _ := f.fib.pair(f.table, refs)
	ref := newPLC(b, 2)
	b, _ = f.fib.pair(f.table, texts)
	text := newPLC(b, 0)
	start, end, auto, at := f.fib.start(story), f.fib.ccp[story], 0, 0
	for i := range min(ref.n, text.n) {
		n := note{ref: ref.cp(i), block: -1}
		from, lim := text.cp(i), min(text.cp(i+1), end)
		if from < at || lim < from {
			f.damage(damagedText)
			continue
		}
		at = lim
		n.text = textRange{start + from, start + lim}
		if kind, _ := ref.item(i).u16(0); kind != 0 {
			n.mark = format(auto)
			auto++
		}
		f.notes = append(f.notes, n)
	}
}

// readNotes reads the texts. A note without a reference in the body stands
// with the last block.
func (f *file) readNotes(blocks int) []extract.Note {
	var out []extract.Note
	for _, n := range f.notes {
		var lines []string
		f.readStory(n.text.start, n.text.lim, func(p *para) { lines = append(lines, p.text) })
		text := strings.TrimRight(strings.Join(lines, "\n"), "\n")
		if n.mark == "" {
			n.mark = ownMark(text)
		}
		if n.block < 0 {
			n.block = max(0, blocks-1)
		}
		out = append(out, extract.Note{Mark: n.mark, Text: strings.TrimLeft(text, " "), Pos: extract.Pos{Block: n.block}})
	}
	return out
}

// ownMark returns the mark that the author put before a note: a word of a few
// characters with a space behind it, or else a single sign.
func ownMark(text string) string {
	if i := strings.IndexAny(text, " \t\u00a0\u3000"); i > 0 && utf8.RuneCountInString(text[:i]) <= 4 {
		return text[:i]
	}
	if r, n := utf8.DecodeRuneInString(text); n > 0 && !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsSpace(r) {
		return text[:n]
	}
	return ""
}
