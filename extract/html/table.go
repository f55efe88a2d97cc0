package html

import (
	"golang.org/x/net/html"

	"luzhou/extract"
)

// Bounds of spans (WHATWG section 4.9.11).
const (
	mostColumns = 1000
	mostRows    = 65534
)

// table reads a table element by the table model of the WHATWG (section
// 4.9.12). Its captions become paragraphs before it.
func (p *page) table(n *html.Node, f *flow, in state) {
	f.flush()
	if p.depth++; p.depth > extract.MaxNesting {
		p.refuse(extract.Text{ZH: "表格嵌套过深", EN: "tables nested too deep"})
	}
	defer func() { p.depth-- }()
	in.list, in.pre = nil, false
	grid := newGrid()
	var feet []*html.Node
	for c := n.FirstChild; c != nil && p.err == nil; c = c.NextSibling {
		switch {
		case c.Type != html.ElementNode:
		case c.Data == "caption":
			p.element(c, f, in)
		case c.Data == "tfoot":
			feet = append(feet, c)
		case c.Data == "thead" || c.Data == "tbody":
			p.group(c, grid, in)
		case c.Data == "tr":
			p.row(c, grid, in)
		}
	}
	for _, c := range feet {
		p.group(c, grid, in)
	}
	if t := grid.Table(); len(t.Cells) > 0 && p.err == nil {
		f.table(t)
	}
	p.found.clipped += grid.Clipped
	p.found.overlaps += grid.Overlaps
}

// group reads a thead, tbody or tfoot.
func (p *page) group(n *html.Node, grid *grid, in state) {
	if p.dropped(n, styleOf(n)) {
		return
	}
	rows := grid.Rows()
	for c := take(n); c != nil && p.err == nil; c = take(n) {
		if c.Type == html.ElementNode && c.Data == "tr" {
			p.row(c, grid, in)
		}
	}
	if grid.Rows() > rows {
		grid.end()
	}
}

func (p *page) row(n *html.Node, grid *grid, in state) {
	if p.dropped(n, styleOf(n)) {
		return
	}
	grid.begin()
	p.count()
	for c := take(n); c != nil && p.err == nil; c = take(n) {
		if c.Type != html.ElementNode || c.Data != "td" && c.Data != "th" {
			continue
		}
		s := styleOf(c)
		if p.dropped(c, s) {
			continue
		}
		p.count()
		cell := extract.Cell{ColSpan: span(c, "colspan", 1, mostColumns), RowSpan: span(c, "rowspan", 0, mostRows)}
		inner := in
		inner.pre = in.pre || s.pre
		f := flow{joins: p.body.joins}
		p.children(c, &f, inner)
		f.fill(&cell)
		if !grid.add(cell) {
			p.refuse(extract.Text{ZH: "表格过宽", EN: "table too wide"})
		}
	}
}

// count bounds the cells of the page, and the rows, which may lack cells.
func (p *page) count() {
	if p.cells++; p.cells > extract.MaxCells {
		p.refuse(extract.Text{ZH: "单元格过多", EN: "too many cells"})
	}
}

// take removes the first child, so that the tree of a large table goes while
// its cells come.
func take(n *html.Node) *html.Node {
	c := n.FirstChild
	if c != nil {
		n.RemoveChild(c)
	}
	return c
}

// span reads a span: 1 unless it is a number from least to most; past that, most.
func span(n *html.Node, key string, least, most int) int {
	i := number(n, key, 1)
	if i < least {
		return 1
	}
	return min(i, most)
}
