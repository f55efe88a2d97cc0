// Package json writes a Report as a JSON file: UTF-8, one space of indent, keys in
// the order of the schema, a newline at the end. It takes the Report itself,
// not the Layout, since the file keeps positions, raw texts and findings.
package json

import (
	"bytes"
	"encoding/json"

	"luzhou/normalize"
)

// Write returns the file.
func Write(r *normalize.Report) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(r); err != nil {
		return nil, err
	}
	return indented(b.Bytes()), nil
}
