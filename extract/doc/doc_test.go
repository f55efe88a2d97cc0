package doc

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"luzhou/extract"
)

// outline writes a Document in short: paragraphs as they are with their number
// in front, tables as {row,col,height x width text}, nested tables inside.
func outline(d *extract.Document) string {
	var b strings.Builder
	for _, k := range d.Blocks {
		if k.Paragraph != nil {
			fmt.Fprintf(&b, "%s%s|", k.Paragraph.Number, k.Paragraph.Text)
		} else {
			outlineTable(&b, k.Table)
		}
	}
	for _, n := range d.Notes {
		fmt.Fprintf(&b, "note %s at %v: %s|", n.Mark, n.Pos, n.Text)
	}
	return strings.ReplaceAll(b.String(), "\n", "/")
}

func outlineTable(b *strings.Builder, t *extract.Table) {
	fmt.Fprintf(b, "{%dx%d", t.Rows, t.Cols)
	for _, c := range t.Cells {
		fmt.Fprintf(b, " %d,%d", c.Row, c.Col)
		if c.RowSpan*c.ColSpan > 1 {
			fmt.Fprintf(b, "(%dx%d)", c.RowSpan, c.ColSpan)
		}
		fmt.Fprintf(b, "=%s", c.Text)
		for _, n := range c.Tables {
			fmt.Fprintf(b, "@%d", n.After)
			outlineTable(b, &n)
		}
	}
	b.WriteString("}")
}

