package extract

import (
	"strconv"
	"strings"
)

// ListLevel is one level of an automatic list, in the terms of ECMA-376 part 1
// section 17.9; the binary formats and RTF store the same properties.
type ListLevel struct {
	Start  int    // first number
	Format string // ST_NumberFormat, such as decimal or chineseCounting; bullet prints Text as it is
	Text   string // lvlText: %1 to %9 stand for the numbers of the levels
	Legal  bool   // isLgl: all numbers of this level's text in decimal
	// Restart is lvlRestart: the level (from 1) whose next paragraph starts this
	// one again; 0 never, -1 the default (any level above).
	Restart int
}

// ListCounter counts the paragraphs of one list. The zero value is ready.
type ListCounter struct {
	counts [9]int
	used   [9]bool
}

// Next counts one paragraph at this level (from 0) and returns the text of
// its number. levels holds the definitions of the list, level by level. ok is
// false when a number format was not known and decimal was used.
func (c *ListCounter) Next(levels []ListLevel, level int) (text string, ok bool) {
	if level < 0 || level >= len(levels) || level >= len(c.counts) {
		return "", true
	}
	c.step(levels, level)
	def, ok := levels[level], true
	if def.Format == "bullet" {
		return def.Text, true
	}
	var b strings.Builder
	for i := 0; i < len(def.Text); i++ {
		if k := i + 1; def.Text[i] != '%' || k == len(def.Text) || def.Text[k] < '1' || def.Text[k] > '9' {
			b.WriteByte(def.Text[i])
			continue
		}
		i++
		at := int(def.Text[i] - '1')
		if at >= len(levels) {
			continue
		}
		format := levels[at].Format
		if def.Legal {
			format = "decimal"
		}
		number, known := FormatNumber(format, c.counts[at])
		ok = ok && known
		b.WriteString(number)
	}
	return b.String(), ok
}

// step adds one at the level, gives levels above it that were never used their
// start, and sets back the levels below that restart.
func (c *ListCounter) step(levels []ListLevel, level int) {
	for i := range level {
		if !c.used[i] {
			c.counts[i], c.used[i] = levels[i].Start, true
		}
	}
	if c.used[level] {
		c.counts[level]++
	} else {
		c.counts[level], c.used[level] = levels[level].Start, true
	}
	for i := level + 1; i < len(levels) && i < len(c.counts); i++ {
		if r := levels[i].Restart; r < 0 || r > 0 && level < r {
			c.used[i] = false
		}
	}
}

// SetStart makes the next paragraph of the level start with n.
func (c *ListCounter) SetStart(level, n int) {
	if level >= 0 && level < len(c.counts) {
		c.counts[level], c.used[level] = n-1, true
	}
}

// FormatNumber writes n in a number format of ECMA-376 part 1 section 17.18.59
// (ST_NumberFormat). An unknown format gives decimal and false.
func FormatNumber(format string, n int) (text string, ok bool) {
	if write, known := numberFormats[format]; known {
		return write(n), true
	}
	return strconv.Itoa(n), false
}

var numberFormats = map[string]func(int) string{
	"decimal":                      strconv.Itoa,
	"decimalHalfWidth":             strconv.Itoa,
	"none":                         func(int) string { return "" },
	"bullet":                       func(int) string { return "" },
	"decimalZero":                  func(n int) string { return pad(n, 2) },
	"ordinal":                      ordinal,
	"upperRoman":                   func(n int) string { return roman(n) },
	"lowerRoman":                   func(n int) string { return strings.ToLower(roman(n)) },
	"upperLetter":                  func(n int) string { return letters(n, 'A') },
	"lowerLetter":                  func(n int) string { return letters(n, 'a') },
	"decimalFullWidth":             func(n int) string { return digits(n, "０１２３４５６７８９") },
	"decimalFullWidth2":            func(n int) string { return digits(n, "０１２３４５６７８９") },
	"decimalEnclosedCircle":        func(n int) string { return symbol(n, '①', 20) },
	"decimalEnclosedCircleChinese": func(n int) string { return symbol(n, '①', 20) },
	"decimalEnclosedParen":         func(n int) string { return symbol(n, '⑴', 20) },
	"decimalEnclosedFullstop":      func(n int) string { return symbol(n, '⒈', 20) },
	"ideographEnclosedCircle":      func(n int) string { return symbol(n, '㊀', 10) },
	"ideographTraditional":         func(n int) string { return cycle(n, "甲乙丙丁戊己庚辛壬癸") },
	"ideographZodiac":              func(n int) string { return cycle(n, "子丑寅卯辰巳午未申酉戌亥") },
	"ideographDigital":             func(n int) string { return digits(n, "〇一二三四五六七八九") },
	"japaneseDigitalTenThousand":   func(n int) string { return digits(n, "〇一二三四五六七八九") },
	"taiwaneseDigital":             func(n int) string { return digits(n, "○一二三四五六七八九") },
	"chineseCounting":              func(n int) string { return chinese(n, simple) },
	"chineseCountingThousand":      func(n int) string { return chinese(n, simple) },
	"taiwaneseCounting":            func(n int) string { return chinese(n, simple) },
	"taiwaneseCountingThousand":    func(n int) string { return chinese(n, traditional) },
	"japaneseCounting":             func(n int) string { return chinese(n, simple) },
	"chineseLegalSimplified":       func(n int) string { return chinese(n, legal) },
	"ideographLegalTraditional":    func(n int) string { return chinese(n, legalTraditional) },
}

