package normalize

import (
	"slices"
)

// joinHeadings puts headings of parts together that take two lines.
func (d *dictionary) joinHeadings(items []item) []item {
	kept := items[:0]
	for i := 0; i < len(items); i++ {
		it := items[i]
		if i+1 < len(items) && d.isBrokenHeading(it, items[i+1]) {
			i++
			it.text += items[i].text
		}
		kept = append(kept, it)
	}
	return kept
}

func (d *dictionary) isBrokenHeading(it, next item) bool {
	if it.table != nil || next.table != nil || next.number != "" || len(it.text) > 4*headingLimit || len(next.text) > 4*longTitle {
		return false
	}
	line := it.full()
	return isNumbered(line) && !d.isTitleOfPart(line) && !d.isTitleOfPart(next.text) && d.isTitleOfPart(line+next.text)
}

func (d *dictionary) isTitleOfPart(line string) bool {
	_, ok := d.headings[loose(fold(line))]
	return ok
}

// withoutPageMarks takes the lines that are page numbers out of the others: those with
// dashes or words around them, and bare ones that count the pages.
func withoutPageMarks(items []item) (rest, marks []item) {
	numbers := pageNumbers(items)
	if numbers == nil && !slices.ContainsFunc(items, item.isPageMark) {
		return items, nil
	}
	for i, it := range items {
		if numbers[i] || it.isPageMark() {
			marks = append(marks, it)
		} else {
			rest = append(rest, it)
		}
	}
	return rest, marks
}

func (it item) isPageMark() bool {
	return it.table == nil && len(it.text) < maxPageMark && pageMark.MatchString(foldFigure(it.full()))
}

const maxPageMark = 40
