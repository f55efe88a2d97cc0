package main

import (
	"bytes"
	"cmp"
	"fmt"
	"maps"
	"runtime"
	"slices"

	"github.com/spf13/cobra"

	"luzhou/extract"
	"luzhou/pipeline"
	"luzhou/pipeline/ledger"
)

func (a *app) scan() *cobra.Command {
	var asJSON bool
	var jobs int
	c := &cobra.Command{
		Use: "scan SRC...",
		Short: a.say(extract.Text{ZH: "看看有些什么：真实格式、种类、错名、空、加密、重复；不写任何文件",
			EN: "see what is there by real format and kind, misnamed, empty, encrypted, duplicate; writes nothing"}),
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			running, err := a.running()
			if err != nil {
				return err
			}
			if running.Jobs = jobs; jobs < 1 {
				return tooFewJobs
			}
			list, passed, err := pipeline.Scan(cmd.Context(), args, running)
			if err != nil {
				return err
			}
			var told []pipeline.Problem
			for _, p := range passed {
				told = append(told, pipeline.Problem{Name: p, What: notRead})
			}
			a.complainAll(told)
			if asJSON {
				return a.print(scanJSON(list))
			}
			return a.write(a.scanText(list))
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, a.say(extract.Text{ZH: "输出一个 JSON 对象，列出每个文件", EN: "print one JSON object that lists every file"}))
	c.Flags().IntVar(&jobs, "jobs", runtime.NumCPU(), a.say(extract.Text{ZH: "同时处理的文件数", EN: "files in work at once"}))
	return c
}

// scanClasses are the groups of a scan that are named one by one.
var scanClasses = []struct {
	text extract.Text
	has  func(pipeline.Seen) bool
}{
	{extract.Text{ZH: "错名", EN: "misnamed"}, func(s pipeline.Seen) bool { return s.Misnamed }},
	{extract.Text{ZH: "空文件", EN: "empty"}, func(s pipeline.Seen) bool { return s.Refused == extract.RefusedEmpty }},
	{extract.Text{ZH: "加密", EN: "encrypted"}, func(s pipeline.Seen) bool { return s.Refused == extract.RefusedEncrypted }},
	{extract.Text{ZH: "其他不可读", EN: "otherwise unreadable"}, func(s pipeline.Seen) bool {
		return s.Refused != "" && s.Refused != extract.RefusedEmpty && s.Refused != extract.RefusedEncrypted
	}},
	{extract.Text{ZH: "内容重复", EN: "duplicate by content"}, func(s pipeline.Seen) bool { return s.Same != "" }},
	{extract.Text{ZH: "不是报告", EN: "not a report"}, func(s pipeline.Seen) bool { return s.Kind == pipeline.KindNone }},
	{extract.Text{ZH: "尚在变化", EN: "still changing"}, func(s pipeline.Seen) bool { return s.Unsettled }},
}

func (a *app) scanText(list []pipeline.Seen) []byte {
	var b bytes.Buffer
	table := func(title extract.Text, of func(pipeline.Seen) string) {
		counts := map[string]int{}
		for _, s := range list {
			counts[cmp.Or(of(s), "-")]++
		}
		fmt.Fprintln(&b, a.say(title))
		for _, k := range slices.Sorted(maps.Keys(counts)) {
			fmt.Fprintf(&b, "  %-16s %d\n", k, counts[k])
		}
	}
	table(extract.Text{ZH: "真实格式：", EN: "real format:"}, func(s pipeline.Seen) string { return s.Format })
	table(extract.Text{ZH: "名称所示格式：", EN: "format by name:"}, func(s pipeline.Seen) string { return s.Ending })
	table(extract.Text{ZH: "种类：", EN: "kind:"}, func(s pipeline.Seen) string { return s.Kind })
	named, more := 0, 0
	line := fmt.Sprintf(a.say(extract.Text{ZH: "文件 %d：", EN: "inputs %d: "}), len(list))
	for i, class := range scanClasses {
		n := 0
		for _, s := range list {
			if !class.has(s) {
				continue
			}
			n++
			if named == maxNamed {
				more++
			} else {
				named++
				fmt.Fprintf(&b, "%s: %s %s\n", a.say(class.text), oneLine(s.Name), oneLine(cmp.Or(s.Same, string(s.Refused), s.Format)))
			}
		}
		if i > 0 {
			line += a.say(extract.Text{ZH: "，", EN: ", "})
		}
		line += fmt.Sprintf("%s %d", a.say(class.text), n)
	}
	if more > 0 {
		fmt.Fprintf(&b, a.say(extract.Text{ZH: "另有 %d 项未列出：--json 列出每个文件\n", EN: "%d more not named: --json lists every file\n"}), more)
	}
	fmt.Fprintln(&b, line)
	return b.Bytes()
}

type seenJSON struct {
	File      ledger.Name  `json:"file"`
	SHA256    string       `json:"sha256"`
	Size      int64        `json:"size"`
	Format    string       `json:"format"`
	Ending    string       `json:"ending"`
	Misnamed  bool         `json:"misnamed"`
	Kind      string       `json:"kind"`
	Same      ledger.Name  `json:"duplicate_of,omitempty"`
	Refused   extract.Code `json:"reason,omitempty"`
	Unsettled bool         `json:"unsettled,omitempty"`
}

func scanJSON(list []pipeline.Seen) any {
	files := []seenJSON{}
	for _, s := range list {
		files = append(files, seenJSON{ledger.Name(s.Name), s.SHA256, s.Size, s.Format, s.Ending, s.Misnamed, s.Kind, ledger.Name(s.Same), s.Refused, s.Unsettled})
	}
	return map[string]any{"files": files}
}
