package html

import (
	"strings"
	"sync"

	"luzhou/render"
)

// fontStacks name the fonts of a face: what offices have on Windows, macOS and
// WPS, then free ones, then any of the kind.
var fontStacks = map[render.Face]string{
	render.XiaoBiaoSong: `"FZXiaoBiaoSong-B05S","方正小标宋简体","方正小标宋_GBK","STZhongsong","华文中宋","FandolSong","Noto Serif CJK SC","Source Han Serif SC","SimSun",serif`,
	render.FangSong:     `"FangSong_GB2312","仿宋_GB2312","FangSong","仿宋","STFangsong","华文仿宋","FandolFang R","Noto Serif CJK SC","Source Han Serif SC",serif`,
	render.Hei:          `"SimHei","黑体","STHeiti","华文黑体","FandolHei","Noto Sans CJK SC","Source Han Sans SC",sans-serif`,
	render.Kai:          `"KaiTi_GB2312","楷体_GB2312","KaiTi","楷体","STKaiti","华文楷体","FandolKai","Noto Serif CJK SC",serif`,
}

// selectors of the styles, in the order of the sheet.
var selectors = []struct {
	style render.Style
	css   string
}{
	{render.Title, "h1"},
	{render.Heading1, "h2"},
	{render.Heading2, "h3"},
	{render.Body, "p"},
	{render.Signature, ".signature"},
	{render.Date, ".date"},
	{render.Footnote, ".footnote"},
	{render.Annex, ".annex"},
	{render.AnnexText, ".annex-text"},
}

// styleSheet is the style sheet of every page.
var styleSheet = sync.OnceValue(func() string {
	var b strings.Builder
	b.WriteString("h1,h2,h3,p{margin:0;font-weight:normal;overflow-wrap:break-word}\n")
	for _, s := range selectors {
		b.WriteString(s.css + "{" + properties(render.Specs[s.style]) + "}\n")
	}
	fill := strings.NewReplacer(
		"$margins", millimetres(render.MarginTop)+" "+millimetres(render.MarginRight)+" "+millimetres(render.MarginBottom)+" "+millimetres(render.MarginLeft),
		"$width", millimetres(render.PageWidth),
		"$gap", points(render.TableSpacing),
		"$cells", font(render.CellFace, render.CellSize, render.CellLine),
		"$head", fontStacks[render.HeadFace],
		"$pad", millimetres(render.CellPadTall)+" "+millimetres(render.CellPadding),
		"$tight", millimetres(render.CellPadTight)+" "+millimetres(render.CellPadding),
		"$border", points(render.BorderWidth),
		"$number", points(render.PageNumSize),
	)
	b.WriteString(fill.Replace(fixedRules))
	return b.String()
})

// fixedRules are the page, the tables and the print. A title is broken by sense, into
// lines of like length. Columns give way to figures,
// which never break over lines. The page number stands outside, as GB/T 9704-2012
// section 7.5 has it.
const fixedRules = `body{margin:0;background:#eee;color:#000}
h1{word-break:keep-all;text-wrap:balance}
main{box-sizing:border-box;width:$width;max-width:100%;margin:1em auto;padding:$margins;background:#fff}
.table{overflow-x:auto;margin:$gap 0}
table{border-collapse:collapse;width:100%;min-width:150mm;font:$cells;text-indent:0}
th,td{border:$border solid #000;padding:$pad;vertical-align:middle;text-align:center;font-weight:normal}
.tight th,.tight td{padding:$tight}
th[scope^=col]{font-family:$head}
th[scope^=row],.note,.words{text-align:left;overflow-wrap:anywhere}
th[scope^=row][rowspan]{text-align:center}
.annex-text{text-align:left}
@media (max-width:$width){main{margin:0;padding:5vw}}
@media print{
body{background:none}
main{width:auto;margin:0;padding:0}
.table{overflow:visible}
table{min-width:0}
thead{display:table-header-group}
tr,h1{break-inside:avoid}
.kept{break-after:avoid}
p{orphans:2;widows:2}
@page{size:A4;margin:$margins}
@page :right{@bottom-right{content:"— " counter(page) " —";font-size:$number;padding-right:1em;vertical-align:top}}
@page :left{@bottom-left{content:"— " counter(page) " —";font-size:$number;padding-left:1em;vertical-align:top}}
}
`

var aligns = map[render.Align]string{render.Justify: "justify", render.Left: "left", render.Center: "center", render.Right: "right"}

// properties are the declarations of a style.
func properties(s render.Spec) string {
	css := "font:" + font(s.Face, s.Size, s.Line) + ";text-align:" + aligns[s.Align] +
		";text-indent:" + decimal(float64(s.Indent)) + "em" +
		";margin:" + points(s.SpaceTop) + " 0 " + points(s.SpaceDown)
	if s.KeepNext {
		css += ";break-after:avoid"
	}
	if s.NewPage {
		css += ";break-before:page"
	}
	return css
}

func font(face render.Face, size, line float64) string {
	return points(size) + "/" + points(line) + " " + fontStacks[face]
}

func points(f float64) string      { return decimal(f) + "pt" }
func millimetres(f float64) string { return decimal(f) + "mm" }
