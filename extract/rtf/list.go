package rtf

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"luzhou/extract"
)

// Limits on the list tables; levels past them get no computed number.
const (
	maxLists      = 10_000
	levelsPerList = 9
)

// lists holds \listtable and \listoverridetable. They are needed only when the
// file does not write out the numbers (\listtext, \pntext) itself: what is
// written there is what the file shows.
type lists struct {
	written   bool
	list      []list
	byID      map[int]int // \listid -> index in list
	overrides map[int]*override
	current   *override
	inTable   bool // inside \listtable
	override  bool // inside \lfolevel
}

type list struct {
	levels  []extract.ListLevel
	fonts   []int // of the numbers, level by level; -1 for none
	counter extract.ListCounter
}

// override is one \listoverride: a use of a list under the number \ls.
type override struct {
	list   int
	starts []int // \levelstartat of \lfolevel, level by level; -1 for none
	used   [levelsPerList]bool
}

func (l *lists) add() {
	if len(l.list) < maxLists {
		l.list = append(l.list, list{})
	}
}

func (l *lists) addLevel() {
	if n := len(l.list); l.inTable && n > 0 && len(l.list[n-1].levels) < levelsPerList {
		l.list[n-1].levels = append(l.list[n-1].levels, extract.ListLevel{Start: 1, Format: "decimal", Restart: -1})
		l.list[n-1].fonts = append(l.list[n-1].fonts, -1)
	}
}

// level returns the level being defined, or a spare one: the level of an
// override (\listoverrideformat) is not kept.
func (l *lists) level() *extract.ListLevel {
	if n := len(l.list); l.inTable && n > 0 && len(l.list[n-1].levels) > 0 {
		return &l.list[n-1].levels[len(l.list[n-1].levels)-1]
	}
	return &extract.ListLevel{}
}

// font obeys \f of a level.
func (l *lists) font(n int) {
	if k := len(l.list); k > 0 && len(l.list[k-1].fonts) > 0 {
		l.list[k-1].fonts[len(l.list[k-1].fonts)-1] = n
	}
}

// fontOf returns the font of the numbers of a paragraph of list ls.
func (l *lists) fontOf(ls, level int) int {
	if o := l.overrides[ls]; o != nil && o.list >= 0 && level >= 0 && level < len(l.list[o.list].fonts) {
		return l.list[o.list].fonts[level]
	}
	return -1
}

// id obeys \listid, which stands in a list and in an override.
func (l *lists) id(n int) {
	switch {
	case l.inTable && len(l.list) > 0:
		if l.byID == nil {
			l.byID = map[int]int{}
		}
		l.byID[n] = len(l.list) - 1
	case l.current != nil:
		if at, known := l.byID[n]; known {
			l.current.list = at
		}
	}
}

// start obeys \levelstartat.
func (l *lists) start(n int) {
	switch {
	case l.inTable:
		l.level().Start = n
	case l.override && l.current != nil && len(l.current.starts) > 0:
		l.current.starts[len(l.current.starts)-1] = n
	}
}

// addOverride begins a \listoverride.
func (l *lists) addOverride() { l.current = &override{list: -1} }

// addOverrideLevel begins a \lfolevel.
func (l *lists) addOverrideLevel() {
	if l.current != nil && len(l.current.starts) < levelsPerList {
		l.current.starts = append(l.current.starts, -1)
	}
}

// bind obeys the \ls of an override.
func (l *lists) bind(ls int) {
	if l.overrides == nil {
		l.overrides = map[int]*override{}
	}
	if l.current != nil && len(l.overrides) < maxLists {
		l.overrides[ls] = l.current
	}
}

// next counts a paragraph of list ls and returns its number.
func (l *lists) next(ls, level int) (text string, ok bool) {
	o := l.overrides[ls]
	if o == nil || o.list < 0 || level < 0 || level >= levelsPerList {
		return "", true
	}
	of := &l.list[o.list]
	if level < len(o.starts) && o.starts[level] >= 0 && !o.used[level] {
		of.counter.SetStart(level, o.starts[level])
		o.used[level] = true
	}
	return of.counter.Next(of.levels, level)
}

// levelText makes the text of a level from \leveltext: the number of its
// characters, then the characters, codes 0 to 8 standing for level numbers.
func levelText(b []byte) string {
	_, size := utf8.DecodeRune(b)
	if size == 0 {
		return ""
	}
	length := int(b[0])
	var text strings.Builder
	for _, c := range string(b[size:]) {
		if length == 0 {
			break
		}
		length--
		if c < levelsPerList {
			text.WriteByte('%')
			text.WriteByte('1' + byte(c))
			continue
		}
		text.WriteRune(c)
	}
	return text.String()
}

// numberFormat names a \levelnfc value ([MS-OSHARED] 2.2.1.3, MSONFC) by
// ST_NumberFormat.
func numberFormat(nfc int) string {
	if name, known := numberFormats[nfc]; known {
		return name
	}
	return "nfc" + strconv.Itoa(nfc)
}

var numberFormats = map[int]string{
	0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter", 5: "ordinal",
	6: "cardinalText", 7: "ordinalText", 10: "ideographDigital", 11: "japaneseCounting",
	14: "decimalFullWidth", 15: "decimalHalfWidth", 17: "japaneseDigitalTenThousand",
	18: "decimalEnclosedCircle", 19: "decimalFullWidth2", 22: "decimalZero", 23: "bullet",
	26: "decimalEnclosedFullstop", 27: "decimalEnclosedParen", 28: "decimalEnclosedCircleChinese",
	29: "ideographEnclosedCircle", 30: "ideographTraditional", 31: "ideographZodiac",
	33: "taiwaneseCounting", 34: "ideographLegalTraditional", 35: "taiwaneseCountingThousand",
	36: "taiwaneseDigital", 37: "chineseCounting", 38: "chineseLegalSimplified",
	39: "chineseCountingThousand", 255: "none",
}

// listOf obeys \ls, of a paragraph or of a list override.
func (r *reader) listOf(n int) {
	if r.dest == toBody {
		r.para.list = n
	} else {
		r.lists.bind(n)
	}
}

func (l *lists) noRestart(on bool) {
	if on {
		l.level().Restart = 0
	}
}

// countNumber gives the open paragraph its number when the file leaves that to
// the program.
func (r *reader) countNumber() {
	if !r.lists.written && r.para.list > 0 {
		number, ok := r.lists.next(r.para.list, r.para.level)
		if !ok {
			r.tally.numbering++
		}
		r.flow.number = number
	}
	if strings.ContainsFunc(r.flow.number, private) {
		r.flow.number = r.bullet(r.flow.number)
	}
}

// bullet resolves codes of a symbol font. LibreOffice writes the font of a
// bullet in the list table only, not where it writes the bullet itself.
func (r *reader) bullet(number string) string {
	font := r.lists.fontOf(r.para.list, r.para.level)
	set := r.table.encoding(font, anyScript).symbols
	if _, known := r.table.fonts[font]; !known && number == "\uF0B7" {
		set = &symbolSet{"symbol"} // it also leaves the font out of the font table
	}
	var b strings.Builder
	for _, c := range number {
		if private(c) {
			b.WriteString(set.text([]byte{byte(c)}, &r.tally))
		} else {
			b.WriteRune(c)
		}
	}
	return b.String()
}

func private(c rune) bool { return c >= extract.SymbolsFirst && c <= extract.SymbolsLast }
