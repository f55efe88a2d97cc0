package pipeline

import (
	"strings"
	"testing"
	"time"

	"luzhou/fixtures"
	"luzhou/normalize"
	"luzhou/render"
)

// measured runs a benchmark and adds the CPU time of an operation, which a busy
// machine does not stretch as it stretches the time on the clock.
func measured(b *testing.B, op func()) {
	b.ReportAllocs()
	start := cpuTime()
	for b.Loop() {
		op()
	}
	if used := cpuTime() - start; used > 0 {
		b.ReportMetric(float64(used)/float64(time.Millisecond)/float64(b.N), "cpu-ms/op")
	}
}

// BenchmarkLayout measures the step from the record to the layout.
func BenchmarkLayout(b *testing.B) {
	report := normalize.FromDocument(extractCase(b, fixtures.Cases(b, "luzhou-list-docx")[0]))
	measured(b, func() { render.FromReport(report) })
}

// BenchmarkWrite measures each output format, and the three that convert writes
// when not told otherwise, together.
func BenchmarkWrite(b *testing.B) {
	report := normalize.FromDocument(extractCase(b, fixtures.Cases(b, "luzhou-list-docx")[0]))
	layout := render.FromReport(report)
	names := []string{"docx,pdf,json"}
	for _, w := range Writers {
		names = append(names, w.Name)
	}
	for _, name := range names {
		writers, err := FindWriters(name)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(strings.ReplaceAll(name, ",", "+"), func(b *testing.B) {
			size := 0
			measured(b, func() { size = renderAll(b, writers, report, layout) })
			b.ReportMetric(float64(size), "bytes")
		})
	}
}

// BenchmarkReport measures a whole report: a DOCX source to DOCX, PDF and JSON.
func BenchmarkReport(b *testing.B) {
	data := fixtures.Cases(b, "luzhou-list-docx")[0].Read(b)
	writers, err := FindWriters("docx,pdf,json")
	if err != nil {
		b.Fatal(err)
	}
	measured(b, func() {
		report, err := Normalize("a.docx", data)
		if err != nil {
			b.Fatal(err)
		}
		renderAll(b, writers, report, render.FromReport(report))
	})
}

func renderAll(b *testing.B, writers []Writer, r *normalize.Report, l render.Layout) int {
	b.Helper()
	size := 0
	for _, w := range writers {
		data, _, err := Render(w, r, l)
		if err != nil {
			b.Fatal(err)
		}
		size += len(data)
	}
	return size
}
