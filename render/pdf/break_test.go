package pdf

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"luzhou/render"
)

// broke breaks text into lines of width ems and joins them with a bar.
func broke(text string, width float64) string {
	t := newTypesetter(Options{})
	gs := t.glyphs(text, render.FangSong)
	var lines []string
	for _, b := range breakLines(gs, measure{size: 10, width: width * 10}) {
		var s strings.Builder
		for _, g := range gs[b.from:b.to] {
			s.WriteRune(g.r)
		}
		lines = append(lines, s.String())
	}
	return strings.Join(lines, "|")
}

func TestBreakLines(t *testing.T) {
	for _, c := range []struct {
		name, text string
		width      float64
		want       string
	}{
		{"plain", "政府信息公开工作", 3, "政府信|息公开|工作"},
		{"one line", "政府", 3, "政府"},
		{"empty", "", 3, ""},
		{"full stop hangs by half", "政府信。息公", 3.5, "政府信。|息公"},
		{"no room for half: last character goes down", "政府信。息公", 3, "政府|信。息|公"},
		{"opening bracket goes down", "政府信（息公）", 4, "政府信|（息公）"},
		{"quotation stays with its word", "的“两微”", 2, "的|“两|微”"},
		{"two closing marks stay together", "政府信》）息", 3.4, "政府|信》）|息"},
		{"digits stay together", "年份12345月", 3, "年份|12345|月"},
		{"decimal stays together", "费用1,234.56元", 4, "费用|1,234.56|元"},
		{"percent stays with its number", "占100%的", 2.5, "占|100%|的"},
		{"word longer than the line is cut", "aaaaaaaaaaaa", 2, "aaaa|aaaa|aaaa"},
		{"space at the end of a line is dropped", "政府 信息", 2, "政府|信息"},
		{"line break", "政府\n信息", 9, "政府|信息"},
		{"empty line", "政府\n\n信息", 9, "政府||信息"},
		{"no-break space", "政府\u00a0信息", 2.4, "政|府\u00a0信|息"},
		{"address is parted when the line would be torn", "见政府的网站www.luzhou.gov.cn下载", 10, "见政府的网站www.|luzhou.gov.cn下载"},
		{"brackets of other kinds", "政府信［息］公", 4, "政府信|［息］公"},
		{"degrees stay with their number", "气温20°。", 3, "气温|20°。"},
		{"dash of two", "政府——信息", 3, "政|府——|信息"},
		{"document number", "国办发〔2020〕17号", 4, "国办发|〔2020〕|17号"},
	} {
		if got := broke(c.text, c.width); got != c.want {
			t.Errorf("%s: %q in %v ems: got %q, want %q", c.name, c.text, c.width, got, c.want)
		}
	}
}

func TestBreakLinesKeepsEverything(t *testing.T) {
	alphabet := []rune("政府信息公开。，、；：？！（）《》“”‘’—…〔〕 ABCabc0123456789.,%-/@　·\n")
	rng := rand.New(rand.NewPCG(1, 2))
	ts := newTypesetter(Options{})
	for range 3000 {
		text := make([]rune, rng.IntN(120))
		for i := range text {
			text[i] = alphabet[rng.IntN(len(alphabet))]
		}
		gs := ts.glyphs(string(text), render.FangSong)
		m := measure{size: 16, width: 16 * (1 + 28*rng.Float64()), pitch: -0.2}
		m.first = m.width * 0.3 * rng.Float64()
		seen := make([]int, len(gs))
		for n, b := range breakLines(gs, m) {
			for i := b.from; i < b.to; i++ {
				seen[i]++
			}
			width := m.width
			if n == 0 {
				width -= m.first
			}
			space := m.spread(gs, b, width)
			all := float64(b.to - b.from - 1)
			stretching := float64(gaps(gs, b))
			if got := b.natural + (space.gap-m.pitch)*stretching + space.word*(all-stretching) - b.hang; got > width+1e-6 && b.to-b.from > 1 {
				t.Fatalf("%q: line %q is %v wide, want at most %v", string(text), string(text[b.from:b.to]), got, width)
			}
		}
		for i, n := range seen {
			if blank := gs[i].r == ' ' || gs[i].r == '\n'; n > 1 || n == 0 && !blank {
				t.Fatalf("%q: character %d is in %d lines", string(text), i, n)
			}
		}
	}
}

func gaps(gs []glyph, b broken) int {
	n := 0
	for i := b.from; i+1 < b.to; i++ {
		if stretches(gs[i], gs[i+1]) {
			n++
		}
	}
	return n
}

func TestBodyIs28CharactersWide(t *testing.T) {
	ts := newTypesetter(Options{})
	p := ts.paragraph(render.Paragraph{Style: render.Body, Text: strings.Repeat("政", 26+28+28+1)})
	want := []int{26, 28, 28, 1}
	var got []int
	for _, l := range p.lines {
		got = append(got, len([]rune(l.runs[0].Text)))
	}
	if !slices.Equal(got, want) {
		t.Errorf("characters per line: got %v, want %v", got, want)
	}
}

func TestTitle(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"芦洲乡2020年政府信息公开工作年度报告", "芦洲乡2020年政府信息公开工作年度报告"},
		{"上高县芦洲乡人民政府2020年政府信息公开工作年度报告", "上高县芦洲乡人民政府2020年|政府信息公开工作年度报告"},
		{"上高县人力资源和社会保障局2020年度政府信息公开工作年度报告", "上高县人力资源和社会保障局|2020年度政府信息公开工作年度报告"},
		{"一行\n两行", "一行|两行"},
	} {
		ts := newTypesetter(Options{})
		var lines []string
		for _, l := range ts.paragraph(render.Paragraph{Style: render.Title, Text: c.text}).lines {
			line := ""
			for _, r := range l.runs {
				line += r.Text
			}
			lines = append(lines, line)
		}
		if got := strings.Join(lines, "|"); got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}
