package normalize

// This file reads the words of lines: labels, whole or in pieces, and figures.

import (
	"regexp"
	"slices"
	"strings"
)

// readWords reads labels and figures until a line holds something else. n tells
// how many tokens they are, whole lines only.
func (d *dictionary) readWords(section string, tokens []token) (words []word, n int) {
	whole, kept := 0, 0 // of tokens and of words, at the end of the last line read whole
	for n < len(tokens) {
		if n == 0 || tokens[n].item != tokens[n-1].item {
			whole, kept = n, len(words)
		}
		more, taken := d.readWord(section, tokens[n:])
		if taken == 0 {
			return words[:kept], whole
		}
		words, n = append(words, more...), n+taken
	}
	return words, n
}

// readWord reads one label, one figure, a label with its figures in the middle,
// or pieces of labels that are told from figures only.
func (d *dictionary) readWord(section string, tokens []token) (words []word, n int) {
	if text, n := d.labelAt(section, tokens); n > 0 {
		return []word{{text, true, tokens[0].item}}, n
	}
	if isFigure(tokens[0].text) && !loneNumber.MatchString(fold(tokens[0].text)) {
		return []word{{tokens[0].text, false, tokens[0].item}}, 1
	}
	if words, n := d.brokenLabel(section, tokens); n > 0 {
		return words, n
	}
	if n := d.pieces(section, tokens); n > 0 {
		return nil, n
	}
	return d.strangeLabel(section, tokens)
}

// loneNumber matches the number of a label that stands apart from it: （四）, 三、.
var loneNumber = regexp.MustCompile(`^(\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}、)$`)

// labelAt puts the longest label together that the tokens begin with.
func (d *dictionary) labelAt(section string, tokens []token) (label string, n int) {
	text := ""
	for i, t := range tokens[:min(len(tokens), maxPieces)] {
		if text += t.text; t.number || len(text) > maxLabel {
			break
		}
		if d.isLabelOf(section, text) || i == 0 && slices.Contains(d.flat[loose(fold(text))], section) {
			label, n = text, i+1
		}
	}
	return label, n
}

// maxLines is how many lines a label with figures in its middle may take.
const maxLines = 4

// brokenLabel reads a label whose figures stand behind one of its lines, not the
// last. A number alone on a line in the middle of the label of a row of several
// columns is that of the page, and left out.
func (d *dictionary) brokenLabel(section string, tokens []token) (words []word, n int) {
	label, lines, figureLine, paged := "", 0, -1, false
	for n < len(tokens) {
		if n == 0 || tokens[n].item != tokens[n-1].item {
			if lines++; lines > maxLines || len(label) > maxLabel {
				return nil, 0
			}
			if (figureLine >= 0 || paged) && d.isLabelOf(section, label) {
				break
			}
			if n > 0 && mayNumberPage(tokens, n) && d.inLabel(section, label, tokens[n+1:]) {
				paged = true
				n++
				continue
			}
		}
		switch t := tokens[n]; {
		case !t.number && (figureLine < 0 || t.item != figureLine || !isFigure(t.text)):
			label += t.text
		case figureLine < 0 || figureLine == t.item:
			figureLine = t.item
			words = append(words, word{t.text, false, t.item})
		default:
			return nil, 0
		}
		n++
	}
	if figureLine < 0 && !paged || !d.isLabelOf(section, label) {
		return nil, 0
	}
	return append([]word{{label, true, tokens[0].item}}, words...), n
}

// mayNumberPage reports whether a token is alone on its line, within others, and can
// be the number of a page.
func mayNumberPage(tokens []token, i int) bool {
	alone := i+1 < len(tokens) && tokens[i+1].item != tokens[i].item
	return alone && bareNumber.MatchString(tokens[i].text)
}

// inLabel reports whether the tokens go on with the words of a label that was
// begun, of a row that has several columns.
func (d *dictionary) inLabel(section, begun string, tokens []token) bool {
	text := begun
	for i, t := range tokens[:min(len(tokens), maxPieces)] {
		if t.number || len(text) > maxLabel {
			return false
		}
		text += t.text
		if last := i+1 == len(tokens) || tokens[i+1].item != t.item || tokens[i+1].number; last && d.isLabelOf(section, text) {
			return d.rowColumns(section, text) > 1
		}
	}
	return false
}

// rowColumns is how many columns a row has at the least, in the forms that have it.
func (d *dictionary) rowColumns(section, label string) (n int) {
	for _, g := range Generations {
		form := FindTable(g.Key, section)
		if form == nil {
			continue
		}
		x := d.lexicons[form]
		if item, _, ok := x.rows.find(label, ""); ok {
			if columns := len(form.Blocks[x.owner[item][0]].Columns); n == 0 || columns < n {
				n = columns
			}
		}
	}
	return n
}

// pieces counts the tokens of a line that holds nothing but short pieces of
// labels, such as heads printed downwards: 结 结 其 尚 over 果 果 他 未.
func (d *dictionary) pieces(section string, tokens []token) (n int) {
	for n < len(tokens) && tokens[n].item == tokens[0].item {
		if len(tokens[n].text) > maxPiece || !d.isPieceOf(section, tokens[n].text) {
			return 0
		}
		n++
	}
	return n
}

// strangeLabel reads a line that is no known label but stands like one: figures
// follow it, and after them a known label unless it is nearly one itself. It stays a row of its own, so that the
// rows below it are not lost.
func (d *dictionary) strangeLabel(section string, tokens []token) (words []word, n int) {
	label := ""
	for n < len(tokens) && tokens[n].item == tokens[0].item && !tokens[n].number {
		label, n = label+tokens[n].text, n+1
	}
	if n == 0 || len(label) > maxLabel || strings.ContainsAny(label, "。；") {
		return nil, 0
	}
	words = []word{{label, true, tokens[0].item}}
	for n < len(tokens) && isFigure(tokens[n].text) {
		words, n = append(words, word{tokens[n].text, false, tokens[n].item}), n+1
	}
	if len(words) < 2 {
		return nil, 0
	}
	if d.isNearRow(section, label) || len(words)-1 == acrossSize(section) { // 数量 in front of all figures of part four
		return words, n
	}
	if n == len(tokens) {
		return nil, 0
	}
	if _, taken := d.labelAt(section, tokens[n:]); taken == 0 {
		return nil, 0
	}
	return words, n
}

// maxPiece is the length in bytes of the longest piece of a label.
const maxPiece = 12

func (d *dictionary) isPieceOf(section, text string) bool {
	text = loose(fold(text))
	for label, sections := range d.words {
		if strings.Contains(label, text) && slices.Contains(sections, section) {
			return true
		}
	}
	return false
}

func (d *dictionary) isLabelOf(section, text string) bool {
	f := fold(text)
	for _, w := range []string{f, withoutRemark(f)} {
		if slices.Contains(d.words[loose(w)], section) {
			return true
		}
	}
	return false
}
