// Package markdown takes the marks of Markdown off text: converters write reports
// so, as plain text with bars or with tables in HTML. In goes text, out come the
// same lines as a reader of the page sees them: headings without #, words without
// **, characters without the backslash before them. Text that is not Markdown
// beyond doubt stays as it is. Bars, and so tables, are left to others.
package markdown

import (
	"regexp"
	"strings"
)

var (
	heading  = regexp.MustCompile(`^ {0,3}#{1,6}[ \t]+(\S.*?)(?:[ \t]+#+)?[ \t]*$`)
	boldLine = regexp.MustCompile(`^\s*(?:\*\*[^*]+\*\*|__[^_]+__)\s*$`)
	divider  = regexp.MustCompile(`^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$`)
	strong   = regexp.MustCompile(`\*\*([^*\n]+?)\*\*|__([^_\n]+?)__`)
	link     = regexp.MustCompile(`!\[[^\]\n]*\]\([^()\n]*\)|\[([^\]\n]+)\]\((?:[^()\n]*)\)`)
	escape   = regexp.MustCompile("\\\\([\\\\`*_{}\\[\\]()#+\\-.!<>~\"'$^@])")
	quoted   = regexp.MustCompile(`^ {0,3}> ?`)
)

// minSigns is how many lines must be headings or bold as a whole.
const minSigns = 2

// Plain returns the text without the marks, and how many lines had some. It is the
// text itself where there are none.
func Plain(text string) (plain string, marked int) {
	if !strings.Contains(text, "# ") && !strings.Contains(text, "#\t") && !strings.Contains(text, "**") && !strings.Contains(text, "__") {
		return text, 0
	}
	lines, signs := strings.Split(text, "\n"), 0
	for _, l := range lines {
		if heading.MatchString(strings.TrimSuffix(l, "\r")) || boldLine.MatchString(l) {
			signs++
		}
	}
	if signs < minSigns {
		return text, 0
	}
	for i, l := range lines {
		if p := line(l); p != l {
			lines[i] = p
			marked++
		}
	}
	return strings.Join(lines, "\n"), marked
}

// line takes the marks off one line.
func line(l string) string {
	l, end := strings.CutSuffix(l, "\r")
	l = quoted.ReplaceAllString(l, "")
	if m := heading.FindStringSubmatch(l); m != nil {
		l = m[1]
	} else if divider.MatchString(l) {
		l = ""
	}
	if strings.ContainsAny(l, "*_[") {
		l = strong.ReplaceAllString(l, "$1$2")
		l = link.ReplaceAllString(l, "$1")
	}
	if strings.Contains(l, `\`) {
		l = escape.ReplaceAllString(strings.TrimSuffix(l, `\`), "$1")
	}
	if end {
		l += "\r"
	}
	return l
}
