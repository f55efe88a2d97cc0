package tags_test

import (
	"fmt"

	"luzhou/extract/tags"
)

func Example() {
	const text = tags.Space(1)
	s := tags.New(`<t:p xmlns:t="urn:text">芦洲<t:b on="1"/>乡</t:p>`, map[string]tags.Space{"urn:text": text})
	for e := s.Next(); e.Kind != tags.End; e = s.Next() {
		if e.Is(text, "b") {
			fmt.Println("b is", e.Attr("on"))
		}
		fmt.Print(e.Text())
	}
	// Output:
	// 芦洲b is 1
	// 乡
}
