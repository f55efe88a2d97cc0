// Package page writes the summary page of an output folder: one HTML file that
// opens from disk, with the counts, every input sorted by its worst finding, each
// finding beside the text of the source, and links to the outputs. In goes a
// Sheet, out come the same bytes each time. Both languages are in the page; a few
// lines of script switch between them and filter.
package page

import (
	"bufio"
	_ "embed"
	"encoding/json"
	"fmt"
	"html"
	"io"
	"net/url"
	"strings"

	"luzhou/extract"
	"luzhou/pipeline/ledger"
)

// Sheet is what the page shows.
type Sheet struct {
	Version  string
	Outcomes []Outcome      // with their counts, in the order of the page
	Codes    []extract.Kind // what the codes of findings mean
	Rows     int
	Row      func(i int) (Row, error) // in the order of the page
	NoInfo   bool                     // findings of severity info are not listed, for their number
}

// Outcome is a kind of result and how many inputs had it.
type Outcome struct {
	Key   string
	Text  extract.Text
	Count int
}

// Row is one input.
type Row struct {
	ledger.Entry
	Why   extract.Text // the worst finding, or why there are no outputs
	Notes []Note
}

// Note is a finding with the text of the source it is about.
type Note struct {
	extract.Finding
	Text string `json:"text,omitempty"`
}

// UnmarshalJSON reads what was written of both: the method of the finding alone
// would leave out the text.
func (n *Note) UnmarshalJSON(data []byte) error {
	var beside struct{ Text string }
	if err := json.Unmarshal(data, &beside); err != nil {
		return err
	}
	n.Text = beside.Text
	return json.Unmarshal(data, &n.Finding)
}

//go:embed page.css
var style string

//go:embed page.js
var script string

// Write writes the page.
func Write(w io.Writer, s Sheet) error {
	p := printer{bufio.NewWriter(w), map[string]extract.Text{}}
	for _, o := range s.Outcomes {
		p.outcomes[o.Key] = o.Text
	}
	p.head(s)
	for i := range s.Rows {
		row, err := s.Row(i)
		if err != nil {
			return err
		}
		p.row(row)
	}
	p.put("</main>\n<script>\n", script, "</script>\n</body>\n</html>\n")
	return p.w.Flush()
}

type printer struct {
	w        *bufio.Writer
	outcomes map[string]extract.Text
}

// put writes strings as they are; an error stays in the writer until Flush.
func (p printer) put(list ...string) {
	for _, s := range list {
		p.w.WriteString(s)
	}
}

var esc = html.EscapeString

// both is a text in both languages, one of which is shown.
func both(t extract.Text) string {
	return `<span lang="zh">` + esc(t.ZH) + `</span><span lang="en">` + esc(t.EN) + `</span>`
}

// option is the same inside a select, where only plain text may stand.
func option(value string, t extract.Text) string {
	return fmt.Sprintf(`<option value="%s" data-zh="%s" data-en="%s">%s</option>`, esc(value), esc(t.ZH), esc(t.EN), esc(t.ZH))
}

func (p printer) head(s Sheet) {
	p.put("<!DOCTYPE html>\n<html lang=\"zh\">\n<head>\n<meta charset=\"utf-8\">\n",
		"<meta name=\"viewport\" content=\"width=device-width\">\n<title>整理结果 luzhou</title>\n<style>\n", style, "</style>\n</head>\n<body>\n<header>\n<h1>",
		both(extract.Text{ZH: "整理结果", EN: "Results"}), "</h1>\n<p class=\"counts\">")
	total := 0
	for _, o := range s.Outcomes {
		total += o.Count
	}
	p.put("<b>", fmt.Sprint(total), "</b> ", both(extract.Text{ZH: "个文件：", EN: "inputs: "}))
	for _, o := range s.Outcomes {
		p.put(`<button class="o `, o.Key, `" data-o="`, o.Key, `">`, both(o.Text), " <b>", fmt.Sprint(o.Count), "</b></button>")
	}
	p.put("</p>\n<form><select id=\"o\">", option("", extract.Text{ZH: "全部结果", EN: "all outcomes"}))
	for _, o := range s.Outcomes {
		p.put(option(o.Key, o.Text))
	}
	p.put("</select> <select id=\"s\">")
	for _, level := range levels {
		p.put(option(level.value, level.text))
	}
	p.put("</select> <select id=\"c\">", option("", extract.Text{ZH: "全部代码", EN: "all codes"}))
	for _, k := range s.Codes {
		p.put(option(string(k.Code), extract.Text{ZH: string(k.Code) + " " + k.Meaning.ZH, EN: string(k.Code) + " " + k.Meaning.EN}))
	}
	p.put("</select> <input id=\"q\" type=\"search\" placeholder=\"文件名、单位、年度 / name, body, year\"> <span id=\"n\"></span> <button type=\"button\" id=\"lang\">English</button></form>\n")
	if s.NoInfo {
		p.put("<p class=\"hint\">", both(extract.Text{
			ZH: "文件较多，“提示”级的项目只计数，未逐条列出，见各文件的 JSON。",
			EN: "There are many files: findings of severity info are counted, not listed; each JSON output has them."}), "</p>\n")
	}
	p.put("</header>\n<main>\n")
}

