package pipeline

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"unicode/utf8"

	"luzhou/extract"
)

// Limits on an archive of reports. Its members are inputs like any other, with
// the limits of those.
const (
	maxMembers  = 10_000
	maxArchived = 1 << 30 // bytes of all members together, counted while inflating
)

// member is one file in an archive.
type member struct {
	Index   int    // from 1
	Name    []byte // any bytes
	SHA256  string
	Size    int64
	Refused *extract.Refusal `json:",omitempty"`
}

// listMembers reads a .zip of files; it gives none if the file at path is
// something else, such as a document in a package.
func listMembers(path string) ([]member, error) {
	if data, err := ReadInput(path); err == nil {
		if _, document := Detect(data); document {
			return nil, nil
		}
	}
	archive, err := zip.OpenReader(path)
	if errors.Is(err, zip.ErrFormat) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer archive.Close()
	if len(archive.File) > maxMembers {
		return nil, extract.Refuse(extract.RefusedLimit, extract.Text{
			ZH: fmt.Sprintf("压缩包内文件超过 %d 个", maxMembers), EN: fmt.Sprintf("more than %d files in the archive", maxMembers)})
	}
	var list []member
	var total int64
	for i, f := range archive.File {
		if strings.HasSuffix(memberName(f), "/") {
			continue
		}
		m := look(f)
		m.Index = i + 1
		if total += m.Size; total > maxArchived {
			return nil, extract.Refuse(extract.RefusedLimit, extract.Text{
				ZH: fmt.Sprintf("压缩包展开超过 %d MB", maxArchived>>20), EN: fmt.Sprintf("archive of more than %d MB when expanded", maxArchived>>20)})
		}
		list = append(list, m)
	}
	return list, nil
}

// look inflates a member to learn its size and checksum.
func look(f *zip.File) member {
	m := member{Name: []byte(memberName(f))}
	r, err := openMember(f)
	if err != nil {
		m.Refused = memberRefusal(f, err)
		return m
	}
	defer r.Close()
	sum := sha256.New()
	m.Size, err = io.Copy(sum, io.LimitReader(r, extract.MaxInput+1))
	m.SHA256 = hex.EncodeToString(sum.Sum(nil))
	switch {
	case err != nil:
		m.Refused = memberRefusal(f, err)
	case m.Size > extract.MaxInput:
		m.Refused = tooLarge()
	}
	return m
}

// readMember returns the bytes of a file, or of one member when path is an archive.
func readMember(path string, index int) ([]byte, error) {
	if index == 0 {
		return ReadInput(path)
	}
	archive, err := zip.OpenReader(path)
	if err != nil {
		return nil, err
	}
	defer archive.Close()
	if index > len(archive.File) {
		return nil, fs.ErrNotExist
	}
	f := archive.File[index-1]
	r, err := openMember(f)
	if err != nil {
		return nil, memberRefusal(f, err)
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, extract.MaxInput+1))
	switch {
	case err != nil:
		return nil, memberRefusal(f, err)
	case len(data) > extract.MaxInput:
		return nil, tooLarge()
	}
	return data, nil
}

// encryptedFlag is bit 0 of the general purpose flags (APPNOTE 4.4.4).
const encryptedFlag = 1

// openMember refuses links, special files and names that lead out of the archive.
func openMember(f *zip.File) (io.ReadCloser, error) {
	name := memberName(f)
	switch {
	case !f.Mode().IsRegular():
		return nil, extract.Refuse(extract.RefusedUnsafe, extract.Text{ZH: "链接或特殊文件", EN: "a link or special file"})
	case escapes(name):
		return nil, extract.Refuse(extract.RefusedUnsafe, printable(name))
	case f.Flags&encryptedFlag != 0:
		return nil, extract.Refuse(extract.RefusedEncrypted, "zip")
	}
	return f.Open()
}

func memberRefusal(f *zip.File, err error) *extract.Refusal {
	if r, ok := err.(*extract.Refusal); ok {
		return r
	}
	return extract.Refuse(extract.RefusedDamaged, printable(memberName(f))+": "+err.Error())
}

// escapes reports whether a name is absolute, names a drive, or climbs.
func escapes(name string) bool {
	if strings.HasPrefix(name, "/") || len(name) > 1 && name[1] == ':' {
		return true
	}
	for part := range strings.SplitSeq(name, "/") {
		if part == ".." {
			return true
		}
	}
	return false
}

// chinese is the code page of names in archives made by Chinese Windows.
const chinese = 54936

// memberName decodes a name that is not UTF-8 as GB18030 if it is that, and
// keeps its bytes if not.
func memberName(f *zip.File) string {
	name := readable(f.Name)
	if utf8.ValidString(name) { // in other bytes a stroke may be half a character
		name = strings.ReplaceAll(name, `\`, "/")
	}
	return name
}

func printable(name string) string { return strings.ToValidUTF8(name, "?") }

// ReadInput reads a file up to the limit of the inputs, whatever size it says it
// has: a device says none and never ends.
func ReadInput(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	switch {
	case err != nil:
		return nil, err
	case info.IsDir():
		return nil, errFolder
	case info.Size() > extract.MaxInput:
		return nil, tooLarge()
	}
	var b bytes.Buffer
	b.Grow(int(info.Size()) + bytes.MinRead)
	if _, err := b.ReadFrom(io.LimitReader(f, extract.MaxInput+1)); err != nil {
		return nil, err
	}
	if b.Len() > extract.MaxInput {
		return nil, tooLarge()
	}
	return b.Bytes(), nil
}

func checksum(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
