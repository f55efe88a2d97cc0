package html

import (
	"bytes"
	"regexp"
)

// declaration returns the character set the page names: in its first meta
// element that has one, wherever it stands, or in its XML declaration.
func declaration(data []byte) string {
	for rest := data; ; {
		i := bytes.IndexByte(rest, '<')
		if i < 0 {
			break
		}
		rest = rest[i+1:]
		if bytes.HasPrefix(rest, []byte("!--")) {
			end := bytes.Index(rest, []byte("-->"))
			if end < 0 {
				break
			}
			rest = rest[end:]
			continue
		}
		if len(rest) < 5 || !bytes.EqualFold(rest[:4], []byte("meta")) {
			continue
		}
		tag := rest[:min(len(rest), longestTag)]
		if end := bytes.IndexByte(tag, '>'); end >= 0 {
			tag = tag[:end]
		}
		if m := metaCharset.FindSubmatch(tag); m != nil {
			return string(m[1])
		}
	}
	if m := xmlEncoding.FindSubmatch(data[:min(len(data), longestTag)]); m != nil {
		return string(m[1])
	}
	return ""
}

// longestTag bounds the search for the end of a tag.
const longestTag = 1024

var (
	metaCharset = regexp.MustCompile(`(?i)[\s;"'/]charset\s*=\s*["']?\s*([^\s"'/>;]+)`)
	xmlEncoding = regexp.MustCompile(`^\s*(?:\xEF\xBB\xBF)?<\?xml\s[^>]*encoding\s*=\s*["']([^"']+)["']`)
)
