package rtf_test

import (
	"fmt"

	"luzhou/extract/rtf"
)

func Example() {
	d, err := rtf.Read([]byte(`{\rtf1\ansi\ansicpg936 \'c2\'ab\'d6\'de\u20065 ?{\v x}\par}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(d.Blocks[0].Paragraph.Text, d.Source.Charset)
	fmt.Println(d.Findings[0].MessageEN)
	// Output:
	// 芦洲乡 gb18030
	// hidden text left out in 1 places
}
