package render

// Face is one of the type faces of Chinese official documents.
type Face string

// The faces of GB/T 9704-2012, by the names offices know.
const (
	XiaoBiaoSong Face = "小标宋" // titles
	FangSong     Face = "仿宋"  // text
	Hei          Face = "黑体"  // first headings
	Kai          Face = "楷体"  // second headings
	Song         Face = "宋体"  // page numbers
)

// Align is the alignment of a paragraph.
type Align int

// Alignments.
const (
	Justify Align = iota
	Left
	Center
	Right
)

// Spec is how a style looks. Sizes are in points.
type Spec struct {
	Face      Face
	Size      float64
	Line      float64 // from base line to base line
	Align     Align
	Indent    int // first line, in characters
	Outline   int // heading level for bookmarks; 0 none
	KeepNext  bool
	NewPage   bool    // begins a page
	SpaceTop  float64 // before the paragraph, not at the top of a page
	SpaceDown float64 // after it
}

// The page of GB/T 9704-2012 sections 5.2 and 5.2.1: A4, a text block of 156 mm
// by 225 mm with 22 lines of 28 characters in size 3. Lengths in millimetres.
const (
	PageWidth    = 210.0
	PageHeight   = 297.0
	MarginTop    = 37.0
	MarginBottom = 35.0
	MarginLeft   = 28.0
	MarginRight  = 26.0
	CharsPerLine = 28
	LinesPerPage = 22
)

// LinePitch is the distance of text lines in points: 225 mm in 22 lines.
const LinePitch = (PageHeight - MarginTop - MarginBottom) / 25.4 * 72 / LinesPerPage

// Specs gives the look of every style.
var Specs = map[Style]Spec{
	Title:     {Face: XiaoBiaoSong, Size: 22, Line: LinePitch, Align: Center, SpaceDown: LinePitch},
	Heading1:  {Face: Hei, Size: 16, Line: LinePitch, Align: Left, Indent: 2, Outline: 1, KeepNext: true},
	Heading2:  {Face: Kai, Size: 16, Line: LinePitch, Align: Left, Indent: 2, Outline: 2, KeepNext: true},
	Body:      {Face: FangSong, Size: 16, Line: LinePitch, Align: Justify, Indent: 2},
	Signature: {Face: FangSong, Size: 16, Line: LinePitch, Align: Right, SpaceTop: LinePitch, KeepNext: true},
	Date:      {Face: FangSong, Size: 16, Line: LinePitch, Align: Right},
	Footnote:  {Face: FangSong, Size: 12, Line: 18, Align: Justify},
	// An annex begins a page, and its first line the text block (GB/T 9704-2012 section 7.3.7).
	Annex:     {Face: Hei, Size: 16, Line: LinePitch, Align: Left, Outline: 1, KeepNext: true, NewPage: true},
	AnnexText: {Face: FangSong, Size: 12, Line: 18, Align: Justify},
}

// CellSizes are the sizes of type in cells, tried in turn until no figure or word
// has to be parted.
var CellSizes = [...]float64{CellSize, 9.5, 8.5, 7.5, 6.5}

// The look of table cells. Padding in millimetres.
const (
	CellFace     = FangSong
	HeadFace     = Hei // of ColumnHead cells
	CellSize     = 10.5
	CellLine     = 13.5
	CellPadding  = 1.0 // left and right
	CellPadTall  = 1.0 // above and below
	CellPadTight = 0.6 // the same in a tight table
	TableSpacing = 6.0 // points between a table and the text around it
	BorderWidth  = 0.5 // points
	PageNumSize  = 14.0
)
