package docx

import (
	"testing"

	"luzhou/render"
)

func TestLongTitleIsBrokenBySense(t *testing.T) {
	const title = "上高县芦洲乡人民政府2020年政府信息公开工作年度报告"
	nodes := body(t, render.Layout{
		Meta:   render.Meta{Title: title},
		Blocks: []render.Block{{Paragraph: &render.Paragraph{Style: render.Title, Text: title}}},
	}).Nodes
	if got, want := paragraphText(nodes[0]), "上高县芦洲乡人民政府2020年\n政府信息公开工作年度报告"; got != want {
		t.Errorf("title %q, want %q", got, want)
	}
}
