package docx

import (
	"strings"
	"testing"
)

// BenchmarkRead reads a report as long as a real one: 60 paragraphs and 300
// cells with the properties an office program writes.
func BenchmarkRead(b *testing.B) {
	const props = `<w:tcW w:w="1134" w:type="dxa"/><w:tcBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="000000"/><w:left w:val="single" w:sz="4" w:space="0" w:color="000000"/></w:tcBorders><w:vAlign w:val="center"/>`
	const format = `<w:pPr><w:widowControl w:val="0"/><w:spacing w:before="0" w:after="0"/><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:rFonts w:ascii="FangSong" w:eastAsia="仿宋"/><w:sz w:val="21"/></w:rPr><w:t>0</w:t></w:r>`
	row := tr(strings.Repeat(cellOf(props, para(format)), 10))
	data := pack(b, parts(strings.Repeat(para(text(strings.Repeat("政府信息公开", 30))), 60)+tbl(strings.Repeat(row, 30)), nil))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Read(data); err != nil {
			b.Fatal(err)
		}
	}
}
