package pipeline

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
)

// digestOf names the options that decide what the outputs are.
func digestOf(opts ConvertOptions) (string, error) {
	fonts, err := fontFiles(opts.FontDir)
	if err != nil {
		return "", err
	}
	var writers []string
	for _, w := range opts.Writers {
		writers = append(writers, w.Name)
	}
	data, err := json.Marshal(struct {
		Writers  []string
		Layout   Layout
		Wordings string            `json:",omitempty"`
		Fonts    map[string]string `json:",omitempty"`
		Document DocumentOptions   `json:",omitzero"`
	}{writers, opts.Layout, string(opts.Variants), fonts, opts.Document})
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:8]), nil
}

// fontFiles gives the checksum of each file in a folder of fonts, walked as the
// reader of fonts does: links to files count, what cannot be read does not.
func fontFiles(folder string) (map[string]string, error) {
	if folder == "" {
		return nil, nil
	}
	files := map[string]string{}
	err := fs.WalkDir(os.DirFS(folder), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil && name == "." {
			return &InputError{folder, err}
		}
		path := filepath.Join(folder, filepath.FromSlash(name))
		if info, statErr := os.Stat(path); err != nil || statErr != nil || !info.Mode().IsRegular() {
			return nil
		}
		if sum, _, _, err := checksumFile(path); err == nil {
			files[name] = sum
		}
		return nil
	})
	return files, err
}
