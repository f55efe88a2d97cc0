package render

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"luzhou/extract"
	"luzhou/normalize"
)

// maxOtherColumns is the number of columns Word opens in a table.
const maxOtherColumns = 63

// other prints a table of no form as the source has it. A table that no page
// can show as a grid, because it is too wide or its cells overlap, is printed as
// one paragraph a row.
func (b *builder) other(t normalize.OtherTable) {
	table := &Table{Key: "other", Summary: "其他表格", Rows: t.Rows}
	for _, c := range t.Cells {
		table.Cells = append(table.Cells, Cell{Row: c.Row, Col: c.Col, RowSpan: c.RowSpan, ColSpan: c.ColSpan, Text: c.Text, Role: Words})
	}
	if t.Cols > 0 && t.Cols <= maxOtherColumns {
		table.Widths = make([]int, t.Cols)
	}
	if _, err := table.Places(); err != nil {
		b.rows(t.Cells)
		return
	}
	slices.SortStableFunc(table.Cells, func(a, b Cell) int { return cmp.Or(a.Row-b.Row, a.Col-b.Col) })
	table.Widths, table.Header = otherWidths(t), otherHeader(t)
	for i := range table.Cells {
		switch c := &table.Cells[i]; {
		case c.Row < table.Header:
			c.Role = ColumnHead
		case figureLike.MatchString(c.Text):
			c.Role = Value
		}
	}
	b.layout.Blocks = append(b.layout.Blocks, Block{Table: table})
}

func (b *builder) rows(cells []extract.Cell) {
	var line []string
	for i, c := range cells {
		line = append(line, strings.ReplaceAll(c.Text, "\n", " "))
		if i+1 == len(cells) || cells[i+1].Row != c.Row {
			b.paragraph(Body, strings.Join(line, " | "))
			line = nil
		}
	}
}

// otherWidths shares the width of the page among the columns of a table, in tenths
// of a character: to each what its text takes on one line, as far as there is room,
// and what is left over in the same ratio.
func otherWidths(t normalize.OtherTable) []int {
	const whole = (PageWidth - MarginLeft - MarginRight) / 25.4 * 72 / CellSize
	wants := make([]float64, t.Cols)
	for i := range wants {
		wants[i] = 2
	}
	for _, c := range t.Cells {
		if c.ColSpan == 1 {
			for line := range strings.SplitSeq(c.Text, "\n") {
				wants[c.Col] = max(wants[c.Col], Width(line)+1) // 1 for the edges
			}
		}
	}
	most := fairShare(wants, whole)
	widths := make([]int, t.Cols)
	for i, want := range wants {
		widths[i] = max(1, int(10*min(want, most)))
	}
	return widths
}

// fairShare is the most that one may have so that all together get whole, those
// content with less giving up the rest to the others.
func fairShare(wants []float64, whole float64) float64 {
	rest, left := whole, len(wants)
	for share := whole / float64(left); ; {
		rest, left = whole, 0
		for _, want := range wants {
			if want <= share {
				rest -= want
			} else {
				left++
			}
		}
		if left == 0 || rest/float64(left) <= share+0.01 {
			return share
		}
		share = rest / float64(left)
	}
}

var (
	// figureLike matches what is centred as figures are: numbers, also with a unit or
	// percent sign, and strokes.
	figureLike = regexp.MustCompile(`^([-−+]?[0-9０-９][0-9０-９,，.．]*[%％‰\p{Han}]{0,2}|[-—–/]+)$`)
	// counted matches numbers that no heading of a column is: all but years.
	counted  = regexp.MustCompile(`^[-−+]?[0-9０-９][0-9０-９,，.．]*[%％‰]?$`)
	yearLike = regexp.MustCompile(`^(19|20)[0-9]{2}$`)
)

// maxOtherHeader is how many rows at the top may head the columns.
const maxOtherHeader = 3

// otherHeader is how many rows at the top of a table head its columns: those of
// the cells that begin in the first row, when there is text in all of them, no
// number, and a column below holds numbers only. No more than the look hangs on it.
func otherHeader(t normalize.OtherTable) int {
	rows := 0
	for _, c := range t.Cells {
		if c.Row == 0 {
			rows = max(rows, c.RowSpan)
		}
	}
	if rows > maxOtherHeader || rows >= t.Rows {
		return 0
	}
	places, numbers, words := 0, make([]int, t.Cols), make([]int, t.Cols)
	for _, c := range t.Cells {
		number := counted.MatchString(c.Text) && !yearLike.MatchString(c.Text)
		switch {
		case c.Row >= rows && number:
			numbers[c.Col]++
		case c.Row >= rows && !figureLike.MatchString(c.Text) && c.Text != "":
			words[c.Col]++
		case c.Row >= rows:
		case number || strings.TrimSpace(c.Text) == "" || c.Row+c.RowSpan > rows:
			return 0
		default:
			places += c.RowSpan * c.ColSpan
		}
	}
	if places != rows*t.Cols {
		return 0
	}
	for col := range numbers {
		if numbers[col] >= 2 && words[col] == 0 {
			return rows
		}
	}
	return 0
}
