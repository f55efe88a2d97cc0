package xlsx

import (
	"archive/zip"
	"cmp"
	"compress/flate"
	"hash/crc32"
	"io"
	"io/fs"
	"slices"
	"sync"
)

// part is one part of the file, compressed as it comes.
type part struct {
	spool  spool
	header zip.FileHeader
	zip    *flate.Writer // nil when the part is complete
}

// spool holds a compressed part: memory or a temporary file.
type spool interface {
	io.Writer
	io.ReaderAt
}

// fileDate is 1 January 1980, the first day a zip file can tell, in the form of
// MS-DOS; zipVersion is 2.0, which has folders and Deflate.
const (
	fileDate   = 1<<5 | 1
	zipVersion = 20
)

// deflaters are kept because each holds over half a megabyte.
var deflaters = sync.Pool{New: func() any {
	w, _ := flate.NewWriter(io.Discard, flate.BestSpeed) // fails only for a level that does not exist
	return w
}}

func newPart(name string, s spool) *part {
	p := &part{spool: s, zip: deflaters.Get().(*flate.Writer), header: zip.FileHeader{Name: name, Method: zip.Deflate,
		CreatorVersion: zipVersion, ReaderVersion: zipVersion, ModifiedDate: fileDate}}
	p.zip.Reset(counter{p})
	return p
}

// Write adds to the content.
func (p *part) Write(data []byte) (int, error) {
	p.header.CRC32 = crc32.Update(p.header.CRC32, crc32.IEEETable, data)
	p.header.UncompressedSize64 += uint64(len(data))
	return p.zip.Write(data)
}

// counter writes compressed bytes to the spool and counts them.
type counter struct{ *part }

func (c counter) Write(data []byte) (int, error) {
	n, err := c.spool.Write(data)
	c.header.CompressedSize64 += uint64(n)
	return n, err
}

// finish completes the part.
func (p *part) finish() error {
	if p.zip == nil {
		return nil
	}
	err := p.zip.Close()
	deflaters.Put(p.zip)
	p.zip = nil
	return err
}

// packer is the zip file of a workbook. excelize hands over the parts around the
// sheets; those it has of the sheets themselves are empty and give way to ours.
type packer struct {
	to     io.Writer
	parts  []*part
	sheets map[string]bool // names of ours
}

// Create begins a part.
func (p *packer) Create(name string) (io.Writer, error) {
	if p.sheets[name] {
		return io.Discard, nil
	}
	next := newPart(name, new(memory))
	p.parts = append(p.parts, next)
	return next, nil
}

// AddFS is not used by excelize for workbooks that it made itself.
func (p *packer) AddFS(fs.FS) error { return fs.ErrInvalid }

// contentTypes is the part that stands first, where programs look for it.
const contentTypes = "[Content_Types].xml"

// Close writes the file, parts in the order of their names.
func (p *packer) Close() error {
	slices.SortFunc(p.parts, func(a, b *part) int {
		if first := (a.header.Name == contentTypes); first != (b.header.Name == contentTypes) {
			if first {
				return -1
			}
			return 1
		}
		return cmp.Compare(a.header.Name, b.header.Name)
	})
	z := zip.NewWriter(p.to)
	for _, q := range p.parts {
		if err := q.finish(); err != nil {
			return err
		}
		w, err := z.CreateRaw(&q.header)
		if err != nil {
			return err
		}
		if _, err := io.Copy(w, io.NewSectionReader(q.spool, 0, int64(q.header.CompressedSize64))); err != nil {
			return err
		}
	}
	return z.Close()
}

// memory is a spool for small parts.
type memory struct{ data []byte }

func (m *memory) Write(data []byte) (int, error) {
	m.data = append(m.data, data...)
	return len(data), nil
}

func (m *memory) ReadAt(to []byte, from int64) (int, error) {
	if from >= int64(len(m.data)) {
		return 0, io.EOF
	}
	n := copy(to, m.data[from:])
	if n < len(to) {
		return n, io.EOF
	}
	return n, nil
}
