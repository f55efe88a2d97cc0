package fonts

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"unicode/utf16"
)

// Bounds of what Families reads of a file.
const (
	maxMembers = 64      // fonts of a collection
	maxTables  = 256     // of a font
	maxNames   = 1 << 18 // bytes of a name table
)

// Names by which a font may be asked for (OpenType specification, name): the
// family and the full name, as programs of both ages list them.
const (
	familyName      = 1
	fullName        = 4
	typographicName = 16
)

// Families reads the names of each font of a file without reading the rest: one
// list for a font, one for each member of a collection. A Chinese font has a
// Chinese and a Latin name.
func Families(r io.ReaderAt) ([][]string, error) {
	starts, err := members(r)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrFont, err)
	}
	lists := make([][]string, len(starts))
	for i, start := range starts {
		table, err := nameTable(r, start)
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ErrFont, err)
		}
		eachName(table, func(id int, text string) bool {
			if id == familyName || id == fullName || id == typographicName {
				lists[i] = append(lists[i], text)
			}
			return true
		})
	}
	return lists, nil
}

// members returns where the fonts of a file start.
func members(r io.ReaderAt) ([]int64, error) {
	head, err := read(r, 0, 12)
	if err != nil || string(head[:4]) != "ttcf" {
		return []int64{0}, err
	}
	n := int(binary.BigEndian.Uint32(head[8:]))
	if n < 1 || n > maxMembers {
		return nil, errors.New("impossible number of fonts")
	}
	table, err := read(r, 12, 4*n)
	if err != nil {
		return nil, err
	}
	starts := make([]int64, n)
	for i := range starts {
		starts[i] = int64(binary.BigEndian.Uint32(table[4*i:]))
	}
	return starts, nil
}

func nameTable(r io.ReaderAt, start int64) ([]byte, error) {
	head, err := read(r, start, 12)
	if err != nil {
		return nil, err
	}
	n := int(binary.BigEndian.Uint16(head[4:]))
	if n > maxTables {
		return nil, errors.New("impossible number of tables")
	}
	directory, err := read(r, start+12, 16*n)
	if err != nil {
		return nil, err
	}
	for ; len(directory) > 0; directory = directory[16:] {
		if string(directory[:4]) == "name" {
			size := binary.BigEndian.Uint32(directory[12:])
			return read(r, int64(binary.BigEndian.Uint32(directory[8:])), int(min(size, maxNames)))
		}
	}
	return nil, errors.New("no names")
}

func read(r io.ReaderAt, at int64, n int) ([]byte, error) {
	data := make([]byte, n)
	if got, err := r.ReadAt(data, at); got < n {
		return nil, err
	}
	return data, nil
}

// eachName calls found for the entries of a name table that are in Unicode or
// plain Latin, until it returns false.
func eachName(table []byte, found func(id int, text string) bool) {
	if len(table) < 6 {
		return
	}
	n, store := int(binary.BigEndian.Uint16(table[2:])), int(binary.BigEndian.Uint16(table[4:]))
	for i := 0; i < n && len(table) >= 18+i*12; i++ {
		e := table[6+i*12:]
		from := store + int(binary.BigEndian.Uint16(e[10:]))
		to := from + int(binary.BigEndian.Uint16(e[8:]))
		if to > len(table) {
			continue
		}
		text := string(table[from:to])
		if platform := binary.BigEndian.Uint16(e); platform != 1 {
			text = wide(table[from:to])
		}
		if !found(int(binary.BigEndian.Uint16(e[6:])), text) {
			return
		}
	}
}

func wide(b []byte) string {
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = binary.BigEndian.Uint16(b[2*i:])
	}
	return string(utf16.Decode(units))
}
