package pipeline

import (
	"archive/zip"
	"bytes"
	"encoding/hex"
	"hash/crc32"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"luzhou/extract"
)

type packed struct {
	name string
	mode fs.FileMode
	data []byte
}

// pack makes an archive; names stand in it as they are given, marked as UTF-8
// only when they are.
func pack(t *testing.T, files ...packed) string {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range files {
		h := &zip.FileHeader{Name: f.name, Method: zip.Deflate}
		h.SetMode(f.mode | 0o644)
		part, err := w.CreateHeader(h)
		if err == nil {
			_, err = part.Write(f.data)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "a.zip")
	if err := os.WriteFile(path, b.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestMembers(t *testing.T) {
	gbk, err := simplifiedchinese.GBK.NewEncoder().String("年报/一.doc")
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		file packed
		name string
		code extract.Code // of the refusal
	}{
		{packed{name: "plain.doc", data: []byte("x")}, "plain.doc", ""},
		{packed{name: gbk, data: []byte("x")}, "年报/一.doc", ""},
		{packed{name: "二.doc", data: []byte("x")}, "二.doc", ""},
		{packed{name: `windows\three.doc`, data: []byte("x")}, "windows/three.doc", ""},
		{packed{name: "../../etc/passwd", data: []byte("x")}, "../../etc/passwd", extract.RefusedUnsafe},
		{packed{name: `a\..\..\b.doc`, data: []byte("x")}, "a/../../b.doc", extract.RefusedUnsafe},
		{packed{name: "/abs.doc", data: []byte("x")}, "/abs.doc", extract.RefusedUnsafe},
		{packed{name: `C:\abs.doc`, data: []byte("x")}, "C:/abs.doc", extract.RefusedUnsafe},
		{packed{name: "link.doc", mode: fs.ModeSymlink, data: []byte("/etc/passwd")}, "link.doc", extract.RefusedUnsafe},
		{packed{name: "big.doc", data: make([]byte, extract.MaxInput+1)}, "big.doc", extract.RefusedLimit},
	}
	files := []packed{{name: "folder/"}}
	for _, test := range tests {
		files = append(files, test.file)
	}
	path := pack(t, files...)
	list, err := listMembers(path)
	if err != nil {
		t.Fatal(err)
	}
	if len(list) != len(tests) {
		t.Fatalf("%d members, want %d", len(list), len(tests))
	}
	for i, test := range tests {
		m := list[i]
		var code extract.Code
		if m.Refused != nil {
			code = m.Refused.Code
		}
		if string(m.Name) != test.name || code != test.code {
			t.Errorf("%q: got %q, %q, want %q, %q", test.file.name, m.Name, code, test.name, test.code)
		}
		data, err := readMember(path, m.Index)
		if (err == nil) != (test.code == "") || err == nil && checksum(data) != m.SHA256 {
			t.Errorf("%q: read %d bytes, %v", test.file.name, len(data), err)
		}
	}
}

// TestDocumentsAreNoArchives expects none of the fixtures to be opened.
func TestDocumentsAreNoArchives(t *testing.T) {
	for _, path := range []string{"../fixtures/luzhou-docx/luzhou-2020.docx", "../fixtures/luzhou-odt/luzhou-2020.odt", "../fixtures/luzhou-txt/luzhou-2020.txt"} {
		if list, err := listMembers(path); err != nil || list != nil {
			t.Errorf("%s: %d members, %v", path, len(list), err)
		}
	}
}

// TestBombs: many members that together expand too far, too many members, and a
// member whose declared size lies.
func TestBombs(t *testing.T) {
	half := make([]byte, extract.MaxInput/2)
	var bomb []packed
	for i := range maxArchived/len(half) + 1 {
		bomb = append(bomb, packed{name: hex.EncodeToString([]byte{byte(i)}), data: half})
	}
	var crowd []packed
	for range maxMembers + 1 {
		crowd = append(crowd, packed{name: "a"})
	}
	for what, files := range map[string][]packed{"bomb": bomb, "crowd": crowd} {
		_, err := listMembers(pack(t, files...))
		if r := refusalOf(err); err == nil || r.Code != extract.RefusedLimit {
			t.Errorf("%s: got %v", what, err)
		}
	}

	var b bytes.Buffer
	w := zip.NewWriter(&b)
	lie := &zip.FileHeader{Name: "lie", Method: zip.Store, UncompressedSize64: 3, CompressedSize64: 5, CRC32: crc32.ChecksumIEEE([]byte("hello"))}
	part, err := w.CreateRaw(lie)
	if err == nil {
		_, err = part.Write([]byte("hello"))
	}
	if err != nil || w.Close() != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "lie.zip")
	if err := os.WriteFile(path, b.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
	list, err := listMembers(path)
	if err != nil || len(list) != 1 || list[0].Refused == nil {
		t.Errorf("a size that lies: got %v, %v", list, err)
	}
}