var levels = []struct {
	value string
	text  extract.Text
}{
	{"0", extract.Text{ZH: "全部等级", EN: "all severities"}},
	{"3", extract.Text{ZH: "错误", EN: "errors"}},
	{"2", extract.Text{ZH: "警告及以上", EN: "warnings and above"}},
	{"1", extract.Text{ZH: "提示及以上", EN: "info and above"}},
}

// row writes one input: a line that opens to its findings.
func (p printer) row(r Row) {
	name := strings.ToValidUTF8(string(r.Name), "�")
	search := strings.ToLower(fmt.Sprint(name, " ", r.Body, " ", r.Year))
	p.put(`<details class="`, esc(r.Outcome), `" data-o="`, esc(r.Outcome), `" data-n="`, esc(search), `"><summary><span class="o `, esc(r.Outcome), `">`,
		both(p.outcomes[r.Outcome]), `</span> <span class="name">`, esc(name), `</span>`)
	if r.Body != "" {
		p.put(` <span class="body">`, esc(r.Body), `</span>`)
	}
	if r.Year > 0 {
		p.put(` <span class="body">`, fmt.Sprint(r.Year), `</span>`)
	}
	for _, c := range []struct {
		n     int
		class string
		text  extract.Text
	}{
		{r.Findings.Error, "s3", extract.Text{ZH: "错误", EN: "errors"}},
		{r.Findings.Warning, "s2", extract.Text{ZH: "警告", EN: "warnings"}},
		{r.Findings.Info, "s1", extract.Text{ZH: "提示", EN: "info"}},
	} {
		if c.n > 0 {
			p.put(` <span class="s `, c.class, `">`, both(c.text), " ", fmt.Sprint(c.n), `</span>`)
		}
	}
	for _, o := range r.Outputs {
		p.put(` <a href="`, esc(href(string(o.Name))), `">`, esc(ending(string(o.Name))), `</a>`)
	}
	if r.Same != "" {
		p.put(` <span class="same">`, both(extract.Text{ZH: "内容同", EN: "same as"}), " ", esc(strings.ToValidUTF8(string(r.Same), "�")), `</span>`)
	}
	if r.Why != (extract.Text{}) {
		p.put(` <span class="why">`, both(r.Why), `</span>`)
	}
	p.put("</summary>")
	p.notes(r)
	p.put("</details>\n")
}

func (p printer) notes(r Row) {
	if len(r.Notes) == 0 {
		return
	}
	p.put("<table><tr><th>", both(extract.Text{ZH: "等级", EN: "severity"}), "<th>", both(extract.Text{ZH: "代码", EN: "code"}), "<th>",
		both(extract.Text{ZH: "位置", EN: "where"}), "<th>", both(extract.Text{ZH: "说明", EN: "what"}), "<th>", both(extract.Text{ZH: "原文", EN: "source"}), "</tr>\n")
	for _, n := range r.Notes {
		p.put(fmt.Sprintf(`<tr data-s="%d" data-c="%s"><td class="s%d">%s<td>%s<td>%s`, n.Severity, esc(string(n.Code)), n.Severity,
			both(severity(n.Severity)), esc(string(n.Code)), esc(n.Where)))
		if n.Pos != nil {
			p.put(` <span class="pos">`, esc(n.Pos.String()), `</span>`)
		}
		p.put("<td>", both(extract.Text{ZH: n.Message, EN: n.MessageEN}), `<td class="text">`, esc(n.Text), "</tr>\n")
	}
	p.put("</table>")
}

func severity(s extract.Severity) extract.Text {
	switch s {
	case extract.Error:
		return extract.Text{ZH: "错误", EN: "error"}
	case extract.Warning:
		return extract.Text{ZH: "警告", EN: "warning"}
	}
	return extract.Text{ZH: "提示", EN: "info"}
}

// href makes a relative link of a name; ./ keeps a colon from being a scheme.
func href(name string) string {
	parts := strings.Split(name, "/")
	for i := range parts {
		parts[i] = url.PathEscape(parts[i])
	}
	return "./" + strings.Join(parts, "/")
}

func ending(name string) string { return name[strings.LastIndexByte(name, '.')+1:] }
