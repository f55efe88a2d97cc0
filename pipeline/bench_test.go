package pipeline

import (
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
		b.Run(c.Name, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				if _, err := Extract(c.Name, data); err != nil {
					b.Fatal(err)
				}
			}
		})
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
