package normalize

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Text that was printed and copied, or taken out of a page, has its paragraphs
// broken into lines of one width. This file puts them together again. A line that
// reaches the right edge goes on in the next; one that does not ends its
// paragraph. Widths count in quarters of a Chinese character.

const (
	han       = 4
	minWrap   = 18 * han    // narrower lines show no edge
	ragged    = 5 * han / 2 // how far from the edge a line may end that goes on
	minEdge   = 3           // lines at the edge that end in the middle of a sentence, unless blank lines part paragraphs
	unindent  = 1           // blanks by which a line may stand to the right of others and go on
	longTitle = 20          // characters that a heading may have on its second line
)

// edge is where the lines of a document end.
type edge struct {
	at       int  // the widest
	usual    int  // most of them
	left     int  // blanks in front of lines that go on
	indented bool // paragraphs begin further right
}

// findEdge finds the right edge of the lines of a document; ok is false when
// nothing shows that its paragraphs are broken.
func findEdge(items []item) (e edge, ok bool) {
	count, open := map[int]int{}, map[int]int{} // by width; open: those that end within a sentence
	for i, it := range items {
		if it.table != nil || it.pos.Line == 0 || len(it.text) < minWrap/2 || strings.Contains(it.text, "  ") {
			continue
		}
		w := it.reach()
		if w < minWrap {
			continue
		}
		count[w]++
		if i+1 < len(items) && follows(it, items[i+1]) && !endsSentence(it.text) {
			open[w]++
		}
	}
	most, least := 0, minEdge
	if isSpaced(items) {
		least = 1
	}
	for at := range count {
		n, free, beyond := 0, 0, 0
		for w, k := range count {
			switch {
			case w > at:
				beyond += k
			case w >= at-ragged:
				n, free = n+k, free+open[w]
			}
		}
		if free >= least && 10*beyond <= n && (n > most || n == most && at < e.at) {
			most, e.at = n, at
		}
	}
	if most == 0 {
		return edge{}, false
	}
	for w := e.at - ragged; w <= e.at; w++ {
		if count[w] > count[e.usual] {
			e.usual = w
		}
	}
	e.left = -1
	for i, it := range items[:len(items)-1] {
		if next := items[i+1]; follows(it, next) && it.reach() >= e.at-ragged && !endsSentence(it.text) && (e.left < 0 || next.indent < e.left) {
			e.left = next.indent
		}
	}
	e.indented = slices.ContainsFunc(items, func(it item) bool {
		return it.table == nil && it.reach() >= e.at-ragged && it.indent > e.left+unindent
	})
	return e, true
}

// minSpaced is how many blank lines show that they part paragraphs.
const minSpaced = 5

// isSpaced reports whether blank lines part the paragraphs of a document: no line
// stands right below another, but for those below a wide line that ends in the
// middle of a sentence.
func isSpaced(items []item) bool {
	spaced, widest, narrowest := 0, 0, 0
	for i, it := range items[:max(len(items)-1, 0)] {
		switch next := items[i+1]; {
		case it.table != nil || next.table != nil:
		case !follows(it, next):
			spaced++
		default:
			w := it.reach()
			if !endsSentence(it.text) {
				widest = max(widest, w)
			}
			if narrowest == 0 || w < narrowest {
				narrowest = w
			}
		}
	}
	return spaced >= minSpaced && widest >= minWrap && narrowest >= widest-ragged
}

// follows reports whether a line stands on the line below another.
func follows(it, next item) bool { return next.table == nil && next.pos.Line == it.pos.Line+1 }

// reach is how far to the right a line goes.
func (it item) reach() int { return it.indent*han/2 + lineWidth(it.text) }

// goesOn reports whether the paragraph of a line goes on in the next.
func (e edge) goesOn(it, next item) bool {
	line, w := it.text, it.reach()
	switch {
	case next.indent > e.left+unindent && e.indented:
		return false
	case w < e.at-ragged: // a long number did not fit
		return w > e.at/2 && w+wordWidth(next.text) > e.usual && !strings.HasSuffix(line, "。")
	case endsSentence(line):
		return (e.indented || w >= e.usual-han/2) && !isNumbered(next.text)
	case isNumbered(next.text):
		last, _ := utf8.DecodeLastRuneInString(line)
		return strings.ContainsRune("，、（《“,(", last)
	}
	return true
}

