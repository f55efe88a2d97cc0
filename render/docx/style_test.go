package docx

import (
	"fmt"
	"slices"
	"testing"

	"luzhou/render"
)

func styles(t *testing.T) map[string]node {
	t.Helper()
	files, _ := unpack(t, write(t, render.Layout{}))
	all := map[string]node{}
	for _, s := range parse(t, stylesName, files[stylesName]).all("style") {
		if _, twice := all[s.attr("styleId")]; twice {
			t.Errorf("two styles %s", s.attr("styleId"))
		}
		all[s.attr("styleId")] = s
	}
	return all
}

func TestEveryStyleIsDefined(t *testing.T) {
	defined := styles(t)
	for style := range render.Specs {
		if _, ok := defined[paragraphStyles[style].id]; !ok {
			t.Errorf("no style for %s", style)
		}
		if !slices.Contains(styleOrder, style) {
			t.Errorf("%s is not in styles.xml", style)
		}
	}
	for _, role := range []render.Role{render.ColumnHead, render.RowHead, render.Value, render.TableNote, render.Words, "other"} {
		for span := 1; span < 3; span++ {
			if id := styleOf(render.Cell{Role: role, RowSpan: span}).id; defined[id].attr("styleId") == "" {
				t.Errorf("no style %s for role %s", id, role)
			}
		}
	}
	for id, s := range defined {
		for _, link := range []string{"basedOn", "next"} {
			if to := s.one(link).attr("val"); to != "" && defined[to].attr("styleId") == "" {
				t.Errorf("%s: %s %s is not defined", id, link, to)
			}
		}
	}
}

func TestStylesAreThoseOfTheSpec(t *testing.T) {
	defined := styles(t)
	for _, c := range []struct{ style, path, attr, want string }{
		{"Title", "name", "val", "Title"},
		{"Title", "rPr/rFonts", "eastAsia", "方正小标宋简体"},
		{"Title", "pPr/jc", "val", "center"},
		{"Title", "pPr/outlineLvl", "val", ""},
		{"Heading1", "name", "val", "heading 1"},
		{"Heading1", "rPr/rFonts", "eastAsia", "黑体"},
		{"Heading1", "pPr/outlineLvl", "val", "0"},
		{"Heading2", "name", "val", "heading 2"},
		{"Heading2", "rPr/rFonts", "eastAsia", "楷体"},
		{"Heading2", "pPr/outlineLvl", "val", "1"},
		{"BodyText", "rPr/rFonts", "eastAsia", "仿宋"},
		{"BodyText", "rPr/rFonts", "ascii", "Times New Roman"},
		{"BodyText", "rPr/sz", "val", "32"},
		{"BodyText", "pPr/jc", "val", "both"},
		{"BodyText", "pPr/ind", "firstLineChars", "200"},
		{"BodyText", "pPr/ind", "firstLine", "640"},
		{"BodyText", "pPr/spacing", "line", "579"},
		{"BodyText", "pPr/spacing", "lineRule", "exact"},
		{"Date", "pPr/jc", "val", "right"},
		{"TableHead", "pPr/jc", "val", "center"},
		{"TableHead", "rPr/rFonts", "eastAsia", "黑体"},
		{"TableLabel", "pPr/jc", "val", "left"},
		{"TableFigure", "pPr/jc", "val", "center"},
		{"TableText", "rPr/sz", "val", fmt.Sprint(render.CellSize * 2)},
		{"ReportTable", "tblPr/tblBorders/insideH", "sz", "4"},
		{"ReportTable", "tcPr/vAlign", "val", "center"},
	} {
		if got := defined[c.style].one(c.path).attr(c.attr); got != c.want {
			t.Errorf("%s: %s %s is %q, want %q", c.style, c.path, c.attr, got, c.want)
		}
	}
	if len(defined["Heading1"].all("pPr/keepNext")) != 1 || len(defined["BodyText"].all("pPr/keepNext")) != 0 {
		t.Error("headings stay with the next paragraph, the body does not")
	}
}

func TestFontsOfStylesAreDescribed(t *testing.T) {
	files, _ := unpack(t, write(t, render.Layout{}))
	known := map[string]bool{}
	for _, f := range parse(t, fontsName, files[fontsName]).all("font") {
		known[f.attr("name")] = true
	}
	for id, s := range styles(t) {
		for _, attr := range []string{"ascii", "hAnsi", "eastAsia", "cs"} {
			if font := s.one("rPr/rFonts").attr(attr); font != "" && !known[font] {
				t.Errorf("%s: font %s is not in the table", id, font)
			}
		}
	}
}

func TestSignatureStandsFromTheRight(t *testing.T) {
	l := render.Layout{Blocks: []render.Block{{Paragraph: &render.Paragraph{Style: render.Date, Text: "2021年1月28日", Right: 4}}}}
	ind := body(t, l).Nodes[0].one("pPr/ind")
	if ind.attr("rightChars") != "400" || ind.attr("right") != "1280" {
		t.Errorf("indent %v, want 400 hundredths of a character and 1280 twips", ind.Attrs)
	}
}

func TestTableSaysWhatItShows(t *testing.T) {
	l := render.Layout{Blocks: []render.Block{{Table: &render.Table{Rows: 1, Widths: []int{1}, Summary: "申请情况：按结果<分列>\x01"}}}}
	pr := body(t, l).Nodes[0].one("tblPr")
	if got := pr.one("tblCaption").attr("val"); got != "申请情况：按结果<分列>" {
		t.Errorf("caption %q", got)
	}
	if pr.one("tblLayout").attr("type") != "fixed" || pr.one("tblW").attr("w") != "8844" {
		t.Errorf("layout %v", pr)
	}
}
