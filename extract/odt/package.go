package odt

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"path"
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
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return false
	}
	p := pkg{zip: z, left: 256}
	media, _ := p.part("mimetype")
	return strings.HasPrefix(media, textType)
}

// pkg is an opened package.
type pkg struct {
	zip  *zip.Reader
	left int64 // bytes its parts may still expand to
}

func readPackage(data []byte) (*extract.Document, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, extract.Refuse(extract.RefusedDamaged, "zip")
	}
	for _, f := range z.File {
		if unsafeName(f.Name) {
			return nil, extract.Refuse(extract.RefusedUnsafe, printable(f.Name))
		}
	}
	p := &pkg{zip: z, left: extract.MaxExpanded}
	manifest, err := p.part("META-INF/manifest.xml")
	if err == nil && strings.Contains(manifest, "encryption-data") {
		return nil, extract.Refuse(extract.RefusedEncrypted, "OpenDocument")
	}
	return p.document()
}

func (p *pkg) document() (*extract.Document, error) {
	r := newReader()
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

// maxGrow bounds the memory taken on the word of the package alone.
const maxGrow = 1 << 20

// part inflates a part. With an error it returns what could be inflated.
func (p *pkg) part(name string) (string, error) {
	for _, f := range p.zip.File {
		if f.Name != name {
			continue
		}
		in, err := f.Open()
		if err != nil {
			return "", err
		}
		defer in.Close()
		var out strings.Builder
		out.Grow(int(min(f.UncompressedSize64, uint64(p.left), maxGrow)))
		n, err := io.Copy(&out, io.LimitReader(in, p.left+1))
		if p.left -= n; p.left < 0 {
			return "", errLimit
		}
		return out.String(), err
	}
	return "", errMissing
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
