package pipeline

import (
	"os"
	"path/filepath"
)

// temporary marks files that are being written; a run that was killed may leave
// some behind.
const temporary = ".luzhou-*.tmp"

// WriteFile writes a file so that its name appears only when the content is
// complete and on the disk: a temporary file in the same folder is written,
// synced and renamed, and the folder synced. Errors are *OutputError.
func WriteFile(path string, data []byte) error {
	if err := writeFile(path, data); err != nil {
		return &OutputError{err}
	}
	return nil
}

func writeFile(path string, data []byte) (err error) {
	folder := filepath.Dir(path)
	f, err := os.CreateTemp(folder, temporary)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			f.Close()
			os.Remove(f.Name())
		}
	}()
	if _, err = f.Write(data); err != nil {
		return err
	}
	if err = f.Chmod(0o666 &^ umask()); err != nil {
		return err
	}
	if err = f.Sync(); err != nil {
		return err
	}
	if err = f.Close(); err != nil {
		return err
	}
	if err = os.Rename(f.Name(), path); err != nil {
		return err
	}
	return syncFolder(folder)
}
