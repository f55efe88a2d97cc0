package text

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// separatorsOfRecords are the characters between the fields of records, in the
// order in which they are tried. Tabs without quotes are for tabRows.
var separatorsOfRecords = []string{"\t", ";", ","}

// recordSeparator finds the separator of a text that has a table of
// comma-separated values (RFC 4180), or with semicolons or tabs for commas; it is
// empty without one. Prose has commas too, so several records that follow each
// other must hold numbers, or one of them many.
func recordSeparator(lines []line) (best string) {
	most := 0
	for _, separator := range separatorsOfRecords {
		sign := separator
		if separator == "\t" {
			sign = `"`
		}
		if !slices.ContainsFunc(lines, func(l line) bool { return strings.Contains(l.text, sign) }) {
			continue
		}
		for i := 0; i < len(lines); {
			run := recordRun(lines[i:], separator)
			if (run.figures >= 2 || run.widest >= wideRow) && run.figures > most && (separator != "\t" || run.quoted) {
				best, most = separator, run.figures
			}
			i += max(run.lines, 1)
		}
	}
	return best
}

// records is a run of lines that are records of several fields.
type records struct {
	rows    [][]line
	lines   int
	figures int  // records that hold numbers
	widest  int  // most numbers in one record
	quoted  bool // some field stands in quotes
}

// recordRun reads records up to a blank line, a record of one field, or a sentence.
func recordRun(lines []line, separator string) (run records) {
	for run.lines < len(lines) && !lines[run.lines].blank() {
		row, taken, quoted := record(lines[run.lines:], separator)
		if len(row) < 2 || !quoted && sentence(row) {
			break
		}
		if n := numbers(row); n > 0 {
			run.figures, run.widest = run.figures+1, max(run.widest, n)
		}
		run.rows, run.quoted, run.lines = append(run.rows, row), run.quoted || quoted, run.lines+taken
	}
	return run
}

// recordRows reads records with the separator of the text: a field in quotes may
// hold the separator, doubled quotes and line ends.
func (b *builder) recordRows(lines []line) (g grid, n int) {
	if b.separator == "" {
		return grid{}, 0
	}
	run := recordRun(lines, b.separator)
	if run.figures == 0 || len(run.rows) < 2 && run.widest < wideRow {
		return grid{}, run.lines
	}
	return grid{rows: run.rows}, run.lines
}

// sentence tells whether a record is prose cut at its commas.
func sentence(row []line) bool {
	full := slices.ContainsFunc(row, func(l line) bool { return strings.Contains(l.text, "。") })
	return full && slices.ContainsFunc(row[1:], func(l line) bool { return l.text != "" })
}

// maxRecordLines is how many lines one record may take: quotes that match by
// chance would join any number of them, from each line anew.
const maxRecordLines = 40

// record cuts one record into fields; n is the number of lines it takes, 0 when
// its quotes do not match. quoted tells whether any field stands in quotes.
func record(lines []line, separator string) (row []line, n int, quoted bool) {
	rest, at := lines[0].text, 0
	for {
		text, after, found := strings.Cut(rest, separator)
		begins := lines[at].no
		if opened, ok := strings.CutPrefix(strings.TrimLeft(rest, " "), `"`); ok {
			var more int
			if text, after, more = quotedField(opened, lines[at+1:min(len(lines), maxRecordLines)]); more < 0 {
				return nil, 0, false
			}
			quoted = true
			at += more
			after = strings.TrimLeft(after, " ")
			if after, found = strings.CutPrefix(after, separator); !found && after != "" {
				return nil, 0, false
			}
		}
		row = append(row, line{text, begins})
		if !found {
			return row, at + 1, quoted
		}
		rest = after
	}
}

// quotedField reads a field behind its opening quote up to the closing one. more
// is the number of further lines it takes, -1 when it does not end.
func quotedField(rest string, following []line) (text, after string, more int) {
	var b strings.Builder
	for {
		before, behind, found := strings.Cut(rest, `"`)
		b.WriteString(before)
		switch {
		case !found && more == len(following):
			return "", "", -1
		case !found:
			b.WriteByte('\n')
			rest = following[more].text
			more++
		case strings.HasPrefix(behind, `"`):
			b.WriteByte('"')
			rest = behind[1:]
		default:
			return b.String(), behind, more
		}
	}
}

var bareNumber = regexp.MustCompile(`^\s*[-－—–+]?[0-9０-９][0-9０-９.,．，]*\s*\p{Han}{0,2}\s*$`)

// numbers counts the fields that hold a number and nothing else.
func numbers(row []line) (n int) {
	for _, field := range row {
		if len(field.text) < longCell && bareNumber.MatchString(field.text) {
			n++
		}
	}
	return n
}

// unquote takes the quotes off a line that is one quoted field.
func unquote(text string) string {
	if row, n, quoted := record([]line{{text, 1}}, "\x00"); quoted && n == 1 && len(row) == 1 && utf8.ValidString(row[0].text) {
		return row[0].text
	}
	return text
}
