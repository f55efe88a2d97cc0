package charset

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"
)

// sampleSize bounds the bytes that are decoded to weigh character sets.
const sampleSize = 64 << 10

// evidence is how much a text looks like Chinese that someone wrote.
type evidence struct {
	other  int // characters beyond ASCII
	common int // of these the frequent ones
	bad    int // places that are no character
}

// share is the part of frequent characters, in percent, less a penalty for
// undecodable places. Chinese text has 40 or more; the same bytes read in
// another set have less than 10.
func (e evidence) share() int {
	if e.other == 0 {
		return 0
	}
	return (e.common - 3*e.bad) * 100 / e.other
}

// trials is a text of an unknown character set and what came of the sets it was
// tried in. A text longer than a sample is tried in part.
type trials struct {
	data []byte
	done []trial
}

type trial struct {
	set  string // its name
	text string
	bad  int
}

// whole returns the text in a set if all of it was tried in that.
func (t *trials) whole(s set) (text string, bad int, ok bool) {
	if i := slices.IndexFunc(t.done, func(d trial) bool { return d.set == s.name }); i >= 0 && len(t.data) <= sampleSize {
		return t.done[i].text, t.done[i].bad, true
	}
	return "", 0, false
}

func (t *trials) measure(s set) evidence {
	i := slices.IndexFunc(t.done, func(d trial) bool { return d.set == s.name })
	if i < 0 {
		text, bad := s.decode(sample(t.data))
		i, t.done = len(t.done), append(t.done, trial{s.name, text, bad})
	}
	e := evidence{bad: t.done[i].bad}
	for _, r := range t.done[i].text {
		if r >= utf8.RuneSelf {
			e.other++
			if frequent.has(r) {
				e.common++
			}
		}
	}
	return e
}

// sample takes a part of data that begins at the first line with a byte beyond
// ASCII, so that long ASCII heads do not fill it, and ends at a line's end.
func sample(data []byte) []byte {
	first := bytes.IndexFunc(data, func(r rune) bool { return r >= utf8.RuneSelf })
	if first < 0 || len(data) <= sampleSize {
		return data
	}
	data = data[first:]
	if len(data) <= sampleSize {
		return data
	}
	data = data[:sampleSize]
	if end := bytes.LastIndexAny(data, "\n>\r"); end > sampleSize/2 {
		data = data[:end]
	}
	return data
}

// fits tells whether the data bear out a declared set other than Unicode: next
// to nothing is undecodable, and the characters are frequent ones of Chinese or
// at least are not in another set.
func (t *trials) fits(named set) bool {
	e := t.measure(named)
	if e.bad*50 > e.other {
		return false
	}
	share := e.share()
	if share >= chineseShare || e.other < fewCharacters {
		return true
	}
	for _, s := range [...]set{gb18030Set, big5Set} {
		if s.name != named.name && t.measure(s).share() >= chineseShare {
			return false
		}
	}
	return true
}

// fewCharacters is how many characters are too few to contradict a name.
const fewCharacters = 4

// chineseShare is the share from which a text is taken for Chinese.
const chineseShare = 20

// weigh picks between the sets that files without a declaration come in. clear
// tells whether the characters speak for it; otherwise it is the customary one.
func (t *trials) weigh(v view) (best set, clear bool) {
	gb, big5 := t.measure(gb18030Set), t.measure(big5Set)
	switch {
	case big5.share() >= chineseShare && big5.share() > gb.share():
		return big5Set, true
	case gb.share() >= chineseShare:
		return gb18030Set, true
	case gb.bad > 0 && v.short+v.long == 0 && lonely(t.data):
		return windows1252Set, false
	}
	return gb18030Set, false
}

// lonely tells whether bytes beyond ASCII stand alone between ASCII letters, as
// the accented letters and quotation marks of Western text do. A code of four
// bytes of GB18030, such as its no-break space, has two of them, with digits.
func lonely(data []byte) bool {
	single, joined := 0, 0
	for i := 0; i < len(data); i++ {
		if data[i] < utf8.RuneSelf {
			continue
		}
		run := i
		for run < len(data) && data[run] >= utf8.RuneSelf {
			run++
		}
		switch {
		case run-i > 1:
			joined++
		case run+2 < len(data) && digit(data[run]) && data[run+1] >= utf8.RuneSelf && digit(data[run+2]):
			joined++
			run += 2
		default:
			single++
		}
		i = run
	}
	return single > 10*joined
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

// frequent holds the characters that make up about half of any Chinese text of
// an office: the most frequent ones of the language, the words of these
// reports, in both scripts, and the punctuation.
var frequent = members(`，。、：；（）《》“”？！－—　·％
的一是在不了有人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经
十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形
相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展
五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先
回则任取据处理申请信息依法公开予计规章行政许可务市县乡镇村委办公厅局府关申诉讼维持纠责复议收费金额元项目数量单位主管服务机构
六七八百千万零〇号院省州城街科技企教育卫医农林财税监督检查落实完善加强推进群众网站平台领导工作报告年度情况
這個為時來們於對會發動說產種後學經進著過電裡現實體機當點從業還開樣與關線內數氣變條沒結問無軍題黨員總設長頭資邊級圖統組見計別運農
幾區強決幹戰則據處請條訊規許務鄉鎮廳訴訟維責復議費額項單構號衛醫財稅監檢實網臺領報況`)

// charSet is a set of characters of the Basic Multilingual Plane, a bit for each:
// every character of every text is looked up.
type charSet [1 << 16 / 64]uint64

func members(list string) *charSet {
	var s charSet
	for _, r := range strings.ReplaceAll(list, "\n", "") {
		s[r/64] |= 1 << (r % 64)
	}
	return &s
}

func (s *charSet) has(r rune) bool { return r < 1<<16 && s[r/64]&(1<<(r%64)) != 0 }
