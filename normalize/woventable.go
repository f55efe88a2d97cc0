package normalize

import (
	"luzhou/extract"
)

// wovenTable reads lines whose labels are woven into each other, the header above
// them included. first and last tell which lines it took; rows counts the labels.
func (d *dictionary) wovenTable(section string, items []item) (best *extract.Table, first, last, rows int) {
	lines := make([]wovenLine, len(items))
	for i, it := range items {
		l, ok := cutLine(it.full())
		if !ok || marginal.MatchString(foldFigure(it.full())) {
			l = wovenLine{pieces: []string{"\x00"}} // of no label
		}
		lines[i] = l
	}
	for _, g := range Generations {
		form := FindTable(g.Key, section)
		if form == nil || d.lexicons[form].weaver == nil {
			continue
		}
		w, starts := d.lexicons[form].weaver, 0
		for from := 0; from < len(items) && starts < maxStarts; from++ {
			if !w.begins(lines[from]) || from > 0 && lines[from-1].onlyFigures() { // figures may stand above their labels
				continue
			}
			starts++
			table := lines[from:min(len(lines), from+maxWovenLines)]
			if found, _, _ := w.read(table, nil); len(found) == 0 {
				continue
			}
			start := d.headerAbove(section, items, from)
			head := map[string]bool{}
			for _, l := range lines[start:from] {
				head[l.text] = true
			}
			found, at, n := w.read(table, head)
			if len(found) <= max(rows, minLined) {
				continue
			}
			words := d.headerWords(section, form, items[start:from], start)
			for i, r := range found {
				line := from + at[i]
				words = append(words, word{r.text, true, line})
				for _, f := range lines[line].figures {
					words = append(words, word{f, false, line})
				}
			}
			if t := d.rowsOfWords(section, words, items); t != nil {
				best, first, last, rows = t, start, from+n, len(found)
			}
			break
		}
	}
	return best, first, last, rows
}

// begins reports whether a line begins with a piece of a row's label, or of one
// of merged cells.
func (w *weaver) begins(l wovenLine) bool {
	if len(l.pieces) == 0 {
		return false
	}
	next := map[woven]bool{}
	w.label(woven{row: -1, parents: [2]int16{-1, -1}}, l.pieces[0], next)
	return len(next) > 0
}
