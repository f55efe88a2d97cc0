package pdf

import (
	"fmt"

	"luzhou/render"
)

// flow puts blocks on pages one after the other.
type flow struct {
	*typesetter
	model model
	y     float64 // used of the text block of the last page
	kept  float64 // of that, by headings that keep with the next block
}

// setBlock is a block ready for the pages: a paragraph or a table.
type setBlock struct {
	paragraph setParagraph
	grid      *grid
}

// paginate sets a whole layout.
func (t *typesetter) paginate(l render.Layout) (model, error) {
	f := flow{typesetter: t}
	f.newPage()
	blocks, err := t.blocks(l)
	if err != nil {
		return model{}, err
	}
	for i := 0; i < len(blocks); {
		end := i
		for end < len(blocks)-1 && keepsNext(blocks[end], blocks[end+1]) {
			end++
		}
		if f.y > 0 && blocks[i].paragraph.spec.NewPage {
			f.newPage()
		}
		if f.y > 0 && !f.fits(blocks[i:end], blocks[end]) {
			if i > 0 && blocks[i].signs() {
				f.carry(blocks[i-1])
			} else {
				f.newPage()
			}
		}
		start := f.y
		for ; i < end; i++ {
			f.putParagraph(blocks[i].paragraph)
		}
		f.kept = max(0, f.y-start)
		f.put(blocks[i])
		i++
	}
	for i := range f.model.Pages {
		p := &f.model.Pages[i]
		p.Lines = append(p.Lines, t.pageNumber(i+1))
	}
	return f.model, nil
}

// pageNumber is the line that numbers a page (GB/T 9704-2012 section 7.5):
// outside, one character in, 7 mm below the text block.
func (t *typesetter) pageNumber(n int) line {
	gs := t.glyphs(fmt.Sprintf("— %d —", n), fallback)
	m := measure{size: render.PageNumSize}
	x := blockLeft + render.PageNumSize
	if n%2 == 1 {
		x = blockLeft + blockWidth - render.PageNumSize - m.line(gs, 0, len(gs)).natural
	}
	base := blockTop + blockHeight + 7*millimetre + 0.35*render.PageNumSize
	return line{x, base, render.PageNumSize, runs(gs, spacing{})}
}

func (t *typesetter) blocks(l render.Layout) ([]setBlock, error) {
	var list []setBlock
	for _, b := range l.Blocks {
		switch {
		case b.Paragraph != nil:
			list = append(list, setBlock{paragraph: t.paragraph(*b.Paragraph)})
		case b.Table != nil:
			if len(b.Table.Cells) == 0 && (b.Table.Rows == 0 || len(b.Table.Widths) == 0) {
				continue
			}
			g, err := t.grid(*b.Table)
			if err != nil {
				return nil, err
			}
			list = append(list, setBlock{grid: g})
		}
	}
	return list, nil
}

func (f *flow) newPage() {
	f.model.Pages = append(f.model.Pages, page{})
	f.y = 0
}

func (f *flow) room() float64 { return blockHeight - f.y }

// slack forgives rounding where lengths are added up.
const slack = 1e-6

// fits tells whether blocks that keep with the next, and the beginning of that
// next one, fit what is left of the page. On a fresh page they always may try.
func (f *flow) fits(kept []setBlock, next setBlock) bool {
	lead := 0.0
	for _, b := range kept {
		lead += b.paragraph.height()
	}
	if next.grid != nil {
		lead += render.TableSpacing
		return next.grid.breakAt(0, f.room()-lead, f.room(), false) > 0
	}
	spec := next.paragraph.spec
	if f.y > 0 || len(kept) > 0 {
		lead += spec.SpaceTop
	}
	return lead+spec.Line*float64(min(1, len(next.paragraph.lines))) <= f.room()+slack
}

func (p setParagraph) height() float64 {
	return p.spec.SpaceTop + float64(len(p.lines))*p.spec.Line + p.spec.SpaceDown
}

func (f *flow) put(b setBlock) {
	if b.grid != nil {
		f.putTable(b.grid)
	} else {
		f.putParagraph(b.paragraph)
	}
}

func (f *flow) putParagraph(p setParagraph) {
	if f.y > 0 {
		f.y += p.spec.SpaceTop
	}
	for i, l := range p.lines {
		if f.y > 0 && f.y+p.spec.Line > blockHeight+slack {
			f.newPage()
		}
		if i == 0 && p.spec.Outline > 0 && p.text != "" {
			f.mark(p)
		}
		if len(l.runs) > 0 {
			base := blockTop + f.y + (p.spec.Line-p.spec.Size)/2 + emTop*p.spec.Size
			f.add(len(f.model.Pages)-1, line{blockLeft + l.x, base, p.spec.Size, l.runs})
		}
		f.y += p.spec.Line
	}
	f.y += p.spec.SpaceDown
}

// mark enters a heading in the outline. A level never skips one, since the
// back end links entries by the level above.
func (f *flow) mark(p setParagraph) {
	level := p.spec.Outline - 1
	if n := len(f.model.Marks); n == 0 {
		level = 0
	} else {
		level = min(level, f.model.Marks[n-1].Level+1)
	}
	m := mark{Text: plain(p.text), Page: len(f.model.Pages) - 1, Level: level, Y: blockTop + f.y}
	f.model.Marks = append(f.model.Marks, m)
}

func (f *flow) add(page int, l line) {
	p := &f.model.Pages[page]
	p.Lines = append(p.Lines, l)
}

func (f *flow) putTable(g *grid) {
	parts := make([][]portion, len(g.cells))
	if f.y > 0 {
		f.y += render.TableSpacing
		f.kept += render.TableSpacing
	}
	for from := 0; from < g.rows(); {
		head := 0.0
		if from > 0 {
			head = g.head
		}
		fresh := f.y == 0
		to := g.breakAt(from, f.room()-head, f.room()+f.kept, fresh)
		if to == from {
			f.newPage()
			continue
		}
		s := g.segment(from, to)
		number := len(f.model.Pages) - 1
		p := &f.model.Pages[number]
		p.Rules = append(p.Rules, g.rules(s, blockTop+f.y)...)
		g.portions(s, number, blockTop+f.y, parts)
		f.y += s.bottom()
		if from = to; from < g.rows() {
			f.newPage()
		}
	}
	for i := range g.cells {
		g.fill(&g.cells[i], parts[i], f.add)
	}
	f.y += render.TableSpacing
}
