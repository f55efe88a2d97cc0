package pdf

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"luzhou/render"
)

// Bounds that keep one run short, so that many are made.
const (
	fuzzText = 400 // bytes
	fuzzGrid = 12  // rows and columns
)

// FuzzWrite draws any text in every style and in cells of any spans.
func FuzzWrite(f *testing.F) {
	f.Add("芦洲乡2020年政府信息公开工作年度报告", uint8(3), uint8(2), 40)
	f.Add("。。。）））“（（——……\u00a0 \n\n\t\x00\U0001F600\xff", uint8(1), uint8(1), 1)
	f.Add(strings.Repeat("www.shanggao.gov.cn/", 15), uint8(11), uint8(9), 3)
	f.Add("０１２３４５６７８９．－", uint8(9), uint8(30), 1000)
	f.Fuzz(func(t *testing.T, text string, rows, cols uint8, width int) {
		if len(text) > fuzzText {
			return
		}
		rows, cols = rows%fuzzGrid, cols%fuzzGrid
		l := render.Layout{Meta: render.Meta{Title: text, Issued: text}}
		for _, style := range slices.Sorted(maps.Keys(render.Specs)) {
			l.Blocks = append(l.Blocks, render.Block{Paragraph: &render.Paragraph{Style: style, Text: text, Right: float64(width)}})
		}
		table := render.Table{Rows: int(rows) + 1, Widths: make([]int, int(cols)+1), Header: width % 5}
		table.Widths[0] = width
		for i := range min(table.Rows, len(table.Widths)) {
			span := min(1+i%3, table.Rows-i)
			table.Cells = append(table.Cells, render.Cell{Row: i, Col: i, RowSpan: span, ColSpan: 1, Text: text, Role: render.Value})
		}
		l.Blocks = append(l.Blocks, render.Block{Table: &table})
		data, _, err := Write(l, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := parseFile(data); err != nil {
			t.Error(err)
		}
	})
}
