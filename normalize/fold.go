package normalize

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Marks that an extractor of an earlier day left in the text, not part of any label.
var leftovers = regexp.MustCompile(`\[bookmark:[^\]]*\]`)

func withoutLeftovers(s string) string {
	if strings.IndexByte(s, '[') < 0 || !strings.Contains(s, "[bookmark:") {
		return s
	}
	return leftovers.ReplaceAllString(s, "")
}

// isUnseen reports whether a character shows nothing, such as a place where a line
// may break and the marks for the direction of writing that come with figures
// copied from other programs.
func isUnseen(r rune) bool {
	return r >= 0x200b && r <= 0x200f || r >= 0x202a && r <= 0x202e || r >= 0x2060 && r <= 0x2069 || r == 0xfeff || r == 0xad
}

// unseenStarts are the first bytes of such characters: few lines have any of them.
var unseenStarts = []string{"\xe2\x80", "\xe2\x81", "\xef\xbb\xbf", "\xc2\xad"}

// asSeen is a line of text without the characters that show nothing. Those that
// join two others stay.
func asSeen(line string) string {
	line = withoutLeftovers(line)
	if !slices.ContainsFunc(unseenStarts, func(start string) bool { return strings.Contains(line, start) }) {
		return line
	}
	return strings.Map(func(r rune) rune {
		if isUnseen(r) && r != 0x200c && r != 0x200d {
			return -1
		}
		return r
	}, line)
}

// foldRune maps the ways one character of a label is typed to one of them; 0
// drops it. Full-width forms, brackets and quotes differ from file to file.
func foldRune(r rune) rune {
	switch {
	case isHan(r) && r != '它' && r != '丶', r >= '0' && r <= '9': // nearly all
		return r
	case unicode.IsSpace(r), isUnseen(r):
		return 0
	case unicode.IsControl(r):
		return 0
	case r >= 0xff01 && r <= 0xff5e:
		r -= 0xfee0
	}
	if f, ok := foldTable[r]; ok {
		return f
	}
	return r
}

var foldTable = map[rune]rune{
	'〔': '(', '〕': ')', '【': '(', '】': ')', '[': '(', ']': ')', '﹙': '(', '﹚': ')',
	'“': 0, '”': 0, '„': 0, '‘': 0, '’': 0, '"': 0, '\'': 0, '「': 0, '」': 0, '『': 0, '』': 0, '〝': 0, '〞': 0,
	'∕': '/', '⁄': '/', '．': '.', '｡': '。', '﹑': '、', '､': '、',
	'它': '他', // 其它 for 其他
	'丶': '、',
}

// fold makes the wordings of one label equal: no white space, one width, one
// kind of bracket, no quotes.
func fold(s string) string {
	s = withoutLeftovers(s)
	var b strings.Builder
	from := 0 // of what is not written yet
	for i, r := range s {
		f := foldRune(r)
		if f == r {
			continue
		}
		if b.Cap() == 0 {
			b.Grow(len(s))
		}
		b.WriteString(s[from:i])
		if f != 0 {
			b.WriteRune(f)
		}
		from = i + utf8.RuneLen(r)
	}
	if from == 0 {
		return s
	}
	b.WriteString(s[from:])
	return b.String()
}

// splitNumber cuts the leading number off a folded text. level is 1 for 一、 and
// 第一部分, 2 for （一）, (1), ㈠ and ⑴, 3 for 1., ① and ⒈, and 0 when there is none.
func splitNumber(folded string) (number, level int, rest string) {
	first, size := utf8.DecodeRuneInString(folded)
	if !startsNumber(first) {
		return 0, 0, folded
	}
	if number, level = ownNumber(first); level > 0 {
		return number, level, cutAny(folded[size:], "、.")
	}
	for i, one := range []string{"—、", "(—)"} { // a dash in place of 一
		if rest, ok := strings.CutPrefix(folded, one); ok {
			return 1, i + 1, rest
		}
	}
	s, bracket := strings.CutPrefix(folded, "(")
	s, ordinal := strings.CutPrefix(s, "第")
	han, afterHan := cutDigits(s, isHanDigit, 3)
	arabic, afterArabic := cutDigits(s, isDigit, 2)
	switch {
	case bracket && !ordinal && han+arabic != "":
		if han == "" {
			afterHan = afterArabic
		}
		if rest, ok := strings.CutPrefix(afterHan, ")"); ok {
			return numeral(han + arabic), 2, cutAny(rest, "、.")
		}
	case bracket:
	case ordinal && han != "" && strings.HasPrefix(afterHan, "项"):
		words := strings.TrimPrefix(afterHan, "项")
		if rest := cutAny(words, "、:："); rest != words {
			return numeral(han), 1, rest
		}
	case ordinal && han != "":
		for _, o := range ordinals {
			if rest, ok := strings.CutPrefix(afterHan, o.noun); ok {
				return numeral(han), o.level, cutAny(rest, "、.,:：")
			}
		}
	case han != "":
		if rest, ok := strings.CutPrefix(afterHan, ")"); ok { // 一）, its first bracket left out
			return numeral(han), 2, cutAny(rest, "、.")
		}
		if rest := cutAny(afterHan, "、.,:：章"); rest != afterHan {
			return numeral(han), 1, rest
		}
	case !ordinal && arabic != "":
		rest := cutAny(afterArabic, "、.,)")
		if rest != afterArabic && (rest == "" || rest[0] < '0' || rest[0] > '9') {
			return numeral(arabic), 3, rest
		}
	case !ordinal && romanRest(s) != s:
		r, _ := utf8.DecodeRuneInString(s)
		return int(r-'Ⅰ') + 1, 1, romanRest(s)
	}
	return 0, 0, folded
}

