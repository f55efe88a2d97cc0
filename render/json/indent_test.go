package json

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
)

// The layout is that of encoding/json, whatever the values hold.
func TestIndentedAsTheLibraryDoes(t *testing.T) {
	deep := any("底")
	for range 70 {
		deep = []any{deep, map[string]any{}}
	}
	for _, v := range []any{
		nil, 0, -1.5, true, "", []any{}, map[string]any{}, deep,
		[]any{[]any{}, map[string]any{}, []any{[]any{}}},
		map[string]any{`a"{},:[]\`: `\"`, "空": []any{"一", nil, false, map[string]any{"b": "x\ny\u2028<>&"}}},
		[]any{`\`, `"`, `\\"`, strings.Repeat(`"\`, 5)},
	} {
		line, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		var want bytes.Buffer
		if err := json.Indent(&want, line, "", " "); err != nil {
			t.Fatal(err)
		}
		if got := indented(line); string(got) != want.String() {
			t.Errorf("%s laid out as\n%s\nwant\n%s", line, got, want.String())
		}
	}
}
