package normalize

import (
	"encoding/json"
	"testing"

	"luzhou/extract"
)

// What a Value writes by itself is what encoding/json makes of its form.
func TestValueJSON(t *testing.T) {
	ten := Int(10)
	half, _ := ParseDecimal("-0.5")
	pos := &extract.Pos{Block: 3, At: &extract.At{Row: 1, Inner: &extract.Nested{Table: 1, At: &extract.At{Col: 4}}}, Line: 12}
	for _, c := range []struct {
		value Value
		form  jsonValue
	}{
		{Value{}, jsonValue{State: Missing}},
		{Value{State: Printed, Value: ten, Raw: "10"}, jsonValue{Value: &ten, State: Printed, Raw: "10"}},
		{Value{State: Inferred, Value: half, Raw: "－０.5", Unit: "万元", Why: "row.sum", Pos: pos},
			jsonValue{Value: &half, State: Inferred, Raw: "－０.5", Unit: "万元", Why: "row.sum", Pos: pos}},
		{Value{State: Illegible, Raw: "<O>&\"\\\n\x01\x7f\xff\u2028"}, jsonValue{State: Illegible, Raw: "<O>&\"\\\n\x01\x7f\xff\u2028"}},
		{Value{State: Blank, Value: ten, Raw: " ", Pos: &extract.Pos{Block: 1}}, jsonValue{State: Blank, Raw: " ", Pos: &extract.Pos{Block: 1}}},
	} {
		want, err := json.Marshal(c.form)
		if err != nil {
			t.Fatal(err)
		}
		if got := string(c.value.appendJSON(nil)); got != string(want) {
			t.Errorf("%+v written as\n%s\nwant\n%s", c.value, got, want)
		}
	}
}
