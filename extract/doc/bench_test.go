package doc

import (
	"fmt"
	"testing"
)

// BenchmarkLarge reads files of growing size, half of them text in tables: a
// time that does not grow faster than the size shows as the same MB/s.
func BenchmarkLarge(b *testing.B) {
	edges := defTable([]int{0, 1000, 2000, 3000, 4000})
	for _, tables := range []int{400, 2000, 8000} {
		var paras []testPara
		for i := range tables {
			paras = append(paras, par(fmt.Sprintf("第%d节 政府信息公开工作情况\r", i)))
			for range 6 {
				paras = append(paras, cell("政府信息公开"), cell("0"), cell("12"), cell("规章和规范性文件"), row(edges))
			}
		}
		data := body(paras...)
		b.Run(fmt.Sprintf("%dKB", len(data)>>10), func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				if _, err := Format.Read(data); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
