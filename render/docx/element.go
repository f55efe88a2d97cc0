package docx

import (
	"bytes"
	"encoding/xml"

	"github.com/unidoc/unioffice/zippkg"
)

// element is an XML element cut before its end tag, so that content can be put
// between the two halves.
//
// A report has some 400 cells of a few kinds. Each kind is marshalled from its
// schema type once, and its halves are written around the text of every cell of
// that kind: encoding/xml takes six times as long for the whole document.
type element struct {
	open, end []byte
}

// marshal returns v as an element with the given tag.
func marshal(tag string, v any) ([]byte, error) {
	var b bytes.Buffer
	err := xml.NewEncoder(&b).EncodeElement(v, xml.StartElement{Name: xml.Name{Local: tag}})
	return b.Bytes(), err
}

// cut marshals v and splits it before its end tag.
func cut(tag string, v any) (element, error) {
	data, err := marshal(tag, v)
	if err != nil {
		return element{}, err
	}
	at := len(data) - len("</"+tag+">")
	open, err := selfClosed(data[:at])
	return element{open: open, end: data[at:]}, err
}

// selfClosed shortens <a></a> to <a/>.
func selfClosed(data []byte) ([]byte, error) {
	var b bytes.Buffer
	_, err := zippkg.SelfClosingWriter{W: &b}.Write(data)
	return b.Bytes(), err
}

// part returns v as a whole part with its XML declaration.
func part(tag string, v any) ([]byte, error) {
	data, err := marshal(tag, v)
	if err != nil {
		return nil, err
	}
	data, err = selfClosed(data)
	return append([]byte(xml.Header), data...), err
}
