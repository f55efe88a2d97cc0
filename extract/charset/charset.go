// Package charset turns the bytes of a text into characters. In go the bytes
// and the name of a character set, if the file gives one; out come the text,
// the name of the set that was used, and a finding for whatever was odd.
//
// The order of trust is: a byte-order mark, UTF-16 by its zero bytes, the
// declared name if the bytes bear it out, strict UTF-8, and then GB18030, Big5
// or Windows-1252, whichever gives common characters. Every label of the GB
// family is read as GB18030, because a GBK decoder turns four-byte codes into
// digits without an error. Nothing is refused: undecodable bytes become U+FFFD
// and are counted. Text that was read in a wrong set before it was saved is read
// rightly, as far as nothing of it was lost.
package charset

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"

	"luzhou/extract"
)

// set is a character set: its WHATWG name in lower case and its decoder.
type set struct {
	name   string
	decode func([]byte) (text string, bad int)
}

var (
	utf8Set        = set{"utf-8", decodeUTF8}
	utf16LE        = set{"utf-16le", func(b []byte) (string, int) { return decodeUTF16(b, 0) }}
	utf16BE        = set{"utf-16be", func(b []byte) (string, int) { return decodeUTF16(b, 1) }}
	gb18030Set     = encoded("gb18030", simplifiedchinese.GB18030)
	big5Set        = encoded("big5", traditionalchinese.Big5)
	windows1252Set = encoded("windows-1252", charmap.Windows1252)
)

func encoded(name string, enc encoding.Encoding) set {
	return set{name, func(b []byte) (string, int) { return decodeWith(enc, b) }}
}

var marks = []struct {
	mark string
	set
}{
	{"\xEF\xBB\xBF", utf8Set},
	{"\xFF\xFE", utf16LE},
	{"\xFE\xFF", utf16BE},
	{"\x84\x31\x95\x33", gb18030Set},
}

// Decode returns the characters of data without a byte-order mark. declared is
// the name the file gives to its character set, or empty.
func Decode(data []byte, declared string) (text, name string, findings []extract.Finding) {
	named, known := lookup(declared)
	t := trials{data: data}
	s, body, certain := marked(data)
	if !certain {
		s, certain = t.chosen(named, known)
	}
	text, bad, tried := t.whole(s)
	if !tried {
		text, bad = s.decode(body)
	}
	switch {
	case known && named.name != s.name:
		findings = append(findings, extract.Find(extract.CharsetLied, nil, printable(declared), s.name))
	case !known && !certain:
		findings = append(findings, extract.Find(extract.CharsetGuessed, nil, s.name))
	}
	if bad > 0 {
		findings = append(findings, extract.Find(extract.BytesUndecodable, nil, bad, s.name))
	}
	text, mended := mend(text)
	return text, s.name, append(findings, mended...)
}

// marked finds the character set from a byte-order mark or, for UTF-16 without
// one, from its zero bytes. body is the data after the mark.
func marked(data []byte) (s set, body []byte, ok bool) {
	for _, m := range marks {
		if bytes.HasPrefix(data, []byte(m.mark)) {
			return m.set, data[len(m.mark):], true
		}
	}
	if s, ok := zeroBytes(data); ok {
		return s, data, true
	}
	return set{}, data, false
}

// chosen picks the character set of unmarked data. certain tells whether the
// bytes alone show it, without weighing characters.
func (t *trials) chosen(named set, known bool) (s set, certain bool) {
	const few = 3
	if known && named.name == utf8Set.name && utf8.Valid(t.data) {
		return named, true
	}
	if known && strings.HasPrefix(named.name, "utf-16") {
		known = false // its zero bytes would have shown it
	}
	view := survey(t.data)
	switch {
	case view.ascii && known && named.name != "iso-2022-jp" && named.name != "hz-gb-2312":
		return named, true
	case view.ascii && !known:
		return utf8Set, true
	case view.bad == 0 && (view.long > 0 || known && named.name == utf8Set.name):
		return utf8Set, true
	case view.bad > 0 && view.long > few && 4*view.long > view.bad:
		return utf8Set, true // spoiled, or pieced together: other sets hardly ever give long sequences
	}
	if known && named.name != utf8Set.name && t.fits(named) {
		return named, true
	}
	best, clear := t.weigh(view)
	switch {
	case clear:
		return best, false
	case known:
		return named, true // the bytes show nothing better
	case view.bad == 0:
		return utf8Set, true
	}
	return best, false
}

