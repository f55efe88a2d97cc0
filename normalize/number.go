package normalize

import (
	"regexp"
	"strings"
	"unicode"
)

// figure is what the text of one cell says.
type figure struct {
	value Decimal
	state State
	unit  string
	plain bool // ASCII digits and nothing else
	words bool // the sign is a word or an arrow, as a change is printed: 增3, ↓2
}

// fits reports whether a figure can be one of that kind: a sign in words stands
// for a change alone, a unit of money for an amount.
func (f figure) fits(kind FigureKind) bool {
	return (!f.words || kind == SignedCount) && (!strings.HasSuffix(f.unit, "元") || kind == Money || kind == Amount)
}

// Units a figure may carry, longest first. The number of a unit is never
// multiplied in: 2.8万元 is 2.8 in 万元.
var units = []string{"万元", "亿元", "元", "人次", "件", "条", "项", "个", "次", "份", "篇", "宗", "起", "人", "万"}

var (
	signWord = regexp.MustCompile(`^(?:增加?|新增|减少?|上升|下降|↑|↓)`)
	// groups of three with ASCII or full-width commas, folded to ASCII
	thousands = regexp.MustCompile(`^-?\d{1,3}(,\d{3})+(\.\d+)?$`)
	noteMark  = regexp.MustCompile(`(\*+|※|#|\((?:注|备注)?\d{0,2}\)|[①-⑳]|\[\d{1,2}\])$`)
)

// parseFigure reads the text of a cell.
func parseFigure(text string) figure {
	if digits := strings.TrimSpace(text); plainCount(digits) { // nearly every cell
		n := int64(0)
		for _, d := range []byte(digits) {
			n = 10*n + int64(d-'0')
		}
		return figure{value: Int(n), state: Printed, plain: true}
	}
	if strings.ContainsFunc(text, unicode.IsSpace) && apart.MatchString(text) {
		return figure{state: Illegible} // 3 5 may be two numbers or one torn apart
	}
	s := foldFigure(text)
	switch {
	case s == "":
		return figure{state: Blank}
	case strings.Trim(s, "-") == "" || strings.Trim(s, "/") == "" || s == "无" || s == "\\":
		return figure{state: Dash}
	}
	f := figure{state: Printed, plain: plainFigure.MatchString(strings.TrimSpace(text))}
	if strings.HasPrefix(s, "-") { // a dash before digits is a minus sign, however long
		s = "-" + strings.TrimLeft(s, "-")
	}
	s = strings.TrimPrefix(s, "+")
	if m := signWord.FindString(s); m != "" && m != s {
		s, f.words = s[len(m):], true
		if strings.ContainsAny(m, "减少下降↓") {
			s = "-" + s
		}
	}
	if n, found := strings.CutPrefix(s, "¥"); found {
		s, f.unit = n, "元"
	}
	for _, u := range units {
		if n, found := strings.CutSuffix(s, u); found && n != "" {
			s, f.unit = n, u
			break
		}
	}
	if f.unit == "万" { // 477.35万
		f.unit = "万元"
	}
	if s == "" {
		return figure{state: Illegible}
	}
	if last := s[len(s)-1]; last < '0' || last > '9' {
		if m := noteMark.FindString(s); m != "" && len(m) < len(s) {
			s = s[:len(s)-len(m)]
		}
	}
	if strings.Contains(s, ",") && thousands.MatchString(s) {
		s = strings.ReplaceAll(s, ",", "")
	}
	v, ok := ParseDecimal(s)
	if !ok {
		return figure{state: Illegible}
	}
	f.value = v
	return f
}

// plainCount reports whether a text is a whole number of few ASCII digits as
// the forms print it.
func plainCount(text string) bool {
	if text == "" || len(text) > maxDigits || text[0] == '0' && len(text) > 1 {
		return false
	}
	for i := range len(text) {
		if text[i] < '0' || text[i] > '9' {
			return false
		}
	}
	return true
}

// apart matches digits with white space between them.
var apart = regexp.MustCompile(`[\d０-９.．,，][\s\p{Z}\x{200b}]+[\d０-９.．,，]`)

// BlankMark stands in the last cell of some rows of documents this program writes
// and shows nothing. It tells an empty cell of the grid from one that a writer
// put behind a short row to fill it up, which proves no place, where nothing else
// in the report does. Word knows the character as the no-width non break; no
// source is known to have it in a table.
const BlankMark = "\u200d"

// foldFigure drops white space and makes digits, points, commas and dashes ASCII.
func foldFigure(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r), unicode.IsControl(r), isUnseen(r):
			return -1
		case strings.ContainsRune("-—–―─－−‐‑‒﹣", r):
			return '-'
		case r == '￥':
			return '¥'
		case r >= 0xff01 && r <= 0xff5e:
			return r - 0xfee0
		}
		return r
	}, withoutLeftovers(text))
}

// plainFigure matches a figure as the forms print it.
var plainFigure = regexp.MustCompile(`^(-?[1-9]\d*|0)(\.\d*[1-9])?$`)

// maxFigure bounds, in bytes, the text of a cell that can be a figure: digits, a
// unit, a note mark, and white space around them.
const maxFigure = 120

// isWording reports whether a text is words beyond doubt: it has more Chinese
// characters that are no numerals than a unit and a note mark take, or some and no
// digit, stroke or 无 among them.
func isWording(text string) bool {
	words, other := 0, false
	for _, r := range withoutLeftovers(text) {
		switch {
		case r == '无':
			other = true
		case isHan(r):
			if !isNumeral(r) {
				words++
			}
			if words > unitAndMark {
				return true
			}
		case unicode.IsDigit(r), r >= '①' && r <= '⑳', r == '/', r == '\\', unicode.Is(unicode.Pd, r), r == '─', r == '−', r == '－':
			other = true
		case unicode.Is(unicode.Han, r) && !isNumeral(r):
			words++
		}
	}
	return words > 0 && !other
}

// unitAndMark is how many Chinese characters that are no numerals a figure has at
// the most: 3人次(备注).
const unitAndMark = 4

// isNumeral reports whether a Chinese character writes a number.
func isNumeral(r rune) bool {
	switch r {
	case '〇', '零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '百', '千', '万', '两',
		'壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖', '拾':
		return true
	}
	return false
}

// isFigure reports whether a cell can stand in a column of figures: a number,
// nothing, a stroke, or a short mark that is no word.
func isFigure(text string) bool {
	switch {
	case plainCount(text): // nearly every one
		return true
	case len(text) > maxFigure || isWording(text):
		return false
	}
	f := parseFigure(text)
	if f.state != Illegible {
		return true
	}
	han, n := 0, 0
	for _, r := range fold(text) {
		n++
		if (isHan(r) || unicode.Is(unicode.Han, r)) && !isNumeral(r) {
			han++
		}
	}
	return han == 0 && n <= 12
}
