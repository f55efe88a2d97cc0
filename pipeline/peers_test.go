package pipeline

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"luzhou/fixtures"
)

var peers = flag.String("peers", "", "the luzhou program to compare with LibreOffice; takes a minute or two")

// Sizes of the two batches whose difference is the cost of further files: what
// a program and its child processes cost to start is left out on both sides.
const (
	fewCopies  = 8
	manyCopies = 48
)

// TestPeers prints what one more file costs in a batch that turns a .doc into
// DOCX and PDF, with luzhou and with LibreOffice, each in one process, in
// processor time. It measures and asserts nothing.
func TestPeers(t *testing.T) {
	if *peers == "" {
		t.Skip("run by make bench-peers")
	}
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice is not installed: make tools-debian")
	}
	doc := fixtures.Cases(t, "luzhou-doc")[0].Read(t)
	few, many := copies(t, doc, fewCopies), copies(t, doc, manyCopies)
	profile := "-env:UserInstallation=file://" + filepath.ToSlash(t.TempDir())
	run(t, office, few, profile, "--headless", "--convert-to", "pdf", "--outdir") // makes the profile
	var theirs time.Duration
	for _, format := range []string{"pdf", "docx:MS Word 2007 XML"} {
		args := []string{profile, "--headless", "--convert-to", format, "--outdir"}
		cost := marginal(run(t, office, few, args...), run(t, office, many, args...))
		t.Logf("LibreOffice, one more .doc to %-22s %8.2f ms", format, inMillis(cost))
		theirs += cost
	}
	args := []string{"convert", "--to", "docx,pdf", "--out"}
	ours := marginal(run(t, *peers, few, args...), run(t, *peers, many, args...))
	t.Logf("luzhou,      one more .doc to %-22s %8.2f ms", "docx and pdf", inMillis(ours))
	t.Logf("ratio %.1f", float64(theirs)/float64(ours))
}

// sector is the unit in which a compound file grows ([MS-CFB] section 2.2).
const sector = 512

func inMillis(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }

func marginal(few, many time.Duration) time.Duration {
	return (many - few) / (manyCopies - fewCopies)
}

// copies puts n copies of a .doc into a folder of their own. Each has other empty
// sectors behind its end, for equal files would be converted once.
func copies(t *testing.T, data []byte, n int) []string {
	folder := t.TempDir()
	paths := make([]string, n)
	for i := range paths {
		paths[i] = filepath.Join(folder, fmt.Sprintf("%03d.doc", i))
		if err := os.WriteFile(paths[i], append(slices.Clone(data), make([]byte, sector*i)...), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return paths
}

// run converts files with a program whose last option is the output folder, and
// returns the processor time it took.
func run(t *testing.T, program string, paths []string, args ...string) time.Duration {
	t.Helper()
	out, start := t.TempDir(), childTime()
	output, err := exec.Command(program, slices.Concat(args, []string{out}, paths)...).CombinedOutput()
	used := childTime() - start
	if err != nil {
		t.Fatalf("%v: %s", err, output)
	}
	if files, err := os.ReadDir(out); err != nil || len(files) < len(paths) {
		t.Fatalf("%d outputs of %d files: %v: %s", len(files), len(paths), err, output)
	}
	return used
}
