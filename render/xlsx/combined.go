package xlsx

import (
	"fmt"
	"io"
	"iter"
	"os"
	"slices"
	"strings"

	"luzhou/extract"
	"luzhou/normalize"
	"luzhou/render"
)

// Combined writes one workbook of many reports: a sheet of their fields, one sheet
// for each table of the forms with one row a report and one column a figure, and
// a sheet of all findings. Reports stand in the order they come; reports of
// different forms share the columns whose figures are the same. A column of
// money is followed by one that tells the unit.
//
// Memory is bounded whatever the number of reports: rows go to temporary files in
// folder, whose names begin with .luzhou- and end with .tmp; "" is the system's
// own. An error of the sequence ends the work and is returned; so does a report
// past the rows a sheet can have, while findings go on on a further sheet.
func Combined(w io.Writer, folder string, reports iter.Seq2[*normalize.Report, error]) error {
	var files []*os.File
	defer func() {
		for _, f := range files {
			f.Close()
			os.Remove(f.Name())
		}
	}()
	b := newBook(func() (spool, error) {
		f, err := os.CreateTemp(folder, ".luzhou-*.tmp")
		if err == nil {
			files = append(files, f)
		}
		return f, err
	})
	c := newCombination(b)
	for r, err := range reports {
		if err != nil {
			return err
		}
		if c.add(r); b.err != nil {
			return fmt.Errorf("xlsx: %s: %w", r.Source.Path, b.err)
		}
	}
	c.explain()
	if err := b.save(w, render.Meta{Title: "政府信息公开工作年度报告汇总"}); err != nil {
		return fmt.Errorf("xlsx: %w", err)
	}
	return nil
}

// combination is the workbook of many reports.
type combination struct {
	*book
	reports  *sheet
	tables   map[string]*sheet   // by section
	columns  map[string][]figure // by section
	findings *sheet
}

// figure is a column of a combined table.
type figure struct {
	path, label string
	money       bool // followed by a column for the unit
}

func newCombination(b *book) *combination {
	c := &combination{book: b, tables: map[string]*sheet{}, columns: map[string][]figure{}}
	var names []string
	for _, f := range fieldsOf(&normalize.Report{}) {
		names = append(names, f.name)
	}
	widths := slices.Repeat([]float64{18}, len(names))
	widths[0], widths[len(names)-1] = 40, 68 // title and checksum
	c.reports = b.sheet("报告", view{rows: 1, widths: widths})
	c.reports.row(c.reports.heads(names...)...)
	for _, section := range sections() {
		c.begin(section)
	}
	c.beginFindings()
	return c
}

// beginFindings makes the sheet of findings, or the next when that is full.
func (c *combination) beginFindings() {
	c.findings = c.sheet("提示", view{rows: 1, widths: []float64{36, 8, 22, 40, 36, 12, 80}})
	c.findings.row(c.findings.heads("原件", "级别", "代码", "位置", "路径", "原文位置", "内容")...)
}

// sections lists the parts that have a table in any form, in the order of the
// newest forms first.
func sections() (keys []string) {
	for _, g := range slices.Backward(normalize.Generations) {
		for _, s := range g.Sections {
			if s.Table != nil && !slices.Contains(keys, s.Key) {
				keys = append(keys, s.Key)
			}
		}
	}
	return keys
}

// before are the columns in front of the figures.
var before = []string{"单位", "年度", "格式", "原件", "错误", "警告"}

// begin makes the sheet of a section: a row of paths, for programs, and one of
// words, both frozen.
func (c *combination) begin(section string) {
	c.columns[section] = columnsOf(section)
	paths, words := append([]string{}, make([]string, len(before))...), slices.Clone(before)
	widths := []float64{22, 7, 10, 30, 6, 6}
	for _, f := range c.columns[section] {
		paths, words, widths = append(paths, strings.TrimPrefix(f.path, section+".")), append(words, f.label), append(widths, 14)
		if f.money {
			paths, words, widths = append(paths, ""), append(words, "单位"), append(widths, 7)
		}
	}
	s := c.sheet(titleOf(section), view{columns: 2, rows: 2, widths: append(widths, 40)})
	c.tables[section] = s
	s.row(s.heads(append(paths, "extra_rows")...)...)
	s.row(s.heads(append(words, "表外的行")...)...)
}

// titleOf is the title of a part in the newest form that has its table.
func titleOf(section string) string {
	for _, g := range slices.Backward(normalize.Generations) {
		for _, s := range g.Sections {
			if s.Key == section && s.Table != nil {
				return s.Title
			}
		}
	}
	return section
}

