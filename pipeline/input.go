package pipeline

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"luzhou/extract"
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

// findInputs lists the files of the sources in sorted order, each file once. A
// single folder gives names relative to it, several sources put each under its
// base name. A source may be a link; below it links and other special files are
// not read but named in passed. out, the folder of the outputs, is passed over;
// empty for none.
func findInputs(sources []string, out string) (list []Input, passed []string, err error) {
	roots, err := distinctRoots(sources)
	if err != nil {
		return nil, nil, err
	}
	w := walker{}
	if len(roots) > 1 {
		w.seen = map[string]bool{}
	}
	if out != "" {
		if w.out, err = resolve(out); err != nil {
			return nil, nil, &InputError{out, err}
		}
	}
	for _, r := range roots {
		if err := w.add(r, len(roots) > 1); err != nil {
			return nil, nil, err
		}
	}
	slices.SortStableFunc(w.list, func(a, b Input) int { return strings.Compare(a.Name, b.Name) })
	makeDistinct(w.list)
	return w.list, w.passed, nil
}

// root is a source as given and as the system knows it.
type root struct{ given, real string }

// distinctRoots leaves out the sources that are given again.
func distinctRoots(sources []string) (roots []root, err error) {
	seen := make(map[string]bool, len(sources))
	for _, src := range sources {
		real, err := resolve(src)
		if err != nil {
			return nil, &InputError{src, err}
		}
		if !seen[real] {
			seen[real] = true
			roots = append(roots, root{src, real})
		}
	}
	return roots, nil
}

type walker struct {
	out    string          // as the system knows it
	seen   map[string]bool // files on the list, as the system knows them; nil where none can come twice
	list   []Input
	passed []string
}

var errSpecial = &UsageError{extract.Text{ZH: "不是普通文件：请给出文件或文件夹", EN: "is no ordinary file: name a file or a folder"}}

// add lists a source; named says that the names begin with its own.
func (w *walker) add(r root, named bool) error {
	info, err := os.Stat(r.given)
	switch {
	case err != nil:
		return &InputError{r.given, err}
	case info.IsDir():
		prefix := ""
		if named {
			if prefix, err = filepath.Abs(r.given); err != nil { // a name even for . and ..
				return &InputError{r.given, err}
			}
			prefix = filepath.Base(prefix)
		}
		return w.walk(r, prefix)
	case !info.Mode().IsRegular():
		return &InputError{r.given, errSpecial}
	}
	w.take(r.real, Input{Path: r.given, Name: filepath.Base(r.given), size: info.Size(), mod: info.ModTime()})
	return nil
}

func (w *walker) take(real string, in Input) {
	if w.seen[real] {
		return
	}
	if w.seen != nil {
		w.seen[real] = true
	}
	w.list = append(w.list, in)
}

func (w *walker) walk(r root, prefix string) error {
	return filepath.WalkDir(r.real, func(path string, d fs.DirEntry, err error) error {
		rel, relErr := filepath.Rel(r.real, path)
		if relErr != nil {
			return &InputError{path, relErr}
		}
		in := Input{Path: filepath.Join(r.given, rel), Name: filepath.ToSlash(filepath.Join(prefix, rel)), err: err}
		switch {
		case err != nil && path == r.real:
			return &InputError{r.given, err}
		case err != nil: // a folder that cannot be listed, or a file gone meanwhile
			w.take(path, in)
			return nil
		case d.IsDir():
			if path == w.out && path != r.real {
				return filepath.SkipDir
			}
			return nil
		case isTemporary(d.Name()):
			return nil
		case !d.Type().IsRegular():
			w.passed = append(w.passed, in.Path)
			return nil
		}
		info, err := d.Info()
		if err != nil {
			in.err = err
		} else {
			in.size, in.mod = info.Size(), info.ModTime()
		}
		w.take(path, in)
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
