package docx

import (
	"archive/zip"
	"bytes"
	"path"
	"slices"
	"strings"
	"testing"

	"luzhou/render"
)

func TestPackageIsWhole(t *testing.T) {
	files, names := unpack(t, write(t, luzhouLayout()))
	if names[0] != typesPart || len(names) != len(files) {
		t.Errorf("files %v: want the types first and no name twice", names)
	}
	types := map[string]bool{}
	for _, o := range parse(t, typesPart, files[typesPart]).all("Override") {
		types[strings.TrimPrefix(o.attr("PartName"), "/")] = true
	}
	targets := map[string]bool{}
	for _, rels := range []struct{ name, folder string }{{packageRels, ""}, {documentRels, "word"}} {
		ids := map[string]bool{}
		for _, r := range parse(t, rels.name, files[rels.name]).all("Relationship") {
			targets[path.Join(rels.folder, r.attr("Target"))] = true
			if id := r.attr("Id"); ids[id] {
				t.Errorf("%s: two of %s", rels.name, id)
			}
			ids[r.attr("Id")] = true
		}
	}
	for name := range files {
		if strings.HasSuffix(name, ".rels") || name == typesPart {
			continue
		}
		if !types[name] || !targets[name] {
			t.Errorf("%s: content type %v, relationship %v", name, types[name], targets[name])
		}
	}
	if len(types) != len(targets) || len(types) != len(files)-3 {
		t.Errorf("%d types and %d relationships for %d files", len(types), len(targets), len(files))
	}
}

func TestNoClockInTheFile(t *testing.T) {
	data := write(t, luzhouLayout())
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		if day := f.Modified.UTC().Format("2006-01-02"); day != "1980-01-01" || len(f.Extra) != 0 {
			t.Errorf("%s: date %s, %d extra bytes", f.Name, day, len(f.Extra))
		}
	}
}

func TestProperties(t *testing.T) {
	for _, c := range []struct {
		name string
		meta render.Meta
		want string
	}{
		{"all", render.Meta{Title: "年度<报告>", Author: "芦洲乡人民政府", Subject: "2020年度", Issued: "2021-01-28"},
			"created=2021-01-28T00:00:00Z creator=芦洲乡人民政府 language=zh-CN subject=2020年度 title=年度<报告>"},
		{"none", render.Meta{}, "language=zh-CN"},
		{"year 0", render.Meta{Issued: "0000-01-28"}, "language=zh-CN"},
		{"date that is none", render.Meta{Title: "a\x01", Issued: "2021年1月"}, "language=zh-CN title=a"},
	} {
		files, _ := unpack(t, write(t, render.Layout{Meta: c.meta}))
		var got []string
		for _, p := range parse(t, corePart, files[corePart]).Nodes {
			got = append(got, p.XMLName.Local+"="+p.Text)
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: %s, want %s", c.name, s, c.want)
		}
	}
}

func TestFootersAndPage(t *testing.T) {
	files, _ := unpack(t, write(t, luzhouLayout()))
	if n := len(parse(t, settingsName, files[settingsName]).all("evenAndOddHeaders")); n != 1 {
		t.Errorf("%d evenAndOddHeaders in the settings", n)
	}
	section := parse(t, documentPart, files[documentPart]).one("body/sectPr")
	targets := map[string]string{}
	for _, r := range parse(t, documentRels, files[documentRels]).all("Relationship") {
		targets[r.attr("Id")] = "word/" + r.attr("Target")
	}
	want := map[string]string{"default": oddID, "even": evenID}
	for _, ref := range section.all("footerReference") {
		p := parse(t, "footer", files[targets[ref.attr("id")]]).one("p")
		if got := styleID(p); got != want[ref.attr("type")] {
			t.Errorf("footer of %s pages has style %q", ref.attr("type"), got)
		}
		number := p.one("fldSimple")
		text := p.all("r")[0].one("t").Text + strings.TrimSpace(number.attr("instr")) + p.all("r")[1].one("t").Text
		if text != "— PAGE —" {
			t.Errorf("footer of %s pages says %q", ref.attr("type"), text)
		}
		delete(want, ref.attr("type"))
	}
	if len(want) != 0 {
		t.Errorf("no footer for %v", want)
	}
	size, margin := section.one("pgSz"), section.one("pgMar")
	got := []string{size.attr("w"), size.attr("h"), margin.attr("top"), margin.attr("bottom"), margin.attr("left"), margin.attr("right")}
	if want := []string{"11906", "16838", "2098", "1984", "1587", "1474"}; !slices.Equal(got, want) {
		t.Errorf("page and margins %v, want %v", got, want)
	}
}
