package doc

import "testing"

// latin makes text of the bytes of GBK, each as the character of its code.
func latin(b string) string {
	var r []rune
	for i := range len(b) {
		r = append(r, rune(b[i]))
	}
	return string(r)
}

func TestTextInBytes(t *testing.T) {
	chinese := latin("\xd5\xfe\xb8\xae\xd0\xc5\xcf\xa2\xb9\xab\xbf\xaa 2020\r") // 政府信息公开
	for _, c := range []struct {
		name     string
		lid      uint16
		text     string
		want     string
		findings string
	}{
		{"GBK", lidChina, chinese, "政府信息公开 2020|", "source.charset_lied"},
		{"GBK of a file of another country", 0x0409, chinese, chinese[:len(chinese)-1] + "|", ""},
		{"too little to tell", lidChina, latin("\xd5\xfe\xb8\xae\r"), "Õþ¸®|", ""},
		{"Windows-1252", lidChina, latin("\x93caf\xe9\x94 \xd5\xfe\xb8\xae\xd0\xc5\xcf\xa2\r"), "“café” Õþ¸®ÐÅÏ¢|", ""},
	} {
		units := len([]rune(c.text))
		data := testFile{paras: []testPara{par(c.text)}, pieces: []testPiece{{0, units, true, 0}}, lid: c.lid}.bytes()
		d := mustRead(t, data)
		if got := outline(d); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
		if got := codes(d); got != c.findings {
			t.Errorf("%s: findings %q, want %q", c.name, got, c.findings)
		}
	}
}
