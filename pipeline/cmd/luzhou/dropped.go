package main

import (
	"os"
	"path/filepath"
)

// dropped makes of a folder alone the conversion of that folder, so that dropping
// one on the program works.
func dropped(args []string) []string {
	if len(args) != 1 {
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
