package mhtml

import (
	"encoding/base64"
)

// content returns the body without its transfer encoding (RFC 2045 section 6).
// Decoding goes on after errors, which mime/quotedprintable and encoding/base64
// do not: one broken line must not lose the rest of a report.
func (p *part) content() []byte {
	var out []byte
	ok := true
	switch p.coding {
	case "quoted-printable":
		out, ok = quotedPrintable(p.body)
	case "base64":
		out, ok = fromBase64(p.body)
	default:
		out = p.body
	}
	if !ok && p.broken != nil {
		*p.broken = true
	}
	return out
}

// quotedPrintable leaves an equals sign that begins no code as it stands.
func quotedPrintable(body []byte) (out []byte, ok bool) {
	out, ok = make([]byte, 0, len(body)), true
	for len(body) > 0 {
		text, rest := line(body)
		end := body[len(text) : len(body)-len(rest)]
		body = rest
		for len(text) > 0 && (text[len(text)-1] == ' ' || text[len(text)-1] == '\t') {
			text = text[:len(text)-1] // blanks here are of the transport
		}
		soft := len(text) > 0 && text[len(text)-1] == '='
		if soft {
			text = text[:len(text)-1]
		}
		for i := 0; i < len(text); i++ {
			if text[i] != '=' {
				out = append(out, text[i])
				continue
			}
			if i+2 < len(text) && digit(text[i+1]) >= 0 && digit(text[i+2]) >= 0 {
				out = append(out, byte(digit(text[i+1])<<4|digit(text[i+2])))
				i += 2
				continue
			}
			out, ok = append(out, '='), false
		}
		if !soft {
			out = append(out, end...)
		}
	}
	return out, ok
}

func digit(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	}
	return -1
}

// fromBase64 passes over what is not of the alphabet. Padding ends a group but
// not the text, since some writers join encoded pieces.
func fromBase64(body []byte) (out []byte, ok bool) {
	ok = true
	group := make([]byte, 0, len(body))
	flush := func() {
		if len(group)%4 == 1 {
			group, ok = group[:len(group)-1], false
		}
		piece := make([]byte, base64.RawStdEncoding.DecodedLen(len(group)))
		n, _ := base64.RawStdEncoding.Decode(piece, group)
		out, group = append(out, piece[:n]...), group[:0]
	}
	for _, c := range body {
		switch {
		case c >= 'A' && c <= 'Z', c >= 'a' && c <= 'z', c >= '0' && c <= '9', c == '+', c == '/':
			group = append(group, c)
		case c == '=':
			if len(group) > 0 {
				flush()
			}
		case c != ' ' && c != '\t' && c != '\r' && c != '\n':
			ok = false
		}
	}
	flush()
	return out, ok
}
