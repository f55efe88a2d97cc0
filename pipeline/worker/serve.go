package worker

import (
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
)

// Serve is the child: it answers each message of in with one on out, until in
// closes, which also ends it in the middle of an answer. Signals of the terminal
// or of a service manager are for the parent, which finishes what is in hand.
func Serve(in io.Reader, out io.Writer, limits Limits, answer func(Message) Message) error {
	signal.Ignore(os.Interrupt, syscall.SIGTERM)
	if limits.Memory > 0 { // collect in earnest before the parent sees the limit passed
		debug.SetMemoryLimit(limits.Memory / 4 * 3)
	}
	requests := make(chan Message)
	closed := make(chan error, 1)
	go func() {
		for {
			m, err := receive(in)
			if err != nil {
				closed <- err
				return
			}
			requests <- m
		}
	}()
	failed := make(chan error, 1)
	go func() {
		for m := range requests {
			if err := send(out, answer(m)); err != nil {
				failed <- err
				return
			}
		}
	}()
	select {
	case err := <-closed:
		if err == io.EOF {
			return nil
		}
		return err
	case err := <-failed:
		return err
	}
}
