package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"luzhou/extract"
)

// stopped is the cause of a context that a signal ended.
type stopped struct{ signal syscall.Signal }

func (s stopped) Error() string { return "stopped by " + s.signal.String() }

// catchSignals returns a context that the first INT or TERM ends; the second
// one ends the process.
func (a *app) catchSignals() (context.Context, func()) {
	ctx, cancel := context.WithCancelCause(context.Background())
	caught := make(chan os.Signal, 1)
	signal.Notify(caught, os.Interrupt, syscall.SIGTERM)
	go func() {
		s, ok := <-caught
		if !ok {
			return
		}
		signal.Stop(caught)
		cancel(stopped{s.(syscall.Signal)})
		a.complain("", extract.Text{ZH: "正在收尾：再按一次立即退出", EN: "finishing what is in hand: once more to leave at once"})
	}()
	return ctx, func() {
		signal.Stop(caught)
		close(caught)
	}
}
