package main

import (
	"fmt"
	"runtime"
	"time"

	"github.com/spf13/cobra"

	"luzhou/extract"
	"luzhou/pipeline"
)

// drain is how long files in hand may take after the first signal.
const drain = 30 * time.Second

// convertFlags are the flags of convert as given.
type convertFlags struct {
	out, to      string
	redo, layout string
	variants     string
	fontDir      string
	document     pipeline.DocumentOptions
	inside, json bool
	jobs         int
	wait, settle time.Duration
}

func (a *app) convert() *cobra.Command {
	var f convertFlags
	c := &cobra.Command{
		Use:   "convert SRC... --out DIR",
		Short: a.say(extract.Text{ZH: "把文件和文件夹转换到 DIR；中断后再次运行即继续", EN: "convert files and folders into DIR; run again to go on after a stop"}),
		Args:  cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			opts, err := a.convertOptions(f)
			if err != nil {
				return err
			}
			r := &reporter{app: a, json: f.json, out: f.out}
			opts.Watch = pipeline.Watch{Looked: r.looked, Planned: r.planned, Each: r.each, Passed: r.passed}
			summary, err := pipeline.Convert(cmd.Context(), args, opts)
			r.clear()
			switch {
			case err != nil:
				a.status = a.fail(err)
			case summary.Grave:
				a.status = exitFindings
			}
			if summary.Inputs+summary.Missing+summary.Left == 0 && err != nil {
				return nil // it never began
			}
			return r.summary(summary)
		},
	}
	flags := c.Flags()
	text := func(zh, en string) string { return a.say(extract.Text{ZH: zh, EN: en}) }
	flags.StringVar(&f.out, "out", "", text("输出文件夹", "output folder"))
	flags.StringVar(&f.to, "to", "docx,pdf,json", text("输出格式，逗号分隔，见 luzhou formats", "output formats, separated by commas; see luzhou formats"))
	a.fontDirFlag(c, &f.fontDir)
	a.annexFlag(c, &f.document)
	flags.IntVar(&f.jobs, "jobs", runtime.NumCPU(), text("同时处理的文件数", "files in work at once"))
	flags.StringVar(&f.redo, "redo", "", text("重做哪些文件：failed（被隔离的）、findings（需查看的）、all（全部）；其余保持原样",
		"do these again: failed (quarantined), findings, or all; the others stay as they are"))
	flags.StringVar(&f.layout, "layout", "source", text("输出命名：source 照原件，canonical 按年度和单位", "names of outputs: source as the inputs, canonical by year and body"))
	a.variantsFlag(c, &f.variants)
	flags.BoolVar(&f.inside, "inside", false, text("允许输出文件夹在输入文件夹之内", "allow an output folder inside an input folder"))
	flags.BoolVar(&f.json, "json", false, text("每个文件输出一行 JSON，末行为汇总", "one line of JSON a file, the summary last"))
	flags.DurationVar(&f.wait, "wait", 0, text("另一次运行占用时最多等多久，如 10m", "how long to wait while another run works, such as 10m"))
	flags.DurationVar(&f.settle, "settle", 0, text("文件静止多久才算到齐，如 30s；尚在复制的留到下次", "how long a file must stand still, such as 30s; those still being copied are left for the next run"))
	return c
}

func (a *app) convertOptions(f convertFlags) (pipeline.ConvertOptions, error) {
	var none pipeline.ConvertOptions
	wrong := func(zh, en string) (pipeline.ConvertOptions, error) {
		return none, &pipeline.UsageError{Message: extract.Text{ZH: zh, EN: en}}
	}
	redo, layout := pipeline.Redo(f.redo), pipeline.Layout(f.layout)
	switch redo {
	case pipeline.RedoChanged, pipeline.RedoFailed, pipeline.RedoFindings, pipeline.RedoAll:
	default:
		return wrong(fmt.Sprintf("--redo 不能是 %q：可用 failed、findings、all", f.redo), fmt.Sprintf("no --redo %q: use failed, findings or all", f.redo))
	}
	if layout != pipeline.BySource && layout != pipeline.ByReport {
		return wrong(fmt.Sprintf("--layout 不能是 %q：可用 source、canonical", f.layout), fmt.Sprintf("no --layout %q: use source or canonical", f.layout))
	}
	switch {
	case f.out == "":
		return wrong("缺少 --out：请给出输出文件夹", "--out is missing: name the output folder")
	case f.jobs < 1:
		return none, tooFewJobs
	case f.wait < 0 || f.settle < 0:
		return wrong("--wait 和 --settle 不能为负", "--wait and --settle must not be negative")
	}
	writers, err := a.writers(f.to, f.fontDir)
	if err != nil {
		return none, err
	}
	wordings, err := wordingsOf(f.variants)
	if err != nil {
		return none, err
	}
	running, err := a.running()
	if err != nil {
		return none, err
	}
	running.Jobs, running.Wait, running.Settle = f.jobs, f.wait, f.settle
	return pipeline.ConvertOptions{Out: f.out, Writers: writers, Redo: redo, Layout: layout, Variants: wordings, FontDir: f.fontDir, Document: f.document, Inside: f.inside, Running: running}, nil
}

var tooFewJobs = &pipeline.UsageError{Message: extract.Text{ZH: "--jobs 至少为 1", EN: "--jobs must be at least 1"}}

// wordingsOf reads the user's own wordings; none without a path.
func wordingsOf(path string) ([]byte, error) {
	if path == "" {
		return nil, nil
	}
	data, err := pipeline.ReadInput(path)
	if err != nil {
		return nil, &pipeline.InputError{Path: path, Err: err}
	}
	return data, nil
}
