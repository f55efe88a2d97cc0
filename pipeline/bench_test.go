package pipeline

import (
	"strconv"
	"strings"
	"testing"

	"luzhou/fixtures"
	"luzhou/normalize"
)

// BenchmarkExtract and BenchmarkNormalize measure the first two stages on every
// fixture.
func BenchmarkExtract(b *testing.B) {
	for _, c := range fixtures.Cases(b, "") {
		data := c.Read(b)
		b.Run(c.Name, func(b *testing.B) { readAgain(b, data) })
	}
}

func BenchmarkNormalize(b *testing.B) {
	for _, c := range fixtures.Cases(b, "") {
		doc := extractCase(b, c)
		b.Run(c.Name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				normalize.FromDocument(doc)
			}
		})
	}
}

// BenchmarkRead measures the two together, from the bytes of a file to its record.
func BenchmarkRead(b *testing.B) {
	for _, c := range fixtures.Cases(b, "") {
		data := c.Read(b)
		b.Run(c.Name, func(b *testing.B) {
			measured(b, func() {
				if _, err := Normalize("a", data); err != nil {
					b.Fatal(err)
				}
			})
		})
	}
}

// BenchmarkLargeTable places the figures of tables of growing length, full and short
// rows of a form over and over: linear cost shows as a time that grows as the rows do.
func BenchmarkLargeTable(b *testing.B) {
	for _, rows := range []int{1000, 5000, 20000} {
		page := largeTable(rows)
		b.Run(strconv.Itoa(rows), func(b *testing.B) {
			doc, err := Extract("a", []byte(page))
			if err != nil {
				b.Fatal(err)
			}
			measured(b, func() { normalize.FromDocument(doc) })
		})
	}
}

// largeTable is a page with the table of part three, its rows repeated.
func largeTable(rows int) string {
	var page strings.Builder
	page.WriteString("<html><meta charset=utf-8><p>芦洲乡2020年政府信息公开工作年度报告</p><p>三、收到和处理政府信息公开申请情况</p><table>" +
		"<tr><td>自然人<td>商业企业<td>科研机构<td>社会公益组织<td>法律服务机构<td>其他<td>总计</tr>")
	labels := []string{"一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量", "（一）予以公开", "1.属于国家秘密", "四、结转下年度继续办理"}
	for i := range rows {
		cells := 7 - i%3 // some rows lack figures
		page.WriteString("<tr><td>" + labels[i%len(labels)] + strings.Repeat("<td>0", cells) + "</tr>")
	}
	page.WriteString("</table></html>")
	return page.String()
}

// BenchmarkLargePage reads web pages of growing size: a time that does not grow
// faster than the size shows as the same MB/s.
func BenchmarkLargePage(b *testing.B) {
	row := "<tr>" + strings.Repeat(`<td width="80"><p class=MsoNormal><span lang=EN-US>政府信息公开</span></p></td>`, 8) + "</tr>\n"
	table := "<p>一、总体情况</p><table border=1>" + strings.Repeat(row, 30) + "</table>\n"
	for _, size := range sizes {
		page := "<html><head><meta charset=utf-8></head><body>" + strings.Repeat(table, size.bytes/len(table)) + "</body></html>"
		b.Run(size.name, func(b *testing.B) { readAgain(b, []byte(page)) })
	}
}

var sizes = []struct {
	name  string
	bytes int
}{{"1MB", 1 << 20}, {"5MB", 5 << 20}, {"20MB", 20 << 20}}

func readAgain(b *testing.B, data []byte) {
	b.SetBytes(int64(len(data)))
	measured(b, func() {
		if _, err := Extract("a", data); err != nil {
			b.Fatal(err)
		}
	})
}
