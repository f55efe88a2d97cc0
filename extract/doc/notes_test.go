package doc

import "testing"

func TestOwnMark(t *testing.T) {
	for text, want := range map[string]string{
		"* note": "*", "①注释": "①", "注释": "", "[1]\u3000x": "[1]", "longer than a mark": "", "": "", " x": "",
	} {
		if got := ownMark(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
