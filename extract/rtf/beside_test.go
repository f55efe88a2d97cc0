package rtf

import (
	"fmt"
	"strings"
	"testing"

	"luzhou/extract"
)

func TestFields(t *testing.T) {
	check(t, []example{
		{"result", `a{\field{\*\fldinst{ HYPERLINK "x" }}{\fldrslt{b}}}c`, "abc¶"},
		{"field in an instruction", `{\field{\*\fldinst IF {\field{\*\fldinst PAGE}{\fldrslt 3}} x}{\fldrslt b}}c`, "bc¶"},
		{"symbol", `{\field{\*\fldinst SYMBOL 252 \\f "Wingdings" \\s 10}{\fldrslt\f3\'fc}}a`, "✓a¶"},
		{"symbol of the code page", `{\field{\*\fldinst SYMBOL 0xD6D0 \\a}{\fldrslt}}a`, "中a¶"},
		{"index entry", `a{\xe b}{\tc c}d`, "ad¶"},
		{"result of an object", `{\object\objemb{\*\objclass Excel}{\*\objdata 00}{\result{\pict 00}a}}b`, "ab¶"},
	})
}

func TestTextBoxes(t *testing.T) {
	const box = `{\shp{\*\shpinst\shpleft0{\sp{\sn txid}{\sv 1}}{\shptxt \pard in\par box\par}}{\shprslt{\*\do\dptxbx{\dptxbxtext in\par}}}}`
	check(t, []example{
		{"after its paragraph", `a` + box + `b\par c\par`, "ab¶in¶box¶c¶"},
		{"after the table of its cell", `\trowd\cellx1000\intbl a` + box + `\cell\row\trowd\cellx1000\intbl b\cell\row\pard c`,
			`<2x1 0,0 "a" 1,0 "b">in¶box¶c¶`},
		{"drawing of Word 95", `a{\*\do\dobxpage{\dptxbx{\dptxbxtext\pard b\par}}\dpx0}c\par`, "ac¶b¶"},
		{"without text", `a{\shp{\*\shpinst{\shptxt\par}}}\par`, "a¶"},
		{"with a table", `a{\shp{\*\shpinst{\shptxt\trowd\cellx100\intbl b\cell\row\pard\par}}}\par`, `a¶<1x1 0,0 "b">¶`},
		{"anchored right behind a table", `\trowd\cellx100\intbl{\shp{\*\shpinst{\shptxt b\par}}}c\cell\row\pard d{\shp{\*\shpinst{\shptxt e\par}}}\par`, `<1x1 0,0 "c">b¶d¶e¶`},
		{"properties of the anchor stay outside", `\trowd\cellx1000\intbl{\shp{\*\shpinst{\shptxt b\par}}}a\cell\row`, `<1x1 0,0 "a">b¶`},
		{"page header", `{\header ` + box + `}a\par`, "a¶"},
	})
}

func TestNotes(t *testing.T) {
	d := read(t, `a{\super\chftn}{\footnote\pard{\super\chftn} one\par two}b\par`+
		`\trowd\cellx1000\cellx2000\intbl c\cell d{\super\chftn{\footnote\chftn  three}}\cell\row\pard e{\footnote * four}{\chftn}{\*\footnote\ftnalt\chftn five}`)
	if got, want := dump(d.Blocks), `ab¶<1x2 0,0 "c" 0,1 "d">e¶`; got != want {
		t.Errorf("blocks: got %s, want %s", got, want)
	}
	want := []struct{ mark, text, pos string }{{"1", "one\ntwo", "0"}, {"2", "three", "1:0:1"}, {"", "* four", "2"}, {"i", "five", "2"}}
	for i, n := range d.Notes {
		if i >= len(want) || n.Mark != want[i].mark || n.Text != want[i].text || n.Pos.String() != want[i].pos {
			t.Errorf("note %d: got %q %q at %v", i, n.Mark, n.Text, n.Pos)
		}
	}
	if len(d.Notes) != len(want) {
		t.Errorf("got %d notes, want %d", len(d.Notes), len(want))
	}
	if p := d.Blocks[0].Paragraph.Pos; p.Line != 0 {
		t.Errorf("anchor left in position %+v", p)
	}
}

