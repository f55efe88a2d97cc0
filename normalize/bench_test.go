package normalize

import (
	"encoding/json"
	"os"
	"testing"

	"luzhou/extract"
	"luzhou/fixtures"
)

func BenchmarkFromDocument(b *testing.B) {
	for _, c := range fixtures.Cases(b, "") {
		b.Run(c.Name, func(b *testing.B) {
			data, err := os.ReadFile(c.Golden("document"))
			if err != nil {
				b.Fatal(err)
			}
			var doc extract.Document
			if err := json.Unmarshal(data, &doc); err != nil {
				b.Fatal(err)
			}
			b.ReportAllocs()
			for b.Loop() {
				FromDocument(&doc)
			}
		})
	}
}
