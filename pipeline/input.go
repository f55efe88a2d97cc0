package pipeline

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"luzhou/extract"
)

// Input is one file to convert.
type Input struct {
	Path string // as opened
	Name string // relative to its source, with slashes; names the outputs
}

// FindInputs lists the files of the sources in sorted order. A single folder
// gives names relative to it, several sources put each under its base name. Links
// are not followed, and out, the folder of the outputs, is passed over.
func FindInputs(sources []string, out string) ([]Input, error) {
	var list []Input
	for _, src := range sources {
		info, err := os.Stat(src)
		if err != nil {
			return nil, &InputError{src, err}
		}
		if !info.IsDir() {
			list = append(list, Input{src, filepath.Base(src)})
			continue
		}
		prefix := ""
		if len(sources) > 1 {
			prefix = filepath.Base(filepath.Clean(src))
		}
		found, err := walk(src, prefix, out)
		if err != nil {
			return nil, err
		}
		list = append(list, found...)
	}
	slices.SortStableFunc(list, func(a, b Input) int { return strings.Compare(a.Name, b.Name) })
	return list, nil
}

func walk(root, prefix, out string) ([]Input, error) {
	var list []Input
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return &InputError{path, err}
		}
		if d.IsDir() {
			if same, _ := samePath(path, out); same && path != root {
				return filepath.SkipDir
			}
			return nil
		}
		if !d.Type().IsRegular() || strings.HasPrefix(d.Name(), ".luzhou-") {
			return nil
		}
		rel, err := filepath.Rel(root, path)
		if err != nil {
			return &InputError{path, err}
		}
		list = append(list, Input{path, filepath.ToSlash(filepath.Join(prefix, rel))})
		return nil
	})
	return list, err
}

// InputError is a source that cannot be read.
type InputError struct {
	Path string
	Err  error
}

func (e *InputError) Error() string { return e.Path + ": " + e.Err.Error() }
func (e *InputError) Unwrap() error { return e.Err }

// checkFolders refuses an output folder that is a source or lies in one.
func checkFolders(sources []string, out string) error {
	for _, src := range sources {
		inside, err := within(out, src)
		if err != nil {
			return &InputError{src, err}
		}
		if inside {
			return &UsageError{extract.Text{
				ZH: "输出文件夹 " + out + " 在输入文件夹 " + src + " 之内：请另选输出文件夹",
				EN: "the output folder " + out + " lies in the input folder " + src + ": choose another"}}
		}
	}
	return nil
}

// within reports whether path is folder or lies below it, links resolved.
func within(path, folder string) (bool, error) {
	p, err := resolve(path)
	if err != nil {
		return false, err
	}
	f, err := resolve(folder)
	if err != nil {
		return false, err
	}
	rel, err := filepath.Rel(f, p)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator)), nil
}

func samePath(a, b string) (bool, error) {
	x, err := resolve(a)
	if err != nil {
		return false, err
	}
	y, err := resolve(b)
	return x == y, err
}

// resolve makes a path absolute and follows the links of the part that exists.
func resolve(path string) (string, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	rest := ""
	for p := path; ; {
		if real, err := filepath.EvalSymlinks(p); err == nil {
			return filepath.Join(real, rest), nil
		}
		up := filepath.Dir(p)
		if up == p {
			return path, nil
		}
		rest, p = filepath.Join(filepath.Base(p), rest), up
	}
}
