package rtf

import "testing"

func TestTables(t *testing.T) {
	const two = `\trowd\cellx1000\cellx2000`
	check(t, []example{
		{"plain", `a\par` + two + `\intbl b\cell c\cell\row` + two + `\intbl d\cell e\cell\row\pard f\par`,
			`a¶<2x2 0,0 "b" 0,1 "c" 1,0 "d" 1,1 "e">f¶`},
		{"definition behind the cells too", `{` + two + `}\pard\intbl{b\cell c\cell}\pard\intbl{` + two + `\row}\pard`, `<1x2 0,0 "b" 0,1 "c">`},
		{"definition only behind the cells", `\pard\intbl b\cell c\cell{` + two + `\row}`, `<1x2 0,0 "b" 0,1 "c">`},
		{"definition of the row before", two + `\intbl b\cell c\cell\row d\cell e\cell\row`, `<2x2 0,0 "b" 0,1 "c" 1,0 "d" 1,1 "e">`},
		{"no definition", `\intbl b\cell c\cell\row d\cell\row`, `<2x2 0,0 "b" 0,1 "c" 1,0 "d">`},
		{"no \\intbl", `x\par` + two + `\pard b\par c\cell d\cell\row` + two + `e\par f\cell g\cell\row h`,
			`x¶<2x2 0,0 "b\nc" 0,1 "d" 1,0 "e\nf" 1,1 "g">h¶`},
		{"more cells than columns", two + `\intbl b\cell c\cell d\cell\row`, `<1x3 0,0 "b" 0,1 "c" 0,2 "d">`},
		{"blank cells past the columns", two + `\intbl b\cell c\cell\cell\row`, `<1x2 0,0 "b" 0,1 "c">`},
		{"fewer cells than columns", two + `\intbl b\cell\row` + two + `\intbl c\cell d\cell\row`, `<2x2 0,0 "b" 1,0 "c" 1,1 "d">`},
		{"edges make columns", `\trowd\cellx2000\cellx3000\intbl b\cell c\cell\row\trowd\cellx1000\cellx2011\cellx3000\intbl d\cell e\cell f\cell\row`,
			`<2x3 0,0 1x2 "b" 0,2 "c" 1,0 "d" 1,1 "e" 1,2 "f">`},
		{"row that starts late", two + `\intbl b\cell c\cell\row\trowd\trleft1000\cellx2000\intbl d\cell\row`, `<2x2 0,0 "b" 0,1 "c" 1,1 "d">`},
		{"cells without width", `\trowd\cellx1000\cellx1000\cellx2000\intbl b\cell c\cell d\cell\row`, `<1x3 0,0 "b" 0,1 "c" 0,2 "d">`},
		{"merged across", `\trowd\clmgf\cellx1000\clmrg\cellx2000\cellx3000\intbl b\cell\cell c\cell\row\trowd\cellx1000\cellx2000\cellx3000\intbl d\cell e\cell f\cell\row`,
			`<2x3 0,0 1x2 "b" 0,2 "c" 1,0 "d" 1,1 "e" 1,2 "f">`},
		{"merged down", `\trowd\clvmgf\cellx1000\cellx2000\intbl b\cell c\cell\row\trowd\clvmrg\cellx1000\cellx2000\intbl\cell d\cell\row`,
			`<2x2 0,0 2x1 "b" 0,1 "c" 1,1 "d">`},
		{"paragraphs and lines", two + `\intbl b\par c\line d\cell\cell\row`, `<1x2 0,0 "b\nc\nd" 0,1 "">`},
		{"paragraph between tables", two + `\intbl b\cell c\cell\row\pard\par` + two + `\intbl d\cell e\cell\row`,
			`<1x2 0,0 "b" 0,1 "c">¶<1x2 0,0 "d" 0,1 "e">`},
		{"rows counted afresh", `\trowd\irow0\cellx1000\intbl b\cell\row\trowd\irow1\lastrow\cellx1000\intbl c\cell\row\trowd\irow0\lastrow\cellx1000\intbl d\cell\row`,
			`<2x1 0,0 "b" 1,0 "c"><1x1 0,0 "d">`},
		{"some \\intbl missing", two + `\intbl b\cell\pard c\par d\cell\row`, `<1x2 0,0 "b" 0,1 "c\nd">`},
		{"every row numbered 0", `\trowd\irow0\lastrow\cellx1000\intbl b\cell\row\trowd\irow0\lastrow\cellx1000\intbl c\cell\row`, `<2x1 0,0 "b" 1,0 "c">`},
		{"text before \\row without \\cell", two + `\intbl b\cell c\row`, `<1x2 0,0 "b" 0,1 "c">`},
		{"row without \\row", two + `\intbl b\cell c\cell\pard d`, `<1x2 0,0 "b" 0,1 "c">d¶`},
		{"row without cells", two + `\row a`, `a¶`},
		{"nested", two + `\pard\intbl a\par\pard\intbl\itap2 x\nestcell y\nestcell{\*\nesttableprops\trowd\cellx400\cellx900\nestrow}{\nonesttables\par}` +
			`z\nestcell w\nestcell{\*\nesttableprops\trowd\cellx400\cellx900\nestrow}{\nonesttables\par}\pard\intbl b\cell c\cell\row`,
			`<1x2 0,0 "a\nb" @1<2x2 0,0 "x" 0,1 "y" 1,0 "z" 1,1 "w"> 0,1 "c">`},
		{"nested last", `\trowd\cellx2000\pard\intbl\itap2 x\nestcell{\*\nesttableprops\trowd\cellx900\nestrow}{\nonesttables\par}\pard\intbl\cell\row`,
			`<1x1 0,0 "" @0<1x1 0,0 "x">>`},
		{"nested twice", `\trowd\cellx2000\pard\intbl\itap3 x\nestcell{\*\nesttableprops\trowd\cellx500\nestrow}\pard\intbl\itap2\nestcell{\*\nesttableprops\trowd\cellx900\nestrow}\pard\intbl a\cell\row`,
			`<1x1 0,0 "a" @0<1x1 0,0 "" @0<1x1 0,0 "x">>>`},
		{"deleted row", two + `\intbl b\cell c\cell\row` + two + `\pard\intbl{\deleted d\cell e\cell}{\deleted\row}` + two + `\pard\intbl f\cell g\cell\row`,
			`<2x2 0,0 "b" 0,1 "c" 1,0 "f" 1,1 "g">`},
		{"deleted end of a row whose text is not", two + `\intbl b\cell c\cell{\deleted\row}`, `<1x2 0,0 "b" 0,1 "c">`},
		{"cut inside a cell", two + `\intbl b\cell c`, `<1x2 0,0 "b" 0,1 "c">`},
	})
}