// ordinals are the nouns behind 第 and a number that head a piece of text.
var ordinals = []struct {
	noun  string
	level int
}{{"部分", 1}, {"章", 1}, {"节", 2}}

// ownNumbers are runs of characters that each write a number with its marks.
var ownNumbers = []struct {
	first, last rune
	level       int
}{{'①', '⑳', 3}, {'⑴', '⒇', 2}, {'⒈', '⒛', 3}, {'㈠', '㈩', 2}}

// ownNumber reads a character that writes a number with its marks; level is 0
// when it does not.
func ownNumber(r rune) (number, level int) {
	for _, n := range ownNumbers {
		if r >= n.first && r <= n.last {
			return int(r-n.first) + 1, n.level
		}
	}
	return 0, 0
}

// romanRest is what follows a roman number and its mark, or all of s.
func romanRest(s string) string {
	if r, size := utf8.DecodeRuneInString(s); r >= 'Ⅰ' && r <= 'Ⅻ' {
		if rest := cutAny(s[size:], "、.,:"); rest != s[size:] {
			return rest
		}
	}
	return s
}

// startsNumber reports whether a number may begin with a character.
func startsNumber(r rune) bool {
	switch {
	case r == '(', r == '第', r == '—', isDigit(r), r >= 'Ⅰ' && r <= 'Ⅻ', r >= '①' && r <= '⒛', r >= '㈠' && r <= '㈩':
		return true
	}
	return isHanDigit(r)
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func isHanDigit(r rune) bool {
	switch r {
	case '一', '二', '三', '四', '五', '六', '七', '八', '九', '十':
		return true
	}
	return false
}

// cutDigits splits off at most n leading digits; none when more follow.
func cutDigits(s string, digit func(rune) bool, n int) (digits, rest string) {
	end := 0
	for i, r := range s {
		if !digit(r) {
			break
		}
		if n--; n < 0 {
			return "", s
		}
		end = i + utf8.RuneLen(r)
	}
	return s[:end], s[end:]
}

// cutAny drops the first character when it is one of the set.
func cutAny(s, set string) string {
	first, size := utf8.DecodeRuneInString(s)
	for _, r := range set {
		if r == first {
			return s[size:]
		}
	}
	return s
}

// numeral reads a Chinese or decimal number below 100.
func numeral(s string) int {
	n, ten := 0, false
	for _, r := range s {
		switch {
		case r >= '0' && r <= '9':
			n = n*10 + int(r-'0')
		case r == '十':
			n, ten = max(n, 1)*10, true
		default:
			d := strings.IndexRune("一二三四五六七八九", r)/3 + 1
			if ten {
				n += d
			} else {
				n = n*10 + d
			}
		}
	}
	return n
}

// loose is what is compared when a label's number and punctuation are left aside.
func loose(folded string) string {
	_, words := looseNumber(folded)
	return words
}

// looseNumber splits a folded label into its number, 0 for none, and its loose words.
func looseNumber(folded string) (number int, words string) {
	number, _, rest := splitNumber(folded)
	converted := false
	words = strings.Map(func(r rune) rune {
		switch {
		case isHan(r): // nearly all
			s := simple(r)
			converted = converted || s != r
			return s
		case unicode.IsPunct(r) && r != '/' && r != '(' && r != ')':
			return -1
		}
		return r
	}, rest)
	if converted {
		words = otherWords.Replace(words)
	}
	return number, words
}

// otherWords are words of the forms that a conversion to traditional characters
// replaces by those of Taiwan, in simplified ones. No form has them otherwise.
var otherWords = strings.NewReplacer("档案", "文件", "资讯", "信息", "资料", "数据")

// plainScript is a text in simplified characters and the words of the forms, of
// the same length in bytes.
func plainScript(s string) string {
	if !isTraditional(s) {
		return s
	}
	return otherWords.Replace(strings.Map(simple, s))
}

// simplified maps the traditional characters of the forms' words.
var simplified = simplifiedTable("處处決决總总計计項项數数結结維维糾纠訴诉訟讼複复復复議议開开關关產产業业機机構构團团體体織织務务屬属於于國国祕秘護护權权類类內内過过執执檔档詢询個个無无當当書书確确認认獲获請请應应為为單单費费購购額额採采徵征規规範范許许對对強强製制現现種种條条責责貫贯徹彻進进況况報报題题問问濟济經经繼继續续聯联間间組组續续轉转補补誌志訊讯覆复據据實实會会職职權权閉闭稅税醫医學学啟启發发車车運运動动際际歷历屆届縣县鄉乡鎮镇區区廳厅黨党員员辦办證证級级質质觀观標标準准創创優优劃划財财預预設设災灾環环衛卫險险貿贸農农場场陽阳廣广東东長长門门龍龙馬马鳳凤島岛灣湾灘滩雲云風风飛飞鳥鸟魚鱼麥麦黃黄齊齐" +
	"舉举眾众衆众傳传減减參参號号審审廢废沒没點点熱热穩稳納纳線线絡络統统繳缴罰罚輿舆記记訪访試试說说讀读談谈這这聞闻資资後后係系祇只佈布爲为監监錄录員员訓训話话編编時时進进")

// hanBlock is where the common Chinese characters begin, hanSize how many there are.
const (
	hanBlock = 0x4e00
	hanSize  = 0x5200
)

// simplifiedTable makes a table by character of pairs of a traditional and a
// simplified one; 0 stands for itself.
func simplifiedTable(pairs string) *[hanSize]rune {
	table, list := new([hanSize]rune), []rune(pairs)
	for i := 0; i+1 < len(list); i += 2 {
		table[list[i]-hanBlock] = list[i+1]
	}
	return table
}

// isHan reports whether a character is one of the common Chinese ones.
func isHan(r rune) bool { return r >= hanBlock && r < hanBlock+hanSize }

// simple is the simplified form of a character.
func simple(r rune) rune {
	if isHan(r) {
		if s := simplified[r-hanBlock]; s != 0 {
			return s
		}
	}
	return r
}

// isTraditional reports whether a text holds a character that has a simplified form.
func isTraditional(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return simple(r) != r })
}

