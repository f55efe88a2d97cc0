package ledger

import (
	"errors"
	"os"
	"syscall"
	"unsafe"
)

// Of the Windows API, LockFileEx: flags, and the error when another holds the lock.
const (
	failImmediately = 1
	exclusive       = 2
	lockViolation   = syscall.Errno(33)
	ioPending       = syscall.Errno(997)
)

func tryLock(f *os.File) error {
	lockFileEx := syscall.NewLazyDLL("kernel32.dll").NewProc("LockFileEx")
	var place syscall.Overlapped
	ok, _, err := lockFileEx.Call(f.Fd(), exclusive|failImmediately, 0, 1, 0, uintptr(unsafe.Pointer(&place)))
	switch {
	case ok != 0:
		return nil
	case errors.Is(err, lockViolation), errors.Is(err, ioPending):
		return ErrLocked
	}
	return &os.PathError{Op: "lock", Path: f.Name(), Err: err}
}
