package pdf

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"strconv"
	"sync"

	"luzhou/render/pdf/fonts"
)

// finish rewrites the file of the back end: puts our fonts in the place of its
// own, packs the pages, and adds the language and the identifier it has no
// words for. It relies on the plain shape that back end gives its files: a
// cross-reference table, one object after the other, no object streams.
func finish(raw []byte, used *fontSet) ([]byte, error) {
	f, err := parseFile(raw)
	if err != nil {
		return nil, err
	}
	first := len(f.objects)
	room := workspaces.Get().(*fonts.Workspace)
	defer workspaces.Put(room)
	room.Reset()
	var resources bytes.Buffer
	for i, face := range used.order {
		number := first + i*objectsPerFont
		fmt.Fprintf(&resources, "/T%d %d 0 R", i, number)
		f.objects = append(f.objects, fontObjects(used.subsets[face], number, room)...)
	}
	if err := f.useFonts(resources.Bytes()); err != nil {
		return nil, err
	}
	for i, o := range f.objects[:first] {
		f.objects[i] = packPage(o)
	}
	f.objects[f.root].text = bytes.Replace(f.objects[f.root].text, []byte("/Type /Catalog"),
		[]byte("/Type /Catalog\n/Lang (zh-CN)\n/ViewerPreferences <</DisplayDocTitle true>>"), 1)
	return f.bytes(), nil
}

// workspaces are kept because each grows to over a megabyte.
var workspaces = sync.Pool{New: func() any { return &fonts.Workspace{} }}

// file is a PDF taken apart. objects[0] is not used.
type file struct {
	objects    []object
	root, info int
}

// object is what stands between obj and endobj. The content of a stream stands by
// itself, so that a font is copied once, into the file.
type object struct {
	text   []byte
	stream []byte // packed; behind it comes endstream
}

var errShape = errors.New("the back end wrote a file of unknown shape")

// parseFile takes a file apart along its cross-reference table.
func parseFile(raw []byte) (file, error) {
	tail := bytes.LastIndex(raw, []byte("\nxref\n0 "))
	if tail < 0 {
		return file{}, errShape
	}
	fields := bytes.Fields(raw[tail:])
	n, err := strconv.Atoi(string(fields[2]))
	if err != nil || n < 1 || len(fields) < 3+3*n {
		return file{}, errShape
	}
	f := file{objects: make([]object, n)}
	for i := 1; i < n; i++ {
		at, err := strconv.Atoi(string(fields[3+3*i]))
		head := fmt.Appendf(nil, "%d 0 obj\n", i)
		if err != nil || at < 0 || at >= tail || !bytes.HasPrefix(raw[at:], head) {
			return file{}, errShape
		}
		f.objects[i].text = raw[at+len(head) : tail]
	}
	for i := 1; i < n; i++ {
		size := objectSize(f.objects[i].text)
		if size < 0 {
			return file{}, errShape
		}
		f.objects[i].text = f.objects[i].text[:size]
	}
	f.root, f.info = reference(raw[tail:], "/Root "), reference(raw[tail:], "/Info ")
	if f.root < 1 || f.root >= n || f.info < 1 || f.info >= n {
		return file{}, errShape
	}
	return f, nil
}

// objectSize finds the end of an object, stepping over its stream by length
// since a stream may hold any bytes.
func objectSize(o []byte) int {
	skip := 0
	if length, start := streamOf(o); start > 0 && start+length <= len(o) {
		skip = start + length
	}
	end := bytes.Index(o[skip:], []byte("\nendobj"))
	if end < 0 {
		return -1
	}
	return skip + end
}

var (
	pageHead    = []byte("<</Length ")
	streamStart = []byte(">>\nstream\n")
)

// streamOf returns the length of an unpacked stream and where it starts; 0 if
// the object is none.
func streamOf(o []byte) (length, start int) {
	if !bytes.HasPrefix(o, pageHead) {
		return 0, 0
	}
	digits := o[len(pageHead):min(len(pageHead)+20, len(o))]
	end := bytes.Index(digits, streamStart)
	if end < 0 {
		return 0, 0
	}
	length, err := strconv.Atoi(string(digits[:end]))
	if err != nil || length < 0 {
		return 0, 0
	}
	return length, len(pageHead) + end + len(streamStart)
}

