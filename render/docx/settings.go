package docx

import (
	"github.com/unidoc/unioffice/schema/soo/ofc/sharedTypes"
	"github.com/unidoc/unioffice/schema/soo/wml"

	"luzhou/render"
)

// settingsPart is the content of settings.xml, of a document with notes or without. The compatibility switches are
// those of a document made by a Chinese Word, without the one that puts cells
// on the line grid.
func settingsPart(noted bool) *wml.Settings {
	s := wml.NewSettings()
	s.Zoom = &wml.CT_Zoom{PercentAttr: wml.ST_DecimalNumberOrPercent{ST_UnqualifiedPercentage: new(int64(100))}}
	s.DefaultTabStop = &wml.CT_TwipsMeasure{ValAttr: unsigned(fromPoints(2 * render.Specs[render.Body].Size))}
	s.EvenAndOddHeaders = on()
	s.CharacterSpacingControl = &wml.CT_CharacterSpacing{ValAttr: wml.ST_CharacterSpacingCompressPunctuation}
	if noted {
		s.FootnotePr = noteSettings()
	}
	s.Compat = &wml.CT_Compat{
		SpaceForUL:                       on(),
		BalanceSingleByteDoubleByteWidth: on(),
		DoNotLeaveBackslashAlone:         on(),
		UlTrailSpace:                     on(),
		DoNotExpandShiftReturn:           on(),
		UseFELayout:                      on(),
		CompatSetting:                    compatSettings(),
	}
	s.ThemeFontLang = &wml.CT_Language{ValAttr: new("en-US"), EastAsiaAttr: new("zh-CN")}
	s.DecimalSymbol = name(".")
	s.ListSeparator = name(",")
	return s
}

// compatSettings ask Word for its layout of 2013 and later; without them it
// opens the document in compatibility mode.
func compatSettings() []*wml.CT_CompatSetting {
	var list []*wml.CT_CompatSetting
	for _, s := range [][2]string{
		{"compatibilityMode", "15"},
		{"overrideTableStyleFontSizeAndJustification", "1"},
		{"enableOpenTypeFeatures", "1"},
		{"doNotFlipMirrorIndents", "1"},
		{"differentiateMultirowTableHeaders", "1"},
	} {
		list = append(list, &wml.CT_CompatSetting{
			NameAttr: new(s[0]),
			UriAttr:  new("http://schemas.microsoft.com/office/word"),
			ValAttr:  new(s[1]),
		})
	}
	return list
}

// section is the page of GB/T 9704-2012 with its grid and page numbers.
func section() *wml.CT_SectPr {
	return &wml.CT_SectPr{
		EG_HdrFtrReferences: []*wml.EG_HdrFtrReferences{
			{FooterReference: &wml.CT_HdrFtrRef{TypeAttr: wml.ST_HdrFtrEven, IdAttr: relationID(footerEvenPart)}},
			{FooterReference: &wml.CT_HdrFtrRef{TypeAttr: wml.ST_HdrFtrDefault, IdAttr: relationID(footerOddPart)}},
		},
		PgSz: &wml.CT_PageSz{WAttr: new(unsigned(pageWidth)), HAttr: new(unsigned(pageHeight))},
		PgMar: &wml.CT_PageMar{
			TopAttr:    signed(marginTop),
			BottomAttr: signed(marginBottom),
			LeftAttr:   unsigned(marginLeft),
			RightAttr:  unsigned(marginRight),
			HeaderAttr: unsigned(fromMM(15)),
			FooterAttr: unsigned(footerDistance()),
			GutterAttr: unsigned(0),
		},
		Cols: &wml.CT_Columns{SpaceAttr: new(unsigned(fromPoints(21)))},
		DocGrid: &wml.CT_DocGrid{
			TypeAttr:      wml.ST_DocGridLines,
			LinePitchAttr: new(lineTwips(render.LinePitch)),
		},
	}
}

// documentShell is the document without its blocks. NewDocument claims strict
// conformance, which its namespaces are not.
func documentShell() *wml.Document {
	doc := wml.NewDocument()
	doc.ConformanceAttr = sharedTypes.ST_ConformanceClassTransitional
	doc.Body = &wml.CT_Body{SectPr: section()}
	return doc
}

// conformance is what the schema type writes for the default. Word 2007 follows
// the first edition of ECMA-376, which has no such attribute.
const conformance = ` w:conformance="transitional"`
