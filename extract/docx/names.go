package docx

import "strings"

// space is a namespace this reader tells apart; transitional and strict
// documents (ECMA-376 parts 4 and 1) name the same ones differently.
type space uint8

const (
	otherSpace  space = iota
	wordSpace         // WordprocessingML
	compatSpace       // markup compatibility: mc:AlternateContent
	mathSpace         // Office Math
	relSpace          // package relationships
)

var spaces = map[string]space{
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main": wordSpace,
	"http://purl.oclc.org/ooxml/wordprocessingml/main":             wordSpace,
	"http://schemas.openxmlformats.org/markup-compatibility/2006":  compatSpace,
	"http://schemas.openxmlformats.org/officeDocument/2006/math":   mathSpace,
	"http://purl.oclc.org/ooxml/officeDocument/math":               mathSpace,
	"http://schemas.openxmlformats.org/package/2006/relationships": relSpace,
}

var usualPrefixes = map[string]space{
	"w": wordSpace, "mc": compatSpace, "m": mathSpace,
}

// understood says whether a branch of mc:AlternateContent that requires these
// prefixes is read: the vocabularies of Word itself, which hold the text boxes.
func (x *scanner) understood(requires string) bool {
	if len(requires) > maxRequires {
		return false
	}
	for prefix := range strings.FieldsSeq(requires) {
		uri := x.lookup([]byte(prefix)).uri
		known := false
		for _, family := range wordFamilies {
			known = known || strings.HasPrefix(uri, family)
		}
		if !known {
			return false
		}
	}
	return true
}

// maxRequires bounds the work on a list of prefixes.
const maxRequires = 256

var wordFamilies = []string{
	"http://schemas.microsoft.com/office/",
	"http://schemas.openxmlformats.org/",
	"http://purl.oclc.org/ooxml/",
	"urn:schemas-microsoft-com:",
}
