package normalize

// This file tells tables of the text, in words of a form, from the form's own: a
// count of several years in part one may name outcomes of requests, and is no piece
// of the table of part three.

import (
	"cmp"
	"maps"
	"slices"

	"luzhou/extract"
)

// filedTable is a table that was filed under a section by its words, and how it is
// kept if it turns out to be none of that section.
type filedTable struct {
	table *extract.Table
	part  string     // key of the part it stands in, "" above the first
	place OtherTable // without cells
	where string
}

// dropForeign takes tables out of those of a section that has its whole table: they
// name some of its rows at the most, and none that it lacks. Where the table is in
// pieces, only those in parts of text can be none of them.
func (p *partsReader) dropForeign() {
	moved := false
	for section, list := range p.filed {
		if len(list) < 2 {
			continue
		}
		forms, own, whole := p.ownRows(section, list)
		for _, f := range list {
			if len(own) > 0 && (whole || !hasTable(f.part)) && p.isForeign(forms, f.table, own) {
				p.tables[section] = slices.DeleteFunc(p.tables[section], func(t *extract.Table) bool { return t == f.table })
				p.keepOther(f.table, f.place, f.where)
				moved = true
			}
		}
	}
	if moved {
		slices.SortStableFunc(p.report.OtherTables, func(a, b OtherTable) int {
			return cmp.Or(a.Section-b.Section, a.Subsection-b.Subsection, a.After-b.After)
		})
	}
}

// ownRows lists the rows that the tables of a section name: the first whole one
// under its form, or all that stand in their own part under any.
func (p *partsReader) ownRows(section string, list []filedTable) (forms []*TableForm, own map[string]bool, whole bool) {
	own = map[string]bool{}
	for _, g := range Generations {
		if form := FindTable(g.Key, section); form != nil {
			forms = append(forms, form)
		}
	}
	for _, f := range list {
		for _, form := range forms {
			named, all := p.words.rowsNamed(form, f.table)
			if all {
				return []*TableForm{form}, named, true
			}
			if f.part == section {
				maps.Copy(own, named)
			}
		}
	}
	return forms, own, false
}

// isForeign reports whether a table of figures names half of some rows at the most
// and no other.
func (p *partsReader) isForeign(forms []*TableForm, t *extract.Table, own map[string]bool) bool {
	if !slices.ContainsFunc(splitRows([]*extract.Table{t}), printedRow.hasFigure) {
		return false // the header of the table, or its form left empty
	}
	all := map[string]bool{}
	for _, form := range forms {
		named, _ := p.words.rowsNamed(form, t)
		maps.Copy(all, named)
	}
	for row := range all {
		if !own[row] {
			return false
		}
	}
	return 2*len(all) <= len(own)
}

// rowsNamed lists the rows of a form, groups where these stand side by side, whose
// labels a table has: in front of figures, or at all. whole tells that these are
// nearly all rows, with a figure for each column.
func (d *dictionary) rowsNamed(form *TableForm, t *extract.Table) (named map[string]bool, whole bool) {
	named = map[string]bool{}
	x := d.lexicons[form]
	rows := splitRows([]*extract.Table{t})
	if block := form.Blocks[0]; block.Across {
		for _, g := range groupsNamed(x, t.Cells) {
			named[block.Rows[g].Key] = true
		}
		size := len(block.Rows) * len(block.Columns)
		return named, len(named) == len(block.Rows) && slices.ContainsFunc(rows, func(row printedRow) bool { return len(row.cells) >= size && row.hasFigure() })
	}
	wide := 0 // rows with a figure for each column
	for _, row := range rows {
		if len(row.labels) == 0 || !row.hasFigure() {
			continue
		}
		item, q, ok := x.rows.find(row.labels[len(row.labels)-1].Text, "")
		if !ok || q == near {
			continue
		}
		at := x.owner[item]
		block := &form.Blocks[at[0]]
		if len(row.cells) >= len(block.Columns) {
			wide++
		}
		named[form.path(block, block.Rows[at[1]].Key, "")] = true
	}
	return named, 4*min(wide, len(named)) >= 3*len(x.owner)
}
