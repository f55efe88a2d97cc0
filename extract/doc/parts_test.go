package doc

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"luzhou/extract"
)

// plcOf writes a PLC of positions and items.
func plcOf(cps []int, items ...[]byte) []byte {
	var b []byte
	for _, cp := range cps {
		b = append(b, le32(cp)...)
	}
	return append(b, slices.Concat(items...)...)
}

func utf16le(s string) []byte {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, le16(int(u))...)
	}
	return b
}

// styleOf writes an STD with its length; lists are its UPX.
func styleOf(kind, base int, lists ...[]byte) []byte {
	b := slices.Concat(le16(0), le16(kind|base<<4), le16(len(lists)), le16(0), le16(0), le16(1), utf16le("s\x00"))
	for _, x := range lists {
		b = slices.Concat(b, le16(len(x)), x)
		b = append(b, make([]byte, len(b)%2)...)
	}
	return append(le16(len(b)), b...)
}

func styleSheet(stds ...[]byte) []byte {
	return append(slices.Concat(le16(4), le16(len(stds)), le16(10)), slices.Concat(stds...)...)
}

// levelOf writes an LVL; the runes 0 to 8 of text stand for numbers.
func levelOf(start, nfc int, text string, chpx []byte) []byte {
	b := slices.Concat(le32(start), []byte{byte(nfc), 0}, make([]byte, 18), []byte{byte(len(chpx)), 0, 0, 0}, chpx)
	return slices.Concat(b, le16(len([]rune(text))), utf16le(text))
}

func fontTable(names ...string) []byte {
	b := append(le16(len(names)), 0, 0)
	for _, n := range names {
		x := slices.Concat(make([]byte, 39), utf16le(n+"\x00"))
		b = append(append(b, byte(len(x))), x...)
	}
	return b
}

var symbols = slices.Concat(special, prlOf(sprmCSymbol, 1, 0, 0xFC, 0xF0))

