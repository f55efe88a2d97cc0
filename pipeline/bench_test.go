package pipeline

import (
	"strings"
	"testing"

	"luzhou/fixtures"
	"luzhou/normalize"
)

// BenchmarkExtract and BenchmarkNormalize measure the first two stages on every
// fixture.
func BenchmarkExtract(b *testing.B) {
	for _, c := range fixtures.Cases(b, "") {
		data := c.Read(b)
		b.Run(c.Name, func(b *testing.B) { readAgain(b, data) })
	}
}

func BenchmarkNormalize(b *testing.B) {
	for _, c := range fixtures.Cases(b, "") {
		doc := extractCase(b, c)
		b.Run(c.Name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				normalize.FromDocument(doc)
			}
		})
	}
}

// BenchmarkLargePage reads web pages of growing size: a time that does not grow
// faster than the size shows as the same MB/s.
func BenchmarkLargePage(b *testing.B) {
	row := "<tr>" + strings.Repeat(`<td width="80"><p class=MsoNormal><span lang=EN-US>政府信息公开</span></p></td>`, 8) + "</tr>\n"
	table := "<p>一、总体情况</p><table border=1>" + strings.Repeat(row, 30) + "</table>\n"
	for _, size := range sizes {
		page := "<html><head><meta charset=utf-8></head><body>" + strings.Repeat(table, size.bytes/len(table)) + "</body></html>"
		b.Run(size.name, func(b *testing.B) { readAgain(b, []byte(page)) })
	}
}

var sizes = []struct {
	name  string
	bytes int
}{{"1MB", 1 << 20}, {"5MB", 5 << 20}, {"20MB", 20 << 20}}

func readAgain(b *testing.B, data []byte) {
	b.ReportAllocs()
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := Extract("a", data); err != nil {
			b.Fatal(err)
		}
	}
}
