package docx

import (
	"github.com/unidoc/unioffice/schema/soo/wml"

	"luzhou/render"
)

// style is a paragraph style of styles.xml. Word knows a built-in style by its
// English name and shows it in the user's language; names of our own are
// Chinese because that is what the user reads.
type style struct {
	id, name string
	custom   bool
	next     string // style of the paragraph typed after it
}

// Identifiers of styles that no render.Style names.
const (
	normalID = "Normal"
	gapID    = "TableGap"
	gridID   = "ReportTable"
	footerID = "Footer"
	oddID    = "PageNumberOdd"
	evenID   = "PageNumberEven"
)

// paragraphStyles gives the Word style of every render.Style.
var paragraphStyles = map[render.Style]style{
	render.Title:     {id: "Title", name: "Title", next: "BodyText"},
	render.Heading1:  {id: "Heading1", name: "heading 1", next: "BodyText"},
	render.Heading2:  {id: "Heading2", name: "heading 2", next: "BodyText"},
	render.Body:      {id: "BodyText", name: "Body Text"},
	render.Signature: {id: "Signature", name: "Signature", next: "Date"},
	render.Date:      {id: "Date", name: "Date", next: "BodyText"},
	render.Footnote:  {id: "FootnoteText", name: "footnote text"},
	render.Annex:     {id: "AnnexHeading", name: "附录标题", custom: true, next: "AnnexText"},
	render.AnnexText: {id: "AnnexText", name: "附录正文", custom: true},
}

// styleOrder is the order of paragraphStyles in styles.xml.
var styleOrder = []render.Style{
	render.Title, render.Heading1, render.Heading2, render.Body, render.Signature,
	render.Date, render.Footnote, render.Annex, render.AnnexText,
}

// cellStyle is the paragraph style of a kind of table cell.
type cellStyle struct {
	id, name string
	face     render.Face
	align    render.Align
	keepNext bool
	level    int // indent in characters
}

// Styles of cells. All are based on the first.
var (
	cellText   = cellStyle{id: "TableText", name: "表格文字", face: render.CellFace, align: render.Left}
	cellHead   = cellStyle{id: "TableHead", name: "表头", face: render.HeadFace, align: render.Center, keepNext: true}
	cellLabel  = cellStyle{id: "TableLabel", name: "表格栏目", face: render.CellFace, align: render.Left}
	cellGroup  = cellStyle{id: "TableGroup", name: "表格跨行栏目", face: render.CellFace, align: render.Center}
	cellFigure = cellStyle{id: "TableFigure", name: "表格数字", face: render.CellFace, align: render.Center}
	cellNote   = cellStyle{id: "TableNote", name: "表格附注", face: render.CellFace, align: render.Left}

	cellStyles = []cellStyle{cellText, cellHead, cellLabel, cellGroup, cellFigure, cellNote, cellLevels[1], cellLevels[2], cellLevels[3]}
)

// cellLevels are labels by their level.
var cellLevels = [render.MaxLevel + 1]cellStyle{
	cellLabel,
	{id: "TableLabel2", name: "表格二级栏目", face: render.CellFace, align: render.Left, level: 1},
	{id: "TableLabel3", name: "表格三级栏目", face: render.CellFace, align: render.Left, level: 2},
	{id: "TableLabel4", name: "表格四级栏目", face: render.CellFace, align: render.Left, level: 3},
}

// styleOf returns the style of a cell. Cells of an unknown role are text.
func styleOf(c render.Cell) cellStyle {
	switch c.Role {
	case render.ColumnHead:
		return cellHead
	case render.RowHead:
		if c.RowSpan > 1 {
			return cellGroup
		}
		return cellLevels[max(0, min(c.Level, render.MaxLevel))]
	case render.Value:
		return cellFigure
	case render.TableNote:
		return cellNote
	}
	return cellText
}

var alignments = map[render.Align]wml.ST_Jc{
	render.Justify: wml.ST_JcBoth,
	render.Left:    wml.ST_JcLeft,
	render.Center:  wml.ST_JcCenter,
	render.Right:   wml.ST_JcRight,
}

// looks turns a Spec into the paragraph and run properties of a style.
func looks(spec render.Spec) (*wml.CT_PPrGeneral, *wml.CT_RPr) {
	p := &wml.CT_PPrGeneral{
		Spacing: spacing(spec),
		Jc:      &wml.CT_Jc{ValAttr: alignments[spec.Align]},
	}
	if spec.KeepNext {
		p.KeepNext = on()
	}
	if spec.NewPage {
		p.PageBreakBefore = on()
	}
	if spec.Indent > 0 {
		p.Ind = firstLine(spec)
	}
	if spec.Outline > 0 {
		p.OutlineLvl = number(int64(spec.Outline - 1))
	}
	r := &wml.CT_RPr{
		RFonts: fontsOf(spec.Face),
		Sz:     halfPoints(spec.Size),
		SzCs:   halfPoints(spec.Size),
	}
	if narrow := squeeze(spec.Size); narrow != 0 {
		r.Spacing = &wml.CT_SignedTwipsMeasure{ValAttr: signed(narrow)}
	}
	return p, r
}

func spacing(spec render.Spec) *wml.CT_Spacing {
	s := &wml.CT_Spacing{
		LineAttr:     new(signed(lineTwips(spec.Line))),
		LineRuleAttr: wml.ST_LineSpacingRuleExact,
	}
	if spec.SpaceTop > 0 {
		s.BeforeAttr = new(unsigned(lineTwips(spec.SpaceTop)))
	}
	if spec.SpaceDown > 0 {
		s.AfterAttr = new(unsigned(lineTwips(spec.SpaceDown)))
	}
	return s
}

// firstLine says the indent twice: Word follows the characters, other programs
// only the length.
func firstLine(spec render.Spec) *wml.CT_Ind {
	return &wml.CT_Ind{
		FirstLineCharsAttr: new(int64(spec.Indent * 100)),
		FirstLineAttr:      new(unsigned(fromPoints(float64(spec.Indent) * spec.Size))),
	}
}
