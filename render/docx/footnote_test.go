package docx

import (
	"fmt"
	"strings"
	"testing"

	"luzhou/extract"
	readdocx "luzhou/extract/docx"
	"luzhou/render"
)

// withNotes is the report of Luzhou with notes, each "mark text".
func withNotes(notes ...[2]string) render.Layout {
	l := luzhouLayout()
	for _, n := range notes {
		l.Blocks = append(l.Blocks, render.Block{Paragraph: &render.Paragraph{
			Style: render.Footnote, Mark: n[0], Text: strings.TrimSpace(n[0] + " " + n[1])}})
	}
	return l
}

// Marks that Word would give itself are left to Word, all others are typed;
// either way the notes are read as they were written, and nothing else is.
func TestNotesAreFootnotes(t *testing.T) {
	for _, c := range []struct {
		name    string
		notes   [][2]string
		counted string // format in the section, "-" for Word's own, "" for typed marks
	}{
		{"counted", [][2]string{{"1", "含下属单位。"}, {"2", "2019年以来\n分两行"}}, "-"},
		{"circles", [][2]string{{"①", "含“两微一端”"}, {"②", "<b>&"}}, "decimalEnclosedCircleChinese"},
		{"brackets", [][2]string{{"[1]", "含下属单位"}, {"[2]", "[2] 重复"}}, ""},
		{"not in order", [][2]string{{"2", "甲"}, {"1", "乙"}}, ""},
		{"without text", [][2]string{{"*", ""}, {"**", "乙"}}, ""},
		{"without mark", [][2]string{{"", "甲"}}, ""},
		{"more circles than Word has", circles(11), ""},
	} {
		data := write(t, withNotes(c.notes...))
		files, _ := unpack(t, data)
		counted := ""
		if section := parse(t, documentPart, files[documentPart]).one("body/sectPr"); strings.Contains(string(files[footnotesPart]), "<w:footnoteRef/>") {
			counted = "-"
			if format := section.one("footnotePr/numFmt").attr("val"); format != "" {
				counted = format
			}
		}
		if counted != c.counted {
			t.Errorf("%s: counted %q, want %q", c.name, counted, c.counted)
		}
		doc, err := readdocx.Read(data)
		if err != nil {
			t.Fatal(err)
		}
		var got [][2]string
		for _, n := range doc.Notes {
			got = append(got, [2]string{n.Mark, n.Text})
		}
		if fmt.Sprintf("%q", got) != fmt.Sprintf("%q", c.notes) {
			t.Errorf("%s: read %q, want %q", c.name, got, c.notes)
		}
		if last := doc.Blocks[len(doc.Blocks)-1].Paragraph; last == nil || last.Text != "" || len(doc.Blocks) != len(luzhouLayout().Blocks)+1 {
			t.Errorf("%s: the marks left text behind: %+v", c.name, last)
		}
	}
}

func circles(n int) (list [][2]string) {
	for i := range n {
		mark, _ := extract.FormatNumber("decimalEnclosedCircleChinese", i+1)
		list = append(list, [2]string{mark, "注"})
	}
	return list
}

// What Word wants of a document with notes: the two lines above them, named by
// the settings, the styles by their English names, a reference for each note.
func TestFootnotesAreWhole(t *testing.T) {
	files, _ := unpack(t, write(t, withNotes([2]string{"1", "甲"}, [2]string{"2", "乙"})))
	notes := map[string]node{}
	for _, n := range parse(t, footnotesPart, files[footnotesPart]).all("footnote") {
		notes[n.attr("id")+n.attr("type")] = n
	}
	for _, id := range []string{"-1separator", "0continuationSeparator", "1", "2"} {
		if len(notes[id].all("p")) != 1 {
			t.Errorf("no footnote %s", id)
		}
	}
	if got := styleID(notes["2"].one("p")); got != "FootnoteText" {
		t.Errorf("a note has style %q", got)
	}
	for _, ref := range parse(t, settingsName, files[settingsName]).all("footnotePr/footnote") {
		delete(notes, map[string]string{"-1": "-1separator", "0": "0continuationSeparator"}[ref.attr("id")])
	}
	for _, r := range parse(t, documentPart, files[documentPart]).all("body/p/r") {
		if ref := r.one("footnoteReference"); ref.attr("id") != "" {
			delete(notes, ref.attr("id"))
			if style := r.one("rPr/rStyle").attr("val"); style != referenceID {
				t.Errorf("a mark has style %q", style)
			}
		}
	}
	if len(notes) > 0 {
		t.Errorf("nothing refers to %v", notes)
	}
	for _, s := range parse(t, stylesName, files[stylesName]).all("style") {
		if s.attr("styleId") == referenceID && s.one("name").attr("val") == "footnote reference" &&
			s.attr("type") == "character" && s.one("rPr/vertAlign").attr("val") == "superscript" {
			return
		}
	}
	t.Error("no style footnote reference")
}

func TestNoNotesNoPart(t *testing.T) {
	files, _ := unpack(t, write(t, luzhouLayout()))
	for name, data := range files {
		if strings.Contains(name, "footnotes") || strings.Contains(strings.ToLower(string(data)), "footnotepr") || strings.Contains(string(data), referenceID) {
			t.Errorf("%s speaks of notes", name)
		}
	}
}
