package main

import (
	"fmt"
	"os"
	"runtime"

	"github.com/spf13/cobra"

	"luzhou/extract"
	"luzhou/pipeline"
)

// worker is the child process of a batch.
func (a *app) worker() *cobra.Command {
	return &cobra.Command{
		Use:    "worker",
		Short:  a.say(extract.Text{ZH: "批处理的子进程，供程序自用", EN: "the child process of a batch, for the program itself"}),
		Hidden: true,
		Args:   cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			if err := pipeline.Serve(a.stdin, a.stdout, a.limits); err != nil {
				fmt.Fprintln(a.stderr, err)
				return quietError{exitFailed}
			}
			return nil
		},
	}
}

// self names the program that runs, on Linux even when another version has been
// installed in its place meanwhile.
func self() (string, error) {
	const running = "/proc/self/exe"
	if _, err := os.Stat(running); err == nil && runtime.GOOS == "linux" {
		return running, nil
	}
	return os.Executable()
}

// running is how batches work: in child processes of this program.
func (a *app) running() (pipeline.Running, error) {
	self, err := self()
	if err != nil {
		return pipeline.Running{}, &pipeline.InputError{Path: "luzhou", Err: err}
	}
	return pipeline.Running{Program: []string{self, "luzhou", "worker"}, Limits: a.limits, Drain: drain}, nil
}
