package main

import (
	"fmt"
	"strings"
	"time"

	"luzhou/extract"
)

// progress is the line on a terminal that says how far a run is.
type progress struct {
	total, done int
	began, last time.Time
	shown       bool
}

// showEvery keeps the terminal from being slower than the work.
const showEvery = 200 * time.Millisecond

// blank empties the line without a control sequence, which the console of Windows
// prints as it is.
var blank = "\r" + strings.Repeat(" ", 64) + "\r"

func (p *progress) begin(total int) { p.total, p.began = total, time.Now() }

func (p *progress) step() { p.done++ }

func (p *progress) show(a *app) {
	if now := time.Now(); p.due(now) {
		fmt.Fprint(a.stderr, blank+p.line(a, now.Sub(p.began)))
	}
}

// look says how far the reading before the work is.
func (p *progress) look(a *app, done, total int) {
	if p.due(time.Now()) {
		fmt.Fprintf(a.stderr, blank+a.say(extract.Text{ZH: "先读一遍 %d / %d", EN: "first look %d / %d"}), done, total)
	}
}

func (p *progress) due(now time.Time) bool {
	if now.Sub(p.last) < showEvery {
		return false
	}
	p.last, p.shown = now, true
	return true
}

func (p *progress) line(a *app, spent time.Duration) string {
	if p.done == 0 || spent <= 0 {
		return fmt.Sprintf("%d / %d", p.done, p.total)
	}
	rate := float64(p.done) / spent.Seconds()
	left := time.Duration(float64(p.total-p.done) / rate * float64(time.Second)).Round(time.Second)
	return fmt.Sprintf(a.say(extract.Text{ZH: "%d / %d，每秒 %.1f 个，还需 %s", EN: "%d / %d, %.1f a second, %s left"}), p.done, p.total, rate, left)
}

// clear makes room for another line.
func (p *progress) clear(a *app) {
	if p.shown {
		fmt.Fprint(a.stderr, blank)
		p.shown, p.last = false, time.Time{}
	}
}
