package ledger

import (
	"context"
	"errors"
	"os"
	"time"
)

// ErrLocked says that another run holds the lock.
var ErrLocked = errors.New("ledger: another run works on this folder")

// askEvery is how often a waiting run asks for the lock.
const askEvery = 100 * time.Millisecond

// Lock takes the lock of the file at path and makes the file when there is none,
// waiting for it as long as wait. The system releases the lock with the process;
// no child inherits it. unlock releases it earlier.
func Lock(ctx context.Context, path string, wait time.Duration) (unlock func(), err error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o666)
	if err != nil {
		return nil, err
	}
	until := time.Now().Add(wait)
	for {
		if err = tryLock(f); err == nil {
			return func() { f.Close() }, nil
		}
		if !errors.Is(err, ErrLocked) || time.Now().After(until) {
			f.Close()
			return nil, err
		}
		select {
		case <-ctx.Done():
			f.Close()
			return nil, context.Cause(ctx)
		case <-time.After(askEvery):
		}
	}
}
