package normalize

// This file holds what the text says of the report itself, its year and its body,
// against title and signature. Text of an older report that was copied shows here.

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"
)

// announcing are words that announce a report; titleInText matches its name behind
// one, with the name of the body when that is given.
var (
	announcing  = []string{"公布", "发布", "编制", "编写", "形成", "现公开"}
	titleInText = regexp.MustCompile(`^(.{0,30}?)((?:19|20)\d\d)年度?(?:政府|政务)?信息公开(?:工作)?年?度?报告`)
)

// announced are the body and the year of the report that a paragraph announces.
func announced(paragraph string) (body, year string, ok bool) {
	if _, may := cutFirst(paragraph, announcing); !may {
		return "", "", false
	}
	text := fold(paragraph)
	for rest, found := cutFirst(text, announcing); found; rest, found = cutFirst(rest, announcing) {
		if m := titleInText.FindStringSubmatch(rest); m != nil {
			return m[1], m[2], true
		}
	}
	return "", "", false
}

// announcement is what the text says of the report itself: its body, "" when it names
// none, and its year, 0 when the text announces no report.
func (r *Report) announcement() (body string, year int) {
	for _, p := range append(append([]string{}, r.Preamble...), r.overviewText()...) {
		name, told, ok := announced(p)
		if !ok {
			continue
		}
		if name = announcedBody(name); name == "" {
			name = bodyBefore(fold(p), told)
		}
		return name, yearNumber(told)
	}
	return "", 0
}

// bodyBefore is the body that stands in front of the word that announces the report
// of a year: 由青山镇人民政府编制2020年…报告.
func bodyBefore(text, year string) string {
	before, _, _ := strings.Cut(text, year)
	for _, word := range announcing {
		own, found := strings.CutSuffix(before, word)
		if !found {
			continue
		}
		if i := strings.LastIndexAny(own, ",，。;；、由"); i >= 0 {
			_, size := utf8.DecodeRuneInString(own[i:])
			own = own[i+size:]
		}
		return announcedBody(own)
	}
	return ""
}

// behindVerb matches what may stand between the verb of an announcement and the name
// of its body: whole words, for 成 also begins names (成都市).
var behindVerb = regexp.MustCompile(`^(?:完成|形成|了|的|《)*`)

// announcedBody is a name that the announcement of a report gives its body, "" when
// it can be none.
func announcedBody(name string) string {
	name = name[len(behindVerb.FindString(name)):]
	if strings.HasPrefix(name, "本") || strings.HasPrefix(name, "我") || !builtIn().isBodyName(name) {
		return ""
	}
	return name
}

// toldBelow matches the words that say of which year the text below tells.
var toldBelow = regexp.MustCompile(`现(?:就|将)[^，。,]{0,24}?((?:19|20)\d\d)年度?[^，。,]{0,24}(?:情况|工作)[^，。,]{0,8}如下`)

// yearOfText matches the year that a text begins with, as of what it tells.
var yearOfText = regexp.MustCompile(`^((?:19|20)\d\d)年度?[,，]`)

// checkAnnouncement compares the year and the body that the text names as those of
// the report with the title's.
func checkAnnouncement(report *Report) {
	doubt := func(year string) bool {
		if year == fmt.Sprint(report.Year) {
			return false
		}
		report.add(YearDoubtful, "year", nil, say(
			fmt.Sprintf("标题为 %d 年，正文称 %s 年报告", report.Year, year),
			fmt.Sprintf("the title says %d, the text announces the report of %s", report.Year, year)))
		return true
	}
	if report.Year == 0 {
		return
	}
	first := report.overviewText()
	for i, p := range append(append([]string{}, report.Preamble...), first...) {
		if body, year, ok := announced(p); ok {
			report.checkBody(body)
			if doubt(year) {
				return
			}
		}
		if strings.Contains(p, "如下") {
			if m := toldBelow.FindStringSubmatch(fold(p)); m != nil && doubt(m[1]) {
				return
			}
		}
		if i != len(report.Preamble) || strings.Contains(strings.Join(first, ""), fmt.Sprint(report.Year)) {
			continue
		}
		if m := yearOfText.FindStringSubmatch(fold(p)); m != nil && doubt(m[1]) {
			return
		}
	}
}

// overviewText is the text of part one above its first subsection.
func (r *Report) overviewText() []string {
	for _, s := range r.Sections {
		if s.Key == "overview" {
			return s.Paragraphs
		}
	}
	return nil
}

// checkBody reports a name that the text gives to the body of the report and that
// can be neither the title's nor the signature's.
func (r *Report) checkBody(name string) {
	short := bodyInTitle(r.Title)
	if name = announcedBody(name); short == "" || name == "" {
		return
	}
	for _, own := range []string{short, r.Issuer, r.Signatory} {
		if own != "" && sameBody(own, name) {
			return
		}
	}
	r.add(IssuerDiffers, "issuer", nil, short, say("正文称", "the text"), name)
}
