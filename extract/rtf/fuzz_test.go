package rtf

import (
	"encoding/json"
	"testing"

	"luzhou/extract"
	"luzhou/fixtures"
)

// seeds are small files that between them use every destination.
var seeds = []string{
	`{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fcharset134 a;}{\f1\fcharset2 Symbol;}}\f0 \'d6\'d0\u20013 ?\u-10187 ?\u-9015 ?{\f1\'b7}\par}`,
	`{\rtf1{\*\listtable{\list{\listlevel\levelnfc37{\leveltext\'02\'00.;}\f1}\listid7}}{\*\listoverridetable{\listoverride\listid7{\lfolevel\listoverridestartat\levelstartat3}\ls1}}\ls1\ilvl0 a\par b\par}`,
	`{\rtf1\trowd\clmgf\clvmgf\cellx100\clmrg\cellx200\intbl a\cell b\cell\row\trowd\clvmrg\cellx100\irow0\cellx300\cell\cell\row\pard}`,
	`{\rtf1\trowd\cellx900\intbl\itap2 x\nestcell{\*\nesttableprops\trowd\cellx50\nestrow}{\nonesttables\par}\itap1 y\cell\row}`,
	`{\rtf1 a{\chftn}{\footnote\ftnalt\chftn b{\shp{\*\shpinst{\sp{\sv{\pict}}}{\shptxt\intbl c\cell\row}}}}\page d\sect{\upr{e}{\*\ud f}}}`,
	`{\rtf1{\field{\*\fldinst SYMBOL 183 \\f "Symbol"}{\fldrslt x}}{\listtext 1.\tab}{\v a}{\deleted b}{\revised c}{\object{\result d}}\bin3 }}}{\header e}`,
	`{\rtf1\uc3\u1 \'81\'30 x\loch\af0\hich\af1\dbch\f1\rtlch\ltrch\plain\f3\'ff\trowd\cellx-5\cellx-5\trleft99999999999\cell\cell\cell\row`,
}

// FuzzRead wants that any input ends in a sound Document or a Refusal, twice
// the same.
func FuzzRead(f *testing.F) {
	for _, s := range seeds {
		f.Add([]byte(s))
	}
	f.Add(fixtures.Cases(f, "luzhou-rtf")[0].Read(f)[:20_000]) // the whole is slow to mutate
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := Read(data)
		if err != nil {
			if _, ok := err.(*extract.Refusal); !ok {
				t.Fatalf("error %T: %v", err, err)
			}
			return
		}
		if d.Blocks == nil || d.Findings == nil {
			t.Fatal("nil list")
		}
		first, err := json.Marshal(d)
		if err != nil {
			t.Fatal(err)
		}
		again, err := Read(data)
		if err != nil {
			t.Fatal(err)
		}
		if second, _ := json.Marshal(again); string(first) != string(second) {
			t.Fatal("two readings differ")
		}
		for _, b := range d.Blocks {
			if b.Table != nil {
				checkTable(t, b.Table)
			}
		}
	})
}

// checkTable wants every cell inside the grid and no two cells in one place.
func checkTable(t *testing.T, table *extract.Table) {
	type place struct{ row, col int }
	taken := map[place]bool{}
	for i := range table.Cells {
		c := &table.Cells[i]
		if c.Row < 0 || c.Col < 0 || c.RowSpan < 1 || c.ColSpan < 1 || c.Row+c.RowSpan > table.Rows || c.Col+c.ColSpan > table.Cols {
			t.Fatalf("cell %d,%d %dx%d outside %dx%d", c.Row, c.Col, c.RowSpan, c.ColSpan, table.Rows, table.Cols)
		}
		for r := c.Row; r < c.Row+c.RowSpan; r++ {
			for k := c.Col; k < c.Col+c.ColSpan; k++ {
				if taken[place{r, k}] {
					t.Fatalf("two cells at %d,%d", r, k)
				}
				taken[place{r, k}] = true
			}
		}
		for k := range c.Tables {
			if c.Tables[k].After < 0 {
				t.Fatalf("nested table after %d", c.Tables[k].After)
			}
			checkTable(t, &c.Tables[k])
		}
	}
}
