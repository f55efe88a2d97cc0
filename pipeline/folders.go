package pipeline

import (
	"path/filepath"
	"strings"

	"luzhou/extract"
)

// checkFolders refuses an output folder that is a source, and one that lies in a
// source unless that is asked for.
func checkFolders(sources []string, out string, inside bool) error {
	for _, src := range sources {
		same, err := samePath(out, src)
		if err != nil {
			return &InputError{src, err}
		}
		lies, err := within(out, src)
		switch {
		case err != nil:
			return &InputError{src, err}
		case same:
			return &UsageError{extract.Text{
				ZH: "输出文件夹 " + out + " 就是输入文件夹：请另选输出文件夹",
				EN: "the output folder " + out + " is the input folder: choose another"}}
		case lies && !inside:
			return &UsageError{extract.Text{
				ZH: "输出文件夹 " + out + " 在输入文件夹 " + src + " 之内：请另选输出文件夹，或加 --inside",
				EN: "the output folder " + out + " lies in the input folder " + src + ": choose another, or give --inside"}}
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
