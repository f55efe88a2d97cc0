package normalize

import (
	"regexp"
	"strings"
)

// headingLimit is the length in characters past which a line is no heading.
const headingLimit = 45

// heading is a line that names a part of the report.
type heading struct {
	key    string
	number int  // as printed, 0 if none
	level  int  // of the printed number: 1 for 一、, 2 for （一）, 3 for 1.
	vague  bool // known by its sense, not by its words
}

// findHeading reports whether a line is the heading of a part, by its words.
func (d *dictionary) findHeading(line string) (heading, bool) {
	if len(line) > 4*headingLimit {
		return heading{}, false
	}
	line = withoutPage(line)
	f := foldHeading(line)
	if annexTitle.MatchString(f) {
		return heading{key: statistics2014.Section}, true
	}
	number, level, rest := splitNumber(f)
	h := heading{number: number, level: level}
	key, ok := d.headings[loose(f)]
	if !ok && level > 0 {
		key, ok = d.nearHeading(loose(f))
	}
	if !ok && level == 1 {
		if key, ok = headingBySense(loose(f)); ok && !strings.ContainsAny(strings.TrimRight(rest, "。:"), "。;:") {
			h.vague = true
		} else {
			ok = false
		}
	}
	h.key = key
	return h, ok
}

// foldHeading folds a line whose number a blank may end: 一 总体情况, 1 总体情况.
func foldHeading(line string) string {
	if m := spacedNumber.FindStringSubmatch(line); m != nil {
		return fold(m[1] + "、" + m[2])
	}
	return fold(line)
}

// pageOf matches the leaders and the number of a page behind a line of a contents list.
var pageOf = regexp.MustCompile(`\s*(?:[…·.．—_\-]{3,}|…+|\t+)\s*\(?\d{1,3}\)?\s*$`)

// withoutPage drops from a line of a contents list the page it names.
func withoutPage(line string) string {
	if n := len(line); n == 0 || !isDigit(rune(line[n-1])) && line[n-1] != ')' && line[n-1] != ' ' {
		return line
	}
	return pageOf.ReplaceAllString(line, "")
}

// spacedNumber matches a line whose number ends with a blank.
var spacedNumber = regexp.MustCompile(`^\s*([一二三四五六七八九十]|[1-9])[\s　]+(\S.*)$`)

// headingBySense finds the part that a numbered line heads in words of its own.
func headingBySense(text string) (string, bool) {
	if len([]rune(text)) > 24 || strings.ContainsAny(text, "。，；,;") {
		return "", false
	}
	for _, s := range senses {
		if s.pattern.MatchString(text) {
			return s.key, true
		}
	}
	return "", false
}

// senses are the words that tell a part, in the order in which they are asked:
// a line on disputes may speak of requests, and one on problems of anything.
var senses = []struct {
	key     string
	pattern *regexp.Regexp
}{
	{"other_matters", regexp.MustCompile(`(其他|需要|其余).*(事项|说明|报告的情况)(?:[和与及]附[表件])?$|^其他事项`)},
	{"problems", regexp.MustCompile(`(问题|不足|困难).*(改进|整改|措施|打算|安排|方向|情况)|(改进|整改)(情况|措施)$`)},
	{"review_and_litigation", regexp.MustCompile(`行政复议|行政诉讼|复议.{0,3}诉讼`)},
	{"fees", regexp.MustCompile(`收费|减免`)},
	{"requests", regexp.MustCompile(`依申请公开|公开申请.*(收到|处理|办理|情况)|(收到|处理|办理).*申请`)},
	{"active_disclosure", regexp.MustCompile(`主动公开.*(情况|工作)?$`)},
	{"overview", regexp.MustCompile(`^.{0,6}(总体情况|总体工作情况|工作总体情况|基本情况|概述|概况|总体概况)$|^总体情况.{0,4}$`)},
}

// nearHeading finds the one part whose title differs by at most two characters.
func (d *dictionary) nearHeading(text string) (string, bool) {
	if len([]rune(text)) < 8 {
		return "", false
	}
	found := ""
	for title, key := range d.headings {
		if editDistance(text, title, 2) <= 2 {
			if found != "" && found != key {
				return "", false
			}
			found = key
		}
	}
	return found, found != ""
}

// annexTitle matches the title of the list of indicators, with the word 附件, the
// body or the year around it.
var annexTitle = regexp.MustCompile(`^(?:附[件表]?\d{0,2}[:：]?)?.{0,30}政府信息公开(?:工作)?情况统计(?:报)?表(?:\(.{1,12}\))?$`)

// rank orders headings of one part: a number 一、 is better than none or 1., and
// （一） is worst, for the subsections of part one repeat the titles of others.
func (h heading) rank() int {
	if h.vague {
		return 3
	}
	return [...]int{1, 0, 2, 1}[h.level]
}

// titlePattern matches the end of a title, folded.
var titlePattern = regexp.MustCompile(`((信息公开|政务公开).{0,10}|信息(主动|依申请)公开.{0,14})(报告书?|年报)(\([^()]{0,14}\))?$`)

var yearInTitle = regexp.MustCompile(`((?:19|20|2[Oo〇○])\d\d|[一二][〇○Oo0零九][〇○Oo0零一二三四五六七八九]{2}|二[〇○Oo0零][〇○Oo0零\d]\d)(?:年|\)?$|政府信息|信息公开|政务公开)`)

// isTitle reports whether a line can be the title of a report.
func isTitle(line string) bool {
	if len(line) > 4*headingLimit || strings.ContainsAny(line, "。；，》") {
		return false
	}
	return titlePattern.MatchString(plainScript(fold(line)))
}

// dateLine matches a line that is a date and perhaps a body in front of it.
var dateLine = regexp.MustCompile(`^\(?(.{0,40}?)\(?((?:19|20)\d\d|[一二][〇○Oo0零九][〇○Oo0零一二三四五六七八九]{2})年(\d{1,2}|[元一二三四五六七八九十]{1,3})月(\d{1,2}|[一二三四五六七八九十]{1,3})[日号](?:印发|发布|公布|编制)?\)?[。.]?(?:\((?:盖章|公章|印章|章)\))?$`)

// Words at the start of a line that belong to a site, not to a report.
var siteLine = regexp.MustCompile(`^\d{4}年\d{1,2}月\d{1,2}日星期|^\(?(?:发布(?:日期|时间|机构)|发文(?:日期|机关)|成文日期|生成日期|信息来源|来源|稿源|作者|责任编辑|编辑|浏览(?:次数|量)?|访问(?:次数|量)|点击(?:率|数|次数|量)|阅读(?:次数|量|数)?|字号|字体|索引号|文号|分享|打印|关闭|保存|收藏|扫一扫|当前位置|您(?:现在)?(?:的|所在的?)?位置|您当前的位置|首页|上一篇|下一篇|上一条|下一条|主办|承办|版权所有|网站标识码|备案号|ICP备|.{0,4}公网安备|技术支持|网站地图|联系我们|相关链接|相关文档|相关附件|返回顶部)`)

// isSiteLine reports whether a line is of the page around the report.
func isSiteLine(line string) bool {
	return len(line) < 200 && siteLine.MatchString(fold(line))
}
