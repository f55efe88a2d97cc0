package doc

import "luzhou/extract"

// fib is the part of the File Information Block ([MS-DOC] 2.5) that is used.
type fib struct {
	nFib  uint16
	flags uint16
	ccp   [storyCount]int // characters of each story, in the order they follow each other
	fcLcb view            // pairs of offset and length in the table stream
}

// Stories of a document ([MS-DOC] 2.4.1), in the order of their text.
const (
	storyText = iota
	storyNotes
	storyHeaders
	storyMacro
	storyComments
	storyEndnotes
	storyBoxes
	storyHeaderBoxes
	storyCount
)

// Bits of FibBase ([MS-DOC] 2.5.2).
const (
	fEncrypted   = 1 << 8
	fWhichTable  = 1 << 9
	fObfuscated  = 1 << 15
	magicWord97  = 0xA5EC
	magicWord6   = 0xA5DC
	firstWord97  = 106 // nFib of Word 95 and older is smaller
	offsetCounts = 0x40
	offsetPairs  = 0x9A
)

// Indexes into FibRgFcLcb ([MS-DOC] 2.5.6).
const (
	pairStyles     = 1
	pairNoteRef    = 2
	pairNoteText   = 3
	pairCommentRef = 4
	pairHeaders    = 11
	pairChpx       = 12
	pairPapx       = 13
	pairFonts      = 15
	pairDop        = 31
	pairClx        = 33
	pairShapes     = 40
	pairEndRef     = 46
	pairEndText    = 47
	pairBoxText    = 56
	pairLists      = 73
	pairOverrides  = 74
)

// readFIB reads the block at the start of the WordDocument stream.
func readFIB(b view) (fib, *extract.Refusal) {
	var f fib
	magic, _ := b.u16(0)
	f.nFib, _ = b.u16(2)
	flags, ok := b.u16(0x0A)
	f.flags = flags
	switch {
	case !ok:
		return f, extract.Refuse(extract.RefusedDamaged, extract.Text{ZH: "文件头缺失", EN: "no file information block"})
	case magic == magicWord6 || magic == magicWord97 && f.nFib < firstWord97:
		return f, extract.Refuse(extract.RefusedOldWord, "Word 6/95")
	case magic != magicWord97:
		return f, extract.Refuse(extract.RefusedDamaged, extract.Text{ZH: "文件头不是 Word 的", EN: "bad file information block"})
	case flags&fEncrypted != 0 && flags&fObfuscated != 0:
		return f, extract.Refuse(extract.RefusedEncrypted, "XOR")
	case flags&fEncrypted != 0:
		return f, extract.Refuse(extract.RefusedEncrypted, "RC4")
	}
	for i := range f.ccp {
		n, _ := b.u32(offsetCounts + 12 + 4*i)
		f.ccp[i] = max(0, int(int32(n)))
	}
	count, ok := b.u16(offsetPairs - 2)
	if !ok {
		return f, extract.Refuse(extract.RefusedDamaged, extract.Text{ZH: "文件头不完整", EN: "file information block cut short"})
	}
	f.fcLcb = b[offsetPairs:min(len(b), offsetPairs+8*int(count))]
	return f, nil
}

// pair returns the bytes in the table stream that a pair of the FIB names. A
// pair that reaches past the stream gives what there is, and false.
func (f *fib) pair(table view, index int) (view, bool) {
	off, ok1 := f.fcLcb.u32(8 * index)
	size, ok2 := f.fcLcb.u32(8*index + 4)
	if !ok1 || !ok2 || size == 0 {
		return nil, true
	}
	if b, ok := table.at(int(off), int(size)); ok {
		return b, true
	}
	if int(off) < len(table) {
		return table[off:], false
	}
	return nil, false
}

// start returns the first character position of a story.
func (f *fib) start(story int) int {
	at := 0
	for _, n := range f.ccp[:story] {
		at += n
	}
	return at
}
