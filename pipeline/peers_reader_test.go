//go:build unix

package pipeline

import (
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"

	"luzhou/fixtures"
)

// BenchmarkPeers reads the binary Word fixture with antiword, with the command
// of this project and with its reader alone, for make bench-peers. Compare
// cpu-ns/op: it tells the same on a busy machine.
func BenchmarkPeers(b *testing.B) {
	c := fixtures.Cases(b, "luzhou-doc")[0]
	process := func(name, path string, args ...string) {
		b.Run(name, func(b *testing.B) {
			path, err := exec.LookPath(path)
			if err != nil {
				b.Skip(name, " is not there")
			}
			reportCPU(b, syscall.RUSAGE_CHILDREN, func() error { return exec.Command(path, args...).Run() })
		})
	}
	process("antiword", "antiword", c.Source)
	process("luzhou", filepath.Join("..", "luzhou"), "extract", c.Source)
	data := c.Read(b)
	b.Run("reader", func(b *testing.B) {
		reportCPU(b, syscall.RUSAGE_SELF, func() error {
			_, err := Extract(c.Name, data)
			return err
		})
	})
	b.Run("reader and normalizer", func(b *testing.B) {
		reportCPU(b, syscall.RUSAGE_SELF, func() error {
			_, err := Normalize(c.Name, data)
			return err
		})
	})
}

// reportCPU runs what is to be measured and reports its processor time.
func reportCPU(b *testing.B, who int, run func() error) {
	var before, after syscall.Rusage
	if err := syscall.Getrusage(who, &before); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if err := run(); err != nil {
			b.Fatal(err)
		}
	}
	if err := syscall.Getrusage(who, &after); err != nil {
		b.Fatal(err)
	}
	used := after.Utime.Nano() + after.Stime.Nano() - before.Utime.Nano() - before.Stime.Nano()
	b.ReportMetric(float64(used)/float64(b.N), "cpu-ns/op")
}
