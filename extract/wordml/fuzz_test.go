package wordml

import (
	"encoding/json"
	"errors"
	"testing"

	"luzhou/extract"
)

func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		flatPackage, document(listsOfTwoLevels, item("1", "0", "", "a")+styled("Sub", "", "b")),
		document(libre, table(grid(5), widths(1, 4), widths(1, 3), widths(1, 1, 1), widths(1, 1, 1, 1, 1))),
		document("", table(row(cell(restart, "a"), cell(two, "b")), row(cell(goesOn, ""), cell("", "1"), cell("", "2")))),
		document("", `<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:footnote>`+p("x")+`</w:footnote><w:pict><w:txbxContent>`+p("y")+`</w:txbxContent></w:pict></w:r></w:p>`),
	} {
		f.Add([]byte(seed))
	}
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
