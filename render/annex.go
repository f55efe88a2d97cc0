package render

import (
	"fmt"
	"strconv"
	"strings"

	"luzhou/extract"
	"luzhou/normalize"
)

// AddAnnex puts the annex 整理说明 behind a layout: which file the document was
// made from and by which program, what was found, and the figures that do not
// stand in the source. program is the name and version to print. The layout
// given stays as it is.
func AddAnnex(l Layout, r *normalize.Report, program string) Layout {
	b := &builder{report: r}
	b.paragraph(Annex, normalize.AnnexHeading)
	b.origin(program)
	b.workedOut()
	b.findings()
	l.Blocks = append(l.Blocks[:len(l.Blocks):len(l.Blocks)], b.layout.Blocks...)
	return l
}

// origin tells where the document comes from.
func (b *builder) origin(program string) {
	s := b.report.Source
	b.paragraph(AnnexText, "本文由 "+program+" 依据下列原件整理，原件未作改动。")
	for _, line := range [][2]string{
		{"原件：", s.Path}, {"格式：", join("，", s.Format, s.Charset)}, {"字节数：", strconv.FormatInt(s.Bytes, 10)}, {"SHA-256：", s.SHA256},
	} {
		if line[1] != "" {
			b.paragraph(AnnexText, line[0]+line[1])
		}
	}
}

// workedOut lists the figures that were inferred or computed, those of one row
// with one reason together.
func (b *builder) workedOut() {
	var rows []figureRow
	total := 0
	for _, t := range b.report.Tables() {
		for _, row := range workedOutRows(t) {
			rows = append(rows, row)
			total += len(row.figures)
		}
	}
	if total == 0 {
		b.paragraph(AnnexText, "非照录的数字：无。")
		return
	}
	b.paragraph(AnnexText, fmt.Sprintf("非照录的数字（共 %d 个，推定或计算而得，依据见括号）：", total))
	for i, row := range rows {
		b.paragraph(AnnexText, fmt.Sprintf("%d. %s：%s（%s）", i+1, row.label, strings.Join(row.figures, "，"), row.why))
	}
}

// figureRow is what the annex tells of one row.
type figureRow struct {
	label, why string
	figures    []string // 自然人 1
}

var manners = map[normalize.State]string{normalize.Inferred: "推定", normalize.Computed: "计算"}

func workedOutRows(t *normalize.Table) (rows []figureRow) {
	labels := FormLabels(t.Form)
	for i := range t.Form.Blocks {
		block := &t.Form.Blocks[i]
		for r, row := range block.Rows {
			for c, column := range block.Columns {
				v := t.Values[i][r][c]
				manner, ok := manners[v.State]
				if !ok {
					continue
				}
				why := join("：", manner, v.Why)
				label := labels[join(".", t.Form.Section, block.Key, row.Key)]
				if n := len(rows); n == 0 || rows[n-1].label != label || rows[n-1].why != why {
					rows = append(rows, figureRow{label: label, why: why})
				}
				last := &rows[len(rows)-1]
				last.figures = append(last.figures, column.Text+" "+v.Value.String()+v.Unit)
			}
		}
	}
	return rows
}

var grades = map[extract.Severity]string{extract.Info: "说明", extract.Warning: "警告", extract.Error: "错误"}

// findings lists the findings, the gravest first.
func (b *builder) findings() {
	count := map[extract.Severity]int{}
	for _, f := range b.report.Findings {
		count[f.Severity]++
	}
	b.paragraph(AnnexText, fmt.Sprintf("提示（共 %d 条）：错误 %d，警告 %d，说明 %d。", len(b.report.Findings),
		count[extract.Error], count[extract.Warning], count[extract.Info]))
	n := 0
	for grade := extract.Error; grade >= extract.Info; grade-- {
		for _, f := range b.report.Findings {
			if f.Severity != grade {
				continue
			}
			n++
			place := ""
			if f.Where != "" {
				place = Label(b.report, f.Where) + "："
			}
			b.paragraph(AnnexText, fmt.Sprintf("%d. ［%s］%s%s", n, grades[grade], place, oneLine(f.Message)))
		}
	}
}

// oneLine keeps a text of the source from breaking the list.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
