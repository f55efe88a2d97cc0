//go:build !windows

package pipeline

import (
	"syscall"

	"luzhou/extract"
)

var systemErrors = []knownError{
	{syscall.ENOSPC, diskFull},
	{syscall.EDQUOT, extract.Text{ZH: "超出磁盘配额：请腾出空间后重新运行", EN: "over the disk quota: make room and run again"}},
	{syscall.EROFS, diskReadOnly},
	{syscall.ENOTDIR, extract.Text{ZH: "路径中有一段不是文件夹：请核对路径", EN: "part of the path is no folder: check the path"}},
	{syscall.ENAMETOOLONG, extract.Text{ZH: "路径太长：请另选路径较短的文件夹", EN: "the path is too long: choose a folder with a shorter path"}},
	{syscall.EIO, extract.Text{ZH: "读写出错：请检查磁盘和连线", EN: "input/output error: check the disk and its connection"}},
	{syscall.EISDIR, errFolder.Message},
}
