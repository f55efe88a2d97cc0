package main

import (
	"bytes"
	"fmt"
	"runtime"

	"github.com/spf13/cobra"

	"luzhou/extract"
	"luzhou/pipeline"
)

func (a *app) check() *cobra.Command {
	var asJSON bool
	var variants string
	c := &cobra.Command{
		Use: "check SRC...",
		Short: a.say(extract.Text{ZH: "只列出问题；给出几份报告时并核对各年之间的衔接",
			EN: "list the findings only, across years when several reports are given"}),
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			wordings, err := wordingsOf(variants)
			if err != nil {
				return err
			}
			running, err := a.running()
			if err != nil {
				return err
			}
			running.Jobs = runtime.NumCPU()
			grave := false
			findings, err := pipeline.Check(cmd.Context(), args, pipeline.CheckOptions{
				Variants: wordings,
				Running:  running,
				Passed:   func(path string) { a.complain(path, notRead) },
				Bad: func(path string, why extract.Text) {
					grave = true
					a.complain(path, why)
				}})
			if err != nil {
				return err
			}
			for _, f := range findings {
				grave = grave || f.Severity == extract.Error
			}
			if grave {
				a.status = exitFindings
			}
			if asJSON {
				return a.print(map[string]any{"findings": findings})
			}
			return a.write(a.lines(findings))
		},
	}
	a.variantsFlag(c, &variants)
	c.Flags().BoolVar(&asJSON, "json", false, a.say(extract.Text{ZH: "输出 JSON", EN: "print JSON"}))
	return c
}

// lines prints findings for people: file, place in the report, what is wrong.
func (a *app) lines(findings []pipeline.FileFinding) []byte {
	var b bytes.Buffer
	for _, f := range findings {
		where := f.Where
		if where != "" {
			where = " " + where
		}
		fmt.Fprintf(&b, "%s: %s %s%s: %s\n", oneLine(f.File), f.Severity, f.Code, where,
			oneLine(a.say(extract.Text{ZH: f.Message, EN: f.MessageEN})))
	}
	return b.Bytes()
}
