package charset

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// CodePage returns the encoding of a Windows code page. 936 and its relatives
// are read as GB18030, their superset.
func CodePage(cp int) (enc encoding.Encoding, ok bool) {
	enc, ok = codePages[cp]
	return enc, ok
}

// DecodeCodePage decodes bytes of a Windows code page. An unknown code page is
// read as 1252, as Word does. Bytes that are no character become U+FFFD; bad
// counts them.
func DecodeCodePage(cp int, b []byte) (text string, bad int) {
	enc, ok := CodePage(cp)
	if !ok {
		enc = charmap.Windows1252
	}
	return decodeWith(enc, b)
}

// codePages holds the code page identifiers of Windows (its list "Code Page
// Identifiers") that the character sets of fonts and headers of Word name.
var codePages = map[int]encoding.Encoding{
	437:   charmap.CodePage437,
	708:   charmap.ISO8859_6,
	850:   charmap.CodePage850,
	852:   charmap.CodePage852,
	855:   charmap.CodePage855,
	858:   charmap.CodePage858,
	860:   charmap.CodePage860,
	862:   charmap.CodePage862,
	863:   charmap.CodePage863,
	865:   charmap.CodePage865,
	866:   charmap.CodePage866,
	874:   charmap.Windows874,
	932:   japanese.ShiftJIS,
	936:   simplifiedchinese.GB18030,
	949:   korean.EUCKR,
	950:   traditionalchinese.Big5,
	1200:  unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM),
	1201:  unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM),
	1250:  charmap.Windows1250,
	1251:  charmap.Windows1251,
	1252:  charmap.Windows1252,
	1253:  charmap.Windows1253,
	1254:  charmap.Windows1254,
	1255:  charmap.Windows1255,
	1256:  charmap.Windows1256,
	1257:  charmap.Windows1257,
	1258:  charmap.Windows1258,
	1361:  korean.EUCKR, // Johab: its ASCII part reads right, the rest is counted as bad or looks Korean
	10000: charmap.Macintosh,
	10001: japanese.ShiftJIS,       // Macintosh Japanese
	10002: traditionalchinese.Big5, // Macintosh Traditional Chinese
	10003: korean.EUCKR,            // Macintosh Korean
	10007: charmap.MacintoshCyrillic,
	10008: simplifiedchinese.GB18030, // Macintosh Simplified Chinese
	20127: charmap.Windows1252,       // US-ASCII
	20866: charmap.KOI8R,
	20932: japanese.EUCJP,
	20936: simplifiedchinese.GB18030,
	21866: charmap.KOI8U,
	28591: charmap.ISO8859_1,
	28592: charmap.ISO8859_2,
	28593: charmap.ISO8859_3,
	28594: charmap.ISO8859_4,
	28595: charmap.ISO8859_5,
	28596: charmap.ISO8859_6,
	28597: charmap.ISO8859_7,
	28598: charmap.ISO8859_8,
	28599: charmap.ISO8859_9,
	28603: charmap.ISO8859_13,
	28605: charmap.ISO8859_15,
	50220: japanese.ISO2022JP,
	51932: japanese.EUCJP,
	51936: simplifiedchinese.GB18030,
	51949: korean.EUCKR,
	52936: simplifiedchinese.HZGB2312,
	54936: simplifiedchinese.GB18030,
	65001: unicode.UTF8,
}

// decodeWith decodes all of b; bytes that are no character become U+FFFD.
func decodeWith(enc encoding.Encoding, b []byte) (text string, bad int) {
	if enc == unicode.UTF8 {
		return decodeUTF8(b)
	}
	run := leadingASCII(b)
	plain := plainASCII(enc)
	if run == len(b) && plain {
		return string(b), 0
	}
	w := decoding{from: enc.NewDecoder(), buffer: make([]byte, min(3*len(b)+8, 4<<10))}
	w.out.Grow(len(b) + len(b)/4)
	if !plain {
		w.decode(b)
		return w.out.String(), w.bad
	}
	for len(b) > 0 {
		w.out.Write(b[:run])
		b = b[run:]
		end := loneASCII(b)
		w.decode(b[:end])
		b = b[end:]
		run = leadingASCII(b)
	}
	return w.out.String(), w.bad
}

// decoding collects what a decoder gives.
type decoding struct {
	from   *encoding.Decoder
	buffer []byte
	out    strings.Builder
	bad    int // U+FFFD in out
}

// decode decodes all of b. The decoders replace what they do not know; should
// one fail all the same, what it stopped at is replaced.
func (w *decoding) decode(b []byte) {
	for len(b) > 0 {
		n, used, err := w.from.Transform(w.buffer, b, true)
		w.out.Write(w.buffer[:n])
		w.bad += bytes.Count(w.buffer[:n], []byte("\uFFFD"))
		b = b[used:]
		if err != nil && !errors.Is(err, transform.ErrShortDst) {
			w.bad += len(b)
			w.out.WriteString(strings.ToValidUTF8(string(b), "\uFFFD"))
			return
		}
	}
}

// leadingASCII returns how many bytes of ASCII b begins with.
func leadingASCII(b []byte) int {
	for i, c := range b {
		if c >= utf8.RuneSelf {
			return i
		}
	}
	return len(b)
}

// loneASCII returns where the first byte stands that is a character of its own in
// every encoding that plainASCII knows, whatever goes before it: the second and
// later bytes of a character begin at 0x30.
func loneASCII(b []byte) int {
	for i, c := range b {
		if c < 0x30 {
			return i
		}
	}
	return len(b)
}

// decodeUTF8 counts each run of bytes that starts no character as one.
func decodeUTF8(b []byte) (text string, bad int) {
	if utf8.Valid(b) {
		return string(b), 0
	}
	for rest := b; len(rest) > 0; {
		r, size := utf8.DecodeRune(rest)
		rest = rest[size:]
		if r != utf8.RuneError || size != 1 {
			continue
		}
		bad++
		for len(rest) > 0 {
			if r, size := utf8.DecodeRune(rest); r != utf8.RuneError || size != 1 {
				break
			}
			rest = rest[1:]
		}
	}
	return strings.ToValidUTF8(string(b), "\uFFFD"), bad
}

// plainASCII tells whether the bytes below 0x80 mean ASCII in the encoding, save
// behind the first byte of a character. In EUC-JP they do, but its decoder counts
// what is damaged by what follows.
func plainASCII(enc encoding.Encoding) bool {
	switch enc {
	case codePages[1200], codePages[1201], japanese.EUCJP, japanese.ISO2022JP, simplifiedchinese.HZGB2312:
		return false
	}
	return true
}
