package wordml

import (
	"slices"
	"strconv"
	"strings"

	"luzhou/extract"
	"luzhou/extract/tags"
)

// lists holds the definitions of w:lists and counts the paragraphs. Lists
// (w:list, named by ilfo) that share a definition count on together.
type lists struct {
	defs     map[string]*listDef
	byNumber map[int]*list
	byStyle  map[string]string // definition that a list style names as its own
	unknown  []string          // number formats that were not known
}

type listDef struct {
	levels    []extract.ListLevel
	styles    []string // per level, the paragraph style linked to it
	linkStyle string   // the list style that holds the levels instead
	counter   extract.ListCounter
}

type list struct {
	def    string
	starts map[int]int // level -> number it starts with in this list
	levels map[int]level
}

type level struct {
	extract.ListLevel
	style string
}

func newLists() lists {
	return lists{defs: map[string]*listDef{}, byNumber: map[int]*list{}, byStyle: map[string]string{}}
}

// maxLevels is the number of levels a list of Word can have.
const maxLevels = 9

func (r *reader) readLists() {
	r.Within(func(e tags.Event) {
		if e.Kind != tags.Open || e.Space != wordSpace {
			return
		}
		switch e.Local {
		case "listPicBullet":
			r.Skip()
		case "listDef":
			r.readListDef(e.Attr("listDefId"))
		case "list":
			r.readList(e.Int("ilfo", 0))
		}
	})
}

func (r *reader) readListDef(id string) {
	def := &listDef{}
	r.lists.defs[id] = def
	r.Within(func(e tags.Event) {
		if e.Kind != tags.Open || e.Space != wordSpace {
			return
		}
		switch e.Local {
		case "lvl":
			at, l := r.level(e)
			def.set(at, l)
		case "listStyleLink":
			def.linkStyle = e.Attr("val")
		case "styleLink":
			r.lists.byStyle[e.Attr("val")] = id
		}
	})
}

func (d *listDef) set(at int, l level) {
	if at < 0 || at >= maxLevels {
		return
	}
	for len(d.levels) <= at {
		d.levels = append(d.levels, extract.ListLevel{Start: 1, Format: "decimal", Restart: -1})
		d.styles = append(d.styles, "")
	}
	d.levels[at], d.styles[at] = l.ListLevel, l.style
}

// level reads w:lvl.
func (r *reader) level(e tags.Event) (at int, l level) {
	at = e.Int("ilvl", 0)
	font := ""
	l.ListLevel = extract.ListLevel{Start: 0, Format: "decimal", Restart: -1}
	r.Within(func(e tags.Event) {
		if e.Kind != tags.Open || e.Space != wordSpace {
			return
		}
		switch e.Local {
		case "start":
			l.Start = e.Int("val", 0)
		case "nfc":
			l.Format = formatName(e.Attr("val"))
		case "lvlText":
			l.Text = e.Attr("val")
		case "lvlRestart":
			l.Restart = e.Int("val", 0)
		case "isLgl":
			l.Legal = on(e)
		case "pStyle":
			l.style = e.Attr("val")
		case "rFonts":
			font = e.Attr("ascii")
		case "pPr":
			r.Skip()
		}
	})
	if l.Format == "bullet" {
		l.Text = bulletText(font, l.Text)
	}
	return at, l
}

// bulletText returns the text of a bullet. In a font of symbols every
// character of it is one, whether Word wrote it as a private one or not.
func bulletText(font, text string) string {
	return strings.Map(func(c rune) rune {
		if shown, ok := extract.Symbol(font, c); ok {
			return shown
		}
		return c
	}, text)
}

func (r *reader) readList(number int) {
	l := &list{starts: map[int]int{}, levels: map[int]level{}}
	r.lists.byNumber[number] = l
	at := 0
	r.Within(func(e tags.Event) {
		if e.Kind != tags.Open || e.Space != wordSpace {
			return
		}
		switch e.Local {
		case "ilst":
			l.def = e.Attr("val")
		case "lvlOverride":
			at = e.Int("ilvl", 0)
		case "startOverride":
			l.starts[at] = e.Int("val", 0)
		case "lvl":
			k, def := r.level(e)
			l.levels[k] = def
		}
	})
}

