// Package ledger keeps the books of an output folder: what became of each input,
// one JSON line appended when its outputs are durable. In goes an Entry, out
// come, at the next start, all entries that were kept. It also holds the lock
// that lets only one run work on a folder. It knows files and nothing of what
// they hold.
package ledger

import (
	"encoding/json"
	"unicode/utf8"
)

// Name is the name of a file, which may be any bytes. In JSON it is a string if
// it is valid UTF-8, and else {"bytes": BASE64}.
type Name string

// MarshalJSON keeps every byte.
func (n Name) MarshalJSON() ([]byte, error) {
	if utf8.ValidString(string(n)) {
		return json.Marshal(string(n))
	}
	return json.Marshal(struct {
		Bytes []byte `json:"bytes"`
	}{[]byte(n)})
}

// UnmarshalJSON reads what MarshalJSON writes.
func (n *Name) UnmarshalJSON(data []byte) error {
	if len(data) > 0 && data[0] == '"' {
		return json.Unmarshal(data, (*string)(n))
	}
	var raw struct {
		Bytes []byte `json:"bytes"`
	}
	err := json.Unmarshal(data, &raw)
	*n = Name(raw.Bytes)
	return err
}

// Entry is what is known of one input, without times: a line of the manifest.
type Entry struct {
	Name    Name   `json:"name"`
	SHA256  string `json:"sha256"`
	Size    int64  `json:"size"`
	Format  string `json:"format,omitempty"` // real format, empty when there is none
	Outcome string `json:"outcome"`
	Reason  string `json:"reason,omitempty"`       // code, of a quarantined input
	Same    Name   `json:"duplicate_of,omitempty"` // input of the same content, of a duplicate
	Year    int    `json:"year,omitempty"`
	Body    string `json:"body,omitempty"`

	Findings Counts   `json:"findings"`
	Outputs  []Output `json:"outputs"`
	Version  string   `json:"version"` // of the program
	Options  string   `json:"options"` // digest of the options
}

// Counts are findings by severity.
type Counts struct {
	Info    int `json:"info"`
	Warning int `json:"warning"`
	Error   int `json:"error"`
}

// Output is one file written, named relative to the output folder.
type Output struct {
	Name   Name   `json:"name"`
	SHA256 string `json:"sha256"`
	Size   int64  `json:"size"`
}
