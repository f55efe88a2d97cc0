package docx

import (
	"slices"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"luzhou/extract"
)

// TestChunks reads pages that stand in the place of paragraphs.
func TestChunks(t *testing.T) {
	const page = `<html><head><meta charset="gb2312"></head><body><p>标题</p><table><tr><td>规章</td><td>1</td></tr></table></body></html>`
	gbk, err := simplifiedchinese.GBK.NewEncoder().String(page)
	if err != nil {
		t.Fatal(err)
	}
	const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		`<Relationship Id="c" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk" Target="/word/afchunk.bin"/></Relationships>`
	for _, test := range []struct {
		what, part, want string
		codes            []extract.Code
	}{
		{"a page in GBK", gbk, "前\n标题\n1x2 0,0 \"规章\" 0,1 \"1\"\n后", nil},
		{"a web archive", "MIME-Version: 1.0\r\nContent-Type: text/html; charset=gb2312\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + gbk, "前\n标题\n1x2 0,0 \"规章\" 0,1 \"1\"\n后", nil},
		{"another format", "\x00\x01\x02", "前\n后", []extract.Code{extract.ChunksUnread}},
	} {
		t.Run(test.what, func(t *testing.T) {
			list := parts(para(text("前"))+`<w:altChunk r:id="c"/>`+para(text("后")), nil)
			list["word/_rels/document.xml.rels"], list["word/afchunk.bin"] = []byte(rels), []byte(test.part)
			doc, err := Read(pack(t, list))
			if err != nil {
				t.Fatal(err)
			}
			if got := dump(doc.Blocks); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
			if got := codesOf(doc); !slices.Equal(got, test.codes) {
				t.Errorf("findings %v, want %v", got, test.codes)
			}
		})
	}
}
