package normalize

import (
	"cmp"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"
)

// readMeta fills what the title, the preamble and the signature tell.
func readMeta(b *body, report *Report) {
	report.Title, report.Issued, report.Signatory = b.title, b.sign.date, b.sign.body
	for _, it := range b.preamble {
		if it.table == nil {
			report.Preamble = append(report.Preamble, it.full())
		}
	}
	text := strings.Join(report.Preamble, "\n")
	if last := len(report.Sections) - 1; last >= 0 { // some reports put the address at the end
		text += "\n" + strings.Join(report.Sections[last].Paragraphs, "\n")
	}
	report.Contact = readContact(text)
	text = plainScript(text)
	if report.Period = readPeriod(text); report.Period == nil {
		report.Period = periodInParts(report.Sections)
	}
	short := bodyInTitle(report.Title)
	report.Issuer = issuer(short, report.Signatory)
	report.Parent = parent(short, report.Contact)
	report.Year = titleYear(report.Title)
	titled := report.Year
	if report.Title == "" { // a page that was saved without its headline
		body, year := report.announcement()
		report.Issuer = cmp.Or(report.Issuer, body)
		report.Year = year
	}
	checkMeta(b, report, short, titled)
}

// checkMeta tells what is missing or does not agree. titleYear is the year of the
// title, 0 when it has none.
func checkMeta(b *body, report *Report, short string, titleYear int) {
	switch {
	case report.Year > 0:
	case report.Period != nil:
		report.Year = yearNumber(report.Period.To[:4])
		report.add(YearDoubtful, "year", nil, say("标题没有年份，按统计期限", "no year in the title, taken from the period"))
	case report.Issued != "":
		report.Year = yearNumber(report.Issued[:4]) - 1
		report.add(YearDoubtful, "year", nil, say("标题没有年份，按落款日期的上一年", "no year in the title, taken as the year before the date"))
	default:
		report.add(YearDoubtful, "year", nil, say("没有年份", "no year is told"))
	}
	if report.Title == "" {
		report.add(TitleMissing, "title", nil)
	}
	if report.Period == nil {
		report.add(PeriodMissing, "period", nil)
	} else if want := (Period{fmt.Sprintf("%d-01-01", report.Year), fmt.Sprintf("%d-12-31", report.Year)}); *report.Period != want && report.Year > 0 {
		report.add(PeriodDoubtful, "period", nil, report.Period.From, report.Period.To, report.Year)
	}
	if report.Issued != "" && titleYear > 0 && yearNumber(report.Issued[:4]) != titleYear+1 {
		report.add(YearDoubtful, "issued", nil, say(
			fmt.Sprintf("标题为 %d 年，落款日期为 %s", titleYear, report.Issued),
			fmt.Sprintf("the title says %d, the date is %s", titleYear, report.Issued)))
	}
	if p := report.Period; titleYear > 0 && p != nil && report.Issued != "" { // period and date agree against the title
		if y := yearNumber(p.To[:4]); y != titleYear && yearNumber(report.Issued[:4]) == y+1 {
			report.add(YearDoubtful, "year", nil, say(
				fmt.Sprintf("标题为 %d 年，统计期限和落款日期为 %d 年度", titleYear, y),
				fmt.Sprintf("the title says %d, period and date speak of %d", titleYear, y)))
		}
	}
	switch {
	case report.Issued == "" && strings.HasSuffix(b.sign.odd, "日"): // a month alone is no mistake
		report.add(DateDoubtful, "issued", nil, b.sign.odd)
	case report.Issued == "":
		report.add(SignatureMissing, "issued", nil, say("日期", "date"))
	}
	if report.Signatory == "" {
		report.add(SignatureMissing, "signatory", nil, say("单位", "signing body"))
	} else if short != "" && !sameBody(short, report.Signatory) {
		report.add(IssuerDiffers, "issuer", nil, short, say("落款是", "the signature"), report.Signatory)
	}
}

// titleYear is the year before 年 in a title, 0 when there is none.
func titleYear(title string) int {
	if m := yearInTitle.FindStringSubmatch(fold(title)); m != nil {
		return yearNumber(m[1])
	}
	return 0
}

// ownOffice matches the end of a name that has the words of the title in it.
const ownOffice = `(?:(?:政务公开|信息公开)(?:工作)?(?:领导小组)?办公室)?`

// Titles read BODY YEAR年… or YEAR年BODY….
var (
	bodyFirst = regexp.MustCompile(`^(?:关于)?(.{2,30}?)(?:关于)?(?:19|20|2[Oo〇○]|二)[\dO〇○零一二三四五六七八九]{2,3}(?:年|政府信息|信息公开|政务公开)`)
	yearFirst = regexp.MustCompile(`年度?(.{2,30}?` + ownOffice + `)(?:政府信息公开|信息公开|政务公开|(?:政府)?信息(?:主动|依申请)公开)`)
	onlyBody  = regexp.MustCompile(`^(.{2,30}?` + ownOffice + `)(?:政府信息公开|信息公开|政务公开|(?:政府)?信息(?:主动|依申请)公开)`)
)

// notBody matches words of the title that are no part of a name.
var notBody = regexp.MustCompile(`信息公开|政务公开|信息(?:主动|依申请)公开|报告|年报`)

// openOffice matches the names of offices that have such words in them.
var openOffice = regexp.MustCompile(`(?:信息公开|政务公开)(?:工作|管理|服务)?(?:领导小组)?(?:办公室|领导小组|办|中心|局|处|科)$`)