// number counts a paragraph and returns the text of its number. The text Word
// stored when it saved goes before our own count.
func (l *lists) number(s styles, p paragraphProps) string {
	ref, by := p.list, ""
	if !ref.set {
		text := ref.text
		ref, by = s.list(p.style)
		ref.text = text
	}
	use := l.byNumber[ref.list]
	if !ref.set || ref.list == 0 || use == nil {
		return ref.text
	}
	def := l.definition(s, use.def)
	if def == nil {
		return ref.text
	}
	if !ref.levelSet && by != "" {
		ref.level = max(0, slices.Index(def.styles, by))
	}
	counted := l.count(def, use, ref.level)
	if ref.text != "" {
		return ref.text
	}
	return counted
}

// definition follows the link of a definition to the one that has the levels.
func (l *lists) definition(s styles, id string) *listDef {
	for range maxStyles {
		def := l.defs[id]
		if def == nil || len(def.levels) > 0 || def.linkStyle == "" {
			return def
		}
		if id = l.byStyle[def.linkStyle]; id == "" {
			if use := l.byNumber[s.byID[def.linkStyle].list.list]; use != nil {
				id = use.def
			}
		}
	}
	return nil
}

func (l *lists) count(def *listDef, use *list, at int) string {
	if start, ok := use.starts[at]; ok {
		def.counter.SetStart(at, start)
		delete(use.starts, at)
	}
	levels := def.levels
	if len(use.levels) > 0 {
		levels = slices.Clone(levels)
		for k := range levels {
			if o, ok := use.levels[k]; ok {
				levels[k] = o.ListLevel
			}
		}
	}
	text, known := def.counter.Next(levels, at)
	if !known {
		l.unknown = append(l.unknown, levels[at].Format)
	}
	return text
}

// unknownFormats returns each number format that was not known, once.
func (l *lists) unknownFormats() []string {
	slices.Sort(l.unknown)
	return slices.Compact(l.unknown)
}

// formatName returns the name of a number format given by its code.
func formatName(code string) string {
	n, err := strconv.Atoi(code)
	switch {
	case err != nil:
		return "decimal"
	case n == noFormat:
		return "none"
	case n < 0 || n >= len(formatNames):
		return "nfc " + code
	}
	return formatNames[n]
}

const noFormat = 255

// formatNames lists the codes of [MS-OSHARED] section 2.2.1.3 (MSONFC) by the
// names of ST_NumberFormat.
var formatNames = [...]string{
	"decimal", "upperRoman", "lowerRoman", "upperLetter", "lowerLetter",
	"ordinal", "cardinalText", "ordinalText", "hex", "chicago",
	"ideographDigital", "japaneseCounting", "aiueo", "iroha", "decimalFullWidth",
	"decimalHalfWidth", "japaneseLegal", "japaneseDigitalTenThousand", "decimalEnclosedCircle", "decimalFullWidth2",
	"aiueoFullWidth", "irohaFullWidth", "decimalZero", "bullet", "ganada",
	"chosung", "decimalEnclosedFullstop", "decimalEnclosedParen", "decimalEnclosedCircleChinese", "ideographEnclosedCircle",
	"ideographTraditional", "ideographZodiac", "ideographZodiacTraditional", "taiwaneseCounting", "ideographLegalTraditional",
	"taiwaneseCountingThousand", "taiwaneseDigital", "chineseCounting", "chineseLegalSimplified", "chineseCountingThousand",
	"decimal", "koreanDigital", "koreanCounting", "koreanLegal", "koreanDigital2",
	"hebrew1", "arabicAlpha", "hebrew2", "arabicAbjad", "hindiVowels",
	"hindiConsonants", "hindiNumbers", "hindiCounting", "thaiLetters", "thaiNumbers",
	"thaiCounting", "vietnameseCounting", "numberInDash", "russianLower", "russianUpper",
}
