//go:build unix

package worker

import (
	"os/exec"
	"syscall"
)

// ownGroup keeps the signals of the terminal away from the child and lets kill
// reach whatever it may have started.
func ownGroup(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
}

func kill(cmd *exec.Cmd) {
	syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL)
}
