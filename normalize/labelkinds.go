package normalize

// This file tells what a text is a label of, in any form of a section.

import "slices"

// isBlockTitle reports whether a label is the title of a block of rows.
func (d *dictionary) isBlockTitle(section, text string) bool {
	return slices.ContainsFunc(Generations, func(g *Generation) bool {
		form := FindTable(g.Key, section)
		if form == nil {
			return false
		}
		_, _, ok := d.lexicons[form].titles.find(text, "")
		return ok
	})
}

// isRowLabel reports whether a label names a row rather than a column. 其他 and
// 总计 name both; they name a row only with their number.
func (d *dictionary) isRowLabel(section, text string) bool {
	number, _, _ := splitNumber(fold(text))
	for _, g := range Generations {
		form := FindTable(g.Key, section)
		if form == nil || form.Blocks[0].Across {
			continue
		}
		x := d.lexicons[form]
		if _, _, ok := x.rows.find(text, ""); !ok {
			continue
		}
		names := func(l *labels) bool { _, _, ok := l.find(text, ""); return ok }
		if number > 0 || !slices.ContainsFunc(x.columns, names) {
			return true
		}
	}
	return false
}

// isNearRow reports whether a numbered text is nearly the label of a row.
func (d *dictionary) isNearRow(section, text string) bool {
	if number, _, _ := splitNumber(fold(text)); number == 0 {
		return false
	}
	return slices.ContainsFunc(Generations, func(g *Generation) bool {
		form := FindTable(g.Key, section)
		if form == nil || form.Listed || form.Blocks[0].Across {
			return false
		}
		_, _, ok := d.lexicons[form].rows.find(text, "")
		return ok
	})
}

// isColumnLabel reports whether a label names a column and no row.
func (d *dictionary) isColumnLabel(section, text string) bool {
	if d.isRowLabel(section, text) {
		return false
	}
	return slices.ContainsFunc(Generations, func(g *Generation) bool {
		form := FindTable(g.Key, section)
		return form != nil && slices.ContainsFunc(d.lexicons[form].columns, func(l *labels) bool {
			_, _, ok := l.find(text, "")
			return ok
		})
	})
}
