package normalize

import (
	"cmp"
	"encoding/json"
	"fmt"

	"luzhou/extract"
)

// State says how a figure came to be, or why there is none.
type State string

// States of a figure. Only printed, inferred, computed and corrected figures
// have a value.
const (
	Printed   State = "printed"   // stands in the source
	Inferred  State = "inferred"  // the only value every reading of the source allows
	Computed  State = "computed"  // a blank total worked out on request
	Blank     State = "blank"     // an empty cell
	Dash      State = "dash"      // a dash, a slash or 无
	Illegible State = "illegible" // something that is no figure
	Unplaced  State = "unplaced"  // stands in the source, but its column is not certain
	Missing   State = "missing"   // its row or column is not in the source
)

// Value is one figure of a report. The zero value is Missing.
type Value struct {
	Value Decimal // meaningful when HasValue
	State State   // "" counts as Missing
	Raw   string  // the text of its cell
	Unit  string  // printed with the figure or its header, where the form fixes none
	Why   string  // the rule that decided, for a figure that is not printed
	Pos   *extract.Pos
}

// HasValue reports whether there is a number.
func (v Value) HasValue() bool {
	return v.State == Printed || v.State == Inferred || v.State == Computed
}

type jsonValue struct {
	Value *Decimal     `json:"value"`
	Raw   string       `json:"raw"`
	State State        `json:"state"`
	Unit  string       `json:"unit,omitempty"`
	Pos   *extract.Pos `json:"pos,omitempty"`
	Why   string       `json:"why,omitempty"`
}

// MarshalJSON writes the form of V in the report's schema.
func (v Value) MarshalJSON() ([]byte, error) { return v.appendJSON(nil), nil }

// appendJSON appends a jsonValue as encoding/json writes it. A report has some
// two hundred figures, nearly all without anything to escape.
func (v Value) appendJSON(b []byte) []byte {
	b = append(b, `{"value":`...)
	if v.HasValue() {
		b = append(b, v.Value.String()...)
	} else {
		b = append(b, "null"...)
	}
	b = appendString(append(b, `,"raw":`...), v.Raw)
	b = appendString(append(b, `,"state":`...), string(cmp.Or(v.State, Missing)))
	if v.Unit != "" {
		b = appendString(append(b, `,"unit":`...), v.Unit)
	}
	if v.Pos != nil {
		b = v.Pos.AppendJSON(append(b, `,"pos":`...))
	}
	if v.Why != "" {
		b = appendString(append(b, `,"why":`...), v.Why)
	}
	return append(b, '}')
}

// appendString appends a string as JSON.
func appendString(b []byte, s string) []byte {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c == '"' || c == '\\' || c == '<' || c == '>' || c == '&' || c >= 0x7F {
			quoted, _ := json.Marshal(s) // a string never fails
			return append(b, quoted...)
		}
	}
	return append(append(append(b, '"'), s...), '"')
}

// UnmarshalJSON reads what MarshalJSON writes.
func (v *Value) UnmarshalJSON(data []byte) error {
	var j jsonValue
	if err := json.Unmarshal(data, &j); err != nil {
		return err
	}
	*v = Value{State: j.State, Raw: j.Raw, Unit: j.Unit, Why: j.Why, Pos: j.Pos}
	if j.Value != nil {
		v.Value = *j.Value
	}
	if v.HasValue() != (j.Value != nil) {
		return fmt.Errorf("normalize: figure with state %q and value %v", j.State, j.Value)
	}
	return nil
}
