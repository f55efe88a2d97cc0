package normalize

// This file finds parts that no form has, and parts of the form under a heading that
// says nothing of them: where the numbers of the headings leave a gap, the lines that
// bear the numbers in between are headings as well.

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// otherPart is the key of a part that no form has.
const otherPart = "other"

// findExtra marks the lines that fill the gaps between the numbers of the headings,
// before the first and behind the last of them too.
func (b *body) findExtra() {
	level, ok := b.commonLevel()
	if !ok || level != 1 && level != 2 {
		return
	}
	var at []int // headings with a number of that level, in order
	for i, h := range b.headings {
		if h.level == level && h.number > 0 {
			at = append(at, i)
		}
	}
	slices.Sort(at)
	if !slices.IsSortedFunc(at, func(i, j int) int { return b.headings[i].number - b.headings[j].number }) {
		return
	}
	from, number, key := 0, 0, ""
	for _, i := range at {
		h := b.headings[i]
		if lines, ok := b.numberedLines(from, i, level, number+1, h.number-1); ok {
			b.nameLines(lines, level, number+1, b.keysBetween(key, h.key))
		}
		from, number, key = i+1, h.number, h.key
	}
	for {
		lines, ok := b.numberedLines(from, len(b.items), level, number+1, number+1)
		if !ok {
			return
		}
		b.nameLines(lines, level, number+1, nil)
		from, number = lines[0]+1, number+1
	}
}

// nameLines marks lines as headings, of the parts of the form when there is one for
// each line, else of parts that no form has.
func (b *body) nameLines(lines []int, level, number int, keys []string) {
	for n, i := range lines {
		h := heading{otherPart, number + n, level, true}
		if len(keys) == len(lines) {
			h.key = keys[n]
		}
		b.headings[i] = h
	}
}

// keysBetween lists the parts of the form between two others, "" for the begin,
// when none of them has a heading.
func (b *body) keysBetween(before, after string) (keys []string) {
	order := Generations[len(Generations)-1].Sections
	index := func(key string) int { return slices.IndexFunc(order, func(s SectionForm) bool { return s.Key == key }) }
	from, to := index(before)+1, index(after)
	if from == 0 && before != "" || from >= to {
		return nil
	}
	for _, s := range order[from:to] {
		for _, h := range b.headings {
			if h.key == s.Key {
				return nil
			}
		}
		keys = append(keys, s.Key)
	}
	return keys
}

// numberedLines finds the lines of items from to to-1 with the numbers first to
// last, one for each, in order; false when there are none, or several for one.
func (b *body) numberedLines(from, to, level, first, last int) (lines []int, ok bool) {
	if last < first {
		return nil, false
	}
	lines = make([]int, last-first+1)
	for i := from; i < to; i++ {
		text := b.items[i].full()
		if b.items[i].table != nil || len(text) > 4*headingLimit {
			continue
		}
		no, lv, rest := splitNumber(foldHeading(text))
		if lv != level || no < first || no > last {
			continue
		}
		if n := utf8.RuneCountInString(rest); n < 2 || n > maxNumbered || strings.ContainsAny(rest, "。；：:;，,") || isTitle(text) || lines[no-first] > 0 {
			return nil, false
		}
		lines[no-first] = i
	}
	return lines, slices.IsSorted(lines) && lines[0] > 0
}