func TestFindings(t *testing.T) {
	cases := []struct {
		name, body, text string
		codes            []extract.Code
	}{
		{"nothing", `a`, "a¶", nil},
		{"hidden", `a{\v b}c{\v d\b e}f`, "acf¶", []extract.Code{extract.HiddenDropped}},
		{"deleted", `a{\deleted b}c`, "ac¶", []extract.Code{extract.DeletionsDropped}},
		{"inserted", `a{\revised b}c`, "abc¶", []extract.Code{extract.InsertionsKept}},
		{"moved", `{\mvf a}b{\mvt a}`, "ba¶", []extract.Code{extract.DeletionsDropped, extract.InsertionsKept}},
		{"header", `{\header a}{\footer\par}b`, "b¶", []extract.Code{extract.HeadersDropped}},
		{"comment", `a{\*\atnid x}{\*\annotation b}c`, "ac¶", []extract.Code{extract.CommentsDropped}},
		{"picture in both forms", `{\*\shppict{\pict 00}}{\nonshppict{\pict 00}}a`, "a¶", []extract.Code{extract.PicturesDropped}},
		{"picture as a shape", `{\shp{\*\shpinst{\sp{\sn pib}{\sv{\pict 00}}}}}a`, "a¶", []extract.Code{extract.PicturesDropped}},
		{"object", `{\object{\*\objdata 00}{\result{\pict 00}}}a`, "a¶", []extract.Code{extract.ObjectsDropped}},
		{"formula", `{\mmath{\*\moMath{\mr\mscr0 x}{\mr =}{\mf{\mfPr{\mctrlPr\i }}{\mnum{\mr 1}}{\mden{\mr 2}}}}{\mmathPict{\pict 00}}}a`, "x=1/2a¶", []extract.Code{extract.FormulasFlattened}},
		{"powers and roots", `{\mmath{\*\moMath{\msSup{\me{\mr c}}{\msup{\mr 2}}}{\mrad{\mradPr\mdegHide1}{\mdeg}{\me{\mr 8}}}{\mnary{\msub}{\msup}{\me y}}}}`, "c^2√8y¶", []extract.Code{extract.FormulasFlattened}},
		{"check box", `{\field{\*\fldinst FORMCHECKBOX}{\fldrslt}}a`, "a¶", []extract.Code{extract.TextLeftOut}},
		{"unknown symbol", `{\f3 1}a`, "\uf031a¶", []extract.Code{extract.SymbolsUnknown}},
		{"undecodable", `\f1 \'d6`, "\ufffd¶", []extract.Code{extract.BytesUndecodable}},
		{"code page that cannot be decoded", `{\fonttbl{\f9\fcharset83 x;}}\f9 a1\'e0`, "a1\ufffd¶", []extract.Code{extract.BytesUndecodable}},
		{"ANSI that is Chinese", `\f0\'d6\'d0`, "中¶", []extract.Code{extract.CharsetLied}},
		{"absurd fallback", `\uc999 \u20013 ?b`, "中b¶", []extract.Code{extract.Damaged}},
		{"covered text", `\trowd\clvmgf\cellx9\intbl a\cell\row\trowd\clvmrg\cellx9\intbl b\cell\row`, `<2x1 0,0 2x1 "a">`, []extract.Code{extract.TextLeftOut}},
		{"too many cells", `\trowd\cellx9\intbl a\cell b\cell\row`, `<1x2 0,0 "a" 0,1 "b">`, []extract.Code{extract.Damaged}},
		{"open group", `a{b`, "ab¶", []extract.Code{extract.CutShort}},
		{"open row", `\trowd\cellx9\intbl a\cell`, `<1x1 0,0 "a">`, []extract.Code{extract.Damaged}},
		{"data after the end", `a}b{`, "a¶", []extract.Code{extract.Damaged}},
		{"padding after the end", "a}\x00\r\n", "a¶", nil},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			body := c.body
			d := read(t, body)
			if got := dump(d.Blocks); got != c.text {
				t.Errorf("got %s, want %s", got, c.text)
			}
			var codes []extract.Code
			for _, f := range d.Findings {
				codes = append(codes, f.Code)
			}
			if fmt.Sprint(codes) != fmt.Sprint(c.codes) {
				t.Errorf("findings %v, want %v", d.Findings, c.codes)
			}
		})
	}
}

func TestRefused(t *testing.T) {
	cases := []struct {
		name, data string
		code       extract.Code
	}{
		{"empty", "", extract.RefusedEmpty},
		{"other format", "<html>", extract.RefusedFormat},
		{"groups without end", `{\rtf1` + strings.Repeat("{", 100_000), extract.RefusedLimit},
		{"table depth", `{\rtf1\itap1000 a\par}`, extract.RefusedLimit},
		{"cells", `{\rtf1\trowd\cellx9` + strings.Repeat(`\cell`, extract.MaxCells+1), extract.RefusedLimit},
		{"boxes in boxes", `{\rtf1` + strings.Repeat(`{\shp{\*\shpinst{\shptxt a`, 70), extract.RefusedLimit},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, err := Read([]byte(c.data))
			r, ok := err.(*extract.Refusal)
			if !ok || r.Code != c.code {
				t.Errorf("got %v, want %s", err, c.code)
			}
		})
	}
}

func TestSniff(t *testing.T) {
	for data, want := range map[string]bool{
		`{\rtf1}`: true, "\xEF\xBB\xBF\r\n {\\rtf1}": true, `{\rt`: true, "": false, `\rtf1`: false, `{\pard}`: false,
	} {
		if got := Format.Sniff([]byte(data)); got != want {
			t.Errorf("Sniff(%q) = %v", data, got)
		}
	}
}
