package odt

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"io"
	"maps"
	"path"
	"slices"
	"strings"

	"luzhou/extract"
)

const zipMark = "PK\x03\x04"

// isPackage looks for the media type, which stands first in the package and
// uncompressed (ODF 1.2 part 3 section 3.3); packages made by other tools are
// opened to look.
func isPackage(data []byte) bool {
	if !bytes.HasPrefix(data, []byte(zipMark)) {
		return false
	}
	if bytes.Contains(data[:min(len(data), 200)], []byte("mimetype"+textType)) {
		return true
	}
	p, err := open(data)
	if err != nil {
		return false
	}
	p.left = 256
	media, _ := p.part("mimetype")
	return strings.HasPrefix(media, textType)
}

// pkg is an opened package.
type pkg struct {
	entries map[string]opener
	left    int64 // bytes its parts may still expand to
	cut     bool  // its directory is missing
}

type opener func() (io.ReadCloser, error)

// open reads the directory of a package. Of names that stand twice the first
// counts.
func open(data []byte) (*pkg, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, err
	}
	p := &pkg{entries: map[string]opener{}, left: extract.MaxExpanded}
	for _, f := range z.File {
		if _, twice := p.entries[f.Name]; !twice {
			p.entries[f.Name] = f.Open
		}
	}
	return p, nil
}

// salvage finds the parts of a package that lost its directory, which stands at
// its end, by their local headers (APPNOTE section 4.3.7).
func salvage(data []byte) *pkg {
	p := &pkg{entries: map[string]opener{}, left: extract.MaxExpanded, cut: true}
	const fixed = 30
	for at := bytes.Index(data, []byte(zipMark)); at >= 0 && len(data) >= at+fixed; {
		header := data[at:]
		names := fixed + int(binary.LittleEndian.Uint16(header[26:]))
		start := names + int(binary.LittleEndian.Uint16(header[28:]))
		if start <= len(header) && binary.LittleEndian.Uint16(header[8:]) == zip.Deflate {
			name, body := string(header[fixed:names]), header[start:]
			if _, twice := p.entries[name]; !twice {
				p.entries[name] = func() (io.ReadCloser, error) { return flate.NewReader(bytes.NewReader(body)), nil }
			}
		}
		next := bytes.Index(header[len(zipMark):], []byte(zipMark))
		if next < 0 {
			break
		}
		at += len(zipMark) + next
	}
	return p
}

func readPackage(data []byte) (*extract.Document, error) {
	p, err := open(data)
	if err != nil {
		p = salvage(data)
	}
	for _, name := range slices.Sorted(maps.Keys(p.entries)) {
		if unsafeName(name) {
			return nil, extract.Refuse(extract.RefusedUnsafe, printable(name))
		}
	}
	manifest, err := p.part("META-INF/manifest.xml")
	if err == nil && strings.Contains(manifest, "encryption-data") {
		return nil, extract.Refuse(extract.RefusedEncrypted, "OpenDocument")
	}
	return p.document()
}

func (p *pkg) document() (*extract.Document, error) {
	r := newReader()
	if p.cut {
		r.damage = append(r.damage, extract.Find(extract.CutShort, nil, "zip"))
	}
	styles, err := p.part("styles.xml")
	switch {
	case errors.Is(err, errLimit):
		return nil, expanded()
	case err != nil:
		r.damage = append(r.damage, extract.Find(extract.PartMissing, nil, "styles.xml"))
	}
	r.part("styles.xml", styles, false)
	content, err := p.part("content.xml")
	switch {
	case errors.Is(err, errLimit):
		return nil, expanded()
	case len(content) == 0:
		return nil, extract.Refuse(extract.RefusedDamaged, "content.xml")
	case err != nil:
		r.damage = append(r.damage, extract.Find(extract.Damaged, nil, "content.xml"))
	}
	r.part("content.xml", content, true)
	return r.document()
}

func expanded() error {
	return extract.Refuse(extract.RefusedLimit, extract.Text{ZH: "展开后过大", EN: "too large when expanded"})
}

var (
	errLimit   = errors.New("odt: package expands too far")
	errMissing = errors.New("odt: no such part")
)

// part inflates a part. With an error it returns what could be inflated.
func (p *pkg) part(name string) (string, error) {
	from, ok := p.entries[name]
	if !ok {
		return "", errMissing
	}
	in, err := from()
	if err != nil {
		return "", err
	}
	defer in.Close()
	var out strings.Builder
	n, err := io.Copy(&out, io.LimitReader(in, p.left+1))
	if p.left -= n; p.left < 0 {
		return "", errLimit
	}
	return out.String(), err
}

// unsafeName tells whether a name of a part leads out of the package.
func unsafeName(name string) bool {
	name = strings.ReplaceAll(name, `\`, "/")
	if strings.HasPrefix(name, "/") || len(name) > 1 && name[1] == ':' {
		return true
	}
	clean := path.Clean(name)
	return clean == ".." || strings.HasPrefix(clean, "../") || strings.Contains("/"+name+"/", "/../")
}

// printable keeps a name from the file fit for one line of a message.
func printable(name string) string {
	const longest = 80
	name = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7F || r == 0xFFFD {
			return '?'
		}
		return r
	}, name)
	if r := []rune(name); len(r) > longest {
		return string(r[:longest])
	}
	return name
}
