package pipeline

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io/fs"
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

// fontFiles gives the checksum of each file in a folder of fonts.
func fontFiles(folder string) (map[string]string, error) {
	if folder == "" {
		return nil, nil
	}
	files := map[string]string{}
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() {
			files[path[len(folder):]], _, _, err = checksumFile(path)
		}
		if err != nil {
			return &InputError{path, err}
		}
		return nil
	})
	return files, err
}
