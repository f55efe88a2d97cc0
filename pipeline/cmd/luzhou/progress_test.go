package main

import (
	"bytes"
	"testing"
	"time"
)

func TestProgress(t *testing.T) {
	p := progress{total: 200}
	a := &app{lang: "en"}
	if got := p.line(a, time.Second); got != "0 / 200" {
		t.Errorf("nothing done: %q", got)
	}
	p.done = 50
	if got := p.line(a, 10*time.Second); got != "50 / 200, 5.0 a second, 30s left" {
		t.Errorf("a quarter done: %q", got)
	}
	a.lang = "zh"
	if got := p.line(a, 10*time.Second); got != "50 / 200，每秒 5.0 个，还需 30s" {
		t.Errorf("in Chinese: %q", got)
	}
}

func TestProgressMakesRoom(t *testing.T) {
	var b bytes.Buffer
	a := &app{lang: "en", stderr: &b}
	p := progress{}
	p.clear(a)
	if b.Len() > 0 {
		t.Errorf("cleared what was not shown: %q", b.String())
	}
	p.look(a, 1, 2)
	p.clear(a)
	if want := blank + "first look 1 / 2" + blank; b.String() != want {
		t.Errorf("got %q, want %q", b.String(), want)
	}
	b.Reset()
	p.begin(2)
	p.show(a)
	p.show(a) // at once: not again
	p.clear(a)
	if want := blank + "0 / 2" + blank; b.String() != want {
		t.Errorf("got %q, want %q", b.String(), want)
	}
}
