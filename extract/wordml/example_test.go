package wordml_test

import (
	"fmt"

	"luzhou/extract/wordml"
)

func Example() {
	doc, err := wordml.Format.Read([]byte(`<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml">
<w:body><w:p><w:r><w:t>芦洲乡</w:t></w:r></w:p></w:body></w:wordDocument>`))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(doc.Blocks[0].Paragraph.Text)
	// Output: 芦洲乡
}
