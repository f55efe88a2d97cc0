package pipeline

import (
	"fmt"
	"slices"

	"luzhou/extract"
	"luzhou/normalize"
	"luzhou/render"
)

// Codes of inputs that gave no outputs for a reason the stages do not know.
const (
	LimitTime       extract.Code = "limit.time"
	LimitMemory     extract.Code = "limit.memory"
	FaultCrash      extract.Code = "fault.crash"
	FaultRender     extract.Code = "fault.render"
	InputUnreadable extract.Code = "input.unreadable"
	OutputTaken     extract.Code = "output.taken"
)

var kinds = extract.NewKindTable([]extract.Kind{
	{Code: LimitTime, Severity: extract.Error,
		Meaning: extract.Text{ZH: "处理一个文件的时间超过限度，已中止。", EN: "Work on the file took longer than it may and was ended."},
		Message: extract.Text{ZH: "处理超时（限 %s），已中止：请核对原件", EN: "over the time limit (%s): check the original"}},
	{Code: LimitMemory, Severity: extract.Error,
		Meaning: extract.Text{ZH: "处理一个文件所用内存超过限度，已中止。", EN: "Work on the file took more memory than it may and was ended."},
		Message: extract.Text{ZH: "内存超过限度（%d MB），已中止：请核对原件", EN: "over the memory limit (%d MB): check the original"}},
	{Code: FaultCrash, Severity: extract.Error,
		Meaning: extract.Text{ZH: "处理该文件的子进程两次异常退出。", EN: "The process that worked on the file ended by itself, twice."},
		Message: extract.Text{ZH: "处理该文件时程序异常退出：请把隔离说明交给开发者", EN: "the program broke down over this file: send its note in .luzhou/quarantine to the developers"}},
	{Code: FaultRender, Severity: extract.Error,
		Meaning: extract.Text{ZH: "某种输出格式写不出来。", EN: "An output format could not be drawn."},
		Message: extract.Text{ZH: "不能输出 %s（%s）：请把该文件交给开发者", EN: "cannot be written as %s (%s): send the file to the developers"}},
	{Code: InputUnreadable, Severity: extract.Error,
		Meaning: extract.Text{ZH: "文件打不开或读不出，下次运行时再试。", EN: "The file cannot be opened or read; it is tried again at the next run."},
		Message: extract.Text{ZH: "读不出，%s", EN: "cannot be read, %s"}},
	{Code: OutputTaken, Severity: extract.Error,
		Meaning: extract.Text{ZH: "输出的位置上已有别的文件，或输出被人改过，未予覆盖，下次运行时再试。", EN: "Another file, or an edited output, stands where an output must be; it is left alone, and the input is tried again at the next run."},
		Message: extract.Text{ZH: "%s 已存在且不是 luzhou 所写的原样：请移走，或另选输出文件夹", EN: "%s is there already and not as luzhou wrote it: move it away, or choose another output folder"}},
})

// Codes lists every code of a finding or refusal the program can give.
func Codes() []extract.Kind {
	return slices.Concat(extract.Kinds(), normalize.Kinds(), render.Kinds(), kinds.List())
}

// refuse makes a refusal of a code of this package.
func refuse(code extract.Code, args ...any) *extract.Refusal {
	f := kinds.Find(code, "", nil, args...)
	return &extract.Refusal{Code: code, Message: extract.Text{ZH: f.Message, EN: f.MessageEN}}
}

// refusalOf turns any error about an input into a refusal.
func refusalOf(err error) *extract.Refusal {
	if r, ok := err.(*extract.Refusal); ok {
		return r
	}
	return refuse(InputUnreadable, Explain(err))
}

func renderFault(writer string, err error) *extract.Refusal {
	return refuse(FaultRender, writer, fmt.Sprint(err))
}
