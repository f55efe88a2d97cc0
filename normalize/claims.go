package normalize

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// A claim is a number that the text of a report states about a figure of its
// tables. Text is free, so only plain statements of the whole year are taken,
// and one that fits the table speaks for all on the same figure.
type claim struct {
	where   string         // the figure to look at when none fits
	word    string         // a word without which the pattern does not match
	pattern *regexp.Regexp // of folded text; the group is the number, none means 0
	sums    [][]string     // figures whose sum the number may be, one list for each way to count
	besides *regexp.Regexp // words in its clause that make it a statement on something else
	wide    bool           // these words may also stand before it in its sentence
	about   *regexp.Regexp // what its sentence must be about so far; nil for anything
	part    string         // the part in which the sentence need not say so
}

// itemsClaim is a number of published items. The form counts documents of two
// kinds only, so it contradicts nothing, but zeros beside it are worth a note.
var itemsClaim = regexp.MustCompile(`主动公开(?:的|各类|各项|政府|政务)*信息(?:数)?` + counting + number)

// checkClaims compares what the text says with the tables.
func checkClaims(report *Report) {
	clauses, names := clausesOf(report), namesOf(report)
	type verdict struct {
		fits   bool
		number Decimal
		clause string
	}
	said := map[string]verdict{}
	var order []string
	for _, c := range claims {
		for _, clause := range clauses {
			if !strings.Contains(clause.text, c.word) {
				continue
			}
			m := c.pattern.FindStringSubmatchIndex(clause.text)
			if m == nil || !c.speaks(clause) || !clause.ofYear(report.Year, m[0]) || !c.isLed(clause, m[0], names) {
				continue
			}
			n := Decimal{}
			for g := 2; g < len(m); g += 2 {
				if m[g] >= 0 {
					n = stated(clause.text[m[g]:m[g+1]])
				}
			}
			fits, known := report.fits(n, c.sums)
			if !known {
				continue
			}
			if _, seen := said[c.where]; !seen {
				order = append(order, c.where)
			}
			said[c.where] = verdict{said[c.where].fits || fits, n, clause.text}
		}
	}
	for _, where := range order {
		if v := said[where]; !v.fits {
			report.add(ClaimDiffers, where, nil, v.number, shorten(v.clause, 40))
		}
	}
	checkItems(report, clauses)
}

// speaks reports whether a clause that has the pattern is a statement of the
// report on the figure.
func (c *claim) speaks(clause clause) bool {
	if c.besides.MatchString(clause.text) || c.wide && c.besides.MatchString(clause.before) {
		return false
	}
	return c.about == nil || clause.part == c.part || c.about.MatchString(clause.before+clause.text)
}

// checkItems notes published items beside a table that counts nothing.
func checkItems(report *Report, clauses []clause) {
	t := report.ActiveDisclosure
	if t == nil {
		return
	}
	for _, row := range t.Values[0] {
		for _, v := range row {
			if !v.HasValue() || v.Value != (Decimal{}) {
				return
			}
		}
	}
	for _, c := range clauses {
		m := itemsClaim.FindStringSubmatch(c.text)
		if m == nil || sinceLong.MatchString(c.text) {
			continue
		}
		if n, err := strconv.Atoi(m[1]); err == nil && n > 0 {
			report.add(ClaimItems, t.Form.path(&t.Form.Blocks[0], "", ""), nil, n)
			return
		}
	}
}

// fits reports whether a number is one of the sums. known is false when none of
// them is in the tables, or a blank or a stroke leaves one open.
func (r *Report) fits(n Decimal, sums [][]string) (fits, known bool) {
	open := false
	for _, paths := range sums {
		total, whole := Decimal{}, true
		for _, path := range paths {
			section, _, _ := strings.Cut(path, ".")
			t := r.Table(section)
			if t == nil {
				return false, false
			}
			v, ok := t.Figure(path)
			if whole = whole && ok; !ok { // a figure of another form
				break
			}
			if !v.HasValue() {
				open = true
				continue
			}
			total = total.Add(v.Value)
		}
		if whole {
			known = true
			fits = fits || total == n
		}
	}
	return fits, known && (fits || !open)
}