func reference(trailer []byte, key string) int {
	_, after, _ := bytes.Cut(trailer, []byte(key))
	digits, _, _ := bytes.Cut(after, []byte(" "))
	n, _ := strconv.Atoi(string(digits))
	return n
}

// useFonts points the resources (object 2) at our fonts, and the name of the
// core font that the back end selects on each page at the first of them. The
// object of that core font is emptied.
func (f *file) useFonts(ours []byte) error {
	const open = "/Font <<\n"
	o := f.objects[2].text
	at := bytes.Index(o, []byte(open))
	if at < 0 || len(ours) == 0 {
		return errShape
	}
	at += len(open)
	var name string
	var number, generation int
	if _, err := fmt.Sscanf(string(o[at:]), "%s %d %d R\n>>", &name, &number, &generation); err != nil || number >= len(f.objects) {
		return errShape
	}
	end := at + bytes.IndexByte(o[at:], '\n')
	mine := bytes.Fields(ours)
	line := fmt.Sprintf("%s %s 0 R", name, mine[1])
	f.objects[number].text = []byte("null")
	f.objects[2].text = bytes.Join([][]byte{o[:at], []byte(line), ours, o[end:]}, nil)
	return nil
}

// packPage packs the stream of a page; any other object is returned as it is.
func packPage(o object) object {
	if length, start := streamOf(o.text); start > 0 {
		return stream(packText(o.text[start:start+length]), "")
	}
	return o
}

// textPackers are kept because each holds over half a megabyte.
var textPackers = sync.Pool{New: func() any {
	w, _ := zlib.NewWriterLevel(nil, zlib.BestSpeed) // fails only for a level that does not exist
	return w
}}

// packText packs the operators of a page.
func packText(data []byte) []byte {
	var packed bytes.Buffer
	packed.Grow(len(data)/2 + 64)
	w := textPackers.Get().(*zlib.Writer)
	w.Reset(&packed)
	w.Write(data) // a bytes.Buffer does not fail
	w.Close()
	textPackers.Put(w)
	return packed.Bytes()
}

// stream makes an object of a packed stream; more is added to its dictionary.
func stream(packed []byte, more string) object {
	return object{fmt.Appendf(nil, "<</Filter/FlateDecode/Length %d%s>>\nstream\n", len(packed), more), packed}
}

// plainStream makes an object of a stream that is not packed.
func plainStream(data []byte) object {
	return object{fmt.Appendf(nil, "<</Length %d>>\nstream\n", len(data)), data}
}

// bytes writes the file again.
func (f *file) bytes() []byte {
	size := 100
	for _, o := range f.objects {
		size += len(o.text) + len(o.stream) + 60
	}
	out := append(make([]byte, 0, size), "%PDF-1.5\n%\xe6\xb4\xb2\xe4\xb9\xa1\n"...)
	offsets := make([]int, len(f.objects))
	sums := make([]byte, 8, 8*len(f.objects)) // those of object 0, which is empty
	for i, o := range f.objects[1:] {
		offsets[i+1] = len(out)
		out = fmt.Appendf(out, "%d 0 obj\n", i+1)
		start := len(out)
		out = append(out, o.text...)
		if o.stream != nil {
			out = append(append(out, o.stream...), "\nendstream"...)
		}
		sums = binary.BigEndian.AppendUint32(sums, uint32(len(out)-start))
		sums = binary.BigEndian.AppendUint32(sums, crc32.ChecksumIEEE(out[start:]))
		out = append(out, "\nendobj\n"...)
	}
	// Checksums of the objects are enough for an identifier of the content and
	// spare the time to hash the fonts.
	id := sha256.Sum256(sums)
	table := len(out)
	out = fmt.Appendf(out, "xref\n0 %d\n0000000000 65535 f \n", len(f.objects))
	for _, at := range offsets[1:] {
		out = fmt.Appendf(out, "%010d 00000 n \n", at)
	}
	return fmt.Appendf(out, "trailer\n<</Size %d/Root %d 0 R/Info %d 0 R/ID[<%x><%x>]>>\nstartxref\n%d\n%%%%EOF\n",
		len(f.objects), f.root, f.info, id[:16], id[:16], table)
}
