package normalize

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Quality says how a printed label was recognised.
type quality int

// Qualities, best first: a known wording; a known mistake; a near miss.
const (
	exact quality = iota
	odd
	near
)

// entry is one label of a form under one of its wordings.
type entry struct {
	item    int // number of the label in its list
	loose   string
	number  int    // leading number of the wording, 0 if none
	parent  string // loose text of the innermost parent, empty if none
	quality quality
}

// labels finds labels of one list by their printed text.
type labels struct {
	entries []entry
	byLoose map[string][]int   // loose wording -> entries
	ready   map[string]printed // of labels as the forms print them, the most frequent texts
}

// printed is a label as it stands in a source, made ready to be looked up.
type printed struct {
	folded string
	number int    // its leading number, 0 if none
	words  string // loose
}

func newPrinted(text string) printed {
	f := strings.TrimLeft(fold(withPoint(text)), bullets)
	f = strings.TrimPrefix(strings.TrimPrefix(f, "其中"), ":")
	number, words := looseNumber(f)
	return printed{f, number, words}
}

// bullets are marks that may stand in front of a label.
const bullets = "★☆※*·•●○◆◇■□▲△"

// withPoint puts the point behind a number that a blank parts from its label.
func withPoint(text string) string {
	i := 0
	for i < len(text) && text[i] >= '0' && text[i] <= '9' {
		i++
	}
	if i == 0 || i > 2 || i == len(text) || text[i] != ' ' {
		return text
	}
	return text[:i] + "." + text[i:]
}

// maxEdits is how many characters a numbered label may differ by; minPrefix how
// many must be left of one that lost its end, minPiece of one that lost what stood
// around them.
const (
	maxEdits  = 3
	minPrefix = 6
	minPiece  = 4
)

// countEnds are the words with which a label may say more than the form's: that it
// counts. countOf may stand before them.
var (
	countEnds = []string{"数量", "件数", "总数", "数", "情况", "事项", "信息", "的"}
	countOf   = []string{"的政府信息公开申请", "政府信息公开申请", "的申请", "申请"}
)

// withoutCount drops from a loose label that it counts.
func withoutCount(words string) (rest string, ok bool) {
	for _, end := range countEnds {
		if rest, ok = strings.CutSuffix(words, end); ok {
			break
		}
	}
	for _, of := range countOf {
		if shorter, found := strings.CutSuffix(rest, of); ok && found {
			return shorter, true
		}
	}
	return rest, ok
}

func newLabels(list []Label, parents [][]string) *labels {
	l := &labels{byLoose: map[string][]int{}, ready: map[string]printed{}}
	for i, label := range list {
		parent := ""
		if parents != nil && len(parents[i]) > 0 {
			parent = loose(fold(parents[i][len(parents[i])-1]))
		}
		l.add(i, label.Text, parent, exact)
		for _, v := range label.Variants {
			l.add(i, v, parent, exact)
		}
		for _, v := range label.Odd {
			l.add(i, v, parent, odd)
		}
	}
	return l
}

func (l *labels) add(item int, text, parent string, q quality) {
	l.ready[text] = newPrinted(text)
	number, words := looseNumber(fold(text))
	l.byLoose[words] = append(l.byLoose[words], len(l.entries))
	l.entries = append(l.entries, entry{item, words, number, parent, q})
}

// find returns the label that a text means. parent is the loose text of the
// label the row stands under, empty if unknown. Of labels with equal words the
// number decides, then the parent; if neither does, none is found.
func (l *labels) find(text, parent string) (item int, q quality, ok bool) {
	w, ok := l.ready[text]
	if !ok {
		w = newPrinted(text)
	}
	if w.folded == "" {
		return 0, 0, false
	}
	if item, q, ok = l.choose(l.byLoose[w.words], w.number, parent); ok {
		return item, q, ok
	}
	if short := withoutRemark(w.folded); short != w.folded {
		if item, q, ok = l.choose(l.byLoose[loose(short)], w.number, parent); ok {
			return item, q, ok
		}
	}
	if isWorn(w.folded) {
		item, ok = l.worn(w.folded, parent)
		return item, near, ok
	}
	if item, q, ok = l.nearest(w.words, w.number, parent); ok {
		return item, q, ok
	}
	words, ok := withoutCount(w.words)
	if !ok || w.number == 0 && utf8.RuneCountInString(words) < minPiece {
		return 0, 0, false
	}
	same := slices.DeleteFunc(slices.Clone(l.byLoose[words]), func(i int) bool { return w.number > 0 && l.entries[i].number != w.number })
	if item, _, ok = l.choose(same, w.number, parent); ok {
		return item, near, true
	}
	return l.nearest(words, w.number, parent)
}

