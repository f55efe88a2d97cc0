package pipeline

import (
	"path"
	"strconv"
	"strings"
	"unicode/utf8"

	"luzhou/extract/charset"
	"luzhou/pipeline/ledger"
)

// Names of outputs must work on every file system the folder may be copied to,
// and differ from each other on those that do not tell upper from lower case.

// maxName leaves room in the 255 bytes of a name for the ending of a format and
// the mark of a temporary.
const maxName = 220

// maxPath leaves room in the 4,096 bytes of a path for the output folder.
const maxPath = 2000

// marked is how many digits of the checksum make a name distinct.
const (
	marked      = 8
	markedLong  = 12 // where nothing else of the source's name is kept
	unknownYear = "年度不明"
	unknownBody = "单位不明"
)

// outputNames gives each input the name of its outputs, to which the ending of
// the format is added. A name that had to be changed, that equals another but for
// case, or whose output would be named like a folder or a file about all inputs,
// gets digits of the checksum.
func outputNames(looked []looked, gone []*ledger.Record) []string {
	names := make([]string, len(looked))
	count := map[string]int{}
	for _, r := range gone { // their outputs stay where they are
		count[strings.ToLower(string(r.Name))]++
	}
	folders := map[string]bool{manifestName: true, pageName: true}
	for i := range looked {
		names[i] = safePath(looked[i].Name)
		count[strings.ToLower(names[i])]++
		for d := path.Dir(names[i]); d != "." && !folders[strings.ToLower(d)]; d = path.Dir(d) {
			folders[strings.ToLower(d)] = true
		}
	}
	for i := range looked {
		l := &looked[i]
		if names[i] == l.Name && count[strings.ToLower(names[i])] == 1 && !isFolder(folders, names[i]) {
			continue
		}
		names[i] += "-" + mark(l.sum, marked)
		marked := strings.ToLower(names[i])
		if count[marked]++; count[marked] > 1 {
			names[i] += "-" + strconv.Itoa(count[marked])
		}
	}
	return names
}

func mark(sum string, digits int) string { return sum[:min(digits, len(sum))] }

// isFolder reports whether an output of the name would stand where a folder must.
func isFolder(folders map[string]bool, name string) bool {
	for _, w := range Writers {
		if folders[strings.ToLower(name+"."+w.Name)] {
			return true
		}
	}
	return false
}

// canonicalName names the outputs of a report after its year and body. The digits
// of the checksum are always there, so that no later report renames an earlier one.
func canonicalName(year, body, sum string) string {
	if year == "0" {
		year = unknownYear
	}
	if body == "" {
		body = unknownBody
	}
	return year + "/" + safeName(body) + "-" + mark(sum, markedLong)
}

// safePath makes each part of a path a name that every system takes, and none of
// those that the output folder uses itself. Of a path too long it keeps the ends.
func safePath(name string) string {
	parts := strings.Split(name, "/")
	for i := range parts {
		parts[i] = safeName(parts[i])
	}
	switch strings.ToLower(parts[0]) {
	case keepFolder, manifestName, pageName:
		parts[0] = "_" + parts[0]
	}
	if safe := strings.Join(parts, "/"); len(safe) <= maxPath {
		return safe
	}
	return parts[0] + "/" + parts[len(parts)-1]
}

// safeName replaces what Windows does not take in a name: some characters, a dot
// or blank at the end, the names of devices. Bytes that are no UTF-8 cannot stand
// in a name there; they are most often GBK.
func safeName(name string) string {
	name = readable(name)
	name = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r == utf8.RuneError || strings.ContainsRune(`<>:"|?*\/`, r) {
			return '_'
		}
		return r
	}, name)
	if name == "" || strings.HasSuffix(name, ".") || strings.HasSuffix(name, " ") {
		name = strings.TrimRight(name, ". ") + "_"
	}
	stem, _, _ := strings.Cut(strings.ToLower(name), ".")
	if isDevice(strings.TrimRight(stem, " ")) {
		name = "_" + name
	}
	for len(name) > maxName {
		_, size := utf8.DecodeLastRuneInString(name)
		name = name[:len(name)-size]
	}
	return name
}

// isDevice knows the names of devices, after Microsoft's "Naming Files, Paths, and
// Namespaces".
func isDevice(stem string) bool {
	switch stem {
	case "con", "prn", "aux", "nul", "conin$", "conout$":
		return true
	}
	if number, ok := strings.CutPrefix(stem, "com"); ok {
		stem = number
	} else if stem, ok = strings.CutPrefix(stem, "lpt"); !ok {
		return false
	}
	return utf8.RuneCountInString(stem) == 1 && strings.Contains("0123456789¹²³", stem)
}

// readable gives a name in characters: bytes that are no UTF-8 are read as
// GB18030 if they are that.
func readable(name string) string {
	if utf8.ValidString(name) {
		return name
	}
	if text, bad := charset.DecodeCodePage(chinese, []byte(name)); bad == 0 {
		return text
	}
	return name
}
