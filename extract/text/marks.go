package text

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// The plain text of a Word document, as its own programming interface gives it, ends
// each cell of a table with BEL and each row with one more; a cell may end with a
// paragraph mark before it. An empty cell and the end of a row look alike. This file
// turns such text into a tab-cell dump. A row ends where a label follows figures, or
// figures follow the heads of columns or more empty cells than the table has figures
// in a row; which of the empty cells there are the last
// figures, and which go on from merged labels above the next row, nothing tells: they
// are left out, so that the row ends early.

const bell = "\a"

// Marks of a text at the least for it to be such a text, and words at the left of a
// row of figures at the most.
const (
	minMarks   = 12
	maxLabels  = 3
	minRowEnds = 3
	maxShort   = 5 // characters of a line of a label in a narrow column
)

var rowEnd = regexp.MustCompile(`\a(\r\n|\r|\n)?\a`)

// hasCellMarks reports whether BEL ends the cells of a text.
func hasCellMarks(text string) bool {
	return strings.Count(text, bell) >= minMarks && len(rowEnd.FindAllStringIndex(text, minRowEnds)) == minRowEnds
}

// withoutCellMarks turns cells and rows that end with BEL into those of a dump. Its
// lines end with vertical tabs, which count no lines of the file.
func withoutCellMarks(text string) string {
	if !hasCellMarks(text) {
		return text
	}
	var out strings.Builder
	chunks := strings.Split(text, bell)
	var cells []string
	flush := func() {
		for _, row := range markedRows(cells) {
			for _, c := range row {
				out.WriteString("\t" + c + "\v")
			}
			out.WriteString("\v")
		}
		cells = nil
	}
	for i, chunk := range chunks {
		if i == len(chunks)-1 {
			flush()
			out.WriteString(chunk)
			break
		}
		cell := strings.TrimRight(chunk, "\r\n")
		if starts := len(cells) == 0 || cells[len(cells)-1] == ""; starts {
			if at := strings.LastIndexAny(cell, "\r\n"); at >= 0 && !isBrokenCell(cell) { // paragraphs between two tables
				flush()
				out.WriteString("\v" + cell[:at+1])
				cell = cell[at+1:]
			}
		}
		cells = append(cells, cell)
	}
	return out.String()
}

// isBrokenCell reports whether the first cell of a row has short lines alone, as a
// label in a narrow column: paragraphs have longer ones.
func isBrokenCell(cell string) bool {
	for l := range strings.FieldsFuncSeq(cell, func(r rune) bool { return r == '\r' || r == '\n' }) {
		if utf8.RuneCountInString(l) > maxShort {
			return false
		}
	}
	return true
}

// markedRows cuts the cells of a table into rows.
func markedRows(cells []string) (rows [][]string) {
	var row []string
	words, figures, empty := 0, 0, 0 // of the row; cells without text behind the last with some
	widest := mostFigures(cells)
	end := func() {
		rows = append(rows, row)
		row, words, figures = nil, 0, 0
	}
	for _, c := range cells {
		if strings.TrimSpace(c) == "" {
			empty++
			continue
		}
		figure := isMarkedFigure(c)
		switch {
		case row == nil, empty == 0:
		case !figure, figures == 0 && words > maxLabels, empty >= widest:
			end()
			empty = 0
		}
		row = append(append(row, make([]string, empty)...), c)
		if empty = 0; figure {
			figures++
		} else {
			words++
		}
	}
	if row != nil {
		end()
	}
	return rows
}

// mostFigures is how many figures follow each other at the most.
func mostFigures(cells []string) (most int) {
	run := 0
	for _, c := range cells {
		if run++; !isMarkedFigure(c) {
			run = 0
		}
		most = max(most, run)
	}
	return most
}

// isMarkedFigure reports whether a cell holds a number, or a stroke in its place.
func isMarkedFigure(c string) bool {
	c = strings.TrimSpace(c)
	return isNumber(c) || c != "" && utf8.RuneCountInString(c) <= 2 && strings.Trim(c, "-－—–/无") == ""
}
