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
			for _, p := range v.Problems[:min(len(v.Problems), maxNamed)] {
				a.complain(p.Name, p.What)
			}
			for _, s := range v.Strays[:min(len(v.Strays), maxNamed)] {
				a.complain(s, extract.Text{ZH: "不是 convert 写的文件，未核对", EN: "not written by convert, not checked"})
			}
			if len(v.Problems) > 0 {
				a.status = exitFailed
			}
			return a.write(fmt.Appendf(nil, a.say(extract.Text{
				ZH: "输入 %d，输出 %d：与记录相符 %d；问题 %d，来历不明的文件 %d\n",
				EN: "inputs %d, outputs %d: as recorded %d; problems %d, files of unknown origin %d\n"}),
				v.Inputs, v.Outputs, v.Sound, len(v.Problems), len(v.Strays)))
		},
	}
}
