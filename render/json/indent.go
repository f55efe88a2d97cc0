package json

import "bytes"

// indented lays out what encoding/json has written in one line, one blank a
// level, as its own indentation does. That one checks every byte once more and takes
// half of the time of a file.
func indented(line []byte) []byte {
	out := make([]byte, 0, 2*len(line))
	depth := 0
	for i := 0; i < len(line); i++ {
		switch c := line[i]; c {
		case '"':
			end := stringEnd(line, i)
			out = append(out, line[i:end]...)
			i = end - 1
		case ':':
			out = append(out, ": "...)
		case ',':
			out = newline(append(out, c), depth)
		case '{', '[':
			out = append(out, c)
			if shut := c + 2; line[i+1] == shut { // ASCII has it two further on
				out = append(out, shut)
				i++
				continue
			}
			depth++
			out = newline(out, depth)
		case '}', ']':
			depth--
			out = append(newline(out, depth), c)
		default:
			out = append(out, c)
		}
	}
	return out
}

// stringEnd returns where the string that begins at i has ended.
func stringEnd(line []byte, i int) int {
	for i++; line[i] != '"'; i++ {
		if line[i] == '\\' {
			i++
		}
	}
	return i + 1
}

var blanks = bytes.Repeat([]byte{' '}, 64)

func newline(out []byte, depth int) []byte {
	out = append(out, '\n')
	for ; depth > len(blanks); depth -= len(blanks) {
		out = append(out, blanks...)
	}
	return append(out, blanks[:depth]...)
}
