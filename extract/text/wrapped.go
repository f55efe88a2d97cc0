package text

import "strings"

// minGroups is how many pieces ruled lines must cut a table into for each piece
// to be one row, and maxRowLines how many lines a row may take.
const (
	minGroups   = 3
	maxRowLines = 100
)

// unwrapped puts together the rows of a table whose cells take several lines,
// with a ruled line between one row and the next. group tells how many ruled
// lines stand above each row. Where two lines of a piece have figures in one
// column they are rows of their own, and so are all others.
func unwrapped(rows [][]line, group []int) [][]line {
	var out [][]line
	pieces := 0
	for from := 0; from < len(rows); pieces++ {
		to := from + 1
		for to < len(rows) && group[to] == group[from] {
			to++
		}
		row, ok := joined(rows[from:to])
		if !ok {
			return rows
		}
		out = append(out, row)
		from = to
	}
	if pieces < minGroups || len(out) == len(rows) {
		return rows
	}
	return out
}

// joined makes one row of the lines of a piece; false when they are several.
func joined(lines [][]line) ([]line, bool) {
	if len(lines) > maxRowLines {
		return nil, false
	}
	row := append([]line{}, lines[0]...)
	figures := make([]bool, len(row))
	for n, l := range lines {
		if len(l) != len(row) {
			return nil, false
		}
		for i, c := range l {
			if isNumber(c.text) {
				if figures[i] {
					return nil, false
				}
				figures[i] = true
			}
			switch {
			case n == 0 || c.text == "":
			case row[i].text == "":
				row[i] = c
			default:
				row[i].text += "\n" + c.text
			}
		}
	}
	return row, true
}

// isNumber reports whether a text begins as a number does.
func isNumber(s string) bool {
	s = strings.TrimLeft(s, "-－—+")
	return s != "" && strings.Trim(s, "0123456789０１２３４５６７８９.．,，") == ""
}
