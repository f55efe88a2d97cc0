package pipeline

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"time"

	"luzhou/extract"
)

// looked is an input whose content was seen.
type looked struct {
	Input
	sum     string
	left    bool             // it still changes: left for the next run
	refused *extract.Refusal // nothing can be made of it
	again   bool             // of refused: the reason may be gone at the next run
}

// zipMagic begins archives, and documents that are packages.
const zipMagic = "PK\x03\x04"

// lookAt reads every input once for its checksum, several at a time, in the
// order given. Archives become their members. known says whether a file is
// recorded as a document already, so that nobody has to look into it.
func (b *batch) lookAt(ctx context.Context, inputs []Input, known func(looked) bool) ([]looked, error) {
	if err := settle(ctx, inputs, b.opts.Running.Settle); err != nil {
		return nil, err
	}
	found := make([][]looked, len(inputs))
	done := 0
	err := b.parallel(ctx, len(inputs), func(child asker, i int) error {
		l, magic := lookOnce(inputs[i])
		b.mu.Lock()
		if done++; b.opts.Watch.Looked != nil {
			b.opts.Watch.Looked(done, len(inputs))
		}
		b.mu.Unlock()
		found[i] = []looked{l}
		if magic != zipMagic || l.left || l.refused != nil || known(l) {
			return nil
		}
		members, err := b.open(ctx, child, l)
		if len(members) > 0 {
			found[i] = members
		}
		return err
	})
	var list []looked
	for _, f := range found {
		list = append(list, f...)
	}
	return list, err
}

// errUnsettled marks an input that changed between two looks.
var errUnsettled = &UsageError{extract.Text{ZH: "文件仍在变化：请稍后再试", EN: "the file still changes: try later"}}

// settle waits and looks again: a file whose size or time has moved is marked.
func settle(ctx context.Context, inputs []Input, wait time.Duration) error {
	if wait <= 0 || len(inputs) == 0 {
		return nil
	}
	select {
	case <-time.After(wait):
	case <-ctx.Done():
		return context.Cause(ctx)
	}
	for i := range inputs {
		in := &inputs[i]
		if in.err != nil {
			continue
		}
		info, err := os.Stat(in.Path)
		if err != nil || info.Size() != in.size || !info.ModTime().Equal(in.mod) {
			in.err = errUnsettled
		}
	}
	return nil
}

// lookOnce reads a file through. One that has another size or time afterwards is
// still being written.
func lookOnce(in Input) (l looked, magic string) {
	l.Input = in
	if errors.Is(in.err, errUnsettled) {
		l.left = true
		return l, ""
	}
	if in.err == nil {
		l.sum, magic, l.size, in.err = checksumFile(in.Path)
	}
	if in.err != nil {
		l.refused, l.again = refusalOf(in.err), true
		return l, ""
	}
	info, err := os.Stat(in.Path)
	l.left = err != nil || l.size != in.size || info.Size() != in.size || !info.ModTime().Equal(in.mod)
	return l, magic
}

func checksumFile(path string) (sum, magic string, size int64, err error) {
	f, err := os.Open(path)
	if err != nil {
		return "", "", 0, err
	}
	defer f.Close()
	buffer := make([]byte, 32<<10)
	hash := sha256.New()
	for {
		n, err := f.Read(buffer)
		if size == 0 {
			magic = string(buffer[:min(n, len(zipMagic))])
		}
		hash.Write(buffer[:n])
		size += int64(n)
		if err == io.EOF {
			return hex.EncodeToString(hash.Sum(nil)), magic, size, nil
		}
		if err != nil {
			return "", "", 0, err
		}
	}
}

// open lists the members of a file that may be an archive. One that a child
// cannot bear is refused as a whole.
func (b *batch) open(ctx context.Context, child asker, l looked) ([]looked, error) {
	a, _, err := b.ask(ctx, child, job{Kind: jobMembers, SHA256: l.sum}, l)
	if err != nil {
		return nil, err
	}
	if a.Refused != nil {
		l.refused = a.Refused
		return []looked{l}, nil
	}
	var list []looked
	for _, m := range a.Members {
		in := Input{Path: l.Path, Name: l.Name + "/" + string(m.Name), Member: m.Index, Inside: string(m.Name), size: m.Size, mod: l.mod}
		list = append(list, looked{Input: in, sum: m.SHA256, refused: m.Refused})
	}
	ins := make([]Input, len(list))
	for i := range list {
		ins[i] = list[i].Input
	}
	makeDistinct(ins)
	for i := range list {
		list[i].Input = ins[i]
	}
	return list, nil
}
