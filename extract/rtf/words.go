package rtf

import "luzhou/extract"

// action is what a control word does. n is its parameter, 1 without one.
type action struct {
	do func(r *reader, n int, has bool)
	// quiet words leave a character half read and fallback text half skipped:
	// they change the look of text, and programs put them anywhere.
	quiet bool
}

// set makes an action of a word that changes the state of the group.
func set(do func(s *state, n int)) action {
	return action{do: func(r *reader, n int, _ bool) { do(&r.state, n) }}
}

// quiet makes an action of a word that changes the look or the paragraph.
func quiet(do func(s *state, n int)) action {
	a := set(do)
	a.quiet = true
	return a
}

// mark makes an action of a word without a parameter.
func mark(do func(r *reader)) action {
	return action{do: func(r *reader, _ int, _ bool) { do(r) }}
}

// rowWord makes an action of a word that adds to a row definition.
func rowWord(do func(r *reader, d *rowDef, n int)) action {
	return action{do: func(r *reader, n int, has bool) {
		if r.dest != toBody {
			return
		}
		if !has {
			n = 0
		}
		do(r, r.flow.def(r.rowDepth()), n)
	}}
}

// tableOf makes an action of a word that fills the font table.
func tableOf(do func(t *fontTable, n int)) action {
	return action{do: func(r *reader, n int, _ bool) { do(&r.table, n) }}
}

// listWord makes an action of a word of the list tables.
func listWord(do func(l *lists, n int)) action {
	return action{do: func(r *reader, n int, _ bool) { do(&r.lists, n) }}
}

// rowDepth is the depth of the table whose row a definition is for.
func (r *reader) rowDepth() int {
	if r.nested {
		return r.nestedDepth()
	}
	return 1
}

// nestedDepth is the depth of a nested table.
func (r *reader) nestedDepth() int {
	if r.para.depth > extract.MaxNesting {
		r.refuse(extract.Text{ZH: "表格嵌套过深", EN: "tables nested too deeply"})
		return 2
	}
	return max(2, r.para.depth)
}

// words holds every control word that means something to this reader. Words
// that begin a group without text of the body are in destinations.go.
var words = joinTables(textWords, characterWords(), tableWords, fontWords, listWords, noteWords, noteNumberWords, formulaWords, destinations)

func joinTables(tables ...map[string]action) map[string]action {
	all := map[string]action{}
	for _, t := range tables {
		for name, a := range t {
			if _, twice := all[name]; twice {
				panic("rtf: control word " + name + " twice")
			}
			all[name] = a
		}
	}
	return all
}

var textWords = map[string]action{
	// The properties of the last paragraph end with the outermost group.
	"rtf": mark(func(r *reader) {
		if len(r.stack) == 1 {
			r.onClose = (*reader).endText
		}
	}),
	"par":     mark((*reader).endParagraph),
	"sect":    mark(func(r *reader) { r.endSection() }),
	"line":    mark(func(r *reader) { r.breakLine() }),
	"lbr":     mark(func(r *reader) { r.breakLine() }),
	"page":    mark(func(r *reader) { r.flow.broken = r.flow.broken || r.dest == toBody }),
	"column":  mark(func(r *reader) { r.flow.broken = r.flow.broken || r.dest == toBody }),
	"pard":    quiet(func(s *state, _ int) { s.para = paraState{} }),
	"u":       {do: func(r *reader, n int, has bool) { r.unicode(n, has) }, quiet: true},
	"uc":      {do: func(r *reader, n int, _ bool) { r.setFallback(n) }, quiet: true},
	"v":       set(func(s *state, n int) { s.hidden = n != 0 }),
	"deleted": set(func(s *state, n int) { s.deleted = n != 0 }),
	"mvf":     set(func(s *state, n int) { s.deleted = n != 0 }),
	"revised": set(func(s *state, n int) { s.inserted = n != 0 }),
	"mvt":     set(func(s *state, n int) { s.inserted = n != 0 }),
	"plain":   {do: func(r *reader, _ int, _ bool) { r.plain() }},
	"chdate":  mark(func(r *reader) { r.lostField() }),
	"chdpl":   mark(func(r *reader) { r.lostField() }),
	"chdpa":   mark(func(r *reader) { r.lostField() }),
	"chtime":  mark(func(r *reader) { r.lostField() }),
	"chpgn":   mark(func(r *reader) { r.headerText = true }),
	"sectnum": mark(func(r *reader) { r.lostField() }),
}

// characters are control words that stand for a character (section "Special
// Characters"). Direction marks and zero-width breaks print nothing.
var characters = map[string]rune{
	"tab": '\t', "emdash": '—', "endash": '–', "bullet": '•',
	"lquote": '‘', "rquote": '’', "ldblquote": '“', "rdblquote": '”',
	"emspace": '\u2003', "enspace": '\u2002', "qmspace": '\u2005',
	"zwj": '\u200D', "zwnj": '\u200C',
}

