package extract

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
)

// Severity says how much a finding matters. The zero value is invalid.
type Severity int

// The three severities: read with certainty but not as expected; a person
// should look; contradictory or unreadable.
const (
	Info Severity = iota + 1
	Warning
	Error
)

var severityNames = [...]string{Info: "info", Warning: "warning", Error: "error"}

func (s Severity) String() string {
	if s < Info || s > Error {
		return fmt.Sprintf("Severity(%d)", int(s))
	}
	return severityNames[s]
}

// MarshalJSON writes the name.
func (s Severity) MarshalJSON() ([]byte, error) {
	if s < Info || s > Error {
		return nil, fmt.Errorf("extract: invalid severity %d", int(s))
	}
	return json.Marshal(severityNames[s])
}

// UnmarshalJSON reads the name.
func (s *Severity) UnmarshalJSON(data []byte) error {
	var name string
	if err := json.Unmarshal(data, &name); err != nil {
		return err
	}
	for i, n := range severityNames {
		if n == name && n != "" {
			*s = Severity(i)
			return nil
		}
	}
	return fmt.Errorf("extract: unknown severity %q", name)
}

// Code names a kind of finding or refusal; it is stable between releases.
type Code string

// Text is a sentence in both languages of the program.
type Text struct{ ZH, EN string }

// Kind describes one code: its severity, what it means (for the list of
// codes), and the message of one occurrence, a format for fmt with the same
// arguments in both languages.
type Kind struct {
	Code     Code
	Severity Severity
	Meaning  Text
	Message  Text
}

// Finding is something a person who checks the result may want to know.
type Finding struct {
	Code      Code     `json:"code"`
	Severity  Severity `json:"severity"`
	Where     string   `json:"where"`         // dotted path in the report; empty for the whole
	Pos       *Pos     `json:"pos,omitempty"` // place in the source
	Message   string   `json:"message"`       // Chinese
	MessageEN string   `json:"message_en"`
}

// UnmarshalJSON reads a finding; one without a severity is none.
func (f *Finding) UnmarshalJSON(data []byte) error {
	type plain Finding // without this method
	if err := json.Unmarshal(data, (*plain)(f)); err != nil {
		return err
	}
	if f.Severity == 0 {
		return fmt.Errorf("extract: finding %q without a severity", f.Code)
	}
	return nil
}

// Find makes a finding of this kind. An argument of type Text is printed in
// the language of the message, any other the same in both.
func (k Kind) Find(where string, pos *Pos, args ...any) Finding {
	m := k.message(args)
	return Finding{k.Code, k.Severity, where, pos, m.ZH, m.EN}
}

func (k Kind) message(args []any) Text {
	zh, en := args, args
	for i, a := range args {
		if t, ok := a.(Text); ok {
			zh, en = slices.Clone(zh), slices.Clone(en)
			zh[i], en[i] = t.ZH, t.EN
		}
	}
	return Text{fmt.Sprintf(k.Message.ZH, zh...), fmt.Sprintf(k.Message.EN, en...)}
}

// KindTable holds the codes of one stage.
type KindTable map[Code]Kind

// NewKindTable makes a table of the list; a code that stands twice panics.
func NewKindTable(list []Kind) KindTable {
	t := make(KindTable, len(list))
	for _, k := range list {
		if _, twice := t[k.Code]; twice {
			panic("extract: code " + string(k.Code) + " twice")
		}
		t[k.Code] = k
	}
	return t
}

// List returns the kinds in the order of their codes.
func (t KindTable) List() []Kind {
	return slices.SortedFunc(maps.Values(t), func(a, b Kind) int { return cmp.Compare(a.Code, b.Code) })
}

// Find makes a finding of a code of the table; any other code panics.
func (t KindTable) Find(code Code, where string, pos *Pos, args ...any) Finding {
	return t.kind(code).Find(where, pos, args...)
}

func (t KindTable) kind(code Code) Kind {
	k, ok := t[code]
	if !ok {
		panic(fmt.Sprintf("extract: code %q is in no table", code))
	}
	return k
}
