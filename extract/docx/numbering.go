package docx

import (
	"slices"
	"strings"

	"luzhou/extract"
)

// numbering is the numbering part and the counters of the document's lists.
// Lists (w:num) of one definition (w:abstractNum) count together, as Word
// does: a second list continues the first unless it overrides a start.
type numbering struct {
	defs    map[int]*listDef
	lists   map[int]*list
	unknown []string // number formats not known, each once
	lost    int      // paragraphs of lists in a document that defines none
}

// maxUnknown bounds how many unknown formats are told.
const maxUnknown = 20

// listDef is a w:abstractNum.
type listDef struct {
	levels    []level
	styleLink string // w:numStyleLink: the definition is that of this numbering style
	counter   extract.ListCounter
}

// level is a w:lvl.
type level struct {
	extract.ListLevel
	style string // paragraph style this level belongs to
}

// list is a w:num.
type list struct {
	def       int
	overrides []override
	levels    []extract.ListLevel // with overrides, made on first use
	resolved  *listDef
}

type override struct {
	at       int // the level
	start    int
	hasStart bool
	level    *level
	done     bool // the start was set
}

// override returns what the list says about a level, nil if nothing.
func (l *list) override(at int) *override {
	for i := range l.overrides {
		if l.overrides[i].at == at {
			return &l.overrides[i]
		}
	}
	return nil
}

// number counts a paragraph and returns the text of its number.
func (n *numbering) number(ref numberRef, style string, s *styles) string {
	if !ref.hasNum || ref.num == 0 { // numId 0 takes the number of the style away (17.9.18)
		return ""
	}
	l, ok := n.lists[ref.num]
	if len(n.lists) == 0 {
		n.lost++
	}
	if !ok || !n.prepare(l, s) {
		return ""
	}
	at := ref.level
	if !ref.hasLevel {
		at = l.resolved.levelOf(s.chain(style))
	}
	if at < 0 || at >= len(l.levels) {
		return ""
	}
	if o := l.override(at); o != nil && o.hasStart && !o.done {
		o.done = true
		l.resolved.counter.SetStart(at, o.start)
	}
	text, known := l.resolved.counter.Next(l.levels, at)
	if format := l.levels[at].Format; !known && len(n.unknown) < maxUnknown && !slices.Contains(n.unknown, format) {
		n.unknown = append(n.unknown, format)
	}
	return text
}

// prepare finds the definition of a list and applies its overrides.
func (n *numbering) prepare(l *list, s *styles) bool {
	if l.resolved != nil {
		return true
	}
	def := n.defs[l.def]
	for range maxBasedOn { // a definition may name a numbering style, whose list has another
		if def == nil || def.styleLink == "" {
			break
		}
		other, ok := n.lists[s.of(def.styleLink).number.num]
		if !ok || n.defs[other.def] == nil {
			break
		}
		def = n.defs[other.def]
	}
	if def == nil {
		return false
	}
	l.resolved = def
	for i, lv := range def.levels {
		o := l.override(i)
		if o != nil && o.level != nil {
			lv = *o.level
		}
		if o != nil && o.hasStart { // also the start after each restart (17.9.26)
			lv.Start = o.start
		}
		l.levels = append(l.levels, lv.ListLevel)
	}
	return true
}

// levelOf finds the level a paragraph style is tied to; the first when none.
func (d *listDef) levelOf(chain []string) int {
	for _, style := range chain {
		for i, lv := range d.levels {
			if lv.style == style {
				return i
			}
		}
	}
	return 0
}

func readNumbering(x *scanner) *numbering {
	n := &numbering{defs: map[int]*listDef{}, lists: map[int]*list{}}
	if !x.next() {
		return n
	}
	for root := x.depth; x.child(root); {
		switch string(x.local) {
		case "abstractNum":
			if id, ok := x.number("abstractNumId"); ok {
				n.defs[id] = x.listDef()
			}
		case "num":
			if id, ok := x.number("numId"); ok {
				n.lists[id] = x.list()
			}
		}
		if len(n.defs)+len(n.lists) > maxDefinitions {
			x.err = errMany
		}
	}
	return n
}

func (x *scanner) listDef() *listDef {
	d := new(listDef)
	for depth := x.depth; x.child(depth); {
		switch string(x.local) {
		case "numStyleLink":
			d.styleLink = x.attr("val")
		case "lvl":
			at, _ := x.number("ilvl")
			if at < 0 || at > 8 {
				continue
			}
			for len(d.levels) <= at {
				d.levels = append(d.levels, level{ListLevel: extract.ListLevel{Format: "none", Restart: -1}})
			}
			d.levels[at] = x.level()
		}
	}
	return d
}

func (x *scanner) list() *list {
	l := new(list)
	for depth := x.depth; x.child(depth); {
		switch string(x.local) {
		case "abstractNumId":
			l.def, _ = x.number("val")
		case "lvlOverride":
			at, _ := x.number("ilvl")
			if at < 0 || at > 8 {
				continue
			}
			if l.override(at) == nil {
				l.overrides = append(l.overrides, override{at: at})
			}
			for inner, o := x.depth, l.override(at); x.child(inner); {
				switch string(x.local) {
				case "startOverride":
					o.start, o.hasStart = x.number("val")
				case "lvl":
					lv := x.level()
					o.level = &lv
				}
			}
		}
	}
	return l
}

// level reads a w:lvl. Defaults are those of 17.9.25 (start) and 17.9.17.
func (x *scanner) level() level {
	lv := level{ListLevel: extract.ListLevel{Format: "decimal", Restart: -1}}
	font, custom := "", false
	for depth := x.depth; x.next() && x.depth >= depth; {
		if x.kind != startTag {
			continue
		}
		switch string(x.local) {
		case "start":
			lv.Start, _ = x.number("val")
		case "numFmt":
			if format := x.attr("val"); format == "custom" {
				lv.Format, custom = customFormat(x.attr("format")), true
			} else if !custom { // else it is the alternative for older programs
				lv.Format = format
			}
		case "lvlText":
			lv.Text = x.attr("val")
		case "isLgl":
			lv.Legal = x.on()
		case "lvlRestart":
			lv.Restart, _ = x.number("val")
		case "pStyle":
			lv.style = x.attr("val")
		case "rFonts":
			font = x.attr("ascii")
		}
	}
	if lv.Format == "bullet" {
		lv.Text = bulletText(font, lv.Text)
	}
	return lv
}

// customFormat knows the number formats that have no name: 01, 001 and so on.
func customFormat(sample string) string {
	if first, _, ok := strings.Cut(sample, ","); ok && first == "01" {
		return "decimalZero"
	}
	return "custom " + sample
}
