package main

import (
	"os/exec"
	"strings"
	"testing"
)

// TestBuildsElsewhere compiles the command without cgo for the other systems it
// is meant for.
func TestBuildsElsewhere(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles everything twice")
	}
	for _, system := range []string{"windows/amd64", "linux/arm64"} {
		t.Run(system, func(t *testing.T) {
			goos, goarch, _ := strings.Cut(system, "/")
			build := exec.Command("go", "build", "-o", t.TempDir(), ".")
			build.Env = append(build.Environ(), "GOOS="+goos, "GOARCH="+goarch, "CGO_ENABLED=0")
			if out, err := build.CombinedOutput(); err != nil {
				t.Errorf("%v\n%s", err, out)
			}
		})
	}
}