// Marks of notes at the end of a folded label, and a unit behind a stroke.
const noteMarks = "*※#†‡¹²³⁴⁵⁶⁷⁸⁹①②③④⑤⑥⑦⑧⑨⑩"

var noteWord = regexp.MustCompile(`(?:注\d{0,2}|[/,](?:件|项|个|宗|万元|元))$`)

// withoutRemark drops bracketed explanations at the end of a folded label, the
// mark of a note and the unit behind a stroke.
func withoutRemark(s string) string {
	s = strings.TrimRight(s, noteMarks)
	if last, _ := utf8.DecodeLastRuneInString(s); isDigit(last) || strings.ContainsRune("注件项个宗元", last) {
		s = noteWord.ReplaceAllString(s, "")
	}
	for strings.HasSuffix(s, ")") {
		i := strings.LastIndex(s, "(")
		if i <= 0 {
			break
		}
		s = s[:i]
	}
	return s
}

// editDistance is the Levenshtein distance of two texts in characters, or
// limit+1 when it is more than limit.
func editDistance(a, b string, limit int) int {
	x, y := []rune(a), []rune(b)
	if len(x)-len(y) > limit || len(y)-len(x) > limit {
		return limit + 1
	}
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i := range x {
		corner := row[0]
		row[0] = i + 1
		best := row[0]
		for j := range y {
			cost := corner
			if x[i] != y[j] {
				cost++
			}
			corner = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
			best = min(best, row[j+1])
		}
		if best > limit {
			return limit + 1
		}
	}
	return min(row[len(y)], limit+1)
}
