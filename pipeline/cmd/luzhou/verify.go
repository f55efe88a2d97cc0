package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"luzhou/extract"
	"luzhou/pipeline"
)

func (a *app) verify() *cobra.Command {
	return &cobra.Command{
		Use: "verify DIR",
		Short: a.say(extract.Text{ZH: "重算输出文件夹中每个文件的校验和，核对账目",
			EN: "compute every checksum of an output folder again and balance its books"}),
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			v, err := pipeline.Verify(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			told := v.Problems
			for _, s := range v.Strays {
				told = append(told, pipeline.Problem{Name: s, What: extract.Text{ZH: "不是 convert 写的文件，未核对", EN: "not written by convert, not checked"}})
			}
			a.complainAll(told)
			if len(v.Problems) > 0 {
				a.status = exitFailed
			}
			return a.write(fmt.Appendf(nil, a.say(extract.Text{
				ZH: "文件 %d，输出 %d：与记录相符 %d；问题 %d，来历不明的文件 %d\n",
				EN: "inputs %d, outputs %d: as recorded %d; problems %d, files of unknown origin %d\n"}),
				v.Inputs, v.Outputs, v.Sound, len(v.Problems), len(v.Strays)))
		},
	}
}

// complainAll tells a log everything, and a person at a terminal as much as fits.
func (a *app) complainAll(list []pipeline.Problem) {
	more := 0
	if a.terminal {
		more = max(len(list)-maxNamed, 0)
	}
	for _, p := range list[:len(list)-more] {
		a.complain(p.Name, p.What)
	}
	if more > 0 {
		a.complain("", extract.Text{
			ZH: fmt.Sprintf("另有 %d 个未列出：加 2>文件名 可存下全部", more), EN: fmt.Sprintf("%d more not named: 2>FILE keeps them all", more)})
	}
}
