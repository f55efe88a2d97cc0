package docx

import (
	"github.com/unidoc/unioffice/schema/soo/wml"

	"luzhou/render"
)

// footerBelow is the distance from the text block to the middle of the page
// number in millimetres, and the number stands one character from the edge
// (GB/T 9704-2012 section 7.5).
const footerBelow = 7.0

// footerDistance is from the edge of the paper to the line of the page number.
func footerDistance() int64 {
	return fromMM(render.MarginBottom-footerBelow) - fromPoints(render.PageNumSize)/2
}

func footerStyles() []*wml.CT_Style {
	base := paragraphStyle(footerID, "footer", false)
	base.BasedOn = name(normalID)
	base.PPr, base.RPr = looks(render.Spec{
		Face: render.CellFace, Size: render.PageNumSize, Line: render.PageNumSize, Align: render.Center,
	})
	base.RPr.RFonts = &wml.CT_Fonts{
		HintAttr:     wml.ST_HintEastAsia,
		AsciiAttr:    new(numberFont),
		HAnsiAttr:    new(numberFont),
		EastAsiaAttr: new(numberFont),
		CsAttr:       new(latinFont),
	}
	leaveGrid(base)

	odd := paragraphStyle(oddID, "单页页码", true)
	odd.BasedOn = name(footerID)
	odd.PPr = &wml.CT_PPrGeneral{
		Ind: &wml.CT_Ind{RightAttr: new(signed(fromPoints(render.PageNumSize))), RightCharsAttr: new(int64(100))},
		Jc:  &wml.CT_Jc{ValAttr: wml.ST_JcRight},
	}
	even := paragraphStyle(evenID, "双页页码", true)
	even.BasedOn = name(footerID)
	even.PPr = &wml.CT_PPrGeneral{
		Ind: &wml.CT_Ind{LeftAttr: new(signed(fromPoints(render.PageNumSize))), LeftCharsAttr: new(int64(100))},
		Jc:  &wml.CT_Jc{ValAttr: wml.ST_JcLeft},
	}
	return []*wml.CT_Style{base, odd, even}
}

// footer is a page number between dashes in one of the two styles.
func footer(styleID string) *wml.Ftr {
	page := &wml.CT_SimpleField{
		InstrAttr:   " PAGE ",
		EG_PContent: []*wml.EG_PContent{run(text("1"))},
	}
	p := &wml.CT_P{
		PPr: &wml.CT_PPr{PStyle: name(styleID)},
		EG_PContent: []*wml.EG_PContent{
			run(text("— ")),
			{FldSimple: []*wml.CT_SimpleField{page}},
			run(text(" —")),
		},
	}
	ftr := wml.NewFtr()
	ftr.EG_ContentBlockContent = []*wml.EG_ContentBlockContent{{P: []*wml.CT_P{p}}}
	return ftr
}

func run(content ...*wml.EG_RunInnerContent) *wml.EG_PContent {
	return &wml.EG_PContent{
		EG_ContentRunContent: []*wml.EG_ContentRunContent{{R: &wml.CT_R{EG_RunInnerContent: content}}},
	}
}

func text(s string) *wml.EG_RunInnerContent {
	return &wml.EG_RunInnerContent{T: &wml.CT_Text{SpaceAttr: new("preserve"), Content: s}}
}
