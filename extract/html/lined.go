package html

import (
	"regexp"
	"strings"

	"luzhou/extract/markdown"
)

// Converters of pages and scans write plain text or Markdown in which the tables
// alone are HTML. A browser would run its lines into one paragraph; this file makes
// each a paragraph.

var (
	pageFrame = regexp.MustCompile(`(?i)<(?:!doctype|html|head|body|meta|frameset)[\s>]`)
	blockTag  = regexp.MustCompile(`(?i)<(?:p|div|br|h[1-6]|li|ul|ol|dl|dd|center|article|section|pre|hr|blockquote|img|script|style)[\s/>]`)
	tableTag  = regexp.MustCompile(`(?i)<(/?)table[\s>]`)
)

// lined returns such a text as a page; marked is how many of its lines had marks of
// Markdown. Any other text comes back as it is.
func lined(text string) (page string, marked int) {
	if pageFrame.MatchString(text) {
		return text, 0
	}
	pieces := aroundTables(text)
	if len(pieces) < 2 {
		return text, 0
	}
	blocks := false
	for i := 0; i < len(pieces); i += 2 {
		blocks = blocks || blockTag.MatchString(pieces[i])
	}
	outside := make([]string, 0, len(pieces)/2+1)
	for i := 0; i < len(pieces); i += 2 {
		outside = append(outside, pieces[i])
	}
	plain, marked := markdown.Plain(strings.Join(outside, tablePlace))
	if outside = strings.Split(plain, tablePlace); blocks && marked == 0 || len(outside)*2-1 != len(pieces) {
		return text, 0
	}
	var b strings.Builder
	for i, o := range outside {
		for line := range strings.Lines(o) {
			switch line = strings.TrimRight(line, "\r\n"); {
			case strings.TrimSpace(line) == "":
			case strings.HasPrefix(strings.TrimSpace(line), "<"):
				b.WriteString(line)
			default:
				b.WriteString("<p>" + line + "</p>")
			}
			b.WriteByte('\n')
		}
		if i*2+1 < len(pieces) {
			b.WriteString(pieces[i*2+1])
		}
	}
	return b.String(), marked
}

// tablePlace stands for a table while the lines around it are read.
const tablePlace = "\n\x00\n"

// aroundTables cuts a text into what stands outside and inside of tables, by turns.
// Without a table that ends it is one piece.
func aroundTables(text string) (pieces []string) {
	from, depth := 0, 0
	for _, m := range tableTag.FindAllStringSubmatchIndex(text, -1) {
		switch {
		case m[2] == m[3]:
			if depth == 0 {
				pieces = append(pieces, text[from:m[0]])
				from = m[0]
			}
			depth++
		case depth > 0:
			if depth--; depth == 0 {
				end := m[1]
				if text[end-1] != '>' { // </table >
					end += strings.IndexByte(text[end:], '>') + 1
				}
				pieces = append(pieces, text[from:end])
				from = end
			}
		}
	}
	if depth > 0 {
		return nil
	}
	return append(pieces, text[from:])
}
