package normalize

import (
	"regexp"
	"strings"
)

// maxTitleLines is how many lines a title may be broken into.
const maxTitleLines = 4

// findTitle takes the last lines above the first part that make a title with a
// year, or failing that without one. It returns the index of the line after
// which the preamble begins, -1 when there is no title.
func (b *body) findTitle() int {
	bare := [2]int{-1, -1} // a title without a year
	for i := b.first - 1; i >= 0; i-- {
		if !b.titleLine(i) {
			continue
		}
		for n := 1; n <= maxTitleLines && i+n <= b.first && b.titleLine(i+n-1); n++ {
			text := b.joined(i, i+n)
			switch {
			case !isTitle(text):
			case titleYear(text) != 0:
				if first := b.headOf(text, i); n == 1 && first >= 0 {
					return b.takeTitle(b.upwards(first), first+1)
				}
				return b.takeTitle(b.upwards(i), i+n)
			case bare[0] < 0:
				bare = [2]int{i, i + n}
			}
		}
	}
	if bare[0] < 0 {
		return -1
	}
	from, to := bare[0], bare[1]
	if to < b.first && b.titleLine(to) && yearLine.MatchString(fold(b.items[to].text)) { // （2022年度） on a line below
		return b.takeTitle(b.upwards(from), to+1)
	}
	return b.takeTitle(b.upwards(from), to)
}

// minProse is the length in bytes from which a line with a full stop is prose.
const minProse = 3 * 30

// headOf is the first line with the text of a later one, when prose stands between
// the two: then the later one is the head of a page. -1 when there is none.
func (b *body) headOf(text string, later int) int {
	prose := false
	for i := later - 1; i >= 0; i-- {
		switch it := b.items[i]; {
		case it.table != nil:
		case prose && it.text == text:
			return i
		default:
			prose = prose || len(it.text) > minProse && strings.Contains(it.text, "。") && !isSiteLine(it.text)
		}
	}
	return -1
}

// isHead reports whether a line below the title is the title again, as pages bear it.
func (b *body) isHead(it item) bool { return it.table == nil && it.text == b.title && b.title != "" }

var yearLine = regexp.MustCompile(`^\(?(?:19|20)\d\d年?度?\)?$|^\(?[一二][〇○Oo0零九][〇○Oo0零一二三四五六七八九]{2}年度?\)?$`)

// titleLine reports whether a line can be part of a title.
func (b *body) titleLine(i int) bool {
	it := b.items[i]
	return it.table == nil && len(it.text) <= 4*headingLimit && !strings.ContainsAny(it.text, "。；;>|！!") && strings.Count(it.text, "《") == strings.Count(it.text, "》") && !isSiteLine(it.text)
}

func (b *body) joined(from, to int) string {
	s := ""
	for _, it := range b.items[from:to] {
		s += it.text
	}
	if inner, ok := strings.CutPrefix(s, "《"); ok && strings.Index(inner, "》") == len(inner)-len("》") {
		return strings.TrimSuffix(inner, "》") // a title in quotes
	}
	return s
}

// upwards moves the start of a title to the lines above that name its year or
// its body, when it has none itself.
func (b *body) upwards(from int) int {
	for i := from - 1; i >= max(0, from-2); i-- {
		if !b.titleLine(i) || strings.ContainsAny(b.items[i].text, "：:，,、") || len(b.items[i].text) > 4*30 {
			break
		}
		text, above := b.joined(from, from+1), b.joined(i, from)
		lacksYear := titleYear(text) == 0 && titleYear(above) != 0
		lacksBody := bodyInTitle(text) == "" && (b.words.isBodyName(above) || bodyInTitle(b.joined(i, from+1)) != "" && titleYear(above) != 0)
		if lacksYear || lacksBody {
			return i
		}
	}
	return from
}

func (b *body) takeTitle(from, to int) int {
	b.title, b.titleFrom = b.joined(from, to), from
	return to
}

// titleRest matches what follows the name of the body in a title that begins with it.
var titleRest = regexp.MustCompile(`(?:关于)?(?:(?:19|20|2[Oo〇○])\d\d|[一二][〇○Oo0零九][〇○Oo0零一二三四五六七八九\d]{2})年|政府信息公开|信息公开|政务公开`)

// joinTitle adds the lines above a title that begins in the middle of the name of its
// body: all together are the body that signs.
func (b *body) joinTitle() {
	for n := 1; n < maxTitleLines && b.joinLine(b.titleFrom-1); n++ {
	}
}

func (b *body) joinLine(i int) bool {
	if b.title == "" || b.sign.body == "" || i < 0 || !b.titleLine(i) || len(b.items[i].text) > len(b.sign.body) {
		return false
	}
	title, above := fold(b.title), fold(b.items[i].text)
	at := titleRest.FindStringIndex(title)
	if above == "" || at == nil || at[0] == 0 || title[:at[0]] == fold(b.sign.body) {
		return false
	}
	name := above + title[:at[0]]
	if !b.words.isBodyName(name) || !sameBody(name, b.sign.body) || len(name) > len(fold(b.sign.body)) {
		return false
	}
	b.title, b.titleFrom = b.items[i].text+b.title, i
	return true
}
