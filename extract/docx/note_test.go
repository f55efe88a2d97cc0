package docx

import (
	"fmt"
	"strings"
	"testing"

	"luzhou/extract"
)

func TestNotes(t *testing.T) {
	ref := func(kind, id, more string) string {
		return `<w:r><w:` + kind + `Reference w:id="` + id + `"` + more + `/></w:r>`
	}
	note := func(kind, id, s string) string {
		return `<w:` + kind + ` w:id="` + id + `"><w:p><w:r><w:` + kind + `Ref/></w:r><w:r><w:t xml:space="preserve"> ` + s + `</w:t></w:r></w:p></w:` + kind + `>`
	}
	more := map[string]string{
		"footnotes": `<w:footnotes` + wStart + `<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>` + note("footnote", "1", "甲") + note("footnote", "2", "乙") + note("footnote", "3", "丙") + `</w:footnotes>`,
		"endnotes":  `<w:endnotes` + wStart + note("endnote", "1", "尾") + `</w:endnotes>`,
	}
	body := para(text("28089")+ref("footnote", "1", "")) +
		tbl(tr(cellOf("", para(text("5")+ref("footnote", "2", ""))))) +
		para(ref("endnote", "1", "")+`<w:r><w:footnoteReference w:id="3" w:customMarkFollows="1"/><w:t>*</w:t></w:r>`+text("后"))
	doc, err := ReadParts(parts(body, more))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := dump(doc.Blocks), "28089\n1x1 0,0 \"5\"\n后"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	want := []string{"1 甲 at 0", "2 乙 at 1", "i 尾 at 2", "* 丙 at 2"}
	if len(doc.Notes) != len(want) {
		t.Fatalf("got %d notes, want %d", len(doc.Notes), len(want))
	}
	for i, n := range doc.Notes {
		if got := fmt.Sprintf("%s %s at %s", n.Mark, n.Text, n.Pos); got != want[i] {
			t.Errorf("note %d: got %q, want %q", i, got, want[i])
		}
	}
	if len(doc.Findings) != 0 {
		t.Errorf("got findings %v, want none", doc.Findings)
	}
}

// Word repeats a typed mark at the head of its note.
func TestTypedMarkIsNoText(t *testing.T) {
	for _, c := range []struct{ mark, text, want string }{
		{"*", "* 含下属单位", "含下属单位"},
		{"[1]", "[1]含下属单位", "含下属单位"},
		{"[1]", "[1] [1] 含下属单位", "[1] 含下属单位"},
		{"1", "1\t2019年含", "2019年含"},
		{"1", "1989年以来", "1989年以来"},
		{"1", "1月以来", "1月以来"},
		{"*", "含下属单位", "含下属单位"},
		{"*", "*", ""},
		{"", "含下属单位", "含下属单位"},
	} {
		body := para(text("5") + `<w:r><w:footnoteReference w:customMarkFollows="1" w:id="3"/><w:t>` + c.mark + `</w:t></w:r>`)
		tabs := strings.ReplaceAll(c.text, "\t", `</w:t><w:tab/><w:t xml:space="preserve">`)
		doc, err := ReadParts(parts(body, map[string]string{"footnotes": `<w:footnotes` + wStart + `<w:footnote w:id="3"><w:p><w:r><w:t xml:space="preserve">` +
			tabs + `</w:t></w:r></w:p></w:footnote></w:footnotes>`}))
		if err != nil {
			t.Fatal(err)
		}
		if got := doc.Notes[0]; got.Mark != c.mark || got.Text != c.want {
			t.Errorf("%q with %q: mark %q, text %q, want %q", c.mark, c.text, got.Mark, got.Text, c.want)
		}
	}
}

func TestNoteMarks(t *testing.T) {
	ref := `<w:r><w:footnoteReference w:id="1"/></w:r>`
	section := func(inner string) string {
		return `<w:sectPr><w:footnotePr>` + inner + `</w:footnotePr></w:sectPr>`
	}
	first := `<w:pPr>` + section(`<w:numFmt w:val="decimalEnclosedCircleChinese"/>`) + `</w:pPr>`
	cases := []struct{ name, body, settings, want string }{
		{"counted on over sections", para(first+ref) + para(ref) + section(""), "", "① 2"},
		{"restarting", para(first+ref+ref) + para(ref) + section(`<w:numRestart w:val="eachSect"/>`), "", "① ② 1"},
		{"as the settings say", para(ref), `<w:settings` + wStart + `<w:footnotePr><w:numFmt w:val="upperLetter"/><w:numStart w:val="3"/></w:footnotePr></w:settings>`, "C"},
	}
	for _, c := range cases {
		more := map[string]string{"footnotes": `<w:footnotes` + wStart + `<w:footnote w:id="1"><w:p/></w:footnote></w:footnotes>`}
		if c.settings != "" {
			more["settings"] = c.settings
		}
		doc, err := ReadParts(parts(c.body, more))
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for i, n := range doc.Notes {
			if i > 0 {
				got += " "
			}
			got += n.Mark
		}
		if got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestMargins(t *testing.T) {
	body := para(text("a")) + `<w:sectPr><w:headerReference r:id="header"/><w:footerReference r:id="footer"/><w:headerReference r:id="header"/></w:sectPr>`
	doc, err := ReadParts(parts(body, map[string]string{
		"header": `<w:hdr` + wStart + para(text("页眉")) + `</w:hdr>`,
		"footer": `<w:ftr` + wStart + para("") + `</w:ftr>`,
	}))
	if err != nil {
		t.Fatal(err)
	}
	if len(doc.Findings) != 1 || doc.Findings[0].Code != extract.HeadersDropped || doc.Findings[0].MessageEN != "1 headers or footers not mixed into the text" {
		t.Errorf("got findings %v, want one header told", doc.Findings)
	}
	if got := dump(doc.Blocks); got != "a" {
		t.Errorf("got %q, want %q", got, "a")
	}
}

func TestLostNote(t *testing.T) {
	doc, err := ReadParts(parts(para(`<w:r><w:endnoteReference w:id="4"/></w:r>`), nil))
	if err != nil {
		t.Fatal(err)
	}
	if got := codesOf(doc); len(got) != 1 || got[0] != extract.PartMissing {
		t.Errorf("got findings %q, want %q", got, extract.PartMissing)
	}
}
