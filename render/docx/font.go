package docx

import (
	"github.com/unidoc/unioffice/schema/soo/wml"

	"luzhou/render"
)

// font is one entry of fontTable.xml. What it says beside the name helps a
// machine without the font to choose another (ECMA-376 part 1, 17.8.3).
type font struct {
	name, alt string
	panose    string
	charset   string
	family    wml.ST_FontFamily
	pitch     wml.ST_Pitch
	sig       wml.CT_FontSig
}

const (
	latinFont  = "Times New Roman"
	numberFont = "宋体" // of page numbers, GB/T 9704-2012 section 7.5
)

// fonts of the faces, by the names of the fonts Chinese offices have.
var fonts = map[render.Face]string{
	render.XiaoBiaoSong: "方正小标宋简体",
	render.FangSong:     "仿宋",
	render.Hei:          "黑体",
	render.Kai:          "楷体",
}

var (
	windowsSig  = wml.CT_FontSig{Usb0Attr: "800002BF", Usb1Attr: "38CF7CFA", Usb2Attr: "00000016", Usb3Attr: "00000000", Csb0Attr: "00040001", Csb1Attr: "00000000"}
	founderSig  = wml.CT_FontSig{Usb0Attr: "00000001", Usb1Attr: "080E0000", Usb2Attr: "00000010", Usb3Attr: "00000000", Csb0Attr: "00040000", Csb1Attr: "00000000"}
	songSig     = wml.CT_FontSig{Usb0Attr: "00000003", Usb1Attr: "288F0000", Usb2Attr: "00000016", Usb3Attr: "00000000", Csb0Attr: "00040001", Csb1Attr: "00000000"}
	timesSig    = wml.CT_FontSig{Usb0Attr: "E0002EFF", Usb1Attr: "C000785B", Usb2Attr: "00000009", Usb3Attr: "00000000", Csb0Attr: "000001FF", Csb1Attr: "00000000"}
	fontEntries = []font{
		{latinFont, "", "02020603050405020304", "00", wml.ST_FontFamilyRoman, wml.ST_PitchVariable, timesSig},
		{"方正小标宋简体", "方正小标宋_GBK,华文中宋", "03000509000000000000", "86", wml.ST_FontFamilyScript, wml.ST_PitchFixed, founderSig},
		{"仿宋", "FangSong,仿宋_GB2312", "02010609060101010101", "86", wml.ST_FontFamilyModern, wml.ST_PitchFixed, windowsSig},
		{"黑体", "SimHei", "02010609060101010101", "86", wml.ST_FontFamilyModern, wml.ST_PitchFixed, windowsSig},
		{"楷体", "KaiTi,楷体_GB2312", "02010609060101010101", "86", wml.ST_FontFamilyModern, wml.ST_PitchFixed, windowsSig},
		{numberFont, "SimSun", "02010600030101010101", "86", wml.ST_FontFamilyAuto, wml.ST_PitchVariable, songSig},
	}
)

// fontTable is the content of fontTable.xml.
func fontTable() *wml.Fonts {
	table := wml.NewFonts()
	for _, f := range fontEntries {
		entry := &wml.CT_Font{
			NameAttr: f.name,
			Panose1:  &wml.CT_Panose{ValAttr: f.panose},
			Charset:  &wml.CT_Charset{ValAttr: &f.charset},
			Family:   &wml.CT_FontFamily{ValAttr: f.family},
			Pitch:    &wml.CT_Pitch{ValAttr: f.pitch},
			Sig:      &f.sig,
		}
		if f.alt != "" {
			entry.AltName = name(f.alt)
		}
		table.Font = append(table.Font, entry)
	}
	return table
}

// fontsOf names the font of a face for Chinese and Times New Roman for Latin
// letters and digits. The hint makes Word take “ ” — · from the Chinese font.
func fontsOf(face render.Face) *wml.CT_Fonts {
	return &wml.CT_Fonts{
		HintAttr:     wml.ST_HintEastAsia,
		AsciiAttr:    new(latinFont),
		HAnsiAttr:    new(latinFont),
		CsAttr:       new(latinFont),
		EastAsiaAttr: new(fonts[face]),
	}
}
