package docx

import (
	"encoding/xml"
	"slices"
	"strings"
	"testing"

	"github.com/unidoc/unioffice/schema/soo/wml"

	"luzhou/render"
)

// sequences are the orders of child elements that Word insists on, from the
// schema of ECMA-376 part 1, annex A.1, with the additions of part 4.
var sequences = map[string]string{
	// 17.3.1.26 with 17.7.5.3 (CT_PPrBase, CT_PPr)
	"pPr": `pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs
		suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid
		spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl
		divId cnfStyle rPr sectPr pPrChange`,
	// 17.3.2.28 (EG_RPrBase)
	"rPr": `rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish
		webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang
		eastAsianLayout specVanish oMath rPrChange`,
	// 17.4.59, 17.4.60 (CT_TblPrBase)
	"tblPr": `tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd
		tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange`,
	// 17.4.69 (CT_TcPrBase)
	"tcPr": `cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark headers
		cellIns cellDel cellMerge tcPrChange`,
	// 17.6.17 (EG_SectPrContents)
	"sectPr": `headerReference|footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols
		formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange`,
	// 17.7.4.17 (CT_Style)
	"style": `name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal
		personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr`,
	// 17.8.3.10 (CT_Font)
	"font": `altName panose1 charset family notTrueType pitch sig embedRegular embedBold embedItalic embedBoldItalic`,
	// 17.15.1.78 (CT_Settings), from zoom on without what this writer could never want
	"settings": `writeProtection view zoom removePersonalInformation embedTrueTypeFonts mirrorMargins proofState
		attachedTemplate documentProtection defaultTabStop autoHyphenation evenAndOddHeaders drawingGridHorizontalSpacing
		drawingGridVerticalSpacing characterSpacingControl noLineBreaksAfter noLineBreaksBefore hdrShapeDefaults footnotePr
		endnotePr compat docVars rsids mathPr themeFontLang clrSchemeMapping shapeDefaults decimalSymbol listSeparator`,
	// 17.15.3 (CT_Compat)
	"compat": `spaceForUL noColumnBalance balanceSingleByteDoubleByteWidth noExtraLineSpacing doNotLeaveBackslashAlone
		ulTrailSpace doNotExpandShiftReturn adjustLineHeightInTable useFELayout compatSetting`,
	"styles":      `docDefaults latentStyles style`,
	"docDefaults": `rPrDefault pPrDefault`,
	"tblBorders":  `top left start bottom right end insideH insideV`,
	"tblCellMar":  `top left start bottom right end`,
	"tblGrid":     `gridCol tblGridChange`,
	"tbl":         `tblPr tblGrid tr`,
	"tr":          `tblPrEx trPr tc`,
	"tc":          `tcPr p`,
	"p":           `pPr r|fldSimple`,
	"r":           `rPr t|br|tab|footnoteReference|footnoteRef|separator|continuationSeparator`,
	"footnotes":   `footnote`,
	"footnote":    `p`,
	// 17.11.11, 17.11.12 (CT_FtnProps, CT_FtnDocProps)
	"footnotePr": `pos numFmt numStart numRestart footnote`,
	"body":       `p|tbl sectPr`,
	// 17.4.81 (CT_TrPrBase) is a choice: any order
	"trPr": `cantSplit|tblHeader`,
}

// leaves have no children in what this writer writes.
var leaves = strings.Fields(`t br tab instrText footnoteReference footnoteRef separator continuationSeparator`)

func TestElementOrder(t *testing.T) {
	for _, l := range []render.Layout{luzhouLayout(), withNotes([2]string{"①", "甲"}), withNotes([2]string{"*", "甲"})} {
		files, names := unpack(t, write(t, l))
		for _, part := range names {
			if strings.HasPrefix(part, "word/") && !strings.Contains(part, "_rels") {
				checkOrder(t, part, parse(t, part, files[part]))
			}
		}
	}
}

func checkOrder(t *testing.T, part string, n node) {
	t.Helper()
	sequence, known := sequences[n.XMLName.Local]
	place, last := 0, ""
	for _, c := range n.Nodes {
		name := c.XMLName.Local
		if c.XMLName.Space != wordNS {
			t.Errorf("%s: %s has namespace %q", part, name, c.XMLName.Space)
		}
		if known {
			at := slices.IndexFunc(strings.Fields(sequence), func(step string) bool {
				return slices.Contains(strings.Split(step, "|"), name)
			})
			if at < 0 {
				t.Errorf("%s: %s in %s is not of the schema", part, name, n.XMLName.Local)
			} else if at < place {
				t.Errorf("%s: %s after %s in %s", part, name, last, n.XMLName.Local)
			}
			place, last = max(place, at), name
		} else if slices.Contains(leaves, n.XMLName.Local) {
			t.Errorf("%s: %s has a child %s", part, n.XMLName.Local, name)
		}
		checkOrder(t, part, c)
	}
}

// Each value must be of the schema too, as far as the types know it.
func TestValuesAreValid(t *testing.T) {
	files, _ := unpack(t, write(t, withNotes([2]string{"①", "甲"})))
	for name, part := range map[string]interface{ Validate() error }{
		documentPart: wml.NewDocument(), stylesName: wml.NewStyles(), settingsName: wml.NewSettings(),
		fontsName: wml.NewFonts(), footerOddPart: wml.NewFtr(), footerEvenPart: wml.NewFtr(),
		footnotesPart: wml.NewFootnotes(),
	} {
		if err := xml.Unmarshal(files[name], part); err != nil {
			t.Errorf("%s: %v", name, err)
		} else if err := part.Validate(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}
