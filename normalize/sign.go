package normalize

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// signature is the body and the date under a report.
type signature struct {
	body string
	date string // 2021-01-28
	odd  string // what stands in place of a date and is none
}

// findSignature looks for the date line below the last part, and the body on it
// or on the lines beside. The parts end before item end, what follows the
// report begins with item after.
func (d *dictionary) findSignature(items []item, from int) (s signature, end, after int) {
	last := firstSiteLine(items, from)
	for _, read := range []func(string) (signature, bool){d.readSignature, d.readOddDate} {
		for i := last - 1; i >= from; i-- {
			if items[i].table != nil {
				continue
			}
			s, ok := read(items[i].text)
			if !ok {
				continue
			}
			begin, end := i, i+1
			if s.body == "" {
				s.body, begin, end = d.bodyBeside(items[from:last], i-from)
				begin, end = begin+from, end+from
			}
			if s.odd != "" && s.body == "" { // words that are no date need a body beside them
				continue
			}
			if imprint.MatchString(items[i].text) {
				if upper, b, e, ok := d.signedAbove(items, from, begin); ok {
					return upper, b, e
				}
			}
			return s, begin, end
		}
	}
	return signature{}, last, last
}

// imprint matches the last line of an official paper, which names the office that
// prints it and the day: 县政府办公室 2021年1月28日印发.
var imprint = regexp.MustCompile(`印\s*发\s*$`)

// maxImprint is how many lines the signature may stand above the imprint.
const maxImprint = 8

// signedAbove looks for a signature of body and date above an imprint.
func (d *dictionary) signedAbove(items []item, from, imprint int) (s signature, begin, end int, ok bool) {
	for i := imprint - 1; i >= max(from, imprint-maxImprint); i-- {
		if items[i].table != nil {
			break
		}
		if s, ok = d.readSignature(items[i].text); !ok {
			continue
		}
		if begin, end = i, i+1; s.body == "" {
			s.body, begin, end = d.bodyBeside(items[from:imprint], i-from)
			begin, end = begin+from, end+from
		}
		return s, begin, end, s.body != ""
	}
	return signature{}, 0, 0, false
}

// readOddDate reads a line that stands in the place of a date and is none: the
// blank of a form left open, a day that the month does not have.
func (d *dictionary) readOddDate(line string) (s signature, ok bool) {
	m := oddDate.FindStringSubmatch(fold(line))
	if m == nil {
		return s, false
	}
	if s.odd = m[2]; m[1] != "" {
		s.body = d.bodyName(line[:max(0, strings.LastIndexFunc(line, isBlank))])
	}
	return s, m[1] == "" || s.body != ""
}

// oddDate matches a line in the shape of a date, whatever its numbers.
var oddDate = regexp.MustCompile(`^\(?(.{0,40}?)\(?((?:[12][\dOo〇○零Xx×*]{3}|[一二][〇○Oo0零九][〇○Oo0零一二三四五六七八九]{2})?年[\dOoXx×*一二三四五六七八九十]{0,3}月(?:[\dOoXx×*一二三四五六七八九十]{0,3}日)?)\)?$`)

// bodyBeside looks for the body on the line above a date, a line that only
// tells of a seal between them, or on the line below. It returns the lines the
// signature takes.
func (d *dictionary) bodyBeside(items []item, date int) (body string, begin, end int) {
	line := func(i int) string {
		if i < 0 || i >= len(items) || items[i].table != nil {
			return ""
		}
		return items[i].text
	}
	above := date - 1
	if seal.MatchString(fold(line(above))) {
		above--
	}
	if name := d.bodyName(line(above)); name != "" {
		return name, above, date + 1
	}
	if name := d.bodyName(line(date + 1)); name != "" && date+2 == len(items) {
		return name, date, date + 2
	}
	return "", date, date + 1
}

var (
	seal     = regexp.MustCompile(`^\((?:盖章|公章|印章|章|签章|单位盖章|加盖公章)\)$`)
	sealTail = regexp.MustCompile(`\s*[(（](?:盖章|公章|印章|章|签章|单位盖章|加盖公章)[)）]$`)
)

// bodyField matches the word in front of the name of a body under a report.
var bodyField = regexp.MustCompile(`^(?:落款|报告|编制|发布|制作)?(?:单位|机关|机构)(?:名称)?\s*[:：]\s*`)

// bodyName is the name of a public body that a line gives, without a remark on
// its seal; "" when it gives none.
func (d *dictionary) bodyName(line string) string {
	name := bodyField.ReplaceAllString(strings.TrimRight(strings.TrimFunc(line, isBlank), "。"), "")
	name = sealTail.ReplaceAllString(name, "")
	if !d.isBodyName(name) {
		return ""
	}
	return name
}

// readSignature reads a date line, with the body in front when it has one.
func (d *dictionary) readSignature(line string) (s signature, ok bool) {
	f := fold(line)
	m := dateLine.FindStringSubmatch(f)
	if m == nil {
		if m = shortDate.FindStringSubmatch(f); m != nil {
			s.date = isoDate(m[2], m[3], m[4])
			if dateField.MatchString(m[1]) {
				m[1] = ""
			}
			if m[1] == "" || d.bodyName(m[1]) != "" {
				s.body = d.bodyName(m[1])
				return s, s.date != ""
			}
		}
		return s, false
	}
	if strings.HasSuffix(m[1], ":") {
		if !dateField.MatchString(m[1]) { // 填报日期： and the like are fields of a form
			return s, false
		}
		m[1] = ""
	}
	s.date = isoDate(m[2], m[3], m[4])
	if s.date == "" {
		return s, false
	}
	if m[1] != "" {
		s.body = d.bodyName(line[:dateStart(line)])
	}
	return s, m[1] == "" || s.body != "" // a sentence may end with a date
}

// dateField matches the word in front of the date under a report.
var dateField = regexp.MustCompile(`^(?:落款|报告|编制|印发)?(?:日期|时间):$`)

// shortDate matches a line that is a date in digits alone, behind a body or not.
var shortDate = regexp.MustCompile(`^(.{0,40}?)((?:19|20)\d\d)[-./](\d{1,2})[-./](\d{1,2})。?$`)

// dateStart is where the date begins that a line ends with.
func dateStart(line string) int {
	at := datePart.FindStringIndex(line)
	if at == nil {
		return 0
	}
	return at[0]
}

var datePart = regexp.MustCompile(`[(（]?\s*[12１２一二]\s*[\d０-９〇○Oo零一二三四五六七八九]\s*[\d０-９〇○Oo零一二三四五六七八九]\s*[\d０-９〇○Oo零一二三四五六七八九]\s*年`)

// isBodyName reports whether a line can be the name of a public body.
func (d *dictionary) isBodyName(line string) bool {
	n := utf8.RuneCountInString(fold(line)) // some names are spread out by blanks
	if n < 2 || n > 40 || strings.ContainsAny(line, "。，；：？！、,;:?!") {
		return false
	}
	_, isHead := d.findHeading(line)
	_, level, _ := splitNumber(fold(line)) // a numbered line is a heading
	return !isHead && level == 0 && !strings.ContainsRune(line, '年') && bodyEnding.MatchString(plainScript(fold(line)))
}

// bodyEnding matches the last words of the names of public bodies.
var bodyEnding = regexp.MustCompile(`(府|局|委|会|办|办公室|厅|部|院|所|站|中心|队|处|科|署|室|行|社|校|学|馆|司|团|组|镇|乡|街道|区|县|市|省|州|盟|旗|场|园|公司|企业|机关|分局|海关|台|监狱|基地|\(.{1,12}\))$`)
