package pipeline

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// Input is one file to convert, or one member of an archive.
type Input struct {
	Path   string // as opened
	Name   string // relative to its source, with slashes; names the outputs
	Member int    // place in the archive at Path, from 1; 0 when Path is the input itself
	Inside string // name in that archive
	size   int64
	mod    time.Time
	err    error // why it cannot be read, when that is known already
}

// Shown is the path of an input as people are told it.
func (in Input) Shown() string {
	if in.Member == 0 {
		return in.Path
	}
	return in.Path + "/" + in.Inside
}

// FindInputs lists the files of the sources in sorted order. A single folder
// gives names relative to it, several sources put each under its base name. Links
// are not followed, and out, the folder of the outputs, is passed over.
func FindInputs(sources []string, out string) ([]Input, error) {
	list, _, err := findInputs(sources, out)
	return list, err
}

// findInputs also names the links and other special files that it passed over.
func findInputs(sources []string, out string) (list []Input, passed []string, err error) {
	w := walker{out: out}
	for _, src := range sources {
		info, err := os.Stat(src)
		if err != nil {
			return nil, nil, &InputError{src, err}
		}
		if !info.IsDir() {
			w.list = append(w.list, Input{Path: src, Name: filepath.Base(src), size: info.Size(), mod: info.ModTime()})
			continue
		}
		prefix := ""
		if len(sources) > 1 {
			prefix = filepath.Base(filepath.Clean(src))
		}
		if err := w.walk(src, prefix); err != nil {
			return nil, nil, err
		}
	}
	slices.SortStableFunc(w.list, func(a, b Input) int { return strings.Compare(a.Name, b.Name) })
	makeDistinct(w.list)
	return w.list, w.passed, nil
}

type walker struct {
	out    string
	list   []Input
	passed []string
}

func (w *walker) walk(root, prefix string) error {
	return filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		rel, relErr := filepath.Rel(root, path)
		if relErr != nil {
			return &InputError{path, relErr}
		}
		in := Input{Path: path, Name: filepath.ToSlash(filepath.Join(prefix, rel)), err: err}
		switch {
		case err != nil && path == root:
			return &InputError{path, err}
		case err != nil: // a folder that cannot be listed, or a file gone meanwhile
			w.list = append(w.list, in)
			return nil
		case d.IsDir():
			if same, _ := samePath(path, w.out); same && path != root {
				return filepath.SkipDir
			}
			return nil
		case isTemporary(d.Name()):
			return nil
		case !d.Type().IsRegular():
			w.passed = append(w.passed, path)
			return nil
		}
		info, err := d.Info()
		if err != nil {
			in.err = err
		} else {
			in.size, in.mod = info.Size(), info.ModTime()
		}
		w.list = append(w.list, in)
		return nil
	})
}

// makeDistinct numbers the inputs of a sorted list that have the same name, as
// two sources of one base name give them.
func makeDistinct(list []Input) {
	seen := make(map[string]bool, len(list))
	for i := range list {
		name := list[i].Name
		for n := 2; seen[list[i].Name]; n++ {
			list[i].Name = fmt.Sprintf("%s~%d", name, n)
		}
		seen[list[i].Name] = true
	}
}

// InputError is a source that cannot be read.
type InputError struct {
	Path string
	Err  error
}

func (e *InputError) Error() string { return e.Path + ": " + e.Err.Error() }
func (e *InputError) Unwrap() error { return e.Err }
