package docx

import (
	"github.com/unidoc/unioffice/schema/soo/wml"

	"luzhou/render"
)

// stylesPart is the content of styles.xml, of a document with notes or without.
func stylesPart(noted bool) *wml.Styles {
	styles := wml.NewStyles()
	styles.DocDefaults = docDefaults()
	add := func(s *wml.CT_Style) { styles.Style = append(styles.Style, s) }
	add(normalStyle())
	for _, key := range styleOrder {
		add(textStyle(paragraphStyles[key], render.Specs[key]))
	}
	for _, c := range cellStyles {
		add(tableTextStyle(c))
	}
	add(gapStyle())
	if noted {
		add(referenceStyle())
	}
	for _, s := range footerStyles() {
		add(s)
	}
	add(plainTableStyle())
	add(reportTableStyle())
	return styles
}

// docDefaults names the language and the fonts that a program finds where no
// style says more.
func docDefaults() *wml.CT_DocDefaults {
	body := render.Specs[render.Body]
	return &wml.CT_DocDefaults{
		RPrDefault: &wml.CT_RPrDefault{RPr: &wml.CT_RPr{
			RFonts: fontsOf(body.Face),
			Sz:     halfPoints(body.Size),
			SzCs:   halfPoints(body.Size),
			Lang:   &wml.CT_Language{ValAttr: new("en-US"), EastAsiaAttr: new("zh-CN"), BidiAttr: new("ar-SA")},
		}},
		PPrDefault: &wml.CT_PPrDefault{PPr: &wml.CT_PPrGeneral{}},
	}
}

// paragraphStyle is an empty paragraph style. Custom styles are marked: Word
// resets a style it takes for one of its own.
func paragraphStyle(id, label string, custom bool) *wml.CT_Style {
	s := &wml.CT_Style{
		TypeAttr:    wml.ST_StyleTypeParagraph,
		StyleIdAttr: &id,
		Name:        name(label),
		QFormat:     on(),
	}
	if custom {
		s.CustomStyleAttr = onOff(true)
	}
	return s
}

// normalStyle has the size of the body, by which Word shows the page's grid.
// That punctuation may hang into the margin is the default of Word; LibreOffice
// 7.4 reads the switch the wrong way round, and without it hangs commas in
// justified lines and does not draw all of them.
func normalStyle() *wml.CT_Style {
	body := render.Specs[render.Body]
	s := paragraphStyle(normalID, "Normal", false)
	s.DefaultAttr = onOff(true)
	s.PPr = &wml.CT_PPrGeneral{
		WidowControl:  off(), // 22 lines on every page
		OverflowPunct: on(),
		AutoSpaceDE:   off(), // no gap between Chinese and Latin or digits: characters have their places
		AutoSpaceDN:   off(),
		Jc:            &wml.CT_Jc{ValAttr: wml.ST_JcBoth},
	}
	s.RPr = &wml.CT_RPr{Sz: halfPoints(body.Size), SzCs: halfPoints(body.Size)}
	return s
}

func textStyle(st style, spec render.Spec) *wml.CT_Style {
	s := paragraphStyle(st.id, st.name, st.custom)
	s.BasedOn = name(normalID)
	if st.next != "" {
		s.Next = name(st.next)
	}
	s.PPr, s.RPr = looks(spec)
	if spec.Size != render.Specs[render.Body].Size {
		leaveGrid(s)
	}
	return s
}

// leaveGrid takes a style of another size off the grid of 22 lines a page.
func leaveGrid(s *wml.CT_Style) { s.PPr.SnapToGrid = off() }

// tableTextStyle tells all in the first style of cells, and only the
// differences in those based on it.
func tableTextStyle(c cellStyle) *wml.CT_Style {
	s := paragraphStyle(c.id, c.name, true)
	if c == cellText {
		s.BasedOn = name(normalID)
		s.PPr, s.RPr = looks(render.Spec{
			Face: c.face, Size: render.CellSize, Line: render.CellLine, Align: c.align,
		})
		leaveGrid(s)
		return s
	}
	s.BasedOn = name(cellText.id)
	s.PPr = &wml.CT_PPrGeneral{Jc: &wml.CT_Jc{ValAttr: alignments[c.align]}}
	if c.keepNext {
		s.PPr.KeepNext = on()
	}
	if c.level > 0 {
		s.PPr.Ind = &wml.CT_Ind{LeftCharsAttr: new(int64(c.level * 100)), LeftAttr: new(signed(fromPoints(float64(c.level) * render.CellSize)))}
	}
	if c.face != cellText.face {
		s.RPr = &wml.CT_RPr{RFonts: fontsOf(c.face)}
	}
	return s
}

// gapStyle is for the empty paragraph that Word needs between two tables, which
// it joins otherwise, and after a table that ends the document.
func gapStyle() *wml.CT_Style {
	s := paragraphStyle(gapID, "表格间隔", true)
	s.BasedOn = name(normalID)
	s.PPr, s.RPr = looks(render.Spec{
		Face: render.CellFace, Size: render.TableSpacing / 2, Line: render.TableSpacing, Align: render.Left,
	})
	leaveGrid(s)
	return s
}

func plainTableStyle() *wml.CT_Style {
	return &wml.CT_Style{
		TypeAttr:       wml.ST_StyleTypeTable,
		StyleIdAttr:    new("TableNormal"),
		DefaultAttr:    onOff(true),
		Name:           name("Normal Table"),
		UiPriority:     number(99),
		SemiHidden:     on(),
		UnhideWhenUsed: on(),
		TblPr: &wml.CT_TblPrBase{
			TblInd:     width(0),
			TblCellMar: margins(0, fromPoints(5.4)),
		},
	}
}

// reportTableStyle draws every table of a report.
func reportTableStyle() *wml.CT_Style {
	return &wml.CT_Style{
		TypeAttr:        wml.ST_StyleTypeTable,
		CustomStyleAttr: onOff(true),
		StyleIdAttr:     new(gridID),
		Name:            name("年报表格"),
		BasedOn:         name("TableNormal"),
		QFormat:         on(),
		TblPr: &wml.CT_TblPrBase{
			TblBorders: borders(),
			TblCellMar: margins(fromMM(render.CellPadTall), fromMM(render.CellPadding)),
		},
		TcPr: &wml.CT_TcPr{VAlign: &wml.CT_VerticalJc{ValAttr: wml.ST_VerticalJcCenter}},
	}
}

func borders() *wml.CT_TblBorders {
	line := func() *wml.CT_Border {
		return &wml.CT_Border{
			ValAttr:   wml.ST_BorderSingle,
			SzAttr:    new(uint64(render.BorderWidth * 8)), // in eighths of a point
			SpaceAttr: new(uint64(0)),
			ColorAttr: &wml.ST_HexColor{ST_HexColorAuto: wml.ST_HexColorAutoAuto},
		}
	}
	return &wml.CT_TblBorders{
		Top: line(), Left: line(), Bottom: line(), Right: line(), InsideH: line(), InsideV: line(),
	}
}

func margins(tall, wide int64) *wml.CT_TblCellMar {
	return &wml.CT_TblCellMar{Top: width(tall), Left: width(wide), Bottom: width(tall), Right: width(wide)}
}
