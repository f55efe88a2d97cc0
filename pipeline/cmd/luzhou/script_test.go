package main

import (
	"os"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"luzhou/extract"
	"luzhou/fixtures"
	"luzhou/pipeline"
	"luzhou/pipeline/worker"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"luzhou": hostile})
}

// hostile is the command with smaller limits, and with formats that do to their
// process what no reader should. They exist in the test binary only.
func hostile() {
	pipeline.Readers = append([]extract.Format{
		bad("spin", func() {
			for {
			}
		}),
		bad("eat", func() {
			var all [][]byte
			for {
				block := make([]byte, 1<<20)
				for i := range block {
					block[i] = 1
				}
				all = append(all, block)
			}
		}),
		bad("die", func() { os.Exit(9) }),
		bad("once", func() { // dies at the first attempt only
			mark := os.Getenv("ONCE")
			if _, err := os.Stat(mark); err == nil {
				return
			}
			os.WriteFile(mark, nil, 0o666)
			os.Exit(9)
		}),
		bad("wait", func() { // as long as a file stands there
			if mark := os.Getenv("BEGUN"); mark != "" {
				os.WriteFile(mark, nil, 0o666)
			}
			for {
				if _, err := os.Stat(os.Getenv("HOLD")); err != nil {
					return
				}
				time.Sleep(time.Millisecond)
			}
		}),
	}, pipeline.Readers...)
	a := newApp(os.Stdin, os.Stdout, os.Stderr)
	a.limits = worker.Limits{CPU: 3 * time.Second, Wall: 60 * time.Second, Memory: 256 << 20, Renew: 5}
	os.Exit(a.run(os.Args[1:]))
}

// bad is a format of files that begin with a word.
func bad(word string, do func()) extract.Format {
	word = "hostile " + word
	return extract.Format{
		Name:  word,
		Sniff: func(data []byte) bool { return len(data) >= len(word) && string(data[:len(word)]) == word },
		Read: func([]byte) (*extract.Document, error) {
			do()
			return &extract.Document{Blocks: []extract.Block{extract.ParagraphBlock("nothing", "")}}, nil
		},
	}
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(env *testscript.Env) error {
			env.Setenv("FIXTURES", fixtures.Dir())
			env.Setenv("LC_ALL", "C")
			return nil
		},
		Condition: func(cond string) (bool, error) { return cond == "root" && os.Getuid() == 0, nil },
	})
}
