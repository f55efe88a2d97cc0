package text

import (
	"slices"
	"testing"
)

// Each line closes a quote and opens another: without a limit every line would
// begin a record that reaches to the end of the text.
func TestRecordsOfManyLinesEnd(t *testing.T) {
	lines := slices.Repeat([]line{{`x",y,"`, 1}}, 10*maxRecordLines)
	if row, n, _ := record(lines, ","); n != 0 {
		t.Errorf("a record of %d fields on %d lines", len(row), n)
	}
	lines = append([]line{{`1,"甲`, 1}}, slices.Repeat([]line{{"乙", 2}}, maxRecordLines-2)...)
	lines = append(lines, line{`",2`, 3})
	if row, n, _ := record(lines, ","); n != maxRecordLines || len(row) != 3 {
		t.Errorf("%d fields on %d lines", len(row), n)
	}
}
