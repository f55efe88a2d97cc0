package pdf

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"luzhou/fixtures"
	"luzhou/render"
)

// box is where something stands on a page.
type box struct {
	page                     int
	left, top, right, bottom float64
	text                     string
}

// boxes lists the lines of a model without the page numbers.
func boxes(t *typesetter, m model) []box {
	var list []box
	for n, p := range m.Pages {
		for _, l := range p.Lines[:len(p.Lines)-1] {
			b := box{page: n, left: l.X, top: l.Base - emTop*l.Size, bottom: l.Base + (1-emTop)*l.Size, right: l.X}
			for _, r := range l.Runs {
				b.text += r.Text
				for _, c := range r.Text {
					b.right += t.faces[r.Face].Advance(c)*l.Size + r.Space
				}
			}
			list = append(list, b)
		}
	}
	return list
}

// checkPages asserts that nothing leaves the text block and nothing overlaps.
func checkPages(t *testing.T, name string, ts *typesetter, m model) {
	t.Helper()
	const e = 0.01
	list := boxes(ts, m)
	for i, a := range list { // lines of a page stand together in the list
		hang := 16.0 / 2
		if a.left < blockLeft-e || a.right > blockLeft+blockWidth+hang+e || a.top < blockTop-e || a.bottom > blockTop+blockHeight+e {
			t.Fatalf("%s: page %d: %q leaves the text block: %+v", name, a.page+1, a.text, a)
		}
		for _, b := range list[i+1:] {
			if a.page != b.page {
				break
			}
			if a.left+e < b.right && b.left+e < a.right && a.top+e < b.bottom && b.top+e < a.bottom {
				t.Fatalf("%s: page %d: %q and %q overlap: %+v, %+v", name, a.page+1, a.text, b.text, a, b)
			}
		}
	}
	for n, p := range m.Pages {
		for _, r := range p.Rules {
			if r.X1 < blockLeft-e || r.X2 > blockLeft+blockWidth+e || r.Y1 < blockTop-e || r.Y2 > blockTop+blockHeight+e || r.X1 > r.X2 || r.Y1 > r.Y2 {
				t.Fatalf("%s: page %d: rule leaves the text block: %+v", name, n+1, r)
			}
		}
	}
}

// letters are characters for cells, a different one for each.
func letters() []rune {
	var list []rune
	ts := newTypesetter(Options{})
	for r := rune(0x4E00); r < 0x9FFF; r++ {
		if ts.faces[render.FangSong].Has(r) && ts.faces[render.Hei].Has(r) {
			list = append(list, r)
		}
	}
	return list
}

// randomTable fills a grid with cells of random spans, each with its letter
// repeated. Some places stay empty.
func randomTable(rng *rand.Rand, letters []rune, longest int) render.Table {
	rows, cols := 1+rng.IntN(60), 1+rng.IntN(12)
	t := render.Table{Rows: rows, Header: rng.IntN(4)}
	for range cols {
		t.Widths = append(t.Widths, 5+rng.IntN(30))
	}
	taken := make([]bool, rows*cols)
	roles := []render.Role{render.ColumnHead, render.RowHead, render.Value, render.TableNote, render.Words}
	for row := range rows {
		for col := range cols {
			if taken[row*cols+col] || rng.IntN(20) == 0 {
				continue
			}
			c := render.Cell{Row: row, Col: col, RowSpan: 1, ColSpan: 1, Role: roles[rng.IntN(len(roles))]}
			for c.ColSpan < cols-col && !taken[row*cols+col+c.ColSpan] && rng.IntN(4) == 0 {
				c.ColSpan++
			}
			for c.RowSpan < rows-row && rng.IntN(3) == 0 {
				c.RowSpan += min(1+rng.IntN(12), rows-row-c.RowSpan)
			}
			for r := row; r < row+c.RowSpan; r++ {
				for k := col; k < col+c.ColSpan; k++ {
					taken[r*cols+k] = true
				}
			}
			n := rng.IntN(12)
			if rng.IntN(30) == 0 {
				n = rng.IntN(longest)
			}
			c.Text = strings.Repeat(string(letters[len(t.Cells)]), n)
			t.Cells = append(t.Cells, c)
		}
	}
	return t
}

func TestRandomTables(t *testing.T) {
	letters := letters()
	for seed := range uint64(150) {
		rng := rand.New(rand.NewPCG(seed, 0))
		longest := []int{20, 300, 6000}[seed%3]
		table := randomTable(rng, letters, longest)
		l := render.Layout{Blocks: []render.Block{{Table: &table}}}
		lead := rng.IntN(30)
		for range lead {
			l.Blocks = append([]render.Block{{Paragraph: &render.Paragraph{Style: render.Body, Text: "0"}}}, l.Blocks...)
		}
		l.Blocks = append(l.Blocks, render.Block{Paragraph: &render.Paragraph{Style: render.Body, Text: "0"}})
		name := fmt.Sprintf("seed %d", seed)
		ts := newTypesetter(Options{})
		m, err := ts.paginate(l)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		checkPages(t, name, ts, m)
		checkCells(t, name, table, m)
		if longest == 20 {
			checkUse(t, name, m)
		}
	}
}