// partFiles are inputs that need more than paragraphs.
var partFiles = []struct {
	name     string
	file     testFile
	want     string
	findings string
}{
	{"pieces out of order, 8-bit text, one hidden by its modifier", testFile{
		paras:  []testPara{par("\u0085b\r"), par("c中\r"), par("xxa\r")},
		pieces: []testPiece{{6, 4, false, 0}, {0, 3, true, 0}, {3, 1, true, 0x5C<<1 | 1<<8}, {4, 2, false, 0}},
	}, "xxa|…b|中|", "source.hidden"},
	{"piece with a list of modifiers", testFile{
		paras:  []testPara{par("a\r"), par("b\a"), par("\a")},
		pieces: []testPiece{{0, 2, false, 0}, {2, 2, false, 1}, {4, 1, false, 3}},
		prcs:   [][]byte{inTable, slices.Concat(rowEnd, defTable([]int{0, 1000}))},
	}, "a|{1x1 0,0=b}", ""},
	{"hidden by style, shown by toggle", testFile{
		paras: []testPara{
			{[]testRun{{"a", nil}, {"b", prlOf(sprmCFVanish, 0x81)}, {"c", prlOf(sprmCFVanish, 0)}, {"d", prlOf(sprmCIstd, 2, 0)}, {"\r", prlOf(sprmCFVanish, 0)}}, 3, nil},
			{[]testRun{{"e", prlOf(sprmCIstd, 2, 0)}, {"f\r", nil}}, 0, nil},
		},
		parts: map[int][]byte{pairStyles: styleSheet(
			styleOf(stkPara, noStyle, le16(0), nil), styleOf(stkPara, 0, le16(1), hidden),
			styleOf(stkChar, noStyle, hidden), styleOf(stkPara, 1, le16(3), nil))},
	}, "bcd|f|", "source.hidden"},
	{"row properties in the Data stream", testFile{
		paras: []testPara{cell("a"), cell("b"), par("\a", prlOf(sprmPHugePapx, 0, 0, 0, 0)), cell("c"), cell("d"),
			par("\a", rowEnd, prlOf(sprmPTableProps, 64, 0, 0, 0), defTable([]int{0, 1, 2}))},
		data: func() []byte {
			b := make([]byte, 200)
			list := slices.Concat(rowEnd, defTable([]int{0, 1000, 2000}))
			copy(b, append(le16(len(list)), list...))
			list = slices.Concat(rowEnd, prlOf(sprmTInsert, 0, 1, 0xF4, 1), prlOf(sprmTInsert, 1, 1, 0xDC, 5))
			copy(b[64:], append(le16(len(list)), list...))
			return b
		}(),
	}, "{2x3 0,0(1x2)=a 0,2=b 1,0=c 1,1(1x2)=d}", ""},
	{"symbols", testFile{
		paras: []testPara{{runs: []testRun{{"a", nil}, {"(", symbols}, {"(", nil}, {"\uf061", prlOf(sprmCRgFtc0, 0, 0)}, {"\uf0fe\r", prlOf(sprmCRgFtc0, 2, 0)}}}},
		parts: map[int][]byte{pairFonts: fontTable("Symbol", "Wingdings", "Webdings")},
	}, "a✓(α\uf0fe|", "source.symbols"},
	{"list numbers, by paragraph and by style, restarted by an override", testFile{
		paras: []testPara{
			par("a\r", prlOf(sprmPIlfo, 1, 0)), par("b\r", prlOf(sprmPIlfo, 1, 0), prlOf(sprmPIlvl, 1)), {[]testRun{{"c\r", nil}}, 1, nil},
			par("d\r", prlOf(sprmPIlfo, 2, 0)), par("e\r", prlOf(sprmPIlfo, 3, 0)), {[]testRun{{"f\r", nil}}, 1, prlOf(sprmPIlfo, 0, 0)},
			par("g\a", inTable, prlOf(sprmPIlfo, 1, 0)), row(defTable([]int{0, 1000}))},
		parts: map[int][]byte{
			pairStyles: styleSheet(styleOf(stkPara, noStyle, le16(0), nil), styleOf(stkPara, 0, append(le16(1), prlOf(sprmPIlfo, 1, 0)...), nil)),
			pairLists: slices.Concat(le16(2),
				le32(7), make([]byte, 22), []byte{0, 0}, le32(8), make([]byte, 22), []byte{1, 0},
				levelOf(1, 37, "\x00、", nil), levelOf(1, 37, "（\x01）", nil), bytes.Repeat(levelOf(1, 0, "", nil), 7),
				levelOf(3, 23, "\uf0b7", prlOf(sprmCRgFtc0, 0, 0))),
			pairOverrides: slices.Concat(le32(3),
				le32(7), make([]byte, 12), le32(7), make([]byte, 8), []byte{1, 0, 0, 0}, le32(8), make([]byte, 12),
				le32(-1), le32(-1), le32(5), le32(0x10), le32(-1)),
			pairFonts: fontTable("Symbol"),
		},
	}, "一、a|（一）b|二、c|五、d|•e|f|{1x1 0,0=g}", ""},
	{"footnote and endnote", testFile{
		paras: []testPara{{runs: []testRun{{"a\x02", special}, {"b\r", nil}}}, {runs: []testRun{{"c\x02\r", special}}}, par("\x02 n1\r"), par("\x02 n2\r")},
		ccp:   map[int]int{storyNotes: 5, storyEndnotes: 5},
		parts: map[int][]byte{
			pairNoteRef: plcOf([]int{1, 6}, le16(1)), pairNoteText: plcOf([]int{0, 5, 5}),
			pairEndRef: plcOf([]int{4, 6}, le16(1)), pairEndText: plcOf([]int{0, 5, 5}),
			pairDop: slices.Concat([]byte{0, 0, 5 << 2, 0}, make([]byte, 490), []byte{2, 0}),
		},
	}, "ab|c|note 5 at 0: n1|note i at 1: n2|", ""},
	{"text boxes behind their block, one in a cell, one in a group", testFile{
		paras: []testPara{{runs: []testRun{{"a\x08\r", special}}}, par("b\r"), {runs: []testRun{{"\x08c\a", special}}, papx: inTable},
			row(defTable([]int{0, 1000})), par("d\r"), par("x\r"), par("y\r"), par("z\r"), par("\r")},
		ccp: map[int]int{storyBoxes: 7},
		parts: map[int][]byte{
			pairShapes: plcOf([]int{1, 5, 11}, le32(20), make([]byte, 22), le32(30), make([]byte, 22)),
			pairBoxText: plcOf([]int{0, 2, 4, 6, 7}, make([]byte, 14), le32(30), make([]byte, 18), le32(20), make([]byte, 18), le32(21), make([]byte, 4),
				make([]byte, 8), le16(1), make([]byte, 12)),
		},
	}, "a|y|z|b|{1x1 0,0=c}x|d|", ""},
	{"headers and comments are counted", testFile{
		paras: []testPara{par("a\r"), par("h\r"), par("c\r")},
		ccp:   map[int]int{storyHeaders: 2, storyComments: 2},
		parts: map[int][]byte{pairHeaders: plcOf([]int{0, 0, 0, 0, 0, 0, 0, 2, 2}), pairCommentRef: plcOf([]int{0, 2}, make([]byte, 30))},
	}, "a|", "source.headers source.comments"},
	{"damaged paragraph pages lose no text", testFile{
		paras: []testPara{cell("a"), row(defTable([]int{0, 1000})), par("b\r")},
		parts: map[int][]byte{pairPapx: plcOf([]int{textAt, textAt + 99}, le32(0x3FFFFF))},
	}, "a||b|", "source.damaged"},
	{"text past the end of the file", testFile{
		paras: []testPara{par("a\r")},
		parts: map[int][]byte{pairClx: slices.Concat([]byte{2}, le32(28), plcOf([]int{0, 2, 9000}, le16(0), le32(textAt), le16(0), le16(0), le32(1<<29), le16(0)))},
	}, "a|", "source.damaged"},
}

