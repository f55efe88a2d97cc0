package render

import (
	"math"
	"strings"
)

// titleWords are words of titles that should not be parted.
var titleWords = []string{
	"政府信息公开", "信息公开", "年度", "公开工作", "工作年度报告", "年度报告", "工作报告", "人民政府", "办公室", "委员会",
	"管理局", "管委会", "街道办事处", "办事处", "自治区", "自治州", "自治县", "开发区", "有限公司", "情况统计表", "统计表",
	// Words that hold a character at which names end.
	"共和国", "关于", "市场", "乡镇", "乡村", "城乡", "省级", "市级", "县级", "区域", "和平", "和谐", "处理", "处罚", "办理", "办法", "会议", "年报",
}

// Cost of a title's lines, in squares of ems of raggedness.
const (
	costParted = 60.0 // breaking inside a word
	costOther  = 8.0  // breaking elsewhere than after a name or a year
	costShort  = 200.0
)

// Characters of a title by where a line may break.
const (
	goodEnds = "年省市县区乡镇府局委厅办处院会于的和关"          // end a name or a year, so that a line may well end after them
	opening  = "（《〈“‘〔【(["                    // may not end a line
	closing  = closingBrackets + "、，。：；！？·—-" // may not begin one

	closingBrackets = "）》〉”’〕】)]"
)

// Widths in ems: digits take half in all fonts for titles, letters are reckoned
// so that a line fits whatever the font.
const (
	digitWidth  = 0.5
	letterWidth = 0.75
)

// maxTitleLines bounds the work on a title; a longer one is left to the writers.
const maxTitleLines = 8

// TitleLines breaks a title to be centred into as few lines of at most ems
// characters as it takes, of like length and by sense. One that has lines of its
// own keeps them.
func TitleLines(text string, ems float64) []string {
	runes := []rune(strings.TrimSpace(text))
	if strings.ContainsAny(string(runes), "\n\r\t") {
		return []string{text}
	}
	whole := titleWidth(runes)
	if whole <= ems {
		return []string{text}
	}
	ends := breakCosts(runes)
	for count := int(math.Ceil(whole / ems)); count <= maxTitleLines; count++ {
		if lines := balance(runes, ends, ems, count); lines != nil {
			return lines
		}
	}
	return []string{text}
}

// TitleWords parts a title at the places where a line may well end. Put together
// again they are the title.
func TitleWords(text string) []string {
	runes := []rune(text)
	costs := breakCosts(runes)
	var words []string
	start := 0
	for i := 1; i < len(runes); i++ {
		if costs[i] == 0 {
			words, start = append(words, string(runes[start:i])), i
		}
	}
	return append(words, string(runes[start:]))
}

func titleWidth(runes []rune) float64 {
	w := 0.0
	for _, r := range runes {
		switch {
		case r < 'A':
			w += digitWidth
		case r < 0x2000:
			w += letterWidth
		default:
			w++
		}
	}
	return w
}

// balance finds the cheapest way to set runes in count lines, line by line:
// best[k][i] is the cost of setting runes[:i] in k lines, from[k][i] where the
// last of them begins.
func balance(runes []rune, ends []float64, ems float64, count int) []string {
	n := len(runes)
	ideal := titleWidth(runes) / float64(count)
	best, from := make([][]float64, count+1), make([][]int, count+1)
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
				width := titleWidth(runes[j:i])
				if width > ems {
					break
				}
				cost := best[k-1][j] + (width-ideal)*(width-ideal) + ends[i]
				if i == n && i-j < 3 {
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
	lines := make([]string, count)
	for k, i := count, n; k > 0; k-- {
		lines[k-1] = strings.TrimSpace(string(runes[from[k][i]:i]))
		i = from[k][i]
	}
	return lines
}

// breakCosts gives the cost of ending a line before rune i.
func breakCosts(runes []rune) []float64 {
	costs := make([]float64, len(runes)+1)
	inside := 0 // brackets, whose words stay together
	for i := 1; i < len(runes); i++ {
		before, after := runes[i-1], runes[i]
		if strings.ContainsRune(opening, before) {
			inside++
		} else if strings.ContainsRune(closingBrackets, before) {
			inside = max(0, inside-1)
		}
		switch {
		case before < 0x2000 && after < 0x2000 && before != ' ', after == ' ',
			strings.ContainsRune(opening, before), strings.ContainsRune(closing, after):
			costs[i] = math.Inf(1)
		case after == '年' && before <= '9', inside > 0:
			costs[i] = costParted
		case before != ' ' && !strings.ContainsRune(goodEnds, before):
			costs[i] = costOther
		}
	}
	for _, word := range titleWords {
		w := []rune(word)
		for i := 0; i+len(w) <= len(runes); i++ {
			if string(runes[i:i+len(w)]) == word {
				for j := i + 1; j < i+len(w); j++ {
					costs[j] += costParted
				}
			}
		}
	}
	return costs
}
