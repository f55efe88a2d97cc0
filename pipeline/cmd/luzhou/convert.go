package main

import (
	"fmt"
	"runtime"

	"github.com/spf13/cobra"

	"luzhou/extract"
	"luzhou/pipeline"
)

// maxNamed is how many inputs are named on the screen.
const maxNamed = 20

func (a *app) convert() *cobra.Command {
	var opts pipeline.ConvertOptions
	var to, fontDir string
	c := &cobra.Command{
		Use:   "convert SRC... --out DIR",
		Short: a.say(extract.Text{ZH: "把文件和文件夹转换到 DIR", EN: "convert files and folders into DIR"}),
		Args:  cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			if opts.Out == "" {
				return &pipeline.UsageError{Message: extract.Text{ZH: "缺少 --out：请给出输出文件夹", EN: "--out is missing: name the output folder"}}
			}
			if opts.Jobs < 1 {
				return &pipeline.UsageError{Message: extract.Text{ZH: "--jobs 至少为 1", EN: "--jobs must be at least 1"}}
			}
			if opts.Writers, err = a.writers(to, fontDir); err != nil {
				return err
			}
			sum := summary{app: a}
			opts.Each = sum.add
			if err := pipeline.Convert(cmd.Context(), args, opts); err != nil {
				sum.print()
				return err
			}
			if sum.grave {
				a.status = exitFindings
			}
			return sum.print()
		},
	}
	c.Flags().StringVar(&opts.Out, "out", "", a.say(extract.Text{ZH: "输出文件夹", EN: "output folder"}))
	c.Flags().StringVar(&to, "to", "docx,pdf,json", a.say(extract.Text{ZH: "输出格式，逗号分隔", EN: "output formats, separated by commas"}))
	a.fontDirFlag(c, &fontDir)
	c.Flags().IntVar(&opts.Jobs, "jobs", runtime.NumCPU(), a.say(extract.Text{ZH: "同时处理的文件数", EN: "files in work at once"}))
	return c
}

// summary counts the results of a run and names the inputs to look at.
type summary struct {
	*app
	count   map[pipeline.Outcome]int
	outputs int
	named   int
	grave   bool // an error finding or a refused input
}

func (s *summary) add(r pipeline.Result) {
	if s.count == nil {
		s.count = map[pipeline.Outcome]int{}
	}
	s.count[r.Outcome]++
	s.outputs += len(r.Outputs)
	s.grave = s.grave || r.Outcome == pipeline.Refused || r.Worst == extract.Error
	if r.Outcome == pipeline.Done {
		return
	}
	if s.named++; s.named > maxNamed {
		return
	}
	if r.Err != nil {
		s.complain(r.Input.Path, pipeline.Explain(r.Err))
		return
	}
	for _, f := range r.Findings {
		if f.Severity == r.Worst {
			where := f.Where
			if where != "" {
				where += ": "
			}
			s.complain(r.Input.Path, extract.Text{ZH: where + f.Message, EN: where + f.MessageEN})
			return
		}
	}
}

// print writes the summary line.
func (s *summary) print() error {
	if more := s.named - maxNamed; more > 0 {
		s.complain("", extract.Text{ZH: fmt.Sprintf("另有 %d 个文件未列出", more), EN: fmt.Sprintf("%d more files not named", more)})
	}
	c := s.count
	total := 0
	for _, n := range c {
		total += n
	}
	line := s.say(extract.Text{
		ZH: "文件 %d：完成 %d，完成但需查看 %d，不是报告 %d，无法读取 %d；输出文件 %d\n",
		EN: "inputs %d: done %d, done with findings %d, not a report %d, not readable %d; files written %d\n"})
	return s.write(fmt.Appendf(nil, line, total, c[pipeline.Done], c[pipeline.WithFindings], c[pipeline.NotAReport], c[pipeline.Refused], s.outputs))
}
