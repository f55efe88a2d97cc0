package html

import (
	"regexp"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"

	"luzhou/extract"
)

// parse builds the tree of a page. The parser gives up at some 500 open
// elements. Pages come so deep by unclosed formatting; these are parsed again
// with all elements but those of tables left out.
func parse(text string) (doc *goquery.Document, flattened bool, err error) {
	if _, xml := prelude(text[:min(len(text), longestTag)]); xml {
		text = emptyTag.ReplaceAllString(text, "<$1$2></$1>")
	}
	if what, ok := tooMany(text); ok {
		return nil, false, extract.Refuse(extract.RefusedLimit, what)
	}
	doc, err = goquery.NewDocumentFromReader(strings.NewReader(slim(text)))
	if err == nil {
		return doc, false, nil
	}
	if flat, ok := flatten(text); ok {
		if doc, err = goquery.NewDocumentFromReader(strings.NewReader(flat)); err == nil {
			return doc, true, nil
		}
	}
	return nil, false, extract.Refuse(extract.RefusedLimit, extract.Text{ZH: "元素嵌套过深", EN: "elements nested too deep"})
}

// emptyTag finds the elements that XHTML may close in their first tag. For the
// parser of HTML they stay open, and a script takes the rest of the page.
var emptyTag = regexp.MustCompile(`<(script|style|title|textarea|iframe|select|object|div|p|span|a|b|i|u|em|strong|font|` +
	`table|tbody|thead|tr|td|th|ul|ol|li|h[1-6])((?:\s[^<>]*[^<>/])?)\s*/>`)

// flatten writes a page with its tables only; other blocks become rules, which
// part paragraphs. ok is false when the page hides something: in
// a flat page hidden text would show.
func flatten(text string) (flat string, ok bool) {
	var b strings.Builder
	z := html.NewTokenizer(strings.NewReader(text))
	for {
		switch kind := z.Next(); kind {
		case html.ErrorToken:
			return b.String(), true
		case html.TextToken:
			b.Write(z.Raw())
		case html.StartTagToken, html.SelfClosingTagToken, html.EndTagToken:
			raw := string(z.Raw())
			if hides(raw) {
				return "", false
			}
			name, _ := z.TagName()
			switch tag := string(name); {
			case kept[tag]:
				b.WriteString(raw)
			case blocks[tag]:
				b.WriteString("<hr>")
			}
		}
	}
}

var kept = set(`html head body table caption colgroup col thead tbody tfoot tr td th br hr img script style noscript
	template title textarea select iframe object`)

// hides tells whether a tag may hide what it holds.
func hides(tag string) bool {
	tag = strings.ToLower(tag)
	for _, word := range [...]string{"none", "hidden", "mso-hide", "mso-element", "<del", "msodel"} {
		if strings.Contains(tag, word) {
			return true
		}
	}
	return false
}

// mostElements bounds the tree: each element takes some 250 bytes.
const mostElements = 1_500_000

// tooMany names what a page has too many of to be parsed. html and body tags
// may not stand so often, with so many attributes, that joining their
// attributes, as the parser does, would not end.
func tooMany(text string) (what extract.Text, ok bool) {
	const bound = 64 << 20 // tags times the bytes in them; pages have some hundred
	elements, bodies, length := 0, 0, 0
	for rest := text; ; {
		i := strings.IndexByte(rest, '<')
		if i < 0 {
			break
		}
		rest = rest[i+1:]
		if rest == "" || rest[0]|0x20 < 'a' || rest[0]|0x20 > 'z' {
			continue
		}
		elements++
		if len(rest) < 4 || !strings.EqualFold(rest[:4], "html") && !strings.EqualFold(rest[:4], "body") {
			continue
		}
		bodies++
		if end := strings.IndexByte(rest, '>'); end >= 0 {
			length += end
			rest = rest[end:]
		}
	}
	switch {
	case elements > mostElements:
		return extract.Text{ZH: "元素过多", EN: "too many elements"}, true
	case bodies*length > bound:
		return extract.Text{ZH: "body 元素过多", EN: "too many body elements"}, true
	}
	return extract.Text{}, false
}
