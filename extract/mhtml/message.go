package mhtml

import (
	"bytes"
	"mime"
	"strings"
)

// part is one entity of a message: its headers and its body as stored.
type part struct {
	media    string // lower case
	params   map[string]string
	coding   string // transfer encoding, lower case
	location string
	id       string
	body     []byte
	broken   *bool // set when the transfer encoding has errors
}

// open finds the headers a message begins with, behind blank lines and the
// separator lines of mail folders. An archive that lost its own headers begins
// with a boundary.
func open(data []byte) (*part, bool) {
	data = bytes.TrimLeft(data, "\xEF\xBB\xBF \t\r\n")
	for bytes.HasPrefix(data, []byte("From ")) {
		_, data = line(data)
	}
	if bytes.HasPrefix(data, []byte("--")) {
		mark, rest := line(data)
		if p := header(rest); p != nil && p.media != "" {
			boundary := string(bytes.TrimSpace(mark[2:]))
			return &part{media: "multipart/related", params: map[string]string{"boundary": boundary}, body: data}, boundary != ""
		}
		return nil, false
	}
	p := header(data)
	if p == nil || !strings.HasPrefix(p.media, "multipart/") && !isPage(p.media) {
		return nil, false
	}
	return p, true
}

func isPage(media string) bool { return media == "text/html" || media == "application/xhtml+xml" }

// maxHeader bounds the headers of one part.
const maxHeader = 64 << 10

// header reads header fields up to the blank line; nil when the text does not
// begin with any. It is more forgiving than net/mail, which gives up at one
// line that is no field.
func header(data []byte) *part {
	p := &part{params: map[string]string{}}
	fields := 0
	for rest := data; len(rest) > 0 && len(data)-len(rest) < maxHeader; {
		text, next := unfolded(rest)
		name, value, ok := bytes.Cut(text, []byte(":"))
		switch {
		case len(bytes.TrimSpace(text)) == 0:
			p.body = next
			if fields == 0 {
				return nil
			}
			return p
		case ok && isName(name):
			p.set(string(name), strings.TrimSpace(string(value)))
			fields++
		case fields == 0:
			return nil
		}
		rest = next
	}
	return nil
}

// unfolded returns a field with the lines that go on with it, which begin with
// white space.
func unfolded(data []byte) (field, rest []byte) {
	field, rest = line(data)
	if len(bytes.TrimSpace(field)) == 0 {
		return field, rest
	}
	field = bytes.Clone(field)
	for len(rest) > 0 && (rest[0] == ' ' || rest[0] == '\t') && len(field) < maxHeader {
		var more []byte
		more, rest = line(rest)
		field = append(append(field, ' '), bytes.TrimSpace(more)...)
	}
	return field, rest
}

func isName(name []byte) bool {
	for _, c := range name {
		if (c < '0' || c > '9') && (c < 'A' || c > 'Z') && (c < 'a' || c > 'z') && c != '-' && c != '_' && c != '.' {
			return false
		}
	}
	return len(name) > 0
}

func (p *part) set(name, value string) {
	switch strings.ToLower(name) {
	case "content-type":
		p.media, p.params = mediaType(value)
	case "content-transfer-encoding":
		p.coding = strings.ToLower(value)
	case "content-location":
		p.location = strings.Join(strings.Fields(value), "")
	case "content-id":
		p.id = strings.Trim(value, "<> ")
	}
}

// mediaType reads a content type; of one with faulty parameters what can be
// made out.
func mediaType(value string) (media string, params map[string]string) {
	if media, params, err := mime.ParseMediaType(value); err == nil {
		return media, params
	}
	params = map[string]string{}
	fields := strings.Split(value, ";")
	for _, f := range fields[1:] {
		if name, v, ok := strings.Cut(f, "="); ok {
			params[strings.ToLower(strings.TrimSpace(name))] = strings.Trim(strings.TrimSpace(v), `"'`)
		}
	}
	return strings.ToLower(strings.TrimSpace(fields[0])), params
}

// line cuts the first line off; it ends with LF, CR LF or CR alone.
func line(data []byte) (text, rest []byte) {
	n := bytes.IndexAny(data, "\r\n")
	switch {
	case n < 0:
		return data, nil
	case data[n] == '\r' && n+1 < len(data) && data[n+1] == '\n':
		return data[:n], data[n+2:]
	}
	return data[:n], data[n+1:]
}
