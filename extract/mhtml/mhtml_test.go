package mhtml

import (
	"encoding/base64"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"luzhou/extract"
)

func message(parts ...string) string {
	return "From: <Saved by a browser>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\ttype=\"text/html\";\n\tboundary=\"--=_x\"\n\npreamble\n\n" +
		"----=_x\n" + strings.Join(parts, "\n----=_x\n") + "\n----=_x--\n"
}

func page(headers, body string) string {
	return "Content-Type: text/html; charset=\"gb2312\"\n" + headers + "\n" + body
}

// gbkPage is 芦洲乡 in GBK, quoted-printable, with a soft line break.
const gbkPage = "Content-Transfer-Encoding: quoted-printable\nContent-Location: file:///C:/a/main.htm\n"
const gbkBody = "<p>=C2=AB=\n=D6=DE=CF=\n=E7</p><p>=3D=3d</p>"

const picture = "Content-Type: image/png\nContent-Transfer-Encoding: base64\nContent-Location: file:///C:/a/1.png\n\niVBORw0KGgo="

func texts(doc *extract.Document) []string {
	var list []string
	for _, b := range doc.Blocks {
		if b.Paragraph != nil {
			list = append(list, b.Paragraph.Text)
			continue
		}
		for _, c := range b.Table.Cells {
			list = append(list, c.Text)
		}
	}
	return list
}

func codes(doc *extract.Document) []extract.Code {
	var list []extract.Code
	for _, f := range doc.Findings {
		list = append(list, f.Code)
	}
	return list
}

func TestRead(t *testing.T) {
	archive := message(page(gbkPage, gbkBody), picture)
	encoded := base64.StdEncoding.EncodeToString([]byte("<p>\xC2\xAB\xD6\xDE\xCF\xE7</p>"))
	nested := strings.NewReplacer("multipart/related", "multipart/mixed").Replace(message(
		"Content-Type: multipart/alternative; boundary=in\n\n--in\nContent-Type: text/plain\n\nplain\n--in\n" + page(gbkPage, gbkBody) + "\n--in--"))
	want := []string{"芦洲乡", "=="}
	left := []extract.Code{extract.TextLeftOut}
	tests := []struct {
		name, text string
		want       []string
		codes      []extract.Code
	}{
		{"archive", archive, want, left},
		{"line ends of DOS", strings.ReplaceAll(archive, "\n", "\r\n"), want, left},
		{"line ends of old Mac", strings.ReplaceAll(archive, "\n", "\r"), want, left},
		{"blank lines and a line of a mail folder first", "\r\n\r\nFrom - Thu Jan 28\r\n" + archive, want, left},
		{"its own headers lost", archive[strings.Index(archive, "----=_x\n"):], want, left},
		{"end missing", archive[:strings.Index(archive, "iVBOR")], want, []extract.Code{extract.CutShort, extract.TextLeftOut}},
		{"no version", strings.Replace(archive, "MIME-Version: 1.0\n", "", 1), want, left},
		{"boundary not the one named", strings.Replace(archive, `boundary="--=_x"`, "boundary=zzz", 1), want, left},
		{"single page", "MIME-Version: 1.0\n" + page(gbkPage, gbkBody), want, nil},
		{"base64 with broken lines", "Subject: x\nContent-Type: text/html; charset=gb2312\nContent-Transfer-Encoding: BASE64\n\n" + encoded[:7] + "\n \n" + encoded[7:], want[:1], nil},
		{"no transfer encoding", "Subject: x\n" + page("Content-Transfer-Encoding: 8bit\n", "<p>a=3D</p>"), []string{"a=3D"}, nil},
		{"faulty codes stay", "Subject: x\n" + page(gbkPage, "<p>a=ZZb=</p>"), []string{"a=ZZb="}, []extract.Code{extract.Damaged}},
		{"multipart in multipart", nested, want, left},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if !Format.Sniff([]byte(tt.text)) {
				t.Fatal("not recognized")
			}
			doc, err := Format.Read([]byte(tt.text))
			if err != nil {
				t.Fatal(err)
			}
			if got := texts(doc); !slices.Equal(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
			if got := codes(doc); !slices.Equal(got, tt.codes) {
				t.Errorf("findings %v, want %v", got, tt.codes)
			}
		})
	}
}

