package pipeline

import (
	"bufio"
	"errors"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
)

// Files that are being written are marked by these; a run that was killed may
// leave some behind, which the next one sweeps.
const (
	temporaryHead = ".luzhou-"
	temporaryTail = ".tmp"
)

func isTemporary(name string) bool {
	return strings.HasPrefix(name, temporaryHead) && strings.HasSuffix(name, temporaryTail)
}

// WriteFile writes a file so that its name appears only when the content is
// complete and on the disk: a temporary file in the same folder is written,
// synced and renamed, and the folder synced. Errors are *OutputError.
func WriteFile(path string, data []byte) error {
	if err := writeFiles([]file{{path, data}}); err != nil {
		return &OutputError{err}
	}
	return nil
}

type file struct {
	path string
	data []byte
}

// writeFiles writes files of one folder as WriteFile does.
func writeFiles(files []file) error {
	var temporaries []string
	defer func() {
		for _, t := range temporaries {
			os.Remove(t)
		}
	}()
	for _, f := range files {
		t, err := stage(filepath.Dir(f.path), func(w io.Writer) error {
			_, err := w.Write(f.data)
			return err
		})
		if err != nil {
			return err
		}
		temporaries = append(temporaries, t)
	}
	for _, f := range files {
		if err := os.Rename(temporaries[0], f.path); err != nil {
			return err
		}
		temporaries = temporaries[1:]
	}
	return syncFolder(filepath.Dir(files[0].path))
}

// writeStream writes one file as WriteFile does, without holding it in memory.
func writeStream(path string, write func(io.Writer) error) error {
	t, err := stage(filepath.Dir(path), func(f io.Writer) error {
		w := bufio.NewWriterSize(f, 1<<18)
		return errors.Join(write(w), w.Flush())
	})
	if err != nil {
		return err
	}
	if err := os.Rename(t, path); err != nil {
		os.Remove(t)
		return err
	}
	return syncFolder(filepath.Dir(path))
}

// createTemporary is os.CreateTemp with the rights of any new file.
func createTemporary(folder string) (*os.File, error) {
	for {
		name := temporaryHead + strconv.FormatUint(rand.Uint64(), 36) + temporaryTail
		f, err := os.OpenFile(filepath.Join(folder, name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		if !errors.Is(err, fs.ErrExist) {
			return f, err
		}
	}
}

// stage writes a temporary file and syncs it.
func stage(folder string, write func(io.Writer) error) (name string, err error) {
	f, err := createTemporary(folder)
	if err != nil {
		return "", err
	}
	defer func() {
		if err != nil {
			f.Close()
			os.Remove(f.Name())
		}
	}()
	if err = write(f); err != nil {
		return "", err
	}
	if err = f.Sync(); err != nil {
		return "", err
	}
	return f.Name(), f.Close()
}

// sweep removes the temporaries that an earlier run left below a folder.
func sweep(root string) error {
	return filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.Type().IsRegular() && isTemporary(d.Name()) {
			return os.Remove(path)
		}
		return nil
	})
}

// folderMaker makes folders that are on the disk before anything in them is.
type folderMaker struct {
	root string
	mu   sync.Mutex
	made map[string]bool
}

func (m *folderMaker) make(path string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.makeUp(path)
}

func (m *folderMaker) makeUp(path string) error {
	if m.made[path] || path == m.root || path == filepath.Clean(m.root) {
		return nil
	}
	up := filepath.Dir(path)
	if up == path {
		return nil
	}
	if err := m.makeUp(up); err != nil {
		return err
	}
	err := os.Mkdir(path, 0o777)
	if errors.Is(err, fs.ErrExist) {
		if info, statErr := os.Stat(path); statErr == nil && info.IsDir() {
			err = nil
		}
	} else if err == nil {
		err = syncFolder(up)
	}
	m.made[path] = err == nil
	return err
}
