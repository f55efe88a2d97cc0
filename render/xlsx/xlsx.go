// Package xlsx writes a Report as a workbook: a sheet of its fields, one sheet
// for each of its tables in the grid of the printed form, and a sheet of
// findings. Combined puts many reports into one workbook, one row each.
//
// A figure is a number cell with the digits of the record, never rounded, its
// unit shown by the number format; an empty figure is an empty cell, a stroke is
// text. All text is text whatever it begins with: no cell is ever a formula. A
// text longer than a cell can hold is cut and says so. The same input gives the
// same bytes.
//
// Only this folder imports excelize, for styles and the parts around the sheets.
// The sheets are written here row by row, compressed as they come, and all parts
// packed in a fixed order with a fixed date.
package xlsx

import (
	"bytes"
	"fmt"
	"strconv"

	"luzhou/extract"
	"luzhou/normalize"
	"luzhou/render"
)

// Write returns the workbook of one report. The tables are those of its layout.
func Write(r *normalize.Report, l render.Layout) ([]byte, error) {
	b := newBook(inMemory)
	b.fields(r)
	units := unitFigures(r)
	for _, block := range l.Blocks {
		if block.Table != nil {
			b.table(block.Table, b.tableName(r, block.Table.Key), units)
		}
	}
	b.findings(r)
	var out bytes.Buffer
	if err := b.save(&out, l.Meta); err != nil {
		return nil, fmt.Errorf("xlsx: %w", err)
	}
	return out.Bytes(), nil
}

// tableName names the sheet of a table after its part of the report.
func (b *book) tableName(r *normalize.Report, key string) string {
	if t := r.Table(key); t != nil {
		return render.Label(r, key)
	}
	return "其他表格"
}

// fields is the sheet of what the report says of itself.
func (b *book) fields(r *normalize.Report) {
	s := b.sheet("报告", view{rows: 1, widths: []float64{14, 70}})
	s.row(s.heads("项目", "内容")...)
	for _, f := range fieldsOf(r) {
		s.row(s.text(f.name), s.field(f))
	}
}

// field is one field of a report: a text, or a number when it is positive.
type field struct {
	name, text string
	number     int64
}

func fieldsOf(r *normalize.Report) []field {
	list := []field{
		{"标题", r.Title, 0}, {"发布单位", r.Issuer, 0}, {"上级", r.Parent, 0}, {"年度", "", int64(r.Year)},
	}
	var period normalize.Period
	if r.Period != nil {
		period = *r.Period
	}
	c := r.Contact
	return append(list,
		field{"统计期限起", period.From, 0}, field{"统计期限止", period.To, 0},
		field{"落款单位", r.Signatory, 0}, field{"落款日期", r.Issued, 0},
		field{"联系单位", c.Office, 0}, field{"地址", c.Address, 0}, field{"电话", c.Phone, 0}, field{"邮编", c.Postcode, 0},
		field{"网站", c.Website, 0}, field{"电子邮箱", c.Email, 0},
		field{"原件", r.Source.Path, 0}, field{"原件格式", r.Source.Format, 0}, field{"原件字节数", "", r.Source.Bytes},
		field{"原件SHA-256", r.Source.SHA256, 0})
}

var severities = [...]string{1: "说明", 2: "警告", 3: "错误"}

func (s *sheet) field(f field) cell {
	if f.number > 0 {
		return s.int(f.number)
	}
	return s.text(f.text)
}

// findings is the sheet of findings.
func (b *book) findings(r *normalize.Report) {
	s := b.sheet("提示", view{rows: 1, widths: []float64{8, 22, 40, 36, 12, 80}})
	s.row(s.heads("级别", "代码", "位置", "路径", "原文位置", "内容")...)
	for _, f := range r.Findings {
		s.row(s.finding(r, f)...)
	}
}

// finding gives the cells of a finding.
func (s *sheet) finding(r *normalize.Report, f extract.Finding) (cells []cell) {
	level, pos := "", ""
	if f.Severity >= extract.Info && f.Severity <= extract.Error {
		level = severities[f.Severity]
	}
	if f.Pos != nil {
		pos = f.Pos.String()
	}
	for _, text := range []string{level, string(f.Code), render.Label(r, f.Where), f.Where, pos, f.Message} {
		cells = append(cells, s.text(text))
	}
	return cells
}

// unitFigures lists the figures that are printed with a unit, by their text.
func unitFigures(r *normalize.Report) map[string]normalize.Value {
	list := map[string]normalize.Value{}
	for _, t := range r.Tables() {
		t.Each(func(_ string, _ normalize.Column, v *normalize.Value) {
			if v.HasValue() && v.Unit != "" {
				list[v.Value.String()+v.Unit] = *v
			}
		})
	}
	return list
}

// uniqueName makes a sheet name of a title: short, without the characters that
// Excel refuses, and unlike the names taken before.
func (b *book) uniqueName(title string) string {
	const most = 31 // characters in a name
	var name []rune
	for _, r := range title {
		switch r {
		case ':', '\\', '/', '?', '*', '[', ']', '\'':
			r = ' '
		}
		name = append(name, r)
	}
	for n := 1; ; n++ {
		end := ""
		if n > 1 {
			end = strconv.Itoa(n)
		}
		full := string(name[:min(len(name), most-len(end))]) + end
		if !b.taken[full] {
			b.taken[full] = true
			return full
		}
	}
}
