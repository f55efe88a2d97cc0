package tags

import (
	"fmt"
	"strings"
	"testing"
)

const known = 1

// events prints the events of a text: +name, -name and the characters.
func events(text string) (string, *Scanner) {
	s := New(text, map[string]Space{"urn:known": known})
	var b strings.Builder
	for e := s.Next(); e.Kind != End; e = s.Next() {
		name := e.Local
		if e.Space == known {
			name = "*" + name
		}
		switch e.Kind {
		case Open:
			b.WriteString("+" + name)
		case Close:
			b.WriteString("-" + name)
		case Chars:
			b.WriteString(" " + e.Text())
		}
		b.WriteByte(' ')
	}
	return strings.TrimSpace(b.String()), s
}

func TestScanner(t *testing.T) {
	tests := []struct {
		name, text, want string
		spoiled, cut     bool
	}{
		{"elements", `<a><b/>x<c d="1" /></a>`, "+a +b -b  x +c -c -a", false, false},
		{"what is no element", `<?xml v?><!DOCTYPE a><!-- <b> --><a>x</a>`, "+a  x -a", false, false},
		{"references", `<a>&lt;&#x4E00;&amp;lt;&unknown;</a>`, "+a  <一&lt;&unknown; -a", false, false},
		{"CDATA has none", `<a><![CDATA[<&lt;]]></a>`, "+a  <&lt; -a", false, false},
		{"forbidden characters", "<a>\x02x&#1;y\uFFFF</a>", "+a  xy -a", false, false},
		{"tag with a bracket in a value", `<a b="1>2" c='"'>x</a>`, "+a  x -a", false, false},
		{"namespaces", `<p:a xmlns:p="urn:known"><p:b/><q:b/></p:a>`, "+*a +*b -*b +b -b -*a", false, false},
		{"default namespace", `<a xmlns="urn:known"><b/></a>`, "+*a +*b -*b -*a", false, false},
		{"missing end tags", `<a><b><c>x</a>y`, "+a +b +c  x -c -b -a  y", true, false},
		{"stray end tag", `<a></b>x</a></a>`, "+a  x -a", true, false},
		{"cut between tags", `<a><b>x`, "+a +b  x", false, true},
		{"cut in a tag", `<a>x<b c="1"`, "+a  x", false, true},
		{"cut in a comment", `<a>x<!-- `, "+a  x", false, true},
		{"cut in CDATA", `<a><![CDATA[xy`, "+a  xy", false, true},
		{"cut in the mark of CDATA", `<a><![CDA`, "+a", false, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, s := events(tt.text)
			if got != tt.want || s.Spoiled != tt.spoiled || s.Cut != tt.cut {
				t.Errorf("%s\n got %q spoiled=%v cut=%v\nwant %q spoiled=%v cut=%v", tt.text, got, s.Spoiled, s.Cut, tt.want, tt.spoiled, tt.cut)
			}
		})
	}
}

func TestAttributes(t *testing.T) {
	s := New(`<a p:val="1 &amp; 2" value='x"y' n=" 12.7 " xmlns:q="z" broken="`+`">`, nil)
	e := s.Next()
	for local, want := range map[string]string{"val": "1 & 2", "value": `x"y`, "n": " 12.7 ", "q": "", "none": ""} {
		if got := e.Attr(local); got != want {
			t.Errorf("Attr(%q) = %q, want %q", local, got, want)
		}
	}
	if got := e.Int("n", 0); got != 12 {
		t.Errorf("Int = %d, want 12", got)
	}
	if got := e.Int("val", 5); got != 5 {
		t.Errorf("Int of no number = %d, want the default", got)
	}
	if _, ok := e.Lookup("broken"); !ok {
		t.Error("an empty value is a value")
	}
	var names []string
	for name := range e.Attrs() {
		names = append(names, name)
	}
	if got := fmt.Sprint(names); got != "[p:val value n xmlns:q broken]" {
		t.Errorf("Attrs %s", got)
	}
}

func TestWithinAndSkip(t *testing.T) {
	s := New(`<a><b><c/>1</b><d><e/>2</d>3</a><f/>`, nil)
	s.Next()
	var got []string
	s.Within(func(e Event) {
		if e.Kind == Open && e.Local == "d" {
			s.Skip()
			return
		}
		got = append(got, fmt.Sprint(e.Local, e.Text()))
	})
	if want := "[b c c 1 b 3]"; fmt.Sprint(got) != want {
		t.Errorf("got %v, want %s", got, want)
	}
	if e := s.Next(); e.Local != "f" {
		t.Errorf("after Within comes %q, want f", e.Local)
	}
}

func TestStop(t *testing.T) {
	s := New(`<a><b/><c/></a>`, nil)
	s.Next()
	n := 0
	s.Within(func(Event) { n++; s.Stop() })
	if n != 1 || s.Next().Kind != End || s.Cut {
		t.Errorf("after Stop: %d events, cut=%v", n, s.Cut)
	}
}