// bodyInTitle is the name of the body as the title has it, "" when it names none.
func bodyInTitle(title string) string {
	f := fold(title)
	for _, p := range []*regexp.Regexp{bodyFirst, yearFirst, onlyBody} {
		at := p.FindStringSubmatchIndex(plainScript(f))
		if at == nil {
			continue
		}
		m := []string{f, f[at[2]:at[3]]} // as it is printed
		if m[1] == "政府" || notBody.MatchString(plainScript(m[1])) && !openOffice.MatchString(plainScript(m[1])) || strings.Trim(m[1], "度关于") == "" || titleYear(m[1]+"年") != 0 {
			continue
		}
		if strings.HasSuffix(m[1], "人民") { // 人民政府信息公开 shares its 政府 with both
			return m[1] + "政府"
		}
		return m[1]
	}
	return ""
}

// sameBody reports whether the short name of a title and the full name of a
// signature can be one body: each character of the shorter occurs in order in
// the longer one.
func sameBody(short, full string) bool {
	a, b := []rune(plainScript(fold(short))), []rune(plainScript(fold(full)))
	if len(a) > len(b) {
		a, b = b, a
	}
	i := 0
	for _, r := range b {
		if i < len(a) && a[i] == r {
			i++
		}
	}
	return i == len(a)
}

// issuer is the reporting body in full: the signatory when it can be the body of
// the title. An office that signs for its body is not the body.
func issuer(short, signatory string) string {
	if i := strings.Index(signatory, short); short != "" && i >= 0 {
		whole := signatory[:i] + short
		for _, name := range []string{whole + "人民政府", whole + "政府", whole} {
			if rest, ok := strings.CutPrefix(signatory, name); ok && officeOf.MatchString(rest) {
				return name
			}
		}
	}
	if signatory != "" && (short == "" || sameBody(short, signatory) && len(fold(signatory)) >= len(short)) {
		return signatory
	}
	return short
}

// parent is the area named right before the body's own name in its address.
func parent(short string, c Contact) string {
	if short == "" {
		return ""
	}
	for _, text := range []string{c.Office, c.Address} {
		before, _, found := strings.Cut(fold(text), short)
		if found && areaName.MatchString(before) {
			return before
		}
	}
	return ""
}

// officeOf matches what an office adds to the name of its body.
var officeOf = regexp.MustCompile(`^(?:党政|综合|政务公开|政府信息公开)?(?:工作)?(?:领导小组)?办公室$`)

var areaName = regexp.MustCompile(`^.{1,20}(省|市|县|区|州|盟|旗)$`)

// A contactPattern finds one field of the paragraph that says whom to ask.
type contactPattern struct {
	field func(*Contact) *string
	begin []string // what the pattern goes on from; nil when it begins anywhere in a word of ASCII
	verbs []string // the pattern has one of these within reach; nil for none
	rest  *regexp.Regexp
}

// reach is how many bytes behind its beginning a pattern has its verb at the latest.
const reach = 40*utf8.UTFMax + len("进行联系")

var contactPatterns = []contactPattern{
	{func(c *Contact) *string { return &c.Office }, []string{"与", "向", "和"}, []string{"联系", "咨询", "反映"}, regexp.MustCompile(`^([^，。；：（(]{2,40}?)(?:进行)?(?:联系|咨询|反映)`)},
	{func(c *Contact) *string { return &c.Address }, []string{"地"}, nil, regexp.MustCompile(`^\s*址\s*[:：]?\s*([^，,；;。）)：:\n]{3,60})`)},
	{func(c *Contact) *string { return &c.Phone }, []string{"电", "联系方"}, nil, regexp.MustCompile(`^(?:\s*话|式)(?:号码)?\s*[:：]?\s*((?:\(?0\d{2,3}\)?[-—－―\s]*)?\d{7,8}(?:[-—－转]\d{1,6})?|1\d{10})`)},
	{func(c *Contact) *string { return &c.Postcode }, []string{"邮"}, nil, regexp.MustCompile(`^(?:\s*编|政编码)\s*(?:为|是)?\s*[:：]?\s*(\d{6})`)},
	{func(c *Contact) *string { return &c.Website }, nil, nil, regexp.MustCompile(`((?:https?://)?(?:[A-Za-z0-9-]+\.)+(?:gov|org|com|net|edu)(?:\.cn)?(?:/[A-Za-z0-9_./?=&%#-]*)?)`)},
	{func(c *Contact) *string { return &c.Email }, nil, nil, regexp.MustCompile(`([A-Za-z0-9._-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)`)},
}

// find returns the first text of the field, "" for none.
func (p *contactPattern) find(text string) string {
	if p.begin == nil {
		for word := range strings.FieldsFuncSeq(text, notASCII) {
			if !strings.Contains(word, ".") {
				continue
			}
			if m := p.rest.FindStringSubmatch(word); m != nil {
				return m[1]
			}
		}
		return ""
	}
	for rest, ok := cutFirst(text, p.begin); ok; rest, ok = cutFirst(rest, p.begin) {
		if _, has := cutFirst(rest[:min(reach, len(rest))], p.verbs); !has && p.verbs != nil {
			continue
		}
		if m := p.rest.FindStringSubmatch(rest); m != nil {
			return strings.TrimSpace(m[1])
		}
	}
	return ""
}

func notASCII(r rune) bool { return r >= utf8.RuneSelf }

// cutFirst returns what follows the first of some words in a text.
func cutFirst(text string, words []string) (rest string, ok bool) {
	first := len(text) + 1
	for _, w := range words {
		if i := strings.Index(text, w); i >= 0 && i < first {
			first, rest = i, text[i+len(w):]
		}
	}
	return rest, first <= len(text)
}

func readContact(text string) Contact {
	var c Contact
	for i := range contactPatterns {
		p := &contactPatterns[i]
		*p.field(&c) = p.find(text)
	}
	if c.Email != "" && strings.HasSuffix(c.Email, c.Website) {
		c.Website = ""
	}
	return c
}
