package odt

import "luzhou/extract/tags"

// Namespaces of OpenDocument.
const (
	otherSpace tags.Space = iota
	officeSpace
	textSpace
	tableSpace
	styleSpace
	drawSpace
	svgSpace
	formSpace
)

// extension is the namespace in which LibreOffice writes what ODF does not
// have yet, such as tables inside of shapes, under the names of ODF.
const extension = "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"

const namespace = "urn:oasis:names:tc:opendocument:xmlns:"

var spaces = map[string]tags.Space{
	namespace + "office:1.0":         officeSpace,
	namespace + "text:1.0":           textSpace,
	namespace + "table:1.0":          tableSpace,
	namespace + "style:1.0":          styleSpace,
	namespace + "drawing:1.0":        drawSpace,
	namespace + "svg-compatible:1.0": svgSpace,
	namespace + "form:1.0":           formSpace,
	extension:                        tableSpace,
}