// view is what a survey of bytes as UTF-8 shows.
type view struct {
	ascii bool
	short int // valid sequences of two bytes: also frequent by chance in GBK
	long  int // valid sequences of three or four bytes
	bad   int // bytes that belong to no valid sequence
}

func survey(data []byte) view {
	v := view{ascii: true}
	for i := 0; i < len(data); {
		if data[i] < utf8.RuneSelf {
			i++
			continue
		}
		v.ascii = false
		r, size := utf8.DecodeRune(data[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			v.bad++
		case size == 2:
			v.short++
		default:
			v.long++
		}
		i += size
	}
	return v
}

// lookup resolves a declared name. The GB family is one.
func lookup(declared string) (s set, ok bool) {
	label := strings.ToLower(strings.Trim(declared, " \t\r\n\"'`;"))
	if other, ok := aliases[label]; ok {
		label = other
	}
	switch label {
	case "":
		return set{}, false
	case "utf-16", "utf-16le", "unicode", "ucs-2":
		return utf16LE, true
	case "utf-16be":
		return utf16BE, true
	case "utf-8":
		return utf8Set, true
	case "gb18030":
		return gb18030Set, true
	case "hz-gb-2312":
		return encoded(label, simplifiedchinese.HZGB2312), true
	}
	enc, err := htmlindex.Get(label)
	if err != nil {
		return set{}, false
	}
	name, err := htmlindex.Name(enc)
	switch {
	case err != nil || name == "replacement" || name == "x-user-defined":
		return set{}, false
	case name == "gbk":
		return gb18030Set, true
	case name == "utf-8":
		return utf8Set, true
	case name == "utf-16le":
		return utf16LE, true
	case name == "utf-16be":
		return utf16BE, true
	}
	return encoded(name, enc), true
}

// aliases adds labels met in old Chinese pages and mails that the Encoding
// Standard of the WHATWG does not list.
var aliases = map[string]string{
	"utf8":              "utf-8",
	"utf_8":             "utf-8",
	"gb":                "gb18030",
	"gb-2312":           "gb18030",
	"gb2312-80":         "gb18030",
	"gb2312_80":         "gb18030",
	"gb_18030":          "gb18030",
	"gb-18030":          "gb18030",
	"gb18030-2000":      "gb18030",
	"gb18030-2022":      "gb18030",
	"cp936":             "gb18030",
	"ms936":             "gb18030",
	"936":               "gb18030",
	"windows-936":       "gb18030",
	"cp54936":           "gb18030",
	"euc-cn":            "gb18030",
	"euccn":             "gb18030",
	"x-euc-cn":          "gb18030",
	"x-mac-chinesesimp": "gb18030",
	"hz":                "hz-gb-2312",
	"cp950":             "big5",
	"windows-950":       "big5",
	"big-5":             "big5",
	"big5-eten":         "big5",
	"x-mac-chinesetrad": "big5",
	"cp932":             "shift_jis",
	"windows-932":       "shift_jis",
	"sjis":              "shift_jis",
	"cp949":             "euc-kr",
	"ks_c_5601":         "euc-kr",
	"ansi":              "windows-1252",
	"latin-1":           "windows-1252",
}

// printable cuts a declared name down to what a message can hold.
func printable(name string) string {
	const longest = 40
	var b strings.Builder
	for _, r := range name {
		if r < ' ' || r == utf8.RuneError || b.Len() >= longest {
			break
		}
		b.WriteRune(r)
	}
	return b.String()
}