func TestStartPart(t *testing.T) {
	text := strings.Replace(message(page("", "<p>header</p>"), page("Content-ID: <root>\n", "<p>root</p>")),
		"type=\"text/html\";", "type=\"text/html\"; start=\"<root>\";", 1)
	doc, err := Format.Read([]byte(text))
	if err != nil || !slices.Equal(texts(doc), []string{"root"}) {
		t.Errorf("got %v, %v; want the part named as start", doc, err)
	}
}

func TestFrames(t *testing.T) {
	at := func(name string) string { return "Content-Location: http://h/d/" + name + "\n" }
	text := message(
		page(at("index.htm"), `<frameset><frame src="left.htm"><frame src='sub/right.htm'><frame src="cid:third"></frameset>`),
		page(at("sub/right.htm"), "<p>右</p>"), page(at("left.htm"), "<p>左</p>"), page("Content-ID: <third>\n", "<p>三</p>"),
		page(at("other.htm"), "<p>不在框内</p>"))
	text = strings.ReplaceAll(text, `charset="gb2312"`, "charset=utf-8")
	doc, err := Format.Read([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := texts(doc), []string{"左", "右", "三"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	for i, b := range doc.Blocks {
		if b.Paragraph.Pos.Block != i {
			t.Errorf("block %d says it is %d", i, b.Paragraph.Pos.Block)
		}
	}
}

// A page saved from a site may hold the report in a frame.
func TestInlineFrame(t *testing.T) {
	text := message(page("Content-ID: <top>\n", `<p>page</p><iframe src="cid:in"></iframe><p>end</p>`), page("Content-ID: <in>\n", "<p>report</p>"))
	doc, err := Format.Read([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := texts(doc), []string{"page", "end", "report"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if slices.Contains(codes(doc), extract.TextLeftOut) {
		t.Error("the framed page is told as left out")
	}
}

func TestRefusals(t *testing.T) {
	tests := []struct {
		name, text string
		want       extract.Code
	}{
		{"empty", "", extract.RefusedEmpty},
		{"plain text", "Dear reader: nothing\n\nhere", extract.RefusedFormat},
		{"plain mail", "Subject: x\nContent-Type: text/plain\n\ntext", extract.RefusedFormat},
		{"no page inside", message(picture), extract.RefusedFormat},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Format.Read([]byte(tt.text))
			if !errors.Is(err, &extract.Refusal{Code: tt.want}) {
				t.Errorf("got %v, want %s", err, tt.want)
			}
		})
	}
	t.Run("nested too deep", func(t *testing.T) {
		nest := "Content-Type: text/html\n\n<p>x</p>"
		for i := range extract.MaxNesting + 2 {
			b := strings.Repeat("b", i+1)
			nest = "Content-Type: multipart/mixed; boundary=" + b + "\n\n--" + b + "\n" + nest + "\n--" + b + "--\n"
		}
		if _, err := Format.Read([]byte(nest)); !errors.Is(err, &extract.Refusal{Code: extract.RefusedLimit}) {
			t.Errorf("got %v, want %s", err, extract.RefusedLimit)
		}
	})
}

func TestSniff(t *testing.T) {
	for _, text := range []string{"", "<html>", "--", "-- \nx", "From here on: text", "Content-Type: text/html", "<p>MIME-Version: 1.0\nContent-Type: text/html\n\n"} {
		if Format.Sniff([]byte(text)) {
			t.Errorf("%q taken for a web archive", text)
		}
	}
}

func FuzzRead(f *testing.F) {
	archive := message(page(gbkPage, gbkBody), picture)
	f.Add([]byte(archive))
	f.Add([]byte(archive[strings.Index(archive, "----=_x\n"):]))
	f.Add([]byte(message(page("", `<frameset><frame src="a.htm"></frameset>`), page("Content-Location: a.htm\n", "x"))))
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, err := Format.Read(data)
		var refusal *extract.Refusal
		switch {
		case err == nil:
			if _, err := json.Marshal(doc); err != nil {
				t.Error(err)
			}
		case !errors.As(err, &refusal):
			t.Errorf("error %v is no refusal", err)
		}
	})
}