func mustRead(t testing.TB, data []byte) *extract.Document {
	t.Helper()
	d, err := Format.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func codes(d *extract.Document) string {
	var list []string
	for _, f := range d.Findings {
		list = append(list, string(f.Code))
	}
	return strings.Join(list, " ")
}

var hidden = prlOf(sprmCFVanish, 1)
var deleted = prlOf(sprmCFRMarkDel, 1)

// gone is a paragraph that is deleted together with its mark.
func gone(text string, papx ...[]byte) testPara {
	return testPara{runs: []testRun{{text, deleted}}, papx: slices.Concat(papx...)}
}

var special = prlOf(sprmCFSpec, 1)

// files are inputs whose whole reading is known; they also seed the fuzzer.
var files = []struct {
	name     string
	data     []byte
	want     string
	findings string
}{
	{"paragraphs", body(par("一\r"), par("二\v三\r")), "一|二/三|", ""},
	{"special characters", body(par("a\x1eb\x1fc\u00add\u00a0e\tf\x03g\x0eh\r")), "a\u2011bcd\u00a0e\tfg/h|", ""},
	{"page break ends no paragraph", body(par("\x0ca\x0cb\r"), par("c\x0c"), par("d\r")), "a/b|c|d|", ""},
	{"rows with other edges", body(
		cell("a"), cell("b"), row(defTable([]int{0, 1000, 3000})),
		cell("c"), cell("d"), row(defTable([]int{5, 2000, 3010})),
		cell("e"), row(defTable([]int{0, 1000})), par("x\r"),
	), "{3x3 0,0=a 0,1(1x2)=b 1,0(1x2)=c 1,2=d 2,0=e}x|", ""},
	{"vertical merge, one begun and not continued", body(
		cell("a"), cell("b"), row(defTable([]int{10, 1000, 2000}, 0x60, 0x60)),
		cell(""), cell("c"), row(defTable([]int{10, 1000, 2000}, 0x20, 0x60)),
	), "{2x2 0,0(2x1)=a 0,1=b 1,1=c}", ""},
	{"horizontal merge as Word writes it and as the specification says", body(
		cell("a"), cell(""), cell("b"), row(defTable([]int{0, 500, 1000, 1500}, 1, 2, 0)),
		cell("c"), cell(""), cell("d"), row(defTable([]int{0, 500, 1000, 1500}, 2, 1, 0)),
		cell("e"), cell(""), cell("f"), row(defTable([]int{0, 500, 1000, 1500}), prlOf(sprmTMerge, 0, 2)),
		cell("g"), cell("h"), cell("i"), row(defTable([]int{0, 500, 1000, 1500}, 1, 2), prlOf(sprmTSplit, 0, 2)),
	), "{4x3 0,0(1x2)=a 0,2=b 1,0(1x2)=c 1,2=d 2,0(1x2)=e 2,2=f 3,0=g 3,1=h 3,2=i}", ""},
	{"row defined by insertion, deletion and widths", body(
		cell("a"), cell("b"), cell("c"), row(defTable([]int{0, 1000, 2000, 3000})),
		cell("d"), cell("e"), row(prlOf(sprmTDxaLeft, 108, 0), prlOf(sprmTInsert, 0, 3, 0xE8, 3),
			prlOf(sprmTDelete, 0, 1), prlOf(sprmTDxaCol, 1, 2, 0xD0, 7), prlOf(sprmTDxaGapHalf, 108, 0)),
	), "{2x4 0,0=a 0,1=b 0,2=c 1,1=d 1,2(1x2)=e}", ""},
	{"cell deleted from a row definition", body(
		cell("a"), cell("b"), cell("c"), row(defTable([]int{0, 1000, 2000, 3000})), cell("d"), cell("e"), row(defTable([]int{0, 1000, 2000, 3000}), prlOf(sprmTDelete, 1, 2)),
	), "{2x3 0,0=a 0,1=b 0,2=c 1,0(1x2)=d 1,2=e}", ""},
	{"nested table", body(
		par("a\r", inTable), par("x\r", innerEnd), par("y\r", innerEnd), par("\r", innerRow, defTable([]int{0, 100, 200})),
		par("b\r", inTable), cell("c"), cell("d"), row(defTable([]int{0, 1000, 2000})),
	), "{1x2 0,0=a/b/c@1{1x2 0,0=x 0,1=y} 0,1=d}", ""},
	{"tables at other positions are two", body(
		cell("a"), row(defTable([]int{0, 1000})), cell("b"), row(defTable([]int{0, 1000}), prlOf(sprmTDxaAbs, 9, 0)),
	), "{1x1 0,0=a}{1x1 0,0=b}", ""},
	{"row without definition", body(
		cell("a"), cell("b"), row(defTable([]int{0, 1000, 2000})), cell("c"), cell("d"), cell("e"), row(),
	), "{2x3 0,0=a 0,1=b 1,0=c 1,1=d 1,2=e}", "source.damaged"},
	{"table without end", body(cell("a"), par("b\r", inTable)), "{1x2 0,0=a 0,1=b}", "source.damaged source.damaged"},
	{"cell of no width", body(
		cell("a"), cell(""), cell("b"), row(defTable([]int{0, 1000, 1000, 2000})),
	), "{1x2 0,0=a 0,1=b}", ""},
	{"cell of no width with text", body(
		cell("a"), cell("x"), cell("b"), row(defTable([]int{0, 1000, 1000, 2000})), cell("c"), cell("d"), row(defTable([]int{0, 1000, 2000})),
	), "{2x3 0,0=a 0,1=x 0,2=b 1,0=c 1,1(1x2)=d}", ""},
	{"fields", body(par("a\x13 IF \x13PAGE\x141\x15 = 1\x14b\x13 X \x15\x15c\r"), par("\x13 MACROBUTTON  No text here\x15.\r")),
		"abc|text here.|", ""},
	{"fields that show what is not read", body(par("a\x13 EQ \\o(b)\x15\x13 FORMCHECKBOX \x15\x13FORMCHECKBOX\x15c\r")), "ac|", "source.text_left_out source.text_left_out"},
	{"text under a merged cell", body(
		cell("a"), row(defTable([]int{0, 1000}, 0x60)), cell("b"), row(defTable([]int{0, 1000}, 0x20)), cell("c"), row(defTable([]int{0, 1000})),
	), "{3x1 0,0(2x1)=a 2,0=c}", "source.hidden"},
	{"field without end", body(par("a\x13 b\r"), par("c\r")), "a b|c|", "source.damaged"},
	{"field code does not swallow cells", body(cell("a\x13 b"), cell("c\x15d"), row(defTable([]int{0, 500, 1000}))),
		"{1x2 0,0=a b 0,1=cd}", "source.damaged"},
	{"hidden, deleted and inserted", body(testPara{runs: []testRun{
		{"a", nil}, {"b", hidden}, {"c", hidden}, {"d", deleted}, {"e", prlOf(sprmCFRMarkIns, 1)}, {"f\r", nil}}}),
		"aef|", "source.hidden source.deletions source.insertions"},
	{"deleted mark joins paragraphs", body(testPara{runs: []testRun{{"a", nil}, {"\r", deleted}}}, par("b\r")), "ab|", "source.deletions"},
	{"deleted as the reverse of the style", body(testPara{runs: []testRun{{"a", nil}, {"b", prlOf(sprmCFRMarkDel, 0x81)}, {"c", prlOf(sprmCFRMarkDel, 0x80)}, {"d\r", prlOf(sprmCFRMarkIns, 0x81)}}}),
		"acd|", "source.deletions source.insertions"},
	{"deleted row, and deleted table", body(
		cell("a"), row(defTable([]int{0, 1000})), gone("b\a", inTable), gone("\a", rowEnd, defTable([]int{0, 1000})), cell("c"), row(defTable([]int{0, 1000})),
		par("d\r"), gone("e\a", inTable), gone("\a", rowEnd, defTable([]int{0, 1000})), par("f\r"),
	), "{2x1 0,0=a 1,0=c}d|f|", "source.deletions"},
	{"deleted end of a row whose text is not", body(cell("a"), gone("\a", rowEnd, defTable([]int{0, 1000}))), "{1x1 0,0=a}", ""},
	{"hidden paragraph parts two tables", body(
		cell("a"), row(defTable([]int{0, 1000})), testPara{runs: []testRun{{"h\r", hidden}}}, cell("b"), row(defTable([]int{0, 1000})),
	), "{1x1 0,0=a}{1x1 0,0=b}", "source.hidden"},
	{"pictures, objects, drawn shapes", body(testPara{runs: []testRun{
		{"a", nil}, {"\x01", special}, {"\x13 EMBED \x14", slices.Concat(special, prlOf(sprmCFOle2, 1))}, {"\x01", special}, {"\x15", special}, {"\x01b\r", nil}}}),
		"ab|", "source.pictures source.objects"},
	{"empty", body(par("\r")), "|", ""},
}

func TestRead(t *testing.T) {
	for _, c := range files {
		t.Run(c.name, func(t *testing.T) {
			d := mustRead(t, c.data)
			if got := outline(d); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
			if got := codes(d); got != c.findings {
				t.Errorf("findings %q, want %q", got, c.findings)
			}
			if !Format.Sniff(c.data) {
				t.Error("not recognized")
			}
		})
	}
}

func TestRefusals(t *testing.T) {
	plain := body(par("a\r"))
	for _, c := range []struct {
		name string
		data []byte
		want extract.Code
	}{
		{"nothing", nil, extract.RefusedEmpty},
		{"other bytes", []byte("plain text"), extract.RefusedDamaged},
		{"header only", plain[:512], extract.RefusedDamaged},
		{"too large", make([]byte, extract.MaxInput+1), extract.RefusedLimit},
		{"Word 2", []byte("\xDB\xA5\x2D\x00 and more"), extract.RefusedOldWord},
		{"Word 95", testFile{paras: []testPara{par("a\r")}, nFib: 104}.bytes(), extract.RefusedOldWord},
		{"encrypted", testFile{paras: []testPara{par("a\r")}, flags: fEncrypted}.bytes(), extract.RefusedEncrypted},
		{"obfuscated", testFile{paras: []testPara{par("a\r")}, flags: fEncrypted | fObfuscated}.bytes(), extract.RefusedEncrypted},
		{"encrypted package", writeCompound([]testStream{{"EncryptionInfo", nil}, {"EncryptedPackage", nil}}), extract.RefusedEncrypted},
		{"rights management", writeCompound([]testStream{{"WordDocument", nil}, {"\tDRMContent", nil}}), extract.RefusedEncrypted},
		{"workbook", writeCompound([]testStream{{"Workbook", nil}}), extract.RefusedFormat},
		{"no table stream", writeCompound([]testStream{{"WordDocument", le32(0x00C1A5EC)}}), extract.RefusedDamaged},
		{"no pieces", testFile{parts: map[int][]byte{pairClx: {9}}}.bytes(), extract.RefusedDamaged},
	} {
		d, err := Format.Read(c.data)
		if !errors.Is(err, &extract.Refusal{Code: c.want}) {
			t.Errorf("%s: got %v, %v, want %s", c.name, d, err, c.want)
		}
	}
}

func TestSniff(t *testing.T) {
	for _, c := range []struct {
		name string
		data []byte
		want bool
	}{
		{"workbook", writeCompound([]testStream{{"Workbook", nil}}), false},
		{"encrypted package", writeCompound([]testStream{{"EncryptedPackage", nil}}), true},
		{"Word 2", []byte("\xDB\xA5\x2D\x00 and more"), true},
		{"text", []byte("text"), false},
		{"nothing", nil, false},
	} {
		if got := Format.Sniff(c.data); got != c.want {
			t.Errorf("%s: got %v", c.name, got)
		}
	}
}

func Example() {
	doc, err := Format.Read(body(par("二、主动公开\r"), cell("规章"), cell("0"), row(defTable([]int{0, 4000, 5000}))))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(doc.Blocks[0].Paragraph.Text)
	for _, c := range doc.Blocks[1].Table.Cells {
		fmt.Println(c.Pos, c.Text)
	}
	// Output:
	// 二、主动公开
	// 1:0:0 规章
	// 1:0:1 0
}
