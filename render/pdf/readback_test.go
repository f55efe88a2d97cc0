package pdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"luzhou/render"
)

// pageTexts reads the text of a file of ours back, page by page, through the
// character maps a reader would use.
func pageTexts(t *testing.T, data []byte) []string {
	t.Helper()
	f, err := parseFile(data)
	if err != nil {
		t.Fatal(err)
	}
	maps := map[string]map[string]rune{}
	for _, m := range regexp.MustCompile(`/(T\d+) (\d+) 0 R`).FindAllSubmatch(f.objects[2].text, -1) {
		font, _ := strconv.Atoi(string(m[2]))
		maps[string(m[1])] = readMap(t, string(f.objects[font+4].text))
	}
	var pages []string
	for _, o := range f.objects[1:] {
		m := regexp.MustCompile(`^<</Type /Page\n(?s:.*)/Contents (\d+) 0 R`).FindSubmatch(o.text)
		if m == nil {
			continue
		}
		number, _ := strconv.Atoi(string(m[1]))
		var text strings.Builder
		face := ""
		for _, op := range regexp.MustCompile(`/(T\d+) \S+ Tf|<([0-9a-f]*)> Tj|Tm`).FindAllStringSubmatch(inflate(t, f.objects[number].text), -1) {
			switch {
			case op[1] != "":
				face = op[1]
			case op[0] == "Tm":
				text.WriteByte('\n')
			}
			for hex := op[2]; hex != ""; hex = hex[4:] {
				r, ok := maps[face][hex[:4]]
				if !ok {
					t.Fatalf("face %s has no character %s", face, hex[:4])
				}
				text.WriteRune(r)
			}
		}
		pages = append(pages, text.String())
	}
	return pages
}

func readMap(t *testing.T, text string) map[string]rune {
	m := map[string]rune{}
	for _, part := range regexp.MustCompile(`(?m)^<([0-9a-f]{4})><[0-9a-f]{4}>\[(.*)\]$`).FindAllStringSubmatch(text, -1) {
		code, err := strconv.ParseUint(part[1], 16, 32)
		for _, hex := range strings.Split(strings.Trim(part[2], "<>"), "><") {
			var r uint64
			if err == nil {
				r, err = strconv.ParseUint(hex, 16, 32)
			}
			m[fmt.Sprintf("%04x", code)] = rune(r)
			code++
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return m
}

func inflate(t *testing.T, o []byte) string {
	t.Helper()
	_, packed, ok := bytes.Cut(o, []byte("stream\n"))
	if !ok {
		t.Fatalf("no stream in %.60q", o)
	}
	r, err := zlib.NewReader(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// checkTexts asserts that a file holds every paragraph and cell of a layout.
func checkTexts(t *testing.T, l render.Layout, pages []string) {
	t.Helper()
	folded := func(s string) string { return strings.Join(strings.Fields(s), "") }
	number := regexp.MustCompile(`(?m)^— \d+ —$`)
	all := folded(number.ReplaceAllString(strings.Join(pages, "\n"), ""))
	check := func(text string) {
		if !strings.Contains(all, folded(text)) {
			t.Errorf("no %q", text)
		}
	}
	for _, b := range l.Blocks {
		if b.Paragraph != nil {
			check(b.Paragraph.Text)
			continue
		}
		for _, c := range b.Table.Cells {
			check(c.Text)
		}
	}
}
