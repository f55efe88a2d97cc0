package pdf

import (
	"math"
	"strings"
)

// titleWords are words of titles that should not be parted.
var titleWords = []string{
	"政府信息公开", "信息公开", "年度", "公开工作", "工作年度报告", "年度报告", "工作报告", "人民政府", "办公室", "委员会",
	"管理局", "管委会", "街道办事处", "办事处", "自治区", "自治州", "自治县", "开发区", "有限公司", "情况统计表", "统计表",
}

// Cost of a title's lines, in squares of ems of raggedness.
const (
	costParted = 60.0 // breaking inside a word
	costOther  = 8.0  // breaking elsewhere than after a name or a year
	costShort  = 200.0
)

// goodEnds end a name or a year, so that a line may well end after them.
const goodEnds = "年省市县区乡镇府局委厅办处院会于的和关"

// balanced breaks text to be centred into as few lines as fit, of like length
// and by sense. Text with line breaks of its own keeps them.
func balanced(gs []glyph, m measure) []broken {
	plain := breakLines(gs, m)
	if len(plain) < 2 || len(plain) > maxBalanced || hasNewline(gs) {
		return plain
	}
	if best := balance(gs, m, len(plain)); best != nil {
		return best
	}
	return plain
}

// maxBalanced bounds the work on a title; a longer one is broken greedily.
const maxBalanced = 8

func hasNewline(gs []glyph) bool {
	for _, g := range gs {
		if g.r == '\n' {
			return true
		}
	}
	return false
}

// balance finds the cheapest way to set gs in count lines, line by line: best
// [k][i] is the cost of setting gs[:i] in k lines.
func balance(gs []glyph, m measure, count int) []broken {
	n := len(gs)
	ends := breakCosts(gs)
	ideal := m.line(gs, 0, n).natural / float64(count)
	best := make([][]float64, count+1)
	from := make([][]int, count+1)
	for k := range best {
		best[k], from[k] = make([]float64, n+1), make([]int, n+1)
		for i := range best[k] {
			best[k][i] = math.Inf(1)
		}
	}
	best[0][0] = 0
	for k := 1; k <= count; k++ {
		for i := 1; i <= n; i++ {
			for j := i - 1; j >= 0; j-- {
				b := m.line(gs, j, i)
				if b.natural > m.width {
					break
				}
				off := (b.natural - ideal) / m.size
				cost := best[k-1][j] + off*off + ends[i]
				if i == n && b.to-b.from < 3 {
					cost += costShort
				}
				if cost < best[k][i] {
					best[k][i], from[k][i] = cost, j
				}
			}
		}
	}
	if math.IsInf(best[count][n], 1) {
		return nil
	}
	lines := make([]broken, count)
	for k, i := count, n; k > 0; k-- {
		j := from[k][i]
		for skip := j; skip < i && gs[skip].r == ' '; skip++ {
			j = skip + 1
		}
		lines[k-1] = m.line(gs, j, i)
		i = from[k][i]
	}
	return lines
}

// breakCosts gives the cost of ending a line before glyph i.
func breakCosts(gs []glyph) []float64 {
	costs := make([]float64, len(gs)+1)
	text := make([]rune, len(gs))
	for i, g := range gs {
		text[i] = g.r
	}
	for i := 1; i < len(gs); i++ {
		switch {
		case between(gs[i-1], gs[i]) != freely:
			costs[i] = math.Inf(1)
		case text[i] == '年' && text[i-1] <= '9':
			costs[i] = costParted
		case text[i-1] != ' ' && !strings.ContainsRune(goodEnds, text[i-1]):
			costs[i] = costOther
		}
	}
	for _, word := range titleWords {
		w := []rune(word)
		for i := 0; i+len(w) <= len(text); i++ {
			if string(text[i:i+len(w)]) == word {
				for j := i + 1; j < i+len(w); j++ {
					costs[j] += costParted
				}
			}
		}
	}
	return costs
}