// isPrinted reports whether a text is a label exactly as the forms print it.
func (l *labels) isPrinted(text string) bool {
	_, ok := l.ready[text]
	return ok
}

// has reports whether a folded text is a known wording of a label.
func (l *labels) has(folded string) bool { return len(l.byLoose[loose(folded)]) > 0 }

// begins reports whether a folded text can go on a path of labels: it is a label,
// or one of the parents with more behind it.
func (l *labels) begins(folded string, parents []string) bool {
	if l.has(folded) {
		return true
	}
	_, _, words := splitNumber(folded)
	for _, p := range parents {
		if strings.HasPrefix(words, p) {
			return true
		}
	}
	return false
}

// within reports whether all characters of a text occur in another in its order.
func within(text, other string) bool {
	for _, r := range other {
		if rest, ok := strings.CutPrefix(text, string(r)); ok {
			text = rest
		}
	}
	return text == ""
}

// nearColumn finds the one label without a number whose words differ by at most
// two and less than a third of them, and speak of no other year.
func (l *labels) nearColumn(text string) (item int, ok bool) {
	t := loose(fold(text))
	if isWorn(t) {
		return l.worn(fold(text), "")
	}
	best, found := 3, -1
	for _, e := range l.entries {
		d := editDistance(t, e.loose, 2)
		if 3*d >= len([]rune(e.loose)) || d > 2 || otherYear(t, e.loose) {
			continue
		}
		switch {
		case d < best:
			best, found = d, e.item
		case d == best && e.item != found:
			found = -1
		}
	}
	return found, found >= 0
}

// known returns the label of which a text is a known wording, its number and
// remarks left aside.
func (l *labels) known(text string) (item int, ok bool) {
	f := fold(text)
	for _, wording := range []string{f, withoutRemark(f)} {
		if item, _, ok = l.choose(l.byLoose[loose(wording)], 0, ""); ok {
			return item, true
		}
	}
	return 0, false
}

func (l *labels) choose(found []int, number int, parent string) (item int, q quality, ok bool) {
	if len(found) == 0 {
		return 0, 0, false
	}
	narrow := func(differs func(i int) bool) {
		if !slices.ContainsFunc(found, differs) {
			return
		}
		if kept := slices.DeleteFunc(slices.Clone(found), differs); len(kept) > 0 {
			found = kept
		}
	}
	if number > 0 {
		narrow(func(i int) bool { return l.entries[i].number != number })
	}
	if parent != "" {
		narrow(func(i int) bool { return l.entries[i].parent != parent })
	}
	first := l.entries[found[0]]
	for _, i := range found {
		if l.entries[i].item != first.item {
			return 0, 0, false
		}
	}
	return first.item, first.quality, true
}

// minCore is how many characters must tell a label from others to be compared alone.
const minCore = 4

// otherCore reports whether half of what tells a label from others is another in a
// text: 商业秘密 in place of 国家秘密. Two characters exchanged are a mistake.
func otherCore(text, label string) bool {
	a, b := plainWords.Replace(text), plainWords.Replace(label)
	size := utf8.RuneCountInString(b)
	half := (size + 1) / 2
	return size >= minCore && editDistance(a, b, half) >= half && !sameLetters(a, b)
}

// sameLetters reports whether two texts have the same characters in any order.
func sameLetters(a, b string) bool {
	x, y := []rune(a), []rune(b)
	slices.Sort(x)
	slices.Sort(y)
	return slices.Equal(x, y)
}

// nearest finds the one label of that number, and of that parent when it is
// known, whose words differ by at most maxEdits and less than half, or hold the
// whole text, in its order when that is at least minPrefix long, in one piece under
// the same parent when it is at least minPiece.
func (l *labels) nearest(text string, number int, parent string) (item int, q quality, ok bool) {
	best, found := maxEdits+1, -1
	for _, e := range l.entries {
		if number == 0 || e.number != number || parent != "" && e.parent != "" && e.parent != parent {
			continue
		}
		d := editDistance(text, e.loose, maxEdits)
		if d > maxEdits || 2*d >= len([]rune(e.loose)) || d > 1 && otherCore(text, e.loose) {
			size := utf8.RuneCountInString(text)
			if (size < minPrefix || !within(text, e.loose)) && (size < minPiece || e.parent != parent || !strings.Contains(e.loose, text)) {
				continue
			}
			d = maxEdits
		}
		if otherYear(text, e.loose) {
			continue
		}
		switch {
		case d < best:
			best, found = d, e.item
		case d == best && e.item != found:
			found = -1
		}
	}
	return found, near, found >= 0
}
