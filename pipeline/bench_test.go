package pipeline

import (
	"strings"
	"testing"

	"luzhou/fixtures"
	"luzhou/normalize"
	"luzhou/render"
)

// BenchmarkExtract and BenchmarkNormalize measure the first two stages on every
// fixture, BenchmarkWrite each output format, BenchmarkReport a whole report:
// a DOCX source to DOCX, PDF and JSON.
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

func BenchmarkWrite(b *testing.B) {
	report := normalize.FromDocument(extractCase(b, fixtures.Cases(b, "luzhou-list-docx")[0]))
	layout := render.FromReport(report)
	for _, w := range Writers {
		b.Run(w.Name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				data, _, err := Render(w, report, layout)
				if err != nil {
					b.Fatal(err)
				}
				b.ReportMetric(float64(len(data)), "bytes")
			}
		})
	}
}

func BenchmarkReport(b *testing.B) {
	data := fixtures.Cases(b, "luzhou-list-docx")[0].Read(b)
	b.ReportAllocs()
	for b.Loop() {
		report, err := Normalize("a.docx", data)
		if err != nil {
			b.Fatal(err)
		}
		layout := render.FromReport(report)
		for _, w := range Writers {
			if _, _, err := Render(w, report, layout); err != nil {
				b.Fatal(err)
			}
		}
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
