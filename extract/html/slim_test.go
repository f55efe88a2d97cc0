package html

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"luzhou/fixtures"
)

func TestSlim(t *testing.T) {
	for _, c := range []struct{ what, page, want string }{
		{"nothing to leave out", "<p class=a>x</p>", "<p class=a>x</p>"},
		{"borders and fonts", `<td width=7 STYLE='border:none' Colspan = "2" nowrap>1</td>`, `<td Colspan = "2">1</td>`},
		{"styles that are read", `<p style="mso-list:l0"><p style="DISPLAY:none"><p style="&#100;isplay:none"><p style="font-family:Symbol">`,
			`<p style="mso-list:l0"><p style="DISPLAY:none"><p style="&#100;isplay:none"><p style="font-family:Symbol">`},
		{"of two styles the first counts", `<p style="color:red" style="display:none">`, `<p>`},
		{"the same tag again", "<td width=1>a<td width=1>b", "<td>a<td>b"},
		{"elements for formatting", "<font size=2><b lang=zh><p lang=zh>", "<font size=2><b lang=zh><p>"},
		{"brackets in values", `<td title="a>b" width='<td width=1>'>1`, `<td title="a>b">1`},
		{"no blank between attributes", `<td width="1"class="a"width=2/width=3>1`, `<td class="a">1`},
		{"odd names", `<td =width=1 "width"='2' a/b rowspan>1`, `<td rowspan>1`},
		{"an element that closes itself", "<td width=1/><p lang=zh />", "<td width=1/><p lang=zh />"},
		{"text that looks like a tag", "1 < 2 <td width=1> <3", "1 < 2 <td> <3"},
		{"comments", "<!--><td width=1><!-- <td width=1> --><td width=1><!--[if x]><p lang=1><![endif]-->", "<!--><td><!-- <td width=1> --><td><!--[if x]><p lang=1><![endif]-->"},
		{"declarations", `<!DOCTYPE html "><td width=1><![if x]><?xml a="><td width=1>`, `<!DOCTYPE html "><td><![if x]><?xml a="><td>`},
		{"scripts", `<script>if (a<b) "<td width=1>" </scripts></SCRIPT ><td width=1>`, `<script>if (a<b) "<td width=1>" </scripts></SCRIPT ><td>`},
		{"text without tags", "<title><td width=1></title><textarea><td width=1></textarea><td width=1>", "<title><td width=1></title><textarea><td width=1></textarea><td>"},
		{"an end tag with attributes", `</td a="><td width=1>"><td width=1>`, `</td a="><td width=1>"><td>`},
		{"an end tag with a quote in its name", `</td="><td width=1>">`, `</td="><td>">`},
		{"what may be read in two ways", `<td width=1><svg><td width=1>`, `<td><svg><td width=1>`},
		{"scripts in a comment of a script", `<td width=1><script><!-- <script> </script> <td width=1>`, `<td><script><!-- <script> </script> <td width=1>`},
		{"a comment with two ends", "<td width=1><!-- --!> --><td width=1>", "<td><!-- --!> --><td width=1>"},
		{"a tag without an end", `<td width=1><td width="1>`, `<td><td width="1>`},
		{"characters of a CDATA section", "<td width=1><![CDATA[<td width=1>]]><td width=1>", "<td><![CDATA[<td width=1>]]><td width=1>"},
	} {
		if got := slim(c.page); got != c.want {
			t.Errorf("%s: %s\n got %s\nwant %s", c.what, c.page, got, c.want)
		}
		checkSlim(t, c.page)
	}
}

// tree prints the tree of a page with the attributes that are read.
func tree(page string) string {
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return err.Error()
	}
	var b strings.Builder
	for n := range root.Descendants() {
		fmt.Fprintf(&b, "%*d %q", 1+depth(n), n.Type, n.Data)
		for _, a := range n.Attr {
			if !slimmed[n.Data] || attrsRead[a.Key] || a.Key == "style" && styleRead(a.Val) {
				fmt.Fprintf(&b, " %s=%q", a.Key, a.Val)
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func depth(n *html.Node) (d int) {
	for range n.Ancestors() {
		d++
	}
	return d
}

// checkSlim tells whether the tree of a slim page is that of the page.
func checkSlim(t testing.TB, page string) {
	t.Helper()
	if got, want := tree(slim(page)), tree(page); got != want {
		t.Errorf("%q\nslim %q\nhas the tree\n%s\nwant\n%s", page, slim(page), got, want)
	}
}

func TestSlimKeepsTheTree(t *testing.T) {
	for _, c := range fixtures.Cases(t, "") {
		if data := c.Read(t); Format.Sniff(data) {
			text, _, _ := decode(data, "")
			checkSlim(t, text)
			if c.Name == "luzhou-cms" && len(slim(text)) > len(text)/2 {
				t.Errorf("%s: %d of %d bytes are left", c.Name, len(slim(text)), len(text))
			}
		}
	}
}

// Pieces of markup in any order, most of them where they do not belong.
func TestSlimKeepsTheTreeOfAnything(t *testing.T) {
	pieces := []string{"<td", "<p", "<span", "<table>", "<tr>", "<a", "<font", "<div", "<script", "</script", "<style>", "</style>", "<title>", "</title ",
		"<svg>", "<select>", "<noscript>", "</noscript>", "<textarea>", "</textarea/", "<xmp>", "</xmp>", "<plaintext>", "<template>", "</td", "</", "<!--", "-->", "--!>", "<!",
		"<!DOCTYPE", "<?", "<![CDATA[", "]]>", "<![if x]>", ">", ">", ">", ">", "/>", "/", "<", "=", "=", "=", "\"", "\"", "'", "'", " ", " ", "\n", "\x00", "&amp;",
		" width", " class", " style", " style", " rowspan", "1", "a", "display:none", "color:red", "-", "!", "度"}
	rng := rand.New(rand.NewPCG(1, 2))
	for range 20000 {
		var page strings.Builder
		for range 3 + rng.IntN(22) {
			page.WriteString(pieces[rng.IntN(len(pieces))])
		}
		if checkSlim(t, page.String()); t.Failed() {
			return
		}
	}
}

func FuzzSlim(f *testing.F) {
	for _, s := range []string{
		`<td width=1 style="color:red" style=display:none>a</td x=">"><p lang='<td width=1>' class=a/>`,
		"<script><!-- <td width=1> </script><style>p{}</style><td width=1><!-- --!> --><svg><title><td width=1>",
		`<table width=1><tr lang=a><td =width=1 "a" / b = c><select><td width=1><a title="<td width='1">'>`,
		"<!doctype html><?xml ?><![if x]><p lang=1><![endif]><div =></p ><noscript><td width=1></noscript>&lt;td width=1>",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, page string) { checkSlim(t, page) })
}
