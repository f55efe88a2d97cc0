package pdf

// segment is the part of a table that stands on one page.
type segment struct {
	rows []int     // of the grid, in the order shown: repeated header rows, then the others
	tops []float64 // upper edges of those rows and the lower edge of the last, from the top of the segment
}

func (g *grid) segment(from, to int) segment {
	var s segment
	if from > 0 {
		for r := range g.header {
			s.rows = append(s.rows, r)
		}
	}
	for r := from; r < to; r++ {
		s.rows = append(s.rows, r)
	}
	at := 0.0
	for _, r := range s.rows {
		s.tops = append(s.tops, at)
		at += g.heights[r]
	}
	s.tops = append(s.tops, at)
	return s
}

// bottom is the height of the segment.
func (s segment) bottom() float64 { return s.tops[len(s.tops)-1] }

// rules returns the borders, each as long as it can be.
func (g *grid) rules(s segment, top float64) []rule {
	n, cols := len(s.rows), g.cols()
	var list []rule
	for i := 0; i <= n; i++ {
		y := top + s.tops[i]
		stretch(cols, func(c int) bool {
			return i == 0 || i == n || !joined(g.at(s.rows[i-1], c), g.at(s.rows[i], c))
		}, func(from, to int) {
			list = append(list, rule{blockLeft + g.edges[from], y, blockLeft + g.edges[to], y})
		})
	}
	for c := 0; c <= cols; c++ {
		x := blockLeft + g.edges[c]
		stretch(n, func(i int) bool {
			return c == 0 || c == cols || !joined(g.at(s.rows[i], c-1), g.at(s.rows[i], c))
		}, func(from, to int) {
			list = append(list, rule{x, top + s.tops[from], x, top + s.tops[to]})
		})
	}
	return list
}

// stretch calls found for every longest stretch of 0..n-1 where has holds.
func stretch(n int, has func(int) bool, found func(from, to int)) {
	start := -1
	for i := 0; i <= n; i++ {
		switch in := i < n && has(i); {
		case in && start < 0:
			start = i
		case !in && start >= 0:
			found(start, i)
			start = -1
		}
	}
}

// portion is the part of a cell that one segment shows.
type portion struct {
	page        int
	top, bottom float64 // on the page
}

// portions lists the cells a segment shows, with the heights of their parts.
func (g *grid) portions(s segment, page int, top float64, into [][]portion) {
	for i, r := range s.rows {
		for c := range g.cols() {
			id := g.at(r, c)
			if id == 0 || c > 0 && joined(id, g.at(r, c-1)) {
				continue
			}
			list := into[id-1]
			if i > 0 && joined(id, g.at(s.rows[i-1], c)) {
				list[len(list)-1].bottom = top + s.tops[i+1]
				continue
			}
			into[id-1] = append(list, portion{page, top + s.tops[i], top + s.tops[i+1]})
		}
	}
}

// fill puts the text of a cell into its portions: whole into each that holds
// it, else flowing on from one to the next.
func (g *grid) fill(c *setCell, parts []portion, put func(page int, l line)) {
	if len(c.lines) == 0 {
		return
	}
	held := false
	for _, p := range parts {
		if p.bottom-p.top+1e-6 >= c.textHeight()+2*g.pad {
			held = true
			g.putLines(c, p, c.lines, c.size, put)
		}
	}
	if !held {
		g.flow(c, parts, put)
	}
}

func (g *grid) flow(c *setCell, parts []portion, put func(page int, l line)) {
	rest := c.lines
	for i, p := range parts {
		room := p.bottom - p.top - 2*g.pad
		n, size := min(len(rest), max(0, int((room+1e-6)/c.pitch))), c.size
		if i == len(parts)-1 && n < len(rest) { // too little room in all: squeeze, lose nothing
			size *= room / (float64(len(rest)) * c.pitch)
			n = len(rest)
		}
		g.putLines(c, p, rest[:n], size, put)
		rest = rest[n:]
	}
}

// putLines sets lines in the middle of a portion.
func (g *grid) putLines(c *setCell, p portion, lines []cellLine, size float64, put func(page int, l line)) {
	scale := size / c.size
	pitch := c.pitch * scale
	left, right := g.edges[c.col], g.edges[c.col+c.cols]
	pad := min(cellPad, (right-left)/4)
	y := (p.top + p.bottom - float64(len(lines))*pitch) / 2
	for _, l := range lines {
		if len(l.runs) > 0 {
			x := left + pad + c.indent*scale
			if c.centre {
				x = (left + right - l.wide*scale) / 2
			}
			put(p.page, line{blockLeft + x, y + (pitch-size)/2 + emTop*size, size, l.runs})
		}
		y += pitch
	}
}

// Weights of where to break a table over pages, in pages of empty space.
const (
	costCrossing = 0.1  // for each cell that spans the break
	mostCrossing = 0.4  // for all of them
	costOrphan   = 0.1  // for a last row alone on its page
	costKept     = 0.5  // for parting rows that should stand together
	costEmpty    = 10.0 // for leaving more than a third of the page empty
)

// breakAt chooses the row before which to break when rows from on have space
// left on the page and the rest does not fit. It returns from to start on the
// next page, which would leave empty points unused; a fresh page must take some.
func (g *grid) breakAt(from int, space, empty float64, fresh bool) int {
	best, cost := from, unused(empty)
	if fresh {
		cost = 1e9
	}
	used := 0.0
	for r := from; r < g.rows(); r++ {
		if used += g.heights[r]; used > space+1e-6 {
			break
		}
		if r+1 == g.rows() {
			return r + 1
		}
		if r+1 <= g.header {
			continue
		}
		if c := unused(space-used) + g.parting(r+1); c <= cost {
			best, cost = r+1, c
		}
	}
	if fresh && best == from { // cannot be: no row is higher than a page
		best = min(max(from, g.header)+1, g.rows())
	}
	return best
}

// parting is the cost of a break before a row, wherever it stands on the page.
func (g *grid) parting(row int) float64 {
	c := min(mostCrossing, costCrossing*float64(g.crossing(row)))
	if row+1 == g.rows() {
		c += costOrphan
	}
	if g.kept[row-1] {
		c += costKept
	}
	return c
}

func unused(empty float64) float64 {
	share := empty / blockHeight
	if share > 1.0/3 {
		share += costEmpty
	}
	return share
}

// crossing counts the cells that span the upper edge of a row.
func (g *grid) crossing(row int) int {
	count := 0
	for c := range g.cols() {
		id := g.at(row, c)
		if joined(id, g.at(row-1, c)) && (c == 0 || id != g.at(row, c-1)) {
			count++
		}
	}
	return count
}
