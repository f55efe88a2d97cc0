package pipeline

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"sync"

	"luzhou/extract"
	"luzhou/pipeline/ledger"
)

// Verified is what Verify found in an output folder.
type Verified struct {
	Inputs   int
	Outputs  int
	Sound    int       // outputs as recorded
	Problems []Problem // in the order of the manifest
	Strays   []string  // files that no input accounts for
}

// Problem is something that is not as the manifest has it.
type Problem struct {
	Name string
	What extract.Text
}

var (
	outputMissing = extract.Text{ZH: "输出文件不见了：请重新运行 convert", EN: "the output is missing: run convert again"}
	outputChanged = extract.Text{ZH: "输出文件与记录的校验和不符：请重新运行 convert 或查明原因", EN: "the output differs from its recorded checksum: find out why, or remove it and run convert again"}
	lineTwice     = extract.Text{ZH: "账目不平：同一输入有两行记录", EN: "the books do not balance: the input is recorded twice"}
	noOutcome     = extract.Text{ZH: "账目不平：没有这种结果", EN: "the books do not balance: no such outcome"}
	noOriginal    = extract.Text{ZH: "账目不平：所重复的文件没有记录", EN: "the books do not balance: it duplicates a file that is not recorded"}
	runUnfinished = extract.Text{ZH: "上次运行没有结束：请重新运行 convert", EN: "the last run did not come to its end: run convert again"}
)

// Verify computes the checksum of every output again and balances the books.
func Verify(ctx context.Context, out string) (Verified, error) {
	var v Verified
	f, err := os.Open(filepath.Join(out, manifestName))
	if _, begun := os.Stat(filepath.Join(out, keepFolder, ledgerName)); errors.Is(err, fs.ErrNotExist) && begun == nil {
		v.add("", runUnfinished)
		return v, nil
	}
	if err != nil {
		return v, &InputError{filepath.Join(out, manifestName), err}
	}
	defer f.Close()
	entries, err := readManifest(f)
	if err != nil {
		return v, &InputError{f.Name(), &UsageError{extract.Text{
			ZH: fmt.Sprintf("第 %d 行读不懂（%v）：请重新运行 convert", len(entries)+1, err),
			EN: fmt.Sprintf("line %d cannot be read (%v): run convert again", len(entries)+1, err)}}}
	}
	v.Inputs = len(entries)
	v.checkBooks(entries)
	if err := v.checkOutputs(ctx, out, entries); err != nil {
		return v, err
	}
	if books, err := ledger.Read(filepath.Join(out, keepFolder, ledgerName)); err == nil {
		v.checkEnd(out, books)
	}
	return v, v.findStrays(out, entries)
}

// checkEnd expects the last run to have ended, and what it wrote about all inputs
// together to be as it was. A folder without its ledger is checked by its
// manifest alone.
func (v *Verified) checkEnd(out string, books *ledger.Ledger) {
	if !books.Finished {
		v.add("", runUnfinished)
		return
	}
	for _, f := range books.Files {
		if what := checkOutput(out, f); what != nil {
			v.add(string(f.Name), *what)
		}
	}
}

func (v *Verified) add(name string, what extract.Text) {
	v.Problems = append(v.Problems, Problem{name, what})
}

// checkBooks expects every input once, with an outcome there is.
func (v *Verified) checkBooks(entries []ledger.Entry) {
	outcomes := map[ledger.Name]Outcome{}
	counts := map[Outcome]int{}
	for i := range entries {
		e := &entries[i]
		if outcomes[e.Name] != "" {
			v.add(string(e.Name), lineTwice)
		}
		outcomes[e.Name] = Outcome(e.Outcome)
		counts[Outcome(e.Outcome)]++
	}
	for i := range entries {
		e := &entries[i]
		of := outcomes[e.Same]
		if e.Outcome == string(Duplicate) && (of == "" || of == Duplicate) {
			v.add(string(e.Name), noOriginal)
		}
		if balance(1, map[Outcome]int{Outcome(e.Outcome): 1}) != nil {
			v.add(string(e.Name), noOutcome)
		}
	}
	if balance(len(entries), counts) != nil {
		v.add("", ErrBalance.Message)
	}
}

// checkOutputs reads every output, several at a time.
func (v *Verified) checkOutputs(ctx context.Context, out string, entries []ledger.Entry) error {
	var all []ledger.Output
	for i := range entries {
		all = append(all, entries[i].Outputs...)
	}
	v.Outputs = len(all)
	what := make([]*extract.Text, len(all))
	next := make(chan int)
	var busy sync.WaitGroup
	for range runtime.NumCPU() {
		busy.Go(func() {
			for i := range next {
				what[i] = checkOutput(out, all[i])
			}
		})
	}
	for i := range all {
		if ctx.Err() != nil {
			break
		}
		next <- i
	}
	close(next)
	busy.Wait()
	for i, w := range what {
		if w != nil {
			v.add(string(all[i].Name), *w)
		} else {
			v.Sound++
		}
	}
	return context.Cause(ctx)
}

func checkOutput(out string, o ledger.Output) *extract.Text {
	sum, _, size, err := checksumFile(filepath.Join(out, filepath.FromSlash(string(o.Name))))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return &outputMissing
	case err != nil:
		return &refusalOf(err).Message
	case sum != o.SHA256 || size != o.Size:
		return &outputChanged
	}
	return nil
}

// findStrays lists the files of the folder that nothing accounts for.
func (v *Verified) findStrays(out string, entries []ledger.Entry) error {
	known := map[string]bool{manifestName: true, pageName: true}
	for i := range entries {
		for _, o := range entries[i].Outputs {
			known[string(o.Name)] = true
		}
	}
	return filepath.WalkDir(out, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return &InputError{path, err}
		}
		rel, err := filepath.Rel(out, path)
		switch name := filepath.ToSlash(rel); {
		case err != nil:
			return &InputError{path, err}
		case name == keepFolder:
			return filepath.SkipDir
		case !d.IsDir() && !known[name]:
			v.Strays = append(v.Strays, name)
		}
		return nil
	})
}
