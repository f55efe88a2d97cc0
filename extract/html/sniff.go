package html

import (
	"regexp"
	"strings"

	"luzhou/extract/charset"
)

// sniff looks for the beginning of a page: behind a mark, comments and an XML
// declaration an element of HTML, or soon after some other text its frame or
// several of its tags. An XML document whose root is not html is none, nor is
// what begins like RTF, JSON or a mail.
func sniff(data []byte) bool {
	const sample = 8 << 10
	text := string(data[:min(len(data), sample)])
	if strings.IndexByte(text, 0) >= 0 || strings.HasPrefix(text, gb18030Mark) {
		text, _, _ = charset.Decode([]byte(text), "") // UTF-16; tags look alike in all other sets
	}
	if strings.ContainsRune(strings.TrimRight(text, "\x00"), 0) {
		return false
	}
	head, xml := prelude(text)
	if m := startTag.FindStringSubmatch(head); m != nil {
		name := strings.ToLower(m[1])
		return elements[name] || name == "!doctype" && doctype.MatchString(head) ||
			!xml && (!strings.Contains(name, ":") || ofWord.MatchString(name)) && frame.MatchString(head)
	}
	if xml || carrier.MatchString(head) || strings.HasPrefix(head, "{") || strings.HasPrefix(head, "%PDF") {
		return false
	}
	return tagged(head) || hasTable(data[:min(len(data), maxLead)])
}

// maxLead is how much text may stand above the first table of one that is no page
// but has its tables in HTML, and minCells how many cells that table must have.
const (
	maxLead  = 256 << 10
	minCells = 4
)

// hasTable reports whether a table in HTML is written out in a text.
func hasTable(text []byte) bool {
	m := tableBegins.FindIndex(text)
	return m != nil && len(cellBegins.FindAllIndex(text[m[0]:], minCells)) == minCells
}

var cellBegins = regexp.MustCompile(`(?i)<t[dh](?:\s[^<>]*)?>`)

var tableBegins = regexp.MustCompile(`(?i)<table(?:\s[^<>]*)?>\s*(?:<(?:thead|tbody)(?:\s[^<>]*)?>\s*)?<tr(?:\s[^<>]*)?>\s*<t[dh][\s>]`)

// tagged tells whether a text that begins without a tag is a page all the same:
// it has several tags, or the frame of a page, and they are not only mentioned
// in a few of its lines.
func tagged(text string) bool {
	const few = 4
	if !frame.MatchString(text) && len(someTag.FindAllStringIndex(text, few)) < few {
		return false
	}
	lines, with := 0, 0
	for line := range strings.Lines(text) {
		if strings.TrimSpace(line) == "" {
			continue
		}
		lines++
		if someTag.MatchString(line) || frame.MatchString(line) {
			with++
		}
	}
	return with*3 >= lines
}

const gb18030Mark = "\x84\x31\x95\x33"

var (
	startTag = regexp.MustCompile(`^<(!?[a-zA-Z][a-zA-Z0-9:_-]*)`)
	ofWord   = regexp.MustCompile(`^(o|v|st1):`) // prefixes Word uses within pages
	doctype  = regexp.MustCompile(`(?i)^<!doctype\s+(html|"-//)`)
	frame    = regexp.MustCompile(`(?i)<(!doctype\s+html|html|head|body|table|frameset)[\s>]`)
	someTag  = regexp.MustCompile(`(?i)</?(p|div|span|table|tr|td|th|br|font|strong|b|h[1-6]|ul|ol|li|center|a)(\s[^<>]*)?/?>`)
	// carrier finds the head of a mail, such as a page saved with its pictures.
	carrier = regexp.MustCompile(`(?i)^(mime-version|from|to|subject|date|content-[a-z-]+|x-[a-z-]+|message-id|received|return-path):`)
)

// prelude skips what may stand before the first element. xml tells whether an
// XML declaration was there.
func prelude(text string) (rest string, xml bool) {
	for {
		text = strings.TrimLeft(text, "\uFEFF \t\r\n\f\x00")
		end := ""
		switch {
		case strings.HasPrefix(text, "<?"):
			xml = xml || strings.HasPrefix(text, "<?xml")
			end = ">"
		case strings.HasPrefix(text, "<!--"):
			end = "-->"
		case strings.HasPrefix(text, "<!["):
			end = ">"
		default:
			return text, xml
		}
		i := strings.Index(text, end)
		if i < 0 {
			return "", xml
		}
		text = text[i+len(end):]
	}
}

// elements are the elements a page or a piece of one may begin with.
var elements = set(`html head body title meta link style script base div p table tbody tr td th span font center a b i u
	strong em h1 h2 h3 h4 h5 h6 ul ol li dl br hr img form frameset section article main header nav pre blockquote`)

func set(list string) map[string]bool {
	m := map[string]bool{}
	for _, name := range strings.Fields(list) {
		m[name] = true
	}
	return m
}
