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

// packer is the zip file of a workbook. excelize hands over the parts in an order
// that changes from run to run; they are compressed into the spool and written
// in the order of their names when all are there.
type packer struct {
	to    io.Writer
	spool spool
	parts []*part
	size  int64 // of the spool
	open  *flate.Writer
}

// spool holds compressed parts.
type spool interface {
	io.Writer
	io.ReaderAt
}

// part is one part: where in the spool it lies, and what the zip file says of it.
type part struct {
	packer *packer
	from   int64
	header zip.FileHeader
}

// fileDate is 1 January 1980, the first day a zip file can tell, in the form of
// MS-DOS; zipVersion is 2.0, which has folders and Deflate.
const (
	fileDate   = 1<<5 | 1
	zipVersion = 20
)

// Create begins a part and ends the one before.
func (p *packer) Create(name string) (io.Writer, error) {
	if err := p.finish(); err != nil {
		return nil, err
	}
	next := &part{packer: p, from: p.size, header: zip.FileHeader{Name: name, Method: zip.Deflate,
		CreatorVersion: zipVersion, ReaderVersion: zipVersion, ModifiedDate: fileDate}}
	p.open = deflaters.Get().(*flate.Writer)
	p.open.Reset(counter{p})
	p.parts = append(p.parts, next)
	return next, nil
}

// deflaters are kept because each holds over half a megabyte.
var deflaters = sync.Pool{New: func() any {
	w, _ := flate.NewWriter(io.Discard, flate.BestSpeed) // fails only for a level that does not exist
	return w
}}

// AddFS is not used by excelize for workbooks that it made itself.
func (p *packer) AddFS(fs.FS) error { return fs.ErrInvalid }

// Write takes content of the part, which must be the last one begun.
func (q *part) Write(data []byte) (int, error) {
	q.header.CRC32 = crc32.Update(q.header.CRC32, crc32.IEEETable, data)
	q.header.UncompressedSize64 += uint64(len(data))
	return q.packer.open.Write(data)
}

func (p *packer) finish() error {
	if p.open == nil {
		return nil
	}
	if err := p.open.Close(); err != nil {
		return err
	}
	deflaters.Put(p.open)
	last := p.parts[len(p.parts)-1]
	last.header.CompressedSize64 = uint64(p.size - last.from)
	p.open = nil
	return nil
}

// contentTypes is the part that stands first, where programs look for it.
const contentTypes = "[Content_Types].xml"

// Close writes the file.
func (p *packer) Close() error {
	if err := p.finish(); err != nil {
		return err
	}
	slices.SortFunc(p.parts, func(a, b *part) int {
		if (a.header.Name == contentTypes) != (b.header.Name == contentTypes) {
			if a.header.Name == contentTypes {
				return -1
			}
			return 1
		}
		return cmp.Compare(a.header.Name, b.header.Name)
	})
	z := zip.NewWriter(p.to)
	for _, q := range p.parts {
		w, err := z.CreateRaw(&q.header)
		if err != nil {
			return err
		}
		if _, err := io.Copy(w, io.NewSectionReader(p.spool, q.from, int64(q.header.CompressedSize64))); err != nil {
			return err
		}
	}
	return z.Close()
}

// counter writes to the spool and counts.
type counter struct{ *packer }

func (c counter) Write(data []byte) (int, error) {
	n, err := c.spool.Write(data)
	c.size += int64(n)
	return n, err
}

// memory is a spool for small workbooks.
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
