package normalize

// This file reads years in labels: 2019年项目数量 for 上一年项目数量 in a report on
// 2020. The year of the report decides which is which, never their order.

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"luzhou/extract"
)

// spelledYear matches a year in a folded label.
var spelledYear = regexp.MustCompile(`20\d\d年`)

// withYearWords returns a table in whose labels the years beside that of the
// report are the words of the forms. A year alone is no label: 2020年 may head
// what there was in that year or what was added in it.
func withYearWords(t *extract.Table, year int) *extract.Table {
	var words *strings.Replacer
	changed := t
	for i, c := range t.Cells {
		if len(c.Text) > maxLabel || !strings.ContainsRune(c.Text, '年') {
			continue
		}
		text := fold(c.Text)
		if !strings.Contains(text, "20") {
			continue
		}
		if m := spelledYear.FindString(text); m == "" || m == text {
			continue
		}
		if changed == t {
			copied := *t
			copied.Cells = slices.Clone(t.Cells)
			changed = &copied
			words = strings.NewReplacer(strconv.Itoa(year-1)+"年", "上年", strconv.Itoa(year)+"年", "本年", strconv.Itoa(year+1)+"年", "下年")
		}
		changed.Cells[i].Text = words.Replace(text)
	}
	return changed
}

// yearCertain reports whether nothing contradicts the year of the report.
func (r *Report) yearCertain() bool {
	if r.Year == 0 || r.Period != nil && (yearNumber(r.Period.From[:4]) != r.Year || yearNumber(r.Period.To[:4]) != r.Year) {
		return false
	}
	return !slices.ContainsFunc(r.Findings, func(f extract.Finding) bool { return f.Code == YearDoubtful })
}

// whichYear matches the words of the forms for the year before, this one and the next.
var whichYear = regexp.MustCompile(`([上去]|[本今当]|[下次])一?年`)

// otherYear reports whether two labels speak of different years, so that one is
// no misprint of the other.
func otherYear(text, label string) bool {
	a, b := whichYear.FindStringSubmatch(text), whichYear.FindStringSubmatch(label)
	return a != nil && b != nil && yearGroup(a[1]) != yearGroup(b[1])
}

// yearGroup numbers the ways of saying before, now and after.
func yearGroup(word string) int {
	return slices.IndexFunc([]string{"上去", "本今当", "下次"}, func(g string) bool { return strings.Contains(g, word) })
}
