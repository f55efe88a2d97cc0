package docx

import (
	"math"

	"github.com/unidoc/unioffice/schema/soo/ofc/sharedTypes"
	"github.com/unidoc/unioffice/schema/soo/wml"

	"luzhou/render"
)

// Lengths of the page in twips, twentieths of a point.
var (
	pageWidth    = fromMM(render.PageWidth)
	pageHeight   = fromMM(render.PageHeight)
	marginTop    = fromMM(render.MarginTop)
	marginBottom = fromMM(render.MarginBottom)
	marginLeft   = fromMM(render.MarginLeft)
	marginRight  = fromMM(render.MarginRight)
	textWidth    = fromMM(render.PageWidth - render.MarginLeft - render.MarginRight)
)

// textWidthPoints is the width of the text in points.
const textWidthPoints = (render.PageWidth - render.MarginLeft - render.MarginRight) / 25.4 * 72

func fromMM(mm float64) int64 { return int64(math.Round(mm / 25.4 * 1440)) }

func fromPoints(pt float64) int64 { return int64(math.Round(pt * 20)) }

// lineTwips rounds lines, and empty ones, down: 22 rounded up by a part of a twip
// each no longer fit the page, and Word then sets 21.
func lineTwips(pt float64) int64 { return int64(math.Floor(pt * 20)) }

// squeeze is the character spacing in twips that puts render.CharsPerLine
// characters into a line: 28 of 16 pt are 158 mm and the text block is 156 mm.
// w:docGrid with a negative w:charSpace would say the same, but LibreOffice then
// gives each character two places.
func squeeze(size float64) int64 {
	if size != render.Specs[render.Body].Size {
		return 0
	}
	place := float64(pageWidth-marginLeft-marginRight) / render.CharsPerLine
	return min(int64(math.Floor(place-size*20)), 0)
}

// shares divides the text width in the ratio of parts, without a remainder. A
// part below 1 counts as 1.
func shares(parts []int) []int64 {
	var whole float64
	for _, part := range parts {
		whole += float64(max(part, 1))
	}
	widths := make([]int64, len(parts))
	var sum float64
	var at int64
	for i, part := range parts {
		sum += float64(max(part, 1))
		next := int64(math.Round(float64(textWidth) * sum / whole))
		widths[i], at = next-at, next
	}
	return widths
}

func signed(twips int64) wml.ST_SignedTwipsMeasure {
	return wml.ST_SignedTwipsMeasure{Int64: &twips}
}

func unsigned(twips int64) sharedTypes.ST_TwipsMeasure {
	return sharedTypes.ST_TwipsMeasure{ST_UnsignedDecimalNumber: new(uint64(twips))}
}

func halfPoints(pt float64) *wml.CT_HpsMeasure {
	return &wml.CT_HpsMeasure{ValAttr: wml.ST_HpsMeasure{ST_UnsignedDecimalNumber: new(uint64(math.Round(pt * 2)))}}
}

func width(twips int64) *wml.CT_TblWidth {
	return &wml.CT_TblWidth{
		TypeAttr: wml.ST_TblWidthDxa,
		WAttr: &wml.ST_MeasurementOrPercent{
			ST_DecimalNumberOrPercent: &wml.ST_DecimalNumberOrPercent{ST_UnqualifiedPercentage: &twips},
		},
	}
}

func on() *wml.CT_OnOff { return &wml.CT_OnOff{} }

func off() *wml.CT_OnOff { return &wml.CT_OnOff{ValAttr: onOff(false)} }

func onOff(v bool) *sharedTypes.ST_OnOff { return &sharedTypes.ST_OnOff{Bool: &v} }

func name(s string) *wml.CT_String { return &wml.CT_String{ValAttr: s} }

func number(n int64) *wml.CT_DecimalNumber { return &wml.CT_DecimalNumber{ValAttr: n} }
