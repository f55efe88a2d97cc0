package normalize

// This file reads labels in words that nobody listed: 科研单位 for 科研机构. Words
// alone would be a guess, and so would a place. Both together are none: the label
// stands between those that the form has before and behind it, the form's own is
// nowhere else, and it says more of that one than of any other.

import (
	"slices"
	"strings"
	"unicode/utf8"

	"luzhou/extract"
)

// plainWords are words that tell no label of the forms from another.
var plainWords = strings.NewReplacer("数量", "", "总数", "", "件数", "", "机构", "", "组织", "", "单位", "", "事项", "", "属于", "", "涉及", "", "作出", "", "做出", "", "结果", "",
	"信息", "", "申请", "", "政府", "", "公开", "", "情况", "", "本年度", "", "本年", "", "当年", "", "年度", "", "的", "", "和", "", "或者", "", "或", "")

// denying are characters that turn what a label says, turning those that make it
// mean something else, where they are added or left out.
const (
	denying = "非不未无没除"
	turning = denying + "其另部分"
)

// minAlike is how many characters of a label are enough to know it by, its plain
// words left out; minTypo how many it has in which one may be wrong.
const (
	minAlike = 2
	minTypo  = 3
)

// alike measures from 0 to 1000 how much two loose labels have in common. One must
// be the other with words added or left out, plain words aside, or with one
// character wrong. A word added in front tells one kind from another: 国有企业.
func alike(text, label string) int {
	if otherYear(text, label) {
		return 0
	}
	core, of := plainWords.Replace(text), plainWords.Replace(label)
	a, b := utf8.RuneCountInString(core), utf8.RuneCountInString(of)
	short, long := core, of
	if a > b {
		short, long = of, core
	}
	n := min(a, b)
	switch rest, ok := without(long, short); {
	case n >= minAlike && ok && !strings.ContainsAny(rest, turning) && (a <= b || !before(core, of)):
	case n >= minAlike && sameLetters(core, of):
	case isTypo(core, of) || isTypo(text, label):
		return 1000 - 1000/utf8.RuneCountInString(label)
	default:
		return 0
	}
	return 2000 * n / (a + b)
}

// isTypo reports whether one character of a label is wrong, lost or too many in a
// text, and none that turns what it says.
func isTypo(text, label string) bool {
	denials := func(s string) int { return len(s) - len(strings.Map(notDenying, s)) }
	return utf8.RuneCountInString(label) >= minTypo && editDistance(text, label, 1) <= 1 && denials(text) == denials(label)
}

// notDenying drops the characters that deny; 末 stands for 未 in worn copies.
func notDenying(r rune) rune {
	if strings.ContainsRune(denying+"末", r) {
		return -1
	}
	return r
}

// before reports whether a text begins with another character than a part of it.
func before(text, part string) bool {
	a, _ := utf8.DecodeRuneInString(text)
	b, _ := utf8.DecodeRuneInString(part)
	return a != b
}

// without is what is left of a text when the characters of another are taken out in
// their order; false when they are not all there.
func without(text, part string) (rest string, ok bool) {
	for _, r := range text {
		if after, found := strings.CutPrefix(part, string(r)); found {
			part = after
		} else {
			rest += string(r)
		}
	}
	return rest, part == ""
}

// maxAlike is the length in characters past which a text is no label in other words.
const maxAlike = 40

// mostAlike finds the one label that a text has most in common with. allowed tells
// which may be meant; when another is as near, none is. Numbers must not differ.
func (l *labels) mostAlike(text string, allowed func(item int) bool) (item int, ok bool) {
	if isWorn(text) || utf8.RuneCountInString(text) > maxAlike {
		return 0, false
	}
	w := newPrinted(withoutRemark(fold(text)))
	number, words := w.number, w.words
	best, found := 0, -1
	for _, e := range l.entries {
		if number > 0 && e.number > 0 && number != e.number {
			continue
		}
		switch n := alike(words, e.loose); {
		case n == 0:
		case n > best:
			best, found = n, e.item
		case n == best && e.item != found:
			found = -1
		}
	}
	return found, found >= 0 && allowed(found)
}

