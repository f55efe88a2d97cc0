package docx

import (
	"bytes"
	"strings"
)

// Sniff reports whether the bytes are a zip file with a Word document in it.
// A spreadsheet, a presentation, an OpenDocument or EPUB file and a zip of
// other files are not.
func Sniff(data []byte) bool {
	if !bytes.HasPrefix(data, []byte("PK")) {
		return false
	}
	list, _ := unzip(data)
	hasTypes, hasWord := false, false
	var types entry
	for _, e := range list {
		switch k := key(e.name); {
		case k == usualMain, besideMain[k]:
			return true
		case strings.HasPrefix(k, "xl/"), strings.HasPrefix(k, "ppt/"):
			return false
		case strings.HasPrefix(k, "word/"):
			hasWord = true
		case k == key(contentTypes):
			hasTypes, types = true, e
		}
	}
	if !hasTypes || hasWord {
		return hasTypes
	}
	left := budget(maxSniffed)
	b, _ := left.read(types)
	b, _ = toUTF8(b)
	return bytes.Contains(b, []byte("wordprocessingml")) || bytes.Contains(b, []byte("ms-word"))
}

// besideMain are parts that stand in front of the main one: a package that was cut
// off before it is still a Word document.
var besideMain = map[string]bool{
	"word/_rels/document.xml.rels": true,
	"word/styles.xml":              true,
	"word/settings.xml":            true,
	"word/fonttable.xml":           true,
	"word/numbering.xml":           true,
}

// maxSniffed bounds what is inflated to recognize a package.
const maxSniffed = 1 << 20
