package charset

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"

	"luzhou/extract"
)

// Some files were once read in a wrong character set and saved again: 涓€銆佹€讳綋
// for 一、总体. This file finds such texts and takes the mistake back. Where
// the wrong set had no character for a byte, the character is lost for good, and
// with it perhaps a digit or a tab behind it: U+FFFD stands in its place.

// mistake is one way in which bytes were read wrongly.
type mistake struct {
	name   string                                              // as findings tell it
	byteOf func(r rune) []byte                                 // bytes that were read as a character, nil for none
	read   func(b []byte) (text string, good []rune, lost int) // the same bytes read rightly
}

// mistakes in the order in which they are tried.
var mistakes = []mistake{
	{"utf-8 / gbk", gbkBytes, readUTF8},
	{"utf-8 / windows-1252", latinBytes, readUTF8},
	{"gbk / windows-1252", latinBytes, readGBK},
}

// ordinaryShare is the part of frequent characters, in percent, from which a
// text is not looked at: nothing of weight in it was read wrongly.
const ordinaryShare = 40

// minMended is how many characters taken back show a mistake, and mendedShare how
// many percent of them must be frequent ones.
const (
	minMended   = 12
	mendedShare = 30
)

// mend takes back a wrong reading of a text; found tells it.
func mend(text string) (mended string, found []extract.Finding) {
	m := mistakeIn(text)
	if m == nil {
		return text, nil
	}
	mended, places, lost := m.mend(text)
	found = append(found, extract.Find(extract.CharsetTwice, nil, m.name, places))
	if lost > 0 {
		found = append(found, extract.Find(extract.CharactersLost, nil, lost))
	}
	return mended, found
}

// Mend takes back wrong readings in a Document whose format leaves no choice of
// the character set: they happened before the text came into the file.
func Mend(doc *extract.Document) {
	if doc.Source.Charset != "" {
		return // Decode has seen to it
	}
	var all strings.Builder
	each := func(f func(s *string)) {
		for i := range doc.Blocks {
			if p := doc.Blocks[i].Paragraph; p != nil {
				f(&p.Text)
			} else if t := doc.Blocks[i].Table; t != nil {
				eachCell(t, f)
			}
		}
		for i := range doc.Notes {
			f(&doc.Notes[i].Text)
		}
	}
	each(func(s *string) {
		if all.Len() < sampleSize {
			all.WriteString(*s)
			all.WriteByte('\n')
		}
	})
	m := mistakeIn(all.String())
	if m == nil {
		return
	}
	places, lost := 0, 0
	each(func(s *string) {
		var p, l int
		*s, p, l = m.mend(*s)
		places, lost = places+p, lost+l
	})
	doc.Findings = append(doc.Findings, extract.Find(extract.CharsetTwice, nil, m.name, places))
	if lost > 0 {
		doc.Findings = append(doc.Findings, extract.Find(extract.CharactersLost, nil, lost))
	}
}

func eachCell(t *extract.Table, f func(s *string)) {
	for i := range t.Cells {
		f(&t.Cells[i].Text)
		for k := range t.Cells[i].Tables {
			eachCell(&t.Cells[i].Tables[k], f)
		}
	}
}

// mistakeIn finds the mistake in a text, nil when there is none.
func mistakeIn(text string) *mistake {
	if len(text) > sampleSize {
		text = string(sample([]byte(text)))
	}
	e := evidence{}
	for _, r := range text {
		if r >= utf8.RuneSelf {
			e.other++
			if frequent.has(r) {
				e.common++
			}
		}
	}
	if e.other < minMended/2 || e.share() >= ordinaryShare {
		return nil
	}
	var best *mistake
	most := minMended - 1
	for i := range mistakes {
		m := &mistakes[i]
		good, common := 0, 0
		m.segments(text, func(s segment) {
			if s.lost > 0 || len(s.good) < 2 {
				return
			}
			good += len(s.good)
			for _, r := range s.good {
				if frequent.has(r) {
					common++
				}
			}
		})
		if good > most && common*100 >= good*mendedShare {
			best, most = m, good
		}
	}
	return best
}

