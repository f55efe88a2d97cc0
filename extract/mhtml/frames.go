package mhtml

import (
	"net/url"
	"path"
	"regexp"
	"strings"

	"luzhou/extract"
	"luzhou/extract/charset"
)

// frame finds the pages a page frames. The markup of framesets is plain enough
// for that; the text itself is read by the reader of HTML.
var frame = regexp.MustCompile(`(?is)<i?frame\b[^>]*?\bsrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))`)

// maxFrames bounds the frames of one page.
const maxFrames = 256

func sources(p *part) []string {
	text, _, _ := charset.Decode(p.content(), p.params["charset"])
	var list []string
	for _, m := range frame.FindAllStringSubmatch(text, maxFrames) {
		list = append(list, strings.ReplaceAll(m[1]+m[2]+m[3], "&amp;", "&"))
	}
	return list
}

// frames returns the pages framed by a page, each once, in order; a frameset
// inside a frame is opened in its turn.
func (a *archive) frames(root *part) []*part {
	seen := map[*part]bool{root: true}
	pages := a.index()
	if len(pages.byID)+len(pages.byAddress) < 2 {
		return nil
	}
	var framed []*part
	for queue := []*part{root}; len(queue) > 0 && len(framed) < maxFrames; {
		var inner []*part
		for _, src := range sources(queue[0]) {
			if p := pages.find(queue[0], src); p != nil && !seen[p] {
				seen[p] = true
				inner = append(inner, p)
			}
		}
		framed = append(framed, inner...)
		queue = append(inner, queue[1:]...)
	}
	return framed
}

// index finds pages by content id, by address and by file name; of several of
// one name the first.
type index struct{ byID, byAddress, byFile map[string]*part }

func (a *archive) index() index {
	x := index{map[string]*part{}, map[string]*part{}, map[string]*part{}}
	add := func(m map[string]*part, key string, p *part) {
		if _, twice := m[key]; key != "" && !twice {
			m[key] = p
		}
	}
	for _, p := range a.parts {
		if isPage(p.media) {
			add(x.byID, p.id, p)
			add(x.byAddress, p.location, p)
			add(x.byFile, fileName(p.location), p)
		}
	}
	return x
}

// find returns the page that a reference in another names: by content id, by
// its whole address, or else by its file name.
func (x index) find(from *part, src string) *part {
	if id, ok := strings.CutPrefix(src, "cid:"); ok {
		return x.byID[id]
	}
	for _, address := range []string{src, resolve(from.location, src)} {
		if p := x.byAddress[address]; p != nil {
			return p
		}
	}
	return x.byFile[fileName(src)]
}

// printable keeps an address fit for one line of a message.
func printable(address string) string {
	const longest = 120
	r := []rune(strings.Join(strings.FieldsFunc(address, func(r rune) bool { return r < ' ' || r == 0x7F }), " "))
	return string(r[:min(len(r), longest)])
}

func resolve(base, ref string) string {
	b, err := url.Parse(base)
	if err != nil {
		return ref
	}
	r, err := b.Parse(ref)
	if err != nil {
		return ref
	}
	return r.String()
}

func fileName(location string) string {
	if location == "" {
		return ""
	}
	if u, err := url.Parse(location); err == nil && u.Path != "" {
		location = u.Path
	}
	return path.Base(strings.ReplaceAll(location, `\`, "/"))
}

// join puts pages behind one another. One that cannot be read is told as
// missing; the error is that of the first when nothing can be read.
func (a *archive) join(pages []*part) (*extract.Document, error) {
	all := &extract.Document{}
	var failed error
	for _, p := range pages {
		doc, err := p.page()
		if err != nil {
			if failed == nil {
				failed = err
			}
			all.Findings = append(all.Findings, extract.Find(extract.PartMissing, nil, printable(p.location)))
			continue
		}
		for _, n := range doc.Notes {
			n.Pos.Block += len(all.Blocks)
			all.Notes = append(all.Notes, n)
		}
		for _, f := range doc.Findings {
			if f.Pos != nil {
				at := *f.Pos
				at.Block += len(all.Blocks)
				f.Pos = &at
			}
			all.Findings = append(all.Findings, f)
		}
		if blank(doc) && len(pages) > 1 {
			continue
		}
		if len(all.Blocks) == 0 {
			all.Source = doc.Source
		}
		all.Blocks = append(all.Blocks, doc.Blocks...)
	}
	if len(all.Blocks) == 0 && failed != nil {
		return nil, failed
	}
	extract.Locate(all.Blocks)
	return all, nil
}
