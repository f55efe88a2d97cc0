package pipeline

import (
	"testing"

	"luzhou/fixtures"
	"luzhou/normalize"
)

// BenchmarkExtract and BenchmarkNormalize measure the first two stages on every
// fixture.
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
