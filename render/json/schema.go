package json

import (
	"bytes"
	_ "embed"
)

//go:embed report.schema.json
var reportSchema []byte

// Schema returns the JSON Schema (draft 2020-12) of the files that Write makes.
func Schema() []byte { return bytes.Clone(reportSchema) }
