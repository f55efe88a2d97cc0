package pdf_test

import (
	"bytes"
	"fmt"

	"luzhou/render"
	"luzhou/render/pdf"
)

func ExampleWrite() {
	l := render.Layout{
		Meta: render.Meta{Title: "芦洲乡2020年政府信息公开工作年度报告", Issued: "2021-01-28"},
		Blocks: []render.Block{
			{Paragraph: &render.Paragraph{Style: render.Title, Text: "芦洲乡2020年政府信息公开工作年度报告"}},
			{Paragraph: &render.Paragraph{Style: render.Body, Text: "全年收到申请1件，申请人为\U00020BB7某。"}},
		},
	}
	data, findings, err := pdf.Write(l, pdf.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(bytes.HasPrefix(data, []byte("%PDF-")))
	for _, f := range findings {
		fmt.Println(f.Code, f.Message)
	}
	// Output:
	// true
	// font.missing_glyph 字体中没有字符 U+20BB7 𠮷（1 处），以〓代替
}
