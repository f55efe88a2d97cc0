package ledger

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"
)

// Line is one line of the ledger; one of its parts is set.
type Line struct {
	At      time.Time       `json:"at"`
	Done    *Entry          `json:"done,omitempty"`
	Again   bool            `json:"again,omitempty"`   // of Done: failed for a reason outside the file, to be tried at the next run
	Why     json.RawMessage `json:"why,omitempty"`     // of Done: the sentence that names its worst finding
	Notes   json.RawMessage `json:"notes,omitempty"`   // of Done: the findings
	Writing []Name          `json:"writing,omitempty"` // outputs that are about to get their names
	Attempt *Attempt        `json:"attempt,omitempty"` // a child died over an input
	Run     string          `json:"run,omitempty"`     // begin or end
	Files   []Output        `json:"files,omitempty"`   // of an end: what it wrote about all inputs together
}

// Attempt is the death of a child.
type Attempt struct {
	Name    Name   `json:"name"`
	SHA256  string `json:"sha256"`
	Options string `json:"options"`
	Reason  string `json:"reason"`
}

// Record is an entry as the ledger remembers it. The notes stay in the file.
type Record struct {
	Entry
	Again  bool
	Why    json.RawMessage
	offset int64
	length int
}

// Ledger is the open file. Its methods may be called from several goroutines.
type Ledger struct {
	Records  map[Name]*Record // the last of each name; while lines are appended, ask Record
	Attempts map[Attempt]int  // deaths over inputs not yet done, by everything but the reason
	Old      []Output         // outputs of entries that a later one replaced
	Finished bool             // the last run came to its end
	Files    []Output         // what it then wrote

	writing map[Name]bool // begun and not known to be done

	mu    sync.Mutex
	file  *os.File
	size  int64
	lines int // but those of Writing, which go with the others
	dirty bool
	err   error // the first one; nothing is appended after it
	stop  chan struct{}
	ended sync.WaitGroup
}

// syncEvery is how much work may have to be repeated after a power cut.
const syncEvery = time.Second

// Open reads the ledger at path and makes it when there is none. A last line
// that was torn is cut off, any other that cannot be read is passed over: both
// cost a repeat, never an error.
func Open(path string) (*Ledger, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o666)
	if err != nil {
		return nil, err
	}
	l := &Ledger{file: f, stop: make(chan struct{})}
	if err := l.load(); err != nil {
		f.Close()
		return nil, err
	}
	if err := f.Truncate(l.size); err != nil {
		f.Close()
		return nil, err
	}
	l.ended.Go(l.syncNowAndThen)
	return l, nil
}

// Read reads the ledger at path and leaves the file as it is.
func Read(path string) (*Ledger, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	l := &Ledger{file: f}
	return l, l.load()
}

func (l *Ledger) load() error {
	l.Records, l.Attempts, l.Finished = map[Name]*Record{}, map[Attempt]int{}, true
	l.writing = map[Name]bool{}
	r := bufio.NewReaderSize(l.file, 1<<20)
	for {
		data, err := r.ReadBytes('\n')
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		var line loaded
		if json.Unmarshal(data, &line) == nil {
			l.take(&line, l.size, len(data))
		}
		l.size += int64(len(data))
	}
}

// loaded is a Line without what is not kept in memory.
type loaded struct {
	Done    *Entry          `json:"done"`
	Again   bool            `json:"again"`
	Why     json.RawMessage `json:"why"`
	Writing []Name          `json:"writing"`
	Attempt *Attempt        `json:"attempt"`
	Run     string          `json:"run"`
	Files   []Output        `json:"files"`
}

// take brings a line into the account.
func (l *Ledger) take(line *loaded, offset int64, length int) {
	if line.Writing == nil {
		l.lines++
	}
	switch {
	case line.Done != nil:
		if old := l.Records[line.Done.Name]; old != nil {
			l.Old = append(l.Old, old.Outputs...)
		}
		l.Records[line.Done.Name] = &Record{*line.Done, line.Again, line.Why, offset, length}
		for _, o := range line.Done.Outputs {
			delete(l.writing, o.Name)
		}
		delete(l.Attempts, Attempt{Name: line.Done.Name, SHA256: line.Done.SHA256, Options: line.Done.Options})
	case line.Writing != nil:
		for _, name := range line.Writing {
			l.writing[name] = true
		}
	case line.Attempt != nil:
		l.Attempts[anyReason(*line.Attempt)]++
	case line.Run != "":
		l.Finished, l.Files = line.Run == "end", line.Files
	}
}