// checkCells asserts that each cell's text stands whole on every page that
// shows it, or once in all.
func checkCells(t *testing.T, name string, table render.Table, m model) {
	t.Helper()
	counts := make([]map[rune]int, len(m.Pages))
	for n, p := range m.Pages {
		counts[n] = map[rune]int{}
		for _, l := range p.Lines {
			for _, r := range l.Runs {
				for _, c := range r.Text {
					counts[n][c]++
				}
			}
		}
	}
	for _, c := range table.Cells {
		text := []rune(c.Text)
		if len(text) == 0 {
			continue
		}
		total, whole := 0, true
		for _, count := range counts {
			n := count[text[0]]
			total += n
			whole = whole && (n == 0 || n == len(text))
		}
		if total == 0 || !whole && total != len(text) {
			t.Fatalf("%s: cell %d,%d of %d characters: %d are drawn", name, c.Row, c.Col, len(text), total)
		}
	}
}

// checkUse asserts that no page but the last is less than a third full.
func checkUse(t *testing.T, name string, m model) {
	t.Helper()
	for n, p := range m.Pages[:len(m.Pages)-1] {
		low := 0.0
		for _, l := range p.Lines[:len(p.Lines)-1] {
			low = max(low, l.Base)
		}
		for _, r := range p.Rules {
			low = max(low, r.Y2)
		}
		if low < blockTop+blockHeight/3 {
			t.Errorf("%s: page %d of %d is filled to %.0f of %.0f points only", name, n+1, len(m.Pages), low-blockTop, blockHeight)
		}
	}
}

func TestHeaderRepeats(t *testing.T) {
	table := requestsTable()
	l := render.Layout{Blocks: []render.Block{{Table: &table}, {Table: &table}}}
	ts := newTypesetter(Options{})
	m, err := ts.paginate(l)
	if err != nil {
		t.Fatal(err)
	}
	for n, p := range m.Pages {
		var text strings.Builder
		for _, l := range p.Lines {
			for _, r := range l.Runs {
				text.WriteString(r.Text)
			}
		}
		if !strings.Contains(text.String(), "申请人情况") {
			t.Errorf("page %d has no header", n+1)
		}
	}
}

func TestHeadingStaysWithTable(t *testing.T) {
	for lines := range 45 {
		table := requestsTable()
		var l render.Layout
		for range lines {
			l.Blocks = append(l.Blocks, render.Block{Paragraph: &render.Paragraph{Style: render.Body, Text: "正文"}})
		}
		l.Blocks = append(l.Blocks, render.Block{Paragraph: &render.Paragraph{Style: render.Heading1, Text: "三、标题"}},
			render.Block{Table: &table})
		ts := newTypesetter(Options{})
		m, err := ts.paginate(l)
		if err != nil {
			t.Fatal(err)
		}
		if len(m.Marks) != 1 || len(m.Pages[m.Marks[0].Page].Rules) == 0 {
			t.Errorf("after %d lines: heading on page %d stands without its table", lines, m.Marks[0].Page+1)
		}
		checkUse(t, fmt.Sprintf("after %d lines", lines), m)
	}
}

func TestSignatureHasTextOnItsPage(t *testing.T) {
	for lines := range 30 {
		for _, last := range []int{1, 2, 3, 4, 9} {
			var l render.Layout
			add := func(style render.Style, text string) {
				l.Blocks = append(l.Blocks, render.Block{Paragraph: &render.Paragraph{Style: style, Text: text}})
			}
			for range lines {
				add(render.Body, "正文")
			}
			add(render.Heading1, "六、其他")
			add(render.Body, strings.Repeat("末", 28*last-2))
			add(render.Signature, "芦洲乡人民政府")
			add(render.Date, "2021年1月28日")
			name := fmt.Sprintf("%d lines, then %d", lines, last)
			ts := newTypesetter(Options{})
			m, err := ts.paginate(l)
			if err != nil {
				t.Fatal(err)
			}
			checkPages(t, name, ts, m)
			checkUse(t, name, m)
			text, final, all := "", len(m.Pages)-1, 0
			for _, b := range boxes(ts, m) {
				all += strings.Count(b.text, "末")
				if b.page == final {
					text += b.text
				}
			}
			if !strings.Contains(text, "末") || !strings.HasSuffix(text, "政府2021年1月28日") || all != 28*last-2 {
				t.Errorf("%s: the last page holds %q", name, text)
			}
		}
	}
}

