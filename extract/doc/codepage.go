package doc

import (
	"unicode/utf16"

	"luzhou/extract/charset"
)

// Text stored in bytes is Windows-1252 by the format ([MS-DOC] 2.9
// FcCompressed), but converters of Chinese systems put GBK there. It counts as
// such when the file is of mainland China and its bytes leave no doubt: those
// above ASCII all come in pairs of GB/T 2312, and there are some.

// certainPairs is how many characters it takes: that many pairs of accented
// letters do not stand in a Chinese file.
const certainPairs = 4

// secondByte stands where the second byte of a character was; it shows nothing.
const secondByte = 0x7F

const (
	lidChina     = 0x0804
	lidSingapore = 0x1004
	pageGBK      = 936
)

// readGBK decodes the pieces stored in bytes where they hold GBK.
func (f *file) readGBK() {
	if lid, _ := f.main.u16(6); lid != lidChina && lid != lidSingapore {
		return
	}
	total := 0
	for i := range f.pieces {
		if p := &f.pieces[i]; !p.wide {
			n, ok := pairs(f.main[p.fc : p.fc+p.lim-p.cp])
			if !ok {
				return
			}
			total += n
		}
	}
	if total < certainPairs {
		return
	}
	f.gbk = true
	for i := range f.pieces {
		if p := &f.pieces[i]; !p.wide {
			p.units = unitsOf(f.main[p.fc : p.fc+p.lim-p.cp])
		}
	}
}

// pairs counts the characters of two bytes; ok is false when other bytes above
// ASCII occur.
func pairs(b []byte) (n int, ok bool) {
	for i := 0; i < len(b); i++ {
		if b[i] < 0x80 {
			continue
		}
		if b[i] < 0xA1 || b[i] > 0xF7 || i+1 == len(b) || b[i+1] < 0xA1 || b[i+1] == 0xFF {
			return 0, false
		}
		n++
		i++
	}
	return n, true
}

// unitsOf decodes GBK, one unit for each byte so that positions stay.
func unitsOf(b []byte) []uint16 {
	units := make([]uint16, len(b))
	for i := 0; i < len(b); i++ {
		if b[i] < 0x80 {
			units[i] = uint16(b[i])
			continue
		}
		text, _ := charset.DecodeCodePage(pageGBK, b[i:i+2])
		units[i] = utf16.Encode([]rune(text))[0]
		i++
		units[i] = secondByte
	}
	return units
}
