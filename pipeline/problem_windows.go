package pipeline

import (
	"syscall"

	"luzhou/extract"
)

// Of the Windows API, "System Error Codes".
const (
	writeProtect     = syscall.Errno(19)
	sharingViolation = syscall.Errno(32)
	lockViolation    = syscall.Errno(33)
	handleDiskFull   = syscall.Errno(39)
	diskIsFull       = syscall.Errno(112)
)

var inUse = extract.Text{ZH: "没有权限，或文件正在 Word 等程序中打开：请关闭后重新运行",
	EN: "no permission, or open in another program such as Word: close it there and run again"}

var systemErrors = []knownError{
	{diskIsFull, diskFull},
	{handleDiskFull, diskFull},
	{writeProtect, diskReadOnly},
	{sharingViolation, inUse},
	{lockViolation, inUse},
	{syscall.ERROR_ACCESS_DENIED, inUse},
}
