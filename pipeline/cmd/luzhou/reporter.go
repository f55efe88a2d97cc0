package main

import (
	"encoding/json"
	"fmt"
	"path/filepath"

	"luzhou/extract"
	"luzhou/pipeline"
	"luzhou/pipeline/ledger"
)

// maxNamed is how many inputs are named on the screen.
const maxNamed = 20

// reporter tells people and programs about a run: names on stderr, the summary
// or JSON lines on stdout, progress on a terminal only.
type reporter struct {
	*app
	json     bool
	out      string // folder of the outputs
	named    int
	progress progress
	err      error // of stdout
}

func (r *reporter) looked(done, total int) {
	if r.terminal {
		r.progress.look(r.app, done, total)
	}
}

func (r *reporter) planned(p pipeline.Plan) {
	r.clear()
	if p.Changed > 0 {
		r.complain("", extract.Text{
			ZH: fmt.Sprintf("选项或版本与上次不同：%d 个文件将重做", p.Changed),
			EN: fmt.Sprintf("options or version differ from the last run: %d files are done again", p.Changed)})
	}
	if p.Other > 0 {
		r.complain("", extract.Text{
			ZH: fmt.Sprintf("%d 个文件内容与上次不同：其输出将被替换", p.Other),
			EN: fmt.Sprintf("%d files have other content than last time: their outputs are replaced", p.Other)})
	}
	r.progress.begin(p.Todo)
}

var notRead = extract.Text{ZH: "链接或特殊文件，未读", EN: "a link or special file, not read"}

func (r *reporter) passed(path string) { r.name(path, notRead) }

func (r *reporter) each(result pipeline.Result) {
	if r.json {
		r.line(jsonResult{result.Entry, result.New, result.Why.ZH, result.Why.EN})
	}
	if r.worthNaming(result) {
		r.name(result.Input.Shown(), result.Why)
	}
	if result.New && result.Entry.Outcome != string(pipeline.Duplicate) {
		r.progress.step()
	}
	if r.terminal {
		r.progress.show(r.app)
	}
}

// worthNaming keeps a job that nobody watches quiet unless something is wrong.
func (r *reporter) worthNaming(result pipeline.Result) bool {
	switch pipeline.Outcome(result.Entry.Outcome) {
	case pipeline.Quarantined:
		return true
	case pipeline.WithFindings, pipeline.NotAReport:
		return r.terminal || result.Worst() == extract.Error
	}
	return false
}

func (r *reporter) name(path string, what extract.Text) {
	if r.named++; r.named > maxNamed {
		return
	}
	r.clear()
	r.complain(path, extract.Text{ZH: shorten(what.ZH), EN: shorten(what.EN)})
}

// maxReason keeps a reason on a few lines of a terminal; the page has it whole.
const maxReason = 240

func shorten(s string) string {
	if r := []rune(s); len(r) > maxReason {
		return string(r[:maxReason]) + "…"
	}
	return s
}

func (r *reporter) clear() {
	if r.terminal {
		r.progress.clear(r.app)
	}
}

// jsonResult is a line of --json.
type jsonResult struct {
	ledger.Entry
	New       bool   `json:"new"`
	Message   string `json:"message,omitempty"`
	MessageEN string `json:"message_en,omitempty"`
}

func (r *reporter) line(v any) {
	data, err := json.Marshal(v)
	if err == nil {
		err = r.write(append(data, '\n'))
	}
	if r.err == nil {
		r.err = err
	}
}

// summary writes the last line.
func (r *reporter) summary(s pipeline.Summary) error {
	if more := r.named - maxNamed; more > 0 {
		r.complain("", extract.Text{
			ZH: fmt.Sprintf("另有 %d 个文件未列出：见输出文件夹中的 index.html 或 manifest.jsonl", more),
			EN: fmt.Sprintf("%d more files not named: see index.html or manifest.jsonl in the output folder", more)})
	}
	if r.terminal && !r.json && s.Inputs > 0 && s.Missing == 0 {
		r.complain(filepath.Join(r.out, "index.html"), extract.Text{ZH: "结果在此，请用浏览器打开", EN: "the results, for a browser"})
	}
	if r.json {
		r.line(jsonSummary(s))
		return r.err
	}
	line := fmt.Sprintf(r.say(extract.Text{
		ZH: "文件 %d：完成 %d，完成但需查看 %d，不是报告 %d，重复 %d，隔离 %d；输出文件 %d，本次处理 %d",
		EN: "inputs %d: done %d, done with findings %d, not a report %d, duplicates %d, quarantined %d; outputs %d, new %d"}),
		s.Inputs, s.Count[pipeline.Done], s.Count[pipeline.WithFindings], s.Count[pipeline.NotAReport],
		s.Count[pipeline.Duplicate], s.Count[pipeline.Quarantined], s.Outputs, s.New)
	for _, more := range []struct {
		n    int
		text extract.Text
	}{
		{s.Left, extract.Text{ZH: "，尚在复制 %d", EN: ", still being copied %d"}},
		{s.Missing, extract.Text{ZH: "，尚未处理 %d", EN: ", not yet done %d"}},
	} {
		if more.n > 0 {
			line += fmt.Sprintf(r.say(more.text), more.n)
		}
	}
	return r.write([]byte(line + "\n"))
}

func jsonSummary(s pipeline.Summary) map[string]any {
	m := map[string]any{"inputs": s.Inputs, "outputs": s.Outputs, "new": s.New, "left": s.Left, "missing": s.Missing,
		"seconds": s.Seconds, "version": pipeline.Version}
	for _, o := range pipeline.Outcomes {
		m[string(o)] = s.Count[o]
	}
	return m
}
