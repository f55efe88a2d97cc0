package docx

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"io"
	"strings"
)

// entry is one file of a package. read inflates it; when that fails midway it
// returns what came out together with the error.
type entry struct {
	name   string
	size   uint64 // as declared, which may be a lie
	packed int64  // bytes it takes in the file, at most
	open   func() (io.ReadCloser, error)
}

// unzip lists a zip file by its directory or, when that is missing because
// the file was cut, by the headers in front of the entries.
func unzip(data []byte) (list []entry, cut bool) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return walkHeaders(data), true
	}
	for _, f := range z.File {
		packed := int64(min(f.CompressedSize64, uint64(len(data))))
		list = append(list, entry{f.Name, f.UncompressedSize64, packed, func() (io.ReadCloser, error) {
			if f.Flags&encryptedFlag != 0 {
				return nil, errEncrypted
			}
			return f.Open()
		}})
	}
	return list, false
}

// Fields of a local file header (APPNOTE.TXT 4.3.7).
const (
	headerMark  = "PK\x03\x04"
	headerSize  = 30
	methodAt    = 8
	packedAt    = 18
	nameLenAt   = 26
	extraLenAt  = 28
	methodStore = 0
	methodPack  = 8
)

// maxHeaders is how many entries a zip file of the first kind can have.
const maxHeaders = 65535

// walkHeaders finds the entries of a zip without directory. A deflated entry
// ends where its own stream says, so only a stored one needs its size.
func walkHeaders(data []byte) (list []entry) {
	for {
		i := bytes.Index(data, []byte(headerMark))
		if i < 0 || len(data)-i < headerSize || len(list) == maxHeaders {
			return list
		}
		h := data[i:]
		body := headerSize + int(binary.LittleEndian.Uint16(h[nameLenAt:])) + int(binary.LittleEndian.Uint16(h[extraLenAt:]))
		data = h[len(headerMark):]
		if body > len(h) {
			continue
		}
		name := string(h[headerSize : headerSize+int(binary.LittleEndian.Uint16(h[nameLenAt:]))])
		packed := int64(binary.LittleEndian.Uint32(h[packedAt:]))
		e := entry{name: name, packed: int64(len(h) - body)}
		switch stream := h[body:]; binary.LittleEndian.Uint16(h[methodAt:]) {
		case methodPack:
			e.open = func() (io.ReadCloser, error) { return flate.NewReader(bytes.NewReader(stream)), nil }
		case methodStore:
			e.open = func() (io.ReadCloser, error) {
				return io.NopCloser(io.LimitReader(bytes.NewReader(stream), packed)), nil
			}
		default:
			continue
		}
		list = append(list, e)
		if packed > 0 && packed < int64(len(h)-body) {
			data = h[body+int(packed):]
		}
	}
}

// unsafeName says whether an entry name points outside of the package.
func unsafeName(name string) bool {
	name = strings.ReplaceAll(name, `\`, "/")
	if strings.HasPrefix(name, "/") || len(name) > 1 && name[1] == ':' {
		return true
	}
	for step := range strings.SplitSeq(name, "/") {
		if step == ".." {
			return true
		}
	}
	return false
}

// encryptedFlag marks an entry packed with a password (APPNOTE.TXT 4.4.4).
const encryptedFlag = 1

var errEncrypted = errors.New("encrypted zip entry")

// budget is what may still be inflated.
type budget int64

var errBudget = errors.New("expanded size over the limit")

// read inflates an entry within the budget. On damage it returns the part
// that came out and the error.
func (left *budget) read(e entry) ([]byte, error) {
	allowed := min(int64(*left), max(maxUnlikely, unlikelyRatio*e.packed))
	if e.size > uint64(allowed) {
		return nil, errBudget
	}
	r, err := e.open()
	if err != nil {
		return nil, err
	}
	defer r.Close() // gives what it inflates with to the next entry
	var b bytes.Buffer
	b.Grow(int(min(e.size, firstGrowth)) + bytes.MinRead)
	n, err := b.ReadFrom(io.LimitReader(r, allowed+1))
	if n > allowed {
		return nil, errBudget
	}
	*left -= budget(n)
	return b.Bytes(), err
}

// A part may expand to maxUnlikely whatever it was packed to, beyond that only
// as far as real text does: a four-page report packs 25 to 1, rows that are all
// alike 200 to 1, bombs 1000 to 1.
const (
	maxUnlikely   = 64 << 20
	unlikelyRatio = 250
)

// firstGrowth bounds what a declared size may allocate before a byte is read.
const firstGrowth = 1 << 20
