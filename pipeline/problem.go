package pipeline

import (
	"errors"
	"io/fs"
	"os"
	"slices"

	"luzhou/extract"
	"luzhou/pipeline/ledger"
)

// UsageError is a call that makes no sense.
type UsageError struct{ Message extract.Text }

func (e *UsageError) Error() string { return e.Message.EN }

// OutputError is an output that could not be written; the run can be repeated.
type OutputError struct{ Err error }

func (e *OutputError) Error() string { return e.Err.Error() }
func (e *OutputError) Unwrap() error { return e.Err }

// RunError is a run that could not work for a reason of its own.
type RunError struct {
	Message extract.Text
	Err     error
}

func (e *RunError) Error() string { return e.Message.EN }
func (e *RunError) Unwrap() error { return e.Err }

// Explain says in both languages what went wrong and what to do.
func Explain(err error) extract.Text {
	var refusal *extract.Refusal
	var usage *UsageError
	var run *RunError
	switch {
	case errors.As(err, &refusal):
		return refusal.Message
	case errors.As(err, &usage):
		return usage.Message
	case errors.As(err, &run):
		return run.Message
	}
	for _, k := range slices.Concat(systemErrors, knownErrors) {
		if errors.Is(err, k.err) {
			return k.text
		}
	}
	return extract.Text{ZH: err.Error(), EN: err.Error()}
}

type knownError struct {
	err  error
	text extract.Text
}

// knownErrors are those of every system, asked after the ones of this system.
var knownErrors = []knownError{
	{fs.ErrNotExist, extract.Text{ZH: "找不到：请核对路径", EN: "not found: check the path"}},
	{fs.ErrPermission, extract.Text{ZH: "没有权限：请检查文件和文件夹的权限", EN: "no permission: check the rights of the file and its folder"}},
	{ledger.ErrLocked, extract.Text{ZH: "另一次运行正在使用输出文件夹：请稍后再试，或加 --wait", EN: "another run works on the output folder: try later, or give --wait"}},
	{os.ErrDeadlineExceeded, extract.Text{ZH: "超时", EN: "timed out"}},
}

var (
	errFolder    = &UsageError{extract.Text{ZH: "是文件夹：整个文件夹请用 luzhou convert", EN: "is a folder: use luzhou convert for folders"}}
	diskFull     = extract.Text{ZH: "磁盘已满：请腾出空间后重新运行", EN: "disk full: make room and run again"}
	diskReadOnly = extract.Text{ZH: "磁盘只读：请另选输出文件夹", EN: "read-only disk: choose another output folder"}
)
