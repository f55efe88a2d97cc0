package normalize

// This file reads the name of a group that stands above its piece of a table, as
// a line of text, and not in the table.

import (
	"slices"
	"strings"

	"luzhou/extract"
)

// caption is a line that names a group of a table whose groups stand side by side.
type caption struct {
	form  *TableForm
	group int // row of its block
	pos   extract.Pos
}

// captionEnds are words behind the name of a group that say nothing more.
var captionEnds = []string{"统计表", "情况", "案件", "表"}

// captionOf reads a line of a part as the name of a group.
func (d *dictionary) captionOf(section string, it item) (*caption, bool) {
	if len(it.text) > maxLabel/4 || !across(section) {
		return nil, false
	}
	text := loose(fold(it.full()))
	for _, end := range captionEnds {
		text = strings.TrimSuffix(text, end)
	}
	for _, g := range Generations {
		if form := FindTable(g.Key, section); form != nil && form.Blocks[0].Across {
			if group, ok := d.lexicons[form].findGroup(text); ok {
				return &caption{form, group, it.pos}, true
			}
		}
	}
	return nil, false
}

// otherGroup reports whether a line names a group other than that of the caption,
// or what other groups stand under: then what follows may be of either.
func (c *caption) otherGroup(line string) bool {
	text := loose(fold(line))
	rows := c.form.Blocks[0].Rows
	for g, row := range rows {
		for _, name := range append([]string{row.Text}, row.Parents...) {
			if g != c.group && !slices.Contains(rows[c.group].Parents, name) && strings.Contains(text, name) {
				return true
			}
		}
	}
	return false
}

// fits reports whether a table names one group at most. One that names several has
// no need of a caption.
func (c *caption) fits(d *dictionary, t *extract.Table) bool {
	return len(groupsNamed(d.lexicons[c.form], t.Cells)) <= 1
}

// above returns a table with the group as its first row. One that names another
// group contradicts it, which shows when the pieces are put together.
func (c *caption) above(d *dictionary, t *extract.Table) *extract.Table {
	if !c.fits(d, t) {
		return t
	}
	captioned := *t
	captioned.Rows++
	captioned.Cells = slices.Insert(slices.Clone(t.Cells), 0,
		extract.Cell{RowSpan: 1, ColSpan: max(t.Cols, 1), Text: c.form.Blocks[0].Rows[c.group].Text, Pos: c.pos})
	for i := range captioned.Cells[1:] {
		captioned.Cells[i+1].Row++
	}
	return &captioned
}

// groupsNamed lists the groups that cells name.
func groupsNamed(x *lexicon, cells []extract.Cell) (groups []int) {
	for _, c := range cells {
		if g, ok := x.findGroup(c.Text); ok {
			groups = appendNew(groups, g)
		}
	}
	return groups
}
