package normalize

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// Dates as reports write them, after plainDates: 2021年1月1日, 2021-1-1, 2021.1.1.
const (
	fullDate  = `((?:19|20)\d\d)[年\-./](\d{1,2})[月\-./](\d{1,2})日?`
	laterDate = `(?:((?:19|20)\d\d)[年\-./]|(?:当年|同年|本年度?|该年))?(\d{1,2})[月\-./](\d{1,2})日?`
	hour      = `(?:\(?含\)?|[0零]时|24时|\(含\))?`
	until     = `[,，]?[起始]?[,，]?(?:开始)?(?:至|到|-+|—+|~)[,，]?`
)

var (
	periodPattern = regexp.MustCompile(fullDate + hour + until + laterDate)
	monthsPattern = regexp.MustCompile(`((?:19|20)\d\d)年(\d{1,2})(?:月(?:份)?)?` + until + `(?:((?:19|20)\d\d)年|(?:当年|同年|本年))?(\d{1,2})月`)
	hanDate       = regexp.MustCompile(`([一二][〇○Oo0零九][〇○Oo0零一二三四五六七八九]{2})年|([一二三四五六七八九十元]{1,3})(月|日)`)
)

var dashes = strings.NewReplacer("－", "-", "―", "-", "–", "-", "～", "~")

// plainDates folds a text and writes its Chinese dates in digits.
func plainDates(text string) string {
	f := dashes.Replace(fold(text))
	if !hasHanDate(f) {
		return f
	}
	return hanDate.ReplaceAllStringFunc(f, func(s string) string {
		m := hanDate.FindStringSubmatch(s)
		switch {
		case m[1] != "":
			return strconv.Itoa(yearNumber(m[1])) + "年"
		case m[2] == "元":
			return "1" + m[3]
		case strings.Contains(m[2], "元"):
			return s
		}
		return strconv.Itoa(numeral(m[2])) + m[3]
	})
}

// hasHanDate reports whether a year, month or day may be written in Chinese.
func hasHanDate(f string) bool {
	before := ' '
	for _, r := range f {
		if (r == '年' || r == '月' || r == '日') && (isNumeral(before) || strings.ContainsRune("○Oo元", before)) {
			return true
		}
		before = r
	}
	return false
}

// anchorReach is how far in characters behind 统计期限 its dates may stand.
const anchorReach = 60

// readPeriod finds the period of the figures: the first span of dates behind
// the words 统计期限, or the first of all.
func readPeriod(text string) *Period {
	f := plainDates(text)
	if p := periodBehind(f, "统计期限", "期限", "统计时间", "数据", "时间范围"); p != nil {
		return p
	}
	return spanOf(periodPattern.FindStringSubmatch(f))
}

// periodBehind finds the first span of dates behind one of some words in a text
// with plain dates; nil when there is none.
func periodBehind(f string, words ...string) *Period {
	for _, anchor := range words {
		_, behind, found := strings.Cut(f, anchor)
		if !found {
			continue
		}
		if r := []rune(behind); len(r) > anchorReach {
			behind = string(r[:anchorReach])
		}
		if p := spanOf(periodPattern.FindStringSubmatch(behind)); p != nil {
			return p
		}
		if m := monthsPattern.FindStringSubmatch(behind); m != nil {
			last := daysIn(max(yearNumber(m[1]), yearNumber(m[3])), numeral(m[4]))
			if p := spanOf([]string{"", m[1], m[2], "1", m[3], m[4], strconv.Itoa(last)}); p != nil {
				return p
			}
		}
	}
	return nil
}

// periodInParts finds the period in the text of the parts, where only the words
// for it tell it from other spans of dates.
func periodInParts(sections []Section) *Period {
	for _, s := range sections {
		for _, text := range s.Paragraphs {
			if p := periodBehind(plainDates(text), "统计期限", "统计时限", "统计时间", "统计周期"); p != nil {
				return p
			}
		}
	}
	return nil
}

// spanOf makes a period of the year, month and day of two dates; nil when they
// are none.
func spanOf(m []string) *Period {
	if m == nil {
		return nil
	}
	to := m[4]
	if to == "" {
		to = m[1]
	}
	p := Period{isoDate(m[1], m[2], m[3]), isoDate(to, m[5], m[6])}
	if p.From == "" || p.To == "" || p.From > p.To {
		return nil
	}
	return &p
}

// isoDate makes 2021-01-28 of the parts of a printed date; "" when it is none.
func isoDate(year, month, day string) string {
	y, m, d := yearNumber(year), numeral(month), numeral(day)
	if y == 0 || m < 1 || m > 12 || d < 1 || d > daysIn(y, m) {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", y, m, d)
}

func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// yearNumber reads a year of four digits, Chinese or decimal; 0 when it is none.
func yearNumber(s string) int {
	n, digits := 0, 0
	for _, r := range s {
		var d int
		switch {
		case r >= '0' && r <= '9':
			d = int(r - '0')
		case strings.ContainsRune("〇○零Oo", r):
			d = 0
		case strings.ContainsRune("一二三四五六七八九", r):
			d = strings.IndexRune("一二三四五六七八九", r)/3 + 1
		default:
			return 0
		}
		n, digits = n*10+d, digits+1
	}
	if digits != 4 || n < 1990 || n > 2099 {
		return 0
	}
	return n
}
