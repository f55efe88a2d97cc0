//go:build unix

package pipeline

import (
	"errors"
	"os"
	"syscall"
)

// syncFolder brings the names in a folder to the disk, where the file system can:
// some network shares refuse it for folders.
func syncFolder(path string) error {
	d, err := os.Open(path)
	if err != nil {
		return err
	}
	defer d.Close()
	err = d.Sync()
	if errors.Is(err, syscall.EINVAL) || errors.Is(err, syscall.ENOTSUP) {
		return nil
	}
	return err
}
