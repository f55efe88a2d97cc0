package docx

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"luzhou/extract"
)

const (
	w2006  = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
)

// change makes the parts of a small document and lets f change them.
func change(f func(map[string][]byte)) map[string][]byte {
	p := parts(para(text("甲"))+tbl(tr(tc("", "1"), tc("", "2")))+para(text("乙")), nil)
	f(p)
	return p
}

const small = "甲\n1x2 0,0 \"1\" 0,1 \"2\"\n乙"

func utf16Bytes(s string, order binary.ByteOrder, mark bool) []byte {
	if mark {
		s = "\ufeff" + s
	}
	var b bytes.Buffer
	_ = binary.Write(&b, order, utf16.Encode([]rune(s)))
	return b.Bytes()
}

func TestPackages(t *testing.T) {
	const main = "word/document.xml"
	type parts = map[string][]byte
	edit := func(name string, pairs ...string) func(parts) {
		return func(p parts) { p[name] = []byte(strings.NewReplacer(pairs...).Replace(string(p[name]))) }
	}
	cases := []struct {
		name   string
		change func(parts)
		codes  []extract.Code
	}{
		{"as Word writes it", func(parts) {}, nil},
		{"strict namespaces", edit(main, w2006, strict), nil},
		{"another prefix", edit(main, "w:", "ns0:", ":w=", ":ns0="), nil},
		{"the default namespace", edit(main, "<w:", "<", "</w:", "</", "xmlns:w=", "xmlns="), nil},
		{"declaration lost", edit(main, ` xmlns:w="`+w2006+`"`, ""), nil},
		{"UTF-8 mark", func(p parts) { p[main] = append([]byte("\ufeff"), p[main]...) }, nil},
		{"UTF-16 little endian", func(p parts) { p[main] = utf16Bytes(string(p[main]), binary.LittleEndian, true) }, nil},
		{"UTF-16 big endian without mark", func(p parts) { p[main] = utf16Bytes(string(p[main]), binary.BigEndian, false) }, nil},
		{"main part of another name", func(p parts) {
			p["dir/a b.xml"] = p[main]
			delete(p, main)
			edit("_rels/.rels", main, "/dir/a%20b.xml")(p)
		}, nil},
		{"names in other case", func(p parts) { p["Word/Document.xml"] = p[main]; delete(p, main) }, nil},
		{"names with backslashes", func(p parts) { p[`word\document.xml`] = p[main]; delete(p, main) }, nil},
		{"no relationships", func(p parts) { delete(p, "_rels/.rels"); delete(p, "[Content_Types].xml") }, nil},
		{"found by content type", func(p parts) {
			p["x.xml"] = p[main]
			delete(p, main)
			delete(p, "_rels/.rels")
			edit("[Content_Types].xml", main, "x.xml")(p)
		}, nil},
		{"bytes that are no text", edit(main, "甲", "甲<!-- \xff\xfe -->"), []extract.Code{extract.BytesUndecodable}},
		{"styles missing", func(p parts) {
			edit("word/_rels/document.xml.rels", "</", `<Relationship Id="s" Type="`+relType+`styles" Target="styles.xml"/></`)(p)
		}, []extract.Code{extract.PartMissing}},
		{"styles damaged", func(p parts) {
			edit("word/_rels/document.xml.rels", "</", `<Relationship Id="s" Type="`+relType+`styles" Target="styles.xml"/></`)(p)
			p["word/styles.xml"] = []byte("<w:styles><w:style></w:styles>")
		}, []extract.Code{extract.Damaged}},
		{"lists nowhere defined", edit(main, "<w:p>", `<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>`), []extract.Code{extract.PartMissing}},
		{"comments and instructions", edit(main, "<w:body>", "<!-- <w:body> --><?x <w:p/>?><w:body>"), nil},
		{"broken off", edit(main, "</w:body></w:document>", "<w:p"), []extract.Code{extract.CutShort}},
		{"tags that cross", edit(main, "</w:body></w:document>", "</w:p>"), []extract.Code{extract.Damaged}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			p := change(c.change)
			data := pack(t, p)
			if !Sniff(data) {
				t.Error("Sniff: got false, want true")
			}
			for source, read := range map[string]func() (*extract.Document, error){
				"zip":   func() (*extract.Document, error) { return Read(data) },
				"parts": func() (*extract.Document, error) { return ReadParts(p) },
			} {
				doc, err := read()
				if err != nil {
					t.Fatalf("%s: %v", source, err)
				}
				if got := dump(doc.Blocks); got != small {
					t.Errorf("%s: got\n%s\nwant\n%s", source, got, small)
				}
				if got := codesOf(doc); !slices.Equal(got, c.codes) {
					t.Errorf("%s: got findings %q, want %q", source, got, c.codes)
				}
			}
		})
	}
}

