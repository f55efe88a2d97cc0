package docx_test

import (
	"archive/zip"
	"bytes"
	"fmt"

	"luzhou/render"
	"luzhou/render/docx"
)

func ExampleWrite() {
	data, err := docx.Write(render.Layout{
		Meta: render.Meta{Title: "芦洲乡2020年政府信息公开工作年度报告", Issued: "2021-01-28"},
		Blocks: []render.Block{
			{Paragraph: &render.Paragraph{Style: render.Title, Text: "芦洲乡2020年政府信息公开工作年度报告"}},
			{Paragraph: &render.Paragraph{Style: render.Heading1, Text: "一、总体情况"}},
		},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	file, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, f := range file.File[:3] {
		fmt.Println(f.Name)
	}
	// Output:
	// [Content_Types].xml
	// _rels/.rels
	// word/document.xml
}
