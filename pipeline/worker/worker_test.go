package worker

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"strings"
	"syscall"
	"testing"
	"time"
)

var limits = Limits{Wall: 20 * time.Second, CPU: time.Second, Memory: 128 << 20, Renew: 3}

// TestMain plays the child when asked to.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == "child" {
		if err := Serve(os.Stdin, os.Stdout, limits, behave); err != nil {
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

func behave(m Message) Message {
	switch string(m[0]) {
	case "sleep":
		time.Sleep(time.Hour)
	case "spin":
		for {
		}
	case "eat":
		var all [][]byte
		for {
			all = append(all, bytes.Repeat([]byte{1}, 1<<20))
		}
	case "panic":
		panic("on purpose")
	case "exit":
		os.Exit(0)
	case "rubbish":
		os.Stdout.Write(bytes.Repeat([]byte{0xff}, 100))
	case "start":
		cmd := exec.Command("sleep", "1000") // keeps the pipe open after its parent
		cmd.Stdout = os.Stdout
		cmd.Start()
		os.Exit(3)
	case "pid":
		return Message{fmt.Append(nil, os.Getpid())}
	}
	return append(Message{[]byte("you said")}, m...)
}

func child(t *testing.T) *Child {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := &Child{Program: []string{self, self, "child"}, Limits: limits}
	t.Cleanup(c.Close)
	return c
}

func ask(t *testing.T, c *Child, words ...string) string {
	t.Helper()
	var m Message
	for _, w := range words {
		m = append(m, []byte(w))
	}
	got, err := c.Do(t.Context(), m)
	if err != nil {
		t.Fatal(err)
	}
	return string(bytes.Join(got, []byte("|")))
}

func TestAnswers(t *testing.T) {
	c := child(t)
	big := strings.Repeat("x", 1<<20)
	for _, words := range [][]string{{"a"}, {"a", "", big}, {big, big, "end"}} {
		want := "you said|" + strings.Join(words, "|")
		if got := ask(t, c, words...); got != want {
			t.Errorf("got %.40q of %d bytes, want %d", got, len(got), len(want))
		}
	}
}

func TestRenewed(t *testing.T) {
	c := child(t)
	var pids []string
	for range 2 * limits.Renew {
		pids = append(pids, ask(t, c, "pid"))
	}
	if n := limits.Renew; pids[0] != pids[n-1] || pids[0] == pids[n] || pids[n] != pids[2*n-1] {
		t.Errorf("processes %v, want a new one after %d requests", pids, n)
	}
}

func TestDeaths(t *testing.T) {
	tests := []struct {
		what   string
		reason Reason
		detail string
	}{
		{"spin", TimeLimit, "killed"},
		{"eat", MemoryLimit, "killed"},
		{"panic", Crashed, "on purpose"},
		{"exit", Crashed, "without an answer"},
		{"rubbish", Crashed, ""},
	}
	c := child(t)
	for _, test := range tests {
		if (test.what == "spin" || test.what == "eat") && !seesUse() {
			continue
		}
		_, err := c.Do(t.Context(), Message{[]byte(test.what)})
		var death *Death
		if !errors.As(err, &death) || death.Reason != test.reason || !strings.Contains(death.Detail, test.detail) {
			t.Errorf("%s: got %v, want %s ... %s", test.what, err, test.reason, test.detail)
		}
		if got := ask(t, c, "next"); got != "you said|next" {
			t.Errorf("after %s: got %q", test.what, got)
		}
	}
}

func TestClockLimit(t *testing.T) {
	c := child(t)
	c.Limits.Wall = 100 * time.Millisecond
	_, err := c.Do(t.Context(), Message{[]byte("sleep")})
	var death *Death
	if !errors.As(err, &death) || death.Reason != ClockLimit {
		t.Errorf("got %v, want %s", err, ClockLimit)
	}
}

func seesUse() bool {
	_, ok := usageOf(os.Getpid())
	return ok
}

// TestGroupIsEnded starts a grandchild that holds the pipe: only the end of the
// whole group closes it.
func TestGroupIsEnded(t *testing.T) {
	if _, err := exec.LookPath("sleep"); err != nil || !seesUse() {
		t.Skip("needs sleep and process groups")
	}
	c := child(t)
	c.Limits.Wall = 200 * time.Millisecond
	_, err := c.Do(t.Context(), Message{[]byte("start")})
	var death *Death
	if !errors.As(err, &death) {
		t.Fatalf("got %v, want a death", err)
	}
}

func TestContextEndsTheChild(t *testing.T) {
	c := child(t)
	ctx, cancel := context.WithCancel(t.Context())
	go cancel()
	if _, err := c.Do(ctx, Message{[]byte("spin")}); err != context.Canceled {
		t.Errorf("got %v, want canceled", err)
	}
}

// TestEndOfPipeEndsTheChild closes the pipe in the middle of a request that
// never ends.
func TestEndOfPipeEndsTheChild(t *testing.T) {
	defer signal.Reset(os.Interrupt, syscall.SIGTERM) // Serve runs in this process
	var in bytes.Buffer
	if err := send(&in, Message{[]byte("wait")}); err != nil {
		t.Fatal(err)
	}
	held := make(chan struct{})
	defer close(held)
	err := Serve(&in, io.Discard, Limits{}, func(m Message) Message { <-held; return m })
	if err != nil {
		t.Errorf("got %v", err)
	}
}

func TestForeignMessages(t *testing.T) {
	for _, s := range []string{"\x00", "\xff\xff\xff\xff", "\x00\x00\x00\x02\x00\x00\x00\x01", "\x00\x00\x00\x01\xff\xff\xff\xff", "\x00\x00\x00\x01\x00\x00\x00\x05abc"} {
		if m, err := receive(strings.NewReader(s)); err == nil || err == io.EOF {
			t.Errorf("%q: got %v, %v", s, m, err)
		}
	}
}

func BenchmarkRoundTrip(b *testing.B) {
	self, err := os.Executable()
	if err != nil {
		b.Fatal(err)
	}
	c := &Child{Program: []string{self, self, "child"}}
	defer c.Close()
	m := Message{make([]byte, 100)}
	for b.Loop() {
		if _, err := c.Do(b.Context(), m); err != nil {
			b.Fatal(err)
		}
	}
}