func pad(n, width int) string {
	s := strconv.Itoa(n)
	return strings.Repeat("0", max(0, width-len(s))) + s
}

func ordinal(n int) string {
	suffix := "th"
	if n%100 < 11 || n%100 > 13 {
		suffix = map[int]string{1: "st", 2: "nd", 3: "rd"}[n%10]
		if suffix == "" {
			suffix = "th"
		}
	}
	return strconv.Itoa(n) + suffix
}

// maxRoman bounds the length of a Roman number; past it decimal is printed.
const maxRoman = 32767

func roman(n int) string {
	if n < 1 || n > maxRoman {
		return strconv.Itoa(n)
	}
	values := [...]int{1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1}
	names := [...]string{"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"}
	var b strings.Builder
	for i, v := range values {
		for ; n >= v; n -= v {
			b.WriteString(names[i])
		}
	}
	return b.String()
}

// letters repeats the letter past the end of the alphabet, as Word does: z, aa, bb.
func letters(n int, first rune) string {
	if n < 1 || n > 26*30 {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(first+rune((n-1)%26)), (n-1)/26+1)
}

func symbol(n int, first rune, count int) string {
	if n < 1 || n > count {
		return strconv.Itoa(n)
	}
	return string(first + rune(n-1))
}

func cycle(n int, list string) string {
	r := []rune(list)
	if n < 1 {
		return strconv.Itoa(n)
	}
	return string(r[(n-1)%len(r)])
}

func digits(n int, list string) string {
	r := []rune(list)
	var b strings.Builder
	for _, d := range strconv.Itoa(n) {
		if d < '0' || d > '9' {
			b.WriteRune(d)
			continue
		}
		b.WriteRune(r[d-'0'])
	}
	return b.String()
}

// hanNumerals is a set of Chinese numerals: the digits, then ten, hundred,
// thousand, ten thousand; bare says whether 10 to 19 leave out the leading one.
type hanNumerals struct {
	digits, units [10]string
	tenThousand   string
	bare          bool
}

var (
	simple = hanNumerals{[10]string{"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"},
		[10]string{"", "十", "百", "千"}, "万", true}
	traditional = hanNumerals{simple.digits, simple.units, "萬", true}
	legal       = hanNumerals{[10]string{"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"},
		[10]string{"", "拾", "佰", "仟"}, "万", false}
	legalTraditional = hanNumerals{[10]string{"零", "壹", "貳", "參", "肆", "伍", "陸", "柒", "捌", "玖"},
		[10]string{"", "拾", "佰", "仟"}, "萬", false}
)

// chinese writes 0 to 99,999,999 in words; anything else in decimal.
func chinese(n int, set hanNumerals) string {
	switch {
	case n == 0:
		return set.digits[0]
	case n < 0 || n > 99_999_999:
		return strconv.Itoa(n)
	case n >= 10_000:
		s := chinese(n/10_000, set) + set.tenThousand
		if rest := n % 10_000; rest > 0 {
			if rest < 1000 {
				s += set.digits[0]
			}
			s += thousands(rest, set)
		}
		return s
	case set.bare && n >= 10 && n < 20:
		return set.units[1] + strings.TrimPrefix(set.digits[n%10], set.digits[0])
	}
	return thousands(n, set)
}

// thousands writes 1 to 9999, with one zero word for each gap between digits.
func thousands(n int, set hanNumerals) string {
	var b strings.Builder
	gap := false
	for place, div := 3, 1000; place >= 0; place, div = place-1, div/10 {
		d := n / div % 10
		if d == 0 {
			gap = b.Len() > 0
			continue
		}
		if gap {
			b.WriteString(set.digits[0])
			gap = false
		}
		b.WriteString(set.digits[d] + set.units[place])
	}
	return b.String()
}