func TestRefusals(t *testing.T) {
	const main = "word/document.xml"
	body := func(s string) []byte { return pack(t, parts(s, nil)) }
	with := func(name, content string) []byte {
		return pack(t, change(func(p map[string][]byte) { p[name] = []byte(content) }))
	}
	doctype := func(decl, inner string) []byte {
		return with(main, `<!DOCTYPE w [`+decl+`]><w:document xmlns:w="`+w2006+`"><w:body>`+para(text(inner))+`</w:body></w:document>`)
	}
	cases := []struct {
		name string
		data []byte
		want extract.Code
	}{
		{"nothing", nil, extract.RefusedEmpty},
		{"no zip", []byte("PK but not a zip file"), extract.RefusedFormat},
		{"zip of something else", pack(t, map[string][]byte{"a.txt": []byte("a")}), extract.RefusedFormat},
		{"document missing", pack(t, change(func(p map[string][]byte) { delete(p, main) })), extract.RefusedDamaged},
		{"document empty", with(main, ""), extract.RefusedDamaged},
		{"no body", with(main, `<w:document xmlns:w="`+w2006+`"/>`), extract.RefusedDamaged},
		{"broken before any text", with(main, docStart+"<w:sectPr"), extract.RefusedDamaged},
		{"climbing name", with("word/../../evil.xml", "x"), extract.RefusedUnsafe},
		{"climbing name with backslashes", with(`..\evil.xml`, "x"), extract.RefusedUnsafe},
		{"absolute name", with("/etc/evil", "x"), extract.RefusedUnsafe},
		{"drive letter", with("C:evil", "x"), extract.RefusedUnsafe},
		{"entities that multiply", doctype(`<!ENTITY a "ha"><!ENTITY b "&a;&a;">`, "&b;"), extract.RefusedDamaged},
		{"external entity", doctype(`<!ENTITY x SYSTEM "file:///etc/passwd">`, "&x;"), extract.RefusedDamaged},
		{"deep tables", body(strings.Repeat("<w:tbl><w:tr><w:tc>", 65) + strings.Repeat("</w:tc></w:tr></w:tbl>", 65)), extract.RefusedLimit},
		{"deep elements", body("<w:p>" + strings.Repeat("<w:ins>", 5000) + strings.Repeat("</w:ins>", 5000) + "</w:p>"), extract.RefusedLimit},
		{"wide row", body(tbl(tr(strings.Repeat("<w:tc/>", extract.MaxGridCols+1)))), extract.RefusedLimit},
	}
	for _, c := range cases {
		doc, err := Read(c.data)
		if !errors.Is(err, &extract.Refusal{Code: c.want}) {
			t.Errorf("%s: got document %v, error %v, want %s", c.name, doc != nil, err, c.want)
		}
	}
}

// endless gives spaces without end.
type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = ' '
	}
	return len(p), nil
}

// Sizes are counted while inflating; what the directory declares only ever
// ends the work sooner.
func TestBudget(t *testing.T) {
	opened := false
	e := entry{size: 10, open: func() (io.ReadCloser, error) {
		opened = true
		return io.NopCloser(io.LimitReader(endless{}, 1000)), nil
	}}
	left := budget(1500)
	if b, err := left.read(e); len(b) != 1000 || err != nil || left != 500 {
		t.Errorf("first: got %d bytes, %v, %d left, want 1000 and 500 left", len(b), err, left)
	}
	if _, err := left.read(e); err != errBudget {
		t.Errorf("second: got %v, want %v", err, errBudget)
	}
	opened = false
	e.size = 1001
	if _, err := left.read(e); err != errBudget || opened {
		t.Errorf("declared too long: got %v, opened %v, want %v unopened", err, opened, errBudget)
	}
	left, e.size = extract.MaxExpanded, maxUnlikely+1
	if _, err := left.read(e); err != errBudget {
		t.Errorf("unlikely ratio: got %v, want %v", err, errBudget)
	}
	e.packed = 1 << 20
	if _, err := left.read(e); err != nil {
		t.Errorf("likely ratio: got %v", err)
	}
}

