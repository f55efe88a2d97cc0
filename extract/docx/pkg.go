package docx

import (
	"bytes"
	"encoding/binary"
	"errors"
	"net/url"
	"path"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"luzhou/extract"
)

// pkg is a package of parts and what went wrong while they were opened.
type pkg struct {
	entries map[string]entry  // packed parts, by key
	parts   map[string][]byte // unpacked parts, by key
	left    budget
	cut     bool
	damaged []string // names of parts that gave less than they hold
	bad     int      // bytes that are not UTF-8
}

// key folds a part name: names are equal but for case (ECMA-376 part 2, 6.2.2.3).
func key(name string) string {
	return strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/"))
}

// openZip lists the parts of a zip file.
func openZip(data []byte) (*pkg, error) {
	if len(data) > extract.MaxInput {
		return nil, extract.Refuse(extract.RefusedLimit, megabytes(len(data)))
	}
	list, cut := unzip(data)
	p := &pkg{entries: map[string]entry{}, parts: map[string][]byte{}, left: extract.MaxExpanded, cut: cut}
	for _, e := range list {
		if unsafeName(e.name) {
			return nil, extract.Refuse(extract.RefusedUnsafe, e.name)
		}
		if _, twice := p.entries[key(e.name)]; !twice {
			p.entries[key(e.name)] = e
		}
	}
	return p, nil
}

// part returns a part as UTF-8 text; nil when there is none. The error is a
// refusal: damage is noted and what is readable returned.
func (p *pkg) part(name string) ([]byte, error) {
	k := key(name)
	if b, ok := p.parts[k]; ok {
		return b, nil
	}
	b, err := p.bytes(name)
	if b == nil || err != nil {
		return nil, err
	}
	b, bad := toUTF8(b)
	p.bad += bad
	if b == nil {
		b = []byte{}
	}
	p.parts[k] = b
	return b, nil
}

// bytes returns a part as it is; nil when there is none. The error is a refusal.
func (p *pkg) bytes(name string) ([]byte, error) {
	e, ok := p.entries[key(name)]
	if !ok {
		return p.parts[key(name)], nil
	}
	b, err := p.left.read(e)
	switch {
	case errors.Is(err, errBudget):
		return nil, extract.Refuse(extract.RefusedLimit, extract.Text{ZH: "解压后过大", EN: "expands too far"})
	case errors.Is(err, errEncrypted):
		return nil, extract.Refuse(extract.RefusedEncrypted, "ZIP")
	case err != nil:
		p.damaged = append(p.damaged, e.name)
	}
	if b == nil {
		b = []byte{}
	}
	return b, nil
}

func (p *pkg) has(name string) bool {
	_, packed := p.entries[key(name)]
	_, unpacked := p.parts[key(name)]
	return packed || unpacked
}

// toUTF8 takes the byte mark off a part and turns UTF-16 into UTF-8, the two
// encodings a part may have. Bytes that are no text are replaced and counted.
func toUTF8(b []byte) ([]byte, int) {
	var order binary.ByteOrder
	switch {
	case bytes.HasPrefix(b, []byte("\xef\xbb\xbf")):
		b = b[3:]
	case bytes.HasPrefix(b, []byte("\xff\xfe")), bytes.HasPrefix(b, []byte("<\x00")):
		order = binary.LittleEndian
	case bytes.HasPrefix(b, []byte("\xfe\xff")), bytes.HasPrefix(b, []byte("\x00<")):
		order = binary.BigEndian
	}
	if order != nil {
		units := make([]uint16, len(b)/2)
		for i := range units {
			units[i] = order.Uint16(b[2*i:])
		}
		b = []byte(strings.TrimPrefix(string(utf16.Decode(units)), "\ufeff"))
	}
	if utf8.Valid(b) {
		return b, 0
	}
	bad := 0
	for rest := b; len(rest) > 0; {
		r, n := utf8.DecodeRune(rest)
		if r == utf8.RuneError && n == 1 {
			bad++
		}
		rest = rest[n:]
	}
	return bytes.ToValidUTF8(b, []byte("\ufffd")), bad
}

// relation is one relationship of a part.
type relation struct {
	id, kind string // kind is the last step of the type, alike in both namespaces
	target   string // key of a part; empty when external
}

// relations reads the relationships of a part; "" is the package itself.
func (p *pkg) relations(of string) ([]relation, error) {
	dir, base := path.Split(of)
	data, err := p.part(dir + "_rels/" + base + ".rels")
	if err != nil || len(data) == 0 {
		return nil, err
	}
	var list []relation
	for x := newScanner(data); x.next(); {
		if x.kind != startTag || string(x.local) != "Relationship" {
			continue
		}
		r := relation{id: x.attr("Id"), kind: path.Base(x.attr("Type"))}
		if x.attr("TargetMode") != "External" {
			r.target = resolve(dir, x.attr("Target"))
		}
		list = append(list, r)
	}
	return list, nil
}

// resolve makes a part name of the target of a relationship.
func resolve(dir, target string) string {
	if plain, err := url.PathUnescape(target); err == nil {
		target = plain
	}
	target = strings.ReplaceAll(target, `\`, "/")
	if !strings.HasPrefix(target, "/") {
		target = dir + target
	}
	return key(path.Clean("/" + target))
}

const usualMain = "word/document.xml"

// mainPart finds the document: by the relationship of the package, else by
// its content type, else by the name every producer gives it.
func (p *pkg) mainPart() (string, error) {
	list, err := p.relations("")
	if err != nil {
		return "", err
	}
	for _, r := range list {
		if r.kind == "officeDocument" && p.has(r.target) {
			return r.target, nil
		}
	}
	types, err := p.part(contentTypes)
	if err != nil {
		return "", err
	}
	for x := newScanner(types); x.next(); {
		if x.kind == startTag && string(x.local) == "Override" && isMainType(x.attr("ContentType")) && p.has(x.attr("PartName")) {
			return key(x.attr("PartName")), nil
		}
	}
	return usualMain, nil
}

const contentTypes = "[Content_Types].xml"

// isMainType knows the main parts of documents, templates and their macro kinds.
func isMainType(t string) bool {
	t = strings.ToLower(t)
	return strings.HasSuffix(t, ".main+xml") && (strings.Contains(t, "wordprocessingml") || strings.Contains(t, "ms-word"))
}

func megabytes(n int) extract.Text {
	s := strconv.Itoa(n>>20) + " MB"
	return extract.Text{ZH: s, EN: s}
}
