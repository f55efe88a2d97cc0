package pipeline

import (
	"bytes"
	"errors"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"unicode/utf16"

	"luzhou/extract"
	"luzhou/extract/charset"
	"luzhou/fixtures"
)

// samples gives each source format the smallest of its fixtures.
func samples(t *testing.T) map[string][]byte {
	t.Helper()
	list := map[string][]byte{}
	for _, c := range fixtures.Cases(t, "") {
		data := c.Read(t)
		f, ok := Detect(data)
		if !ok {
			t.Fatalf("%s is of no format", c.Name)
		}
		if old, have := list[f.Name]; !have || len(data) < len(old) {
			list[f.Name] = data
		}
	}
	for _, f := range Readers {
		if list[f.Name] == nil {
			t.Errorf("format %s has no fixture", f.Name)
		}
	}
	return list
}

// read calls a reader as the pipeline does not: without asking Sniff first.
// Whatever the bytes, it must give a sound Document or a Refusal.
func read(t *testing.T, f extract.Format, what string, data []byte) {
	t.Helper()
	f.Sniff(data)
	doc, err := f.Read(data)
	if err != nil {
		var refusal *extract.Refusal
		if !errors.As(err, &refusal) || refusal.Message.ZH == "" || refusal.Message.EN == "" {
			t.Errorf("%s on %s: error %T %v, want a refusal in both languages", f.Name, what, err, err)
		}
		return
	}
	for i := range doc.Blocks {
		if table := doc.Blocks[i].Table; table != nil {
			sound(t, f.Name+" on "+what, table, 0)
		}
		if pos := fixturePos(doc.Blocks[i]); pos.Block != i {
			t.Errorf("%s on %s: block %d says it is block %d", f.Name, what, i, pos.Block)
		}
	}
}

func fixturePos(b extract.Block) extract.Pos {
	if b.Table != nil {
		return b.Table.Pos
	}
	return b.Paragraph.Pos
}

func sound(t *testing.T, what string, table *extract.Table, depth int) {
	t.Helper()
	if depth > extract.MaxNesting {
		t.Errorf("%s: tables nested deeper than %d", what, extract.MaxNesting)
		return
	}
	for i := range table.Cells {
		c := &table.Cells[i]
		if c.Row < 0 || c.Col < 0 || c.RowSpan < 1 || c.ColSpan < 1 || c.Row+c.RowSpan > table.Rows || c.Col+c.ColSpan > table.Cols {
			t.Errorf("%s: cell %d,%d spans %d,%d in a table of %d,%d", what, c.Row, c.Col, c.RowSpan, c.ColSpan, table.Rows, table.Cols)
		}
		if c.Numbers != nil && len(c.Numbers) != strings.Count(c.Text, "\n")+1 {
			t.Errorf("%s: %d numbers for the lines of %q", what, len(c.Numbers), c.Text)
		}
		for k := range c.Tables {
			sound(t, what, &c.Tables[k], depth+1)
		}
	}
}

func TestReadersAreSound(t *testing.T) {
	all := samples(t)
	for _, f := range Readers {
		t.Run(f.Name, func(t *testing.T) {
			good := all[f.Name]
			read(t, f, "nothing", nil)
			read(t, f, "one byte", []byte{0})
			read(t, f, "zeros", make([]byte, 5000))
			read(t, f, "its sample twice", append(bytes.Clone(good), good...))
			read(t, f, "its sample and zeros", append(bytes.Clone(good), make([]byte, 3000)...))
			for other, data := range all {
				read(t, f, other, data)
			}
			const places = 60
			for i := range places {
				at := len(good) * i / places
				read(t, f, "a truncated sample", good[:at])
				for _, b := range []byte{0x00, 0xff, good[at] + 1} {
					bent := bytes.Clone(good)
					bent[at] = b
					read(t, f, "a bent sample", bent)
				}
				huge := bytes.Clone(good)
				copy(huge[at:], "\xff\xff\xff\x7f")
				read(t, f, "a sample with a huge count", huge)
				gap := append(bytes.Clone(good[:at]), good[min(at+100, len(good)):]...)
				read(t, f, "a sample with a gap", gap)
			}
		})
	}
}

