package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"luzhou/extract"
	"luzhou/normalize"
	"luzhou/pipeline"
)

func (a *app) explain() *cobra.Command {
	var variants string
	c := &cobra.Command{
		Use: "explain FILE FIGURE",
		Short: a.say(extract.Text{ZH: "说明一个数字的来历：位置、原文、依据（如 requests.granted.total）",
			EN: "tell where a figure came from: place, printed text, the rule that decided (such as requests.granted.total)"}),
		Args: cobra.ExactArgs(2),
		RunE: func(_ *cobra.Command, args []string) error {
			own, err := pipeline.ReadVariants(variants)
			if err != nil {
				return err
			}
			data, err := a.read(args[0])
			if err != nil {
				return err
			}
			report, err := pipeline.NormalizeWith(args[0], data, normalize.Options{Variants: own})
			if err != nil {
				return a.refused(args[0], err)
			}
			e, ok := report.Explain(args[1])
			if !ok {
				a.complain(args[0], extract.Text{ZH: "没有数字 " + args[1] + "：名称见 luzhou normalize 的输出",
					EN: "no figure " + args[1] + ": the names are those that luzhou normalize prints"})
				return quietError{exitFailed}
			}
			var b strings.Builder
			a.story(&b, args[0], e)
			return a.write([]byte(b.String()))
		},
	}
	a.variantsFlag(c, &variants)
	return c
}

// story prints an explanation, a line for each thing known.
func (a *app) story(w io.Writer, file string, e normalize.Explanation) {
	line := func(name extract.Text, format string, args ...any) {
		fmt.Fprintf(w, "%s: %s\n", a.say(name), oneLine(fmt.Sprintf(format, args...)))
	}
	v := e.Figure
	line(extract.Text{ZH: "数字", EN: "figure"}, "%s", e.Path)
	line(extract.Text{ZH: "含义", EN: "meaning"}, "%s / %s / %s", e.Section, e.Row, e.Column)
	if v.HasValue() {
		line(extract.Text{ZH: "值", EN: "value"}, "%s%s (%s)", v.Value, v.Unit, v.State)
	} else {
		line(extract.Text{ZH: "值", EN: "value"}, "- (%s)", stateOf(v))
	}
	if v.Pos != nil {
		line(extract.Text{ZH: "位置", EN: "place"}, "%s:%s%s", file, v.Pos, a.sourceLine(v.Pos))
		line(extract.Text{ZH: "原文", EN: "printed"}, "%q", v.Raw)
	}
	if v.Why != "" {
		line(extract.Text{ZH: "依据", EN: "why"}, "%s", v.Why)
	}
	for _, s := range e.Sums {
		line(extract.Text{ZH: "勾稽", EN: "sum"}, "%s %s (%s): %s | %s: %s", s.Rule.ID, a.say(s.Rule.Text), s.Of, s.Left, s.Right, a.say(verdict(s)))
	}
	for _, f := range e.Findings {
		line(extract.Text{ZH: "问题", EN: "finding"}, "%s %s %s: %s", f.Severity, f.Code, f.Where, a.say(extract.Text{ZH: f.Message, EN: f.MessageEN}))
	}
}

// sourceLine names the line of a text file that a place is on.
func (a *app) sourceLine(pos *extract.Pos) string {
	if pos.Line == 0 {
		return ""
	}
	return a.say(extract.Text{ZH: fmt.Sprintf("（第 %d 行）", pos.Line), EN: fmt.Sprintf(" (line %d)", pos.Line)})
}

func stateOf(v normalize.Value) normalize.State {
	if v.State == "" {
		return normalize.Missing
	}
	return v.State
}

func verdict(s normalize.SumCheck) extract.Text {
	switch {
	case s.Open:
		return extract.Text{ZH: "有空缺，不能判定", EN: "not decided, a term is empty"}
	case s.Holds:
		return extract.Text{ZH: "合", EN: "holds"}
	}
	return extract.Text{ZH: "不合", EN: "broken"}
}
