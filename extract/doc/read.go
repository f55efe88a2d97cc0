package doc

import (
	"luzhou/extract"
)

// file is a Word file taken apart.
type file struct {
	fib               fib
	main, table, data view // streams
	pieces            []piece
	lists             lists
	formatting
	anchored
	tally
}

// formatting is what the file says about the looks of its text.
type formatting struct {
	paps, chps lookup
	chpCache   []*chp // by index of the run
	papCache   map[papKey]*pap
	plain      chp // properties of text that has none of its own
	styles     []style
	styleDepth int
	fonts      []string

	// Properties of the last paragraph: those that follow often share them.
	lastPap struct {
		piece *piece
		run   int
		pap   *pap
	}
}

// anchored is the text that stands beside the body and belongs to a place in it.
type anchored struct {
	boxes  []textRange
	boxAt  map[int][]int // anchor -> indexes into boxes
	notes  []note
	noteAt map[int]int // reference -> index into notes
}

// tally is what is counted on the way: towards limits and for findings.
type tally struct {
	listBytes    int  // of property lists that may still be applied
	over         bool // a limit was exceeded
	gbk          bool // text stored in bytes is GBK
	paragraphs   int
	cells        int // of tables, and tables
	noPap        int // paragraphs without properties
	counts       counts
	damages      map[string]extract.Text
	unreadFields map[string]int // by name
	cut          []string       // streams whose end is missing
}

// textRange is a range of character positions.
type textRange struct{ start, lim int }

// counts of what a finding tells once for the whole document.
type counts struct {
	hidden, deleted, inserted, objects, pictures int
	undecoded, unknownSymbols                    int
}

// maxParagraphs bounds paragraphs and fields: 64 MB of bare paragraph marks
// would take gigabytes. A thousand dense pages have some 50,000.
const maxParagraphs = 2_000_000

// noFont says that a run names no font of its own.
const noFont = 0xFFFF

// read turns the bytes into a Document.
func read(data []byte) (*extract.Document, error) {
	if len(data) == 0 {
		return nil, extract.Refuse(extract.RefusedEmpty)
	}
	if len(data) > extract.MaxInput {
		return nil, extract.Refuse(extract.RefusedLimit, extract.Text{ZH: "文件过大", EN: "file too large"})
	}
	f, refusal := open(data)
	if refusal != nil {
		return nil, refusal
	}
	f.readBoxes()
	f.readNoteRefs()
	blocks := f.readBlocks(0, f.fib.ccp[storyText])
	blocks = append(blocks, f.boxesLeft()...)
	notes := f.readNotes(len(blocks))
	if f.over {
		return nil, extract.Refuse(extract.RefusedLimit, extract.Text{ZH: "段落、单元格或格式过多", EN: "too many paragraphs, cells or properties"})
	}
	extract.Locate(blocks)
	if blocks == nil {
		blocks = []extract.Block{}
	}
	return &extract.Document{Blocks: blocks, Notes: notes, Findings: f.report()}, nil
}

func newFile(size int) *file {
	f := &file{}
	f.plain = chp{vanish: toggleStyle, font: noFont, istd: defaultCharStyle}
	f.listBytes = listBytesFree + listBytesFactor*size
	f.damages, f.unreadFields = map[string]extract.Text{}, map[string]int{}
	return f
}

// open reads the streams and the tables of the file.
func open(data []byte) (*file, *extract.Refusal) {
	if isOldWord(data) {
		return nil, extract.Refuse(extract.RefusedOldWord, "Word 2")
	}
	c, ok := openCompound(data)
	if !ok {
		return nil, extract.Refuse(extract.RefusedDamaged, extract.Text{ZH: "复合文件损坏", EN: "bad compound file"})
	}
	top := c.top()
	if refusal := protected(top); refusal != nil {
		return nil, refusal
	}
	entry, ok := find(top, "WordDocument")
	if !ok {
		return nil, extract.Refuse(extract.RefusedFormat, extract.Text{ZH: "OLE2 文件，但不是 Word 文档", EN: "OLE2, but no Word document"})
	}
	f := newFile(len(data))
	f.main = f.stream(c, entry)
	var refusal *extract.Refusal
	if f.fib, refusal = readFIB(f.main); refusal != nil {
		return nil, refusal
	}
	if entry, ok = find(top, f.tableName()); !ok {
		return nil, extract.Refuse(extract.RefusedDamaged, extract.Text{ZH: "缺少 " + f.tableName(), EN: "no stream " + f.tableName()})
	}
	f.table = f.stream(c, entry)
	if entry, ok = find(top, "Data"); ok {
		f.data = f.stream(c, entry)
	}
	return f, f.readTables()
}

func (f *file) tableName() string {
	if f.fib.flags&fWhichTable != 0 {
		return "1Table"
	}
	return "0Table"
}

func (f *file) stream(c *compound, e dirEntry) view {
	b, whole := c.read(e)
	if !whole {
		f.cut = append(f.cut, e.name)
	}
	return b
}

// protected refuses what only its own program opens: a package encrypted by
// Office 2007 and later, or a file under rights management.
func protected(top []dirEntry) *extract.Refusal {
	for _, name := range []string{"EncryptedPackage", "EncryptionInfo"} {
		if _, ok := find(top, name); ok {
			return extract.Refuse(extract.RefusedEncrypted, "EncryptedPackage")
		}
	}
	if _, ok := find(top, "\tDRMContent"); ok {
		return extract.Refuse(extract.RefusedEncrypted, "IRM")
	}
	return nil
}

// readTables reads what the text needs.
func (f *file) readTables() *extract.Refusal {
	clx, whole := f.fib.pair(f.table, pairClx)
	pieces, bad, refusal := readPieces(clx, f.main)
	if refusal != nil {
		return refusal
	}
	f.pieces = pieces
	if bad || !whole {
		f.damage(damagedText)
	}
	f.readGBK()
	f.styles, bad = readStyles(f.part(pairStyles, damagedStyles))
	if bad {
		f.damage(damagedStyles)
	}
	f.fonts = readFonts(f.part(pairFonts, damagedStyles))
	f.readLists()
	var lost int
	f.paps.runs, lost = readRuns(f.part(pairPapx, damagedFormat), f.main, papxRun)
	if lost > 0 || len(f.paps.runs) == 0 {
		f.damage(damagedFormat)
	}
	f.chps.runs, lost = readRuns(f.part(pairChpx, damagedFormat), f.main, chpxRun)
	if lost > 0 {
		f.damage(damagedFormat)
	}
	f.chpCache = make([]*chp, len(f.chps.runs))
	f.papCache = map[papKey]*pap{}
	end := f.pieces[len(f.pieces)-1].lim
	for i := range f.fib.ccp {
		if f.fib.ccp[i] > end {
			f.fib.ccp[i] = end
			f.damage(damagedText)
		}
	}
	return nil
}

// part returns a part of the table stream; one cut short is damage.
func (f *file) part(pair int, what extract.Text) view {
	b, whole := f.fib.pair(f.table, pair)
	if !whole {
		f.damage(what)
	}
	return b
}
