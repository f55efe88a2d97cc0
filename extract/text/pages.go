package text

import (
	"regexp"
	"strconv"
	"strings"
)

// Programs that print a paged file as text put a form feed behind each page and
// leave the page numbers and running heads in the text, where a number may look
// like a figure of the table it interrupts. This file takes them out.

// pageNumber matches a line that is a page number, dashes or words around it.
var pageNumber = regexp.MustCompile(`^[-–—―－_ ]*(?:第|[Pp](?:age|\.)?)? *(\d{1,3}) *(?:页)?(?: *(?:[/,，]|共|of) *共? *\d{1,3} *页?)?[-–—―－_ ]*$`)

// minPages is how many pages must bear a number, or a running head, at the least.
const (
	minPages = 2
	minHeads = 3
)

// page is one page: its lines, and which of them are first and last to be seen.
type page struct {
	lines       []string
	first, last int // -1 when the page is blank
}

// withoutPageMarks empties the lines of a text that are page numbers or running
// heads; n counts them. Without form feeds nothing tells them from the text.
func withoutPageMarks(text string) (marked string, n int) {
	if strings.Count(text, "\f") < minPages-1 {
		return text, 0
	}
	var pages []page
	for part := range strings.SplitSeq(text, "\f") {
		p := page{lines: strings.Split(part, "\n"), first: -1, last: -1}
		for i, l := range p.lines {
			if strings.TrimSpace(l) == "" {
				continue
			}
			if p.first < 0 {
				p.first = i
			}
			p.last = i
		}
		pages = append(pages, p)
	}
	if n = dropNumbers(pages) + dropHeads(pages); n == 0 {
		return text, 0
	}
	parts := make([]string, len(pages))
	for i, p := range pages {
		parts[i] = strings.Join(p.lines, "\n")
	}
	return strings.Join(parts, "\f"), n
}

// dropNumbers empties the last lines of the pages when they count the pages. All
// pages must have one, but for the first and for blank ones.
func dropNumbers(pages []page) (n int) {
	offset, numbered := 0, 0
	for i, p := range pages {
		if p.last < 0 {
			continue
		}
		m := pageNumber.FindStringSubmatch(strings.TrimSpace(p.lines[p.last]))
		if m == nil {
			if i == 0 {
				continue
			}
			return 0
		}
		number, err := strconv.Atoi(m[1])
		if err != nil || numbered > 0 && number-i != offset {
			return 0
		}
		offset, numbered = number-i, numbered+1
	}
	if numbered < minPages || numbered == minPages && offset != 1 {
		return 0
	}
	for _, p := range pages {
		if p.last >= 0 && pageNumber.MatchString(strings.TrimSpace(p.lines[p.last])) {
			p.lines[p.last] = ""
			n++
		}
	}
	return n
}

// dropHeads empties the first line of all pages but the first when it is the
// same on all of them.
func dropHeads(pages []page) (n int) {
	head := ""
	var at []page
	for _, p := range pages[1:] {
		if p.first < 0 {
			continue
		}
		text := strings.TrimSpace(p.lines[p.first])
		if len(at) > 0 && text != head || pageNumber.MatchString(text) || p.first == p.last {
			return 0
		}
		head, at = text, append(at, p)
	}
	if len(at) < minHeads-1 {
		return 0
	}
	for _, p := range at {
		p.lines[p.first] = ""
	}
	return len(at)
}