func anyReason(a Attempt) Attempt {
	a.Reason = ""
	return a
}

// Deaths says how many children died over an input since it was last done.
func (l *Ledger) Deaths(a Attempt) int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.Attempts[anyReason(a)]
}

// Append adds a line; it is on the disk a second later at most, or after Sync.
func (l *Ledger) Append(line Line) error {
	line.At = time.Now().UTC().Truncate(time.Millisecond)
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(line); err != nil {
		return err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.err != nil {
		return l.err
	}
	if _, l.err = l.file.WriteAt(b.Bytes(), l.size); l.err != nil {
		return l.err
	}
	l.take(&loaded{line.Done, line.Again, line.Why, line.Writing, line.Attempt, line.Run, line.Files}, l.size, b.Len())
	l.size += int64(b.Len())
	l.dirty = true
	return nil
}

// Record returns the record of a name, nil when there is none.
func (l *Ledger) Record(name Name) *Record {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.Records[name]
}

// Wrote reports whether a file of this checksum is on record as an output, most
// likely of input, or whatever it holds as one that a killed run was about to name.
func (l *Ledger) Wrote(input, file Name, sum string) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	has := func(list []Output) bool {
		return slices.ContainsFunc(list, func(o Output) bool { return o.Name == file && o.SHA256 == sum })
	}
	if r := l.Records[input]; r != nil && has(r.Outputs) || l.writing[file] || has(l.Old) {
		return true
	}
	for _, r := range l.Records {
		if has(r.Outputs) {
			return true
		}
	}
	return false
}

// Notes returns the findings that were kept with the record of a name.
func (l *Ledger) Notes(name Name) (json.RawMessage, error) {
	r := l.Record(name)
	if r == nil {
		return nil, nil
	}
	data := make([]byte, r.length)
	if _, err := l.file.ReadAt(data, r.offset); err != nil {
		return nil, err
	}
	var line Line
	err := json.Unmarshal(data, &line)
	return line.Notes, err
}

// Sync brings everything appended so far to the disk.
func (l *Ledger) Sync() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.err == nil && l.dirty {
		l.err = l.file.Sync()
		l.dirty = false
	}
	return l.err
}

func (l *Ledger) syncNowAndThen() {
	tick := time.NewTicker(syncEvery)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
			l.Sync()
		case <-l.stop:
			return
		}
	}
}

// Close syncs and closes the file.
func (l *Ledger) Close() error {
	close(l.stop)
	l.ended.Wait()
	return errors.Join(l.Sync(), l.file.Close())
}

// slack is how many lines of the past a ledger may hold before it is written anew.
const slack = 1000

// Compact writes the file anew without what later lines replaced, once there is
// more past than present. The outputs in Old must be gone by then.
func (l *Ledger) Compact() (err error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.err != nil || l.lines < 2*len(l.Records)+slack {
		return l.err
	}
	path := l.file.Name()
	fresh := filepath.Join(filepath.Dir(path), ".luzhou-ledger.tmp") // swept with the other temporaries when left behind
	f, err := os.OpenFile(fresh, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o666)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			f.Close()
			os.Remove(fresh)
		}
	}()
	w := bufio.NewWriterSize(f, 1<<20)
	places := make(map[Name]int64, len(l.Records))
	var size int64
	for name, r := range l.Records {
		if _, err = io.Copy(w, io.NewSectionReader(l.file, r.offset, int64(r.length))); err != nil {
			return err
		}
		places[name] = size
		size += int64(r.length)
	}
	end, _ := json.Marshal(Line{At: time.Now().UTC(), Run: "end", Files: l.Files})
	end = append(end, '\n')
	if _, err = w.Write(end); err != nil {
		return err
	}
	if err = errors.Join(w.Flush(), f.Sync(), f.Close()); err != nil {
		return err
	}
	l.file.Close() // Windows renames no open file, and none over one
	err = os.Rename(fresh, path)
	if l.file, l.err = os.OpenFile(path, os.O_RDWR, 0o666); err != nil || l.err != nil {
		return errors.Join(err, l.err)
	}
	l.size, l.lines = size+int64(len(end)), len(l.Records)+1
	for name, at := range places {
		l.Records[name].offset = at
	}
	l.Attempts, l.Old, l.writing = map[Attempt]int{}, nil, map[Name]bool{}
	return nil
}
