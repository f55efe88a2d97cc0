package wordml

import (
	"encoding/xml"
	"slices"
	"strings"

	"luzhou/extract"
	"luzhou/extract/docx"
	"luzhou/extract/tags"
)

// readPackage takes the XML parts out of a flat package (ECMA-376 part 2 in one
// file, as Word saves it) and reads them as DOCX. Binary parts are pictures and
// objects, which the body refers to and which are counted there.
func readPackage(text string) (*extract.Document, error) {
	p := flat{Scanner: tags.New(text, spaces), text: text, parts: map[string][]byte{}}
	for e := p.Next(); e.Kind != tags.End; e = p.Next() {
		if e.Kind == tags.Open && e.Space == packageSpace {
			p.element(e)
		}
	}
	if len(p.parts) == 0 {
		return nil, extract.Refuse(extract.RefusedDamaged, extract.Text{ZH: "没有部件", EN: "no parts"})
	}
	doc, err := docx.ReadParts(p.parts)
	if err != nil {
		return nil, err
	}
	doc.Findings = append(damage(p.Scanner), doc.Findings...)
	return doc, nil
}

// flat collects the parts of a flat package.
type flat struct {
	*tags.Scanner
	text  string
	parts map[string][]byte
	outer []declaration // outside the parts
}

func (p *flat) element(e tags.Event) {
	switch e.Local {
	case "package":
		p.outer = namespaces(e)
	case "part":
		name := strings.TrimPrefix(e.Attr("name"), "/")
		outer := append(slices.Clip(p.outer), namespaces(e)...)
		p.Within(func(e tags.Event) { p.content(name, outer, e) })
	}
}

// content keeps the bytes of the XML of a part. The first of a name counts.
func (p *flat) content(name string, outer []declaration, e tags.Event) {
	if e.Kind != tags.Open || e.Space != packageSpace {
		return
	}
	if e.Local != "xmlData" {
		p.Skip()
		return
	}
	start := p.Offset()
	end := start
	p.Within(func(tags.Event) { end = p.Offset() })
	if p.Cut {
		end = len(p.text) // the reader of the part goes as far as it can
	}
	if _, twice := p.parts[name]; !twice {
		p.parts[name] = inherit(p.text[start:end], append(outer, namespaces(e)...))
	}
}

// declaration is a namespace as a tag declares it.
type declaration struct{ name, value string }

// namespaces returns what a tag declares, but for the namespace of the package.
func namespaces(e tags.Event) []declaration {
	var list []declaration
	for name, value := range e.Attrs() {
		if strings.HasPrefix(name, "xmlns") && spaces[value] != packageSpace {
			list = append(list, declaration{name, value})
		}
	}
	return list
}

// inherit declares in the root element of a part the prefixes it has from the
// elements around it.
func inherit(part string, outer []declaration) []byte {
	at := strings.IndexByte(part, '<')
	if at < 0 || len(outer) == 0 {
		return []byte(part)
	}
	tag, _, _ := strings.Cut(part[at:], ">")
	name := strings.IndexAny(tag, " \t\r\n/")
	if name < 0 {
		name = len(tag)
	}
	var added strings.Builder
	for _, d := range outer {
		mark := " " + d.name + `="`
		if strings.Contains(tag, mark[1:len(mark)-1]) || strings.Contains(added.String(), mark) {
			continue
		}
		added.WriteString(mark)
		_ = xml.EscapeText(&added, []byte(d.value)) // a builder takes everything
		added.WriteByte('"')
	}
	return []byte(part[:at+name] + added.String() + part[at+name:])
}
