package worker

import (
	"strings"
	"sync"
)

// tailSize is how much of a child's standard error is kept: the beginning, where
// the Go runtime says what is wrong, and the end.
const tailSize = 4 << 10

// tail keeps the first and last bytes written to it.
type tail struct {
	mu          sync.Mutex
	first, last []byte
}

func (t *tail) Write(data []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	n := len(data)
	room := min(tailSize-len(t.first), n)
	t.first = append(t.first, data[:room]...)
	t.last = append(t.last, data[room:]...)
	if over := len(t.last) - tailSize; over > 0 {
		t.last = append([]byte(nil), t.last[over:]...)
	}
	return n, nil
}

func (t *tail) text() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	if len(t.first) == 0 {
		return ""
	}
	return "\n" + strings.ToValidUTF8(string(t.first)+string(t.last), "?")
}
