package main

import (
	"bytes"
	"fmt"

	"github.com/spf13/cobra"

	"luzhou/extract"
	"luzhou/normalize"
	"luzhou/pipeline"
)

func (a *app) list(use string, short extract.Text, fill func(*bytes.Buffer)) *cobra.Command {
	return &cobra.Command{
		Use:   use,
		Short: a.say(short),
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			var b bytes.Buffer
			fill(&b)
			return a.write(b.Bytes())
		},
	}
}

func (a *app) formats() *cobra.Command {
	return a.list("formats", extract.Text{ZH: "列出能读和能写的格式", EN: "list the formats read and written"}, func(b *bytes.Buffer) {
		fmt.Fprintln(b, a.say(extract.Text{ZH: "读：", EN: "read:"}))
		for _, f := range pipeline.Readers {
			fmt.Fprintf(b, "  %-8s %s\n", f.Name, a.say(f.Info))
		}
		fmt.Fprintln(b, a.say(extract.Text{ZH: "写：", EN: "written:"}))
		for _, w := range pipeline.Writers {
			fmt.Fprintf(b, "  %-8s %s\n", w.Name, a.say(w.Info))
		}
	})
}

func (a *app) forms() *cobra.Command {
	return a.list("forms", extract.Text{ZH: "列出所知的报告格式", EN: "list the forms of the report"}, func(b *bytes.Buffer) {
		for _, g := range normalize.Generations {
			to := "-"
			if g.To > 0 {
				to = fmt.Sprint(g.To)
			}
			fmt.Fprintf(b, "%s  %d..%s  %s\n", g.Key, g.From, to, g.Basis)
			for _, s := range g.Sections {
				figures := 0
				if s.Table != nil {
					normalize.NewTable(s.Table).Each(func(string, normalize.Column, *normalize.Value) { figures++ })
				}
				fmt.Fprintf(b, "  %-22s %s", s.Key, s.Title)
				if figures > 0 {
					fmt.Fprintf(b, a.say(extract.Text{ZH: "（%d 个数字）", EN: " (%d figures)"}), figures)
				}
				fmt.Fprintln(b)
			}
		}
	})
}

func (a *app) codes() *cobra.Command {
	return a.list("codes", extract.Text{ZH: "列出所有提示代码及含义", EN: "list the codes of findings and what they mean"}, func(b *bytes.Buffer) {
		for _, k := range pipeline.Codes() {
			fmt.Fprintf(b, "%-24s %-8s %s\n", k.Code, k.Severity, a.say(k.Meaning))
		}
	})
}

func (a *app) schema() *cobra.Command {
	return a.list("schema", extract.Text{ZH: "输出 JSON 记录的 JSON Schema", EN: "print the JSON Schema of the records"}, func(b *bytes.Buffer) {
		b.Write(pipeline.ReportSchema())
	})
}
