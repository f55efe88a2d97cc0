package pipeline

import (
	"context"
	"encoding/json"
	"errors"
	"sync"
	"time"

	"luzhou/extract"
	"luzhou/pipeline/ledger"
	"luzhou/pipeline/worker"
)

// FileLimits are the limits on one file. Processor time is the real one: on a
// busy machine the clock runs on while a file waits.
var FileLimits = worker.Limits{CPU: 10 * time.Second, Wall: time.Minute, Memory: 512 << 20, Renew: 4000}

// asker does jobs, one at a time: a child process, or this one.
type asker interface {
	Do(context.Context, worker.Message) (worker.Message, error)
	Close()
}

// here does the jobs in this process.
type here struct{ bench }

func (h *here) Do(_ context.Context, m worker.Message) (worker.Message, error) { return h.work(m), nil }
func (h *here) Close()                                                         {}

func (r Running) asker() asker {
	if len(r.Program) == 0 {
		return new(here)
	}
	return &worker.Child{Program: r.Program, Limits: r.Limits}
}

// parallel calls do for 0 to n-1, in that order but several at a time, each with
// a child of its own. The first error, or the end of ctx, lets nothing new begin.
func (b *batch) parallel(ctx context.Context, n int, do func(child asker, i int) error) error {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	next := make(chan int)
	var busy sync.WaitGroup
	for range max(b.opts.Running.Jobs, 1) {
		busy.Go(func() {
			child := b.opts.Running.asker()
			defer child.Close()
			for i := range next {
				if err := do(child, i); err != nil {
					stop(err)
				}
			}
		})
	}
	for i := range n {
		if ctx.Err() != nil {
			break
		}
		select {
		case next <- i:
		case <-ctx.Done():
		}
	}
	close(next)
	busy.Wait()
	return context.Cause(ctx)
}

// deaths is after how many deaths of its child an input goes into quarantine.
const deaths = 2

// ask has a child do a job on an input. A child that dies is asked once more;
// the second death is a refusal. The deaths are in the ledger: a run that is
// killed itself leaves none. ctx ends the child in the middle of its work.
func (b *batch) ask(ctx context.Context, child asker, j job, l looked) (answer, [][]byte, error) {
	head, err := json.Marshal(j)
	if err != nil {
		return answer{}, nil, err
	}
	for {
		m, err := child.Do(ctx, worker.Message{head, []byte(l.Path), []byte(l.Name), b.opts.Variants, []byte(b.opts.FontDir)})
		var death *worker.Death
		switch {
		case errors.As(err, &death):
			n, err := b.died(l, death)
			if err != nil {
				return answer{}, nil, err
			}
			if n < deaths {
				continue
			}
			return answer{Refused: b.refusalOfDeath(death), detail: death.Detail, attempts: n}, nil, nil
		case err != nil && ctx.Err() != nil:
			return answer{}, nil, err
		case err != nil:
			return answer{}, nil, &RunError{extract.Text{
				ZH: "不能启动子进程（" + err.Error() + "）：请检查系统", EN: "no child process can be started (" + err.Error() + "): check the system"}, err}
		}
		var a answer
		if len(m) == 0 {
			err = errors.New("empty answer")
		} else {
			err = json.Unmarshal(m[0], &a)
		}
		if err != nil {
			a = answer{Refused: refuse(FaultCrash), detail: err.Error()}
			return a, nil, nil
		}
		return a, m[1:], nil
	}
}

// died puts a death on record and returns how many there were over the input.
func (b *batch) died(l looked, death *worker.Death) (int, error) {
	if b.books == nil { // a scan keeps none
		return deaths, nil
	}
	a := ledger.Attempt{Name: ledger.Name(l.Name), SHA256: l.sum, Options: b.digest, Reason: string(death.Reason)}
	if err := b.books.Append(ledger.Line{Attempt: &a}); err != nil {
		return 0, &OutputError{err}
	}
	return b.books.Deaths(a), nil
}

func (b *batch) refusalOfDeath(d *worker.Death) *extract.Refusal {
	limits := b.opts.Running.Limits
	switch d.Reason {
	case worker.TimeLimit:
		return refuse(LimitTime, limits.CPU)
	case worker.ClockLimit:
		return refuse(LimitTime, limits.Wall)
	case worker.MemoryLimit:
		return refuse(LimitMemory, limits.Memory>>20)
	}
	return refuse(FaultCrash)
}