// clause is a piece of a sentence between commas, with all of the sentence
// before it for its year.
type clause struct {
	text   string
	before string
	part   string // key of the part it stands in
}

// stated is the number of a statement, in digits or Chinese.
func stated(text string) Decimal {
	if n, ok := ParseDecimal(text); ok {
		return n
	}
	if strings.Trim(text, "零〇") == "" {
		return Decimal{}
	}
	return Int(int64(numeral(text)))
}

var yearWord = regexp.MustCompile(`((?:19|20)\d\d)年`)

// ofYear reports whether the last year named before a place of the clause is
// that of the report, or none is named.
func (c clause) ofYear(year, at int) bool {
	all := yearWord.FindAllStringSubmatch(c.before+c.text[:at], -1)
	return len(all) == 0 || all[len(all)-1][1] == fmt.Sprint(year)
}

// maxSentence is how many bytes of a sentence are looked at: lines without a stop
// make one of any length, and each of its clauses is read with all before it.
const maxSentence = 3000

// clausesOf cuts the text of a report at commas and stops, brackets left out.
func clausesOf(report *Report) (list []clause) {
	add := func(part string, paragraphs []string) {
		for _, p := range paragraphs {
			if !states(p) {
				continue
			}
			for sentence := range strings.SplitSeq(plainText(p), "。") {
				if states(sentence) {
					list = appendClauses(list, sentence, part)
				}
			}
		}
	}
	for _, s := range report.Sections {
		add(s.Key, s.Paragraphs)
		for _, sub := range s.Subsections {
			add(s.Key, sub.Paragraphs)
		}
	}
	return list
}

// appendClauses adds the clauses of a sentence that can state a number.
func appendClauses(list []clause, sentence, part string) []clause {
	joined, from := unmarked.Replace(sentence), 0
	for from <= maxSentence && sentence != "" {
		text := sentence
		if i := strings.IndexAny(sentence, clauseMarks); i >= 0 {
			text, sentence = sentence[:i], sentence[i+1:]
		} else {
			sentence = ""
		}
		if states(text) {
			list = append(list, clause{text, joined[:from], part})
		}
		from += len(text)
	}
	return list
}

// clauseMarks end a clause of a folded sentence; unmarked drops them.
const clauseMarks = ",;!?"

var unmarked = strings.NewReplacer(",", "", ";", "", "!", "", "?", "")

// plainText folds a paragraph and leaves out what would break its clauses.
func plainText(paragraph string) string {
	s := fold(paragraph)
	for _, p := range asides {
		if p.may(s) {
			s = p.pattern.ReplaceAllString(s, p.instead)
		}
	}
	return s
}

// asides are pieces of a sentence that end no clause of it: brackets, the name of
// all applicants together, which is none of them alone, and commas of thousands.
var asides = []struct {
	may     func(string) bool // whether the pattern can match at all, cheaply
	pattern *regexp.Regexp
	instead string
}{
	{func(s string) bool { return strings.Contains(s, "(") }, regexp.MustCompile(`\([^()]{0,60}\)`), ""},
	{func(s string) bool { return strings.Contains(s, "公民") }, regexp.MustCompile(`公民、?法人(?:和|或|或者|及|与|、)?其他组织(?:的|提出的)?`), ""},
	{hasThousands, regexp.MustCompile(`(\d),(\d{3})`), "$1$2"},
}

// hasThousands reports whether a comma stands between digits.
func hasThousands(s string) bool {
	for i := 1; i+1 < len(s); i++ {
		if s[i] == ',' && s[i-1] >= '0' && s[i-1] <= '9' && s[i+1] >= '0' && s[i+1] <= '9' {
			return true
		}
	}
	return false
}

// states reports whether a text can state a number: it has one, or says none, or
// names a unit of what is counted.
func states(text string) bool {
	for _, r := range text {
		switch r {
		case '０', '１', '２', '３', '４', '５', '６', '７', '８', '９', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '零', '〇', '无', '未', '没', '件', '宗', '起':
			return true
		}
	}
	return false
}
