package normalize

import (
	"strings"
	"testing"

	"luzhou/extract/text"
)

// TestCellsEndWithBell reads the text that Word gives of a document: each cell ends
// with BEL, each row with one more.
func TestCellsEndWithBell(t *testing.T) {
	for _, mark := range []string{"\a", "\r\a"} {
		s := newSample("gen_2019")
		doc := s.whole()
		var b strings.Builder
		for _, block := range doc.Blocks {
			if block.Paragraph != nil {
				b.WriteString(block.Paragraph.Text + "\r")
				continue
			}
			row := 0
			for _, c := range block.Table.Cells {
				if c.Row != row {
					b.WriteString(mark)
					row = c.Row
				}
				b.WriteString(c.Text + mark)
			}
			b.WriteString(mark)
		}
		got, err := text.Format.Read([]byte(b.String()))
		if err != nil || !text.Format.Sniff([]byte(b.String())) {
			t.Fatal(err)
		}
		sameFigures(t, got)
	}
}