// columnsOf lists the figures of a section in all forms. A figure that a later
// form adds stands behind the one it follows there.
func columnsOf(section string) (list []figure) {
	for _, g := range normalize.Generations {
		form := normalize.FindTable(g.Key, section)
		if form == nil {
			continue
		}
		at := 0
		normalize.NewTable(form).Each(func(path string, column normalize.Column, _ *normalize.Value) {
			i := slices.IndexFunc(list, func(f figure) bool { return f.path == path })
			if i < 0 {
				money := column.Kind == normalize.Money || column.Kind == normalize.Amount
				list = slices.Insert(list, at, figure{path, render.FormLabels(form)[path], money})
				i = at
			}
			at = i + 1
		})
	}
	return list
}

// add writes the rows of one report.
func (c *combination) add(r *normalize.Report) {
	var cells []cell
	for _, f := range fieldsOf(r) {
		cells = append(cells, c.reports.field(f))
	}
	c.reports.row(cells...)
	count := map[extract.Severity]int64{}
	for _, f := range r.Findings {
		count[f.Severity]++
		if c.findings.rows == c.most {
			c.beginFindings()
		}
		c.findings.row(append([]cell{c.findings.text(r.Source.Path)}, c.findings.finding(r, f)...)...)
	}
	for _, t := range r.Tables() {
		s := c.tables[t.Form.Section]
		cells := []cell{s.text(r.Issuer), s.field(field{number: int64(r.Year)}), s.text(t.Form.Generation), s.text(r.Source.Path),
			s.int(count[extract.Error]), s.int(count[extract.Warning])}
		cells = append(cells, s.figures(t, c.columns[t.Form.Section])...)
		s.row(append(cells, s.text(extraText(t)))...)
	}
}

// figures gives the cells of a table in the order of the columns.
func (s *sheet) figures(t *normalize.Table, columns []figure) (cells []cell) {
	type entry struct {
		*normalize.Value
		unit string
	}
	values := map[string]entry{}
	t.Each(func(path string, column normalize.Column, v *normalize.Value) {
		unit := v.Unit
		if unit == "" {
			unit = column.Unit
		}
		values[path] = entry{v, unit}
	})
	for _, f := range columns {
		e, ok := values[f.path]
		if !ok { // the form of this report has no such figure
			cells = append(cells, cell{})
			if f.money {
				cells = append(cells, cell{})
			}
			continue
		}
		cells = append(cells, s.figure(*e.Value))
		if f.money && e.HasValue() {
			cells = append(cells, s.text(e.unit))
		} else if f.money {
			cells = append(cells, s.text(""))
		}
	}
	return cells
}

// Colours of figures that are not plainly printed.
const (
	workedOut = "FFF2CC"
	doubtful  = "F8CBAD"
)

func (s *sheet) figure(v normalize.Value) cell {
	l, c := look{center: true}, cell{}
	if v.HasValue() {
		l.format, c.number = format(v.Value, ""), v.Value.String()
	}
	switch v.State {
	case normalize.Printed, normalize.Blank:
	case normalize.Inferred, normalize.Computed:
		l.fill = workedOut
	case normalize.Dash:
		c.text = v.Raw
	case normalize.Illegible:
		l.fill, c.text = doubtful, v.Raw
	default:
		l.fill = doubtful
	}
	c.style = s.style(l)
	return c
}

// extraText tells the rows the form does not have.
func extraText(t *normalize.Table) string {
	var rows []string
	for _, e := range t.Extra {
		rows = append(rows, e.Label+"："+strings.Join(e.Cells, "|"))
	}
	return strings.Join(rows, "\n")
}

// explain ends the workbook with what its colours mean.
func (c *combination) explain() {
	s := c.sheet("说明", view{widths: []float64{16, 80}})
	s.row(s.heads("单元格", "含义")...)
	for _, line := range []struct {
		look
		sample, words string
	}{
		{look{}, "数字", "原件印有的数字，照录。"},
		{look{}, "（空）", "原件该格为空，或该报告采用的格式没有这一项。空不等于 0。"},
		{look{}, "—", "原件印有横线、斜线或“无”，照录。"},
		{look{fill: workedOut}, "数字", "原件缺列，各种读法结果唯一而推定的数字，或按要求计算的合计；依据见各报告的 JSON 记录。"},
		{look{fill: doubtful}, "（空）或文字", "不能辨认、不能归列或原件缺少的数字，见“提示”。"},
	} {
		s.row(cell{style: s.style(line.look), text: line.sample}, s.text(line.words))
	}
}
