package docx

import "testing"

func BenchmarkWrite(b *testing.B) {
	l := luzhouLayout()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Write(l); err != nil {
			b.Fatal(err)
		}
	}
}
