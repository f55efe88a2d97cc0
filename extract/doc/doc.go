// Package doc reads the binary files of Word 97 to 2003 ([MS-DOC]).
//
// Bytes go in, a Document comes out. It refuses files of Word 95 and older,
// encrypted and rights-protected files, other OLE2 files, and files whose text
// cannot be found at all; damage elsewhere is a finding.
//
//	[x] 8-bit and 16-bit text in any number of pieces, fast-saved files
//	[x] paragraph and character properties, styles, properties of pieces
//	[x] tables: edges of each row, horizontal and vertical merging, nesting
//	[x] fields (result shown, code not), hidden text, symbols
//	[x] tracked changes: as if accepted; paragraph marks and rows too
//	[x] automatic numbers of lists
//	[x] footnotes and endnotes; text boxes behind the block of their anchor
//	[-] text in bytes of another code page than 1252: GBK, where there is no doubt
//	[-] text boxes in grouped shapes (anchor found by their order)
//	[-] headers, footers, comments, pictures, embedded objects: counted
//	[ ] automatic numbers of Word 95 and older (ANLD); fields without a result, such as formulas: told
//	[ ] macros, links, document properties
package doc

import (
	"bytes"

	"luzhou/extract"
)

// Format is the reader of Word 97-2003 files.
var Format = extract.Format{
	Name: "doc",
	Info: extract.Text{
		ZH: "Word 97-2003 二进制文档（.doc）",
		EN: "Word 97-2003 binary document (.doc)",
	},
	Sniff: sniff,
	Read:  read,
}

// sniff accepts what read has something to say about: Word files, also too
// old, encrypted or damaged ones. Other OLE2 files (workbooks, mails) are not.
func sniff(data []byte) bool {
	if isOldWord(data) {
		return true
	}
	c, ok := openCompound(data)
	if !ok {
		return bytes.HasPrefix(data, signature) && len(data) > 514 && data[512] == 0xEC && data[513] == 0xA5
	}
	top := c.top()
	_, word := find(top, "WordDocument")
	return word || protected(top) != nil
}

// isOldWord recognizes Word for Windows 1 and 2 and Word for Mac 4 and 5,
// which stored no compound file.
func isOldWord(data []byte) bool {
	for _, magic := range []string{"\xDB\xA5\x2D\x00", "\x9B\xA5\x21\x00", "\xFE\x37\x00\x1C", "\xFE\x37\x00\x23"} {
		if bytes.HasPrefix(data, []byte(magic)) {
			return true
		}
	}
	return false
}