// TestNameSaysNothing expects every fixture under any name to give the same Document.
func TestNameSaysNothing(t *testing.T) {
	endings := []string{"doc", "docx", "wps", "rtf", "html", "mht", "xml", "odt", "txt", "pdf", ""}
	for _, c := range fixtures.Cases(t, "") {
		data := c.Read(t)
		want, err := Extract(filepath.Base(c.Source), data)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range endings {
			got, err := Extract("x."+e, data)
			if err != nil {
				t.Fatalf("%s as .%s: %v", c.Name, e, err)
			}
			got.Source.Path = want.Source.Path
			if !reflect.DeepEqual(got, want) {
				t.Errorf("%s as .%s reads otherwise", c.Name, e)
			}
		}
	}
}

// TestCharsets reads one page and one dump in every encoding, the page also
// under declarations that are missing or wrong, and expects the same blocks.
func TestCharsets(t *testing.T) {
	page := string(fixtures.Cases(t, "luzhou-html")[0].Read(t))
	const declared = `charset=utf-8`
	if !strings.Contains(page, declared) {
		t.Fatal("the page declares another character set")
	}
	texts := map[string]string{"dump": string(fixtures.Cases(t, "luzhou-txt")[0].Read(t))}
	for _, name := range []string{"utf-8", "gb2312", "gbk", "big5", "iso-8859-1", "utf-16", "nonsense", ""} {
		texts["page declared "+name] = strings.Replace(page, declared, "charset="+name, 1)
	}
	for what, text := range texts {
		want, err := Extract("x", []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		for enc, data := range encodings(t, text) {
			got, err := Extract("x.doc", data)
			if err != nil {
				t.Errorf("%s in %s: %v", what, enc, err)
			} else if !reflect.DeepEqual(got.Blocks, want.Blocks) {
				t.Errorf("%s in %s reads otherwise, as %s", what, enc, got.Source.Charset)
			}
		}
	}
}

// encodings writes text in the encodings in which pages and dumps occur.
func encodings(t *testing.T, text string) map[string][]byte {
	t.Helper()
	gbk, _ := charset.CodePage(936)
	chinese, err := gbk.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	var little, big []byte
	for _, u := range utf16.Encode([]rune(text)) {
		little = append(little, byte(u), byte(u>>8))
		big = append(big, byte(u>>8), byte(u))
	}
	return map[string][]byte{
		"UTF-8": []byte(text), "UTF-8 with mark": []byte("\uFEFF" + text), "GB18030": chinese,
		"UTF-16LE": little, "UTF-16LE with mark": append([]byte("\xFF\xFE"), little...),
		"UTF-16BE": big, "UTF-16BE with mark": append([]byte("\xFE\xFF"), big...),
	}
}

func TestRefusals(t *testing.T) {
	tests := []struct {
		name string
		data string
		code extract.Code
	}{
		{"empty", "", extract.RefusedEmpty},
		{"PDF", "%PDF-1.7\n...", extract.RefusedFormat},
		{"picture", "\x89PNG\r\n\x1a\n\x00\x00", extract.RefusedFormat},
		{"random bytes", "\x01\x9f\x00\x88\x13\x07\xfe\x00\x02\x11\x80\x00", extract.RefusedFormat},
		{"too large", strings.Repeat("a", extract.MaxInput+1), extract.RefusedLimit},
	}
	for _, test := range tests {
		doc, err := Extract(test.name, []byte(test.data))
		var refusal *extract.Refusal
		if doc != nil || !errors.As(err, &refusal) || refusal.Code != test.code {
			t.Errorf("%s: got %v, %v, want %s", test.name, doc != nil, err, test.code)
		}
	}
}

func TestFaultOfAReaderIsARefusal(t *testing.T) {
	bad := extract.Format{Name: "bad", Read: func([]byte) (*extract.Document, error) { panic("fault") }}
	doc, err := readSafely(bad, nil)
	var refusal *extract.Refusal
	if doc != nil || !errors.As(err, &refusal) {
		t.Errorf("got %v, %v, want a refusal", doc, err)
	}
}

func TestCodesHaveBothTexts(t *testing.T) {
	seen := map[extract.Code]bool{}
	for _, k := range Codes() {
		if seen[k.Code] {
			t.Errorf("%s stands twice", k.Code)
		}
		seen[k.Code] = true
		for _, text := range []string{k.Meaning.ZH, k.Meaning.EN, k.Message.ZH, k.Message.EN} {
			if text == "" {
				t.Errorf("%s lacks a text", k.Code)
			}
		}
		if strings.Count(k.Message.ZH, "%") != strings.Count(k.Message.EN, "%") {
			t.Errorf("%s: the messages take different arguments", k.Code)
		}
	}
}
