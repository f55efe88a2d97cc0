package mhtml

import (
	"bytes"
	"strings"

	"luzhou/extract"
)

// archive is a message taken apart.
type archive struct {
	parts    []*part
	entities int  // parts met, with those that hold others
	cut      bool // the last boundary is missing
	broken   bool // a transfer encoding has errors
}

// maxParts bounds the parts of an archive.
const maxParts = 10_000

// split adds the parts of an entity, those of a multipart one by one.
func (a *archive) split(p *part, depth int) error {
	if depth > extract.MaxNesting {
		return extract.Refuse(extract.RefusedLimit, extract.Text{ZH: "嵌套过深", EN: "nested too deep"})
	}
	if !strings.HasPrefix(p.media, "multipart/") {
		p.broken = &a.broken
		a.parts = append(a.parts, p)
		return nil
	}
	bodies, ended := cutAt(p.body, p.params["boundary"])
	if len(bodies) == 0 {
		bodies, ended = cutAt(p.body, firstBoundary(p.body))
	}
	a.cut = a.cut || !ended
	for _, body := range bodies {
		if a.entities++; a.entities > maxParts {
			return extract.Refuse(extract.RefusedLimit, extract.Text{ZH: "部件过多", EN: "too many parts"})
		}
		inner := header(body)
		if inner == nil {
			continue // a part without headers is the preamble of none
		}
		if err := a.split(inner, depth+1); err != nil {
			return err
		}
	}
	return nil
}

// cutAt returns what stands between the boundary lines. ended tells whether
// the last boundary was there.
func cutAt(body []byte, boundary string) (parts [][]byte, ended bool) {
	if boundary == "" {
		return nil, false
	}
	mark := []byte("--" + boundary)
	start := -1
	for at := 0; at < len(body); {
		n := bytes.Index(body[at:], mark)
		if n < 0 {
			break
		}
		n += at
		text, rest := line(body[n:])
		at = len(body) - len(rest)
		tail := bytes.TrimSpace(text[len(mark):])
		if n > 0 && body[n-1] != '\n' && body[n-1] != '\r' || len(tail) > 0 && string(tail) != "--" {
			at = n + len(mark)
			continue
		}
		if start >= 0 && len(parts) <= maxParts { // one more than may be: it is refused
			parts = append(parts, body[start:n])
		}
		if start = at; len(tail) > 0 {
			return parts, true
		}
	}
	if start >= 0 && start < len(body) && len(parts) <= maxParts {
		parts = append(parts, body[start:])
	}
	return parts, false
}

// firstBoundary guesses the boundary of a message whose headers name another:
// the first line with two dashes before the headers of a part.
func firstBoundary(body []byte) string {
	for len(body) > 0 {
		var text []byte
		text, body = line(body)
		if bytes.HasPrefix(text, []byte("--")) && len(body) >= 8 && strings.EqualFold(string(body[:8]), "content-") {
			return string(bytes.TrimSpace(text[2:]))
		}
	}
	return ""
}

// root returns the page of the archive: the one named as start, otherwise the
// first.
func (a *archive) root(whole *part) *part {
	if start := strings.Trim(whole.params["start"], "<> "); start != "" {
		for _, p := range a.parts {
			if p.id == start && isPage(p.media) {
				return p
			}
		}
	}
	for _, p := range a.parts {
		if isPage(p.media) {
			return p
		}
	}
	return nil
}
