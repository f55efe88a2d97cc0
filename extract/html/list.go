package html

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"luzhou/extract"
)

// list is an open ol or ul.
type list struct {
	counter counter
	next    int
	step    int
}

// counter is a style of numbers: a format of extract.FormatNumber and what
// stands behind the number. Without a format nothing is printed.
type counter struct{ format, suffix string }

// counters are the values of list-style-type (CSS Counter Styles level 3) and
// of the type attribute. Bullets are no numbers.
var counters = map[string]counter{
	"none": {}, "disc": {}, "circle": {}, "square": {},
	"decimal":               {"decimal", "."},
	"1":                     {"decimal", "."},
	"decimal-leading-zero":  {"decimalZero", "."},
	"lower-alpha":           {"lowerLetter", "."},
	"lower-latin":           {"lowerLetter", "."},
	"upper-alpha":           {"upperLetter", "."},
	"upper-latin":           {"upperLetter", "."},
	"lower-roman":           {"lowerRoman", "."},
	"upper-roman":           {"upperRoman", "."},
	"cjk-decimal":           {"ideographDigital", "、"},
	"cjk-ideographic":       {"taiwaneseCountingThousand", "、"},
	"trad-chinese-informal": {"taiwaneseCountingThousand", "、"},
	"trad-chinese-formal":   {"ideographLegalTraditional", "、"},
	"simp-chinese-informal": {"chineseCountingThousand", "、"},
	"simp-chinese-formal":   {"chineseLegalSimplified", "、"},
	"japanese-informal":     {"japaneseCounting", "、"},
	"cjk-heavenly-stem":     {"ideographTraditional", "、"},
	"cjk-earthly-branch":    {"ideographZodiac", "、"},
}

// letterTypes are the values of the type attribute that depend on case.
var letterTypes = map[string]string{"a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}

// newList opens an ol or ul.
func (p *page) newList(n *html.Node, s style) *list {
	l := &list{next: 1, step: 1}
	if n.Data == "ol" {
		l.counter = counters["decimal"]
	}
	l.counter = p.counter(n, s, l.counter)
	if _, reversed := attr(n, "reversed"); reversed {
		l.step, l.next = -1, 0
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.Type == html.ElementNode && c.Data == "li" {
				l.next++
			}
		}
	}
	l.next = number(n, "start", l.next)
	return l
}

// counter returns the style of numbers an ol, ul or li asks for.
func (p *page) counter(n *html.Node, s style, inherited counter) counter {
	name := s.list
	if name == "" && p.unnumbered {
		return counter{}
	}
	if kind, ok := attr(n, "type"); ok && name == "" {
		if name = letterTypes[kind]; name == "" {
			name = strings.ToLower(kind)
		}
	}
	if name == "" || name == "inherit" || name == "initial" {
		return inherited
	}
	c, known := counters[name]
	if !known && n.Data == "ol" {
		if !slices.Contains(p.found.formats, name) && len(p.found.formats) < mostFormats {
			p.found.formats = append(p.found.formats, name)
		}
		return inherited
	}
	return c
}

// unnumbered tells whether a style sheet takes the numbers from all lists.
func unnumbered(sheet string) bool {
	for rule := range strings.SplitSeq(sheet, "}") {
		selectors, body, ok := strings.Cut(rule, "{")
		if !ok || !noNumbers.MatchString(body) {
			continue
		}
		for s := range strings.SplitSeq(selectors, ",") {
			switch strings.ToLower(strings.TrimSpace(s)) {
			case "li", "ol", "ol li", "*":
				return true
			}
		}
	}
	return false
}

var noNumbers = regexp.MustCompile(`(?i)list-style(-type)?\s*:[^;]*\bnone\b`)

// mostFormats bounds the unknown number styles that are told.
const mostFormats = 8

// item opens an li: it returns its number and counts on.
func (p *page) item(l *list, n *html.Node, s style) string {
	if l == nil {
		return ""
	}
	at := number(n, "value", l.next)
	l.next = at + l.step
	c := p.counter(n, s, l.counter)
	if c.format == "" {
		return ""
	}
	if strings.HasSuffix(c.format, "Letter") && at > 26 {
		return alphabetic(at, c.format == "upperLetter") + c.suffix
	}
	text, _ := extract.FormatNumber(c.format, at)
	return text + c.suffix
}

// alphabetic counts z, aa, ab, unlike Word's z, aa, bb.
func alphabetic(n int, upper bool) string {
	first := byte('a')
	if upper {
		first = 'A'
	}
	var b []byte
	for ; n > 0; n = (n - 1) / 26 {
		b = append(b, first+byte((n-1)%26))
	}
	slices.Reverse(b)
	return string(b)
}

// number reads an integer attribute by the rules of HTML: digits behind blanks
// and a sign, anything may follow.
func number(n *html.Node, key string, otherwise int) int {
	value, ok := attr(n, key)
	if !ok {
		return otherwise
	}
	value = strings.TrimLeft(value, " \t\n\r\f")
	end := 0
	for end < len(value) && (value[end] >= '0' && value[end] <= '9' || end == 0 && (value[end] == '-' || value[end] == '+')) {
		end++
	}
	i, err := strconv.Atoi(value[:end])
	if err != nil && !strings.Contains(err.Error(), strconv.ErrRange.Error()) {
		return otherwise
	}
	const far = 1 << 30 // keeps sums small
	return min(max(i, -far), far)
}