// cellKey is the place of a cell among the pieces of a table.
type cellKey struct{ table, row, col int }

func keyOf(table int, c *extract.Cell) cellKey { return cellKey{table, c.Row, c.Col} }

// withAlikeRows returns the rows of a table in which labels that stand in place of
// rows not met, and are alike, are the form's; nil when there are none.
func (r *reading) withAlikeRows(rows []printedRow) (corrected []printedRow, told []extract.Finding) {
	x := r.words.lexicons[r.table.Form]
	known, missing := map[cellKey]int{}, map[int]bool{}
	for item, at := range x.owner {
		row := r.blocks[at[0]].rows[at[1]]
		if row == nil {
			missing[item] = true
		} else if len(row.labels) > 0 {
			known[keyOf(row.table, &row.labels[len(row.labels)-1])] = item
		}
	}
	if len(missing) == 0 {
		return nil, nil
	}
	type candidate struct{ row, label, item int }
	var found, open []candidate
	last := -1
	close := func(before int) {
		for _, c := range open {
			if c.item < before {
				found = append(found, c)
			}
		}
		open = open[:0]
	}
	for i, row := range rows {
		label := len(row.labels) - 1
		if label < 0 || !row.hasFigure() && len(row.cells) == 0 {
			continue
		}
		if item, ok := known[keyOf(row.table, &row.labels[label])]; ok {
			close(item)
			last = item
			continue
		}
		if item, ok := x.rows.mostAlike(row.labels[label].Text, func(item int) bool { return missing[item] && item > last }); ok &&
			(row.hasFigure() || len(row.cells) >= len(r.table.Form.Blocks[x.owner[item][0]].Columns)) { // a row left empty
			open = append(open, candidate{i, label, item})
			last = item
		}
	}
	close(len(x.owner))
	for _, c := range found {
		if corrected == nil {
			corrected = slices.Clone(rows)
		}
		row := &corrected[c.row]
		row.labels = slices.Clone(row.labels)
		cell, at := &row.labels[c.label], x.owner[c.item]
		block := &r.table.Form.Blocks[at[0]]
		told = append(told, kinds.Find(LabelNear, r.table.Form.path(block, block.Rows[at[1]].Key, ""), &cell.Pos,
			strings.TrimFunc(cell.Text, isBlank), block.Rows[at[1]].Text))
		cell.Text = block.Rows[at[1]].Text
	}
	return corrected, told
}

// alikeColumns finds the labels of a header that are alike columns it does not name
// otherwise: cells and the columns they mean. Each stands between the columns that
// the form has before and behind it; or they are as many as the columns not named,
// each like another one, and no word of the header is left.
func (s *stackedReader) alikeColumns(columns *labels, form *BlockForm, header []printedRow, named map[int]bool) (list []placedColumn) {
	var all []placedColumn // whatever their places; -1 for a word that is like none
	used := map[int]bool{}
	for _, row := range header {
		last := -1
		var open []placedColumn
		close := func(before int) {
			for _, p := range open {
				if p.column < before && !used[p.column] {
					used[p.column] = true
					list = append(list, p)
				}
			}
			open = open[:0]
		}
		for c := range row.each() {
			if item, q, ok := columns.find(c.Text, ""); ok && q != near {
				close(item)
				last = item
				continue
			}
			if s.heads[headWord(fold(c.Text))] || len(s.reading.words.sectionsOf(c.Text)) > 0 || form.isGroup(c.Text) {
				continue
			}
			item, ok := columns.mostAlike(c.Text, func(item int) bool { return !named[item] })
			if !ok {
				item = -1
			}
			all = append(all, placedColumn{item, *c})
			if item > last {
				open = append(open, placedColumn{item, *c})
				last = item
			}
		}
		close(len(form.Columns))
	}
	items := map[int]bool{}
	for _, p := range all {
		items[p.column] = true
	}
	if len(all) == len(form.Columns)-len(named) && len(items) == len(all) && !items[-1] {
		return all
	}
	return list
}
