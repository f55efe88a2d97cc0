package render

import (
	"strings"
	"sync"

	"luzhou/normalize"
)

// labelSeparator stands between the words of a label.
const labelSeparator = " · "

// Label puts a dotted path of a report, such as requests.granted.total, into the
// words the report prints: （一）予以公开 · 总计 with what stands above them. A path
// that names nothing is returned as it is.
func Label(r *normalize.Report, path string) string {
	if words, ok := fieldLabels[path]; ok {
		return words
	}
	section, _, _ := strings.Cut(path, ".")
	if t := r.Table(section); t != nil {
		if words, ok := FormLabels(t.Form)[path]; ok {
			return words
		}
	}
	key := strings.TrimPrefix(path, "sections.")
	for _, s := range r.Sections {
		if s.Key == key {
			return s.Heading
		}
	}
	title := path
	for _, g := range normalize.Generations {
		for _, s := range g.Sections {
			if s.Key == key && (title == path || g.From <= r.Year) { // the form of the year, when it has that part
				title = s.Title
			}
		}
	}
	return title
}

// fieldLabels are the words of the fields.
var fieldLabels = map[string]string{
	"": "全文", "title": "标题", "issuer": "发布单位", "parent": "上级", "year": "年度", "period": "统计期限",
	"issued": "落款日期", "signatory": "落款单位", "contact": "联系方式", "preamble": "引言", "sections": "各部分",
}

// FormLabels gives the words of every path of a form: its blocks, rows, columns
// and figures. The map is shared; it must not be changed.
func FormLabels(form *normalize.TableForm) map[string]string { return formLabels()[form] }

var formLabels = sync.OnceValue(func() map[*normalize.TableForm]map[string]string {
	all := map[*normalize.TableForm]map[string]string{}
	for _, g := range normalize.Generations {
		for _, s := range g.Sections {
			if s.Table != nil {
				all[s.Table] = labelsOf(s.Table)
			}
		}
	}
	return all
})

func labelsOf(form *normalize.TableForm) map[string]string {
	labels := map[string]string{}
	for i := range form.Blocks {
		b := &form.Blocks[i]
		labels[join(".", form.Section, b.Key)] = join(labelSeparator, b.Title)
		for _, column := range b.Columns {
			labels[join(".", form.Section, b.Key, column.Key)] = join(labelSeparator, b.Title, column.Text)
		}
		for _, row := range b.Rows {
			words := join(labelSeparator, append(append([]string{b.Title}, row.Parents...), row.Text)...)
			labels[join(".", form.Section, b.Key, row.Key)] = words
			for _, column := range b.Columns {
				labels[join(".", form.Section, b.Key, row.Key, column.Key)] = join(labelSeparator, words, column.Text)
			}
		}
	}
	for _, g := range normalize.Generations {
		for _, s := range g.Sections {
			if s.Table == form {
				labels[form.Section] = s.Title
			}
		}
	}
	return labels
}

// join joins the parts that are not empty.
func join(separator string, parts ...string) string {
	var list []string
	for _, p := range parts {
		if p != "" {
			list = append(list, p)
		}
	}
	return strings.Join(list, separator)
}
