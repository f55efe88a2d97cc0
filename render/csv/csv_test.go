package csv

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"luzhou/extract"
	"luzhou/normalize"
)

func sample() *normalize.Report {
	active := normalize.NewTable(normalize.FindTable("gen_2019", "active_disclosure"))
	set := func(path string, v normalize.Value) {
		f, ok := active.Figure("active_disclosure." + path)
		if !ok {
			panic(path)
		}
		*f = v
	}
	amount, _ := normalize.ParseDecimal("2.80")
	set("art20_5.licensing.items_change", normalize.Value{Value: normalize.Int(-8), State: normalize.Printed, Raw: "-8",
		Pos: &extract.Pos{Block: 7, At: &extract.At{Row: 6, Col: 2}}})
	set("art20_5.licensing.decisions", normalize.Value{State: normalize.Dash, Raw: "-"})
	set("art20_6.penalty.decisions", normalize.Value{State: normalize.Illegible, Raw: "=1+1"})
	set("art20_9.centralized_procurement.amount", normalize.Value{Value: amount, State: normalize.Inferred, Raw: "2.80\n万元", Unit: "万元"})
	active.Extra = []normalize.ExtraRow{{Label: "@备案", After: "art20_1", Cells: []string{"+3", "甲,\"乙\""}, Pos: &extract.Pos{Block: 9}}}
	return &normalize.Report{Source: extract.Source{Path: "a/青山.doc"}, Issuer: "+青山镇", Year: 2020, ActiveDisclosure: active}
}

func write(t *testing.T, r *normalize.Report) []byte {
	t.Helper()
	data, err := Write(r)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestBytes(t *testing.T) {
	text := string(write(t, sample()))
	for _, want := range []string{
		"\uFEFFbody,year,key,label,value,state,unit,raw,position\r\n",
		"'+青山镇,2020,active_disclosure.art20_5.licensing.items_change,第二十条第（五）项 · 行政许可 · 本年增/减,-8,printed,项,-8,a/青山.doc:7:6:2\r\n",
		"active_disclosure.art20_5.licensing.decisions,第二十条第（五）项 · 行政许可 · 处理决定数量,,dash,,'-,\r\n",
		"active_disclosure.art20_6.penalty.decisions,第二十条第（六）项 · 行政处罚 · 处理决定数量,,illegible,,'=1+1,\r\n",
		"采购总金额,2.8,inferred,万元,\"2.80\r\n万元\",\r\n",
		"active_disclosure.art20_1.regulations.made,第二十条第（一）项 · 规章 · 本年新制作数量,,missing,,,\r\n",
		"active_disclosure.extra_rows.1.1,'@备案,,unplaced,,'+3,a/青山.doc:9\r\n",
		"active_disclosure.extra_rows.1.2,'@备案,,unplaced,,\"甲,\"\"乙\"\"\",a/青山.doc:9\r\n",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	if strings.Count(text, "\n") != strings.Count(text, "\r\n") {
		t.Error("a line ends without CR")
	}
}

// TestEveryFigure reads the file as a program would.
func TestEveryFigure(t *testing.T) {
	report := sample()
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(write(t, report), []byte(byteMark)))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	want := 1 + len(report.ActiveDisclosure.Extra[0].Cells)
	report.ActiveDisclosure.Each(func(string, normalize.Column, *normalize.Value) { want++ })
	if len(rows) != want {
		t.Errorf("%d rows, want %d", len(rows), want)
	}
	for _, row := range rows[1:] {
		if row[0] != "'+青山镇" || row[1] != "2020" || row[5] == "" {
			t.Errorf("row %q", row)
		}
	}
}

func TestGuard(t *testing.T) {
	for text, want := range map[string]string{
		"": "", "甲": "甲", "12": "12", "-8": "-8", "-0.5": "-0.5", "－8": "'－8", "+8": "'+8", "-": "'-", "--": "'--", "-8件": "'-8件",
		"=SUM(A1)": "'=SUM(A1)", "@x": "'@x", "\t=1": "'\t=1", "\r=1": "'\r=1", "'=1": "''=1", "＝1": "'＝1", "—": "—", "\xff=": "\xff=",
	} {
		if got := guard(text); got != want {
			t.Errorf("guard(%q) = %q, want %q", text, got, want)
		}
	}
}