func TestMalformedTables(t *testing.T) {
	cell := func(row, col, rows, cols int) render.Cell {
		return render.Cell{Row: row, Col: col, RowSpan: rows, ColSpan: cols, Text: "0"}
	}
	for name, table := range map[string]render.Table{
		"overlap":      {Rows: 2, Widths: []int{1, 1}, Cells: []render.Cell{cell(0, 0, 2, 1), cell(1, 0, 1, 1)}},
		"outside":      {Rows: 2, Widths: []int{1, 1}, Cells: []render.Cell{cell(1, 1, 2, 1)}},
		"negative":     {Rows: 2, Widths: []int{1, 1}, Cells: []render.Cell{cell(-1, 0, 1, 1)}},
		"no span":      {Rows: 2, Widths: []int{1, 1}, Cells: []render.Cell{cell(0, 0, 0, 1)}},
		"huge span":    {Rows: 2, Widths: []int{1, 1}, Cells: []render.Cell{cell(1, 1, 1<<62, 1<<62)}},
		"too many":     {Rows: 1 << 62, Widths: []int{1, 1}},
		"no such grid": {Cells: []render.Cell{cell(0, 0, 1, 1)}},
	} {
		if _, _, err := Write(render.Layout{Blocks: []render.Block{{Table: &table}}}, Options{}); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	odd := render.Table{Rows: 3, Widths: []int{0, -5, 1}, Header: -7, Cells: []render.Cell{cell(0, 0, 1, 1)}}
	for _, header := range []int{-7, 0, 3, 99} {
		odd.Header = header
		if _, _, err := Write(render.Layout{Blocks: []render.Block{{Table: &odd}}}, Options{}); err != nil {
			t.Errorf("header of %d rows: %v", header, err)
		}
	}
}

// An annex begins a page, and what keeps with the next block stays behind it.
func TestAnnexBeginsAPage(t *testing.T) {
	annex := []render.Style{render.Annex, render.AnnexText}
	for _, c := range []struct {
		name   string
		styles []render.Style
		pages  []int // of each block
	}{
		{"after text", append([]render.Style{render.Body, render.Body}, annex...), []int{0, 0, 1, 1}},
		{"after a signature without a date", append([]render.Style{render.Body, render.Signature}, annex...), []int{0, 0, 1, 1}},
		{"alone", annex, []int{0, 0}},
		{"two", append(annex, annex...), []int{0, 0, 1, 1}},
	} {
		var l render.Layout
		for _, s := range c.styles {
			l.Blocks = append(l.Blocks, render.Block{Paragraph: &render.Paragraph{Style: s, Text: "字"}})
		}
		ts := newTypesetter(Options{})
		m, err := ts.paginate(l)
		if err != nil {
			t.Fatal(err)
		}
		var pages []int
		for _, b := range boxes(ts, m) {
			pages = append(pages, b.page)
		}
		if !slices.Equal(pages, c.pages) {
			t.Errorf("%s: blocks on pages %v, want %v", c.name, pages, c.pages)
		}
	}
}

// The table of requests of 2021 and later, the tallest of all, fills one page below
// its heading.
func TestTallestFormFitsAPage(t *testing.T) {
	ts := newTypesetter(Options{})
	l := readLayout(t, fixtures.Cases(t, "made-2021")[0].Golden("layout"))
	m, err := ts.paginate(l)
	if err != nil {
		t.Fatal(err)
	}
	checkPages(t, "made-2021", ts, m)
	pages := map[string][]int{}
	for _, b := range boxes(ts, m) {
		pages[b.text] = append(pages[b.text], b.page+1)
	}
	for text, want := range map[string][]int{"三、收到和处理政府信息公开申请情况": {2}, "申请人情况": {2}, "四、结转下年度继续办理": {2}} {
		if !slices.Equal(pages[text], want) {
			t.Errorf("%s on pages %v, want %v", text, pages[text], want)
		}
	}
}

// A date stands as far from the edge as the layout says, where there is room.
func TestRightDistance(t *testing.T) {
	const em = blockWidth / render.CharsPerLine
	for _, c := range []struct{ text, right, want float64 }{ // in characters: width, distance, distance drawn
		{6, 4, 4}, {6, 20, 20}, {6, 25, 22}, {40, 2, 2}, {40, 20, 14},
	} {
		ts := newTypesetter(Options{})
		p := ts.paragraph(render.Paragraph{Style: render.Date, Text: strings.Repeat("日", int(c.text)), Right: c.right})
		first := p.lines[0]
		wide := 0.0
		for _, r := range first.runs {
			wide += float64(len([]rune(r.Text))) * em
		}
		if got := (blockWidth - first.x - wide) / em; math.Abs(got-c.want) > 0.1 {
			t.Errorf("%v characters, %v from the edge: drawn %.2f from it, want %v", c.text, c.right, got, c.want)
		}
	}
}
