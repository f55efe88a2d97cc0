package normalize

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// maxVague is the length in characters past which a line without a number is no
// heading in words of its own, maxNumbered that of a line with one.
const (
	maxVague    = 18
	maxNumbered = 24
)

// minChain is how many parts must be found by sense under their own numbers for
// all of these to be headings.
const minChain = 4

// findByNumbers looks for headings in words of their own that are numbered as the
// parts of the form are, 1. to 6. or （一） to （六）, and follow each other. Where
// one part is missing the others may have its number, if all of them are there.
func (b *body) findByNumbers() {
	order := Generations[len(Generations)-1].Sections
	found := map[string]bool{}
	for _, h := range b.headings {
		found[h.key] = true
	}
	if !slices.ContainsFunc(order, func(s SectionForm) bool { return !found[s.Key] }) {
		return
	}
	for level := 2; level <= 3; level++ {
		chain := b.chain(order, level)
		for skip := 0; len(chain) < minChain && skip < len(order); skip++ {
			rest := slices.Delete(slices.Clone(order), skip, skip+1)
			if shifted := b.chain(rest, level); len(shifted) == len(rest) {
				chain = shifted
			}
		}
		if len(chain) < minChain {
			continue
		}
		for i, h := range chain {
			if _, known := b.headings[i]; !known {
				b.headings[i] = h
			}
		}
	}
}

// chain finds the lines that head parts under the numbers these have in a list,
// one below the other.
func (b *body) chain(order []SectionForm, level int) map[int]heading {
	chain, last := map[int]heading{}, -1
	for n, s := range order {
		if i, ok := b.onlyLine(s.Key, level, n+1, last+1, len(b.items)); ok {
			chain[i] = heading{s.Key, n + 1, level, true}
			last = i
		}
	}
	return chain
}

// findMissing looks for the headings of parts that no known wording gave: a line
// between its neighbours, numbered as they are, whose sense is the part's. Only
// where one line alone will do is it taken.
func (b *body) findMissing() {
	b.findByNumbers()
	level, ok := b.commonLevel()
	if !ok {
		return
	}
	at := map[string]int{}
	for i, h := range b.headings {
		at[h.key] = i
	}
	order := Generations[len(Generations)-1].Sections
	for n, s := range order {
		if _, found := at[s.Key]; found {
			continue
		}
		from, to := 0, len(b.items)
		for k, other := range order {
			i, found := at[other.Key]
			if !found {
				continue
			}
			if k < n {
				from = max(from, i+1)
			} else {
				to = min(to, i)
			}
		}
		if i, ok := b.onlyLine(s.Key, level, n+1, from, to); ok {
			no, lv, _ := splitNumber(foldHeading(b.items[i].full()))
			b.headings[i] = heading{s.Key, no, lv, true}
			at[s.Key] = i
		}
	}
}

// commonLevel is the level of number that most headings of the six parts have;
// false when fewer than half of the parts are known.
func (b *body) commonLevel() (level int, ok bool) {
	count := [4]int{}
	for _, h := range b.headings {
		count[h.level]++
	}
	for l, n := range count {
		if n > count[level] {
			level = l
		}
	}
	return level, count[level] >= 3
}

// sensedLine is a short line whose words have the sense of a part.
type sensedLine struct {
	item          int
	key           string
	number, level int // as printed, 0 if none
}

// senseLines lists them, once for a body.
func (b *body) senseLines() []sensedLine {
	if b.sensed != nil {
		return b.sensed
	}
	b.sensed = []sensedLine{}
	for i := range b.items {
		text := b.items[i].full()
		if b.items[i].table != nil || len(text) > 4*headingLimit {
			continue
		}
		f := foldHeading(text)
		no, level, rest := splitNumber(f)
		if utf8.RuneCountInString(rest) > [2]int{maxVague, maxNumbered}[min(level, 1)] || strings.ContainsAny(rest, "。；：:;，") || isTitle(text) {
			continue
		}
		if key, ok := headingBySense(loose(f)); ok {
			b.sensed = append(b.sensed, sensedLine{i, key, no, level})
		}
	}
	return b.sensed
}

// onlyLine finds the one line of items from to to-1 that has the sense of a part.
func (b *body) onlyLine(key string, level, number, from, to int) (line int, ok bool) {
	line = -1
	for _, s := range b.senseLines() {
		if s.item < from || s.item >= to || s.key != key || s.level != level || level > 0 && s.number != number {
			continue
		}
		if line >= 0 {
			return 0, false
		}
		line = s.item
	}
	return line, line >= 0
}
