package odt_test

import (
	"fmt"

	"luzhou/extract/odt"
)

func Example() {
	doc, err := odt.Format.Read([]byte(`<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:mimetype="application/vnd.oasis.opendocument.text">
<office:body><office:text><text:p>芦洲乡</text:p></office:text></office:body></office:document>`))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(doc.Blocks[0].Paragraph.Text)
	// Output: 芦洲乡
}
