package odt

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"luzhou/extract"
)

const root = `<?xml version="1.0" encoding="UTF-8"?>
<office:%s xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"
 office:mimetype="application/vnd.oasis.opendocument.text">`

// flat makes a single-file document of styles and a body.
func flat(styles, body string) string {
	return fmt.Sprintf(root, "document") + "<office:styles>" + styles + "</office:styles><office:body><office:text>" + body +
		"</office:text></office:body></office:document>"
}

func content(styles, body string) string {
	return fmt.Sprintf(root, "document-content") + "<office:automatic-styles>" + styles + "</office:automatic-styles><office:body><office:text>" +
		body + "</office:text></office:body></office:document-content>"
}

// file is a part of a package.
type file struct{ name, text string }

func packed(t testing.TB, files ...file) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range append([]file{{"mimetype", textType}}, files...) {
		method := zip.Deflate
		if f.name == "mimetype" {
			method = zip.Store
		}
		w, err := z.CreateHeader(&zip.FileHeader{Name: f.name, Method: method})
		if err == nil {
			_, err = w.Write([]byte(f.text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func outline(blocks []extract.Block) string {
	var b strings.Builder
	for _, block := range blocks {
		if block.Paragraph != nil {
			fmt.Fprintf(&b, "%s|%s\n", block.Paragraph.Number, block.Paragraph.Text)
			continue
		}
		outlineTable(&b, *block.Table, "")
	}
	return b.String()
}

func outlineTable(b *strings.Builder, t extract.Table, indent string) {
	fmt.Fprintf(b, "%stable %dx%d after %d\n", indent, t.Rows, t.Cols, t.After)
	for _, c := range t.Cells {
		fmt.Fprintf(b, "%s %d,%d %dx%d %q\n", indent, c.Row, c.Col, c.RowSpan, c.ColSpan, c.Text)
		for _, inner := range c.Tables {
			outlineTable(b, inner, indent+"  ")
		}
	}
}

func check(t *testing.T, data []byte, want string) *extract.Document {
	t.Helper()
	doc, err := Format.Read(data)
	if err != nil {
		t.Fatalf("Read: %v", err)
	}
	if got := outline(doc.Blocks); got != strings.TrimLeft(want, "\n") {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	return doc
}

func codes(doc *extract.Document) []extract.Code {
	var list []extract.Code
	for _, f := range doc.Findings {
		list = append(list, f.Code)
	}
	return list
}

func TestText(t *testing.T) {
	tests := []struct{ name, body, want string }{
		{"white space", "<text:p>\n  规 <text:s text:c=\"3\"/>章 \t\n x<text:tab/>y<text:line-break/>z </text:p>", "|规    章 x\ty\nz \n"},
		{"spans, links, fields", `<text:p>一<text:span>二<text:a>三</text:a></text:span><text:page-number>4</text:page-number></text:p>`, "|一二三4\n"},
		{"sections and indexes", `<text:section><text:p>甲</text:p></text:section><text:table-of-content><text:table-of-content-source><text:index-title-template>x</text:index-title-template></text:table-of-content-source><text:index-body><text:p>目录</text:p></text:index-body></text:table-of-content>`, "|甲\n|目录\n"},
		{"text boxes follow their paragraph", `<text:p>前<draw:frame><draw:text-box><text:p>框</text:p></draw:text-box></draw:frame>后</text:p><text:p>末<draw:g><draw:custom-shape><text:p>形</text:p></draw:custom-shape></draw:g></text:p>`, "|前后\n|框\n|末\n|形\n"},
		{"ruby", `<text:p><text:ruby><text:ruby-base>芦</text:ruby-base><text:ruby-text>lu</text:ruby-text></text:ruby></text:p>`, "|芦\n"},
		{"soft hyphen", "<text:p>a\u00ADb</text:p>", "|ab\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { check(t, []byte(flat("", tt.body)), tt.want) })
	}
}

func TestWhatIsNotShown(t *testing.T) {
	styles := `<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="HH" style:family="text" style:parent-style-name="H"/>
<style:style style:name="P" style:family="paragraph"><style:text-properties text:display="none"/></style:style>`
	body := `<text:tracked-changes><text:changed-region><text:deletion><text:p>旧</text:p></text:deletion></text:changed-region><text:changed-region><text:insertion/></text:changed-region></text:tracked-changes>
<text:p>显<text:span text:style-name="HH">隐<text:span>隐</text:span></text:span>现<text:hidden-text text:is-hidden="true">x</text:hidden-text><office:annotation><text:p>批注</text:p></office:annotation></text:p>
<text:section text:display="none"><text:p>节</text:p></text:section>
<text:p text:style-name="P">段</text:p><text:p>整段<text:hidden-paragraph text:is-hidden="true"/></text:p>
<text:p><draw:frame><draw:image><office:binary-data>AAAA</office:binary-data></draw:image></draw:frame><draw:frame><draw:object/><draw:image/></draw:frame></text:p>`
	doc := check(t, []byte(flat(styles, body)), "|显现\n|\n|\n")
	want := []extract.Code{extract.InsertionsKept, extract.DeletionsDropped, extract.HiddenDropped, extract.CommentsDropped, extract.PicturesDropped, extract.ObjectsDropped}
	if got := codes(doc); !slices.Equal(got, want) {
		t.Errorf("findings %v, want %v", got, want)
	}
	if want := "hidden text left out in 5 places"; doc.Findings[2].MessageEN != want {
		t.Errorf("got %q, want %q", doc.Findings[2].MessageEN, want)
	}
}

func TestNotes(t *testing.T) {
	doc := check(t, []byte(flat("", `<text:p>首</text:p><text:p>甲<text:note><text:note-citation>①</text:note-citation><text:note-body><text:p> <text:s/>注</text:p><text:p>续</text:p></text:note-body></text:note>乙</text:p>`)), "|首\n|甲乙\n")
	if want := []extract.Note{{Mark: "①", Text: "注\n续", Pos: extract.Pos{Block: 1}}}; !slices.Equal(doc.Notes, want) {
		t.Errorf("notes %v, want %v", doc.Notes, want)
	}
}

func TestTables(t *testing.T) {
	c := func(attrs, text string) string {
		return "<table:table-cell " + attrs + "><text:p>" + text + "</text:p></table:table-cell>"
	}
	row := func(cells ...string) string {
		return "<table:table-row>" + strings.Join(cells, "") + "</table:table-row>"
	}
	const covered = "<table:covered-table-cell/>"
	tests := []struct{ name, rows, want string }{
		{"header rows, spans", "<table:table-header-rows>" + row(c(`table:number-columns-spanned="2" table:number-rows-spanned="2"`, "角"), covered, c("", "头")) +
			"</table:table-header-rows>" + row(`<table:covered-table-cell table:number-columns-repeated="2"/>`, c("", "1")) + row(c("", "a"), c("", "b"), c("", "c")), `
table 3x3 after 0
 0,0 2x2 "角"
 0,2 1x1 "头"
 1,2 1x1 "1"
 2,0 1x1 "a"
 2,1 1x1 "b"
 2,2 1x1 "c"
`},
		{"covered places left out by the writer", row(c(`table:number-columns-spanned="2" table:number-rows-spanned="2"`, "角"), c("", "头")) + row(c("", "1")), `
table 2x3 after 0
 0,0 2x2 "角"
 0,2 1x1 "头"
 1,2 1x1 "1"
`},
		{"place covered by nothing stays free", row(c("", "a"), c("", "b"), c("", "c")) + row(c("", "1"), covered, c("", "3")), `
table 2x3 after 0
 0,0 1x1 "a"
 0,1 1x1 "b"
 0,2 1x1 "c"
 1,0 1x1 "1"
 1,2 1x1 "3"
`},
		{"repetitions", `<table:table-row table:number-rows-repeated="2">` + c(`table:number-columns-repeated="2"`, "0") + "</table:table-row>", `
table 2x2 after 0
 0,0 1x1 "0"
 0,1 1x1 "0"
 1,0 1x1 "0"
 1,1 1x1 "0"
`},
		{"nested", row("<table:table-cell><text:p>前</text:p><table:table>" + row(c("", "内")) + "</table:table><text:p>后</text:p></table:table-cell>"), `
table 1x1 after 0
 0,0 1x1 "前\n后"
  table 1x1 after 1
   0,0 1x1 "内"
`},
		{"sub-table", row("<table:table-cell><table:table table:is-sub-table=\"true\">"+row(c("", "1"), c("", "2"))+"</table:table></table:table-cell>", c("", "b")), `
table 1x2 after 0
 0,0 1x1 ""
  table 1x2 after 0
   0,0 1x1 "1"
   0,1 1x1 "2"
 0,1 1x1 "b"
`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			check(t, []byte(flat("", "<table:table><table:table-column/>"+tt.rows+"</table:table>")), tt.want)
		})
	}
}

func TestRepetitionBombs(t *testing.T) {
	table := func(rowTimes, cellTimes, text string) []byte {
		return []byte(flat("", `<table:table><table:table-row table:number-rows-repeated="`+rowTimes+`"><table:table-cell table:number-columns-repeated="`+cellTimes+`">`+text+`</table:table-cell></table:table-row></table:table>`))
	}
	doc := check(t, table("1000000", "16384", ""), "table 1x1 after 0\n 0,0 1x1 \"\"\n")
	if got := codes(doc); !slices.Equal(got, []extract.Code{extract.TextLeftOut}) {
		t.Errorf("findings %v, want the rest of the empty cells", got)
	}
	nested := string(table("1000", "1000", "<table:table><table:table-row><table:table-cell table:number-columns-repeated=\"1000\"><text:p>0</text:p></table:table-cell></table:table-row></table:table>"))
	for name, data := range map[string][]byte{"rows": table("1000000", "1", "<text:p>0</text:p>"), "cells": table("1024", "1000", "<text:p>0</text:p>"), "nested": []byte(nested),
		"empty before text": table("1", "2000", "</table:table-cell><table:table-cell><text:p>0</text:p>")} {
		if _, err := Format.Read(data); !errors.Is(err, &extract.Refusal{Code: extract.RefusedLimit}) {
			t.Errorf("%s: got %v, want %s", name, err, extract.RefusedLimit)
		}
	}
}

func TestSpansPastTheEnd(t *testing.T) {
	doc := check(t, []byte(flat("", `<table:table><table:table-row><table:table-cell table:number-rows-spanned="9" table:number-columns-spanned="9999"/></table:table-row></table:table>`)),
		"table 1x4096 after 0\n 0,0 1x4096 \"\"\n")
	if got := codes(doc); !slices.Equal(got, []extract.Code{extract.SpanClipped}) {
		t.Errorf("findings %v, want clipped spans", got)
	}
}

func TestPackage(t *testing.T) {
	styles := fmt.Sprintf(root, "document-styles") + `<office:styles><text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." loext:num-list-format="%1%、"/></text:list-style></office:styles>
<office:automatic-styles><style:style style:name="P1" style:family="paragraph"><style:text-properties text:display="none"/></style:style></office:automatic-styles>
<office:master-styles><style:master-page><style:header><text:p>页眉</text:p></style:header><style:footer><text:p/></style:footer></style:master-page></office:master-styles></office:document-styles>`
	body := content("", `<text:list text:style-name="L"><text:list-item><text:p text:style-name="P1">总体</text:p></text:list-item></text:list>`)
	doc := check(t, packed(t, file{"styles.xml", styles}, file{"content.xml", body}), "一、|总体\n")
	if got := codes(doc); !slices.Equal(got, []extract.Code{extract.HeadersDropped}) {
		t.Errorf("findings %v, want the header only", got)
	}
	doc = check(t, packed(t, file{"content.xml", body[:strings.Index(body, "</text:p>")]}), "|总体\n")
	if got := codes(doc); !slices.Equal(got, []extract.Code{extract.PartMissing, extract.CutShort}) {
		t.Errorf("findings %v, want missing and cut", got)
	}
}

func TestCutPackage(t *testing.T) {
	styles := fmt.Sprintf(root, "document-styles") + "<office:styles>" + listStyles + "</office:styles></office:document-styles>"
	body := content("", `<text:list text:style-name="L1"><text:list-item><text:p>甲</text:p></text:list-item></text:list><text:p>乙</text:p>`)
	whole := packed(t, file{"styles.xml", styles}, file{"content.xml", body})
	doc := check(t, whole[:len(whole)-30], "一、|甲\n|乙\n")
	if got := codes(doc); !slices.Equal(got, []extract.Code{extract.CutShort}) {
		t.Errorf("findings %v, want cut short", got)
	}
}

func TestRefusals(t *testing.T) {
	body := content("", "<text:p>x</text:p>")
	deep := strings.Repeat("<text:list><text:list-item>", extract.MaxNesting+1)
	whole := packed(t, file{"content.xml", body})
	tests := []struct {
		name string
		data []byte
		want extract.Code
	}{
		{"empty", nil, extract.RefusedEmpty},
		{"not ours", []byte("text"), extract.RefusedFormat},
		{"encrypted", packed(t, file{"META-INF/manifest.xml", "<manifest:encryption-data/>"}, file{"content.xml", "\x00\x01"}), extract.RefusedEncrypted},
		{"name leading out", packed(t, file{"content.xml", body}, file{"../x", ""}), extract.RefusedUnsafe},
		{"absolute name", packed(t, file{"content.xml", body}, file{`\\host\x`, ""}), extract.RefusedUnsafe},
		{"no content", packed(t), extract.RefusedDamaged},
		{"no text body", packed(t, file{"content.xml", "<a/>"}), extract.RefusedDamaged},
		{"cut before the content", whole[:100], extract.RefusedDamaged},
		{"nested too deep", []byte(flat("", deep)), extract.RefusedLimit},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc, err := Format.Read(tt.data)
			if !errors.Is(err, &extract.Refusal{Code: tt.want}) || doc != nil {
				t.Errorf("got %v, %v; want %s", doc, err, tt.want)
			}
		})
	}
}

func TestExpansionIsCounted(t *testing.T) {
	data := packed(t, file{"styles.xml", strings.Repeat(" ", 60)}, file{"content.xml", strings.Repeat(" ", 60)})
	p, err := open(data)
	if err != nil {
		t.Fatal(err)
	}
	p.left = 100
	if got, err := p.part("styles.xml"); len(got) != 60 || err != nil {
		t.Errorf("first part: %d bytes, %v", len(got), err)
	}
	if _, err := p.document(); !errors.Is(err, &extract.Refusal{Code: extract.RefusedLimit}) {
		t.Errorf("got %v, want %s", err, extract.RefusedLimit)
	}
}

func TestSniff(t *testing.T) {
	body := flat("", "<text:p>x</text:p>")
	for name, data := range map[string][]byte{
		"package": packed(t), "flat": []byte(body), "flat without declaration": []byte(body[strings.Index(body, "<office"):]),
	} {
		if !Format.Sniff(data) {
			t.Errorf("%s not recognized", name)
		}
	}
	for _, text := range []string{"", "PK\x03\x04", "<html>" + textType, "<office:document " + textType + ">", strings.Replace(body, textType, "application/vnd.oasis.opendocument.spreadsheet", 1)} {
		if Format.Sniff([]byte(text)) {
			t.Errorf("%.40q taken for OpenDocument text", text)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(flat(listStyles, listBody)))
	f.Add([]byte(flat("", `<text:p>甲<text:note><text:note-body><text:p>注</text:p></text:note-body></text:note><draw:frame><draw:text-box><table:table><table:table-row table:number-rows-repeated="3"><table:table-cell table:number-rows-spanned="2"/></table:table-row></table:table></draw:text-box></draw:frame></text:p>`)))
	f.Add(packed(f, file{"content.xml", content("", "<text:p>x</text:p>")}))
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, err := Format.Read(data)
		var refusal *extract.Refusal
		switch {
		case err == nil:
			if _, err := json.Marshal(doc); err != nil {
				t.Error(err)
			}
		case !errors.As(err, &refusal):
			t.Errorf("error %v is no refusal", err)
		}
	})
}
