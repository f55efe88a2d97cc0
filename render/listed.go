package render

import (
	"regexp"
	"strings"

	"luzhou/normalize"
)

// listedTable draws the list of indicators of the years before 2019: label, unit
// and number, rows that the form does not know in their places.
func listedTable(t *normalize.Table) *Table {
	g := newGrid(t, "政府信息公开情况统计表", []int{110, 20, 26})
	block := &t.Form.Blocks[0]
	g.Header = 1
	g.next()
	for c, text := range []string{block.Stub, "单位", block.Columns[0].Text} {
		g.put(c, 1, 1, ColumnHead, text)
	}
	g.extraRows("", 1)
	for r, row := range block.Rows {
		if v := t.Values[0][r][0]; v.State != "" && v.State != normalize.Missing {
			unit := v.Unit
			if unit == "" {
				unit = row.Unit
			}
			v.Unit = ""
			g.next()
			g.put(0, 1, 1, RowHead, row.Text)
			g.put(1, 1, 1, Value, unit)
			g.put(2, 1, 1, Value, figureText(v))
		}
		g.extraRows(row.Key, 1)
	}
	g.otherRows(t, 1)
	g.setLevels()
	return g.Table
}

// listNumbers are the numbers of the list by depth, as the notice prints them.
var listNumbers = []*regexp.Regexp{
	regexp.MustCompile(`^[一二三四五六七八九十]+、`),
	regexp.MustCompile(`^[（(][一二三四五六七八九十]+[）)]`),
	regexp.MustCompile(`^[0-9０-９]+[.．、]`),
}

// setLevels indents the labels of a list. A label without a number stands as
// deep as the one above it, and one of what that counts a step deeper.
func (g *grid) setLevels() {
	level, numbered := 0, true
	for i := range g.Cells {
		c := &g.Cells[i]
		if c.Role != RowHead {
			continue
		}
		depth := listDepth(c.Text)
		switch {
		case depth >= 0:
			level = depth
		case numbered && strings.HasPrefix(c.Text, "其中"):
			level++
		}
		numbered = depth >= 0
		c.Level = level
	}
}

func listDepth(label string) int {
	for depth, number := range listNumbers {
		if number.MatchString(label) {
			return depth
		}
	}
	return -1
}
