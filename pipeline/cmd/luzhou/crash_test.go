package main

import (
	"bufio"
	"bytes"
	"flag"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"luzhou/fixtures"
)

var (
	crashKills   = flag.Int("crash.kills", 6, "how often TestCrash kills a run")
	crashReports = flag.Int("crash.reports", 60, "of how many reports")
)

// TestCrash kills a run at random moments and starts it again each time. In the
// end the folder must be that of an undisturbed run, byte for byte, and at no
// moment may a file stand under its final name with other content than there.
func TestCrash(t *testing.T) {
	dir := t.TempDir()
	in := filepath.Join(dir, "in")
	makeReports(t, in, *crashReports)
	whole := filepath.Join(dir, "whole")
	run := command(t, "convert", in, "--out", whole, "--to", "docx,json,xlsx")
	if out, err := run.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	want := tree(t, whole)

	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	random := rand.New(rand.NewPCG(seed, 0))
	out := filepath.Join(dir, "out")
	hit := 0
	for range *crashKills {
		// a share of what is left, so that the kills spread over the whole run
		lines := random.IntN(2**crashReports/(*crashKills) + 1)
		if killed(t, lines, time.Duration(random.IntN(20_000))*time.Microsecond, in, out) {
			hit++
		}
		if _, err := os.Stat(out); os.IsNotExist(err) {
			continue // killed before it began
		}
		for name, data := range tree(t, out) {
			if wanted, known := want[name]; !known || !bytes.Equal(data, wanted) {
				t.Fatalf("after a kill %s is not as in an undisturbed run", name)
			}
		}
	}
	t.Logf("%d of %d kills hit a run at work", hit, *crashKills)
	if hit < *crashKills/2 {
		t.Errorf("only %d of %d kills hit a run at work", hit, *crashKills)
	}
	if said, err := command(t, "convert", in, "--out", out, "--to", "docx,json,xlsx").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	got := tree(t, out)
	for name := range want {
		if !bytes.Equal(got[name], want[name]) {
			t.Errorf("%s differs from an undisturbed run", name)
		}
	}
	for name := range got {
		if _, known := want[name]; !known {
			t.Errorf("%s is left over", name)
		}
	}
	if said, err := command(t, "verify", out).CombinedOutput(); err != nil {
		t.Errorf("%v: %s", err, said)
	}
	if left, _ := filepath.Glob(filepath.Join(out, "*", ".luzhou-*.tmp")); len(left) > 0 {
		t.Errorf("left over: %v", left)
	}
}

// killed starts a run and kills it some time after so many results; it reports
// whether the run was still at work.
func killed(t *testing.T, lines int, after time.Duration, in, out string) bool {
	t.Helper()
	run := command(t, "convert", in, "--out", out, "--to", "docx,json,xlsx", "--json")
	stdout, err := run.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := run.Start(); err != nil {
		t.Fatal(err)
	}
	r := bufio.NewReader(stdout)
	for lines > 0 {
		line, err := r.ReadString('\n')
		if err != nil {
			break
		}
		if strings.Contains(line, `"new":true`) {
			lines--
		}
	}
	timer := time.AfterFunc(after, func() { run.Process.Kill() })
	defer timer.Stop()
	for {
		if _, err := r.ReadString('\n'); err != nil {
			break
		}
	}
	return run.Wait() != nil
}

// command runs this test binary as luzhou.
func command(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := exec.Command(self)
	c.Args = append([]string{"luzhou"}, args...)
	return c
}

// makeReports writes reports made of the smaller fixtures, no two of the same
// content save some duplicates, in folders of a hundred.
func makeReports(t *testing.T, in string, n int) {
	t.Helper()
	text := fixtures.Cases(t, "luzhou-txt")[0].Read(t)
	page := fixtures.Cases(t, "luzhou-html")[0].Read(t)
	for i := range n {
		name, data := fmt.Sprintf("%d/%04d.txt", i/100, i), fmt.Appendf(bytes.Clone(text), "\n编号 %d\n", i)
		switch {
		case i%10 == 3:
			name, data = fmt.Sprintf("%d/%04d.html", i/100, i), fmt.Appendf(bytes.Clone(page), "<!-- %d -->", i)
		case i%25 == 7:
			data = text // a duplicate
		case i%25 == 8:
			data = fmt.Appendf(nil, "a letter, no report: %d", i)
		}
		path := filepath.Join(in, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// tree reads the files of an output folder, without its own accounts and without
// temporaries.
func tree(t *testing.T, root string) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.Name() == ".luzhou":
			return filepath.SkipDir
		case d.IsDir() || strings.HasPrefix(d.Name(), ".luzhou-"):
			return nil
		}
		rel, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		files[rel], err = os.ReadFile(path)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}
