package json

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"luzhou/extract"
	"luzhou/normalize"
)

func TestReadAgainIsTheSame(t *testing.T) {
	table := normalize.NewTable(normalize.FindTable("gen_2019", "requests"))
	table.Values[0][0][0] = normalize.Value{Value: normalize.Int(1), State: normalize.Printed, Raw: "１"}
	table.Values[0][0][1] = normalize.Value{State: normalize.Dash, Raw: "—"}
	table.Each(func(_ string, _ normalize.Column, v *normalize.Value) {
		if v.State == "" {
			v.State = normalize.Blank
		}
	})
	table.Extra = []normalize.ExtraRow{{Label: "其他", After: "granted", Cells: []string{"1", ""}}}
	report := &normalize.Report{Schema: normalize.Schema, Title: "<甲>&乙", Preamble: []string{}, Sections: []normalize.Section{},
		Requests: table, Findings: []extract.Finding{{Code: "a.b", Severity: extract.Warning, Where: "requests"}}}
	data, err := Write(report)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(data), "<甲>&乙") {
		t.Errorf("characters were escaped: %s", data[:100])
	}
	var back normalize.Report
	if err := json.Unmarshal(data, &back); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(&back, report) {
		t.Errorf("read again:\n%+v\nwant\n%+v", back, *report)
	}
}