// segment is a run of characters beyond ASCII, read rightly.
type segment struct {
	from, to int    // in the text as it came
	text     string // with U+FFFD for what is lost
	good     []rune
	lost     int
	begun    bool // nothing but the beginning of one character
}

// segments calls f with each run of characters beyond ASCII.
func (m *mistake) segments(text string, f func(s segment)) {
	var buf []byte
	for i := 0; i < len(text); {
		if text[i] < utf8.RuneSelf {
			i++
			continue
		}
		s := segment{from: i}
		buf = buf[:0]
		for i < len(text) && text[i] >= utf8.RuneSelf {
			r, size := utf8.DecodeRuneInString(text[i:])
			if b := m.byteOf(r); b != nil && r != utf8.RuneError {
				buf = append(buf, b...)
			} else {
				buf = append(buf, noByte)
			}
			i += size
		}
		s.to = i
		s.text, s.good, s.lost = m.read(buf)
		s.begun = len(buf) <= 2 && buf[0] >= 0xE2 && buf[0] <= 0xEF && (len(buf) < 2 || buf[1]&0xC0 == 0x80)
		f(s)
	}
}

// noByte stands for what no byte is known of; no text has it.
const noByte = 0xFF

// mend reads a text rightly. places counts the runs it changed, lost the
// characters that could not be told. A question mark beside a lost character is
// what the wrong set put in its place.
func (m *mistake) mend(text string) (mended string, places, lost int) {
	var b strings.Builder
	from := 0
	m.segments(text, func(s segment) {
		before := text[from:s.from]
		marked := s.to < len(text) && text[s.to] == '?' || strings.Contains(text[s.from:s.to], lostText)
		if len(s.good) == 0 && (s.lost == 0 || !marked) || s.lost > len(s.good)+1 { // of another hand
			if s.begun && s.lost > 0 {
				lost++
			}
			b.WriteString(text[from:s.to])
			from = s.to
			return
		}
		if strings.HasPrefix(s.text, lostText) {
			before = strings.TrimSuffix(before, "?")
		}
		b.WriteString(before)
		b.WriteString(s.text)
		places, lost, from = places+1, lost+s.lost, s.to
		if strings.HasSuffix(s.text, lostText) && from < len(text) && text[from] == '?' {
			from++
		}
	})
	b.WriteString(text[from:])
	return b.String(), places, lost
}

const lostText = string(utf8.RuneError)

// readUTF8 reads bytes as UTF-8. A run of bytes that is none counts as one lost
// character, together with a character in front that its first byte may be of.
func readUTF8(b []byte) (text string, good []rune, lost int) {
	var out []byte
	last := 0 // length of the character before
	for len(b) > 0 {
		r, size := utf8.DecodeRune(b)
		if r != utf8.RuneError && (size != 2 || strings.ContainsRune("·×°±÷", r)) {
			out, last = append(out, b[:size]...), size
			if size > 2 {
				good = append(good, r)
			}
			b = b[size:]
			continue
		}
		if last > 2 && b[0]&0xC0 == 0x80 {
			out, good = out[:len(out)-last], good[:len(good)-1]
		}
		for len(b) > 0 {
			r, size := utf8.DecodeRune(b)
			if r != utf8.RuneError && size != 2 {
				break
			}
			b = b[size:]
		}
		out, last, lost = append(out, lostText...), 0, lost+1
	}
	return string(out), good, lost
}

// readGBK reads bytes as GBK, all of them or none: a lost byte makes wrong pairs
// of all that follow.
func readGBK(b []byte) (text string, good []rune, lost int) {
	out, err := simplifiedchinese.GBK.NewDecoder().Bytes(b)
	if text = string(out); err != nil || strings.Contains(text, lostText) {
		return text, nil, 1
	}
	return text, []rune(text), 0
}
