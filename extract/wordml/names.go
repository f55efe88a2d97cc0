package wordml

import "luzhou/extract/tags"

// Namespaces of the elements this reader knows; prefixes differ between writers.
const (
	otherSpace tags.Space = iota
	wordSpace
	hintSpace // what Word computed when it saved
	amlSpace  // annotations: tracked changes, comments, bookmarks
	vmlSpace
	officeSpace
	packageSpace
)

var spaces = map[string]tags.Space{
	"http://schemas.microsoft.com/office/word/2003/wordml":  wordSpace,
	"http://schemas.microsoft.com/office/word/2003/auxHint": hintSpace,
	"http://schemas.microsoft.com/aml/2001/core":            amlSpace,
	"urn:schemas-microsoft-com:vml":                         vmlSpace,
	"urn:schemas-microsoft-com:office:office":               officeSpace,
	"http://schemas.microsoft.com/office/2006/xmlPackage":   packageSpace,
}

// on reads a switch: present without a value means on.
func on(e tags.Event) bool {
	switch e.Attr("val") {
	case "off", "false", "0":
		return false
	}
	return true
}
