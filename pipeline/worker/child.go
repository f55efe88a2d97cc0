// Package worker runs work in child processes of the same program, one request
// at a time each, and ends a child that uses more time or memory than it may.
// In goes a Message, out comes the answer, or a *Death when the child ended
// without one. It knows processes and limits, and nothing of what is asked.
//
// A child ends when its pipe closes, so none outlives its parent; it ignores the
// signals of the terminal and inherits no lock. Address space is not limited
// (the Go runtime reserves far more than it uses): the parent watches the
// processor time and the resident size where the system tells them.
package worker

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os/exec"
	"time"
)

// Limits bound one request. Zero means no limit.
type Limits struct {
	Wall   time.Duration // by the clock
	CPU    time.Duration // processor time of the child; by the clock where the system does not tell it
	Memory int64         // resident bytes of the child
	Renew  int           // requests after which a child is replaced by a new one
}

// Reason says why a child died.
type Reason string

// Reasons of a death.
const (
	TimeLimit   Reason = "time" // of the processor
	ClockLimit  Reason = "clock"
	MemoryLimit Reason = "memory"
	Crashed     Reason = "crashed" // by itself, or by another's hand
)

// Death is the error of a request during which the child ended.
type Death struct {
	Reason Reason
	Detail string // exit status and the end of what it wrote to standard error
}

func (d *Death) Error() string { return fmt.Sprintf("worker: %s: %s", d.Reason, d.Detail) }

// Child is one child process at a time, started when first needed and again
// after a death. It must not be used by two goroutines at once.
type Child struct {
	Program []string // path, then the arguments beginning with the name
	Limits  Limits
	Peak    int64 // highest resident size seen, in bytes
	proc    *process
}

type process struct {
	cmd     *exec.Cmd
	in      io.WriteCloser
	replies chan reply
	stderr  *tail
	served  int
}

type reply struct {
	message Message
	err     error
}

// every is how often the use of a child is looked at.
const every = 50 * time.Millisecond

// Do asks the child and waits for the answer. The error is a *Death, or the
// cause of ctx, in which case the child is gone too.
func (c *Child) Do(ctx context.Context, request Message) (Message, error) {
	if ctx.Err() != nil {
		return nil, context.Cause(ctx)
	}
	if c.proc != nil && c.Limits.Renew > 0 && c.proc.served >= c.Limits.Renew {
		c.Close()
	}
	if c.proc == nil {
		p, err := start(c.Program)
		if err != nil {
			return nil, fmt.Errorf("worker: %w", err)
		}
		c.proc = p
	}
	p := c.proc
	p.served++
	go send(p.in, request) // a child that does not take it dies of a limit, or has died: the reply tells
	r, reason := c.wait(ctx, p)
	if reason == "" && r.err == nil {
		return r.message, nil
	}
	detail := p.end()
	c.proc = nil
	if ctx.Err() != nil {
		return nil, context.Cause(ctx)
	}
	if reason == "" {
		reason = Crashed
	}
	return nil, &Death{reason, detail}
}

// wait returns the reply, or the limit that was passed first.
func (c *Child) wait(ctx context.Context, p *process) (reply, Reason) {
	began := time.Now()
	before, _ := usageOf(p.cmd.Process.Pid)
	look := time.NewTicker(every)
	defer look.Stop()
	for {
		select {
		case r := <-p.replies:
			return r, ""
		case <-ctx.Done():
			return reply{err: context.Cause(ctx)}, Crashed
		case <-look.C:
		}
		select { // a clock that ran on while all stood still, as after Ctrl-Z, undoes no answer
		case r := <-p.replies:
			return r, ""
		default:
		}
		use, ok := usageOf(p.cmd.Process.Pid)
		c.Peak = max(c.Peak, use.memory)
		switch l := c.Limits; {
		case ok && l.Memory > 0 && use.memory > l.Memory:
			return reply{}, MemoryLimit
		case l.CPU > 0 && (ok && use.cpu-before.cpu > l.CPU || !ok && time.Since(began) > l.CPU):
			return reply{}, TimeLimit
		case l.Wall > 0 && time.Since(began) > l.Wall:
			return reply{}, ClockLimit
		}
	}
}

// Close lets the child go.
func (c *Child) Close() {
	if c.proc == nil {
		return
	}
	if use, ok := usageOf(c.proc.cmd.Process.Pid); ok {
		c.Peak = max(c.Peak, use.memory)
	}
	c.proc.in.Close()
	<-c.proc.replies // the end of its output
	c.proc.cmd.Wait()
	c.proc = nil
}

func start(program []string) (*process, error) {
	cmd := exec.Command(program[0])
	cmd.Args = program[1:]
	ownGroup(cmd)
	p := &process{cmd: cmd, replies: make(chan reply), stderr: new(tail)}
	cmd.Stderr = p.stderr
	cmd.WaitDelay = time.Second // for a grandchild that holds the pipes where groups cannot be killed
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	p.in = in
	go p.receive(out)
	return p, nil
}

// receive hands on the replies; the last is an error.
func (p *process) receive(out io.Reader) {
	r := bufio.NewReaderSize(out, 1<<16)
	for {
		m, err := receive(r)
		p.replies <- reply{m, err}
		if err != nil {
			return
		}
	}
}

// end kills the process and all it started, and says how it ended.
func (p *process) end() string {
	kill(p.cmd)
	p.in.Close()
	go func() { // a reply that nobody waits for any more
		for r := range p.replies {
			if r.err != nil {
				return
			}
		}
	}()
	err := p.cmd.Wait()
	if err == nil {
		return "ended without an answer"
	}
	return err.Error() + p.stderr.text()
}
