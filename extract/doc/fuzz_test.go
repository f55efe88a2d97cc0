package doc

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"luzhou/extract"
)

func FuzzRead(f *testing.F) {
	for _, c := range files {
		f.Add(c.data)
	}
	for _, c := range partFiles {
		f.Add(c.file.bytes())
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		Format.Sniff(data)
		d, err := Format.Read(data)
		var refusal *extract.Refusal
		if err != nil {
			if !errors.As(err, &refusal) {
				t.Fatalf("not a refusal: %v", err)
			}
			return
		}
		if _, err := json.Marshal(d); err != nil {
			t.Fatal(err)
		}
		for _, b := range d.Blocks {
			if b.Table != nil {
				checkTable(t, b.Table)
			}
		}
	})
}

func checkTable(t *testing.T, table *extract.Table) {
	for _, c := range table.Cells {
		if c.Row < 0 || c.Col < 0 || c.RowSpan < 1 || c.ColSpan < 1 || c.Row+c.RowSpan > table.Rows || c.Col+c.ColSpan > table.Cols {
			t.Fatalf("cell %d,%d %dx%d outside %dx%d", c.Row, c.Col, c.RowSpan, c.ColSpan, table.Rows, table.Cols)
		}
		for i := range c.Tables {
			checkTable(t, &c.Tables[i])
		}
	}
}

// report is a document of prose and tables of about so many bytes.
func report(size int) []byte {
	var paras []testPara
	for n := 0; n < size; n += 2100 {
		for i := range 4 {
			paras = append(paras, par(fmt.Sprintf("第%d段%s\r", i, strings.Repeat("政府信息公开工作", 12))))
		}
		for range 3 {
			paras = append(paras, cell("本年新收政府信息公开申请数量"), cell("1"), cell("0"), cell("1"), row(defTable([]int{0, 4000, 5000, 6000, 7000})))
		}
	}
	return body(paras...)
}

func BenchmarkRead(b *testing.B) {
	for _, c := range []struct {
		name string
		size int
	}{{"60KB", 60_000}, {"1MB", 1 << 20}, {"5MB", 5 << 20}} {
		data := report(c.size)
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				mustRead(b, data)
			}
		})
	}
}
