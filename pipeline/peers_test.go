package pipeline

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"luzhou/fixtures"
)

var peers = flag.Bool("peers", false, "compare with LibreOffice; takes a minute or two")

// Sizes of the two batches whose difference is the cost of further files: what
// a program costs to start is left out on both sides.
const (
	fewCopies  = 1
	manyCopies = 41
)

// TestPeers prints what one more file costs in a batch that turns a .doc into
// DOCX and PDF, here and in LibreOffice, in processor time of one run. It
// measures and asserts nothing.
func TestPeers(t *testing.T) {
	if !*peers {
		t.Skip("run by make bench-peers")
	}
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice is not installed: make tools-debian")
	}
	doc := fixtures.Cases(t, "luzhou-doc")[0].Read(t)
	few, many := copies(t, doc, fewCopies), copies(t, doc, manyCopies)
	suite := libreOffice{t, office, t.TempDir()}
	suite.convert(few, "pdf") // makes the profile
	var theirs time.Duration
	for _, format := range []string{"pdf", "docx:MS Word 2007 XML"} {
		cost := marginal(suite.convert(few, format), suite.convert(many, format))
		t.Logf("LibreOffice, one more .doc to %-22s %8.2f ms", format, inMillis(cost))
		theirs += cost
	}
	convert(t, few) // parses the embedded faces
	ours := marginal(convert(t, few), convert(t, many))
	t.Logf("luzhou,      one more .doc to %-22s %8.2f ms", "docx and pdf", inMillis(ours))
	t.Logf("ratio %.1f", float64(theirs)/float64(ours))
}

func inMillis(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }

func marginal(few, many time.Duration) time.Duration {
	return (many - few) / (manyCopies - fewCopies)
}

// copies puts n copies of a file into a folder of their own.
func copies(t *testing.T, data []byte, n int) []string {
	folder := t.TempDir()
	paths := make([]string, n)
	for i := range paths {
		paths[i] = filepath.Join(folder, fmt.Sprintf("%03d.doc", i))
		if err := os.WriteFile(paths[i], data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return paths
}

// convert turns files into DOCX and PDF and returns the processor time it took.
func convert(t *testing.T, paths []string) time.Duration {
	writers, err := FindWriters("docx,pdf")
	if err != nil {
		t.Fatal(err)
	}
	out, start := t.TempDir(), cpuTime()
	if err := Convert(context.Background(), paths, ConvertOptions{Out: out, Writers: writers, Jobs: 2}); err != nil {
		t.Fatal(err)
	}
	used := cpuTime() - start
	checkOutputs(t, out, 2*len(paths))
	return used
}

// libreOffice runs one process over all files.
type libreOffice struct {
	t       *testing.T
	program string
	profile string
}

func (l libreOffice) convert(paths []string, format string) time.Duration {
	out, start := l.t.TempDir(), childTime()
	args := []string{"-env:UserInstallation=file://" + filepath.ToSlash(l.profile), "--headless", "--convert-to", format, "--outdir", out}
	if output, err := exec.Command(l.program, append(args, paths...)...).CombinedOutput(); err != nil {
		l.t.Fatalf("%v: %s", err, output)
	}
	used := childTime() - start
	checkOutputs(l.t, out, len(paths))
	return used
}

func checkOutputs(t *testing.T, folder string, want int) {
	t.Helper()
	files, err := os.ReadDir(folder)
	if err != nil || len(files) < want {
		t.Fatalf("%d outputs, want %d: %v", len(files), want, err)
	}
}