func TestReadParts(t *testing.T) {
	for _, c := range partFiles {
		t.Run(c.name, func(t *testing.T) {
			d := mustRead(t, c.file.bytes())
			if got := outline(d); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
			if got := codes(d); got != c.findings {
				t.Errorf("findings %q, want %q", got, c.findings)
			}
		})
	}
}

func TestCellNumbers(t *testing.T) {
	d := mustRead(t, partFiles[5].file.bytes())
	table := d.Blocks[len(d.Blocks)-1].Table
	if got := table.Cells[0].Numbers; !slices.Equal(got, []string{"六、"}) {
		t.Errorf("numbers %q", got)
	}
}

// A file whose last sector is cut short, as WPS writes it, is whole; one that
// lost more is told.
func TestCutShort(t *testing.T) {
	data := body(par(strings.Repeat("字", 3000)+"\r"), par("end\r"))
	whole := outline(mustRead(t, data))
	if d := mustRead(t, data[:len(data)-1]); outline(d) != whole {
		t.Error("text lost with the last byte")
	}
	d := mustRead(t, data[:len(data)-512])
	if outline(d) != whole || codes(d) != string(extract.CutShort) {
		t.Errorf("findings %q", codes(d))
	}
}

func TestDeterministic(t *testing.T) {
	for _, c := range partFiles {
		data := c.file.bytes()
		a, b := mustRead(t, data), mustRead(t, data)
		if outline(a) != outline(b) || codes(a) != codes(b) {
			t.Errorf("%s: two readings differ", c.name)
		}
	}
}

func TestNextPrl(t *testing.T) {
	for _, c := range []struct {
		name string
		list []byte
		size int // of the operand; -1 when the list is damaged
	}{
		{"toggle", []byte{0x3C, 0x08, 1}, 1},
		{"two bytes", []byte{0x00, 0x46, 1, 0}, 2},
		{"four bytes", []byte{0x49, 0x66, 1, 0, 0, 0}, 4},
		{"three bytes", []byte{0x14, 0xF6, 1, 0, 0}, 3},
		{"variable", []byte{0x0D, 0xC6, 2, 9, 9}, 2},
		{"table definition", []byte{0x08, 0xD6, 4, 0, 1, 2, 3}, 3},
		{"long tabs", append([]byte{0x15, 0xC6, 255, 1, 0, 0, 0, 0, 1}, 0, 0, 0), 9},
		{"cut", []byte{0x49, 0x66, 1, 0}, -1},
		{"no length", []byte{0x0D, 0xC6}, -1},
		{"nothing", nil, -1},
	} {
		p, rest, ok := nextPrl(c.list)
		if c.size < 0 {
			if ok {
				t.Errorf("%s: read", c.name)
			}
		} else if !ok || len(p.view) != c.size || len(rest) != 0 {
			t.Errorf("%s: %d bytes, %d left, %v", c.name, len(p.view), len(rest), ok)
		}
	}
}

// Past 7 MB the FAT needs sectors that the header does not list.
func TestLargeCompound(t *testing.T) {
	want := make([]byte, 18<<20)
	for i := range want {
		want[i] = byte(i >> 9 * 7)
	}
	c, ok := openCompound(writeCompound([]testStream{{"a", make([]byte, 5000)}, {"b", want}}))
	if !ok {
		t.Fatal("not opened")
	}
	e, _ := find(c.top(), "B")
	if got, whole := c.read(e); !whole || !bytes.Equal(got, want) {
		t.Errorf("%d bytes, whole %v", len(got), whole)
	}
}

// A chain that runs in a circle ends, and fragments come in order.
func TestChain(t *testing.T) {
	c := &compound{data: make([]byte, 512*6), size: 512, sectors: 5, difat: []uint32{0}}
	for i := range c.data {
		c.data[i] = byte(i / 512)
	}
	fat := c.data[512:]
	for i, next := range []int{-3, 3, 1, 4, 1} {
		copy(fat[4*i:], le32(next))
	}
	if b, whole := c.chain(2, 512*3); !whole || !bytes.Equal(b, slices.Concat(c.data[512*3:512*4], c.data[512*2:512*3], c.data[512*4:512*5])) {
		t.Error("fragments")
	}
	if b, _ := c.chain(1, 1<<30); len(b) > 512*5 {
		t.Errorf("%d bytes of a circle", len(b))
	}
}