// nesting of 64 is still read.
func TestDeepTables(t *testing.T) {
	const depth = extract.MaxNesting
	doc, err := ReadParts(parts(strings.Repeat("<w:tbl><w:tr><w:tc>", depth)+para(text("a"))+strings.Repeat("</w:tc></w:tr></w:tbl>", depth), nil))
	if err != nil {
		t.Fatal(err)
	}
	table := doc.Blocks[0].Table
	for range depth - 1 {
		table = &table.Cells[0].Tables[0]
	}
	if got := table.Cells[0].Text; got != "a" {
		t.Errorf("innermost cell: got %q, want %q", got, "a")
	}
}

func TestSniff(t *testing.T) {
	p := func(names ...string) []byte {
		m := map[string][]byte{}
		for _, n := range names {
			m[n] = []byte(types)
		}
		return pack(t, m)
	}
	cases := []struct {
		name string
		data []byte
		want bool
	}{
		{"document", p("[Content_Types].xml", "word/document.xml"), true},
		{"document without types", p("word/document.xml"), true},
		{"main part elsewhere", p("[Content_Types].xml", "doc.xml"), true},
		{"spreadsheet with a document in it", p("[Content_Types].xml", "xl/workbook.xml", "word/theme.xml"), false},
		{"presentation", p("[Content_Types].xml", "ppt/presentation.xml"), false},
		{"OpenDocument", p("mimetype", "content.xml"), false},
		{"folder of that name", p("word/a.doc"), false},
		{"text", []byte("PK 2020"), false},
		{"nothing", nil, false},
	}
	for _, c := range cases {
		if got := Sniff(c.data); got != c.want {
			t.Errorf("%s: got %v, want %v", c.name, got, c.want)
		}
	}
}

// A zip file cut anywhere gives a clean refusal or the start of the document,
// and from the end of the document's entry on all of it.
func TestCutZip(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	p := change(func(map[string][]byte) {})
	for _, name := range []string{"[Content_Types].xml", "_rels/.rels", "word/document.xml"} {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write(p[name])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	whole := b.Bytes()
	entries := bytes.Index(whole, []byte("PK\x01\x02"))
	for n := range whole {
		doc, err := Read(whole[:n])
		var refusal *extract.Refusal
		switch {
		case err != nil && !errors.As(err, &refusal):
			t.Fatalf("cut at %d: got error %v, want a refusal", n, err)
		case err == nil && len(doc.Findings) == 0:
			t.Errorf("cut at %d: no finding", n)
		}
		if n >= entries && (err != nil || dump(doc.Blocks) != small) {
			t.Errorf("cut at %d, behind the entries: got error %v", n, err)
		}
	}
}

func TestEncryptedZip(t *testing.T) {
	data := pack(t, change(func(map[string][]byte) {}))
	const flagsAt = 8
	for at := 0; ; at++ {
		i := bytes.Index(data[at:], []byte("PK\x01\x02"))
		if i < 0 {
			break
		}
		at += i
		data[at+flagsAt] |= encryptedFlag
	}
	if _, err := Read(data); !errors.Is(err, &extract.Refusal{Code: extract.RefusedEncrypted}) {
		t.Errorf("got error %v, want %s", err, extract.RefusedEncrypted)
	}
}

func TestWrongChecksum(t *testing.T) {
	data := pack(t, change(func(map[string][]byte) {}))
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		if f.Name == "word/document.xml" {
			sum := binary.LittleEndian.AppendUint32(nil, f.CRC32)
			data = bytes.ReplaceAll(data, sum, []byte{1, 2, 3, 4})
		}
	}
	doc, err := Read(data)
	if err != nil {
		t.Fatal(err)
	}
	if got := dump(doc.Blocks); got != small {
		t.Errorf("got\n%s\nwant\n%s", got, small)
	}
	if got := codesOf(doc); !slices.Equal(got, []extract.Code{extract.Damaged}) {
		t.Errorf("got findings %q, want %q", got, extract.Damaged)
	}
}
