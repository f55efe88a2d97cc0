package html

import "strings"

// slim leaves out of a page the attributes that nothing reads, neither this
// package nor the parser: word processors write a hundred bytes of borders and
// fonts into every cell, and the parser spends half of its time on them. It goes
// through the page as the tokenizer of HTML5 does (WHATWG section 13.2.5); at
// what depends on more than the characters read so far, such as SVG, it leaves
// the rest of the page as it is.
func slim(text string) string {
	s := slimmer{}
	var out strings.Builder
	done := 0
	for at := 0; ; {
		next := strings.IndexByte(text[at:], '<')
		if next < 0 {
			break
		}
		at += next
		size, short := s.markup(text[at:])
		if size == 0 {
			break
		}
		if len(short) < size {
			if done == 0 {
				out.Grow(len(text))
			}
			out.WriteString(text[done:at])
			out.WriteString(short)
			done = at + size
		}
		at += size
	}
	if done == 0 {
		return text
	}
	out.WriteString(text[done:])
	return out.String()
}

// slimmer remembers what became of tags: most come again and again.
type slimmer map[string]string

// mostTags bounds what is remembered.
const mostTags = 4096

// markup reads a tag, with its text where that is no HTML, a comment or a
// declaration. It returns its size and what is left of it; the size is 0 where the
// rest has to stay as it is.
func (s slimmer) markup(text string) (size int, short string) {
	switch {
	case len(text) < 3:
		return 0, ""
	case letter(text[1]):
		return s.tag(text)
	case text[1] == '/' && letter(text[2]):
		size = 3
		for size < len(text) && letter(text[size]) {
			size++
		}
		if size == len(text) || text[size] != '>' { // it is not as short as nearly all are
			return s.tag(text)
		}
		size++
	case strings.HasPrefix(text, "<!--"):
		const open = len("<!") // its dashes may be those of the end
		end := strings.Index(text[open:], "-->")
		if end < 0 || strings.Contains(text[open:open+end], "--!>") {
			return 0, ""
		}
		size = open + end + len("-->")
	case strings.HasPrefix(text, "<![CDATA["), text[1] == '/':
		return 0, ""
	case text[1] == '!' || text[1] == '?':
		size = strings.IndexByte(text, '>') + 1
	default:
		size = 1
	}
	return size, text[:size]
}

func (s slimmer) tag(text string) (size int, short string) {
	whole := text[:strings.IndexByte(text, '>')+1]
	if short, known := s[whole]; known {
		return len(whole), short
	}
	size, name, attrs := readTag(text)
	starts := text[1] != '/'
	switch {
	case size == 0 || starts && foreign[name]:
		return 0, ""
	case starts && rawText[name]:
		end := rawEnd(text[size:], name)
		if end < 0 {
			return 0, ""
		}
		return size + end, text[:size+end]
	}
	short = text[:size]
	if starts && slimmed[name] && text[size-2] != '/' {
		short = shortened(text[:len("<")+len(name)], attrs)
	}
	if size == len(whole) && len(s) < mostTags {
		s[whole] = short
	}
	return size, short
}

// attribute is one as it is written.
type attribute struct{ name, value, written string }

// readTag reads a start or end tag as the tokenizer does. name is in lower case;
// the size is 0 when the tag does not end.
func readTag(text string) (size int, name string, attrs []attribute) {
	at := len("<")
	if text[at] == '/' {
		at++
	}
	until := func(stops string) string {
		n := strings.IndexAny(text[at:], stops)
		if n < 0 {
			n = len(text) - at
		}
		at += n
		return text[at-n : at]
	}
	skip := func() {
		for at < len(text) && strings.IndexByte(tagBlanks, text[at]) >= 0 {
			at++
		}
	}
	name = strings.ToLower(until(tagBlanks + "/>"))
	for {
		if skip(); at >= len(text) {
			return 0, "", nil
		}
		if text[at] == '>' {
			return at + 1, name, attrs
		}
		a := attribute{}
		from := at
		if text[at] == '=' { // is a letter of the name
			at++
		}
		until(tagBlanks + "=/>")
		a.name = strings.ToLower(text[from:at])
		a.written = text[from:at]
		if skip(); at < len(text) && text[at] == '/' {
			at++
		} else if at < len(text) && text[at] == '=' {
			at++
			if skip(); at >= len(text) {
				return 0, "", nil
			}
			switch quote := text[at]; quote {
			case '>':
			case '"', '\'':
				at++
				a.value = until(string(quote))
				at++
			default:
				a.value = until(tagBlanks + ">")
			}
			a.written = text[from:min(at, len(text))]
		}
		attrs = append(attrs, a)
	}
}

const tagBlanks = " \n\r\t\f"

// shortened writes a tag with the attributes that are read. Of a name that stands
// twice the first counts.
func shortened(open string, attrs []attribute) string {
	styles := 0
	for _, a := range attrs {
		read := attrsRead[a.name]
		if a.name == "style" {
			styles++
			read = styles == 1 && styleRead(a.value)
		}
		if read {
			open += " " + a.written
		}
	}
	return open + ">"
}

// styleRead tells whether a style may say anything that is read: see style.set and
// symbolStyle. One with references is not looked into.
func styleRead(value string) bool {
	value = strings.ToLower(value)
	for _, word := range [...]string{"&", "display", "visibility", "white-space", "list-style", "mso-hide", "mso-element",
		"mso-list", "mso-tab-count", "mso-footnote-id", "mso-endnote-id", "wingdings", "symbol"} {
		if strings.Contains(value, word) {
			return true
		}
	}
	return false
}

var (
	// slimmed are the elements whose attributes mean nothing to the parser. Those
	// for formatting are none of them: it compares theirs.
	slimmed   = set("table colgroup col thead tbody tfoot tr td th p div span h1 h2 h3 h4 h5 h6")
	attrsRead = set("class id name title type start value reversed hidden colspan rowspan")
	// rawText are the elements that hold no tags (WHATWG section 13.1.2.4 and what
	// is read so for scripting).
	rawText = set("script style title textarea iframe noembed noframes noscript xmp")
	// foreign are the elements after whose tag the same characters may be read in
	// another way.
	foreign = set("svg math plaintext")
)

// rawEnd finds the end tag of an element that holds no tags. Scripts that hold
// scripts in comments are for the tokenizer.
func rawEnd(text, name string) int {
	for at := 0; ; at += len("</") {
		next := strings.Index(text[at:], "</")
		if next < 0 {
			return -1
		}
		at += next
		rest := text[at+len("</"):]
		if len(rest) <= len(name) || !strings.EqualFold(rest[:len(name)], name) || strings.IndexByte(tagBlanks+"/>", rest[len(name)]) < 0 {
			continue
		}
		if name == "script" && strings.Contains(text[:at], "<!--") && strings.Contains(strings.ToLower(text[:at]), "<script") {
			return -1
		}
		return at
	}
}

func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
