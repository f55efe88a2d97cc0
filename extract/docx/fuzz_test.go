package docx

import (
	"encoding/json"
	"errors"
	"reflect"
	"testing"

	"luzhou/extract"
	"luzhou/fixtures"
)

// FuzzRead changes the main part: bytes of a zip file would hardly ever get
// past its checksums.
func FuzzRead(f *testing.F) {
	for _, body := range []string{
		para(text("甲")) + tbl(tr(tc(`<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>`, "1")), tr(tc(`<w:gridSpan w:val="2"/><w:vMerge/>`, ""))),
		para(`<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr><w:ins>`+text("a")+`</w:ins><w:del/>`) + para(text("b")),
		para(`<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType="separate"/><w:t>1</w:t><w:fldChar w:fldCharType="end"/></w:r>`),
		para(`<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent><w:p/></w:txbxContent></w:drawing></mc:Choice><mc:Fallback/></mc:AlternateContent><w:footnoteReference w:id="1"/></w:r>`),
		`<w:tbl><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr><w:tc><w:p/><w:tbl><w:tr><w:tc/></w:tr></w:tbl></w:tc></w:tr></w:tbl>`,
	} {
		f.Add([]byte(docStart + body + docEnd))
	}
	more := map[string]string{
		"numbering": `<w:numbering` + wStart + abstract(0, lvl(0, "chineseCounting", "%1、", "")) + num(1, 0, "") + `</w:numbering>`,
		"footnotes": `<w:footnotes` + wStart + `<w:footnote w:id="1"><w:p/></w:footnote></w:footnotes>`,
	}
	f.Fuzz(func(t *testing.T, document []byte) {
		p := parts("", more)
		p["word/document.xml"] = document
		doc, err := ReadParts(p)
		if err != nil {
			if r := (*extract.Refusal)(nil); !errors.As(err, &r) {
				t.Fatalf("got error %v, want a refusal", err)
			}
			return
		}
		for _, b := range doc.Blocks {
			if b.Table != nil {
				checkTable(t, *b.Table)
			}
		}
		again, err := ReadParts(p)
		if err != nil || !reflect.DeepEqual(doc, again) {
			t.Fatalf("second reading differs: %v", err)
		}
		if _, err := json.Marshal(doc); err != nil {
			t.Fatal(err)
		}
	})
}

// checkTable wants every cell inside the table.
func checkTable(t *testing.T, table extract.Table) {
	for _, c := range table.Cells {
		if c.RowSpan < 1 || c.ColSpan < 1 || c.Row+c.RowSpan > table.Rows || c.Col+c.ColSpan > table.Cols {
			t.Fatalf("cell %d,%d of %dx%d outside of a table of %dx%d", c.Row, c.Col, c.RowSpan, c.ColSpan, table.Rows, table.Cols)
		}
		for _, n := range c.Tables {
			checkTable(t, n)
		}
	}
}

// FuzzReadZip changes the package around it.
func FuzzReadZip(f *testing.F) {
	data := pack(f, parts(para(text("甲"))+tbl(tr(tc("", "1"))), nil))
	f.Add(data)
	f.Add(data[:len(data)*2/3])
	f.Add(fixtures.Cases(f, "luzhou-list-docx")[0].Read(f))
	f.Fuzz(func(t *testing.T, data []byte) {
		Sniff(data)
		if _, err := Read(data); err != nil {
			if r := (*extract.Refusal)(nil); !errors.As(err, &r) {
				t.Fatalf("got error %v, want a refusal", err)
			}
		}
	})
}
