package docx

import (
	"bytes"
	"errors"
)

// scanner walks the tags of one XML part. It is not encoding/xml because that
// spends 4 ms on the 167 KB a four-page report has, twice the budget of the
// whole reader; this one neither copies nor allocates. It checks that tags
// nest, resolves namespaces, and knows no DTD: a package part must not have
// one (ECMA-376 part 2, 8.1.4), so entities are never expanded.
type scanner struct {
	data []byte
	pos  int

	kind  token
	space space
	local []byte // name of the tag without prefix
	attrs []byte // of a start tag, raw
	text  []byte // of a text token, raw
	cdata bool   // text holds no entities

	depth    int // of the current element; the root has 1
	open     []frame
	bindings []binding
	last     binding // the binding looked up last
	selfEnd  bool    // the end of an empty element is due
	entities int     // entities left as they stand because nothing defines them
	err      error
}

type token int

const (
	startTag token = iota
	endTag
	textToken
)

// frame is an open element.
type frame struct {
	name     []byte
	bindings int // how many were in force outside of it
}

type binding struct {
	prefix []byte
	uri    string
	space  space
}

// Reasons why a part is not read to its end.
var (
	errCut     = errors.New("unexpected end of XML")
	errSyntax  = errors.New("XML not well-formed")
	errDoctype = errors.New("DOCTYPE in a package part")
	errDeep    = errors.New("elements nested too deeply")
	errMany    = errors.New("too many definitions")
	errStopped = errors.New("stopped") // by the reader, which has the reason
)

// maxDepth bounds the recursion of everything that walks a part. Each of
// extract.MaxNesting tables takes three elements, or seven inside controls.
const maxDepth = 10 * 64

// maxBindings bounds the search for a prefix; Word declares some forty.
const maxBindings = 256

func newScanner(data []byte) *scanner { return &scanner{data: data} }

// next moves to the next token; false at the end of the root or on damage.
func (x *scanner) next() bool {
	if x.selfEnd {
		x.selfEnd = false
		x.pop()
		return true
	}
	for x.err == nil && x.pos < len(x.data) {
		rest := x.data[x.pos:]
		switch {
		case rest[0] != '<':
			n := bytes.IndexByte(rest, '<')
			if n < 0 {
				n = len(rest)
			}
			x.pos += n
			if x.depth > 0 { // else white space around the root
				x.kind, x.text, x.cdata = textToken, rest[:n], false
				return true
			}
		case len(rest) > 1 && rest[1] == '/':
			return x.end(rest)
		case len(rest) > 1 && rest[1] == '?':
			x.skipPast(rest, "?>")
		case len(rest) < 2 || rest[1] != '!':
			return x.start(rest)
		case bytes.HasPrefix(rest, []byte("<!--")):
			x.skipPast(rest, "-->")
		case bytes.HasPrefix(rest, []byte("<![CDATA[")):
			if x.skipPast(rest, "]]>") {
				x.kind, x.text, x.cdata = textToken, rest[9:len(rest)-len(x.data[x.pos:])-3], true
				return true
			}
		default:
			x.err = errDoctype
		}
	}
	if x.err == nil && (x.depth > 0 || len(x.open) == 0 && x.kind != endTag) {
		x.err = errCut
	}
	return false
}

func (x *scanner) skipPast(rest []byte, mark string) bool {
	n := bytes.Index(rest, []byte(mark))
	if n < 0 {
		x.err = errCut
		return false
	}
	x.pos += n + len(mark)
	return true
}

func (x *scanner) start(rest []byte) bool {
	i, colon := 1, 0
	for i < len(rest) && !endsName[rest[i]] {
		if rest[i] == ':' && colon == 0 {
			colon = i
		}
		i++
	}
	name := rest[1:i]
	from, declares := i, false
	for i < len(rest) && rest[i] != '>' {
		switch rest[i] {
		case '"', '\'':
			n := bytes.IndexByte(rest[i+1:], rest[i])
			if n < 0 {
				x.err = errCut
				return false
			}
			i += n + 2
		case '<':
			x.err = errSyntax
			return false
		case 'x': // perhaps of xmlns
			declares = true
			i++
		default:
			i++
		}
	}
	switch {
	case i >= len(rest):
		x.err = errCut
		return false
	case len(name) == 0:
		x.err = errSyntax
		return false
	case x.depth >= maxDepth:
		x.err = errDeep
		return false
	}
	x.pos += i + 1
	x.attrs = rest[from:i]
	if x.selfEnd = rest[i-1] == '/'; x.selfEnd && i > from {
		x.attrs = rest[from : i-1]
	}
	x.open = append(x.open, frame{name, len(x.bindings)})
	x.depth++
	if declares {
		x.declare()
	}
	x.resolve(name, colon-1)
	x.kind = startTag
	return true
}

// endsName marks the bytes that a name of a tag ends before.
var endsName = [256]bool{'>': true, '/': true, ' ': true, '\n': true, '\t': true, '\r': true}

func (x *scanner) end(rest []byte) bool {
	n := bytes.IndexByte(rest, '>')
	if n < 0 {
		x.err = errCut
		return false
	}
	name := rest[2:n]
	if rest[n-1] <= ' ' {
		name = bytes.TrimRight(name, " \t\r\n")
	}
	if x.depth == 0 || !bytes.Equal(name, x.open[x.depth-1].name) {
		x.err = errSyntax
		return false
	}
	x.pos += n + 1
	x.pop()
	return true
}

// pop ends the current element; past the root nothing is read.
func (x *scanner) pop() {
	x.depth--
	f := x.open[x.depth]
	x.open = x.open[:x.depth]
	x.kind = endTag
	if len(x.bindings) != f.bindings {
		x.bindings = x.bindings[:f.bindings]
		x.last = binding{}
	}
	if x.depth == 0 {
		x.pos = len(x.data)
	}
}

// declare takes the namespace declarations of the current tag.
func (x *scanner) declare() {
	x.eachAttr(func(name, value []byte) bool {
		prefix, ok := bytes.CutPrefix(name, []byte("xmlns"))
		if ok && (len(prefix) == 0 || prefix[0] == ':') {
			uri := string(value)
			x.bindings = append(x.bindings, binding{bytes.TrimPrefix(prefix, []byte(":")), uri, spaces[uri]})
			x.last = binding{}
		}
		return len(x.bindings) <= maxBindings
	})
	if len(x.bindings) > maxBindings {
		x.err = errSyntax
	}
}

// resolve splits a name at its colon, if it has one, and finds its namespace.
func (x *scanner) resolve(name []byte, colon int) {
	var prefix []byte
	x.local = name
	if colon >= 0 {
		prefix, x.local = name[:colon], name[colon+1:]
	}
	if x.last.prefix == nil || !bytes.Equal(prefix, x.last.prefix) {
		x.last = x.lookup(prefix)
	}
	x.space = x.last.space
}

// lookup finds a prefix. One that is nowhere declared has the meaning every
// producer gives it: parts cut out of a flat package lose declarations.
func (x *scanner) lookup(prefix []byte) binding {
	for i := len(x.bindings) - 1; i >= 0; i-- {
		if bytes.Equal(x.bindings[i].prefix, prefix) {
			return x.bindings[i]
		}
	}
	return binding{prefix: prefix, space: usualPrefixes[string(prefix)]}
}

// child moves to the next child of the element at that depth, skipping what
// is left of the child before; false when the element has ended.
func (x *scanner) child(depth int) bool {
	for x.next() {
		if x.kind == startTag && x.depth == depth+1 {
			return true
		}
		if x.kind == endTag && x.depth < depth {
			return false
		}
	}
	return false
}
