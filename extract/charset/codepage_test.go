package charset

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// Runs of ASCII are copied past the decoder: whatever the bytes around them, the
// text is what the decoder makes of the whole.
func TestDecodeWithIsTheDecoder(t *testing.T) {
	const alphabet = "\x81\x84\x8e\x8f\xa1\xc8\xd5\xfd\xfe\xff\x80\x81\xd5\xfe09A~<>:? \n/\"\x00"
	rng := rand.New(rand.NewPCG(1, 2))
	for cp, enc := range codePages {
		if cp == 65001 {
			continue // is read by a decoder of our own
		}
		for range 3000 {
			data := make([]byte, rng.IntN(12))
			for i := range data {
				data[i] = alphabet[rng.IntN(len(alphabet))]
			}
			want, err := enc.NewDecoder().Bytes(data)
			if err != nil {
				t.Fatal(err)
			}
			text, bad := decodeWith(enc, data)
			if text != string(want) || bad != strings.Count(text, "\uFFFD") {
				t.Fatalf("code page %d: %q read as %q with %d bad, want %q", cp, data, text, bad, want)
			}
		}
		long := []byte(strings.Repeat("\xd5\xfe <p>\xb8\xae1", 5000))
		want, _ := enc.NewDecoder().Bytes(long)
		if text, _ := decodeWith(enc, long); text != string(want) {
			t.Errorf("code page %d: a long text is read otherwise", cp)
		}
	}
}