// wordWidth is the width of the word of letters, digits and signs that a line
// begins with, and of the marks behind it that cannot begin a line; 0 when it
// begins with a Chinese character.
func wordWidth(line string) int {
	end := strings.IndexFunc(line, func(r rune) bool { return r <= ' ' || r >= utf8.RuneSelf })
	if end < 0 {
		end = len(line)
	}
	if end == 0 {
		return 0
	}
	marks := line[end:]
	return lineWidth(line[:end]) + lineWidth(marks[:len(marks)-len(strings.TrimLeft(marks, "，。、；：）》”"))])
}

func isNumbered(line string) bool {
	_, level, _ := splitNumber(fold(line))
	return level > 0
}

func endsSentence(line string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(line, "”’）)"))
	return strings.ContainsRune("。！？；：!?;:", last)
}

// lineWidth is the width of a line, in quarters of a Chinese character. The blank
// that programs put between Chinese and other characters is narrow.
func lineWidth(line string) (w int) {
	wide := true
	for i, r := range line {
		switch {
		case r == ' ':
			next, _ := utf8.DecodeRuneInString(line[i+1:])
			if wide != isWide(next) {
				w++
			} else {
				w += han / 2
			}
			continue
		case isWide(r):
			w += han
		default:
			w += han / 2
		}
		wide = isWide(r)
	}
	return w
}

// firstWide is the first character that is as wide as a Chinese one for any program.
const firstWide = 0x2E80

func isWide(r rune) bool { return r >= 0x1100 || strings.ContainsRune("“”‘’…—·", r) }

// joinLines puts the lines of paragraphs together, heads and tables aside.
// joined counts the lines that are gone.
func (e edge) joinLines(items []item, apart func(i int) bool) (kept []item, from []int, joined int) {
	for i := 0; i < len(items); i++ {
		first, parts := items[i], []string{items[i].text}
		from = append(from, i)
		for items[i].table == nil && items[i].pos.Line > 0 && i+1 < len(items) && !apart(i) && !apart(i+1) {
			it, next := items[i], items[i+1]
			if !follows(it, next) && !nextPage(it, next) || !e.goesOn(it, next) {
				break
			}
			between, ok := glue(it.text, next.full())
			if !ok {
				break
			}
			parts, joined, i = append(parts, between, next.full()), joined+1, i+1
		}
		first.text = strings.Join(parts, "")
		kept = append(kept, first)
	}
	return kept, from, joined
}

// nextPage reports whether a line may go on on the next page: blank lines and a
// page number stand between, and it ends in the middle of a sentence.
func nextPage(it, next item) bool {
	const most = 8
	gap := next.pos.Line - it.pos.Line
	return next.table == nil && gap > 1 && gap <= most && !endsSentence(it.text)
}

// glue is what stands between two lines of one paragraph. Two numbers may be one
// that was broken, or not.
func glue(line, next string) (between string, ok bool) {
	a, _ := utf8.DecodeLastRuneInString(line)
	b, _ := utf8.DecodeRuneInString(next)
	switch {
	case unicode.IsDigit(a) && unicode.IsDigit(b):
		return "", false
	case isASCIIWord(a) && isASCIIWord(b):
		return " ", true
	}
	return "", true
}

func isASCIIWord(r rune) bool {
	return r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
}

// joinWrapped puts the paragraphs of the report together when they are broken
// into lines.
func (b *body) joinWrapped() (joined int) {
	e, ok := findEdge(b.items)
	if !ok {
		return 0
	}
	var n int
	b.preamble, _, joined = e.joinLines(b.preamble, func(i int) bool { return b.preamble[i].table != nil })
	items, from, n := e.joinLines(b.items[b.first:b.end], func(i int) bool {
		_, isHead := b.headings[b.first+i]
		return isHead || b.items[b.first+i].table != nil
	})
	if n == 0 {
		return joined
	}
	headings := map[int]heading{}
	for i, h := range b.headings {
		switch {
		case i >= b.end:
			headings[i-n] = h
		case i < b.first:
			headings[i] = h
		default:
			at, _ := slices.BinarySearch(from, i-b.first)
			headings[b.first+at] = h
		}
	}
	b.items = slices.Concat(b.items[:b.first], items, b.items[b.end:])
	b.headings = headings
	b.end -= n
	if b.annexEnd > 0 {
		b.annex, b.annexEnd = b.annex-n, b.annexEnd-n
	}
	return joined + n
}
