package pipeline

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"luzhou/extract"
)

// checkFolders refuses an output folder that is a source or holds one, and one
// that lies in a source unless that is asked for.
func checkFolders(sources []string, out string, inside bool) error {
	o, err := resolve(out)
	if err != nil {
		return &InputError{out, err}
	}
	for _, src := range sources {
		s, err := resolve(src)
		if err != nil {
			return &InputError{src, err}
		}
		info, statErr := os.Stat(src)
		folder := statErr == nil && info.IsDir()
		switch {
		case s == o:
			return &UsageError{extract.Text{
				ZH: "输出文件夹 " + out + " 就是输入文件夹：请另选输出文件夹",
				EN: "the output folder " + out + " is the input folder: choose another"}}
		case folder && within(s, o):
			return &UsageError{extract.Text{
				ZH: "输入文件夹 " + src + " 在输出文件夹 " + out + " 之内：请另选输出文件夹",
				EN: "the input folder " + src + " lies in the output folder " + out + ": choose another output folder"}}
		case within(o, s) && !inside:
			return &UsageError{extract.Text{
				ZH: "输出文件夹 " + out + " 在输入文件夹 " + src + " 之内：请另选输出文件夹，或加 --inside",
				EN: "the output folder " + out + " lies in the input folder " + src + ": choose another, or give --inside"}}
		}
	}
	return nil
}

// within reports whether path is folder or lies below it, both resolved.
func within(path, folder string) bool {
	rel, err := filepath.Rel(folder, path)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}

// checkNew refuses a folder without books in which one of the files about all
// inputs stands alone, such as the page of a web site.
func checkNew(out string) error {
	if _, err := os.Lstat(filepath.Join(out, keepFolder, ledgerName)); err == nil {
		return nil
	}
	var there []string
	for _, name := range []string{manifestName, pageName} {
		if _, err := os.Lstat(filepath.Join(out, name)); err == nil {
			there = append(there, filepath.Join(out, name))
		}
	}
	if len(there) != 1 {
		return nil
	}
	return &OutputError{&fs.PathError{Op: "write", Path: there[0], Err: errForeign}}
}

var errForeign = &UsageError{extract.Text{
	ZH: "已存在且不是 luzhou 所写：请另选输出文件夹", EN: "is there already and was not written by luzhou: choose another output folder"}}

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
