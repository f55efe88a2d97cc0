package mhtml_test

import (
	"fmt"

	"luzhou/extract/mhtml"
)

func Example() {
	doc, err := mhtml.Format.Read([]byte("MIME-Version: 1.0\nContent-Type: text/html; charset=gb2312\n" +
		"Content-Transfer-Encoding: quoted-printable\n\n<p>=C2=AB=D6=DE=CF=E7</p>\n"))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(doc.Blocks[0].Paragraph.Text)
	// Output: 芦洲乡
}
