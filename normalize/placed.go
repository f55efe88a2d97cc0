package normalize

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// This file reads the header of a table of lines by where its words stand on
// them: the pieces of a column's name stand below each other.

// Limits of a header: its lines, the bytes of one, and the steps in which one name
// is put together. One that takes more is not read.
const (
	maxHeader     = 12
	maxHeaderLine = 1000
	maxChainSteps = 2000
)

// headerAbove is the first of the lines above a row that hold nothing but words
// of the form and pieces of them.
func (d *dictionary) headerAbove(section string, items []item, row int) int {
	start := row
	for start > 0 && row-start < maxHeader && items[start-1].table == nil && d.isHeaderLine(section, items[start-1].full()) {
		start--
	}
	return start
}

func (d *dictionary) isHeaderLine(section, line string) bool {
	if len(line) > maxHeaderLine {
		return false
	}
	if marginal.MatchString(foldFigure(line)) {
		return true
	}
	for _, t := range strings.FieldsFunc(line, isGap) {
		if b := loose(fold(t)); b != "" && !d.isPieceOf(section, t) {
			return false
		}
	}
	return true
}

// headerWords reads the header: by the places of its words, or else in reading
// order. from is the index of its first line.
func (d *dictionary) headerWords(section string, form *TableForm, items []item, from int) (words []word) {
	if len(items) == 0 {
		return nil
	}
	for _, text := range placedHeader(&form.Blocks[0], items) {
		words = append(words, word{text, true, from})
	}
	if words != nil {
		return words
	}
	words, _ = d.readWords(section, tokensOf(items))
	for i := range words {
		words[i].item += from
	}
	return words
}

// piece of a header line and where it stands, in characters or in the width of
// digits.
type headPiece struct {
	bare     string
	line     int
	from, to int
}

// placedHeader lists the columns by place, nil when the places do not show it.
// Programs count characters or their widths; both must not disagree.
func placedHeader(block *BlockForm, items []item) []string {
	byCount := placedColumns(block, headPieces(items, func(string) int { return 0 }))
	byWidth := placedColumns(block, headPieces(items, wideRunes))
	switch {
	case byCount == nil:
		return byWidth
	case byWidth != nil && !slices.Equal(byCount, byWidth):
		return nil
	}
	return byCount
}

// wideRunes is how much wider a text is than its number of characters.
func wideRunes(s string) (n int) {
	for _, r := range s {
		if isWide(r) {
			n++
		}
	}
	return n
}

func headPieces(items []item, extra func(string) int) (list []headPiece) {
	for i, it := range items {
		text := it.full()
		for at := 0; at < len(text); {
			r, size := utf8.DecodeRuneInString(text[at:])
			if isGap(r) {
				at += size
				continue
			}
			end := at
			for end < len(text) {
				r, size := utf8.DecodeRuneInString(text[end:])
				if isGap(r) {
					break
				}
				end += size
			}
			place := func(to int) int { return it.indent + utf8.RuneCountInString(text[:to]) + extra(text[:to]) }
			if b := bareLabel(text[at:end]); b != "" {
				list = append(list, headPiece{b, i, place(at), place(end)})
			}
			at = end
		}
	}
	return list
}

// headPlace is where a name stands, and the wording it stands in.
type headPlace struct {
	item, from, to int
	text           string
}

// placedColumns finds each column once and puts them in the order of their
// places. nil when one is missing, stands twice, or two are not beside each other.
func placedColumns(block *BlockForm, pieces []headPiece) (texts []string) {
	var names []Label
	for _, c := range block.Columns {
		names = append(names, c.Label)
	}
	for _, p := range placeNames(names, 1, pieces) {
		texts = append(texts, p.text)
	}
	return texts
}

// placeNames finds each name as often as told, its pieces below each other, from
// left to right; nil when that cannot be done, pieces are of two names, or two
// names are not beside each other.
func placeNames(names []Label, times int, pieces []headPiece) (places []headPlace) {
	used := map[int]bool{}
	for n, name := range names {
		found := nameChains(name, pieces)
		if len(found) != times {
			return nil
		}
		for _, f := range found {
			p := headPlace{n, pieces[f.chain[0]].from, pieces[f.chain[0]].to, f.text}
			for _, i := range f.chain {
				if used[i] {
					return nil
				}
				used[i] = true
				p.from, p.to = min(p.from, pieces[i].from), max(p.to, pieces[i].to)
			}
			places = append(places, p)
		}
	}
	slices.SortFunc(places, func(a, b headPlace) int { return a.from - b.from })
	for i := 1; i < len(places); i++ {
		if places[i].from < places[i-1].to {
			return nil
		}
	}
	return places
}

// nameChain is a wording of a name and the pieces that make it.
type nameChain struct {
	text  string
	chain []int
}

// nameChains lists the pieces that make a name in any of its wordings, the longest
// where one is part of another; none when that takes too many steps.
func nameChains(name Label, pieces []headPiece) (found []nameChain) {
	steps := maxChainSteps
	for _, list := range [][]string{{name.Text}, name.Variants, name.Odd} {
		for _, text := range list {
			for _, chain := range chains(pieces, bareLabel(text), -1, &steps) {
				found = append(found, nameChain{text, chain})
			}
			if steps < 0 {
				return nil
			}
		}
	}
	for i := 0; i < len(found); i++ {
		chain := found[i].chain
		if slices.ContainsFunc(found, func(f nameChain) bool { return len(f.chain) > len(chain) && holdsAll(f.chain, chain) }) ||
			slices.ContainsFunc(found[:i], func(f nameChain) bool { return slices.Equal(f.chain, chain) }) {
			found = slices.Delete(found, i, i+1)
			i--
		}
	}
	return found
}

func holdsAll(list, part []int) bool {
	return !slices.ContainsFunc(part, func(i int) bool { return !slices.Contains(list, i) })
}

// maxGap is how many lines may lie between two pieces of one name.
const maxGap = 2

// chains lists the ways to put a name together from pieces below each other. Less
// than 0 steps are left when they are not all.
func chains(pieces []headPiece, name string, above int, steps *int) (list [][]int) {
	if *steps--; *steps < 0 {
		return nil
	}
	if name == "" {
		return [][]int{nil}
	}
	for i, p := range pieces {
		if !strings.HasPrefix(name, p.bare) {
			continue
		}
		if above >= 0 {
			a := pieces[above]
			if p.line <= a.line || p.line > a.line+maxGap || p.from >= a.to || p.to <= a.from {
				continue
			}
		}
		for _, rest := range chains(pieces, name[len(p.bare):], i, steps) {
			list = append(list, append([]int{i}, rest...))
		}
	}
	return list
}
