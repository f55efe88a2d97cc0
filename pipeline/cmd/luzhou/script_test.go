package main

import (
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"luzhou/fixtures"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"luzhou": main})
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
