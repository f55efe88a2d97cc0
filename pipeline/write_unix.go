//go:build unix

package pipeline

import (
	"os"
	"sync"
	"syscall"
)

// umask reads the mask for new files once; the only way to read it is to set it.
var umask = sync.OnceValue(func() os.FileMode {
	mask := syscall.Umask(0)
	syscall.Umask(mask)
	return os.FileMode(mask)
})

func syncFolder(path string) error {
	d, err := os.Open(path)
	if err != nil {
		return err
	}
	defer d.Close()
	return d.Sync()
}
