package normalize

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// This file finds the numbers of pages that stand alone between paragraphs. A number
// alone may be a figure, so it takes several that count up through the file.

// minPages is how many paragraphs must have the number of a page between them.
const minPages = 2

// maxPageDigits is the length in bytes of the longest such number.
const maxPageDigits = 3

// minSentence is how many characters a line has at the least that is text.
const minSentence = 12

// pageNumbers tells which items are numbers of pages between paragraphs: all lines of a
// number alone behind text count up from one page to the next, and a page between two
// of them has its number on a line somewhere between.
func pageNumbers(items []item) (marks map[int]bool) {
	all, last := 0, -1      // lines of a number alone; the last that is the number of a page
	page := 0               // its number
	since := map[int]bool{} // numbers of the lines behind it
	for i, it := range items {
		if it.table != nil || len(it.text) > maxPageDigits || !bareNumber.MatchString(it.full()) {
			continue
		}
		all++
		n, _ := strconv.Atoi(it.full())
		if i == 0 || i+1 == len(items) || !isProse(items[i-1]) || items[i+1].table != nil || isFigure(items[i+1].full()) {
			since[n] = true
			continue
		}
		switch {
		case last < 0 && n > all+1: // the first page may have none
			return nil
		case last < 0:
			marks = map[int]bool{}
		case n <= page:
			return nil
		}
		for between := page + 1; last >= 0 && between < n; between++ {
			if !since[between] {
				return nil
			}
		}
		marks[i], last, page = true, i, n
		clear(since)
	}
	if len(marks) < minPages {
		return nil
	}
	return marks
}

// isProse reports whether a line is text: a sentence of some length.
func isProse(it item) bool {
	return it.table == nil && utf8.RuneCountInString(it.text) >= minSentence && strings.HasSuffix(strings.TrimRight(it.text, "”’"), "。")
}
