package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"

	"github.com/spf13/cobra"

	"luzhou/extract"
	"luzhou/normalize"
	"luzhou/pipeline"
)

// read returns the bytes of a file, - being standard input.
func (a *app) read(path string) ([]byte, error) {
	if path == "-" {
		data, err := io.ReadAll(io.LimitReader(a.stdin, extract.MaxInput+1))
		if err != nil {
			return nil, &pipeline.InputError{Path: path, Err: err}
		}
		return data, nil
	}
	data, err := pipeline.ReadInput(path)
	if err != nil {
		return nil, &pipeline.InputError{Path: path, Err: err}
	}
	return data, nil
}

// refused prints the one line about an input that gave nothing.
func (a *app) refused(path string, err error) error {
	a.complain(path, pipeline.Explain(err))
	return quietError{exitFailed}
}

// print writes a value as JSON on standard output.
func (a *app) print(v any) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(v); err != nil {
		return err
	}
	return a.write(b.Bytes())
}

func (a *app) write(data []byte) error {
	if _, err := a.stdout.Write(data); err != nil {
		return &pipeline.OutputError{Err: err}
	}
	return nil
}

func (a *app) extract() *cobra.Command {
	return &cobra.Command{
		Use:   "extract FILE",
		Short: a.say(extract.Text{ZH: "读出一个文件的文字和表格，输出 JSON（- 为标准输入）", EN: "print the text and tables of a file as JSON (- is standard input)"}),
		Args:  cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			data, err := a.read(args[0])
			if err != nil {
				return err
			}
			doc, err := pipeline.Extract(args[0], data)
			if err != nil {
				return a.refused(args[0], err)
			}
			return a.print(doc)
		},
	}
}

func (a *app) normalize() *cobra.Command {
	var variants string
	var totals bool
	c := &cobra.Command{
		Use:   "normalize FILE",
		Short: a.say(extract.Text{ZH: "把一份报告整理成记录，输出 JSON（FILE 可为 extract 的输出）", EN: "print the record of a report as JSON (FILE may be the output of extract)"}),
		Args:  cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			data, err := a.read(args[0])
			if err != nil {
				return err
			}
			own, err := pipeline.ReadVariants(variants)
			if err != nil {
				return err
			}
			report, err := pipeline.NormalizeWith(args[0], data, normalize.Options{Variants: own, Totals: totals})
			if err != nil {
				return a.refused(args[0], err)
			}
			if err := a.print(report); err != nil {
				return err
			}
			if report.Worst() == extract.Error {
				a.status = exitFindings
			}
			return nil
		},
	}
	a.variantsFlag(c, &variants)
	c.Flags().BoolVar(&totals, "totals", false, a.say(extract.Text{ZH: "算出空白的合计，标为 computed", EN: "work out blank totals, marked as computed"}))
	return c
}

// variantsFlag is the flag for a file of the user's own wordings.
func (a *app) variantsFlag(c *cobra.Command, path *string) {
	c.Flags().StringVar(path, "variants", "", a.say(extract.Text{ZH: "自己的写法文件，每行“名称 = 写法”",
		EN: "file of your own wordings of labels, a line each: PLACE = WORDING"}))
}

func (a *app) render() *cobra.Command {
	var to, output, fontDir string
	var layout pipeline.DocumentOptions
	c := &cobra.Command{
		Use:   "render REPORT.json",
		Short: a.say(extract.Text{ZH: "把 normalize 的记录输出为文档", EN: "draw a record made by normalize as a document"}),
		Args:  cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			writers, err := a.writers(to, fontDir)
			if err != nil {
				return err
			}
			if len(writers) != 1 {
				return &pipeline.UsageError{Message: extract.Text{ZH: "--to 只能有一种格式", EN: "--to takes one format here"}}
			}
			data, err := a.read(args[0])
			if err != nil {
				return err
			}
			var report normalize.Report
			if err := json.Unmarshal(data, &report); err != nil {
				return a.refused(args[0], extract.Refuse(extract.RefusedFormat, err.Error()))
			}
			out, findings, err := pipeline.Render(writers[0], &report, pipeline.LayOut(&report, layout))
			if err != nil {
				return a.refused(args[0], err)
			}
			for _, f := range findings { // of the drawing, which no record holds
				a.complain(args[0], extract.Text{ZH: f.Message, EN: f.MessageEN})
			}
			if output == "-" {
				return a.write(out)
			}
			if same(args[0], output) {
				return &pipeline.UsageError{Message: extract.Text{ZH: "输出与输入是同一文件", EN: "output and input are the same file"}}
			}
			return pipeline.WriteFile(output, out)
		},
	}
	c.Flags().StringVar(&to, "to", "pdf", a.say(extract.Text{ZH: "输出格式，见 luzhou formats", EN: "output format, see luzhou formats"}))
	a.fontDirFlag(c, &fontDir)
	a.annexFlag(c, &layout)
	c.Flags().StringVarP(&output, "output", "o", "-", a.say(extract.Text{ZH: "输出文件（- 为标准输出）", EN: "output file (- is standard output)"}))
	return c
}

func (a *app) annexFlag(c *cobra.Command, o *pipeline.DocumentOptions) {
	c.Flags().BoolVar(&o.Annex, "annex", false, a.say(extract.Text{ZH: "文档后附整理说明：原件、提示、推定的数字", EN: "end documents with an annex: source, findings, figures worked out"}))
}

func same(a, b string) bool {
	x, err := os.Stat(a)
	y, err2 := os.Stat(b)
	return errors.Join(err, err2) == nil && os.SameFile(x, y)
}