func characterWords() map[string]action {
	all := map[string]action{}
	for name, c := range characters {
		all[name] = action{do: func(r *reader, _ int, _ bool) { r.addRune(c) }, quiet: true}
	}
	return all
}

var tableWords = map[string]action{
	"intbl":    quiet(func(s *state, n int) { s.para.inTable = n != 0 }),
	"itap":     quiet(func(s *state, n int) { s.para.depth = max(0, n); s.para.inTable = n > 0 }),
	"cell":     mark(func(r *reader) { r.endCell(1) }),
	"row":      mark(func(r *reader) { r.endRow(1) }),
	"nestcell": mark(func(r *reader) { r.endCell(r.nestedDepth()) }),
	"nestrow":  mark(func(r *reader) { r.endRow(r.nestedDepth()) }),
	"trowd": mark(func(r *reader) {
		if r.dest == toBody {
			r.flow.define(r.rowDepth())
		}
	}),
	"trleft":  rowWord(func(_ *reader, d *rowDef, n int) { d.left = n }),
	"cellx":   rowWord(func(r *reader, d *rowDef, n int) { d.cell(n, &r.tally) }),
	"clmrg":   rowWord(func(_ *reader, d *rowDef, _ int) { d.next.join = true }),
	"clvmgf":  rowWord(func(_ *reader, d *rowDef, _ int) { d.next.down = extract.Restart }),
	"clvmrg":  rowWord(func(_ *reader, d *rowDef, _ int) { d.next.down = extract.Continue }),
	"lastrow": rowWord(func(_ *reader, d *rowDef, _ int) { d.last = true }),
	"irow":    rowWord(func(_ *reader, d *rowDef, n int) { d.irow = n }),
}

var fontWords = map[string]action{
	"f":         {do: func(r *reader, n int, _ bool) { r.font(n) }, quiet: true},
	"af":        {do: func(r *reader, n int, _ bool) { r.associatedFont(n) }, quiet: true},
	"loch":      quiet(func(s *state, _ int) { s.script = lowScript }),
	"hich":      quiet(func(s *state, _ int) { s.script = highScript }),
	"dbch":      quiet(func(s *state, _ int) { s.script = eastScript }),
	"ltrch":     quiet(func(s *state, _ int) { s.script = anyScript }),
	"rtlch":     quiet(func(s *state, _ int) { s.script = rightScript }),
	"deff":      {do: func(r *reader, n int, _ bool) { r.table.deff = n; r.plain() }},
	"stshfdbch": tableOf(func(t *fontTable, n int) { t.east = n }),
	"mac":       tableOf(func(t *fontTable, _ int) { t.base = 10000 }),
	"pc":        tableOf(func(t *fontTable, _ int) { t.base = 437 }),
	"pca":       tableOf(func(t *fontTable, _ int) { t.base = 850 }),
	"ansicpg":   tableOf(func(t *fontTable, n int) { t.setPage(n) }),
	"fcharset":  tableOf(func(t *fontTable, n int) { t.charset(n) }),
	"cpg":       tableOf(func(t *fontTable, n int) { t.page(n) }),
}

var listWords = map[string]action{
	"ls":                  {do: func(r *reader, n int, _ bool) { r.listOf(n) }},
	"ilvl":                quiet(func(s *state, n int) { s.para.level = n }),
	"list":                listWord(func(l *lists, _ int) { l.add() }),
	"listlevel":           listWord(func(l *lists, _ int) { l.addLevel() }),
	"levelnfc":            listWord(func(l *lists, n int) { l.level().Format = numberFormat(n) }),
	"levelnfcn":           listWord(func(l *lists, n int) { l.level().Format = numberFormat(n) }),
	"levelstartat":        listWord(func(l *lists, n int) { l.start(n) }),
	"levellegal":          listWord(func(l *lists, n int) { l.level().Legal = n != 0 }),
	"levelnorestart":      listWord(func(l *lists, n int) { l.noRestart(n != 0) }),
	"listid":              listWord(func(l *lists, n int) { l.id(n) }),
	"listoverride":        listWord(func(l *lists, _ int) { l.addOverride() }),
	"lfolevel":            listWord(func(l *lists, _ int) { l.addOverrideLevel() }),
	"listoverridestartat": listWord(func(l *lists, n int) { l.override = n != 0 }),
}

var noteWords = map[string]action{
	"footnote":  {do: (*reader).beginNote},
	"ftnalt":    mark(func(r *reader) { r.endNote = true }),
	"chftn":     mark(func(r *reader) { r.marks.automatic = r.dest == toBody && r.depth == 0 }),
	"ftnstart":  {do: func(r *reader, n int, _ bool) { r.marks.foot.begin(n) }},
	"aftnstart": {do: func(r *reader, n int, _ bool) { r.marks.end.begin(n) }},
	"ftnrstpg":  mark(func(r *reader) { r.marks.foot.unknown = true }),
}
