package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"

	"github.com/spf13/cobra"
)

// dropped makes of a folder alone the conversion of that folder, so that dropping
// one on the program works. A subcommand stays one where a folder has its name:
// the children of a batch are called by such a word.
func dropped(root *cobra.Command, args []string) []string {
	if len(args) != 1 || slices.ContainsFunc(root.Commands(), func(c *cobra.Command) bool { return c.Name() == args[0] }) {
		return args
	}
	if info, err := os.Stat(args[0]); err != nil || !info.IsDir() {
		return args
	}
	folder := filepath.Clean(args[0])
	if abs, err := filepath.Abs(folder); err == nil { // a name even for . and ..
		folder = abs
	}
	return []string{"convert", folder, "--out", folder + "-整理", "--lang", "zh"}
}

// linger keeps the window open that Windows made for a dropped folder, or for a
// double click.
func (a *app) linger() {
	if in, ok := a.stdin.(*os.File); ok && runtime.GOOS == "windows" && a.terminal && isTerminal(in) {
		fmt.Fprint(a.stderr, "按回车键关闭 ")
		bufio.NewReader(in).ReadString('\n')
	}
}
