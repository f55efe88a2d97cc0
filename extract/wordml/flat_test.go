package wordml

import (
	"errors"
	"strings"
	"testing"

	"luzhou/extract"
)

const flatPackage = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><?mso-application progid="Word.Document"?>
<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage" xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<pkg:part pkg:name="/_rels/.rels" pkg:contentType="application/vnd.openxmlformats-package.relationships+xml"><pkg:xmlData>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Target="word/document.xml"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships></pkg:xmlData></pkg:part>
<pkg:part pkg:name="/word/document.xml" pkg:contentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"><pkg:xmlData>
<w:document><w:body><w:p><w:r><w:t>芦洲乡</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>格</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document></pkg:xmlData></pkg:part>
<pkg:part pkg:name="/word/media/image1.png" pkg:contentType="image/png" pkg:compression="store"><pkg:binaryData>iVBORw0KGgo=</pkg:binaryData></pkg:part>
</pkg:package>`

// The namespace of the body is declared on the package here, as a writer may.
func TestFlatPackage(t *testing.T) {
	check(t, flatPackage, `
|芦洲乡
table 1x1 after 0
 0,0 1x1 "格"
`)
}

func TestFlatPackageCutShort(t *testing.T) {
	doc := check(t, flatPackage[:strings.Index(flatPackage, "<w:tbl>")], "|芦洲乡\n")
	if len(doc.Findings) == 0 || doc.Findings[0].Code != extract.CutShort {
		t.Errorf("findings %v, want cut short", codes(doc))
	}
}

func TestFlatPackageWithoutParts(t *testing.T) {
	_, err := Format.Read([]byte(`<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"/>`))
	if !errors.Is(err, &extract.Refusal{Code: extract.RefusedDamaged}) {
		t.Errorf("got %v, want %s", err, extract.RefusedDamaged)
	}
}
